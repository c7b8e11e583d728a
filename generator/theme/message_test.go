package theme

import (
	"slices"
	"strings"
	"testing"
)

func TestParseMessage(t *testing.T) {
	tests := []struct {
		text   string
		args   []any
		want   string
		places string
	}{
		{"Đóng", []any{"x"}, "Đóng", ""},
		{"Phần {1}", []any{2}, "Phần 2", "{1}"},
		{"{2} – {1}", []any{"a", "b"}, "b – a", "{1} {2}"},
		{"{1}{1}", []any{"a"}, "aa", "{1}"},
		{"{1} và {2}", []any{"a"}, "a và ", "{1} {2}"},
		{"{9}", nil, "", "{9}"},
	}
	for _, test := range tests {
		m, ok := parseMessage(test.text)
		if !ok {
			t.Errorf("%q was refused", test.text)
			continue
		}
		if got := m.fill(test.args); got != test.want {
			t.Errorf("%q filled with %v is %q, want %q", test.text, test.args, got, test.want)
		}
		if got := m.places(); got != test.places {
			t.Errorf("the places of %q are %q, want %q", test.text, got, test.places)
		}
	}
	for _, text := range []string{"{", "}", "{0}", "{10}", "{a}", "{1", "1}", "{{1}}", "{}"} {
		if _, ok := parseMessage(text); ok {
			t.Errorf("%q was accepted", text)
		}
	}
}

// FuzzParseMessage: filling a message's places with their own names gives the
// text back, and what has no braces is never refused.
func FuzzParseMessage(f *testing.F) {
	for _, s := range []string{"", "a", "{1}", "{2} x {1}", "{", "}{", "{1}}", "Ủy ban {1}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, ok := parseMessage(text)
		if !strings.ContainsAny(text, "{}") && !ok {
			t.Fatalf("%q was refused", text)
		}
		if !ok {
			return
		}
		names := []any{"{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}"}
		if got := m.fill(names); got != text {
			t.Errorf("%q came back as %q", text, got)
		}
		if m.arity() > 9 || m.arity() > 0 && !slices.Contains(m.numbers, m.arity()-1) {
			t.Errorf("%q takes %d values", text, m.arity())
		}
	})
}
