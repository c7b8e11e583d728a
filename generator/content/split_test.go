package content_test

import (
	"bytes"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/generator/content"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name, src, front, body string
		line                   int
		ok                     bool
	}{
		{"ordinary", "---\ntitle: a\n---\nThân bài.\n", "title: a\n", "Thân bài.\n", 4, true},
		{"empty front matter", "---\n---\nx", "", "x", 3, true},
		{"no body", "---\na: b\n---", "a: b\n", "", 4, true},
		{"Windows", "---\r\na: b\r\n---\r\nx\r\n", "a: b\r\n", "x\r\n", 4, true},
		{"spaces behind", "--- \t\na: b\n---  \nx", "a: b\n", "x", 4, true},
		{"byte order mark", "\ufeff---\na: b\n---\nx", "a: b\n", "x", 4, true},
		{"rule in the body", "---\na: b\n---\nx\n---\ny\n", "a: b\n", "x\n---\ny\n", 4, true},
		{"rule with spaces before", "---\na: |\n  ---\n---\nx", "a: |\n  ---\n", "x", 5, true},
		{"longer rule", "---\na: b\n----\nc: d\n---\nx", "a: b\n----\nc: d\n", "x", 6, true},
		{"nothing", "", "", "", 1, false},
		{"only a body", "Thân bài.\n---\n", "", "Thân bài.\n---\n", 1, false},
		{"not closed", "---\na: b\n", "", "---\na: b\n", 1, false},
		{"one line", "---", "", "---", 1, false},
		{"indented", " ---\na: b\n---\n", "", " ---\na: b\n---\n", 1, false},
		{"blank line first", "\n---\na: b\n---\n", "", "\n---\na: b\n---\n", 1, false},
	} {
		front, body, line, ok := content.Split([]byte(c.src))
		if string(front) != c.front || string(body) != c.body || line != c.line || ok != c.ok {
			t.Errorf("%s: got %q, %q, %d, %v", c.name, front, body, line, ok)
		}
	}
}

// Nothing is lost or invented, and the body begins on the line that is said.
func FuzzSplit(f *testing.F) {
	f.Add([]byte("---\ntitle: a\n---\nThân bài.\n"))
	f.Add([]byte("\ufeff---\r\n---\r\n"))
	f.Add([]byte("---\n--- \n---"))
	f.Fuzz(func(t *testing.T, src []byte) {
		front, body, line, ok := content.Split(src)
		if !ok {
			if front != nil || !bytes.Equal(body, src) || line != 1 {
				t.Fatalf("no front matter, and yet %q, %q, %d", front, body, line)
			}
			return
		}
		if !bytes.HasSuffix(src, body) {
			t.Fatalf("the body %q is not the end of %q", body, src)
		}
		before := string(src[:len(src)-len(body)])
		// A page without body may lack the last line feed.
		lines := strings.Count(before, "\n")
		if !strings.HasSuffix(before, "\n") {
			lines++
		}
		if line != lines+1 {
			t.Fatalf("the body of %q is said to begin on line %d, %d lines precede it", src, line, lines)
		}
		if !strings.Contains(before, string(front)) || strings.Contains("\n"+string(front), "\n---\n") {
			t.Fatalf("the front matter of %q is %q", src, front)
		}
	})
}

func TestHasID(t *testing.T) {
	for src, want := range map[string]bool{
		"---\nid: abcdef\n---\n": true, "---\nid: ???\n---\n": true, "---\nid:\n---\n": true, "---\ntitle: a\n---\n": false,
		"---\n# không\n---\n": true, "Thân bài.": true, "---\n[\n---\n": true, "---\nx: {id: a}\n---\n": false,
	} {
		if got := content.HasID([]byte(src)); got != want {
			t.Errorf("HasID(%q) is %v", src, got)
		}
	}
}
