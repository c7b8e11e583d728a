package content

import (
	"os"
	"slices"
	"testing"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/internal/diag"
)

// TestDraftAsksForEveryField parses what `bientap new` writes, unfilled: every
// required field without a value is a finding on its own line, said once.
func TestDraftAsksForEveryField(t *testing.T) {
	src, err := os.ReadFile("../../config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	conf, found := config.Parse(src)
	if len(found) > 0 {
		t.Fatal(found)
	}
	kinds, _ := LoadKinds(nil)
	s := &Schema{Portal: conf, Kinds: kinds}
	draft := "---\nid: qj2j522rc6\nkind: document\ntitle: \"\"\nsummary: \" \"\nnumber: \"\"\ntype:\nissuer: \"\"\nissued: 2026-11-23\nfiles: [\"\"]\n---\n"
	page, found := s.Parse("content/main/van-ban/a.md", []byte(draft))
	if page != nil {
		t.Error("a page without a title was accepted")
	}
	var lines []int
	for _, f := range found.Sort() {
		if f.Rule.Severity < diag.Error {
			t.Errorf("%v: %s is no error", f.Pos, f.Rule.Code)
		}
		lines = append(lines, f.Pos.Line)
	}
	if want := []int{2, 5, 6, 7, 8, 10}; !slices.Equal(lines, want) {
		t.Errorf("findings on lines %v, want %v:\n%v", lines, want, found)
	}
}

// TestWrongIsNotMissing expects one finding for a field whose value is wrong.
func TestWrongIsNotMissing(t *testing.T) {
	src, err := os.ReadFile("../../config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	conf, _ := config.Parse(src)
	kinds, _ := LoadKinds(nil)
	s := &Schema{Portal: conf, Kinds: kinds}
	_, found := s.Parse("content/main/tin-tuc/a.md", []byte("---\nid: qj2j522rc6\ntitle: A\nsummary: B\ndate: 2026-02-30\n---\n"))
	if len(found) != 1 || found[0].Pos.Line != 5 {
		t.Errorf("want one finding, on line 5; got %v", found)
	}
}

// TestEveryRequirableFieldHasWords holds the two tables together.
func TestEveryRequirableFieldHasWords(t *testing.T) {
	for _, name := range requirable {
		if w := commonWords[name]; w[0] == "" || w[1] == "" {
			t.Errorf("the field %q has no words", name)
		}
	}
}
