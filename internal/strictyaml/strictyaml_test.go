package strictyaml_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

// sample is a struct with a field of every type that is decoded.
type sample struct {
	Title  string   `yaml:"title,required"`
	Pinned bool     `yaml:"pinned"`
	Count  int      `yaml:"count"`
	Big    int64    `yaml:"big"`
	Tags   []string `yaml:"tags"`
	Inner  inner    `yaml:"inner"`
	Maybe  *inner   `yaml:"maybe"`
	Many   []inner  `yaml:"many"`
	Own    upper    `yaml:"own"`
	hidden int
	Plain  string // no tag: left alone
}

type inner struct {
	ID   string `yaml:"id,required"`
	Note string `yaml:"note"`
}

// upper reads itself.
type upper string

func (u *upper) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	s, _ := r.Text(n)
	*u = upper(strings.ToUpper(s))
}

func decode(src string, line int) (sample, diag.List) {
	r, root := strictyaml.Parse("f.yaml", []byte(src), line)
	s := sample{Plain: "kept", hidden: 7}
	if root != nil {
		r.Decode(root, &s)
	}
	return s, r.Findings()
}

// faulty are documents with what is found in them. The file begins on line 1.
var faulty = []struct{ name, src, want string }{
	{"not a mapping", "[a]\n", "1:1 yaml-want-mapping"},
	{"scalar", "xin chào\n", "1:1 yaml-want-mapping"},
	{"unknown key, near", "title: a\nPined: true\n", "2:1 yaml-unknown-key"},
	{"unknown key, far", "title: a\nxyz: true\n", "2:1 yaml-unknown-key"},
	{"unknown key inside", "title: a\ninner: {id: b, nôt: c}\n", "2:16 yaml-unknown-key"},
	{"missing key", "pinned: true\n", "1:1 yaml-missing-key"},
	{"missing key with a blank", "title: \"  \"\n", "1:1 yaml-missing-key"},
	{"missing key with nothing", "title:\n", "1:1 yaml-missing-key"},
	{"missing key inside", "title: a\nmany:\n  - id: x\n  - note: y\n", "4:5 yaml-missing-key"},
	{"missing key below a pointer", "title: a\nmaybe: {note: x}\n", "2:8 yaml-missing-key"},
	{"list for text", "title: [a]\n", "1:8 yaml-want-text"},
	{"mapping for text", "title: {a: b}\n", "1:8 yaml-want-text"},
	{"text for list", "title: a\ntags: b\n", "2:7 yaml-want-list"},
	{"mapping in a list of texts", "title: a\ntags:\n  - b\n  - {c: d}\n", "4:5 yaml-want-text"},
	{"text for mapping", "title: a\ninner: b\n", "2:8 yaml-want-mapping"},
	{"text for truth", "title: a\npinned: yes\n", "2:9 yaml-want-bool"},
	{"quoted truth", "title: a\npinned: \"true\"\n", "2:9 yaml-want-bool"},
	{"capital truth", "title: a\npinned: True\n", "2:9 yaml-want-bool"},
	{"list for truth", "title: a\npinned: [true]\n", "2:9 yaml-want-bool"},
	{"word for number", "title: a\ncount: một\n", "2:8 yaml-want-number"},
	{"number with a point", "title: a\ncount: 1.000\n", "2:8 yaml-want-number"},
	{"number with an underscore", "title: a\ncount: 1_000\n", "2:8 yaml-want-number"},
	{"hexadecimal number", "title: a\ncount: 0x10\n", "2:8 yaml-want-number"},
	{"number too large", "title: a\nbig: 9223372036854775808\n", "2:6 yaml-want-number"},
	{"long value for number", "title: a\ncount: " + strings.Repeat("ệ", 80) + "\n", "2:8 yaml-want-number"},

	{"repeated key", "title: a\ntitle: b\n", "2:1 yaml-repeated-key"},
	{"repeated key in other quotes", "title: a\n'title': b\n\"title\": c\n", "2:1 yaml-repeated-key\n3:1 yaml-repeated-key"},
	{"repeated key inside", "title: a\ninner: {id: b, id: c}\n", "2:16 yaml-repeated-key"},
	{"anchor and alias", "title: &a x\nown: *a\n", "1:8 yaml-anchor\n2:6 yaml-anchor"},
	{"anchor on a key", "&a title: x\n", "1:1 yaml-anchor"},
	{"anchor on a list", "title: x\ntags: &a [b]\n", "2:7 yaml-anchor"},
	{"alias of nothing", "title: x\nown: *abc\n", "2:6 yaml-anchor"},
	{"text that looks like an alias", "title: *quan trọng*\n", "1:8 yaml-anchor"},
	{"merge key", "title: a\n<<: {id: b}\n", "2:1 yaml-key"},
	{"list as key", "? [a]\n: b\n", "1:3 yaml-key"},
	{"mapping as key", "{a: b}: c\n", "1:1 yaml-key"},
	{"tag", "title: !!str 5\n", "1:8 yaml-tag"},
	{"own tag", "title: !the\n", "1:8 yaml-tag"},
	{"tag with a line feed", "title: !<x%0Ay> a\n", "1:8 yaml-tag"},
	{"binary", "title: !!binary aGVsbG8=\n", "1:8 yaml-tag"},
	{"tag by directive", "%TAG ! tag:x,2000:\n---\ntitle: !b a\n", "3:8 yaml-tag"},
	{"two documents", "title: a\n---\ntitle: b\n", "2 yaml-many-documents"},
	{"document without content behind", "title: a\n---\n", "2 yaml-many-documents"},
	{"broken second document", "title: a\n---\nx: ]\n", "3 yaml-many-documents"},
	{"more behind the end", "title: a\n...\n}\n", "3 yaml-many-documents"},

	{"invalid UTF-8", "title: a\nown: C\xe9ng\n", "2:7 yaml-not-text"},
	{"NUL", "title: Đ\x00\n", "1:10 yaml-not-text"},
	{"escape character", "title: a\nown: \x1b[31m\n", "2:6 yaml-not-text"},
	{"UTF-16", "\xff\xfet\x00i\x00", "1:1 yaml-not-text"},
	{"lone carriage return", "title: a\rpinned: true\n", "1:9 yaml-not-text"},
	{"next line", "title: a\u0085pinned: true\n", "1:9 yaml-not-text"},
	{"line separator", "title: a\u2028pinned: true\n", "1:9 yaml-not-text"},
	{"paragraph separator", "title: a\u2029pinned: true\n", "1:9 yaml-not-text"},
	{"escaped NUL", `title: "a\0b"`, "1:8 yaml-escape"},
	{"escaped ESC", "title: a\nown: \"\\e[2J\"", "2:6 yaml-escape"},
	{"escaped override", `title: "a\u202Eb"`, "1:8 yaml-escape"},
	{"escaped soft hyphen", `title: "a\xadb"`, "1:8 yaml-escape"},
	{"escaped in a key", `"title\a": b`, "1:1 yaml-escape"},
	{"escaped line separator", `title: "a\Lb"`, "1:8 yaml-escape"},

	{"colon in a value", "title: a: b\n", "1 yaml-syntax"},
	{"colon in a value further down", "title: a\nown: b: c\nbig: 1\n", "2 yaml-syntax"},
	{"tab", "tags:\n\t- a\n", "2 yaml-syntax"},
	{"wrong indentation", "title: a\n  own: b\nbig: 1\n", "2 yaml-syntax"},
	{"text behind quotes", "title: a\nown: \"Sơn La\" hôm nay\nbig: 1\n", "2 yaml-syntax"},
	{"text behind quotes, comments after", "title: a\nown: \"x\" y\n# 1\n# 2\n\n# 3\n# 4\n# 5\nbig: 1\ncount: 2\n", "2 yaml-syntax"},
	{"text behind quotes in the last line", "title: a\nbig: 1\nown: \"x\" y", "3 yaml-syntax"},
	{"item among keys", "title: a\nbig: 1\ncount: 2\n- b\nown: c\n", "4 yaml-syntax"},
	{"key among items", "title: a\ntags:\n- a\n- b\n- c\nd\nown: x\n", "6 yaml-syntax"},
	{"key among items of a list", "- a\n- b\nc: d\n- e\n", "3 yaml-syntax"},
	{"open quote", "title: \"a\nown: b\nbig: 1\n", "1 yaml-syntax"},
	{"open quote further down", "big: 1\ntitle: \"a\nown: b\n", "2 yaml-syntax"},
	{"open bracket", "title: a\ntags: [b, c\nbig: 1\n", "2 yaml-syntax"},
	{"open brace", "title: a\ninner: {id: b\n", "2 yaml-syntax"},
	{"bracket too much", "title: a\ntags: b]\nbig: ]\n", "3 yaml-syntax"},
	{"percent", "title: a\nown: %b\n", "2 yaml-syntax"},
	{"at sign", "title: a\nown: @b\n", "2 yaml-syntax"},
	{"backtick", "title: a\nown: `b`\n", "2 yaml-syntax"},
	{"no space behind the colon", "title: a\nbig:1\ncount: 2\n", "2 yaml-syntax"},
	{"unknown escape", "title: a\nown: \"\\q\"\n", "2 yaml-syntax"},
	{"half a surrogate", "title: a\nown: \"\\ud800\"\n", "2 yaml-syntax"},
	{"directive of another version", "%YAML 9.1\n---\ntitle: a\n", "1 yaml-syntax"},
	{"unknown tag handle", "title: !a!b c\n", "1 yaml-syntax"},
	{"open quote at the very end", "title: a\nown: '", "2 yaml-syntax"},

	{"too deep", strings.Repeat("[", 26) + strings.Repeat("]", 26), "1:26 yaml-too-deep"},
	{"too deep in blocks", nested(25), "25:49 yaml-too-deep\n25:51 yaml-too-deep"},
	{"as deep as may be", "title: " + strings.Repeat("[", 24) + strings.Repeat("]", 24), "1:8 yaml-want-text"},
	{"deeper than the parser goes", strings.Repeat("[", 20000), "1 yaml-syntax"},
	{"too many", "title: a\ntags:\n" + strings.Repeat("- a\n", 100_000), "99998:3 yaml-too-many"},
	{"too large", "title: " + strings.Repeat("a", 1<<20), " yaml-too-large"},
	{"too many faults", strings.Repeat("? [a]\n: b\n", 80),
		strings.Join(times(strictyaml.MaxFindings, func(i int) string { return fmt.Sprintf("%d:3 yaml-key", 2*i+1) }), "\n") + "\n yaml-more"},
}

