package generator_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// A selector is that of a small part of CSS: steps separated by spaces, each a
// name, classes, an id and attributes, in this order and all optional:
//
//	main ul.rows > li        (no ">": a space means "somewhere below")
//	a.title[lang=en][href]   attribute with a value, attribute that is there
//
// step is one of its steps.
type step struct {
	name  string
	attrs [][2]string // a class and an id too; a value of "" means: is there
}

var (
	stepShape = regexp.MustCompile(`^([a-z0-9]*)((?:[.#][\w-]+|\[[\w:-]+(?:=[^\]]*)?\])*)$`)
	partShape = regexp.MustCompile(`[.#][\w-]+|\[[\w:-]+(?:=[^\]]*)?\]`)
)

func parseSelector(s string) ([]step, error) {
	var out []step
	for _, word := range strings.Fields(s) {
		m := stepShape.FindStringSubmatch(word)
		if m == nil {
			return nil, fmt.Errorf("%q is no selector", word)
		}
		st := step{name: m[1]}
		for _, part := range partShape.FindAllString(m[2], -1) {
			switch part[0] {
			case '.':
				st.attrs = append(st.attrs, [2]string{"class", part[1:]})
			case '#':
				st.attrs = append(st.attrs, [2]string{"id", part[1:]})
			default:
				key, value, _ := strings.Cut(part[1:len(part)-1], "=")
				st.attrs = append(st.attrs, [2]string{key, value})
			}
		}
		out = append(out, st)
	}
	return out, nil
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func (s step) matches(n *html.Node) bool {
	if n.Type != html.ElementNode || s.name != "" && n.Data != s.name {
		return false
	}
	for _, want := range s.attrs {
		got, there := attr(n, want[0])
		switch {
		case !there:
			return false
		case want[0] == "class" && !slices.Contains(strings.Fields(got), want[1]):
			return false
		case want[0] != "class" && want[1] != "" && got != want[1]:
			return false
		}
	}
	return true
}

// find returns the elements that a selector matches, in the document's order.
func find(root *html.Node, steps []step) []*html.Node {
	var out []*html.Node
	last := steps[len(steps)-1]
	for n := range root.Descendants() {
		if !last.matches(n) {
			continue
		}
		rest := steps[:len(steps)-1]
		for up := n.Parent; up != nil && len(rest) > 0; up = up.Parent {
			if rest[len(rest)-1].matches(up) {
				rest = rest[:len(rest)-1]
			}
		}
		if len(rest) == 0 {
			out = append(out, n)
		}
	}
	return out
}

// text is what an element says, with white space as a browser shows it.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// verify judges one line of want/dom: "path | selector | expectation". The
// selector may end in " @name", which asks for an attribute instead of the
// text; the selector "-" asks for the whole file as it is. Expectations are:
//
//	Some words     the first match says exactly this
//	~ some words   the first match says this among other things
//	× 3            there are three matches
//	all | a | b    the matches say these, in this order
func verify(line string, page []byte) error {
	_, rest, _ := strings.Cut(line, " | ")
	selector, want, ok := strings.Cut(rest, " | ")
	if !ok {
		return fmt.Errorf("%q is not of the form: path | selector | expectation", line)
	}
	if selector == "-" {
		return judge(line, strings.TrimSpace(want), []string{string(page)})
	}
	selector, name, _ := strings.Cut(selector, " @")
	steps, err := parseSelector(selector)
	if err != nil || len(steps) == 0 {
		return fmt.Errorf("%s: %v", line, err)
	}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return err
	}
	var got []string
	for _, n := range find(doc, steps) {
		if name == "" {
			got = append(got, text(n))
		} else if v, there := attr(n, name); there {
			got = append(got, v)
		}
	}
	return judge(line, strings.TrimSpace(want), got)
}

func judge(line, want string, got []string) error {
	if count, ok := strings.CutPrefix(want, "× "); ok {
		if n, err := strconv.Atoi(count); err != nil || n != len(got) {
			return fmt.Errorf("%s: there are %d: %q", line, len(got), got)
		}
		return nil
	}
	if all, ok := strings.CutPrefix(want, "all | "); ok {
		if !slices.Equal(strings.Split(all, " | "), got) {
			return fmt.Errorf("%s: they are %q", line, got)
		}
		return nil
	}
	if len(got) == 0 {
		return fmt.Errorf("%s: there is none", line)
	}
	if some, ok := strings.CutPrefix(want, "~ "); ok {
		if !strings.Contains(got[0], some) {
			return fmt.Errorf("%s: it is %q", line, got[0])
		}
		return nil
	}
	if got[0] != want {
		return fmt.Errorf("%s: it is %q", line, got[0])
	}
	return nil
}
