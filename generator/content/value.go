package content

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/internal/spell"
	"sonla.gov.vn/bientap/internal/strictyaml"
	"sonla.gov.vn/bientap/internal/vietnamese"
)

// value decodes the value of a field. What is wrong is reported and gives a
// value that is not set.
func (d *decoder) value(f *Field, n *yaml.Node) Value {
	if strictyaml.Empty(n) {
		return Value{}
	}
	switch f.Type {
	case TypeList:
		return d.list(f, n)
	case TypeGroup:
		return d.group(f, n)
	case TypeFile:
		var v file
		d.r.Decode(n, &v)
		return d.set(n, v.File != "", Value{Text: v.File, Title: v.Title})
	case TypeDate:
		var w When
		d.r.Decode(n, &w)
		return d.set(n, !w.IsZero(), Value{When: w, Text: w.String()})
	case TypeBoolean:
		b, ok := d.r.Bool(n)
		return d.set(n, ok && b, Value{Text: "true"})
	case TypeNumber:
		_, ok := d.r.Int(n)
		return d.set(n, ok, Value{Text: strings.TrimSpace(n.Value)})
	}
	s, ok := d.r.Text(n)
	if !ok || s == "" {
		return Value{}
	}
	return d.set(n, d.text(f, n, &s), Value{Text: s})
}

// set gives v its place when it is good.
func (d *decoder) set(n *yaml.Node, good bool, v Value) Value {
	if !good {
		return Value{}
	}
	v.Line = int32(d.r.Pos(n).Line)
	return v
}

func (d *decoder) list(f *Field, n *yaml.Node) Value {
	items, ok := d.r.Sequence(n)
	v := Value{Items: make([]Value, 0, len(items))}
	for _, item := range items {
		if e := d.value(f.Items, item); e.IsSet() {
			v.Items = append(v.Items, e)
		}
	}
	return d.set(n, ok && len(v.Items) > 0, v)
}

func (d *decoder) group(f *Field, n *yaml.Node) Value {
	pairs, ok := d.r.Mapping(n)
	if !ok {
		return Value{}
	}
	v := Value{Items: make([]Value, len(f.Fields))}
	names := make([]string, len(f.Fields))
	for i := range f.Fields {
		names[i] = f.Fields[i].Name
	}
	for i := 0; i < len(pairs); i += 2 {
		at := -1
		for j, name := range names {
			if name == pairs[i].Value {
				at = j
			}
		}
		if at < 0 {
			d.r.Unknown(pairs[i], names)
			continue
		}
		v.Items[at] = d.value(&f.Fields[at], pairs[i+1])
	}
	for i := range f.Fields {
		if f.Fields[i].Required && !v.Items[i].IsSet() {
			d.r.Report(ruleNoField, n, names[i], f.Fields[i].Label.In("vi"), f.Fields[i].Label.In("en"))
			return Value{}
		}
	}
	return d.set(n, true, v)
}

var idShape = regexp.MustCompile(`^[0-9a-z]{6,26}$`)

// text checks a value that is one text against the type of its field; it may
// put the value into its accepted form.
func (d *decoder) text(f *Field, n *yaml.Node, s *string) bool {
	switch f.Type {
	case TypeChoice:
		ids := make([]string, len(f.Choices))
		for i, c := range f.Choices {
			if ids[i] = c.ID; c.ID == *s {
				return true
			}
		}
		near, _ := spell.Nearest(*s, ids)
		d.r.Report(ruleChoice, n, *s, strings.Join(ids, ", "), near)
		return false
	case TypeRecord:
		return d.record(f.Of, n, *s)
	case TypePage:
		if !idShape.MatchString(*s) {
			d.r.Report(ruleID, n, *s)
			return false
		}
	case TypeURL:
		if !config.IsWebAddress(*s) {
			d.r.Report(ruleURL, n, *s)
			return false
		}
	case TypeEmail:
		if !config.IsEmail(*s) {
			d.r.Report(ruleEmail, n, *s)
			return false
		}
	case TypePhone:
		if !config.IsPhone(*s) {
			d.r.Report(rulePhone, n, *s)
			return false
		}
	case TypeDocNo:
		no, err := vietnamese.ParseDocumentNumber(*s)
		if err != nil {
			d.r.Report(ruleDocumentNumber, n, *s)
			return false
		}
		if no.Canonical != *s {
			d.r.Report(ruleDocumentNumberForm, n, *s, no.Canonical)
			*s = no.Canonical
		}
	}
	return true
}

// record reports an id that no record of a type has.
func (d *decoder) record(kind string, n *yaml.Node, id string) bool {
	if d.schema.Records[kind][id] != nil {
		return true
	}
	near := ""
	if !d.r.Full() {
		_, near = d.schema.Records.Find(kind, id)
	}
	d.r.Report(ruleNoRecord, n, id, DataDir+"/"+kind+".yaml", near)
	return false
}