func nested(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "a:\n")
	}
	return b.String()
}

func times(n int, f func(i int) string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = f(i)
	}
	return out
}

// places writes findings as "line:column code".
func places(found diag.List, shift int) string {
	var out []string
	for _, f := range found.Sort() {
		switch pos := f.Pos; {
		case pos.Line == 0:
			out = append(out, " "+f.Rule.Code)
		case pos.Column == 0:
			out = append(out, fmt.Sprintf("%d %s", pos.Line-shift, f.Rule.Code))
		default:
			out = append(out, fmt.Sprintf("%d:%d %s", pos.Line-shift, pos.Column, f.Rule.Code))
		}
	}
	return strings.Join(out, "\n")
}

func sorted(lines string) string {
	all := strings.Split(lines, "\n")
	last := len(all) - 1
	if last > 0 && strings.HasPrefix(all[last], " ") { // without a line: sorts first
		all = append([]string{all[last]}, all[:last]...)
	}
	return strings.Join(all, "\n")
}

// Every fault is found on its line, wherever in a file the YAML begins; and
// the faults above are all that can be found.
func TestFaults(t *testing.T) {
	diagtest.Rules(t, strictyaml.Rules())
	var seen diagtest.Coverage
	for _, c := range faulty {
		for _, first := range []int{1, 2, 40} {
			if first > 1 && len(c.src) > 10_000 {
				continue // once is enough of what takes long
			}
			_, found := decode(c.src, first)
			if got := places(found, first-1); got != sorted(c.want) {
				t.Errorf("%s, from line %d: found\n%s\nwant\n%s", c.name, first, got, c.want)
			}
			seen.Add(t, found)
		}
	}
	seen.Complete(t, strictyaml.Rules())
}

