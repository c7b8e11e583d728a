package diag_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

var (
	ruleKey = &diag.Rule{Code: "test-key", Severity: diag.Error, Fixable: true,
		VI: diag.Text{Message: "mục %[2]q sai, phải là %[1]q", Hint: "viết %[1]s"},
		EN: diag.Text{Message: "write %[1]q, not %[2]q", Hint: "100%% of %[3]d keys"}}
	ruleLate = &diag.Rule{Code: "test-late", Severity: diag.Warning,
		VI: diag.Text{Message: "đã quá hạn", Hint: "xem lại"}, EN: diag.Text{Message: "it is late"}}
	ruleBad = &diag.Rule{Code: "test-bad", Severity: diag.Blocking,
		VI: diag.Text{Message: "hỏng %[1]s", Hint: "sửa"}, EN: diag.Text{Message: "bad %[1]s", Hint: "mend it"}}
)

func TestPosString(t *testing.T) {
	for want, pos := range map[string]diag.Pos{
		"a.md":     {Path: "a.md"},
		"a.md:3":   {Path: "a.md", Line: 3},
		"a.md:3:7": {Path: "a.md", Line: 3, Column: 7},
	} {
		if got := pos.String(); got != want {
			t.Errorf("%+v is written %q, want %q", pos, got, want)
		}
	}
	// A column without a line says nothing.
	if got := (diag.Pos{Path: "a.md", Column: 7}).String(); got != "a.md" {
		t.Errorf("a column without a line is written %q", got)
	}
}

func TestSeverityString(t *testing.T) {
	for want, s := range map[string]diag.Severity{
		"warning": diag.Warning, "error": diag.Error, "blocking": diag.Blocking, "severity(7)": 7, "severity(-1)": -1,
	} {
		if got := s.String(); got != want {
			t.Errorf("severity %d is called %q, want %q", int(s), got, want)
		}
	}
}

