package content

import (
	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/internal/strictyaml"
)

// Page is what the front matter of a page says, and where the page stands. The
// body is not kept: it is read again when the page is rendered.
type Page struct {
	// Path is the file, from the root of the portal.
	Path string
	// Site is the folder below content/, Dir the folders below it, joined by
	// slashes, Slug the last step of the page's address.
	Site, Dir, Slug string
	Kind            *Kind
	Lang            string
	Common
	// Fields are the values of the kind's fields, one for each of
	// Kind.Fields in the same order.
	Fields []Value
	// BodyLine is the line of the file on which the body begins.
	BodyLine int
	// Meta is the SHA-256 of the front matter and the path: two equal pages
	// have equal metadata. It is cut to 16 bytes.
	Meta [16]byte
}

// Common are the fields that pages of every kind have.
type Common struct {
	// ID names the page for ever, wherever it moves.
	ID      string   `yaml:"id"`
	Kind    string   `yaml:"kind"`
	Title   string   `yaml:"title,required"`
	Summary string   `yaml:"summary"`
	Date    When     `yaml:"date"`
	Authors []string `yaml:"authors"`
	Source  string   `yaml:"source"`
	Image   Image    `yaml:"image"`
	Tags    []string `yaml:"tags"`
	Lang    string   `yaml:"lang"`
	Slug    string   `yaml:"slug"`
	// SortAs is what the title is sorted by where lists go by the alphabet.
	SortAs string `yaml:"sort_as"`
	// PublishAt and ExpiresAt bound the time in which the page is shown.
	PublishAt When `yaml:"publish_at"`
	ExpiresAt When `yaml:"expires_at"`
	// ReviewBy is the day by which the page must be looked at again.
	ReviewBy When `yaml:"review_by"`
	Pinned   bool `yaml:"pinned"`
	// Aliases are former addresses on the same host.
	Aliases     []string     `yaml:"aliases"`
	Withdrawn   *Withdrawal  `yaml:"withdrawn"`
	Corrections []Correction `yaml:"corrections"`
	// TranslationOf is the id of the page that this one translates.
	TranslationOf string `yaml:"translation_of"`
}

// Image is a picture that stands for a page.
type Image struct {
	// File is the path as written, relative to the page.
	File    string `yaml:"file,required"`
	Alt     string `yaml:"alt,required"`
	Credit  string `yaml:"credit"`
	Caption string `yaml:"caption"`
}

// Withdrawal says who took a page down, when and why.
type Withdrawal struct {
	By   string `yaml:"by,required"`
	Date When   `yaml:"date,required"`
	Why  string `yaml:"why,required"`
}

// Correction is a correction that readers are told of.
type Correction struct {
	Date When   `yaml:"date,required"`
	Text string `yaml:"text,required"`
}

// commonNames are the names of the common fields, in the order in which
// `bientap new` writes them and messages list them.
var commonNames = []string{
	"id", "kind", "title", "summary", "date", "authors", "source", "image", "tags", "lang", "slug", "sort_as",
	"publish_at", "expires_at", "review_by", "pinned", "aliases", "withdrawn", "corrections", "translation_of",
}

// requirable are the common fields that a kind may require.
var requirable = []string{"summary", "date", "authors", "source", "image", "tags", "review_by"}

// has reports whether the common field name has a value.
func (c *Common) has(name string) bool {
	switch name {
	case "summary":
		return c.Summary != ""
	case "date":
		return !c.Date.IsZero()
	case "authors":
		return len(c.Authors) > 0
	case "source":
		return c.Source != ""
	case "image":
		return c.Image.File != ""
	case "tags":
		return len(c.Tags) > 0
	case "review_by":
		return !c.ReviewBy.IsZero()
	}
	return false
}

// Value is the value of a kind's field. Which members are set depends on the
// field's type.
type Value struct {
	// Line is where the value stands; 0 means that the field has no value.
	Line int32
	// Text is the value of every type that is one text; for a file it is the
	// path as written, for references the id.
	Text string
	// Title is the title of a file, if it was given one.
	Title string
	When  When
	// Items are the elements of a list, or the members of a group, one for
	// each of the group's fields.
	Items []Value
}

// IsSet reports whether the field has a value.
func (v Value) IsSet() bool { return v.Line != 0 }

// Field returns the value of the page's field name, and false when the kind
// has no such field or it has no value.
func (p *Page) Field(name string) (Value, bool) {
	i := p.Kind.FieldIndex(name)
	if i < 0 || !p.Fields[i].IsSet() {
		return Value{}, false
	}
	return p.Fields[i], true
}

// Day is the day or instant that orders the page in lists.
func (p *Page) Day() When {
	if p.Kind.Date != "" {
		v, _ := p.Field(p.Kind.Date)
		return v.When
	}
	return p.Date
}

// file is a value of type file: a path, or a path with a title.
type file struct {
	File  string `yaml:"file,required"`
	Title string `yaml:"title"`
}

// DecodeYAML reads a path or a mapping.
func (f *file) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		f.File, _ = r.Text(n)
		return
	}
	type plain file
	r.Decode(n, (*plain)(f))
}