// The hint names what was meant, or else what may stand there.
func TestDidYouMean(t *testing.T) {
	for src, want := range map[string]string{
		"title: a\npined: true\n": `did you mean "pinned"?`,
		"TITLE: a\n":              `did you mean "title"?`,
		"title: a\nxyz: b\n":      "keys that may stand here: title, pinned, count, big, tags, inner, maybe, many, own",
	} {
		_, found := decode(src, 1)
		if len(found) == 0 || !strings.Contains(report(found), want) {
			t.Errorf("%q: found %s, want %s", src, report(found), want)
		}
	}
}

func report(found diag.List) string {
	var b strings.Builder
	found.Write(&b, diag.EN)
	return b.String()
}

// One document shows all its faults, and what is right is still read.
func TestFaultsDoNotHideEachOther(t *testing.T) {
	s, found := decode("titel: a\npinned: yes\ncount: 12\ntags: [b, [c], d]\ninner: {id: e}\n", 1)
	want := "1:1 yaml-missing-key\n1:1 yaml-unknown-key\n2:9 yaml-want-bool\n4:11 yaml-want-text"
	if got := places(found, 0); got != want {
		t.Errorf("found\n%s\nwant\n%s", got, want)
	}
	if s.Count != 12 || s.Inner.ID != "e" || len(s.Tags) != 3 || s.Tags[0] != "b" || s.Tags[2] != "d" {
		t.Errorf("what is right was not read: %+v", s)
	}
}

