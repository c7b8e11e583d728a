package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"
	"text/template/parse"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
)

// compile makes the layouts of all languages from files that were checked.
func compile(layouts map[string]file, languages map[string]catalogue, markup Markup, minified bool) (map[string]*language, error) {
	parsed := map[string]parts{}
	for name, f := range layouts {
		if minified {
			src, err := minifyLayout(f.src)
			if err != nil {
				return nil, fmt.Errorf("minify %s: %w", f.path, err)
			}
			f.src = src
		}
		p, err := parseFile(templateName(name), f)
		if err != nil {
			return nil, fmt.Errorf("parse %s: %w", f.path, err)
		}
		parsed[name] = p
	}
	partials := partialsOf(parsed)
	out := map[string]*language{}
	for lang, messages := range languages {
		l := &language{messages: messages, layouts: map[string]*Layout{}}
		for name := range layouts {
			if isPartial(name) {
				continue
			}
			layout, err := newLayout(name, together(partials, parsed[name]), lang, messages, markup)
			if err != nil {
				return nil, err
			}
			l.layouts[name] = layout
		}
		out[lang] = l
	}
	return out, nil
}

// minifyLayout drops white space and comments from a layout. It leaves
// quotes and end tags alone: which of them may go depends on what the
// template puts next to them.
func minifyLayout(src []byte) ([]byte, error) {
	h := html.Minifier{
		KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true,
		TemplateDelims: html.GoTemplateDelims,
	}
	var out strings.Builder
	if err := h.Minify(minify.New(), &out, strings.NewReader(string(src)), nil); err != nil {
		return nil, err
	}
	return []byte(out.String()), nil
}

// newLayout puts the messages of a language into the templates of a layout
// and escapes them.
func newLayout(name string, all parts, lang string, messages catalogue, markup Markup) (*Layout, error) {
	funcs := functions(lang, messages, markup)
	for _, builtin := range builtins {
		delete(funcs, builtin)
	}
	tmpl := template.New(rootTemplate).Funcs(funcs)
	sum := sha256.New()
	for _, used := range all.reach(rootTemplate) {
		tree := all[used].Copy()
		keys := fold(tree.Root, messages)
		fmt.Fprintf(sum, "%q %q\n", used, tree.Root.String())
		for _, key := range keys {
			fmt.Fprintf(sum, "%q %q\n", key, messages[key].text)
		}
		if _, err := tmpl.AddParseTree(used, tree); err != nil {
			return nil, fmt.Errorf("layout %s: %w", name, err)
		}
	}
	tmpl = tmpl.Lookup(rootTemplate)
	if err := escape(tmpl); err != nil {
		return nil, fmt.Errorf("layout %s: %w", name, err)
	}
	return &Layout{name: name, view: viewOf(name), tmpl: tmpl, digest: hex.EncodeToString(sum.Sum(nil))}, nil
}

// escape makes html/template escape a set of templates now, and not at its
// first execution. What the execution itself says about the missing view does
// not matter.
func escape(tmpl *template.Template) error {
	var bad *template.Error
	if err := tmpl.Execute(io.Discard, nil); errors.As(err, &bad) {
		return bad
	}
	return nil
}

// fold puts the messages without values in place of the calls that ask for
// them, and returns the keys of the other calls.
func fold(l *parse.ListNode, messages catalogue) []string {
	var left []string
	replace := func(nodes []parse.Node) {
		for i, n := range nodes {
			if key, ok := plainMessage(n); ok {
				text := template.HTMLEscapeString(messages[key].text)
				nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Position(), Text: []byte(text)}
			}
		}
	}
	replace(l.Nodes)
	each(l, func(n parse.Node) {
		if b := branch(n); b != nil {
			replace(b.List.Nodes)
			if b.ElseList != nil {
				replace(b.ElseList.Nodes)
			}
		}
	})
	eachCall(l, func(key string) { left = append(left, key) })
	return left
}

// plainMessage returns the key when n is {{t "key"}} and nothing more.
func plainMessage(n parse.Node) (string, bool) {
	a, ok := n.(*parse.ActionNode)
	if !ok || len(a.Pipe.Decl) > 0 || len(a.Pipe.Cmds) != 1 || len(a.Pipe.Cmds[0].Args) != 2 {
		return "", false
	}
	return messageKey(a.Pipe.Cmds[0])
}

// messageKey returns the key when c is a call of t with a key written out.
func messageKey(c *parse.CommandNode) (string, bool) {
	name, ok := c.Args[0].(*parse.IdentifierNode)
	if !ok || name.Ident != "t" || len(c.Args) < 2 {
		return "", false
	}
	key, ok := c.Args[1].(*parse.StringNode)
	if !ok {
		return "", false
	}
	return key.Text, true
}

// eachCall calls f with the key of every call of t.
func eachCall(l *parse.ListNode, f func(key string)) {
	var inPipe func(p *parse.PipeNode)
	inPipe = func(p *parse.PipeNode) {
		if p == nil {
			return
		}
		for _, c := range p.Cmds {
			if key, ok := messageKey(c); ok {
				f(key)
			}
			for _, arg := range c.Args {
				if inner, ok := arg.(*parse.PipeNode); ok {
					inPipe(inner)
				}
			}
		}
	}
	each(l, func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ActionNode:
			inPipe(n.Pipe)
		case *parse.TemplateNode:
			inPipe(n.Pipe)
		default:
			if b := branch(n); b != nil {
				inPipe(b.Pipe)
			}
		}
	})
}
