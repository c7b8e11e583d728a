// Package config reads config.yaml, the one file that says what a portal is:
// its sites, their addresses, sections, menus and looks, its languages and its
// limits. Reading is strict: a key that nobody asked for, a value of the wrong
// type, a section that a menu names but no site has, each is a finding with a
// line and, where it can be guessed, what was probably meant.
package config

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

// File is the name of the configuration in the root of a portal.
const File = "config.yaml"

// Portal is everything that config.yaml says.
type Portal struct {
	Title  Text   `yaml:"title,required"`
	Sample bool   `yaml:"sample"`
	Offset Offset `yaml:"utc_offset"`
	// Theme is the folder below themes/ whose files override the built-in
	// default theme.
	Theme string `yaml:"theme"`
	// Languages are the languages of the portal, the first its default.
	Languages []string `yaml:"languages"`
	Limits    Limits   `yaml:"limits"`
	Lists     Lists    `yaml:"lists"`
	Security  Security `yaml:"security"`
	Sites     []Site   `yaml:"sites,required"`
}

// Limits bound what a portal may hold.
type Limits struct {
	// PageKB bounds a Markdown page, FileMB any other file.
	PageKB int `yaml:"page_kb"`
	FileMB int `yaml:"file_mb"`
	Files  int `yaml:"files"`
}

// Lists say how long the lists are.
type Lists struct {
	// Newest is the length of the newest pages on a section's index.
	Newest int `yaml:"newest"`
	// Month is the length of one part of a month.
	Month int `yaml:"month"`
	// Feed is the length of a feed.
	Feed int `yaml:"feed"`
	// Older is the number of older neighbours that a page shows.
	Older int `yaml:"older"`
}

// Security is what the operator decides about security.
type Security struct {
	// Contact and Expires are the content of security.txt (RFC 9116).
	Contact string `yaml:"contact"`
	Expires Date   `yaml:"expires"`
	// HSTS is what Strict-Transport-Security binds: host (also when left
	// out), subdomains, preload, or off.
	HSTS string `yaml:"hsts"`
}

// Site is one site of the portal.
type Site struct {
	Pos diag.Pos
	// ID names the site for ever; its pages live in content/<ID>.
	ID      string  `yaml:"id,required"`
	Main    bool    `yaml:"main"`
	Title   Text    `yaml:"title,required"`
	Tagline Text    `yaml:"tagline"`
	Address Address `yaml:"address,required"`
	// Language is the language of its pages unless they say another.
	Language string `yaml:"language"`
	// Agency is the id of the body to which it belongs.
	Agency string `yaml:"agency,required"`
	// Owner is who in the Board answers for the site.
	Owner string `yaml:"owner,required"`
	// Group is the heading of the directory of components it stands under.
	Group       Text        `yaml:"group"`
	Status      Status      `yaml:"status"`
	Responsible Text        `yaml:"responsible,required"`
	Contact     Contact     `yaml:"contact"`
	Colours     Colours     `yaml:"colours"`
	Emblem      Emblem      `yaml:"emblem"`
	Sections    []Section   `yaml:"sections"`
	Menu        []MenuEntry `yaml:"menu"`
	Footer      []MenuEntry `yaml:"footer"`
	Home        []Block     `yaml:"home"`
}

// Status is whether a site lives.
type Status struct {
	// State is active, closed or merged.
	State string `yaml:"state"`
	// Into is the site that took over a merged one.
	Into string `yaml:"into"`
	// From is the day since when it is closed or merged.
	From Date `yaml:"from"`
}

// The states of a site.
const (
	Active = "active"
	Closed = "closed"
	Merged = "merged"
)

// Contact is where a site can be reached.
type Contact struct {
	Address Text   `yaml:"address"`
	Phone   string `yaml:"phone"`
	Email   string `yaml:"email"`
}

// Colours are the accents of a site, as #rrggbb.
type Colours struct {
	Accent string `yaml:"accent"`
	Second string `yaml:"second"`
}

// Emblem is an image beside the site's name: a file below content/<site>/.
type Emblem struct {
	Pos  diag.Pos
	File string `yaml:"file"`
	Alt  Text   `yaml:"alt"`
}

// Section is a folder of a site that has an index of its own.
type Section struct {
	Pos diag.Pos
	// Path is the folder below content/<site>/, without slashes at its ends.
	Path        string `yaml:"path,required"`
	Title       Text   `yaml:"title,required"`
	Description Text   `yaml:"description"`
	// Kind is the kind of its pages unless they say another.
	Kind string `yaml:"kind"`
}

// MenuEntry is one entry of a menu: a section, a page by its id, or a title
// with an address elsewhere.
type MenuEntry struct {
	Pos     diag.Pos
	Section string      `yaml:"section"`
	Page    string      `yaml:"page"`
	Title   Text        `yaml:"title"`
	URL     string      `yaml:"url"`
	Items   []MenuEntry `yaml:"items"`
}

// Block is a list on a home page.
type Block struct {
	Pos diag.Pos
	// Section is a section of this site, or site/section of another.
	Section string `yaml:"section,required"`
	Title   Text   `yaml:"title"`
	// Style is lead, cards, rows or documents.
	Style string `yaml:"style"`
	Count int    `yaml:"count"`
}

