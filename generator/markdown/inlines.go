package markdown

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/spell"
	"sonla.gov.vn/bientap/internal/vietnamese"
)

func (p *page) inlines(parent ast.Node) {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		p.inline(c)
	}
}

func (p *page) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		p.text(n)
	case *ast.CodeSpan:
		p.put("<code>")
		p.codeSpan(n)
		p.put("</code>")
	case *ast.Emphasis:
		if n.Level == 2 {
			p.nest("<strong>", n, "</strong>")
		} else {
			p.nest("<em>", n, "</em>")
		}
	case *east.Strikethrough:
		p.nest("<del>", n, "</del>")
	case *ast.Link:
		p.link(n)
	case *ast.AutoLink:
		p.autoLink(n)
	case *ast.Image:
		p.image(n)
	case *ast.RawHTML:
		value := n.Segments.Value(p.src)
		p.add(ruleRawHTML, n.Segments.At(0).Start, excerpt(string(value)))
		p.escape(value)
	case *east.TaskCheckBox:
		p.checkBox(n.IsChecked)
	case *east.FootnoteLink:
		p.noteLink(n)
	}
}

func (p *page) text(n *ast.Text) {
	value := n.Segment.Value(p.src)
	if n.IsRaw() {
		p.escape(value)
		return
	}
	p.prose(value)
	switch {
	case n.HardLineBreak():
		p.put("<br>")
	case n.SoftLineBreak():
		p.put("\n")
	}
}

func (p *page) codeSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			p.escape(t.Segment.Value(p.src))
		}
	}
}

// nest renders an element around inlines, unless that is so deep already that
// nobody would see a difference.
func (p *page) nest(open string, n ast.Node, end string) {
	if p.depth >= maxInlineDepth {
		p.inlines(n)
		return
	}
	p.depth++
	p.put(open)
	p.inlines(n)
	p.put(end)
	p.depth--
}

func (p *page) checkBox(checked bool) {
	state, label := "", p.words.open
	if checked {
		state, label = " checked", p.words.done
	}
	p.put(`<input type="checkbox" disabled`, state, ` aria-label="`, label, `"> `)
}

// noteLink renders a reference to a footnote. Inside a link it is only a
// number: a link cannot stand in a link.
func (p *page) noteLink(n *east.FootnoteLink) {
	number := strconv.Itoa(n.Index)
	p.put(`<sup id="`, refID(n.Index, n.RefIndex), `">`)
	if p.inLink {
		p.put(number, "</sup>")
		return
	}
	p.put(`<a href="#`, noteID(n.Index), `" role="doc-noteref" aria-label="`, fmt.Sprintf(p.words.footnote, n.Index), `">`,
		number, "</a></sup>")
}

func (p *page) link(n *ast.Link) {
	dest := decodeDestination(n.Destination)
	if !p.openLink(dest, n.Title, n.Pos()) {
		p.inlines(n)
		return
	}
	p.inLink = true
	if p.plainText(n) == "" {
		p.add(ruleLinkNoText, n.Pos(), excerpt(dest))
		p.escapeString(dest)
	}
	p.inlines(n)
	p.inLink = false
	p.put("</a>")
}

func (p *page) autoLink(n *ast.AutoLink) {
	label := n.Label(p.src)
	dest := string(label)
	switch {
	case n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:"):
		dest = "mailto:" + dest
	case n.Protocol != nil: // www.…
		dest = "https://" + dest
	}
	opened := p.openLink(dest, nil, n.Pos())
	p.escape(label)
	if opened {
		p.put("</a>")
	}
}

// openLink judges and resolves where a link leads, and writes its start tag.
// It is false, and nothing was written, if there is nowhere to lead to (there
// is a finding then), or if the link stands in another.
func (p *page) openLink(dest string, title []byte, at int) bool {
	if !p.affordable(title, at) {
		return false
	}
	d, broken := judge(dest)
	if broken != nil {
		p.add(broken, at, excerpt(dest))
		return false
	}
	var target Link
	switch {
	case d.href != "":
		target.URL = d.href
	case d.fragment == "":
		target = p.opts.Resolver.Link(d.path)
		if !p.alive(target, at, dest) {
			return false
		}
	case p.ids[d.fragment]:
		target.URL = "#" + d.fragment
	default:
		near := p.nearID(d.fragment)
		if near != "" {
			near = "#" + near
		}
		p.missing(ruleFragmentMissing, ruleFragmentMisspelt, at, dest, near)
		return false
	}
	if p.inLink {
		return false
	}
	p.put(`<a href="`)
	p.escapeString(target.URL)
	p.escapeString(d.suffix)
	p.put(`"`)
	if d.web {
		p.put(` rel="external noreferrer"`)
	}
	if target.Lang != "" {
		p.attribute("hreflang", target.Lang)
	}
	if len(title) > 0 {
		p.attribute("title", decodeDestination(title))
	}
	p.put(">")
	return true
}

