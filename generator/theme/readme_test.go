package theme

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/generator/markdown"
)

// TestReadme: the contract for people names every field of every view, every
// layout, every function.
func TestReadme(t *testing.T) {
	src, err := os.ReadFile("../../themes/README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	for layout, view := range views {
		if !strings.Contains(text, "| `"+layout+"`") && !strings.Contains(text, "`"+layout+"`,") {
			t.Errorf("README.md does not name the layout %s", layout)
		}
		for record, fields := range fieldsOf(view, map[string][]string{}) {
			section := sectionOf(t, text, record)
			for _, field := range fields {
				if !strings.Contains(section, "`"+field+"`") {
					t.Errorf("README.md does not name %s.%s", record, field)
				}
			}
		}
	}
	for _, name := range Functions() {
		if !strings.Contains(text, "`"+name+"`") && !strings.Contains(text, "`"+name+" ") {
			t.Errorf("README.md does not name the function %s", name)
		}
	}
	for name := range methods {
		if !strings.Contains(text, "`."+name+"`") {
			t.Errorf("README.md does not name the method %s", name)
		}
	}
}

// within are the records that stand in the section of another.
var within = map[string]string{"Block": "Home", "Year": "Archive", "Correction": "Page", "Heading": "Page", "Provenance": "Page"}

// sectionOf returns the section of the contract whose heading names a record.
func sectionOf(t *testing.T, text, record string) string {
	t.Helper()
	if other, ok := within[record]; ok {
		record = other
	}
	for section := range strings.SplitSeq(text, "\n### ") {
		heading, _, _ := strings.Cut(section, "\n")
		if slices.Contains(strings.Split(heading, ", "), record) {
			return section
		}
	}
	t.Errorf("README.md has no section for %s", record)
	return ""
}

// fieldsOf collects the exported fields of a struct and of all structs of the
// views that it holds.
func fieldsOf(t reflect.Type, out map[string][]string) map[string][]string {
	switch t.Kind() {
	case reflect.Slice, reflect.Map:
		return fieldsOf(t.Elem(), out)
	case reflect.Struct:
	default:
		return out
	}
	named := strings.HasSuffix(t.PkgPath(), "generator/view") || t == reflect.TypeFor[markdown.Heading]()
	if _, done := out[t.Name()]; done || !named {
		return out
	}
	out[t.Name()] = []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.IsExported() && !f.Anonymous {
			out[t.Name()] = append(out[t.Name()], f.Name)
		}
		fieldsOf(f.Type, out)
	}
	return out
}