func TestDecode(t *testing.T) {
	s, found := decode("\ufefftitle: |\n  Dòng một\n  dòng hai\npinned: true # chú thích\ncount: \"12\"\nbig: -5\r\n"+
		"tags: [2026-11-23, yes, 08, ~, \" x \", \"<<\"]\ninner: {id: 1.0}\nmaybe:\nmany:\n  - id: a\n  - id: b\n    note: >-\n      c\n      d\nown: đ\n", 1)
	if len(found) > 0 {
		t.Fatalf("found %s", report(found))
	}
	if s.Title != "Dòng một\ndòng hai" || !s.Pinned || s.Count != 12 || s.Big != -5 || s.Own != "Đ" {
		t.Errorf("read %+v", s)
	}
	if got := strings.Join(s.Tags, "|"); got != "2026-11-23|yes|08||x|<<" {
		t.Errorf("tags are %q: texts are taken as they are written", got)
	}
	if s.Inner.ID != "1.0" || s.Maybe != nil || len(s.Many) != 2 || s.Many[1] != (inner{"b", "c d"}) {
		t.Errorf("read %+v", s)
	}
	if s.Plain != "kept" || s.hidden != 7 {
		t.Error("fields without a tag were touched")
	}
}

func TestEmpty(t *testing.T) {
	for _, src := range []string{"", "\n", "# chỉ có chú thích\n", "---\n", "---\n...\n", "~\n", "null", "\ufeff"} {
		r, root := strictyaml.Parse("f.yaml", []byte(src), 1)
		if root != nil || len(r.Findings()) > 0 {
			t.Errorf("%q is read as %v with %s", src, root, report(r.Findings()))
		}
		if pos := r.Pos(nil); pos != (diag.Pos{Path: "f.yaml", Line: 1}) {
			t.Errorf("the place of nothing is %s", pos)
		}
	}
}

