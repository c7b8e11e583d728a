package theme

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sonla.gov.vn/bientap/internal/diag"
)

func page(s string) map[string]string { return map[string]string{"layouts/page.html": s} }

func vi(s string) map[string]string { return map[string]string{"messages/vi.yaml": s} }

// faults are files that are wrong, with what is found.
var faults = []struct {
	name  string
	files map[string]string
	want  []string // "file:line code"
	words string   // in the English message or hint
}{
	{"a folder that themes do not have", map[string]string{"layout/x.html": ""}, []string{"layout/x.html theme-unknown-file"}, "layouts/*.html"},
	{"a script", map[string]string{"assets/x.js": ""}, []string{"assets/x.js theme-unknown-file"}, "no part of a theme"},
	{"a file that explains", map[string]string{"README.md": "x"}, nil, ""},

	{"an action that does not end", page("<p>\n{{if .Title}}</p>\n"), []string{"layouts/page.html:3 theme-syntax"}, "unexpected EOF"},
	{"a brace too few", page("<p>\n{{.Title}</p>"), []string{"layouts/page.html:2 theme-syntax"}, ""},
	{"an attribute without quotes", page("<p>x</p>\n<a href={{.Canonical}}>x</a>"), []string{"layouts/page.html:2 theme-unquoted"}, ""},
	{"a tag that does not end", page("<p>x</p>\n<a href=\"{{.Canonical}}>x</a>"), []string{"layouts/page.html theme-escape"}, "non-text context"},
	{"a branch that changes the place", page("<p>\n{{if .Title}}<a href=\"{{end}}x\">"), []string{"layouts/page.html:2 theme-escape"}, "branches end in different contexts"},

	{"an unknown field", page("<h1>x</h1>\n{{.Headding}}"), []string{"layouts/page.html:2 theme-unknown-field"}, `view.Page has no field "Headding"`},
	{"the field of another view", page("{{range .Cards}}{{end}}"), []string{"layouts/page.html:1 theme-unknown-field"}, "Cards"},
	{"a field of an element", page("{{range .Tags}}\n{{.Name}}{{end}}"), []string{"layouts/page.html:2 theme-unknown-field"}, "view.Link"},
	{"a field of a variable", page("{{range $i, $t := .Tags}}{{$t.Name}}{{$i}}{{end}}"), []string{"layouts/page.html:1 theme-unknown-field"}, "view.Link"},
	{"a field of the view in a list", page("{{range .Tags}}{{$.Nothing}}{{end}}"), []string{"layouts/page.html:1 theme-unknown-field"}, "view.Page"},
	{"a field of a map's element", page("{{(index .ByName \"x\").Nothing}}"), []string{"layouts/page.html:1 theme-unknown-field"}, "view.Field"},
	{"a field in a partial", map[string]string{"layouts/_file.html": "\n{{.Byte}}"}, []string{"layouts/_file.html:2 theme-unknown-field"}, `("Bytes"?)`},
	{"a field in a branch that is rarely taken", page("{{if eq .Kind \"x\"}}{{else if .Sample}}\n{{.X}}{{end}}"), []string{"layouts/page.html:2 theme-unknown-field"}, ""},
	{"a number as a record", page("{{range .Headings}}{{.Level.Deep}}{{end}}"), []string{"layouts/page.html:1 theme-unknown-field"}, "int has no field"},

	{"a method", page("{{.Date.Time.Local.Hour}}"), []string{"layouts/page.html:1 theme-unknown-function"}, `"Local"`},
	{"the trusted markup", page("{{.Body.Markup}}"), []string{"layouts/page.html:1 theme-unknown-function"}, `"Markup"`},
	{"a function that calls", page("{{call .LD}}"), []string{"layouts/page.html:1 theme-unknown-function"}, `"call"`},
	{"a function that prints addresses", page(`{{printf "%p" .}}`), []string{"layouts/page.html:1 theme-unknown-function"}, `"printf"`},
	{"a function that escapes otherwise", page("{{.Title | js}}"), []string{"layouts/page.html:1 theme-unknown-function"}, `"js"`},
	{"a function that nobody has", page("{{now}}"), []string{"layouts/page.html:1 theme-unknown-function"}, "isodate"},

	{"too many arguments", page("{{date .Date .Date}}"), []string{"layouts/page.html:1 theme-arguments"}, "(view.Date)"},
	{"an argument of another type", page("{{date .Title}}"), []string{"layouts/page.html:1 theme-arguments"}, "(string)"},
	{"an argument by pipe", page("{{.Title | date}}"), []string{"layouts/page.html:1 theme-arguments"}, "(string)"},
	{"the length of a number", page("{{range .Headings}}{{len .Level}}{{end}}"), []string{"layouts/page.html:1 theme-arguments"}, "len"},
	{"the element of a text", page("{{index .Title 1}}"), []string{"layouts/page.html:1 theme-arguments"}, "index"},
	{"a text compared with a truth", page("{{if eq .Title .Sample}}{{end}}"), []string{"layouts/page.html:1 theme-arguments"}, "eq"},
	{"a function without arguments", page("{{not}}"), []string{"layouts/page.html:1 theme-arguments"}, "not"},
	{"a field with arguments", page("{{.Title .Kind}}"), []string{"layouts/page.html:1 theme-arguments"}, ""},

	{"an unknown partial", page("\n\n{{template \"ro\" .}}"), []string{"layouts/page.html:3 theme-unknown-partial"}, "_ro.html"},
	{"a partial that nobody uses", map[string]string{"layouts/_rows.html": "<li>"}, []string{"layouts/_rows.html theme-unused-partial"}, `("row"?)`},
	{"a partial in place of the chooser", map[string]string{"layouts/_row-for.html": "<li>"}, nil, ""},

	{"a record printed", page("{{.Date}}"), []string{"layouts/page.html:1 theme-not-printable"}, "view.Date"},
	{"a text printed without markup", page("{{.Body}}"), []string{"layouts/page.html:1 theme-not-printable"}, "markup"},
	{"a list printed", page("{{.Authors}}"), []string{"layouts/page.html:1 theme-not-printable"}, "[]string"},
	{"a loop over a text", page("{{range .Title}}{{end}}"), []string{"layouts/page.html:1 theme-range"}, "string"},

	{"a variable that nobody declared", page("{{$x = .Title}}"), []string{"layouts/page.html:1 theme-variable"}, `"$x"`},
	{"a variable of two types", page("{{$x := .Title}}\n{{$x = .Sample}}"), []string{"layouts/page.html:2 theme-variable"}, ""},

	{"a message that nobody wrote", page("\n{{t \"colse\"}}"), []string{"layouts/page.html:2 theme-message-key"}, `("close"?)`},
	{"a message whose key is data", page("{{t .Kind}}"), []string{"layouts/page.html:1 theme-message-static"}, ""},
	{"a message without its value", page("{{t \"part\"}}"), []string{"layouts/page.html:1 theme-message-arguments"}, "needs 1 values, the layout gives 0"},
	{"a message with its value piped", page("{{.Title | t \"part\"}}"), nil, ""},
	{"a message in one language", map[string]string{"layouts/page.html": `{{t "x"}}`, "messages/vi.yaml": "x: Chữ\n"}, []string{"messages/en.yaml theme-message-missing"}, "Chữ"},
	{"a language without its messages", map[string]string{"messages/en.yaml": "close: Shut\n", "messages/vi.yaml": "close: Khép\n"}, nil, ""},
	{"a message that nothing uses", vi("# x\nskip-to-contents: Bỏ qua\n"), []string{"messages/vi.yaml:2 theme-message-unknown"}, `("skip-to-content"?)`},
	{"a placeholder too many", vi("close: Đóng {1}\n"), []string{"messages/vi.yaml:1 theme-message-placeholder"}, "{1} instead of ∅"},
	{"a placeholder too few", map[string]string{"messages/en.yaml": "\npart: Part\n"}, []string{"messages/en.yaml:2 theme-message-placeholder"}, "∅ instead of {1}"},
	{"a placeholder that is none", vi("part: Phần {số}\n"), []string{"messages/vi.yaml:1 theme-message-brace"}, ""},
	{"a message that is a list", vi("part: [a]\n"), []string{"messages/vi.yaml:1 yaml-want-text"}, ""},

	{"a colour that is a comment", map[string]string{"theme.yaml": "colours:\n  accent: #00ff00\n"}, []string{"theme.yaml:2 theme-colour"}, "quotes"},
	{"a colour by name", map[string]string{"theme.yaml": "colours:\n  second: red\n"}, []string{"theme.yaml:2 theme-colour"}, "#rrggbb"},
	{"a pale colour", map[string]string{"theme.yaml": "colours:\n  accent: \"#ff8800\"\n"}, []string{"theme.yaml:2 theme-contrast"}, "2.39:1"},
	{"a colour that themes do not have", map[string]string{"theme.yaml": "colours:\n  third: \"#000000\"\n"}, []string{"theme.yaml:2 yaml-unknown-key"}, ""},

	{"a brace too few in a style", map[string]string{"styles/20-lists.css": "a { color: red }\nb {\n"}, []string{"styles/20-lists.css:2 theme-style"}, "{"},
	{"a brace too many in a style", map[string]string{"styles/99.css": "/* } */ a { content: \"}\" }\n}\n"}, []string{"styles/99.css:2 theme-style"}, "}"},
	{"a comment that does not end", map[string]string{"styles/99.css": "a{}\n/* x"}, []string{"styles/99.css:2 theme-style"}, ""},
	{"a string that does not end", map[string]string{"styles/99.css": "a{content:\"x}\n"}, []string{"styles/99.css:1 theme-style"}, ""},
}

