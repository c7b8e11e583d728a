package view

import (
	"time"

	"sonla.gov.vn/bientap/generator/markdown"
)

// HTML is trusted markup made from Markdown; see [markdown.HTML].
type HTML = markdown.HTML

// Link is a named address.
type Link struct {
	Title string
	// URL is absolute on the host ("/tin-tuc/") or, for another host, whole.
	URL string
	// Lang is set when the target's language differs from the page's.
	Lang string
	// Current is true when the link leads to the page itself or, in a menu,
	// to a section that contains it.
	Current bool
	// Items are the entries below it in a menu.
	Items []Link
}

// Date is a day, or an instant on a day, in the portal's time zone. Layouts
// print it with the functions date, longdate, datetime and isodate.
type Date struct {
	Time time.Time
	// HasClock is true when the hour and minute are meant, not only the day.
	HasClock bool
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.Time.IsZero() }

// Picture is an image that is part of the site.
type Picture struct {
	URL           string
	Width, Height int // pixels
	Alt           string
	Caption       string
	Credit        string
}

// File is a file for download.
type File struct {
	Title string
	URL   string
	// Type is the short name of the format as people say it: "PDF".
	Type string
	// MIME is the media type: "application/pdf".
	MIME string
	// Bytes is the size; layouts print it with the function size.
	Bytes int64
}

// State is a state of a page in words, such as the validity of a document.
type State struct {
	// ID is the state's name in the kind's schema ("in-force").
	ID string
	// Label is the state in words, in the page's language.
	Label string
	// Tone chooses a look, never the only carrier of meaning: "good",
	// "neutral", "warning" or "bad".
	Tone string
}

// Field is a value of a kind's field, ready to print with its label.
type Field struct {
	Name, Label string
	// Type is the field's type in the schema: "text", "date", "record",
	// "page", "file", "list", "group", "number", "boolean", "choice",
	// "document-number", "url", "email", "phone".
	Type string
	// Text is the value as text, in the page's language; empty for files and
	// for lists and groups, which have Items.
	Text string
	// Date is set for fields of type date.
	Date Date
	// Link is set (URL not empty) when the value leads somewhere.
	Link Link
	// File is set (URL not empty) for fields of type file.
	File File
	// State is set on a page that the field refers to and that has one.
	State State
	// Items are the elements of a list, or the members of a group, in the
	// order of the schema.
	Items []Field
}

// Card is a page as it stands in a list.
type Card struct {
	ID      string
	Title   string
	URL     string
	Summary string
	Date    Date
	// Lang is set when the page's language differs from the list's.
	Lang string
	// Kind is the kind's name; a layout "row-<kind>" draws its rows, else
	// "row".
	Kind      string
	KindLabel string
	// Site is set when the page belongs to another site than the list's.
	Site Link
	// Section is the page's section, unless the list is that section's.
	Section Link
	// Image is set (URL not empty) when the page has a picture.
	Image Picture
	// State is the page's state in words, if its kind has states.
	State State
	// Fields are those that the schema marks for lists.
	Fields []Field
	Pinned bool
	// Gone is true for a page that was withdrawn or has expired: the list
	// keeps its place, Label says so, and Title is empty when withdrawn.
	Gone  bool
	Label string
}

// Meta is one <meta> element: Name (or Property, for Open Graph) and Content.
type Meta struct{ Name, Property, Content string }

// Asset is a style sheet, icon or script of the theme with its integrity.
type Asset struct {
	URL string
	// Integrity is the value of the attribute: "sha384-…".
	Integrity string
}

// Alternate is the same page in another language.
type Alternate struct {
	// Lang is its BCP 47 tag, Name the language's own name ("Tiếng Việt").
	Lang, Name string
	URL        string
	// Absolute is the address with scheme and host, for hreflang.
	Absolute string
	// Same is false when there is no such page and URL leads to the home
	// page in that language.
	Same bool
}

// Site is what a layout may know of the site that a page belongs to.
type Site struct {
	ID   string
	Name string
	// Tagline is a short line under the name; it may be empty.
	Tagline string
	// Home is the address of the site's home page.
	Home string
	// IsMain is true for the portal's main site.
	IsMain bool
	// Agency is the body that the site belongs to, as named today.
	Agency string
	// Emblem is an image beside the name (URL empty: none).
	Emblem Picture
	// Notice is set (Text not empty) when the site is closed or merged into
	// another, which Link leads to.
	Notice Notice
}

// Notice is a sentence that stands above a page.
type Notice struct {
	Text string
	Link Link
}

// Footer is the foot of every page.
type Footer struct {
	// Responsible names the person or role who answers for the content.
	Responsible string
	Agency      string
	Address     string
	Phone       string
	Email       string
	Links       []Link
}

