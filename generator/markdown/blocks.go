package markdown

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// blocks renders the children of a container. Nothing stands between two
// elements, since white space there has no meaning.
func (p *page) blocks(parent ast.Node) {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		p.block(c)
	}
}

func (p *page) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		p.paragraph(n, "<p>", "</p>")
	case *ast.TextBlock:
		p.paragraph(n, "", "")
	case *ast.Heading:
		p.heading(n)
	case *ast.List:
		p.list(n)
	case *lawList:
		p.lawList(n)
	case *ast.Blockquote:
		p.put("<blockquote>")
		p.blocks(n)
		p.put("</blockquote>")
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		// Code may be wider than the screen: whoever has no mouse must be
		// able to scroll it.
		p.put(`<pre tabindex="0"><code>`)
		p.lines(n.Lines())
		p.put("</code></pre>")
	case *ast.HTMLBlock:
		p.htmlBlock(n)
	case *ast.ThematicBreak:
		p.put("<hr>")
	case *east.Table:
		p.table(n)
	}
}

func (p *page) lines(lines *text.Segments) {
	for i := range lines.Len() {
		line := lines.At(i)
		p.escape(line.Value(p.src))
	}
}

// paragraph renders a paragraph, or a figure if it holds an image only.
func (p *page) paragraph(n ast.Node, open, end string) {
	if image := p.onlyImage(n); image != nil {
		p.figure(image, open, end)
		return
	}
	p.put(open)
	p.inlines(n)
	p.put(end)
	if n.NextSibling() != nil && n.NextSibling().Kind() == ast.KindTextBlock {
		p.put("\n")
	}
}

// onlyImage returns the image that is all that a paragraph holds, or nil.
func (p *page) onlyImage(paragraph ast.Node) *ast.Image {
	var image *ast.Image
	for c := paragraph.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			if image != nil {
				return nil
			}
			image = c
		case *ast.Text:
			if len(bytes.TrimSpace(c.Segment.Value(p.src))) > 0 {
				return nil
			}
		case *east.FootnoteBacklink: // rendered by footnotes
		default:
			return nil
		}
	}
	return image
}

func (p *page) heading(h *ast.Heading) {
	id, ok := p.anchors[h]
	if !ok {
		return // empty; reported
	}
	tag := "h" + strconv.Itoa(h.Level)
	p.put("<", tag, ` id="`, id, `">`)
	p.inlines(h)
	p.put("</", tag, ">")
}

func (p *page) list(l *ast.List) {
	if !l.IsOrdered() {
		p.put("<ul>")
		for item := l.FirstChild(); item != nil; item = item.NextSibling() {
			p.item(item, 0)
		}
		p.put("</ul>")
		return
	}
	p.openOrdered("", l.Start)
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		value := 0
		if item != l.FirstChild() {
			number++
			// A number above the expected one was left out on purpose;
			// one that did not rise was not counted by the writer.
			if typed, ok := typedNumber(item.(*ast.ListItem), p.src); ok && typed > number {
				number, value = typed, typed
			}
		}
		p.item(item, value)
	}
	p.put("</ol>")
}

func (p *page) lawList(l *lawList) {
	number := l.FirstChild().(*lawItem).ordinal
	p.openOrdered(` class="law"`, number)
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		value := 0
		if ordinal := item.(*lawItem).ordinal; ordinal != number {
			number, value = ordinal, ordinal
		}
		p.item(item, value)
		number++
	}
	p.put("</ol>")
}

func (p *page) openOrdered(class string, start int) {
	p.put("<ol", class)
	if start != 1 {
		p.put(` start="`, strconv.Itoa(start), `"`)
	}
	p.put(">")
}

// item renders an item; value is its number if that is not the next one.
func (p *page) item(item ast.Node, value int) {
	p.put("<li")
	if value != 0 {
		p.put(` value="`, strconv.Itoa(value), `"`)
	}
	if first := item.FirstChild(); first != nil && first.FirstChild() != nil &&
		first.FirstChild().Kind() == east.KindTaskCheckBox {
		p.put(` class="task"`)
	}
	p.put(">")
	p.blocks(item)
	p.put("</li>")
}