// position is what DecodeYAML of the positioned structs shares: it decodes
// the plain struct and then notes where it stood.
func position[T any](r *strictyaml.Reader, n *yaml.Node, plain *T, pos *diag.Pos) {
	r.Decode(n, plain)
	*pos = r.Pos(n)
}

// DecodeYAML reads a site and remembers its place.
func (s *Site) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	type plain Site
	position(r, n, (*plain)(s), &s.Pos)
}

// DecodeYAML reads an emblem and remembers its place.
func (e *Emblem) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	type plain Emblem
	position(r, n, (*plain)(e), &e.Pos)
}

// DecodeYAML reads a section and remembers its place.
func (s *Section) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	type plain Section
	position(r, n, (*plain)(s), &s.Pos)
}

// DecodeYAML reads an entry of a menu and remembers its place.
func (e *MenuEntry) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	type plain MenuEntry
	position(r, n, (*plain)(e), &e.Pos)
}

// DecodeYAML reads a block and remembers its place.
func (b *Block) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	type plain Block
	*b = Block{Style: "rows", Count: 5}
	position(r, n, (*plain)(b), &b.Pos)
}

// Text is a text in one or more languages: written as one string, or as a
// mapping from languages to strings.
type Text map[string]string

// anyLanguage is the key of a text that was written without a language.
const anyLanguage = ""

// In returns the text in a language; else in the first of the fallback
// languages that has it; else as it was written without a language, in
// Vietnamese, in English, or in any other.
func (t Text) In(lang string, fallback ...string) string {
	if s, ok := t[lang]; ok {
		return s
	}
	for _, l := range fallback {
		if s, ok := t[l]; ok {
			return s
		}
	}
	for _, l := range []string{anyLanguage, "vi", "en"} {
		if s, ok := t[l]; ok {
			return s
		}
	}
	for _, l := range slices.Sorted(maps.Keys(t)) {
		return t[l]
	}
	return ""
}

// Same returns a text that is the same in every language.
func Same(s string) Text { return Text{anyLanguage: s} }

// DecodeYAML reads a string or a mapping from languages to strings.
func (t *Text) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	if strictyaml.Empty(n) {
		return
	}
	if n.Kind == yaml.ScalarNode {
		s, _ := r.Text(n)
		*t = Same(s)
		return
	}
	pairs, ok := r.Mapping(n)
	if !ok {
		return
	}
	out := make(Text, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		if !IsLanguage(pairs[i].Value) {
			r.Report(ruleLanguage, pairs[i], pairs[i].Value)
			continue
		}
		if s, ok := r.Text(pairs[i+1]); ok && s != "" {
			out[pairs[i].Value] = s
		}
	}
	if len(out) == 0 {
		r.Report(ruleNoText, n)
		return
	}
	*t = out
}

// IsLanguage reports whether s has the shape of a language tag that may stand
// in a portal: two or three lower-case letters, as in ISO 639.
func IsLanguage(s string) bool {
	if len(s) != 2 && len(s) != 3 {
		return false
	}
	for _, c := range []byte(s) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// Date is a day, written 2026-11-23. Its zero value is no day.
type Date struct{ Year, Month, Day int }

// ParseDate reads a day of the years 1800 to 2199 and refuses days that the
// calendar does not have.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a day like 2026-11-23", s)
	}
	if t.Year() < 1800 || t.Year() > 2199 {
		return Date{}, fmt.Errorf("the year of %q is out of range", s)
	}
	return Date{t.Year(), int(t.Month()), t.Day()}, nil
}

// DecodeYAML reads a day.
func (d *Date) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	s, ok := r.Text(n)
	if !ok || s == "" {
		return
	}
	v, err := ParseDate(s)
	if err != nil {
		r.Report(ruleDate, n, s)
		return
	}
	*d = v
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Start is the first instant of the day in the zone loc.
func (d Date) Start(loc *time.Location) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, loc)
}

// Offset is a fixed distance from UTC. A fixed distance, not the name of a
// zone, so that no machine's zone tables can change what a date means.
type Offset struct{ Seconds int }

// maxOffset is the greatest distance from UTC that is in use, in seconds.
const maxOffset = 14 * 3600

// Location returns the zone of the offset.
func (o Offset) Location() *time.Location {
	sign, s := '+', o.Seconds
	if s < 0 {
		sign, s = '-', -s
	}
	return time.FixedZone(fmt.Sprintf("%c%02d:%02d", sign, s/3600, s/60%60), o.Seconds)
}

// DecodeYAML reads an offset like +07:00.
func (o *Offset) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	s, ok := r.Text(n)
	if !ok || s == "" {
		return
	}
	t, err := time.Parse("-07:00", s)
	if err != nil {
		r.Report(ruleOffset, n, s)
		return
	}
	_, seconds := t.Zone()
	if seconds < -maxOffset || seconds > maxOffset {
		r.Report(ruleOffset, n, s)
		return
	}
	o.Seconds = seconds
}
