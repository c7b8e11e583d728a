package markdown

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// elements are those that may occur, with their attributes.
var elements = map[string][]string{
	"p": nil, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
	"ul": nil, "ol": {"class", "start"}, "li": {"class", "value", "id"}, "blockquote": nil, "hr": nil,
	"pre": {"tabindex"}, "code": nil, "em": nil, "strong": nil, "del": nil, "br": nil,
	"a":      {"href", "rel", "hreflang", "title", "role", "aria-label"},
	"img":    {"src", "alt", "title", "width", "height", "loading", "decoding"},
	"figure": nil, "figcaption": nil, "sup": {"id"}, "section": {"class", "role", "aria-label"},
	"input": {"type", "disabled", "checked", "aria-label"},
	"div":   {"class", "role", "tabindex", "aria-label", "aria-labelledby"},
	"table": nil, "caption": {"id"}, "thead": nil, "tbody": nil, "tr": nil, "th": {"scope", "class"}, "td": {"class"},
}

var classes = []string{"law", "task", "table", "footnotes", "left", "center", "right"}

var void = []string{"br", "hr", "img", "input"}

// document is what a check of the markup gathers.
type document struct {
	tags     []string // "p", "/p"…, in order
	ids      map[string]bool
	inner    []string // fragments of links within the page, and labelling ids
	headings []Heading
}

// check returns what is wrong with a document, or nil: not well formed, not on
// the lists above, an address that leads to where it must not, ids that are
// not unique, references to none, headings that are not as reported or skip a
// level, or that a browser would build another tree of.
func check(doc Document) error {
	markup := doc.HTML.Markup()
	if !utf8.ValidString(markup) {
		return fmt.Errorf("not UTF-8")
	}
	if i := strings.IndexFunc(markup, unclean); i >= 0 {
		return fmt.Errorf("control character at %d", i)
	}
	d := document{ids: map[string]bool{}}
	if err := d.scan(markup); err != nil {
		return err
	}
	for _, id := range d.inner {
		if !d.ids[id] {
			return fmt.Errorf("#%s leads nowhere", id)
		}
	}
	if len(d.headings) != len(doc.Headings) {
		return fmt.Errorf("%d headings, reported %d", len(d.headings), len(doc.Headings))
	}
	level := 1
	for i, h := range d.headings {
		if r := doc.Headings[i]; r.Level != h.Level || r.ID != h.ID {
			return fmt.Errorf("heading %v, reported as %v", h, r)
		}
		if h.Level > level+1 {
			return fmt.Errorf("heading %v after level %d", h, level)
		}
		level = h.Level
	}
	return d.compareTree(markup)
}

func (d *document) scan(markup string) error {
	z := html.NewTokenizer(strings.NewReader(markup))
	var stack []string
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(stack) > 0 {
				return fmt.Errorf("not closed: %v", stack)
			}
			return nil
		case html.TextToken:
		case html.StartTagToken:
			token := z.Token()
			if err := d.start(token, stack); err != nil {
				return fmt.Errorf("%s: %w", token, err)
			}
			d.tags = append(d.tags, token.Data)
			if !slices.Contains(void, token.Data) {
				stack = append(stack, token.Data)
			}
		case html.EndTagToken:
			token := z.Token()
			if len(stack) == 0 || stack[len(stack)-1] != token.Data {
				return fmt.Errorf("%s in %v", token, stack)
			}
			stack = stack[:len(stack)-1]
			d.tags = append(d.tags, "/"+token.Data)
		default:
			return fmt.Errorf("neither tag nor text: %s", z.Token())
		}
	}
}

func (d *document) start(token html.Token, stack []string) error {
	allowed, ok := elements[token.Data]
	if !ok {
		return fmt.Errorf("element not allowed")
	}
	if token.Data == "a" && slices.Contains(stack, "a") {
		return fmt.Errorf("link in a link")
	}
	if len(token.Data) == 2 && token.Data[0] == 'h' && token.Data != "hr" {
		d.headings = append(d.headings, Heading{Level: int(token.Data[1] - '0')})
	}
	seen := map[string]bool{}
	for _, a := range token.Attr {
		if !slices.Contains(allowed, a.Key) || seen[a.Key] {
			return fmt.Errorf("attribute %s not allowed", a.Key)
		}
		seen[a.Key] = true
		if err := d.attribute(token.Data, a); err != nil {
			return err
		}
	}
	if token.Data == "img" && !(seen["alt"] && seen["width"] && seen["height"]) {
		return fmt.Errorf("attribute missing")
	}
	return nil
}

func (d *document) attribute(element string, a html.Attribute) error {
	switch a.Key {
	case "id":
		if d.ids[a.Val] || a.Val == "" {
			return fmt.Errorf("id %q again", a.Val)
		}
		d.ids[a.Val] = true
		if element[0] == 'h' {
			d.headings[len(d.headings)-1].ID = a.Val
			if strings.Trim(a.Val, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
				return fmt.Errorf("heading id %q", a.Val)
			}
		}
	case "class":
		if !slices.Contains(classes, a.Val) {
			return fmt.Errorf("class %q", a.Val)
		}
	case "aria-labelledby":
		d.inner = append(d.inner, a.Val)
	case "src":
		if a.Val != "/anh/anh.0a1b.jpg" {
			return fmt.Errorf("source %q", a.Val)
		}
	case "href":
		return d.href(a.Val)
	}
	return nil
}

// href reads an address as browsers do: they skip white space and control
// characters and take a backslash for a slash.
func (d *document) href(address string) error {
	for _, r := range address {
		if r <= ' ' || r == '\\' || r > '~' {
			return fmt.Errorf("address %q", address)
		}
	}
	if id, ok := strings.CutPrefix(address, "#"); ok {
		d.inner = append(d.inner, id)
		return nil
	}
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	switch u.Scheme {
	case "https", "http":
		if u.Host == "" || u.User != nil {
			return fmt.Errorf("host of %q", address)
		}
	case "mailto", "tel":
	case "":
		if !strings.HasPrefix(address, "/tin/bai/") && !strings.HasPrefix(address, "/en/news/") {
			return fmt.Errorf("address %q is not from the resolver", address)
		}
	default:
		return fmt.Errorf("scheme of %q", address)
	}
	return nil
}

// compareTree parses the markup by the algorithm of browsers, which repairs
// what may not nest, and compares the elements with those written.
func (d *document) compareTree(markup string) error {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(markup), body)
	if err != nil {
		return err
	}
	var tags []string
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			tags = append(tags, n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == html.ElementNode && !slices.Contains(void, n.Data) {
			tags = append(tags, "/"+n.Data)
		}
	}
	for _, n := range nodes {
		walk(n)
	}
	for i := range min(len(tags), len(d.tags)) {
		if tags[i] != d.tags[i] {
			return fmt.Errorf("a browser reads tag %d as %s, written %s", i, tags[i], d.tags[i])
		}
	}
	if len(tags) != len(d.tags) {
		return fmt.Errorf("a browser reads %d tags, written %d", len(tags), len(d.tags))
	}
	return nil
}
