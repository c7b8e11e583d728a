package markdown

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// lawAlphabet is the order in which the points (điểm) of a law are lettered:
// the Vietnamese alphabet without its letters with hats and horns, but with đ.
var lawAlphabet = [...]rune{'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'}

// lawTriggers are the first bytes of the letters; 0xC3 begins ð, 0xC4 đ, 0xC9 ɖ.
const lawTriggers = "abcdeghiklmnopqrstuvxy\xc3\xc4\xc9"

var (
	kindLawList = ast.NewNodeKind("LawList")
	kindLawItem = ast.NewNodeKind("LawItem")
)

// lawList is a list whose items are lettered. Its children are lawItems.
type lawList struct{ ast.BaseBlock }

func (l *lawList) Kind() ast.NodeKind            { return kindLawList }
func (l *lawList) Dump(source []byte, level int) { ast.DumpHelper(l, source, level, nil, nil) }

// last is the item that was opened last; nil only while the list is opened.
func (l *lawList) last() *lawItem {
	item, _ := l.LastChild().(*lawItem)
	return item
}

// lawItem is a lettered item.
type lawItem struct {
	ast.BaseBlock
	// ordinal is the place of the letter in lawAlphabet, from 1.
	ordinal int
	// indent is the width in columns of what stands before the content; a
	// line that is indented as much belongs to the item.
	indent int
}

func (i *lawItem) Kind() ast.NodeKind            { return kindLawItem }
func (i *lawItem) Dump(source []byte, level int) { ast.DumpHelper(i, source, level, nil, nil) }

// lawMarker is the head of an item: "đ) ".
type lawMarker struct {
	ordinal int
	bytes   int // up to and with the parenthesis
	columns int // the same, as wide as it looks
}

// parseLawMarker reads the head of an item: at most three spaces, a letter of
// the alphabet, a parenthesis, and white space with something behind it.
//
// The letter đ is also recognised as d with a combining stroke, and as its
// look-alikes ð and ɖ, which old keyboards and converted files contain.
func parseLawMarker(line []byte) (lawMarker, bool) {
	indent, at := util.IndentWidth(line, 0)
	if indent > 3 || at >= len(line) {
		return lawMarker{}, false
	}
	letter, size := utf8.DecodeRune(line[at:])
	switch letter {
	case 'ð', 'ɖ':
		letter = 'đ'
	case 'd':
		if stroke, n := utf8.DecodeRune(line[at+1:]); stroke == '\u0335' || stroke == '\u0336' {
			letter, size = 'đ', size+n
		}
	}
	ordinal := 0
	for i, l := range lawAlphabet {
		if l == letter {
			ordinal = i + 1
		}
	}
	at += size
	if ordinal == 0 || at+1 >= len(line) || line[at] != ')' || line[at+1] != ' ' && line[at+1] != '\t' ||
		util.IsBlank(line[at+1:]) {
		return lawMarker{}, false
	}
	return lawMarker{ordinal: ordinal, bytes: at + 1, columns: indent + 2}, true
}

// lawListParser opens a list at the head of its first item, without consuming
// anything; lawItemParser then opens the item.
type lawListParser struct{}

func (lawListParser) Trigger() []byte             { return []byte(lawTriggers) }
func (lawListParser) CanInterruptParagraph() bool { return true }
func (lawListParser) CanAcceptIndentedLine() bool { return false }

func (lawListParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	switch parent.(type) {
	case *lawList, *ast.List:
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	marker, ok := parseLawMarker(line)
	if !ok {
		return nil, parser.NoChildren
	}
	last := pc.LastOpenedBlock().Node
	if ast.IsParagraph(last) && last.Parent() == parent && marker.ordinal != 1 {
		return nil, parser.NoChildren
	}
	return &lawList{}, parser.HasChildren
}

func (lawListParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	last := node.(*lawList).last()
	if indent, _ := util.IndentWidth(line, reader.LineOffset()); indent >= last.indent {
		return parser.Continue | parser.HasChildren
	}
	// A letter that does not come later in the alphabet begins another list.
	if marker, ok := parseLawMarker(line); ok && marker.ordinal > last.ordinal {
		return parser.Continue | parser.HasChildren
	}
	return parser.Close
}

// Close drops the paragraphs of a list that has no blank lines between its
// items, as CommonMark does with other lists.
func (lawListParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	for item := node.FirstChild(); item != nil; item = item.NextSibling() {
		if item != node.FirstChild() && item.HasBlankPreviousLines() {
			return
		}
		for block := item.FirstChild(); block != nil; block = block.NextSibling() {
			if block != item.FirstChild() && block.HasBlankPreviousLines() {
				return
			}
		}
	}
	for item := node.FirstChild(); item != nil; item = item.NextSibling() {
		for block := item.FirstChild(); block != nil; {
			next := block.NextSibling()
			if ast.IsParagraph(block) {
				tight := ast.NewTextBlock()
				tight.SetLines(block.Lines())
				item.ReplaceChild(item, block, tight)
			}
			block = next
		}
	}
}

// lawItemParser opens the items of a lawList.
type lawItemParser struct{}

func (lawItemParser) Trigger() []byte             { return []byte(lawTriggers) }
func (lawItemParser) CanInterruptParagraph() bool { return true }
func (lawItemParser) CanAcceptIndentedLine() bool { return false }

func (lawItemParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if _, ok := parent.(*lawList); !ok {
		return nil, parser.NoChildren
	}
	line, _ := reader.PeekLine()
	marker, ok := parseLawMarker(line)
	if !ok {
		return nil, parser.NoChildren
	}
	rest := line[marker.bytes:]
	column := reader.LineOffset() + marker.columns
	space, _ := util.IndentWidth(rest, column)
	if space > 4 {
		space = 1 // what follows is indented code
	}
	pos, padding := util.IndentPosition(rest, column, space)
	reader.AdvanceAndSetPadding(marker.bytes+pos, padding)
	return &lawItem{ordinal: marker.ordinal, indent: marker.columns + space}, parser.HasChildren
}

func (lawItemParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		reader.AdvanceToEOL()
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), node.(*lawItem).indent)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (lawItemParser) Close(ast.Node, text.Reader, parser.Context) {}

// typedNumber is the number that a numbered item was typed with, and false if
// it cannot be told.
func typedNumber(item *ast.ListItem, source []byte) (int, bool) {
	at := item.Pos()
	if at < 0 || at >= len(source) {
		return 0, false
	}
	digits := source[at:min(len(source), at+9)]
	digits = digits[:len(digits)-len(bytes.TrimLeft(digits, "0123456789"))]
	n := 0
	for _, d := range digits {
		n = 10*n + int(d-'0')
	}
	return n, len(digits) > 0
}