func TestDecodeUnknownType(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a type that cannot be decoded went unnoticed")
		}
	}()
	r, root := strictyaml.Parse("f.yaml", []byte("a: 1.5\n"), 1)
	var v struct {
		A float64 `yaml:"a"`
	}
	r.Decode(root, &v)
}

// bombs are documents that are made to cost much. They have a sixteenth of what
// is read at most: for what costs the square of its size, that is enough.
func bombs() map[string]string {
	const size = strictyaml.MaxBytes / 16
	lines := func(s string) string { return strings.Repeat(s, size/len(s)) }
	indented := func() string {
		var b strings.Builder
		for i := 0; b.Len() < size-2000; i++ {
			b.WriteString(strings.Repeat(" ", i) + "a:\n")
		}
		return b.String()
	}
	return map[string]string{
		"aliases":      "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\ne: [" + strings.Repeat("*d,", 1000) + "]\n",
		"open lists":   lines("["),
		"open maps":    lines("{a: "),
		"items":        lines("- "),
		"short items":  lines("- a\n"),
		"empty items":  lines("-\n"),
		"empty keys":   lines("?\n"),
		"flow":         "[" + strings.Repeat("a,", size/2-2) + "]",
		"comments":     lines("# x\n- a\n"),
		"anchors":      lines("- &a\n"),
		"faults":       "title: a\ntags:\n" + strings.Repeat("- [a]\n", size/7),
		"unknown keys": strings.Join(times(size/25, func(i int) string { return fmt.Sprintf("khoa-khong-co-%d: 1\n", i) }), ""),
		"indentation":  indented(),
		"one quote":    "title: \"" + strings.Repeat("a\n ", size/3-10),
		"late error":   "a: \"b\" " + strings.Repeat("c\n ", size/3-10),
		"late error 2": strings.Repeat("- a\n", size/5) + "b: c\n",
		"documents":    lines("---\n"),
		"escapes":      "title: \"" + strings.Repeat(`\u0041`, size/6-5) + "\"",
		"long key":     strings.Repeat("k", size/2) + ": 1",
	}
}

// Nothing of bounded size takes long or much memory. The bounds are wide, for
// slow machines and the race detector; the square of the size is far above.
func TestBombs(t *testing.T) {
	for name, src := range bombs() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		_, found := decode(src, 1)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		if took > time.Minute {
			t.Errorf("%s took %v", name, took)
		}
		if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 200 {
			t.Errorf("%s allocated %d MiB", name, used)
		}
		if len(found) > strictyaml.MaxFindings+1 {
			t.Errorf("%s has %d findings", name, len(found))
		}
		t.Logf("%s: %v, %d MiB", name, took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20)
	}
}

// Whatever the bytes are, reading ends without a panic; findings are within
// the text and can be shown; a text without findings reads the same when it is
// read again, and none of its values holds what cannot be seen in the source.
func FuzzParse(f *testing.F) {
	for _, c := range faulty {
		if len(c.src) < 500 {
			f.Add([]byte(c.src))
		}
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		r, root := strictyaml.Parse("f.yaml", src, 3)
		var s sample
		if root != nil {
			r.Decode(root, &s)
		}
		lines := strings.Count(string(src), "\n") + 1
		for _, found := range r.Findings() {
			diagtest.Finding(t, found)
			if line := found.Pos.Line; line != 0 && (line < 3 || line > lines+2) {
				t.Errorf("%s is found on line %d of %d lines", found.Rule.Code, line-2, lines)
			}
		}
		for _, v := range append(s.Tags, s.Title, string(s.Own), s.Inner.ID) {
			for _, c := range v {
				if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
					t.Errorf("a value holds %q", v)
				}
			}
		}
	})
}