// htmlBlock shows raw HTML as the text that it is.
func (p *page) htmlBlock(n *ast.HTMLBlock) {
	first := n.Lines().At(0)
	start := first.Start
	for start < first.Stop-1 && p.src[start] == ' ' {
		start++
	}
	p.add(ruleRawHTML, start, excerpt(string(first.Value(p.src))))
	whole := n.Lines().Value(p.src)
	if n.HasClosure() {
		whole = append(whole, n.ClosureLine.Value(p.src)...)
	}
	p.put("<p>")
	p.escape(bytes.TrimSpace(whole))
	p.put("</p>")
}

// table renders a table in a region that can be scrolled by keyboard, named
// by the caption if there is one.
func (p *page) table(t *east.Table) {
	p.put(`<div class="table" role="region" tabindex="0" `)
	if caption, ok := p.captions[t]; ok {
		id := p.anchors[t]
		p.put(`aria-labelledby="`, id, `"><table><caption id="`, id, `">`)
		p.inlines(caption)
		p.put("</caption>")
	} else {
		p.put(`aria-label="`, p.words.table, `"><table>`)
	}
	body := false
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() == east.KindTableHeader {
			p.put("<thead>")
			p.row(row, true)
			p.put("</thead>")
			continue
		}
		if !body {
			p.put("<tbody>")
			body = true
		}
		p.row(row, false)
	}
	if body {
		p.put("</tbody>")
	}
	p.put("</table></div>")
}

func (p *page) row(row ast.Node, header bool) {
	p.put("<tr>")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cell := c.(*east.TableCell)
		tag, scope := "td", ""
		if header && cell.FirstChild() != nil { // an empty cell heads nothing
			tag, scope = "th", ` scope="col"`
		}
		p.put("<", tag, scope)
		switch cell.Alignment {
		case east.AlignLeft, east.AlignRight, east.AlignCenter:
			p.put(` class="`, cell.Alignment.String(), `"`)
		}
		p.put(">")
		p.inlines(cell)
		p.put("</", tag, ">")
	}
	p.put("</tr>")
}

// noteBlocks renders the blocks of a footnote, and leaves a paragraph open for
// the links back: the last one, if the note ends in one.
func (p *page) noteBlocks(n ast.Node) {
	last := n.LastChild()
	for last != nil && last.Kind() == east.KindFootnoteBacklink {
		last = last.PreviousSibling()
	}
	open := last != nil && ast.IsParagraph(last) && p.onlyImage(last) == nil
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c != last || !open {
			p.block(c)
		}
	}
	p.put("<p>")
	if open {
		p.inlines(last)
		p.put(" ")
	}
}

// footnotes renders the notes in the order of their numbers.
func (p *page) footnotes() {
	if len(p.notes) == 0 {
		return
	}
	p.put(`<section class="footnotes" role="doc-endnotes" aria-label="`, p.words.footnotes, `"><ol>`)
	for i, n := range p.notes {
		p.put(`<li id="`, noteID(i+1), `">`)
		p.noteBlocks(n.node)
		p.backLinks(i+1, n.refs)
		p.put("</p></li>")
	}
	p.put("</ol></section>")
}

func (p *page) backLinks(number, refs int) {
	for ref := 1; ref <= min(refs, maxBackLinks); ref++ {
		if ref > 1 {
			p.put(" ")
		}
		label := fmt.Sprintf(p.words.back, number)
		if refs > 1 {
			label = fmt.Sprintf(p.words.backTo, number, ref)
		}
		// U+FE0E keeps the arrow from being drawn as a picture.
		p.put(`<a href="#`, refID(number, ref), `" role="doc-backlink" aria-label="`, label, "\">↩\uFE0E</a>")
	}
}
