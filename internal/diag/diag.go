// Package diag holds findings: what is wrong with a user's files, where, and
// how to mend it.
//
// A finding is not an error. An error says that an operation of ours failed; a
// finding says that an input is not as it should be. Findings are collected
// (all of them, never only the first), positioned, and written for people, in
// Vietnamese first and in English second.
//
// Each kind of finding is a [Rule], declared once, as a table, in the package
// that detects it. The rule owns its code, its severity and its words; a
// [Finding] is a rule at a place, with the arguments of its words.
package diag

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Severity says what a finding stops.
type Severity int

const (
	// Warning stops nothing: the editor should look at it.
	Warning Severity = iota
	// Error makes `check` fail, and stops the publication of the file that
	// has it; on a file that did not change it never stops a publication.
	Error
	// Blocking stops every build: the result would be unsafe or undefined
	// (two pages at one address, unsafe bytes, configuration that cannot be
	// read).
	Blocking
)

var severityNames = [...]string{Warning: "warning", Error: "error", Blocking: "blocking"}

// String returns the English name of s as it is used in JSON.
func (s Severity) String() string {
	if s < 0 || int(s) >= len(severityNames) {
		return fmt.Sprintf("severity(%d)", int(s))
	}
	return severityNames[s]
}

// Text is a rule's words in one language: what is wrong, and how to mend it.
// Both are formats for package fmt; they use explicit argument indexes
// (%[1]q) so that languages may order the arguments differently. Lower case,
// no final period.
type Text struct {
	Message string
	Hint    string
}

// Rule is one kind of finding.
type Rule struct {
	// Code names the rule for ever: lower case words joined by hyphens, the
	// first of which is the area ("front-unknown-key").
	Code     string
	Severity Severity
	VI, EN   Text
	// Fixable says that `bientap check --fix` can mend it mechanically.
	Fixable bool
}

// Pos is a place in a file of the portal. Line and Column count from 1; zero
// means "the file as a whole". Column counts bytes.
type Pos struct {
	Path   string
	Line   int
	Column int
}

// String formats p as path:line:column, leaving out what is unknown.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.Path
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.Path, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.Path, p.Line, p.Column)
}

// Finding is a rule that was found broken at a place.
type Finding struct {
	Rule *Rule
	Pos  Pos
	Args []any
}

// At returns the finding that r is broken at pos. The arguments are those of
// the rule's words.
func (r *Rule) At(pos Pos, args ...any) Finding {
	return Finding{Rule: r, Pos: pos, Args: args}
}

// Lang chooses the language of messages.
type Lang string

// The languages in which findings are written.
const (
	VI Lang = "vi"
	EN Lang = "en"
)

func (f Finding) text(lang Lang) Text {
	if lang == EN {
		return f.Rule.EN
	}
	return f.Rule.VI
}

func format(words string, args []any) string {
	if words == "" || !strings.Contains(words, "%") {
		return words
	}
	// Arguments that this language or this sentence does not use are not an
	// error; fmt would say so in the text, so they are cut off first.
	return visible(fmt.Sprintf(words, args[:min(used(words), len(args))]...))
}

// visible writes what cannot be seen as in a Go string. Words quote what
// stands in files, and whoever wrote those must not write to the terminal of
// who reads a report: no line of its own, no colour, no reversed text.
func visible(s string) string {
	odd := func(r rune) bool { return !strconv.IsPrint(r) }
	s = strings.ToValidUTF8(s, "\ufffd")
	if strings.IndexFunc(s, odd) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if odd(r) {
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// used returns the highest explicit argument index in a format.
func used(words string) int {
	high := 0
	for i := 0; i+1 < len(words); i++ {
		if words[i] == '[' && words[i+1] >= '1' && words[i+1] <= '9' {
			high = max(high, int(words[i+1]-'0'))
		}
	}
	return high
}

// Message says what is wrong.
func (f Finding) Message(lang Lang) string { return format(f.text(lang).Message, f.Args) }

// Hint says how to mend it; it may be empty. A clause of the hint, up to the
// next semicolon, is left out when all that it would say is a quoted argument
// that is empty: "nearest: %[2]q" is said only when something is near.
func (f Finding) Hint(lang Lang) string {
	clauses := strings.Split(f.text(lang).Hint, "; ")
	clauses = slices.DeleteFunc(clauses, func(clause string) bool { return idle(clause, f.Args) })
	return format(strings.Join(clauses, "; "), f.Args)
}

// idle reports whether a clause quotes arguments and all of its arguments are
// empty.
func idle(clause string, args []any) bool {
	quotes := false
	for i, arg := range args {
		if strings.Contains(clause, fmt.Sprintf("[%d]", i+1)) {
			if arg != "" {
				return false
			}
			quotes = quotes || strings.Contains(clause, fmt.Sprintf("[%d]q", i+1))
		}
	}
	return quotes
}

// List is a set of findings in the order in which they were found.
type List []Finding

// Worst returns the highest severity in the list, and false if it is empty.
func (l List) Worst() (Severity, bool) {
	worst := Warning
	for _, f := range l {
		worst = max(worst, f.Rule.Severity)
	}
	return worst, len(l) > 0
}

// Count returns how many findings have severity s.
func (l List) Count(s Severity) int {
	n := 0
	for _, f := range l {
		if f.Rule.Severity == s {
			n++
		}
	}
	return n
}

// Sort orders the list by path, line, column, code and words, and drops exact
// repetitions, so that the same faults give the same report with any number
// of processors. The list itself is put in order too.
func (l List) Sort() List {
	slices.SortFunc(l, compare)
	return slices.CompactFunc(l, func(a, b Finding) bool { return compare(a, b) == 0 })
}

func compare(a, b Finding) int {
	return cmp.Or(
		strings.Compare(a.Pos.Path, b.Pos.Path),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		strings.Compare(a.Rule.Code, b.Rule.Code),
		strings.Compare(a.Message(EN), b.Message(EN)),
		strings.Compare(a.Hint(EN), b.Hint(EN)),
	)
}

var severityWords = map[Lang][3]string{
	VI: {Warning: "cảnh báo", Error: "lỗi", Blocking: "lỗi chặn"},
	EN: {Warning: "warning", Error: "error", Blocking: "blocking"},
}

// Write prints the list for a terminal, one finding a paragraph: place,
// severity, message, code, and the hint on a line of its own.
func (l List) Write(w io.Writer, lang Lang) error {
	words, ok := severityWords[lang]
	if !ok {
		words = severityWords[VI]
	}
	for _, f := range l {
		_, err := fmt.Fprintf(w, "%s: %s: %s [%s]\n", f.Pos, words[f.Rule.Severity], f.Message(lang), f.Rule.Code)
		if err != nil {
			return err
		}
		if hint := f.Hint(lang); hint != "" {
			if _, err := fmt.Fprintf(w, "    → %s\n", hint); err != nil {
				return err
			}
		}
	}
	return nil
}

// jsonFinding is the shape of one finding in `--json` output.
type jsonFinding struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Path     string `json:"path"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Fixable  bool   `json:"fixable,omitempty"`
}

// WriteJSON prints the list as one JSON array of objects with the members
// code, severity, path, line, column, message, hint and fixable.
func (l List) WriteJSON(w io.Writer, lang Lang) error {
	out := make([]jsonFinding, len(l))
	for i, f := range l {
		out[i] = jsonFinding{
			Code: f.Rule.Code, Severity: f.Rule.Severity.String(),
			Path: f.Pos.Path, Line: f.Pos.Line, Column: f.Pos.Column,
			Message: f.Message(lang), Hint: f.Hint(lang), Fixable: f.Rule.Fixable,
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