// Frame is what every HTML page carries around its content.
type Frame struct {
	Lang string
	// Title is the text of <title>; Heading that of <h1>.
	Title, Heading string
	Description    string
	// Canonical is the page's address with scheme and host.
	Canonical string
	NoIndex   bool
	// Sample marks a portal that is only a sample; every page says so.
	Sample bool
	Site   Site
	// Main leads to the portal's main site; on the main site it is empty.
	Main        Link
	Stylesheet  Asset
	Icon        Asset
	Manifest    string
	Feed        Link
	Menu        []Link
	Breadcrumbs []Link
	Languages   []Alternate
	Footer      Footer
	Meta        []Meta
	// LD is the page's JSON-LD, a plain value for a data block; nil for none.
	LD any
}

// Block is a titled list on a home page.
type Block struct {
	Heading Link
	// Style is "lead" (first item large), "cards", "rows" or "documents".
	Style string
	Cards []Card
}

// Home is the view of the layout "home": a site's first page.
type Home struct {
	Frame
	// Lead is the first pinned or newest page; zero (URL empty) if none.
	Lead   Card
	Blocks []Block
	// Components is the directory of component sites, on the main site.
	Components []Component
	// Sections are the site's sections, for a plain map of the site.
	Sections []Link
}

// Component is an entry of the directory of component sites.
type Component struct {
	Link
	Agency string
	// Group is the heading under which it stands ("Sở, ban, ngành").
	Group string
	// State is set for a site that is closed or merged.
	State string
}

// Section is the view of the layout "section": the index of a section or of
// a tag, with the newest pages.
type Section struct {
	Frame
	// Intro is a sentence about the section; it may be empty.
	Intro string
	// Sections are the sections below this one.
	Sections []Link
	Pinned   []Card
	Cards    []Card
	// Months lead to the newest months, newest first; Archive to all.
	Months  []Link
	Archive Link
	Feed    Link
}

// Month is the view of the layout "month": part of a list, by date.
type Month struct {
	Frame
	// Name is the month, or for tags the year, with the part after the first.
	Name string
	// Month is its first day.
	Month Date
	// Number counts the parts of the month from 1, the oldest.
	Number int
	Cards  []Card
	// Earlier and Later lead to the neighbouring parts of this month or of
	// the neighbouring months that have pages (URL empty: none).
	Earlier, Later Link
	// Index leads to the section or tag.
	Index Link
}

// Archive is the view of the layout "archive": all months of a list.
type Archive struct {
	Frame
	Years []Year
	Index Link
}

// Year is a year of an archive with its months, January first.
type Year struct {
	Number int
	Months []Link
}

// Tags is the view of the layout "tags": all tags of a site in use.
type Tags struct {
	Frame
	Tags []Link
}

// Map is the view of the layout "map": the site map for people.
type Map struct {
	Frame
	Sections []Link
	// Sites are the portal's sites.
	Sites []Component
	Tags  Link
}

// Page is the view of the layout that a kind names: one page.
type Page struct {
	Frame
	ID        string
	Kind      string
	KindLabel string
	Summary   string
	Date      Date
	// Updated is the day of the last correction, if any.
	Updated Date
	Authors []string
	Source  string
	Image   Picture
	Body    HTML
	// BodyLang is set when the page's language differs from Lang, the
	// language of what stands around it.
	BodyLang string
	// Headings are those of the body; layouts may print a table of contents.
	Headings []markdown.Heading
	Tags     []Link
	Section  Link
	// State is the page's state in words, if its kind has states.
	State State
	// Fields are the kind's own fields that have a value, in the order of
	// the schema; ByName finds one by its name.
	Fields []Field
	ByName map[string]Field
	// Backlinks are references that other pages make to this one, with their
	// names as seen from here ("Được sửa đổi, bổ sung bởi").
	Backlinks []Field
	// Files are all files in the fields, for a list of downloads.
	Files       []File
	Corrections []Correction
	// Older are pages of the same section published before this one.
	Older []Card
	// Provenance tells who answers for the page; zero if unknown.
	Provenance Provenance
}

// Correction is a published correction.
type Correction struct {
	Date Date
	Text string
}

// Provenance is who supplied, edited and approved a page. It comes from the
// signed record of decisions, never from the page itself.
type Provenance struct {
	SuppliedBy, EditedBy, ApprovedBy string
	ApprovedAt                       Date
	Notes                            []Correction
}

// IsZero reports whether nothing is known.
func (p Provenance) IsZero() bool {
	return p.SuppliedBy == "" && p.EditedBy == "" && p.ApprovedBy == "" && p.ApprovedAt.IsZero() && len(p.Notes) == 0
}

// Gone is the view of the layout "gone": what stands at the address of a page
// that was withdrawn or has expired.
type Gone struct {
	Frame
	// Withdrawn is true for a withdrawal, false for an expiry.
	Withdrawn bool
	Date      Date
	By, Why   string
	// Section leads to where the page stood.
	Section Link
}

// Redirect is the view of the layout "redirect": what stands at an old
// address. Target leads to the new one.
type Redirect struct {
	Frame
	Target Link
}

// NotFound is the view of the layout "notfound", the file 404.html.
type NotFound struct {
	Frame
	Sections []Link
}
