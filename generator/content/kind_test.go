package content_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

func TestBuiltinKinds(t *testing.T) {
	kinds, found := content.LoadKinds(nil)
	if len(found) > 0 || !slices.Equal(kinds.Names(), []string{"article", "document", "page"}) {
		t.Fatalf("the built-in kinds are %q, with\n%s", kinds.Names(), diagtest.Lines(found))
	}
	document := kinds["document"]
	if i := document.FieldIndex("number"); i < 0 || document.Fields[i].Type != content.TypeDocNo || !document.Fields[i].Required {
		t.Error("a document has no number")
	}
	if document.FieldIndex("khac") != -1 {
		t.Error("a field that does not exist was found")
	}
}

const kindFile = "content/_kinds/x.yaml"

// withField is a kind with one more field.
func withField(field string) string {
	return "kind: x\nlabel: X\nfields:\n  - {name: d, type: date, label: D}\n  - " + field + "\n"
}

// badKinds are kinds with one fault each.
var badKinds = []struct{ name, file, src, want string }{
	{"empty", kindFile, "", "0 kind-unusable"},
	{"malformed", kindFile, "kind: [", "1 yaml-syntax, 0 kind-unusable"},
	{"no name", kindFile, "label: X\n", "1 yaml-missing-key, 1 kind-name, 1 kind-unusable"},
	{"no label", kindFile, "kind: x\n", "1 yaml-missing-key, 1 kind-unusable"},
	{"another name than the file's", kindFile, "kind: y\nlabel: X\n", "1 kind-name, 1 kind-unusable"},
	{"name with capitals", "content/_kinds/X.yaml", "kind: X\nlabel: X\n", "1 kind-name, 1 kind-unusable"},
	{"name of a built-in", "content/_kinds/article.yaml", "kind: article\nlabel: X\n", "1 kind-twice, 1 kind-unusable"},
	{"name of a layout", "content/_kinds/home.yaml", "kind: home\nlabel: X\n", "1 kind-layout, 1 kind-unusable"},
	{"unknown key", kindFile, "kind: x\nlabel: X\nfild: []\n", "3 yaml-unknown-key, 1 kind-unusable"},
	{"list", kindFile, "kind: x\nlabel: X\nlist: weeks\n", "1 kind-list, 1 kind-unusable"},
	{"require", kindFile, "kind: x\nlabel: X\nrequire: [title]\n", "1 kind-require, 1 kind-unusable"},
	{"common field", kindFile, withField("{name: summary, type: text, label: A}"), "1 kind-common-field, 1 kind-unusable"},
	{"date that is no field", kindFile, "kind: x\nlabel: X\ndate: begins\n", "1 kind-date, 1 kind-unusable"},
	{"date of another type", kindFile, withField("{name: a, type: text, label: A}") + "date: a\n", "1 kind-date, 1 kind-unusable"},
	{"tone", kindFile, "kind: x\nlabel: X\nstates: [{id: a, label: A, tone: red}]\n", "1 kind-tone, 1 kind-unusable"},
	{"state of no field", kindFile, "kind: x\nlabel: X\nstates: [{id: a, label: A, from: b}]\n", "1 kind-date, 1 kind-unusable"},
	{"state with two conditions", kindFile, withField("{name: e, type: date, label: E}") + "states: [{id: a, label: A, from: d, before: e}]\n", "1 kind-state, 1 kind-unusable"},
	{"state twice", kindFile, "kind: x\nlabel: X\nstates: [{id: a, label: A}, {id: a, label: B}]\n", "1 kind-id-twice, 1 kind-unusable"},
	{"state without label", kindFile, "kind: x\nlabel: X\nstates: [{id: a}]\n", "3 yaml-missing-key, 1 kind-unusable"},
	{"field without name", kindFile, withField("{type: text, label: A}"), "1 kind-field, 1 kind-unusable"},
	{"field name", kindFile, withField("{name: Tên, type: text, label: A}"), "1 kind-field, 1 kind-unusable"},
	{"field name with a hyphen", kindFile, withField("{name: a-b, type: text, label: A}"), "1 kind-field, 1 kind-unusable"},
	{"field twice", kindFile, withField("{name: d, type: text, label: A}"), "1 kind-field, 1 kind-unusable"},
	{"field without label", kindFile, withField("{name: a, type: text}"), "1 kind-label, 1 kind-unusable"},
	{"field without type", kindFile, withField("{name: a, label: A}"), "5 yaml-missing-key, 1 kind-type, 1 kind-unusable"},
	{"field type", kindFile, withField("{name: a, type: string, label: A}"), "1 kind-type, 1 kind-unusable"},
	{"list without items", kindFile, withField("{name: a, type: list, label: A}"), "1 kind-shape, 1 kind-unusable"},
	{"items without list", kindFile, withField("{name: a, type: text, label: A, items: {type: text}}"), "1 kind-shape, 1 kind-unusable"},
	{"list of lists", kindFile, withField("{name: a, type: list, label: A, items: {type: list, items: {type: text}}}"), "1 kind-shape, 1 kind-unusable"},
	{"group without fields", kindFile, withField("{name: a, type: group, label: A}"), "1 kind-shape, 1 kind-unusable"},
	{"group member without label", kindFile, withField("{name: a, type: group, label: A, fields: [{name: b, type: text}]}"), "1 kind-label, 1 kind-unusable"},
	{"choice without choices", kindFile, withField("{name: a, type: choice, label: A}"), "1 kind-shape, 1 kind-unusable"},
	{"choice twice", kindFile, withField("{name: a, type: choice, label: A, choices: [{id: b, label: B}, {id: b, label: C}]}"), "1 kind-id-twice, 1 kind-unusable"},
	{"record of nothing", kindFile, withField("{name: a, type: record, label: A}"), "1 kind-shape, 1 kind-unusable"},
	{"text of something", kindFile, withField("{name: a, type: text, of: tags, label: A}"), "1 kind-shape, 1 kind-unusable"},
	{"too deep", kindFile, withField("{name: a, type: list, label: A, items: {type: group, fields: [{name: b, type: group, label: B, fields: [{name: c, type: text, label: C}]}]}}"), "1 kind-shape, 1 kind-unusable"},
	{"page of no kind", kindFile, withField("{name: a, type: page, of: tin, label: A}"), "0 kind-of"},
	{"pages of no kind", kindFile, withField("{name: a, type: list, label: A, items: {type: page, of: tin}}"), "0 kind-of"},
	{"page of no kind in a group", kindFile, withField("{name: a, type: group, label: A, fields: [{name: b, type: page, of: tin, label: B}]}"), "0 kind-of"},
}

