package sampletest_test

import (
	"bytes"
	"compress/gzip"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sonla.gov.vn/bientap/generator/site"
)

// budget is what a page and its stylesheet may weigh on the way to the
// reader, in bytes after gzip.
const budget = 20_000

func gzipped(t *testing.T, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b) // the level that servers use by default
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// A page is light: HTML and CSS within the budget, one stylesheet, no other
// stylesheet, font or script.
func TestSizes(t *testing.T) {
	s, e := theSample(t), sparing(t)
	type weight struct {
		path      string
		html, css int
	}
	var largest weight
	for _, p := range s.pages {
		sheets := head(p.root, "link", "rel", "stylesheet", "href")
		if len(sheets) != 1 {
			e.Errorf("%s has the stylesheets %q", p.path, sheets)
			continue
		}
		w := weight{p.path, gzipped(t, p.data), gzipped(t, s.files[strings.TrimPrefix(sheets[0], "/")])}
		if w.html+w.css > budget {
			e.Errorf("%s: HTML %d + CSS %d bytes, over %d", p.path, w.html, w.css, budget)
		}
		if p.output.Class == site.Page && w.html+w.css > largest.html+largest.css {
			largest = w
		}
		for n := range elements(p.root) {
			if n.Data == "style" || n.Data == "script" && attr(n, "type") != "application/ld+json" || hasStyle(n) {
				e.Errorf("%s: <%s> brings code or style of its own", p.path, n.Data)
			}
		}
	}
	t.Logf("largest page: %s: HTML %d + CSS %d = %d bytes after gzip", largest.path, largest.html, largest.css, largest.html+largest.css)
}

func hasStyle(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "style" || strings.HasPrefix(a.Key, "on")
	})
}
