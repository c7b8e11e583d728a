package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/check"
	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

// texts are texts with what is found in them, as "line:column code", and
// whether they can be read further.
var texts = []struct {
	name, src, want string
	readable        bool
}{
	{"ordinary", "---\ntitle: Sơn La\n---\n“Đất” – 5\u00a0km, 1.000 m², 🇻🇳\n", "", true},
	{"empty", "", "", true},
	{"invalid UTF-8", "Một\nC\xe9ng\n", "2:2 text-not-text", false},
	{"NUL", "Đất\x00\n", "1:7 text-control", false},
	{"escape", "a\n\nb \x1b[31mc\n", "3:3 text-control", false},
	{"TCVN3", "Một\nCéng hoµ x· héi chñ nghÜa ViÖt Nam\n", "2:9 text-legacy", true},
	{"VNI", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\n", "1:3 text-legacy", true},
	{"lost", "H\ufffd Nội\n", "1:2 text-lost", true},
	{"soft hyphen", "kinh\u00adtế\n", "1:5 text-invisible", true},
	{"turned direction", "tệp\u202efdp.exe\n", "1:6 text-invisible", true},
	{"private use", "\n\uf0b7 mục\n", "2:1 text-private-use", true},
	{"look-alike", "72/2013/NÐ-CP\n", "1:10 text-look-alike", true},
	{"NFD", "Vie\u0323\u0302t\n", "1:4 text-nfc", true},
	{"no-break space", "Ba\u00a0ngày\n", "1:3 text-nbsp", true},
	{"byte order mark", "\ufeffa\n", "1 text-bom", true},
	{"Windows", "a\nb\r\nc\r\n", "2 text-crlf", true},
	{"several", "\ufeffa\u200bb\r\nVie\u0323\u0302t\u00a0nam\r\n", "1 text-bom, 1 text-crlf, 1:5 text-invisible, 2:4 text-nfc, 2:9 text-nbsp", true},
}

func places(found diag.List) []string {
	var out []string
	for _, f := range found {
		place := fmt.Sprint(f.Pos.Line)
		if f.Pos.Column > 0 {
			place += fmt.Sprint(":", f.Pos.Column)
		}
		out = append(out, place+" "+f.Rule.Code)
	}
	slices.Sort(out)
	return out
}

func TestText(t *testing.T) {
	for _, c := range texts {
		found, readable := check.Text("content/a.md", []byte(c.src))
		var want []string
		if c.want != "" {
			want = strings.Split(c.want, ", ")
			slices.Sort(want)
		}
		if got := places(found); !slices.Equal(got, want) || readable != c.readable {
			t.Errorf("%s: found %q, readable %v; want %q, %v", c.name, got, readable, want, c.readable)
		}
		for _, f := range found {
			if f.Pos.Path != "content/a.md" {
				t.Errorf("%s: found in %q", c.name, f.Pos.Path)
			}
		}
	}
}

// Legacy encodings are proposed in Unicode, never converted.
func TestLegacyProposal(t *testing.T) {
	for src, want := range map[string]string{
		"Céng hoµ x· héi chñ nghÜa ViÖt Nam":       "Cộng hoà xã hội chủ nghĩa Việt Nam",
		"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam": "Cộng hòa xã hội chủ nghĩa Việt Nam",
	} {
		found, _ := check.Text("a.md", []byte(src+"\n"))
		if len(found) != 1 || !strings.Contains(found[0].Hint(diag.VI), want) || !strings.Contains(found[0].Hint(diag.EN), want) {
			t.Errorf("%q: found %v, want the proposal %q", src, found, want)
		}
		if found[0].Rule.Fixable {
			t.Error("a legacy encoding is said to be mended by a machine")
		}
	}
}

// portal is configured with a security contact that expires, if expires is
// given.
func portal(t *testing.T, expires string) *config.Portal {
	t.Helper()
	src := "title: A\nsites: [{id: main, main: true, title: A, address: https://a.vn/, agency: a, owner: a, responsible: a}]\n"
	if expires != "" {
		src += "security: {contact: \"mailto:a@a.vn\", expires: " + expires + "}\n"
	}
	p, found := config.Parse([]byte(src))
	if p == nil {
		t.Fatal(diagtest.Lines(found))
	}
	return p
}

func when(t *testing.T, s string) content.When {
	t.Helper()
	if s == "" {
		return content.When{}
	}
	w, err := content.ParseWhen(s)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// now is half past eight in the morning in Việt Nam.
var now = time.Date(2026, 11, 23, 1, 30, 0, 0, time.UTC)

// calendars are pages and the end of security.txt, with what is late.
var calendars = []struct {
	name, date, publish, review, expires string
	withdrawn                            bool
	want                                 string
}{
	{"nothing", "2026-11-20", "", "", "", false, ""},
	{"no date", "", "", "", "", false, ""},
	{"today, later", "2026-11-23 08:31", "", "", "", false, "content/a.md:1 calendar-future"},
	{"today, earlier", "2026-11-23 08:30", "", "", "", false, ""},
	{"today", "2026-11-23", "", "", "", false, ""},
	{"tomorrow", "2026-11-24", "", "", "", false, "content/a.md:1 calendar-future"},
	{"tomorrow, scheduled", "2026-11-24", "2026-11-24", "", "", false, ""},
	{"review today", "2026-11-20", "", "2026-11-23", "", false, ""},
	{"review yesterday", "2026-11-20", "", "2026-11-22", "", false, "content/a.md:1 calendar-review"},
	{"review of what is withdrawn", "2026-11-20", "", "2026-11-22", "", true, ""},
	{"contact until today", "2026-11-20", "", "", "2026-11-23", false, ""},
	{"contact until yesterday", "2026-11-20", "", "", "2026-11-22", false, "config.yaml calendar-security-txt"},
}

func calendar(t *testing.T, i int) diag.List {
	c := calendars[i]
	p := &content.Page{Path: "content/a.md", Common: content.Common{Date: when(t, c.date), PublishAt: when(t, c.publish), ReviewBy: when(t, c.review)}}
	if c.withdrawn {
		p.Withdrawn = &content.Withdrawal{}
	}
	return check.Calendar(portal(t, c.expires), []*content.Page{p}, now)
}

// The clock warns and never does more.
func TestCalendar(t *testing.T) {
	for i, c := range calendars {
		var got []string
		for _, f := range calendar(t, i) {
			got = append(got, f.Pos.String()+" "+f.Rule.Code)
			if f.Rule.Severity != diag.Warning {
				t.Errorf("%s: the clock alone causes %s", c.name, f.Rule.Severity)
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: found %q, want %q", c.name, s, c.want)
		}
	}
}

func TestEveryRule(t *testing.T) {
	diagtest.Rules(t, check.Rules())
	var seen diagtest.Coverage
	for _, c := range texts {
		found, _ := check.Text("a.md", []byte(c.src))
		seen.Add(t, found)
	}
	for i := range calendars {
		seen.Add(t, calendar(t, i))
	}
	seen.Complete(t, check.Rules())
}

// Whatever the bytes are, every finding lies in them and can be shown, and
// bytes that are no text are never said to be readable.
func FuzzText(f *testing.F) {
	for _, c := range texts {
		f.Add([]byte(c.src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		found, readable := check.Text("a.md", src)
		lines := strings.Split(string(src), "\n")
		for _, one := range found {
			diagtest.Finding(t, one)
			if l := one.Pos.Line; l < 1 || l > len(lines) || one.Pos.Column > len(lines[l-1]) {
				t.Errorf("%s is found at %s of %q", one.Rule.Code, one.Pos, src)
			}
		}
		if readable && strings.ContainsRune(strings.ToValidUTF8(string(src), "\x00"), 0) {
			t.Errorf("%q is said to be text", src)
		}
	})
}
