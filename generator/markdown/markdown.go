// Package markdown turns the body of a page into HTML. It is the only importer
// of goldmark, and the only maker of [HTML]: what this package did not render
// cannot be put into a page as markup.
//
// Markdown is data. Raw HTML, templates, attributes and shortcodes are off;
// using raw HTML is a finding, never a silent loss: it is shown as text.
//
// # What a text may contain
//
// CommonMark, and of GitHub-flavoured Markdown tables, strikethrough, task
// lists and bare addresses (https://…, http://…, www.… as https, e-mail), and
//
//   - footnotes: "[^1]" in the text, "[^1]: …" for the note;
//   - the caption of a table: a paragraph ": Tên bảng" after it;
//   - the caption of an image: its title, when the image is a paragraph of its
//     own: ![mô tả](anh.jpg "Chú thích ảnh");
//   - the lists of Vietnamese law: items "a)", "b)", "c)", "d)", "đ)", "e)",
//     "g)", "h)", "i)", "k)"… The letters are kept as they were typed, so that
//     a point keeps its name when another was repealed. A list may begin at
//     any letter; inside a paragraph, with no blank line before it, only at
//     "a)", since a long line may well have been broken before another letter.
//     A parenthesis is required, as in the form of the law: "a. m." or
//     "k. Nguyễn" stay text.
//
// Numbered lists keep a number that was left out on purpose (1, 2, 4), and
// count on by themselves where the numbers do not rise (1, 1, 1).
//
// # What is made of it
//
// The title of the page is its only h1, so headings begin at h2: the first
// level used becomes h2, and no level is skipped on the way down, whatever the
// number of #. Each has an id, made of its words without marks, [a-z0-9-]
// only. All other ids of this package contain an underscore (fn_1, fnref_1,
// table_1). A theme whose ids contain an underscore too clashes with none,
// as long as they begin otherwise.
//
// Nothing is styled in place. A theme needs these selectors:
//
//	div.table               scroller around each <table>; focusable, labelled
//	caption                 of a table
//	th, td .left .center .right   alignment of a column
//	ol.law                  lettered list; its counter has the symbols
//	                        a b c d đ e g h i k l m n o p q r s t u v x y
//	                        and the suffix ") " (an @counter-style); the
//	                        attributes start and value count in that alphabet
//	figure, figcaption, img an image on its own, with its caption
//	li.task                 item of a task list, with a disabled checkbox
//	sup > a[role=doc-noteref]     reference to a footnote
//	section.footnotes       the footnotes, an <ol>; a[role=doc-backlink]
//	a[rel~=external]        link to another host
//	pre[tabindex]           code, focusable since it may scroll
//
// # Links and images
//
// They are resolved by the caller through a [Resolver], so that every read of
// another page is seen by whoever records reads. Destinations with a scheme
// are judged here: https, http, mailto and tel pass, anything else is a
// finding and renders as its text. External links have rel="external
// noreferrer" (which implies noopener), so that addresses of unpublished
// previews and of mirrors are not given away where response headers got lost.
//
// # Bounds
//
// A text costs time and memory in proportion to its size, whatever it says:
// [MaxBytes], the number of lines, nesting, cells of a table, footnotes, links
// and the work that the markup of one paragraph can cause are limited. What
// is over a limit is a finding, and is shown as plain text.
package markdown

import (
	"slices"

	"github.com/yuin/goldmark/parser"

	"sonla.gov.vn/bientap/internal/diag"
)

// MaxBytes is the greatest size of a text. A longer one is not rendered.
const MaxBytes = 1 << 20

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
	// URL is what is written into href when State is Live; the query and
	// the fragment of the destination, if any, are appended to it.
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
// paths from the root of content/ that begin with a slash), with any query
// and fragment cut off, percent-decoded; and, for links, `id:` references,
// passed with that prefix. It is never asked about an empty path, one that
// begins with two slashes, or one with a control character or a backslash.
//
// A Converter asks again when a destination occurs again.
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
	// Lang is the BCP 47 tag of the page; it chooses the words of footnotes
	// and tables: English for English, else Vietnamese.
	Lang string
	// Resolver finds internal targets; it must not be nil.
	Resolver Resolver
}

// Heading is a heading of the text, for a table of contents.
type Heading struct {
	// Level is the level as rendered, from 2 to 6.
	Level int
	// ID is the anchor, unique in the page, of the letters [a-z0-9-].
	ID string
	// Text is the heading's text without markup. It is not escaped.
	Text string
}

// Document is a rendered text.
type Document struct {
	HTML     HTML
	Headings []Heading
}

// Converter turns Markdown into HTML. It is made once and holds no state of
// the texts it converts; its methods may be called concurrently.
type Converter struct{ parser parser.Parser }

// New returns a Converter.
func New() *Converter { return &Converter{parser: newParser()} }

// Convert renders src. The result depends on nothing but src, o and what the
// resolver answers. Findings are sorted by place; whatever they are, the
// document is well formed and safe to publish: each element is closed, no
// script, style or event handler is in it, and every address in it is https,
// http, mailto, tel, an id of the text, or what the resolver gave.
//
// src is not kept and not changed.
func (c *Converter) Convert(src []byte, o Options) (Document, diag.List) {
	// goldmark ends a last line that has no line feed by appending to it, so
	// what stands behind src in its array must be out of reach.
	p := &page{src: slices.Clip(src), opts: o, words: wordsFor(o.Lang)}
	if !p.inspect() {
		return Document{}, p.findings.Sort()
	}
	root, ok := p.parse(c.parser)
	if !ok {
		return p.plain(), p.findings.Sort()
	}
	p.outline(root)
	p.out.Grow(2*len(src) + 512)
	p.blocks(root)
	p.footnotes()
	p.reportUnused()
	return Document{HTML{p.clean(p.out.String())}, p.headings}, p.findings.Sort()
}
