package theme

import (
	"errors"
	"html/template"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"

	"sonla.gov.vn/bientap/internal/diag"
)

// checked is what the check of all layouts brought to light.
type checked struct {
	found diag.List
	// messages are the keys that layouts use.
	messages map[string]bool
}

// checkLayouts parses the layouts as they were written and checks each of
// them against its view. arity holds the known messages with the number of
// their arguments.
func checkLayouts(layouts map[string]file, arity map[string]int) checked {
	out := checked{messages: map[string]bool{}}
	parsed := map[string]parts{}
	for name, f := range layouts {
		p, err := parseFile(templateName(name), f)
		if err != nil {
			out.found = append(out.found, syntaxFinding(f, err))
			continue
		}
		parsed[name] = p
	}
	if len(parsed) < len(layouts) || parsed["_base"] == nil || parsed["_row"] == nil {
		return out
	}
	partials := partialsOf(parsed)
	reached := map[string]bool{}
	funcs := functions(reference, nil, nil)
	for _, name := range slices.Sorted(maps.Keys(parsed)) {
		if isPartial(name) {
			continue
		}
		c := &checker{
			parts: together(partials, parsed[name]), funcs: funcs, arity: arity,
			used: out.messages, seen: map[visit]bool{},
		}
		c.template(rootTemplate, viewOf(name), 0, file{})
		for _, n := range c.parts.reach(rootTemplate) {
			reached[n] = true
		}
		if len(c.found) == 0 {
			c.found = escapeFindings(c.parts)
		}
		out.found = append(out.found, c.found...)
	}
	out.found = append(out.found, unusedPartials(parsed, reached)...)
	return out
}

// errorPlace is how text/template begins its messages.
var errorPlace = regexp.MustCompile(`^template: [^:]*:(\d+):(?:\d+:)? ?(.*)$`)

func syntaxFinding(f file, err error) diag.Finding {
	pos, message := diag.Pos{Path: f.path}, err.Error()
	if m := errorPlace.FindStringSubmatch(message); m != nil {
		pos.Line, _ = strconv.Atoi(m[1])
		message = m[2]
	}
	return ruleSyntax.At(pos, message)
}

// unusedPartials reports the partials that no layout reaches.
func unusedPartials(parsed map[string]parts, reached map[string]bool) diag.List {
	var found diag.List
	for name, p := range parsed {
		if partial := templateName(name); isPartial(name) && !reached[partial] {
			near := nearest(partial, slices.Sorted(maps.Keys(reached)))
			found = append(found, ruleUnusedPartial.At(diag.Pos{Path: p[partial].file.path}, partial, near))
		}
	}
	return found
}

// escapeFindings has html/template look at where a layout prints its data.
// html/template does not say in which template it stopped, so when the whole
// layout fails, each template is tried by itself: those that fail and use no
// other that does are at fault.
func escapeFindings(all parts) diag.List {
	whole := all.escapeError(rootTemplate)
	if whole == nil {
		return nil
	}
	faults := map[string]*template.Error{}
	for _, name := range all.reach(rootTemplate) {
		if err := all.escapeError(name); err != nil {
			faults[name] = err
		}
	}
	var found diag.List
	for name, err := range faults {
		others := slices.DeleteFunc(all.reach(name), func(n string) bool { return n == name || faults[n] == nil })
		if len(others) == 0 {
			at := diag.Pos{Path: all[name].file.path, Line: err.Line}
			if err.Node != nil {
				at = all[name].file.at(int(err.Node.Position()))
			}
			found = append(found, ruleEscape.At(at, err.Description))
		}
	}
	if len(found) == 0 {
		found = append(found, ruleEscape.At(diag.Pos{Path: all[mainTemplate].file.path}, whole.Description))
	}
	return found
}

// escapeError returns why html/template cannot escape a template, or nil.
func (p parts) escapeError(root string) *template.Error {
	stubs := functions(reference, nil, nil)
	for _, name := range builtins {
		delete(stubs, name)
	}
	tmpl := template.New(root).Funcs(stubs)
	for _, name := range p.reach(root) {
		// The error is only that a set is already escaped; this one is new.
		_, _ = tmpl.AddParseTree(name, p[name].Copy())
	}
	var bad *template.Error
	errors.As(escape(tmpl.Lookup(root)), &bad)
	return bad
}

// checker checks one layout with everything it uses.
type checker struct {
	parts parts
	funcs template.FuncMap
	arity map[string]int
	used  map[string]bool
	seen  map[visit]bool
	found diag.List
}