func TestWords(t *testing.T) {
	f := ruleKey.At(diag.Pos{Path: "a.md", Line: 1}, "title", "titel", 12)
	for _, c := range []struct{ got, want string }{
		{f.Message(diag.VI), `mục "titel" sai, phải là "title"`},
		{f.Hint(diag.VI), `viết title`}, // arguments that a sentence does not use are no fault
		{f.Message(diag.EN), `write "title", not "titel"`},
		{f.Hint(diag.EN), `100% of 12 keys`},
		{f.Message("lo"), `mục "titel" sai, phải là "title"`}, // Vietnamese is the language of last resort
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	diagtest.Finding(t, f)
}

// What a file says must not act on the terminal of who reads about it.
func TestWordsAreVisible(t *testing.T) {
	for in, want := range map[string]string{
		"a\nfile.md:1: lỗi: giả":  `bad a\nfile.md:1: lỗi: giả`,
		"\x1b[31mđỏ\x1b[0m":       `bad \x1b[31mđỏ\x1b[0m`,
		"đảo\u202echữ":            `bad đảo\u202echữ`,
		"\x00\t\r":                `bad \x00\t\r`,
		"C\xe9ng":                 "bad C\ufffdng",
		"Ủy ban nhân dân tỉnh – ": "bad Ủy ban nhân dân tỉnh – ",
	} {
		if got := ruleBad.At(diag.Pos{Path: "a"}, in).Message(diag.EN); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}

func TestWorstAndCount(t *testing.T) {
	if _, any := (diag.List{}).Worst(); any {
		t.Error("an empty list has a worst finding")
	}
	pos := diag.Pos{Path: "a"}
	list := diag.List{ruleLate.At(pos), ruleBad.At(pos, "x"), ruleKey.At(pos, "a", "b", 1), ruleLate.At(pos)}
	if worst, any := list.Worst(); !any || worst != diag.Blocking {
		t.Errorf("the worst is %s, %v", worst, any)
	}
	if worst, any := list[:1].Worst(); !any || worst != diag.Warning {
		t.Errorf("the worst of a warning is %s, %v", worst, any)
	}
	if n := [3]int{list.Count(diag.Warning), list.Count(diag.Error), list.Count(diag.Blocking)}; n != [3]int{2, 1, 1} {
		t.Errorf("the counts are %v", n)
	}
}

// However findings come in, the report is the same.
func TestSortIsOneOrder(t *testing.T) {
	rules := []*diag.Rule{ruleKey, ruleLate, ruleBad}
	var all diag.List
	for range 60 {
		pos := diag.Pos{Path: string(rune('a' + rand.IntN(3))), Line: rand.IntN(3)}
		if pos.Line > 0 { // a column without a line is no place
			pos.Column = rand.IntN(2)
		}
		all = append(all, rules[rand.IntN(3)].At(pos, "x", "y", rand.IntN(2)))
	}
	want := report(t, append(diag.List(nil), all...).Sort())
	for range 50 {
		shuffled := append(diag.List(nil), all...)
		rand.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got := report(t, shuffled.Sort()); got != want {
			t.Fatalf("another order in, another report out:\n%s\nwant\n%s", got, want)
		}
	}
	lines := strings.Split(want, "\n")
	for i := 1; i < len(lines); i++ {
		if lines[i] == lines[i-1] && lines[i] != "" {
			t.Fatalf("the line %q stands twice", lines[i])
		}
	}
}

// Two findings that differ only in what the hint quotes are two findings.
func TestSortKeepsDifferentHints(t *testing.T) {
	pos := diag.Pos{Path: "a"}
	list := diag.List{ruleKey.At(pos, "x", "y", 2), ruleKey.At(pos, "x", "y", 1), ruleKey.At(pos, "x", "y", 2)}
	if got := list.Sort(); len(got) != 2 || got[0].Args[2] != 1 || got[1].Args[2] != 2 {
		t.Errorf("sorted to %+v", got)
	}
}

func report(t *testing.T, l diag.List) string {
	t.Helper()
	var b bytes.Buffer
	if err := l.Write(&b, diag.EN); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	list := diag.List{
		ruleKey.At(diag.Pos{Path: "content/a.md", Line: 3, Column: 1}, "title", "titel", 2),
		ruleLate.At(diag.Pos{Path: "content/b.md"}),
	}
	for lang, want := range map[diag.Lang]string{
		diag.VI: "content/a.md:3:1: lỗi: mục \"titel\" sai, phải là \"title\" [test-key]\n    → viết title\n" +
			"content/b.md: cảnh báo: đã quá hạn [test-late]\n    → xem lại\n",
		diag.EN: "content/a.md:3:1: error: write \"title\", not \"titel\" [test-key]\n    → 100% of 2 keys\n" +
			"content/b.md: warning: it is late [test-late]\n", // no hint, no line for it
	} {
		var b bytes.Buffer
		if err := list.Write(&b, lang); err != nil || b.String() != want {
			t.Errorf("in %q: %v\n%s\nwant\n%s", lang, err, b.String(), want)
		}
	}
}

func TestWriteJSON(t *testing.T) {
	list := diag.List{ruleKey.At(diag.Pos{Path: "a.md", Line: 3, Column: 9}, "<b>", "x", 2), ruleLate.At(diag.Pos{Path: "b.md"})}
	var b bytes.Buffer
	if err := list.WriteJSON(&b, diag.EN); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "<b>") {
		t.Errorf("markup is escaped although nothing reads this as HTML:\n%s", b.String())
	}
	var got []map[string]any
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{
		{"code": "test-key", "severity": "error", "path": "a.md", "line": 3.0, "column": 9.0,
			"message": `write "<b>", not "x"`, "hint": "100% of 2 keys", "fixable": true},
		{"code": "test-late", "severity": "warning", "path": "b.md", "message": "it is late"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	b.Reset()
	if err := (diag.List(nil)).WriteJSON(&b, diag.VI); err != nil || b.String() != "[]\n" {
		t.Errorf("no findings are written %q, %v; want an empty array", b.String(), err)
	}
}

// failing is a writer that fails after some bytes.
type failing int

func (f *failing) Write(p []byte) (int, error) {
	if *f -= failing(len(p)); *f < 0 {
		return 0, errFull
	}
	return len(p), nil
}

type full string

func (f full) Error() string { return string(f) }

const errFull = full("the disk is full")

func TestWriteTellsErrors(t *testing.T) {
	list := diag.List{ruleKey.At(diag.Pos{Path: "a.md"}, "a", "b", 1)}
	whole := failing(1 << 20)
	if err := list.Write(&whole, diag.EN); err != nil {
		t.Fatal(err)
	}
	for room := failing(0); room < 1<<20-whole; room++ {
		w := room
		if err := list.Write(&w, diag.EN); err != errFull {
			t.Fatalf("with room for %d bytes: %v", room, err)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("title", "tiêu đề\n\x1b[2J", 3)
	f.Add("%!s(MISSING)", "\xff\u2066", -1)
	f.Fuzz(func(t *testing.T, a, b string, n int) {
		one := ruleBad.At(diag.Pos{Path: "a"}, a)
		two := ruleKey.At(diag.Pos{Path: "a"}, a, b, n)
		for _, words := range []string{
			one.Message(diag.VI), one.Message(diag.EN), two.Message(diag.VI), two.Hint(diag.VI), two.Hint(diag.EN),
		} {
			if i := strings.IndexFunc(words, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }); i >= 0 {
				t.Errorf("%q can act on a terminal", words)
			}
			if !utf8.ValidString(words) {
				t.Errorf("%q is not UTF-8", words)
			}
		}
		l := diag.List{one, two}
		if got := l.Sort(); len(got) != 2 {
			t.Errorf("two findings were sorted to %d", len(got))
		}
	})
}
