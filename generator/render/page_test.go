package render_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"sonla.gov.vn/bientap/generator/render"
	"sonla.gov.vn/bientap/generator/theme"
	"sonla.gov.vn/bientap/generator/view"
	"sonla.gov.vn/bientap/internal/diag"
)

var update = flag.Bool("update", false, "write the golden files")

func defaultTheme(t testing.TB) *theme.Theme {
	t.Helper()
	th, found, err := theme.Load(render.Markup, theme.Layer{FS: os.DirFS("../../themes/default"), Dir: "themes/default"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%s: %s", f.Pos, f.Message(diag.EN))
	}
	if th == nil {
		t.FailNow()
	}
	return th
}

func page(t testing.TB, th *theme.Theme, lang, name string, v any) []byte {
	t.Helper()
	l, ok := th.Layout(lang, name)
	if !ok {
		t.Fatalf("no layout %q in %q", name, lang)
	}
	var r render.Renderer
	b, err := r.Page(l, v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// golden compares got with a file of testdata, or writes it with -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at the change and run the test with -update", path)
	}
}

// TestPages: the default theme's pages are what they were.
func TestPages(t *testing.T) {
	th := defaultTheme(t)
	for name, v := range samples(t) {
		golden(t, name+".html", page(t, th, "vi", name, v))
	}
}

// TestStructure: each page has what a page must have.
func TestStructure(t *testing.T) {
	th := defaultTheme(t)
	for name, v := range samples(t) {
		for _, lang := range th.Languages() {
			t.Run(name+" "+lang, func(t *testing.T) {
				src := page(t, th, lang, name, v)
				doc, err := html.Parse(bytes.NewReader(src))
				if err != nil {
					t.Fatal(err)
				}
				checkDocument(t, doc)
				if !bytes.HasPrefix(src, []byte("<!doctype html><html lang=\"vi\">")) || !bytes.HasSuffix(src, []byte("</html>")) {
					t.Errorf("the page is %.40s … %s", src, src[len(src)-20:])
				}
			})
		}
	}
}

func checkDocument(t *testing.T, doc *html.Node) {
	t.Helper()
	count, ids, level := map[string]int{}, map[string]bool{}, 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("two elements have the id %q", id)
			}
			ids[id] = true
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			if now := int(n.Data[1] - '0'); now > level+1 {
				t.Errorf("h%d %q follows h%d", now, text(n), level)
			} else {
				level = now
			}
		}
		checkElement(t, n)
	}
	for _, once := range []string{"title", "h1", "main"} {
		if count[once] != 1 {
			t.Errorf("there are %d elements %s", count[once], once)
		}
	}
	for n := range doc.Descendants() {
		for _, name := range []string{"aria-labelledby", "popovertarget"} {
			if ref := attr(n, name); ref != "" && !ids[ref] {
				t.Errorf("%s=%q leads nowhere", name, ref)
			}
		}
		if href := attr(n, "href"); len(href) > 1 && href[0] == '#' && !ids[href[1:]] {
			t.Errorf("the link %q leads nowhere", href)
		}
	}
}