// TestFindings lays one faulty file over the default theme and expects the
// finding, and nothing else, at its line.
func TestFindings(t *testing.T) {
	seen := map[string]bool{}
	for _, test := range faults {
		t.Run(test.name, func(t *testing.T) {
			th, found, err := Load(stubMarkup, over(test.files)...)
			if err != nil {
				t.Fatal(err)
			}
			worst, _ := found.Worst()
			if blocked := worst == diag.Blocking; blocked != (th == nil) {
				t.Errorf("findings are blocking: %v, there is no theme: %v", blocked, th == nil)
			}
			var got, text []string
			for _, f := range found {
				seen[f.Rule.Code] = true
				at := diag.Pos{Path: strings.TrimPrefix(strings.TrimPrefix(f.Pos.Path, "themes/mau/"), "themes/default/"), Line: f.Pos.Line}
				got = append(got, fmt.Sprintf("%s %s", at, f.Rule.Code))
				text = append(text, f.Message(diag.EN), f.Hint(diag.EN), f.Message(diag.VI), f.Hint(diag.VI))
			}
			if !slices.Equal(slices.Compact(got), test.want) {
				t.Errorf("findings %q, want %q\n%s", got, test.want, strings.Join(text, "\n"))
			}
			all := strings.Join(text, "\n")
			if !strings.Contains(all, test.words) {
				t.Errorf("no %q in:\n%s", test.words, all)
			}
			if strings.Contains(all, "%!") {
				t.Errorf("badly formatted: %s", all)
			}
		})
	}
	seen[ruleMissingFile.Code] = seen[ruleMissingFile.Code] || len(missingFiles(t)) > 0
	for _, rule := range Rules() {
		if !seen[rule.Code] {
			t.Errorf("no test breaks the rule %s", rule.Code)
		}
	}
}

