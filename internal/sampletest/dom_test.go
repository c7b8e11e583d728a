package sampletest_test

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// elements enumerates the elements with one of the names in the order of the
// document; without names, all of them.
func elements(root *html.Node, names ...string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) && !yield(n) {
				return
			}
		}
	}
}

// attr returns an attribute, or "" if the element does not have it.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// text returns the text below a node, with single spaces.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// first returns the first element with the name and, if class is not empty,
// the class; nil if there is none.
func first(root *html.Node, name, class string) *html.Node {
	for n := range elements(root, name) {
		if class == "" || slices.Contains(strings.Fields(attr(n, "class")), class) {
			return n
		}
	}
	return nil
}

// head returns the values of the attribute want of the elements name whose
// attribute key is value: head(p, "link", "rel", "canonical", "href").
func head(root *html.Node, name, key, value, want string) []string {
	var out []string
	for n := range elements(root, name) {
		if attr(n, key) == value {
			out = append(out, attr(n, want))
		}
	}
	return out
}
