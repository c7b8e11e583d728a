package content_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

func TestRecordNames(t *testing.T) {
	recs, found := content.LoadRecords(records)
	if len(found) > 0 {
		t.Fatal(diagtest.Lines(found))
	}
	so := recs["agencies"]["so"]
	day := func(s string) content.When {
		w, err := content.ParseWhen(s)
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	for _, c := range []struct {
		day      content.When
		lang     string
		fallback string
		want     string
	}{
		{day("2020-01-01"), "vi", "vi", "Sở cũ"},
		{day("2025-02-28 23:59"), "vi", "vi", "Sở cũ"},
		{day("2025-03-01"), "vi", "vi", "Sở mới"},
		{day("2025-03-01 00:00"), "vi", "vi", "Sở mới"},
		{day("2100-01-01"), "vi", "vi", "Sở mới"},
		{content.When{}, "vi", "vi", "Sở mới"}, // no day means today's name
		{day("2020-01-01"), "en", "vi", "Old"},
		{day("2026-01-01"), "en", "vi", "Sở mới"}, // not translated: better the name in force than an old one
	} {
		if got := so.Name(c.day, c.lang, c.fallback); got != c.want {
			t.Errorf("on %q in %s it is called %q, want %q", c.day, c.lang, got, c.want)
		}
	}
	// Before its first day a record has its first name.
	if got := recs["agencies"]["het"].Name(day("1999-01-01"), "vi"); got != "Đã hết" {
		t.Errorf("before its first day it is called %q", got)
	}
	if so.Abbreviation != "SM" || recs["agencies"]["het"].Successor != "so" || recs["agencies"]["het"].Until.Year != 2025 {
		t.Errorf("read %+v", so)
	}
}

func TestRecordsFind(t *testing.T) {
	recs, _ := content.LoadRecords(records)
	if rec, near := recs.Find("agencies", "ubnd"); rec == nil || near != "" {
		t.Errorf("found %v, %q", rec, near)
	}
	if rec, near := recs.Find("agencies", "ubd"); rec != nil || near != "ubnd" {
		t.Errorf("found %v, %q", rec, near)
	}
	if rec, near := recs.Find("khac", "ubnd"); rec != nil || near != "" {
		t.Errorf("found %v, %q", rec, near)
	}
}

// badRecords are lists of records with one fault each.
var badRecords = []struct{ name, src, want string }{
	{"not a list", "id: a\n", "1 yaml-want-list"},
	{"malformed", "- [\n", "1 yaml-syntax"},
	{"unknown key", "- {id: a, names: [{vi: A}], abreviation: B}\n", "1 yaml-unknown-key"},
	{"no id", "- {names: [{vi: A}]}\n", "1 yaml-missing-key, 1 record-id"},
	{"id", "- {id: A b, names: [{vi: A}]}\n", "1 record-id"},
	{"id up", "- {id: .., names: [{vi: A}]}\n", "1 record-id"},
	{"nothing", "-\n", "1 record-id"},
	{"twice", "- {id: a, names: [{vi: A}]}\n- {id: b, names: [{vi: A}]}\n- {id: a, names: [{vi: B}]}\n", "3 record-twice"},
	{"no names", "- {id: a}\n", "1 yaml-missing-key, 1 record-names"},
	{"empty names", "- {id: a, names: []}\n", "1 record-names"},
	{"name without words", "- id: a\n  names:\n    - {from: 2020-01-01}\n", "3 config-no-text, 1 record-names"},
	{"name as text", "- id: a\n  names: [A]\n", "2 yaml-want-mapping, 1 record-names"},
	{"name in no language", "- id: a\n  names: [{VI: A}]\n", "2 config-language, 2 config-no-text, 1 record-names"},
	{"names out of order", "- id: a\n  names: [{from: 2020-01-01, vi: A}, {from: 2010-01-01, vi: B}]\n", "1 record-names"},
	{"second name without a day", "- id: a\n  names: [{from: 2020-01-01, vi: A}, {vi: B}]\n", "1 record-names"},
	{"two names on a day", "- id: a\n  names: [{from: 2020-01-01, vi: A}, {from: 2020-01-01, vi: B}]\n", "1 record-names"},
	{"day", "- id: a\n  names: [{from: 2020-13-01, vi: A}]\n", "2 config-date"},
	{"last day", "- {id: a, names: [{vi: A}], until: hôm qua}\n", "1 config-date"},
	{"successor", "- {id: a, names: [{vi: A}]}\n- {id: b, names: [{vi: A}], successor: c}\n", "2 record-successor"},
}

func TestBadRecords(t *testing.T) {
	for _, c := range badRecords {
		_, found := content.LoadRecords(map[string][]byte{"content/_data/x.yaml": []byte(c.src)})
		got, want := strings.Split(places(found), ", "), strings.Split(c.want, ", ")
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: found %q, want %q", c.name, got, want)
		}
		for _, f := range found {
			if f.Pos.Path != "content/_data/x.yaml" {
				t.Errorf("%s: found in %q", c.name, f.Pos.Path)
			}
		}
	}
	// A faulty record does not take its neighbours along.
	recs, _ := content.LoadRecords(map[string][]byte{"content/_data/x.yaml": []byte("- {id: A}\n- {id: b, names: [{vi: B}]}\n- x\n- {id: c, names: [{vi: C}]}\n")})
	if len(recs["x"]) != 2 || recs["x"]["b"] == nil || recs["x"]["c"] == nil {
		t.Errorf("what is left is %v", recs["x"])
	}
}

// Whatever the records say, what is left of them can be asked for its name.
func FuzzLoadRecords(f *testing.F) {
	for _, src := range records {
		f.Add(src)
	}
	for _, c := range badRecords {
		f.Add([]byte(c.src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		recs, found := content.LoadRecords(map[string][]byte{"content/_data/x.yaml": src})
		for _, one := range found {
			diagtest.Finding(t, one)
		}
		for id, rec := range recs["x"] {
			if rec.ID != id || rec.Name(content.When{}, "vi") == "" && len(found) == 0 {
				t.Errorf("%q is %+v", id, rec)
			}
		}
	})
}

// Whatever a kind says, what is left of it can be used: pages are read against
// it, and a draft of it can be read.
func FuzzLoadKinds(f *testing.F) {
	f.Add([]byte(event))
	for _, c := range badKinds {
		f.Add([]byte(c.src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		kinds, found := content.LoadKinds(map[string][]byte{"content/_kinds/event.yaml": src})
		for _, one := range found {
			diagtest.Finding(t, one)
		}
		k := kinds["event"]
		if k == nil {
			if len(found) == 0 {
				t.Error("the kind is left out without a finding")
			}
			return
		}
		s := schema(t)
		s.Kinds = kinds
		draft := content.Draft(k, "k7d2m9x4qa", "A", "vi", time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC))
		if p, _ := s.Parse(eventPath, draft); p == nil {
			t.Errorf("the draft cannot be read:\n%s", draft)
		}
		if p, _ := s.Parse(eventPath, []byte(eventPage)); p != nil {
			checkPage(t, s, p)
		}
	})
}
