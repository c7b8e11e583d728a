package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sonla.gov.vn/bientap/internal/diag"
)

// Limits, besides [MaxBytes]. No honest page comes near them; a code of law
// has some thousand lines, a budget some thousand cells.
const (
	// maxLines: goldmark remembers every line once a container that is open.
	maxLines = 50_000
	// maxDepth is how deep lists (two levels each: list and item) and quotes
	// nest. Four levels of list are common in law.
	maxDepth = 24
	// maxInlineDepth is how deep emphasis nests in the output.
	maxInlineDepth = 16
	// maxWork bounds the steps that the inline markup of all paragraphs can
	// cause; see effort.
	maxWork = 1 << 27
	// maxColumns, maxCells and maxEscapes bound one table; a row that is
	// too short is filled with cells, so two lines can ask for millions.
	maxColumns = 64
	maxCells   = 50_000
	maxEscapes = 500
	// maxReferences is how many lines of link definitions may stand together.
	maxReferences = 500
	// maxNotes bounds footnotes, in whose list goldmark seeks each reference;
	// maxBackLinks the links from one note back to its references.
	maxNotes     = 300
	maxBackLinks = 50
	maxNoteLabel = 200
	// maxLinks, maxDestination and maxTitle bound links and images: one
	// definition can be used any number of times.
	maxLinks       = 5_000
	maxDestination = 2_000
	maxTitle       = 1_000
	maxFindings    = 500
	// maxGuesses is for how many fragments a near match is sought, and
	// maxCandidates among how many ids.
	maxGuesses    = 20
	maxCandidates = 500
)

// once reports a limit, the first time only: each further line would break it
// again.
func (p *page) once(rule *diag.Rule, offset int, args ...any) {
	for _, f := range p.findings {
		if f.Rule == rule {
			return
		}
	}
	p.add(rule, offset, args...)
}

// bounded keeps a container from opening where containers nest too deep. The
// line is then text.
type bounded struct{ parser.BlockParser }

func (b bounded) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if _, ok := parent.(*lawList); ok {
		return nil, parser.NoChildren // only an item may stand there
	}
	if _, ok := parent.(*ast.List); !ok && depth(parent)+2 > maxDepth {
		_, segment := reader.PeekLine()
		pc.(*context).page.once(ruleTooDeep, segment.Start, maxDepth/2)
		return nil, parser.NoChildren
	}
	return b.BlockParser.Open(parent, reader, pc)
}

func depth(n ast.Node) int {
	d := 0
	for n = n.Parent(); n != nil; n = n.Parent() {
		d++
	}
	return d
}

// boundedReferences leaves long runs of link definitions alone, which
// goldmark takes out of their paragraph one by one, moving the rest each
// time; and what looks like a footnote, which would vanish as a definition.
type boundedReferences struct{ parser.ParagraphTransformer }

func (b boundedReferences) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	first := node.Lines().At(0)
	line := bytes.TrimLeft(first.Value(reader.Source()), " \t")
	if len(line) == 0 || line[0] != '[' || bytes.HasPrefix(line, []byte("[^")) {
		return
	}
	if node.Lines().Len() > maxReferences {
		pc.(*context).page.once(ruleTooManyReferences, first.Start, maxReferences)
		return
	}
	b.ParagraphTransformer.Transform(node, reader, pc)
}

// boundedTable keeps large tables from being made.
type boundedTable struct{ parser.ParagraphTransformer }

func (b boundedTable) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	if lines.Len() < 2 {
		return
	}
	columns, escapes := 0, 0
	for i := range lines.Len() {
		line := lines.At(i)
		value := line.Value(reader.Source())
		if i > 0 && isDelimiterRow(value) {
			columns = max(columns, bytes.Count(value, []byte("|"))+1)
		}
		escapes += bytes.Count(value, []byte(`\|`))
	}
	if columns == 0 {
		return
	}
	if columns > maxColumns+1 || columns*lines.Len() > maxCells || escapes > maxEscapes {
		pc.(*context).page.add(ruleTableTooLarge, lines.At(0).Start, maxColumns, maxCells, maxEscapes)
		return
	}
	b.ParagraphTransformer.Transform(node, reader, pc)
}

// isDelimiterRow reports whether a line may be the one below the header of a
// table. It is not stricter than goldmark.
func isDelimiterRow(line []byte) bool {
	dashes := false
	for _, c := range line {
		switch {
		case c == '-':
			dashes = true
		case c != '|' && c != ':' && !util.IsSpace(c):
			return false
		}
	}
	return dashes
}

// effort bounds the work of inline parsing. goldmark looks for the other half
// of a mark ("[", "*", "`", "<") up to the end of the paragraph, or back to
// its start, for each mark again, so a paragraph of n bytes and m marks can
// take n·m steps. That product is known beforehand: a paragraph whose product
// is more than what is left of maxWork is not searched for marks.
type effort struct {
	left   int
	judged ast.Node // the block that is being parsed
}

// effortGuard is asked first at every mark, and takes the rest of the block as
// plain text if that block is too costly.
type effortGuard struct{}

// Trigger returns the marks of all other inline parsers.
func (effortGuard) Trigger() []byte { return []byte(" !(*<[]_`~") }

func (effortGuard) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	p := pc.(*context).page
	if p.effort.judged == parent {
		return nil
	}
	p.effort.judged = parent
	steps := steps(parent.Lines(), block.Source())
	if steps <= p.effort.left {
		p.effort.left -= steps
		return nil
	}
	_, segment := block.PeekLine()
	p.add(ruleTooComplex, segment.Start)
	var last ast.Node
	for {
		line, segment := block.PeekLine()
		if line == nil {
			return last
		}
		if last != nil {
			parent.AppendChild(parent, last)
		}
		last = ast.NewRawTextSegment(segment)
		block.AdvanceLine()
	}
}

// steps is an upper bound of the steps that the marks of a block can cause.
// Lines count extra, since goldmark makes a node for each that a mark spans;
// and so does "<", after which it runs a regular expression.
func steps(lines *text.Segments, source []byte) int {
	size, marks := 0, 0
	for i := range lines.Len() {
		line := lines.At(i)
		size += 64 + line.Stop - line.Start
		for _, c := range source[line.Start:line.Stop] {
			marks += int(markWeights[c])
		}
	}
	return size * marks
}

var markWeights = [256]uint8{'!': 1, '(': 1, '*': 1, '<': 16, '[': 1, ']': 1, '_': 1, '`': 1, '~': 1}
