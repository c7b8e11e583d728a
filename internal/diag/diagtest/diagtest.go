// Package diagtest checks, in tests, the rule tables of the packages that
// report findings, and what they report.
//
// A package with rules has one test that calls [Rules] on its table, and feeds
// every finding that its tests provoke to a [Coverage], which tells at the end
// which rules nothing provoked. Every finding goes through [Finding] on the
// way, so that none reaches a reader with a hole in its words.
package diagtest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"sonla.gov.vn/bientap/internal/diag"
)

var (
	codeShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)+$`)
	// verb matches one verb of package fmt, or an escaped percent sign.
	verb = regexp.MustCompile(`%%|%(\[[1-9]\])?[-+# 0-9.]*[a-zA-Z]`)
)

// Rules checks a table of rules: codes are well formed, no rule stands twice,
// and there is a message and a hint in both languages, each with explicit
// argument indexes only.
func Rules(t testing.TB, rules []*diag.Rule) {
	t.Helper()
	if len(rules) == 0 {
		t.Error("there are no rules")
	}
	for i, r := range rules {
		if slices.Contains(rules[:i], r) {
			t.Errorf("rule %s stands in the table twice", r.Code)
		}
		if !codeShape.MatchString(r.Code) {
			t.Errorf("code %q is not made of lower-case words joined by hyphens", r.Code)
		}
		if r.Severity < diag.Warning || r.Severity > diag.Blocking {
			t.Errorf("rule %s has the severity %s", r.Code, r.Severity)
		}
		for name, words := range texts(r) {
			if fault := faultOf(words); fault != "" {
				t.Errorf("rule %s, %s: %s: %q", r.Code, name, fault, words)
			}
		}
	}
}

func texts(r *diag.Rule) map[string]string {
	return map[string]string{
		"Vietnamese message": r.VI.Message, "Vietnamese hint": r.VI.Hint,
		"English message": r.EN.Message, "English hint": r.EN.Hint,
	}
}

// faultOf says what is wrong with a format, or "".
func faultOf(words string) string {
	switch {
	case strings.TrimSpace(words) != words || words == "":
		return "empty, or with space at its ends"
	case strings.HasSuffix(words, "."):
		return "ends with a full stop"
	}
	for _, v := range verb.FindAllString(words, -1) {
		if v != "%%" && !strings.HasPrefix(v, "%[") {
			return "the verb " + v + " has no argument index"
		}
	}
	if rest := verb.ReplaceAllString(words, ""); strings.Contains(rest, "%") {
		return "a percent sign that is no verb"
	}
	return ""
}

// Finding checks that a finding can be shown: it has a rule and a file, its
// words have no hole in either language, and nothing in them, not even what
// was quoted from a file, can act on a terminal.
func Finding(t testing.TB, f diag.Finding) {
	t.Helper()
	if f.Rule == nil || f.Pos.Path == "" {
		t.Fatalf("a finding without rule or file: %+v", f)
	}
	f.Args = slices.Clone(f.Args)
	for i, arg := range f.Args {
		if s, ok := arg.(string); ok { // what a file says is no hole
			f.Args[i] = strings.ReplaceAll(s, "%", "٪")
		}
	}
	for _, lang := range []diag.Lang{diag.VI, diag.EN} {
		for i, words := range []string{f.Message(lang), f.Hint(lang)} {
			if words == "" && i == 0 || strings.Contains(words, "%!") {
				t.Errorf("finding %s at %s in %q has a hole in its words: %q", f.Rule.Code, f.Pos, lang, words)
			}
			if i := strings.IndexFunc(words, acts); i >= 0 {
				t.Errorf("finding %s at %s in %q prints what acts on a terminal: %q", f.Rule.Code, f.Pos, lang, words)
			}
		}
	}
}

func acts(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Bidi_Control) }

// Lines writes findings as "path:line:column: severity: code", sorted, one a
// line; the form in which tests say what they expect.
func Lines(found diag.List) string {
	var b strings.Builder
	for _, f := range slices.Clone(found).Sort() {
		fmt.Fprintf(&b, "%s: %s: %s\n", f.Pos, f.Rule.Severity, f.Rule.Code)
	}
	return b.String()
}

// Coverage remembers which rules were provoked. Its zero value is ready.
type Coverage struct{ seen []*diag.Rule }

// Add checks findings with [Finding] and remembers their rules.
func (c *Coverage) Add(t testing.TB, found diag.List) {
	t.Helper()
	for _, f := range found {
		Finding(t, f)
		if !slices.Contains(c.seen, f.Rule) {
			c.seen = append(c.seen, f.Rule)
		}
	}
}

// Complete reports the rules of a table that nothing provoked.
func (c *Coverage) Complete(t testing.TB, rules []*diag.Rule) {
	t.Helper()
	for _, r := range rules {
		if !slices.Contains(c.seen, r) {
			t.Errorf("nothing in the test data provokes the rule %s (%q)", r.Code, r.EN.Message)
		}
	}
}