// missingFiles are the findings of a theme with nothing in it.
func missingFiles(t *testing.T) diag.List {
	t.Helper()
	th, found, err := Load(stubMarkup, Layer{FS: fstest.MapFS{}, Dir: "themes/default"})
	if err != nil || th != nil {
		t.Fatal("an empty folder is a theme", err)
	}
	for _, f := range found {
		if f.Rule != ruleMissingFile {
			t.Errorf("%s: %s", f.Pos, f.Message(diag.EN))
		}
	}
	return found
}

// TestUnreadableLayer: what cannot be read is an error, not a finding.
func TestUnreadableLayer(t *testing.T) {
	if _, _, err := Load(stubMarkup, Layer{FS: os.DirFS("no such folder")}); err == nil {
		t.Error("a folder that does not exist was loaded")
	}
}

// FuzzLayout: whatever a layout says, loading it neither panics nor fails,
// and a layout without findings executes on any view.
func FuzzLayout(f *testing.F) {
	for _, seed := range []string{
		"<p>{{.Title}}</p>", "{{range $i, $c := .Older}}{{$i}}{{$c.Title}}{{end}}", "{{with .Image}}{{.URL}}{{end}}",
		`{{define "head"}}<meta name="a" content="{{.Title}}">{{end}}`, `{{template "row-for" index .Older 0}}`,
		`{{$x := 1}}{{if eq $x 1}}{{$x = 2}}{{end}}`, `{{(index .ByName "a").Label | len}}`, `{{t "part" .Kind}}`,
		`<a href="{{.Canonical}}" title="{{t "close"}}">`, `{{break}}`, `{{range 3}}{{.}}{{end}}`, `<script>{{.LD}}</script>`,
		`{{block "x" .Tags}}{{len .}}{{end}}`,
	} {
		f.Add(seed)
	}
	small := fstest.MapFS{
		"layouts/_base.html": {Data: []byte(`<!doctype html><title>{{.Title}}</title>{{block "head" .}}{{end}}<main>{{template "main" .}}</main>`)},
		"layouts/_row.html":  {Data: []byte("<li>{{.Title}}</li>")},
		"messages/vi.yaml":   {Data: []byte("close: Đóng\npart: Phần {1}\n")},
		"messages/en.yaml":   {Data: []byte("close: Close\npart: Part {1}\n")},
		"theme.yaml":         {Data: []byte("colours: {accent: \"#000000\", second: \"#000000\"}\n")},
	}
	for name := range views {
		small["layouts/"+name+".html"] = &fstest.MapFile{Data: []byte("<p>")}
	}
	f.Fuzz(func(t *testing.T, src string) {
		top := fstest.MapFS{"layouts/page.html": {Data: []byte(src)}}
		th, _, err := Load(stubMarkup, Layer{FS: top, Dir: "top"}, Layer{FS: small, Dir: "small"})
		if err != nil {
			t.Fatal(err)
		}
		if th == nil {
			return
		}
		l, _ := th.Layout("vi", "page")
		for seed := range uint64(3) {
			err := l.Execute(&strings.Builder{}, newFiller(seed).view("page"))
			if err != nil && !expected(err) {
				t.Errorf("%q: %v", src, err)
			}
		}
	})
}

// expected reports faults that depend on the data and that types do not show.
func expected(err error) bool {
	for _, s := range []string{"out of range", "exceeded maximum template depth", "nil pointer", "cannot index", "untyped nil", "is nil"} {
		if strings.Contains(err.Error(), s) {
			return true
		}
	}
	return false
}
