package theme

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// pipe returns the type of a pipeline's value and declares its variables.
func (w *walker) pipe(dot reflect.Type, p *parse.PipeNode) reflect.Type {
	var kind reflect.Type
	for i, c := range p.Cmds {
		var last []reflect.Type
		if i > 0 {
			last = []reflect.Type{kind}
		}
		kind = w.command(dot, c, last)
	}
	for _, v := range p.Decl {
		if !p.IsAssign {
			w.vars = append(w.vars, variable{v.Ident[0], kind})
		} else if old, ok := w.variable(v.Ident[0]); !ok || old != kind {
			w.report(ruleVariable, p, v.Ident[0])
		}
	}
	return kind
}

// variable returns the type of the innermost variable of a name.
func (w *walker) variable(name string) (reflect.Type, bool) {
	for _, v := range slices.Backward(w.vars) {
		if v.name == name {
			return v.kind, true
		}
	}
	return nil, false
}

// command returns the type of a command's value. last is the value of the
// command before it in the pipeline, if there is one.
func (w *walker) command(dot reflect.Type, c *parse.CommandNode, last []reflect.Type) reflect.Type {
	first, ok := c.Args[0].(*parse.IdentifierNode)
	if !ok {
		kind := w.operand(dot, c.Args[0])
		if len(c.Args) > 1 || len(last) > 0 {
			w.report(ruleArguments, c, c.Args[0].String(), "∅", fmt.Sprint(len(c.Args)-1+len(last)))
		}
		return kind
	}
	if first.Ident == "t" {
		w.message(c, len(last))
	}
	args := make([]reflect.Type, 0, len(c.Args))
	for _, a := range c.Args[1:] {
		args = append(args, w.operand(dot, a))
	}
	return w.call(first, append(args, last...))
}

// message checks a call of t.
func (w *walker) message(c *parse.CommandNode, piped int) {
	key, ok := messageKey(c)
	if !ok {
		w.report(ruleMessageStatic, c)
		return
	}
	want, ok := w.arity[key]
	if !ok {
		w.report(ruleMessageKey, c, key, nearest(key, keysOf(w.arity)))
		return
	}
	w.used[key] = true
	if got := len(c.Args) - 2 + piped; got != want {
		w.report(ruleMessageArguments, c, key, want, got)
	}
}

func keysOf(arity map[string]int) []string {
	out := make([]string, 0, len(arity))
	for key := range arity {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// literal is the type of a number that a layout writes out; it fits wherever
// a number is wanted.
type literal int

func fits(arg, param reflect.Type) bool {
	if arg == reflect.TypeFor[literal]() {
		return class(param) == reflect.Int
	}
	return arg == nil || arg.AssignableTo(param)
}

// class is what text/template compares values by: all whole numbers are one.
func class(t reflect.Type) reflect.Kind {
	switch k := t.Kind(); k {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return reflect.Int
	default:
		return k
	}
}

// operand returns the type of an argument; nil when it is not known.
func (w *walker) operand(dot reflect.Type, n parse.Node) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return w.fields(dot, n.Ident, n)
	case *parse.VariableNode:
		kind, _ := w.variable(n.Ident[0])
		return w.fields(kind, n.Ident[1:], n)
	case *parse.ChainNode:
		return w.fields(w.operand(dot, n.Node), n.Field, n)
	case *parse.PipeNode:
		return w.pipe(dot, n)
	case *parse.StringNode:
		return reflect.TypeFor[string]()
	case *parse.NumberNode:
		return reflect.TypeFor[literal]()
	case *parse.BoolNode:
		return reflect.TypeFor[bool]()
	case *parse.IdentifierNode:
		return w.call(n, nil)
	}
	return nil
}

// fields follows a chain of fields and methods.
func (w *walker) fields(t reflect.Type, names []string, n parse.Node) reflect.Type {
	for _, name := range names {
		if t = w.field(t, name, n); t == nil {
			return nil
		}
	}
	return t
}

func (w *walker) field(t reflect.Type, name string, n parse.Node) reflect.Type {
	if t == nil {
		return nil
	}
	if m, ok := t.MethodByName(name); ok {
		if !methods[name] {
			w.report(ruleFunction, n, name, strings.Join(Functions(), ", "))
			return nil
		}
		return m.Type.Out(0)
	}
	switch t.Kind() {
	case reflect.Map:
		return t.Elem()
	case reflect.Struct:
		if f, ok := t.FieldByName(name); ok && f.IsExported() {
			return f.Type
		}
	}
	w.report(ruleField, n, name, t.String(), nearest(name, fieldNames(t)))
	return nil
}

// fieldNames returns the exported fields of a struct, promoted ones too.
func fieldNames(t reflect.Type) []string {
	var out []string
	if t.Kind() == reflect.Struct {
		for _, f := range reflect.VisibleFields(t) {
			if f.IsExported() {
				out = append(out, f.Name)
			}
		}
	}
	return out
}

// call returns the type of a function's result.
func (w *walker) call(n *parse.IdentifierNode, args []reflect.Type) reflect.Type {
	f, ok := w.funcs[n.Ident]
	if !ok {
		w.report(ruleFunction, n, n.Ident, strings.Join(Functions(), ", "))
		return nil
	}
	if f == nil {
		return w.builtin(n, args)
	}
	t := reflect.TypeOf(f)
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
	}
	if len(args) < fixed || len(args) > fixed && !t.IsVariadic() {
		w.report(ruleArguments, n, n.Ident, inputs(t), list(args))
		return t.Out(0)
	}
	for i := range fixed {
		if !fits(args[i], t.In(i)) {
			w.report(ruleArguments, n, n.Ident, inputs(t), list(args))
			break
		}
	}
	return t.Out(0)
}

func inputs(t reflect.Type) string {
	in := make([]reflect.Type, t.NumIn())
	for i := range in {
		in[i] = t.In(i)
	}
	return list(in)
}

// list names types for a message: "(string, int)".
func list(types []reflect.Type) string {
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = "?"
		if t != nil {
			names[i] = t.String()
		}
	}
	return "(" + strings.Join(names, ", ") + ")"
}

// builtin returns the type of the result of a function of text/template.
func (w *walker) builtin(n *parse.IdentifierNode, args []reflect.Type) reflect.Type {
	wrong := func(want string) reflect.Type {
		w.report(ruleArguments, n, n.Ident, want, list(args))
		return nil
	}
	if len(args) == 0 {
		return wrong("(…)")
	}
	switch n.Ident {
	case "and", "or":
		for _, a := range args {
			if a != args[0] {
				return nil
			}
		}
		return args[0]
	case "len":
		if args[0] != nil && !slices.Contains(sized, args[0].Kind()) {
			return wrong("([]T)")
		}
		return reflect.TypeFor[int]()
	case "slice":
		return args[0]
	case "index":
		t := args[0]
		for range args[1:] {
			if t == nil {
				return nil
			}
			if t.Kind() != reflect.Map && t.Kind() != reflect.Slice {
				return wrong("([]T, int)")
			}
			t = t.Elem()
		}
		return t
	case "not":
		return reflect.TypeFor[bool]()
	}
	for _, a := range args[1:] {
		if args[0] != nil && a != nil && class(a) != class(args[0]) {
			return wrong("(T, T)")
		}
	}
	return reflect.TypeFor[bool]()
}

// sized are the kinds that have a length.
var sized = []reflect.Kind{reflect.Slice, reflect.Map, reflect.String, reflect.Array}