func (p *page) attribute(name, value string) {
	p.put(" ", name, `="`)
	p.escapeString(value)
	p.put(`"`)
}

// affordable counts links and images, and bounds what each can add to the
// page: one definition may be used very often.
func (p *page) affordable(title []byte, at int) bool {
	if p.links++; p.links > maxLinks {
		p.once(ruleTooManyLinks, at, maxLinks)
		return false
	}
	if len(title) > maxTitle {
		p.add(ruleTitleTooLong, at, len(title), maxTitle)
		return false
	}
	return true
}

func (p *page) alive(l Link, at int, dest string) bool {
	switch l.State {
	case Live:
		return true
	case Dormant:
		p.add(ruleLinkDormant, at, excerpt(dest))
	default:
		p.missing(ruleLinkMissing, ruleLinkMisspelt, at, dest, l.Near)
	}
	return false
}

// missing reports a target that does not exist, with what was perhaps meant.
func (p *page) missing(rule, withNear *diag.Rule, at int, dest, near string) {
	if near == "" {
		p.add(rule, at, excerpt(dest))
		return
	}
	p.add(withNear, at, excerpt(dest), near)
}

// nearID finds the id that a fragment was meant to be. Often it is the words
// of the heading themselves, or only the first of them ("dieu-4").
func (p *page) nearID(fragment string) string {
	slug := vietnamese.Slug(fragment)
	if p.ids[slug] {
		return slug
	}
	if p.guesses++; p.guesses > maxGuesses || len(p.ids) > maxCandidates {
		return ""
	}
	if near, ok := spell.Nearest(fragment, slices.Sorted(maps.Keys(p.ids))); ok {
		return near
	}
	for _, h := range p.headings {
		if slug != "" && strings.HasPrefix(h.ID, slug+"-") {
			return h.ID
		}
	}
	return ""
}

// figure renders an image that stands alone, with its title as caption, or its
// words between open and end if it cannot be shown.
func (p *page) figure(n *ast.Image, open, end string) {
	alt := p.plainText(n)
	image, ok := p.resolveImage(n, alt)
	if !ok {
		p.put(open)
		p.escapeString(alt)
		p.put(end)
		return
	}
	p.put("<figure>")
	p.putImage(image, alt, "")
	if len(n.Title) > 0 {
		p.put("<figcaption>")
		p.escapeString(decodeDestination(n.Title))
		p.put("</figcaption>")
	}
	p.put("</figure>")
}

// image renders an image in a line of text, or its words if it cannot be shown.
func (p *page) image(n *ast.Image) {
	alt := p.plainText(n)
	if image, ok := p.resolveImage(n, alt); ok {
		p.putImage(image, alt, decodeDestination(n.Title))
		return
	}
	p.escapeString(alt)
}

func (p *page) putImage(image Image, alt, title string) {
	p.put("<img")
	p.attribute("src", image.URL)
	p.attribute("alt", alt)
	if title != "" {
		p.attribute("title", title)
	}
	p.put(` width="`, strconv.Itoa(image.Width), `" height="`, strconv.Itoa(image.Height), `" loading="lazy" decoding="async">`)
}

// resolveImage judges and resolves an image. It is false, and there is a
// finding, if there is nothing to show.
func (p *page) resolveImage(n *ast.Image, alt string) (Image, bool) {
	if !p.affordable(n.Title, n.Pos()) {
		return Image{}, false
	}
	dest := decodeDestination(n.Destination)
	if alt == "" {
		p.add(ruleImageAlt, n.Pos(), excerpt(dest))
	}
	d, broken := judge(dest)
	switch {
	case broken == ruleLinkScheme, broken == ruleLinkNoScheme, d.href != "", strings.HasPrefix(d.path, "id:"):
		broken = ruleImageRemote
	case broken == nil && (d.path == "" || d.suffix != ""):
		broken = ruleLinkMalformed
	}
	if broken != nil {
		p.add(broken, n.Pos(), excerpt(dest))
		return Image{}, false
	}
	image := p.opts.Resolver.Image(d.path)
	if !image.Found {
		p.missing(ruleImageMissing, ruleImageMisspelt, n.Pos(), dest, image.Near)
		return Image{}, false
	}
	return image, true
}