// visit is a template called with a type of dot. The type is nil when it is
// not known, which is so for what lies behind an interface.
type visit struct {
	name string
	dot  reflect.Type
}

// template checks the template of a name; from is the file that calls it at
// the offset pos.
func (c *checker) template(name string, dot reflect.Type, pos int, from file) {
	p, ok := c.parts[name]
	if !ok {
		near := nearest(name, slices.Sorted(maps.Keys(c.parts)))
		c.found = append(c.found, rulePartial.At(from.at(pos), name, near))
		return
	}
	v := visit{name, dot}
	if c.seen[v] {
		return
	}
	c.seen[v] = true
	w := &walker{checker: c, file: p.file, vars: []variable{{"$", dot}}}
	w.list(dot, p.Root)
}

// variable is a template's variable with the type of its value.
type variable struct {
	name string
	kind reflect.Type
}

// walker goes through one template.
type walker struct {
	*checker
	file file
	vars []variable
}

func (w *walker) report(rule *diag.Rule, n parse.Node, args ...any) {
	w.found = append(w.found, rule.At(w.file.at(int(n.Position())), args...))
}

// list checks the nodes of a list; variables declared in it end with it.
func (w *walker) list(dot reflect.Type, l *parse.ListNode) {
	if l == nil {
		return
	}
	mark := len(w.vars)
	for i, n := range l.Nodes {
		if i > 0 && endsBare(l.Nodes[i-1]) {
			w.report(ruleUnquoted, n)
		}
		w.node(dot, n)
	}
	w.vars = w.vars[:mark]
}

// endsBare reports whether a node is text that ends in an attribute's equals
// sign with no quote behind it.
func endsBare(n parse.Node) bool {
	text, ok := n.(*parse.TextNode)
	if !ok || !strings.HasSuffix(string(text.Text), "=") {
		return false
	}
	open, closed := strings.LastIndexByte(string(text.Text), '<'), strings.LastIndexByte(string(text.Text), '>')
	quotes := strings.Count(string(text.Text[max(open, 0):]), `"`)
	return open > closed && quotes%2 == 0
}

func (w *walker) node(dot reflect.Type, n parse.Node) {
	switch n := n.(type) {
	case *parse.ActionNode:
		kind := w.pipe(dot, n.Pipe)
		if len(n.Pipe.Decl) == 0 && !printable(kind) {
			w.report(rulePrint, n, kind.String())
		}
	case *parse.TemplateNode:
		var arg reflect.Type
		if n.Pipe != nil {
			arg = w.pipe(dot, n.Pipe)
		}
		w.template(n.Name, arg, int(n.Pos), w.file)
	case *parse.IfNode:
		w.branch(n, &n.BranchNode, dot, func(reflect.Type) reflect.Type { return dot })
	case *parse.WithNode:
		w.branch(n, &n.BranchNode, dot, func(kind reflect.Type) reflect.Type { return kind })
	case *parse.RangeNode:
		w.branch(n, &n.BranchNode, dot, func(kind reflect.Type) reflect.Type { return w.element(n, kind) })
	}
}

// branch checks an if, with or range; inner gives the dot inside of it from
// the type of its pipeline.
func (w *walker) branch(n parse.Node, b *parse.BranchNode, dot reflect.Type, inner func(reflect.Type) reflect.Type) {
	mark := len(w.vars)
	kind := w.pipe(dot, b.Pipe)
	within := inner(kind)
	if _, ok := n.(*parse.RangeNode); ok && !b.Pipe.IsAssign {
		for i, v := range b.Pipe.Decl {
			w.vars[mark+i].kind = reflect.TypeFor[int]()
			if i == len(b.Pipe.Decl)-1 {
				w.vars[mark+i] = variable{v.Ident[0], within}
			}
		}
	}
	w.list(within, b.List)
	w.list(dot, b.ElseList)
	w.vars = w.vars[:mark]
}

// element is the type of what range goes over.
func (w *walker) element(n parse.Node, kind reflect.Type) reflect.Type {
	if kind == nil {
		return nil
	}
	switch kind.Kind() {
	case reflect.Slice, reflect.Array, reflect.Map:
		return kind.Elem()
	case reflect.Int:
		return reflect.TypeFor[int]()
	}
	w.report(ruleRange, n, kind.String())
	return nil
}

// printable reports whether html/template prints a value of that type as
// people would read it.
func printable(t reflect.Type) bool {
	if t == nil {
		return true
	}
	switch t.Kind() {
	case reflect.Struct, reflect.Slice, reflect.Array, reflect.Map, reflect.Pointer, reflect.Func, reflect.Chan:
		return false
	}
	return true
}
