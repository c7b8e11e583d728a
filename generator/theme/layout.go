package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"

	"sonla.gov.vn/bientap/generator/view"
)

// pageLayout is the layout of the kinds that have none of their own.
const pageLayout = "page"

// views are the layouts that every theme has, and what they take. All other
// layouts take what "page" takes.
var views = map[string]reflect.Type{
	"home":     reflect.TypeFor[view.Home](),
	"section":  reflect.TypeFor[view.Section](),
	"month":    reflect.TypeFor[view.Month](),
	"archive":  reflect.TypeFor[view.Archive](),
	"tags":     reflect.TypeFor[view.Tags](),
	"map":      reflect.TypeFor[view.Map](),
	pageLayout: reflect.TypeFor[view.Page](),
	"gone":     reflect.TypeFor[view.Gone](),
	"redirect": reflect.TypeFor[view.Redirect](),
	"notfound": reflect.TypeFor[view.NotFound](),
}

func viewOf(layout string) reflect.Type {
	if t, ok := views[layout]; ok {
		return t
	}
	return views[pageLayout]
}

// The templates that a layout is made of; see the package comment.
const (
	rootTemplate = "base"
	mainTemplate = "main"
	rowTemplate  = "row"
	anyRow       = "row-for"
	rowPrefix    = "row-"
)

// Layout is a layout in a language, ready to be executed. It never changes
// and may be used by several goroutines at once.
type Layout struct {
	name   string
	view   reflect.Type
	tmpl   *template.Template
	digest string
}

// Name returns the layout's name: "month".
func (l *Layout) Name() string { return l.name }

// Digest returns the SHA-256, in hexadecimal digits, of everything in the
// theme on which the output of the layout depends besides its view: all
// templates that it uses, directly or not, with the messages in them. An
// output is stale when the digest of its layout has changed. It does not
// cover the style sheet and the assets, whose addresses are part of the view,
// nor the functions, which belong to the generator.
func (l *Layout) Digest() string { return l.digest }

// Execute writes the page that the layout makes of v, which is the layout's
// view or a pointer to it.
func (l *Layout) Execute(w io.Writer, v any) error {
	t := reflect.TypeOf(v)
	if t != l.view && (t == nil || t.Kind() != reflect.Pointer || t.Elem() != l.view) {
		return fmt.Errorf("theme: layout %q takes %s, not %T", l.name, l.view, v)
	}
	return l.tmpl.Execute(w, v)
}

// part is a template with the file that it comes from.
type part struct {
	*parse.Tree
	file file
}

// parts are templates by their names.
type parts map[string]part

// parseFile parses a layout file. Its own text is the template name; it may
// define others.
func parseFile(name string, f file) (parts, error) {
	tree := parse.New(name)
	tree.Mode = parse.SkipFuncCheck
	trees := map[string]*parse.Tree{}
	top, err := tree.Parse(string(f.src), "{{", "}}", trees)
	if err != nil {
		return nil, err
	}
	trees[name] = top // Parse leaves it out when it is empty
	out := parts{}
	for n, t := range trees {
		out[n] = part{t, f}
	}
	return out, nil
}

// templateName returns the name of the template that a layout file holds.
func templateName(name string) string {
	if isPartial(name) {
		return name[1:]
	}
	return mainTemplate
}

// rowChooser writes the template "row-for": the row of the card's kind.
func rowChooser(partials parts) part {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(partials)) {
		if kind, ok := strings.CutPrefix(name, rowPrefix); ok && name != anyRow {
			fmt.Fprintf(&b, "{{if eq .Kind %q}}{{template %q .}}{{else}}", kind, name)
		}
	}
	ends := strings.Count(b.String(), "{{else}}")
	fmt.Fprintf(&b, "{{template %q .}}%s", rowTemplate, strings.Repeat("{{end}}", ends))
	f := file{path: "layouts/_" + anyRow + ".html", src: []byte(b.String())}
	chooser, err := parseFile(anyRow, f)
	if err != nil {
		// Names of files are letters and hyphens to package source; a name
		// that breaks a quoted string is a fault of the program.
		panic(err)
	}
	return chooser[anyRow]
}

// together returns the templates of one layout: the partials, the chooser of
// rows, and the layout's own, which come last and may replace a partial.
func together(partials, own parts) parts {
	out := maps.Clone(partials)
	out[anyRow] = rowChooser(partials)
	maps.Copy(out, own)
	return out
}

// reach returns the names of all templates that root uses, itself among them,
// sorted.
func (p parts) reach(root string) []string {
	seen := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		t, ok := p[name]
		if seen[name] || !ok {
			return
		}
		seen[name] = true
		each(t.Root, func(n parse.Node) {
			if call, ok := n.(*parse.TemplateNode); ok {
				visit(call.Name)
			}
		})
	}
	visit(root)
	return slices.Sorted(maps.Keys(seen))
}

// each calls f for every node of a list and of the lists in it.
func each(l *parse.ListNode, f func(parse.Node)) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		f(n)
		if b := branch(n); b != nil {
			each(b.List, f)
			each(b.ElseList, f)
		}
	}
}

// branch returns what if, range and with have in common, or nil.
func branch(n parse.Node) *parse.BranchNode {
	switch n := n.(type) {
	case *parse.IfNode:
		return &n.BranchNode
	case *parse.RangeNode:
		return &n.BranchNode
	case *parse.WithNode:
		return &n.BranchNode
	}
	return nil
}

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

// partialsOf returns the templates of all partials.
func partialsOf(parsed map[string]parts) parts {
	out := parts{}
	for _, name := range slices.Sorted(maps.Keys(parsed)) {
		if isPartial(name) {
			maps.Copy(out, parsed[name])
		}
	}
	return out
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
