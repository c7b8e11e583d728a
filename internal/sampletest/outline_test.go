package sampletest_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sonla.gov.vn/bientap/generator/site"
)

// Every page has one heading of the first level, its title begins with it,
// and no heading skips a level on the way down.
func TestOutline(t *testing.T) {
	s, e := theSample(t), sparing(t)
	for _, p := range s.pages {
		level, firsts := 0, 0
		for n := range elements(p.root, "h1", "h2", "h3", "h4", "h5", "h6") {
			l := int(n.Data[1] - '0')
			if l > level+1 {
				e.Errorf("%s: %s %q follows a heading of level %d", p.path, n.Data, text(n), level)
			}
			if l == 1 {
				firsts++
				if title := text(first(p.root, "title", "")); !strings.HasPrefix(title, text(n)) {
					e.Errorf("%s: the title is %q, the heading %q", p.path, title, text(n))
				}
			}
			if text(n) == "" {
				e.Errorf("%s: an empty %s", p.path, n.Data)
			}
			level = l
		}
		if firsts != 1 {
			e.Errorf("%s: %d headings of the first level", p.path, firsts)
		}
	}
}

// Titles are unique among the pages that search engines may show.
func TestTitlesAreUnique(t *testing.T) {
	s, e := theSample(t), sparing(t)
	seen := map[string]string{}
	for _, p := range s.pages {
		if noindex(p) {
			continue
		}
		title := text(first(p.root, "title", ""))
		if other, twice := seen[title]; twice {
			e.Errorf("%s and %s have the title %q", p.path, other, title)
		}
		seen[title] = p.path
	}
}

func noindex(p *page) bool {
	return slices.ContainsFunc(head(p.root, "meta", "name", "robots", "content"), func(v string) bool {
		return strings.Contains(v, "noindex")
	})
}

// Search engines are kept from tombstones, redirects and 404.html, and from
// nothing else.
func TestNoIndex(t *testing.T) {
	s, e := theSample(t), sparing(t)
	for _, p := range s.pages {
		want := slices.Contains([]site.Class{site.Gone, site.Redirect, site.NotFound}, p.output.Class)
		if got := noindex(p); got != want {
			e.Errorf("%s: noindex %v, want %v", p.path, got, want)
		}
	}
}

// Every data block is JSON-LD, and every page that is to be found has one or
// no business to have one.
func TestDataBlocks(t *testing.T) {
	s, e := theSample(t), sparing(t)
	blocks := 0
	for _, p := range s.pages {
		for n := range elements(p.root, "script") {
			blocks++
			var ld struct {
				Context string           `json:"@context"`
				Graph   []map[string]any `json:"@graph"`
			}
			var source string
			if n.FirstChild != nil {
				source = n.FirstChild.Data
			}
			if err := json.Unmarshal([]byte(source), &ld); err != nil || attr(n, "type") != "application/ld+json" {
				e.Errorf("%s: data block of type %q: %v", p.path, attr(n, "type"), err)
				continue
			}
			if ld.Context != "https://schema.org" || len(ld.Graph) == 0 {
				e.Errorf("%s: context %q with %d things", p.path, ld.Context, len(ld.Graph))
			}
			for _, thing := range ld.Graph {
				if kind, _ := thing["@type"].(string); kind == "" {
					e.Errorf("%s: a thing without a type: %v", p.path, thing)
				}
			}
		}
	}
	if articles := len(s.ofClass(site.Page)); blocks < articles {
		e.Errorf("%d data blocks for %d pages", blocks, articles)
	}
}

// A message that the theme does not have shows as its key.
var messageKey = regexp.MustCompile(`^[a-z]+(-[a-z]+)*:?$`)

// traces are what a value that could not be printed leaves behind.
var traces = []string{"{1}", "{2}", "{{", "}}", "%!", "<no value>", "<nil>", "map[", "ZgotmplZ", "0001-01-01", "01/01/0001"}

// No page shows the key of a message instead of its words, an unfilled
// placeholder, or a value that could not be printed.
func TestNoRawKeys(t *testing.T) {
	s, e := theSample(t), sparing(t)
	for _, p := range s.pages {
		for where, words := range shownTexts(p.root) {
			for _, w := range words {
				w = strings.Join(strings.Fields(w), " ")
				if messageKey.MatchString(w) {
					e.Errorf("%s: %s shows the key %q", p.path, where, w)
				}
				if slices.ContainsFunc(traces, func(trace string) bool { return strings.Contains(w, trace) }) {
					e.Errorf("%s: %s shows %q", p.path, where, w)
				}
			}
		}
	}
}

// shownTexts returns what readers and their programs get to see of a page, by
// where it stands, except for the text that an editor wrote.
func shownTexts(root *html.Node) map[string][]string {
	out := map[string][]string{}
	body := first(root, "div", "text")
	for n := range root.Descendants() {
		if body != nil && slices.Contains(slices.Collect(n.Ancestors()), body) {
			continue
		}
		if n.Type == html.TextNode && n.Parent.Data != "script" {
			where := "<" + n.Parent.Data + ">"
			out[where] = append(out[where], n.Data)
		}
		for _, a := range n.Attr {
			if !slices.Contains([]string{"alt", "title", "aria-label", "content"}, a.Key) {
				continue
			}
			if name := attr(n, "name") + attr(n, "property"); n.Data != "meta" || spoken[name] {
				where := "<" + n.Data + " " + a.Key + ">"
				out[where] = append(out[where], a.Val)
			}
		}
	}
	return out
}

// spoken are the names of meta elements that hold words for people.
var spoken = map[string]bool{"description": true, "DC.title": true, "DC.description": true, "og:title": true, "og:description": true, "og:site_name": true}

// No page holds an element that should say something and says nothing.
func TestNothingIsEmpty(t *testing.T) {
	s, e := theSample(t), sparing(t)
	for _, p := range s.pages {
		for n := range elements(p.root, "a", "button", "p", "li", "dt", "dd", "th", "figcaption", "caption", "summary", "time", "title", "ul", "ol", "dl", "nav", "section", "header", "footer") {
			if text(n) == "" && first(n, "img", "") == nil && first(n, "input", "") == nil {
				e.Errorf("%s: <%s class=%q> is empty", p.path, n.Data, attr(n, "class"))
			}
		}
		for n := range elements(p.root, "img") {
			if attr(n, "src") == "" || attr(n, "width") == "" || attr(n, "height") == "" {
				e.Errorf("%s: an image without address or size: %v", p.path, n.Attr)
			}
		}
	}
}
