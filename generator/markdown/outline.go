package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"sonla.gov.vn/bientap/internal/vietnamese"
)

// note is a footnote that is referred to. Its number is its place in
// page.notes, from 1.
type note struct {
	node *east.Footnote
	refs int // how often it is referred to
}

// outline prepares the parsed text for rendering: it numbers the footnotes,
// gives headings their levels and anchors, and takes captions to their
// tables. Afterwards all ids of the page are known.
func (p *page) outline(root ast.Node) {
	p.anchors = map[ast.Node]string{}
	p.captions = map[ast.Node]ast.Node{}
	p.ids = map[string]bool{}
	p.repeats = map[string]int{}
	p.number(root)
	var levels []int
	levels = p.outlineBlocks(root, levels)
	for _, n := range p.notes {
		levels = p.outlineBlocks(n.node, levels)
	}
}

// outlineBlocks walks the blocks in the order in which they are rendered.
// levels are those of the headings that the place is under, as typed.
func (p *page) outlineBlocks(parent ast.Node, levels []int) []int {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading:
			levels = p.outlineHeading(c, levels)
		case *east.Table:
			p.findCaption(c)
			p.reportLongRows(c)
		case *ast.List, *lawList, *ast.ListItem, *lawItem, *ast.Blockquote:
			levels = p.outlineBlocks(c, levels)
		}
	}
	return levels
}

func (p *page) outlineHeading(h *ast.Heading, levels []int) []int {
	plain := p.plainText(h)
	if plain == "" {
		p.add(ruleHeadingEmpty, h.Pos())
		return levels
	}
	for len(levels) > 0 && levels[len(levels)-1] >= h.Level {
		levels = levels[:len(levels)-1]
	}
	levels = append(levels, h.Level)
	heading := Heading{Level: min(1+len(levels), 6), ID: p.anchor(plain), Text: plain}
	h.Level = heading.Level
	p.anchors[h] = heading.ID
	p.headings = append(p.headings, heading)
	return levels
}

// anchor makes an id of the words of a heading, and remembers it.
func (p *page) anchor(words string) string {
	slug := vietnamese.Slug(words)
	if slug == "" {
		slug = "muc" // a heading in a script that has no Latin letters
	}
	id := slug
	for p.ids[id] {
		if p.repeats[slug] == 0 {
			p.repeats[slug] = 1
		}
		p.repeats[slug]++
		id = slug + "-" + strconv.Itoa(p.repeats[slug])
	}
	p.ids[id] = true
	return id
}

// findCaption looks for a caption, a paragraph that begins with a colon: it is
// the block behind the table or, when no blank line stands between, what
// goldmark took for the last row.
func (p *page) findCaption(table *east.Table) {
	var caption ast.Node
	switch next := table.NextSibling().(type) {
	case *ast.Paragraph, *ast.TextBlock:
		caption = next
	}
	if row, ok := table.LastChild().(*east.TableRow); ok && p.isCaptionRow(row) {
		caption = row.FirstChild()
		table.RemoveChild(table, row)
	} else if caption == nil || !p.hasColon(caption) {
		return
	} else {
		caption.Parent().RemoveChild(caption.Parent(), caption)
	}
	p.cutColon(caption)
	id := "table_" + strconv.Itoa(1+len(p.captions))
	p.captions[table] = caption
	p.anchors[table] = id
	p.ids[id] = true
}

// reportLongRows reports rows with more cells than the header: what is behind
// the last column is not shown.
func (p *page) reportLongRows(table *east.Table) {
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		line, _, _ := bytes.Cut(p.src[row.Pos():], newline)
		if n := countCells(line); n > len(table.Alignments) {
			p.add(ruleTableRow, row.Pos(), n, len(table.Alignments))
		}
	}
}

// countCells counts the cells of a row as goldmark does, which does not look
// for code spans.
func countCells(line []byte) int {
	line = bytes.TrimPrefix(bytes.TrimSpace(line), []byte("|"))
	line = bytes.TrimSuffix(line, []byte("|"))
	if len(line) == 0 {
		return 0
	}
	return 1 + bytes.Count(line, []byte("|")) - bytes.Count(line, []byte(`\|`))
}

