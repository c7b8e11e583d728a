package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"sonla.gov.vn/bientap/internal/diag"
)

// page is the state of one conversion.
type page struct {
	src      []byte
	opts     Options
	words    words
	out      sink
	findings diag.List
	dirty    bool // the output may have characters that HTML does not allow

	// Filled while goldmark parses.
	effort  effort
	defined []*east.Footnote

	// Filled by outline.
	headings []Heading
	anchors  map[ast.Node]string   // id of a heading, of a table with a caption
	ids      map[string]bool       // every id of the page
	repeats  map[string]int        // slug → last number appended to it
	captions map[ast.Node]ast.Node // table → parent of the caption's inlines
	notes    []*note               // in the order of their numbers

	// Used while rendering.
	inLink  bool // inside <a>: no second <a>
	depth   int  // of nested inline elements
	links   int  // links and images so far
	guesses int  // near matches sought so far
}

// context carries the page to the block and inline parsers, which goldmark
// shares between all conversions.
type context struct {
	parser.Context
	page *page
}

// sink is the output: what html.Writer needs of a writer, without a buffer in
// between.
type sink struct{ strings.Builder }

func (s *sink) Available() int { return s.Cap() - s.Len() }
func (s *sink) Buffered() int  { return 0 }
func (s *sink) Flush() error   { return nil }

func (p *page) put(markup ...string) {
	for _, m := range markup {
		p.out.WriteString(m)
	}
}

// escape writes text in which nothing is special but what HTML escapes.
func (p *page) escape(literal []byte) { html.DefaultWriter.RawWrite(&p.out, literal) }

func (p *page) escapeString(literal string) { p.escape(util.StringToReadOnlyBytes(literal)) }

// prose writes text of Markdown: entities and backslashes are resolved.
func (p *page) prose(source []byte) { html.DefaultWriter.Write(&p.out, source) }

// add reports that rule is broken at an offset of the source.
func (p *page) add(rule *diag.Rule, offset int, args ...any) {
	if len(p.findings) > maxFindings {
		return
	}
	if len(p.findings) == maxFindings {
		rule, args = ruleMore, []any{maxFindings}
	}
	p.findings = append(p.findings, rule.At(p.pos(offset), args...))
}

// pos is the place of an offset of the source in the file.
func (p *page) pos(offset int) diag.Pos {
	before := p.src[:min(max(offset, 0), len(p.src))]
	return diag.Pos{
		Path:   p.opts.Path,
		Line:   max(p.opts.Line, 1) + bytes.Count(before, newline),
		Column: len(before) - bytes.LastIndexByte(before, '\n'),
	}
}

var newline = []byte("\n")

// inspect reports what is wrong with the text before it is parsed, and
// whether it can be.
func (p *page) inspect() bool {
	if len(p.src) > MaxBytes {
		p.add(ruleTooLong, 0, len(p.src), MaxBytes)
		return false
	}
	if n := bytes.Count(p.src, newline); n > maxLines {
		p.add(ruleTooManyLines, 0, n, maxLines)
		return false
	}
	p.dirty = suspect(p.src)
	if p.dirty {
		p.reportControls()
	}
	p.dirty = p.dirty || bytes.Contains(p.src, []byte("&#"))
	return true
}

// reportControls reports bytes that are no text: they show nothing, or hide
// something, and are replaced by U+FFFD in the output.
func (p *page) reportControls() {
	for i := 0; i < len(p.src); {
		r, size := utf8.DecodeRune(p.src[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			p.add(ruleControl, i, fmt.Sprintf("0x%02X", p.src[i]))
		case unclean(r) && r != '\r':
			p.add(ruleControl, i, fmt.Sprintf("U+%04X", r))
		}
		i += size
	}
}

// suspect reports whether text may have something that clean replaces. It is
// as fast as can be, since hardly any text has.
func suspect(text []byte) bool {
	for i, c := range text {
		if c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c == 0xc2 && i+1 < len(text) && text[i+1] < 0xa0 {
			return true
		}
	}
	return !utf8.Valid(text)
}

func unclean(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f || isC1(r)
}

func isC1(r rune) bool { return r >= 0x80 && r < 0xa0 }

// parse has goldmark parse the text. It is the work of others on hostile
// input, and one page must not stop the portal: if it panics, that is a
// finding, and the answer is false.
func (p *page) parse(with parser.Parser) (root ast.Node, ok bool) {
	defer func() {
		if fault := recover(); fault != nil {
			p.add(ruleFault, 0, fmt.Sprint(fault))
			root, ok = nil, false
		}
	}()
	p.effort.left = maxWork
	pc := &context{parser.NewContext(), p}
	return with.Parse(text.NewReader(p.src), parser.WithContext(pc)), true
}

// plain renders the text without looking for markup.
func (p *page) plain() Document {
	for _, block := range bytes.Split(p.src, []byte("\n\n")) {
		if block = bytes.TrimSpace(block); len(block) > 0 {
			p.put("<p>")
			p.escape(block)
			p.put("</p>")
		}
	}
	return Document{HTML: HTML{p.clean(p.out.String())}}
}

// clean makes lines end in a line feed, and puts U+FFFD for what HTML does
// not allow: control characters (which entities can make too) and bytes that
// are not UTF-8.
func (p *page) clean(markup string) string {
	if !p.dirty {
		return markup
	}
	markup = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(markup)
	return strings.Map(func(r rune) rune {
		if unclean(r) {
			return utf8.RuneError
		}
		return r
	}, markup)
}

// excerpt shortens text that is quoted in a finding.
func excerpt(s string) string {
	const most = 80
	s = strings.ToValidUTF8(s[:min(len(s), 4*most)], "\uFFFD")
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