func checkElement(t *testing.T, n *html.Node) {
	t.Helper()
	switch n.Data {
	case "img":
		for _, name := range []string{"src", "width", "height"} {
			if attr(n, name) == "" {
				t.Errorf("an image has no %s", name)
			}
		}
		if !has(n, "alt") {
			t.Error("an image has no alt")
		}
	case "a":
		if attr(n, "href") == "" || strings.TrimSpace(text(n)) == "" && attr(n, "aria-label") == "" {
			t.Errorf("the link %q %q is empty", attr(n, "href"), text(n))
		}
	case "nav":
		if attr(n, "aria-label") == "" && attr(n, "aria-labelledby") == "" {
			t.Error("a nav has no name")
		}
	case "ul", "dl":
		if n.FirstChild == nil {
			t.Errorf("a %s is empty", n.Data)
		}
	case "script":
		var v any
		if err := json.Unmarshal([]byte(text(n)), &v); err != nil || attr(n, "type") != "application/ld+json" {
			t.Errorf("a script that is no data block: %v", err)
		}
	}
	for _, a := range n.Attr {
		if strings.Contains(a.Val, "ZgotmplZ") || strings.Contains(a.Val, "{{") {
			t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
		}
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// TestDataBlock: a data block says what the view says, whatever is in it, and
// does not end before its end.
func TestDataBlock(t *testing.T) {
	th := defaultTheme(t)
	want := map[string]any{
		"@type": "Thing", "name": "</script><script>alert(1)</script>", "x": "<!-- ]]> & ' \" \\ \u2028", "list": []any{"a", 1.5, true, nil},
	}
	doc, err := html.Parse(bytes.NewReader(page(t, th, "vi", "tags", view.Tags{Frame: view.Frame{LD: want}})))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for n := range doc.Descendants() {
		if n.Data != "script" {
			continue
		}
		found++
		var got map[string]any
		if err := json.Unmarshal([]byte(text(n)), &got); err != nil {
			t.Fatal(err)
		}
		a, _ := json.Marshal(got)
		b, _ := json.Marshal(want)
		if !bytes.Equal(a, b) {
			t.Errorf("the block says %s, want %s", a, b)
		}
	}
	if found != 1 {
		t.Errorf("there are %d scripts", found)
	}
}

// TestMarkup: the text of a page comes out byte for byte; all other data is
// escaped.
func TestMarkup(t *testing.T) {
	th := defaultTheme(t)
	d := written(t)
	src := page(t, th, "vi", "article", view.Page{Frame: view.Frame{Heading: "<u>"}, Body: d.HTML, Summary: "<i>"})
	if !bytes.Contains(src, []byte(render.Markup(d.HTML))) {
		t.Error("the text of the page was changed")
	}
	if bytes.Contains(src, []byte("<u>")) || !bytes.Contains(src, []byte("&lt;i&gt;")) {
		t.Error("data was not escaped")
	}
}

// TestWeight: an article with its style sheet stays within 10 KB on the wire.
func TestWeight(t *testing.T) {
	th := defaultTheme(t)
	size := 0
	for _, b := range [][]byte{page(t, th, "vi", "article", article(t)), th.Stylesheet(theme.Colours{})} {
		var packed bytes.Buffer
		z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		if _, err := z.Write(b); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d bytes, %d packed", len(b), packed.Len())
		size += packed.Len()
	}
	if size > 10_000 {
		t.Errorf("%d bytes", size)
	}
}

// TestTogether: one Renderer serves several goroutines, and a page does not
// change when the next one is rendered.
func TestTogether(t *testing.T) {
	th := defaultTheme(t)
	all := samples(t)
	want := map[string][]byte{}
	for name, v := range all {
		want[name] = page(t, th, "vi", name, v)
	}
	var r render.Renderer
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 5 {
				for name, v := range all {
					l, _ := th.Layout("vi", name)
					got, err := r.Page(l, v)
					if err != nil || !bytes.Equal(got, want[name]) {
						t.Errorf("layout %s: another page, %v", name, err)
					}
				}
			}
		})
	}
	wait.Wait()
}

func TestPageOfAnotherView(t *testing.T) {
	l, _ := defaultTheme(t).Layout("vi", "home")
	var r render.Renderer
	if b, err := r.Page(l, view.Page{}); err == nil || b != nil {
		t.Error("a layout took the view of another")
	}
	v := home()
	byValue, err1 := r.Page(l, v)
	byPointer, err2 := r.Page(l, &v)
	if err1 != nil || err2 != nil || !bytes.Equal(byValue, byPointer) {
		t.Error("a view and a pointer to it give two pages", err1, err2)
	}
}

func BenchmarkArticle(b *testing.B) {
	l, _ := defaultTheme(b).Layout("vi", "article")
	v := article(b)
	var r render.Renderer
	b.ReportAllocs()
	for b.Loop() {
		out, err := r.Page(l, &v)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(out)))
	}
}

func BenchmarkMonth(b *testing.B) {
	l, _ := defaultTheme(b).Layout("vi", "month")
	v := samples(b)["month"].(view.Month)
	for len(v.Cards) < 50 {
		v.Cards = append(v.Cards, v.Cards[:5]...)
	}
	var r render.Renderer
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Page(l, &v); err != nil {
			b.Fatal(err)
		}
	}
}
