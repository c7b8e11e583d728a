package strictyaml

import (
	"fmt"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
)

// Decoder is implemented by types that read themselves from a node.
type Decoder interface {
	DecodeYAML(r *Reader, n *yaml.Node)
}

// Decode fills the struct, slice or scalar that v points to from n. Fields
// are named by the tag `yaml:"name"`, with ",required" when they must be
// there; fields without a tag are left alone. What cannot be decoded is
// reported and left at its zero value.
//
// It panics on types that it does not know: that is a fault of the program,
// not of the file.
func (r *Reader) Decode(n *yaml.Node, v any) {
	r.decode(n, reflect.ValueOf(v).Elem())
}

func (r *Reader) decode(n *yaml.Node, v reflect.Value) {
	if d, ok := v.Addr().Interface().(Decoder); ok {
		d.DecodeYAML(r, n)
		return
	}
	if Empty(n) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		r.decode(n, p.Elem())
		v.Set(p)
	case reflect.Struct:
		r.decodeStruct(n, v)
	case reflect.Slice:
		r.decodeSlice(n, v)
	case reflect.String:
		if s, ok := r.Text(n); ok {
			v.SetString(s)
		}
	case reflect.Bool:
		if b, ok := r.Bool(n); ok {
			v.SetBool(b)
		}
	case reflect.Int, reflect.Int64:
		if i, ok := r.Int(n); ok {
			v.SetInt(i)
		}
	default:
		panic(fmt.Sprintf("strictyaml: cannot decode into %s", v.Type()))
	}
}

func (r *Reader) decodeSlice(n *yaml.Node, v reflect.Value) {
	items, ok := r.Sequence(n)
	if !ok {
		return
	}
	out := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		r.decode(item, out.Index(i))
	}
	v.Set(out)
}

func (r *Reader) decodeStruct(n *yaml.Node, v reflect.Value) {
	pairs, ok := r.Mapping(n)
	if !ok {
		return
	}
	fields, names := tagged(v.Type())
	seen := map[string]bool{}
	for i := 0; i < len(pairs); i += 2 {
		key, value := pairs[i], pairs[i+1]
		f, ok := fields[key.Value]
		if !ok {
			r.Unknown(key, names)
			continue
		}
		seen[key.Value] = !Empty(value)
		r.decode(value, v.Field(f.index))
	}
	for _, name := range names {
		if fields[name].required && !seen[name] {
			r.Report(ruleMissing, n, name)
		}
	}
}

type field struct {
	index    int
	required bool
}

// tagged returns the fields of t that have a yaml tag, and their names in
// the order of the struct.
func tagged(t reflect.Type) (map[string]field, []string) {
	fields := make(map[string]field, t.NumField())
	var names []string
	for i := range t.NumField() {
		tag, ok := t.Field(i).Tag.Lookup("yaml")
		if !ok {
			continue
		}
		name, option, _ := strings.Cut(tag, ",")
		fields[name] = field{i, option == "required"}
		names = append(names, name)
	}
	return fields, names
}
