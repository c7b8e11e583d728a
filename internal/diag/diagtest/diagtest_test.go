package diagtest

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/internal/diag"
)

// recorder is a test that only remembers what it was told.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(f string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(f, args...))
}
func (r *recorder) Error(args ...any)            { r.errors = append(r.errors, fmt.Sprint(args...)) }
func (r *recorder) Fatalf(f string, args ...any) { r.Errorf(f, args...); runtime.Goexit() }

// told runs do and returns what it reported.
func told(do func(t testing.TB)) string {
	r := &recorder{}
	done := make(chan struct{})
	go func() { defer close(done); do(r) }()
	<-done
	return strings.Join(r.errors, "\n")
}

func rule(vi, en string) *diag.Rule {
	return &diag.Rule{Code: "test-rule", Severity: diag.Error, VI: diag.Text{Message: vi, Hint: "sửa"}, EN: diag.Text{Message: en, Hint: "mend"}}
}

func TestRules(t *testing.T) {
	good := rule("mục %[1]q sai 100%%", "%[1]q is wrong")
	coded := rule("a", "b")
	coded.Code = "Test_Rule"
	grave := rule("a", "b")
	grave.Severity = 3
	for want, rules := range map[string][]*diag.Rule{
		"":                               {good},
		"no rules":                       {},
		"twice":                          {good, good},
		"not made of lower-case":         {coded},
		"has the severity":               {grave},
		"empty":                          {rule("", "b")},
		"has no argument index":          {rule("a %q", "b")},
		"ends with a full stop":          {rule("a", "b.")},
		"a percent sign that is no verb": {rule("a", "100 %")},
	} {
		got := told(func(t testing.TB) { Rules(t, rules) })
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("want %q, got %q", want, got)
		}
	}
}

func TestCoverage(t *testing.T) {
	one, two := rule("a %[1]q", "b %[1]q"), rule("a", "b")
	pos := diag.Pos{Path: "a.md"}
	for want, do := range map[string]func(testing.TB){
		"": func(t testing.TB) {
			var c Coverage
			c.Add(t, diag.List{one.At(pos, "x"), one.At(pos, "100%!d(MISSING)")})
			c.Add(t, diag.List{two.At(pos), two.At(pos)})
			c.Complete(t, []*diag.Rule{one, two})
		},
		"nothing in the test data": func(t testing.TB) {
			var c Coverage
			c.Add(t, diag.List{one.At(pos, "x")})
			c.Complete(t, []*diag.Rule{one, two})
		},
		"hole":      func(t testing.TB) { Finding(t, one.At(pos)) },
		"without":   func(t testing.TB) { Finding(t, two.At(diag.Pos{})) },
		"%!d(strin": func(t testing.TB) { Finding(t, rule("%[1]d", "b").At(pos, "x")) },
	} {
		got := told(do)
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("want %q, got %q", want, got)
		}
	}
}

func TestLines(t *testing.T) {
	r := rule("a", "b")
	list := diag.List{r.At(diag.Pos{Path: "b.md", Line: 2, Column: 3}), r.At(diag.Pos{Path: "a.md"})}
	want := "a.md: error: test-rule\nb.md:2:3: error: test-rule\n"
	if got := Lines(list); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if list[0].Pos.Path != "b.md" {
		t.Error("the list itself was sorted")
	}
}
