package theme

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// blocks are the elements at whose edges white space has no effect.
var blocks = func() map[string]bool {
	out := map[string]bool{}
	for name := range strings.FieldsSeq(`html head body title meta link script header footer nav main section article
		aside div p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 figure figcaption address details summary table pre blockquote hr`) {
		out[name] = true
	}
	return out
}()

// canonical writes a document so that two that look the same are the same:
// white space is collapsed, dropped at the edges of blocks, and written just
// before what it stands before, on whichever side of an inline tag it was.
func canonical(t *testing.T, src string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	w := &canon{edge: true}
	w.node(doc, false)
	return w.out.String()
}

// canon writes a document. edge is true at the edge of a block, where white
// space does not show; space when some waits to be written.
type canon struct {
	out         strings.Builder
	edge, space bool
}

func (w *canon) node(n *html.Node, exact bool) {
	block := n.Type == html.ElementNode && blocks[n.Data]
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, exact)
	case html.ElementNode:
		w.boundary(block)
		if n.Data == "img" || n.Data == "button" || n.Data == "input" {
			w.flush()
		}
		fmt.Fprintf(&w.out, "<%s", n.Data)
		for _, a := range n.Attr {
			fmt.Fprintf(&w.out, " %s=%q", a.Key, strings.Join(strings.Fields(a.Val), " "))
		}
		w.out.WriteString(">")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, exact || n.Data == "pre" || n.Data == "script")
	}
	if n.Type == html.ElementNode {
		w.boundary(block)
		fmt.Fprintf(&w.out, "</%s>", n.Data)
	}
}

func (w *canon) boundary(block bool) {
	if block {
		w.edge, w.space = true, false
		w.out.WriteString("\n")
	}
}

func (w *canon) flush() {
	if w.space && !w.edge {
		w.out.WriteString("␣")
	}
	w.edge, w.space = false, false
}

func (w *canon) text(s string, exact bool) {
	if exact {
		fmt.Fprintf(&w.out, "%q", s)
		w.edge, w.space = false, false
		return
	}
	words := strings.Fields(s)
	w.space = w.space || len(words) == 0 || strings.TrimLeft(s, " \t\r\n") != s
	if len(words) == 0 {
		return
	}
	w.flush()
	w.out.WriteString(strings.Join(words, "␣"))
	w.space = strings.TrimRight(s, " \t\r\n") != s
}

// TestMinifyingKeepsTheDocument: for any view, a layout makes the same
// document whether it was minified or not.
func TestMinifyingKeepsTheDocument(t *testing.T) {
	small, found, err := load(stubMarkup, true, defaultLayers())
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	large, _, err := load(stubMarkup, false, defaultLayers())
	if err != nil {
		t.Fatal(err)
	}
	saved := 0
	for seed := range uint64(40) {
		for _, name := range small.Names() {
			v := newFiller(seed).view(name)
			a, b := execute(t, small, "vi", name, v), execute(t, large, "vi", name, v)
			saved += len(b) - len(a)
			if got, want := canonical(t, a), canonical(t, b); got != want {
				t.Fatalf("layout %s, seed %d: %s", name, seed, firstDifference(got, want))
			}
		}
	}
	if saved <= 0 {
		t.Errorf("minifying saved %d bytes", saved)
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\nminified: %s\noriginal: %s", i, strings.Join(a[max(0, i-3):i+1], "\n"), strings.Join(b[max(0, i-3):i+1], "\n"))
		}
	}
	return fmt.Sprintf("%d and %d lines", len(a), len(b))
}

// TestPagesAreSafe: no view, whatever is in it, makes a page with an address
// that html/template refused, a script besides the data block, a style or an
// event handler.
func TestPagesAreSafe(t *testing.T) {
	th := loadDefault(t)
	for seed := range uint64(40) {
		for _, name := range th.Names() {
			page := execute(t, th, "en", name, newFiller(seed).view(name))
			doc, err := html.Parse(strings.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			for n := range doc.Descendants() {
				checkSafe(t, name, n)
			}
		}
	}
}

func checkSafe(t *testing.T, layout string, n *html.Node) {
	t.Helper()
	if n.Type != html.ElementNode {
		return
	}
	kind := ""
	for _, a := range n.Attr {
		if a.Key == "type" {
			kind = a.Val
		}
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.TrimSpace(a.Val), "javascript:") {
			t.Errorf("layout %s: <%s %s=%q>", layout, n.Data, a.Key, a.Val)
		}
	}
	if n.Data == "style" || n.Data == "script" && kind != "application/ld+json" {
		t.Errorf("layout %s: <%s>", layout, n.Data)
	}
}
