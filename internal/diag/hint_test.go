package diag_test

import (
	"testing"

	"sonla.gov.vn/bientap/internal/diag"
)

func TestHintLeavesOutEmptyClauses(t *testing.T) {
	rule := &diag.Rule{Code: "x", EN: diag.Text{Message: "no %[1]q", Hint: "nearest: %[2]q; or add %[1]q; see the list"}}
	for _, test := range []struct {
		args []any
		want string
	}{
		{[]any{"a", "b"}, `nearest: "b"; or add "a"; see the list`},
		{[]any{"a", ""}, `or add "a"; see the list`},
		{[]any{"", ""}, "see the list"},
		{[]any{0, 1}, `nearest: '\x01'; or add '\x00'; see the list`},
	} {
		if got := rule.At(diag.Pos{}, test.args...).Hint(diag.EN); got != test.want {
			t.Errorf("%v: %q, want %q", test.args, got, test.want)
		}
	}
	// What is empty and not quoted leaves no trace: its clause stays.
	suffix := &diag.Rule{Code: "x", EN: diag.Text{Hint: "see the list%[1]s"}}
	for arg, want := range map[string]string{"": "see the list", " (a?)": "see the list (a?)"} {
		if got := suffix.At(diag.Pos{}, arg).Hint(diag.EN); got != want {
			t.Errorf("%q: %q, want %q", arg, got, want)
		}
	}
	if got := (&diag.Rule{}).At(diag.Pos{}).Hint(diag.VI); got != "" {
		t.Errorf("a rule without a hint: %q", got)
	}
}
