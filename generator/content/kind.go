package content

import (
	"embed"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

// KindsDir is where a portal keeps the kinds of its own.
const KindsDir = "content/_kinds"

//go:embed kinds/*.yaml
var builtin embed.FS

// Kind is a kind of page: its fields, its states and how it is listed.
type Kind struct {
	Name  string      `yaml:"kind,required"`
	Label config.Text `yaml:"label,required"`
	// SchemaOrg is the type of the page in schema.org's vocabulary.
	SchemaOrg string `yaml:"schema_org"`
	// List is how a section lists its pages: "months", by date, or
	// "titles", in the order of the alphabet.
	List string `yaml:"list"`
	// Date names the date field that orders the pages instead of "date".
	Date string `yaml:"date"`
	// Require names the common fields that must be there beside the title.
	Require []string `yaml:"require"`
	Fields  []Field  `yaml:"fields"`
	States  []State  `yaml:"states"`
}

// Field is a field of a kind.
type Field struct {
	Name string `yaml:"name"`
	// Type is one of the names in fieldTypes.
	Type  string      `yaml:"type,required"`
	Label config.Text `yaml:"label"`
	// Of names the type of records, or the kind of pages, referred to.
	Of       string   `yaml:"of"`
	Required bool     `yaml:"required"`
	Listed   bool     `yaml:"listed"`
	Items    *Field   `yaml:"items"`
	Fields   []Field  `yaml:"fields"`
	Choices  []Choice `yaml:"choices"`
	// SchemaOrg is the property of schema.org that the field is, if any.
	SchemaOrg string `yaml:"schema_org"`
}

// Choice is one of the values of a field of type choice. Reverse is what the
// choice is called when seen from the page that the same group refers to.
type Choice struct {
	ID      string      `yaml:"id,required"`
	Label   config.Text `yaml:"label,required"`
	Reverse config.Text `yaml:"reverse"`
}

// State is a state that pages of a kind can be in. At most one of From, Before
// and Absent names a date field; a state with none always holds.
type State struct {
	ID     string      `yaml:"id,required"`
	Label  config.Text `yaml:"label,required"`
	Tone   string      `yaml:"tone"`
	From   string      `yaml:"from"`
	Before string      `yaml:"before"`
	Absent string      `yaml:"absent"`
}

// The two ways in which a section lists its pages.
const (
	ByMonths = "months"
	ByTitles = "titles"
)

// layoutNames are the layouts of a theme that are no kind's; a kind has the
// layout of its name.
var layoutNames = []string{"home", "section", "month", "archive", "tags", "map", "gone", "redirect", "notfound"}

// The types of fields.
const (
	TypeText    = "text"
	TypeDate    = "date"
	TypeNumber  = "number"
	TypeBoolean = "boolean"
	TypeChoice  = "choice"
	TypeRecord  = "record"
	TypePage    = "page"
	TypeFile    = "file"
	TypeURL     = "url"
	TypeEmail   = "email"
	TypePhone   = "phone"
	TypeDocNo   = "document-number"
	TypeList    = "list"
	TypeGroup   = "group"
)

var fieldTypes = []string{
	TypeText, TypeDate, TypeNumber, TypeBoolean, TypeChoice, TypeRecord, TypePage, TypeFile,
	TypeURL, TypeEmail, TypePhone, TypeDocNo, TypeList, TypeGroup,
}

var tones = []string{"good", "neutral", "warning", "bad"}

// Kinds are all kinds of a portal by name.
type Kinds map[string]*Kind

// Names returns the names of the kinds in order.
func (k Kinds) Names() []string { return slices.Sorted(maps.Keys(k)) }

// FieldIndex returns the place of a field in k.Fields, or -1.
func (k *Kind) FieldIndex(name string) int {
	return slices.IndexFunc(k.Fields, func(f Field) bool { return f.Name == name })
}

// LoadKinds reads the built-in kinds and the portal's own, given as file name
// and bytes. A kind of the portal's own cannot take a built-in's name.
func LoadKinds(own map[string][]byte) (Kinds, diag.List) {
	kinds := Kinds{}
	var found diag.List
	entries, err := fs.ReadDir(builtin, "kinds")
	if err != nil {
		panic(err) // the files are part of the program
	}
	for _, e := range entries {
		src, err := builtin.ReadFile("kinds/" + e.Name())
		if err != nil {
			panic(err)
		}
		found = append(found, kinds.add("built-in/"+e.Name(), src)...)
	}
	for _, name := range slices.Sorted(maps.Keys(own)) {
		found = append(found, kinds.add(name, own[name])...)
	}
	for name := range own {
		if k := kinds[strings.TrimSuffix(path.Base(name), ".yaml")]; k != nil {
			for i := range k.Fields {
				kinds.references(name, &k.Fields[i], &found)
			}
		}
	}
	return kinds, found
}

func (k Kinds) add(file string, src []byte) diag.List {
	r, root := strictyaml.Parse(file, src, 1)
	if root == nil {
		return append(r.Findings(), ruleKindUnusable.At(diag.Pos{Path: file}))
	}
	kind := &Kind{}
	r.Decode(root, kind)
	if kind.List == "" {
		kind.List = ByMonths
	}
	c := kindChecker{kind: kind, pos: r.Pos(root)}
	c.check(file)
	found := append(r.Findings(), c.found...)
	if _, taken := k[kind.Name]; taken {
		found = append(found, ruleKindTwice.At(c.pos, kind.Name))
	} else if worst, _ := found.Worst(); worst < diag.Error {
		k[kind.Name] = kind
		return found
	}
	return append(found, ruleKindUnusable.At(c.pos))
}

// references reports fields that refer to pages of a kind that does not exist.
// The built-in kinds refer to each other only.
func (k Kinds) references(file string, f *Field, found *diag.List) {
	if f.Type == TypePage && f.Of != "" && k[f.Of] == nil {
		*found = append(*found, ruleKindOf.At(diag.Pos{Path: file}, f.Name, f.Of))
	}
	if f.Items != nil {
		k.references(file, f.Items, found)
	}
	for i := range f.Fields {
		k.references(file, &f.Fields[i], found)
	}
}

type kindChecker struct {
	kind  *Kind
	pos   diag.Pos
	found diag.List
}

func (c *kindChecker) add(rule *diag.Rule, args ...any) {
	c.found = append(c.found, rule.At(c.pos, args...))
}

var fieldName = regexp.MustCompile(`^[a-z][a-z0-9_]{0,40}$`)

func (c *kindChecker) check(file string) {
	k := c.kind
	if !config.IsSegment(k.Name) || k.Name+".yaml" != path.Base(file) {
		c.add(ruleKindName, k.Name)
	}
	if slices.Contains(layoutNames, k.Name) {
		c.add(ruleKindLayout, k.Name)
	}
	if k.List != ByMonths && k.List != ByTitles {
		c.add(ruleKindList, k.List)
	}
	for _, name := range k.Require {
		if !slices.Contains(requirable, name) {
			c.add(ruleKindRequire, name, strings.Join(requirable, ", "))
		}
	}
	for i := range k.Fields {
		if slices.Contains(commonNames, k.Fields[i].Name) {
			c.add(ruleKindCommon, k.Fields[i].Name)
		}
	}
	c.fields(k.Fields, 0)
	if k.Date != "" {
		c.dateField(k.Date)
	}
	seen := map[string]bool{}
	for _, s := range k.States {
		if seen[s.ID] {
			c.add(ruleKindIDTwice, s.ID)
		}
		seen[s.ID] = true
		if s.Tone != "" && !slices.Contains(tones, s.Tone) {
			c.add(ruleKindTone, s.Tone)
		}
		set := 0
		for _, name := range []string{s.From, s.Before, s.Absent} {
			if name != "" {
				set++
				c.dateField(name)
			}
		}
		if set > 1 {
			c.add(ruleKindState, s.ID)
		}
	}
}

func (c *kindChecker) dateField(name string) {
	if i := c.kind.FieldIndex(name); i < 0 || c.kind.Fields[i].Type != TypeDate {
		c.add(ruleKindDate, name)
	}
}

func (c *kindChecker) fields(fields []Field, depth int) {
	seen := map[string]bool{}
	for i := range fields {
		f := &fields[i]
		if !fieldName.MatchString(f.Name) || seen[f.Name] {
			c.add(ruleKindField, f.Name)
		}
		seen[f.Name] = true
		if len(f.Label) == 0 {
			c.add(ruleKindLabel, f.Name)
		}
		c.shape(f, f.Name, depth)
	}
}

// shape checks that a field has what its type needs and no more.
func (c *kindChecker) shape(f *Field, name string, depth int) {
	if !slices.Contains(fieldTypes, f.Type) {
		c.add(ruleKindType, name, f.Type, strings.Join(fieldTypes, ", "))
		return
	}
	wrong := (f.Items != nil) != (f.Type == TypeList) ||
		(len(f.Fields) > 0) != (f.Type == TypeGroup) ||
		(len(f.Choices) > 0) != (f.Type == TypeChoice) ||
		f.Of == "" && f.Type == TypeRecord ||
		f.Of != "" && f.Type != TypeRecord && f.Type != TypePage ||
		f.Items != nil && f.Items.Type == TypeList || depth > 2
	if wrong {
		c.add(ruleKindShape, name, f.Type)
		return
	}
	seen := map[string]bool{}
	for _, choice := range f.Choices {
		if seen[choice.ID] {
			c.add(ruleKindIDTwice, choice.ID)
		}
		seen[choice.ID] = true
	}
	if f.Items != nil {
		c.shape(f.Items, name, depth+1)
	}
	c.fields(f.Fields, depth+1)
}
