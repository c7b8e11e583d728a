// Package markdown turns the body of a page into HTML. It is the only importer
// of goldmark, and the only maker of [HTML]: what this package did not render
// cannot be put into a page as markup.
//
// Markdown is data. Raw HTML, templates, attributes and shortcodes are off;
// using them is a finding, never a silent loss. What a text may contain is
// GitHub-flavoured Markdown (tables, strikethrough, task lists, bare https
// addresses), footnotes, captions of tables and images, and the lists of
// Vietnamese law, whose items are lettered a, b, c, d, đ, e, g, h, i, k…
//
// Links and images are resolved by the caller through a [Resolver], so that
// every read of another page is seen by whoever records reads.
package markdown

import "sonla.gov.vn/bientap/internal/diag"

// HTML is trusted markup. Its zero value is empty; any other value was made
// from Markdown by this package.
type HTML struct{ markup string }

// Markup returns the trusted markup. Only generator/render may call it, to
// hand it to a layout unescaped; a test of the walls enforces that.
func (h HTML) Markup() string { return h.markup }

// IsEmpty reports whether there is no markup at all.
func (h HTML) IsEmpty() bool { return h.markup == "" }

// LinkState says what a resolved link leads to.
type LinkState int

const (
	// Missing: there is no such page or file. A finding is reported and the
	// link's text is rendered without a link.
	Missing LinkState = iota
	// Live: the link works.
	Live
	// Dormant: the page exists, but is scheduled or expired at this moment.
	// The text is rendered without a link, with a warning: the clock alone
	// never causes an error.
	Dormant
)

// Link is a resolved internal link.
type Link struct {
	State LinkState
	// URL is what is written into href when State is Live.
	URL string
	// Lang is the language of the target when it differs from the page's.
	Lang string
	// Near is, for a Missing target, a path that exists and is spelled
	// almost like the one asked for; it may be empty.
	Near string
}

// Image is a resolved image.
type Image struct {
	// Found is false when there is no such image.
	Found bool
	// URL is what is written into src.
	URL string
	// Width and Height are in pixels, as displayed, both positive.
	Width, Height int
	// Near is as in [Link].
	Near string
}

// Resolver finds what the destinations in a text lead to. It is asked only
// about internal destinations: those without a scheme (relative paths,
// paths from the root of content/ that begin with a slash), with any fragment
// cut off, percent-decoded; and `id:` references, passed whole. Destinations
// with a scheme are judged by this package: https, http, mailto and tel pass,
// all others are findings.
type Resolver interface {
	Link(dest string) Link
	Image(dest string) Image
}

// Options say where a text comes from and in what language it is.
type Options struct {
	// Path and Line are the file and the line (counted from 1) on which src
	// begins; findings are positioned with them.
	Path string
	Line int
	// Lang is the BCP 47 tag of the page; it chooses the words of footnotes.
	Lang string
	// Resolver finds internal targets; it must not be nil.
	Resolver Resolver
}

// Heading is a heading of the text, for a table of contents.
type Heading struct {
	// Level is the level as rendered, from 2.
	Level int
	// ID is the anchor, unique in the page.
	ID string
	// Text is the heading's text without markup.
	Text string
}

// Document is a rendered text.
type Document struct {
	HTML     HTML
	Headings []Heading
}

var _ = diag.List(nil)