// isCaptionRow reports whether a row is one line of text after a colon.
func (p *page) isCaptionRow(row *east.TableRow) bool {
	line, _, _ := bytes.Cut(p.src[row.Pos():], newline)
	return bytes.IndexByte(line, '|') < 0 && row.FirstChild() != nil && p.hasColon(row.FirstChild())
}

// hasColon reports whether a block of text begins with a colon, white space
// and a word.
func (p *page) hasColon(block ast.Node) bool {
	if block.Lines().Len() == 0 {
		return false
	}
	first := block.Lines().At(0)
	line := first.Value(p.src)
	_, ok := block.FirstChild().(*ast.Text)
	return ok && len(line) > 2 && line[0] == ':' && (line[1] == ' ' || line[1] == '\t') && !util.IsBlank(line[1:])
}

// cutColon takes the colon and the white space behind it, which may be texts
// of their own, from the inlines of a block.
func (p *page) cutColon(block ast.Node) {
	cut := ":"
	for {
		head, ok := block.FirstChild().(*ast.Text)
		if !ok {
			return
		}
		value := head.Segment.Value(p.src)
		rest := bytes.TrimLeft(bytes.TrimPrefix(value, []byte(cut)), " \t")
		head.Segment = head.Segment.WithStart(head.Segment.Stop - len(rest))
		if len(rest) > 0 {
			return
		}
		block.RemoveChild(block, head)
		cut = ""
	}
}

// number numbers the footnotes in the order in which a reader meets the
// references to them, and the references to each. goldmark's own numbers
// count references that are never rendered (in the words for an image).
func (p *page) number(root ast.Node) {
	list, ok := root.LastChild().(*east.FootnoteList)
	if !ok {
		return
	}
	byIndex := map[int]*east.Footnote{}
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		n := c.(*east.Footnote)
		byIndex[n.Index] = n
	}
	root.RemoveChild(root, list)
	numbers := map[int]int{}
	visit := func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() == ast.KindImage || n.Kind() == ast.KindHeading && p.plainText(n) == "" {
			return ast.WalkSkipChildren, nil // not rendered
		}
		link, ok := n.(*east.FootnoteLink)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		if numbers[link.Index] == 0 {
			p.notes = append(p.notes, &note{node: byIndex[link.Index]})
			numbers[link.Index] = len(p.notes)
			p.ids[noteID(len(p.notes))] = true
		}
		link.Index = numbers[link.Index]
		target := p.notes[link.Index-1]
		target.refs++
		link.RefIndex = target.refs
		p.ids[refID(link.Index, link.RefIndex)] = true
		return ast.WalkContinue, nil
	}
	_ = ast.Walk(root, visit)
	for i := 0; i < len(p.notes); i++ { // notes refer to notes
		_ = ast.Walk(p.notes[i].node, visit)
	}
}

func noteID(number int) string { return "fn_" + strconv.Itoa(number) }

func refID(number, ref int) string {
	id := "fnref_" + strconv.Itoa(number)
	if ref > 1 {
		id += "_" + strconv.Itoa(ref)
	}
	return id
}

// reportUnused reports footnotes that nothing refers to: they are not shown.
func (p *page) reportUnused() {
	for _, d := range p.defined {
		used := slices.ContainsFunc(p.notes, func(n *note) bool { return n.node == d })
		if !used {
			p.add(ruleNoteUnused, d.Pos(), excerpt(string(d.Ref)))
		}
	}
}

// plainText is the text of inlines without markup, on one line.
func (p *page) plainText(parent ast.Node) string {
	var b strings.Builder
	p.appendPlain(&b, parent)
	return p.clean(strings.Join(strings.Fields(b.String()), " "))
}

func (p *page) appendPlain(b *strings.Builder, parent ast.Node) {
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			value := c.Segment.Value(p.src)
			if !c.IsRaw() {
				value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
			}
			b.Write(value)
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.AutoLink:
			b.Write(c.Label(p.src))
		case *ast.RawHTML:
			b.Write(c.Segments.Value(p.src))
		default:
			p.appendPlain(b, c)
		}
	}
}
