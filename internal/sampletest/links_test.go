package sampletest_test

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sonla.gov.vn/bientap/generator/site"
)

// reference is an address in a page.
type reference struct {
	element, attribute string
	// raw is the address as written, to as it resolves.
	raw string
	to  *url.URL
}

// references enumerates every address in a page.
func (s *sample) references(e *few, p *page) []reference {
	e.t.Helper()
	base, err := url.Parse(s.origin + p.path)
	if err != nil {
		e.t.Fatal(err)
	}
	var out []reference
	add := func(n *html.Node, attribute, raw string) {
		to, err := base.Parse(raw)
		if err != nil {
			e.Errorf("%s: <%s %s=%q>: %v", p.path, n.Data, attribute, raw, err)
			return
		}
		out = append(out, reference{n.Data, attribute, raw, to})
	}
	for n := range elements(p.root) {
		for _, a := range n.Attr {
			switch a.Key {
			case "href", "src", "action", "formaction", "poster", "data", "cite":
				add(n, a.Key, a.Val)
			case "srcset":
				for candidate := range strings.SplitSeq(a.Val, ",") {
					if fields := strings.Fields(candidate); len(fields) > 0 {
						add(n, a.Key, fields[0])
					}
				}
			}
		}
		if n.Data == "meta" && strings.EqualFold(attr(n, "http-equiv"), "refresh") {
			_, to, _ := strings.Cut(attr(n, "content"), "url=")
			add(n, "content", to)
		}
	}
	return out
}

// Every address on the portal's host is that of a file, written as the server
// knows it, and every fragment that of an element; nothing links to an old
// address; no page loads anything from elsewhere.
func TestReferencesLeadSomewhere(t *testing.T) {
	s, e := theSample(t), sparing(t)
	ids := map[string][]string{}
	for _, p := range s.pages {
		for n := range elements(p.root) {
			if id := attr(n, "id"); id != "" {
				ids[p.path] = append(ids[p.path], id)
			}
		}
	}
	count := 0
	for _, p := range s.pages {
		for _, r := range s.references(e, p) {
			count++
			if p.output.Class == site.NotFound && !strings.HasPrefix(r.raw, "/") && !strings.HasPrefix(r.raw, "#") && r.to.Host == "sonla.gov.vn" && r.element != "link" {
				e.Errorf("%s: %q is relative on a page that stands at any address", p.path, r.raw)
			}
			if r.to.Scheme+"://"+r.to.Host != s.origin {
				elsewhere(e, p, r)
				continue
			}
			file := strings.TrimPrefix(r.to.Path, "/")
			if strings.HasSuffix(r.to.Path, "/") {
				file += "index.html"
			}
			if _, ok := s.files[file]; !ok {
				e.Errorf("%s: <%s %s=%q> leads to no file", p.path, r.element, r.attribute, r.raw)
				continue
			}
			target := s.byPath[r.to.Path]
			if target != nil && target.output.Class == site.Redirect && target != p {
				e.Errorf("%s: %q is an old address", p.path, r.raw)
			}
			if f := r.to.Fragment; f != "" && !slices.Contains(ids[r.to.Path], f) {
				e.Errorf("%s: %q names no element of its page", p.path, r.raw)
			}
			if r.to.RawQuery != "" {
				e.Errorf("%s: %q has a query, which no static server answers", p.path, r.raw)
			}
		}
	}
	if count < 20*len(s.pages) {
		e.Errorf("only %d addresses on %d pages: some are overlooked", count, len(s.pages))
	}
}

// elsewhere checks an address on another host.
func elsewhere(e *few, p *page, r reference) {
	e.t.Helper()
	if r.element != "a" {
		e.Errorf("%s: <%s %s=%q> loads from elsewhere", p.path, r.element, r.attribute, r.raw)
	}
	switch r.to.Scheme {
	case "https", "mailto", "tel":
	default:
		e.Errorf("%s: the scheme of %q", p.path, r.raw)
	}
}

// Whoever starts on the home page and follows links reaches every page that
// is meant to be found, in the main site's language or not.
func TestEveryPageIsReached(t *testing.T) {
	s, e := theSample(t), sparing(t)
	reached := map[string]bool{"/": true}
	for queue := []string{"/"}; len(queue) > 0; queue = queue[1:] {
		p := s.byPath[queue[0]]
		for _, r := range s.references(e, p) {
			next := s.byPath[r.to.Path]
			if r.element == "a" && r.to.Scheme+"://"+r.to.Host == s.origin && next != nil && !reached[next.path] {
				reached[next.path] = true
				queue = append(queue, next.path)
			}
		}
	}
	for _, p := range s.pages {
		switch p.output.Class {
		case site.Redirect, site.NotFound, site.Gone:
		default:
			if !reached[p.path] {
				e.Errorf("no way of links leads from the home page to %s", p.path)
			}
		}
	}
}

// A page names its own address as canonical, a redirect the new one.
func TestCanonical(t *testing.T) {
	s, e := theSample(t), sparing(t)
	for _, p := range s.pages {
		want := s.origin + p.path
		if p.output.Class == site.Redirect {
			want = s.origin + p.output.Target
		}
		got := head(p.root, "link", "rel", "canonical", "href")
		if p.output.Class == site.NotFound {
			// 404.html stands at every address that is not there.
			if len(got) > 0 && got[0] != want {
				e.Errorf("%s: canonical %q", p.path, got)
			}
			continue
		}
		if len(got) != 1 || got[0] != want {
			e.Errorf("%s: canonical %q, want %q alone", p.path, got, want)
		}
	}
}

// Pages that name each other as translations do so both ways, name
// themselves too, and are in the language that is said of them.
func TestTranslationsAreSymmetrical(t *testing.T) {
	s, e := theSample(t), sparing(t)
	alternates := map[string]map[string]string{} // path → language → address
	for _, p := range s.pages {
		for n := range elements(p.root, "link") {
			if attr(n, "rel") == "alternate" && attr(n, "hreflang") != "" {
				if alternates[p.path] == nil {
					alternates[p.path] = map[string]string{}
				}
				alternates[p.path][attr(n, "hreflang")] = attr(n, "href")
			}
		}
	}
	if len(alternates) < 6 {
		e.Errorf("%d pages have translations; the sample has three pairs", len(alternates))
	}
	for from, languages := range alternates {
		own := langOf(s.byPath[from].root)
		if languages[own] != s.origin+from {
			e.Errorf("%s is in %q, but names %q as that", from, own, languages[own])
		}
		for lang, address := range languages {
			to := s.byPath[strings.TrimPrefix(address, s.origin)]
			switch {
			case lang == "x-default":
			case to == nil:
				e.Errorf("%s: no page at %q", from, address)
			case langOf(to.root) != lang:
				e.Errorf("%s says %s is in %q; it is in %q", from, to.path, lang, langOf(to.root))
			case alternates[to.path][own] != s.origin+from:
				e.Errorf("%s names %s as its translation, which names %q", from, to.path, alternates[to.path][own])
			}
		}
	}
}

func langOf(root *html.Node) string { return attr(first(root, "html", ""), "lang") }
