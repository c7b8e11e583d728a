package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newParser puts the grammar together. Priorities are those of goldmark's own
// list, and all different, because goldmark sorts them without keeping order.
func newParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(bounded{parser.NewListParser()}, 300),
			util.Prioritized(bounded{lawListParser{}}, 350),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(lawItemParser{}, 450),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(bounded{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(boundedNote{extension.NewFootnoteBlockParser()}, 950),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(effortGuard{}, -1),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(extension.NewFootnoteParser(), 101),
			util.Prioritized(missingNote{}, 102),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(extension.NewStrikethroughParser(), 550),
			util.Prioritized(extension.NewLinkifyParser(
				extension.WithLinkifyAllowedProtocols([]string{"https:", "http:"}),
				extension.WithLinkifyURLRegexp(bareURL),
				extension.WithLinkifyWWWRegexp(bareWWW),
			), 999),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(boundedReferences{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(boundedTable{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

// Bare addresses, as far as they go before goldmark takes punctuation off
// their ends. Vietnamese letters are common in paths, so all letters belong.
const (
	bareHost = `[-a-zA-Z0-9]+(?:\.[-a-zA-Z0-9]+)+(?::[0-9]{1,5})?`
	barePath = `(?:[/?#][-\pL\pM\pN@:%_+.~#$!?&/=();,'\[\]{}^]*)?`
)

var (
	bareURL = regexp.MustCompile(`^https?://` + bareHost + barePath)
	bareWWW = regexp.MustCompile(`^www\.` + bareHost + barePath)
)

// missingNote reports references to footnotes that do not exist, which would
// otherwise stay in the text as they were typed. It stands behind the parser
// of footnotes, sees what that one refused, and takes nothing itself.
type missingNote struct{}

func (missingNote) Trigger() []byte { return []byte{'['} }

func (missingNote) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 2 || line[1] != '^' {
		return nil
	}
	stop := bytes.IndexByte(line[:min(len(line), maxNoteLabel)], ']')
	if stop < 3 || bytes.IndexByte(line[1:stop], '[') >= 0 {
		return nil
	}
	if rest := line[stop+1:]; len(rest) > 0 && (rest[0] == '(' || rest[0] == '[') {
		return nil // [^ here](is a link)
	}
	pc.(*context).page.add(ruleNoteMissing, segment.Start, excerpt(string(line[:stop+1])))
	return nil
}

// boundedNote keeps the number of footnotes within bounds (goldmark seeks
// each reference in a list), keeps one note from standing in another (which
// goldmark would lose), and remembers the notes of the page.
type boundedNote struct{ parser.BlockParser }

func (b boundedNote) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	p := pc.(*context).page
	for n := parent; n != nil; n = n.Parent() {
		if n.Kind() == east.KindFootnote {
			return nil, parser.NoChildren
		}
	}
	_, segment := reader.PeekLine()
	if len(p.defined) >= maxNotes {
		p.once(ruleTooManyNotes, segment.Start, maxNotes)
		return nil, parser.NoChildren
	}
	node, state := b.BlockParser.Open(parent, reader, pc)
	if note, ok := node.(*east.Footnote); ok {
		p.defined = append(p.defined, note)
	}
	return node, state
}
