package theme

import (
	"fmt"
	"html/template"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"

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