func TestBadKinds(t *testing.T) {
	for _, c := range badKinds {
		kinds, found := content.LoadKinds(map[string][]byte{c.file: []byte(c.src)})
		got, want := strings.Split(places(found), ", "), strings.Split(c.want, ", ")
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: found %q, want %q", c.name, got, want)
		}
		for _, f := range found {
			if f.Pos.Path != c.file {
				t.Errorf("%s: found in %q", c.name, f.Pos.Path)
			}
		}
		if unusable := strings.Contains(c.want, "kind-unusable"); (len(kinds) == 3) != unusable {
			t.Errorf("%s: the kinds are %q", c.name, kinds.Names())
		}
	}
}

// A kind may refer to one whose file comes later, and to itself.
func TestKindsReferToEachOther(t *testing.T) {
	kind := func(name, of string) []byte {
		return []byte("kind: " + name + "\nlabel: X\nfields: [{name: a, type: page, of: " + of + ", label: A}]\n")
	}
	kinds, found := content.LoadKinds(map[string][]byte{
		"content/_kinds/a.yaml": kind("a", "b"), "content/_kinds/b.yaml": kind("b", "b"), "content/_kinds/c.yaml": kind("c", "document"),
	})
	if len(found) > 0 || len(kinds) != 6 {
		t.Errorf("the kinds are %q, with\n%s", kinds.Names(), diagtest.Lines(found))
	}
}

// What `bientap new` writes is a page with nothing wrong but what the writer
// has yet to fill in.
func TestDraft(t *testing.T) {
	s := schema(t)
	toFill := []string{"front-no-field", "field-no-record", "front-id", "field-document-number", "yaml-missing-key"}
	for name, k := range s.Kinds {
		for _, title := range []string{`Tiêu đề "trong" nháy: \ và # dấu`, "a\nb\t- c", "'", "[x]"} {
			src := content.Draft(k, "k7d2m9x4qa", title, "vi", time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC))
			p, found := s.Parse("content/main/tin/moi.md", src)
			if p == nil || p.Kind != k || p.ID != "k7d2m9x4qa" || p.Title != strings.NewReplacer("\n", " ", "\t", " ").Replace(title) {
				t.Fatalf("the draft of %s with the title %q reads as %+v:\n%s%s", name, title, p, src, diagtest.Lines(found))
			}
			for _, f := range found {
				if !slices.Contains(toFill, f.Rule.Code) {
					t.Errorf("the draft of %s has %s: %s\n%s", name, f.Pos, f.Message(diag.EN), src)
				}
			}
		}
	}
}

// Every field of a draft that is taken out of its comment is still well formed.
func TestDraftComments(t *testing.T) {
	s := schema(t)
	src := content.Draft(s.Kinds["event"], "k7d2m9x4qa", "A", "vi", time.Date(2026, 11, 23, 8, 30, 0, 0, time.UTC))
	open := strings.ReplaceAll(string(src), "\n# ", "\n")
	_, found := s.Parse("content/main/lich/moi.md", []byte(open))
	for _, f := range found {
		if code := f.Rule.Code; strings.HasPrefix(code, "yaml-") && code != "yaml-missing-key" {
			t.Errorf("the draft with all its fields has %s: %s\n%s", f.Pos, f.Message(diag.EN), open)
		}
	}
}

func TestNewID(t *testing.T) {
	seen := map[string]bool{}
	for i := range 256 {
		id, err := content.NewID(strings.NewReader(strings.Repeat(string(rune(i)), 1) + "0123456789abcdef"))
		if err != nil || len(id) != 10 || strings.Trim(id, "0123456789abcdefghjkmnpqrstvwxyz") != "" {
			t.Fatalf("the id is %q, %v", id, err)
		}
		seen[id] = true
	}
	if len(seen) < 32 {
		t.Errorf("%d ids from different chances", len(seen))
	}
	if id, err := content.NewID(strings.NewReader("short")); err == nil {
		t.Errorf("the id %q was made of too little chance", id)
	}
}

func TestTypeOf(t *testing.T) {
	for name, want := range map[string]string{
		"a.jpg": "JPEG", "A.JPG": "JPEG", "a.b.pdf": "PDF", "x/y.docx": "DOCX", "a.svg": "", "a.html": "", "a.md": "", "a": "", ".pdf": "PDF", "a.exe": "",
	} {
		typ, ok := content.TypeOf(name)
		if typ.Label != want || ok != (want != "") {
			t.Errorf("%s is of type %q, %v", name, typ.Label, ok)
		}
	}
}
