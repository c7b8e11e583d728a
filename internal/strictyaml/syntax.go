package strictyaml

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// spaced returns the text as the parser gets it: with an empty line in front,
// since in errors the parser leaves out the line when it is the first.
func spaced(src []byte) io.Reader {
	return io.MultiReader(bytes.NewReader(newline), bytes.NewReader(src))
}

// notText returns the offset of the first byte that is no part of UTF-8 text,
// or of the first control character, or -1. Line breaks that only some
// programs take for one count as control characters: what the parser and an
// editor call line 7 must be the same line.
func notText(src []byte) int {
	for i := 0; i < len(src); {
		c, n := utf8.DecodeRune(src[i:])
		switch {
		case c == '\n', c == '\t', c == '\r' && i+1 < len(src) && src[i+1] == '\n':
		case c == utf8.RuneError && n == 1, unicode.IsControl(c), c == '\u2028', c == '\u2029':
			return i
		}
		i += n
	}
	return -1
}

// smuggled returns the first character of a quoted value that cannot be seen
// and does not stand in the source either: it was written as an escape, past
// everyone who looks at the source.
func smuggled(value string, src []byte) (rune, bool) {
	for _, c := range value {
		hidden := unicode.In(c, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp) || c == utf8.RuneError
		if hidden && c != '\n' && c != '\t' && !bytes.ContainsRune(src, c) {
			return c, true
		}
	}
	return 0, false
}

var (
	yamlError    = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)
	unknownAlias = regexp.MustCompile(`^unknown anchor '(.*)' referenced$`)
)

// grammar are the parser's words for what it finds where a value or a key
// should begin; unlike its other errors, their lines count from 0.
var grammar = []string{
	"did not find expected node content", "did not find expected ',' or ']'", "did not find expected ',' or '}'",
	"did not find expected <document start>", "did not find expected <stream-start>", expectedKey, expectedItem,
	"found duplicate %YAML directive", "found duplicate %TAG directive", "found incompatible YAML document",
	"found undefined tag handle",
}

// For these the parser names the line on which the whole mapping or list
// begins, not the one that is wrong.
const (
	expectedKey  = "did not find expected key"
	expectedItem = "did not find expected '-' indicator"
)

// explain returns the line, as the parser counts, and the words of an error of
// the parser; the line is 0 when it is not known.
func explain(err error) (line int, words string) {
	m := yamlError.FindStringSubmatch(err.Error())
	if m == nil {
		return 0, err.Error()
	}
	line, words = 0, m[2]
	if m[1] != "" {
		line, _ = strconv.Atoi(m[1])
		if slices.Contains(grammar, words) {
			line++
		}
	}
	return line, words
}

// syntax reports an error of the parser.
func (r *Reader) syntax(err error) {
	line, words := explain(err)
	if m := unknownAlias.FindStringSubmatch(words); m != nil {
		r.report(ruleAnchor, r.offset(max(0, bytes.Index(r.src, []byte("*"+m[1])))))
		return
	}
	if words == expectedKey || words == expectedItem {
		line = r.locate(words)
	}
	r.report(ruleSyntax, r.line(line), words)
}

// maxSearch bounds, in bytes, how much is read again to locate an error.
const maxSearch = 4 << 20

// locate returns the line on which the parser stumbles: the text up to its end
// is the shortest that gives the same error. The parser hardly reads further
// than that, so the search goes back from where it stopped reading; mostly it
// reads the text two or three times again. When it may read no more, what it
// returns is a line further down.
func (r *Reader) locate(words string) int {
	starts := r.starts()
	feed := &feed{}
	left := maxSearch
	fails := func(lines int) bool {
		feed.src, feed.read = r.src, 0
		if lines < len(starts) {
			feed.src = r.src[:starts[lines]]
		}
		if left -= len(feed.src); left < 0 {
			return false
		}
		var doc yaml.Node
		err := yaml.NewDecoder(feed).Decode(&doc)
		return err != nil && strings.HasSuffix(err.Error(), words)
	}
	if !fails(len(starts)) {
		return 0
	}
	good, bad := 0, min(len(starts), 1+bytes.Count(r.src[:feed.read], newline))
	for step := 1; bad-step > 0; step *= 2 {
		if !fails(bad - step) {
			good = bad - step
			break
		}
		bad -= step
	}
	for good+1 < bad {
		if middle := (good + bad) / 2; fails(middle) {
			bad = middle
		} else {
			good = middle
		}
	}
	return bad + 1
}

// feed gives a text to the parser line by line, and so shows how much of it
// the parser has asked for.
type feed struct {
	src  []byte
	read int
}

func (f *feed) Read(p []byte) (int, error) {
	rest := f.src[f.read:]
	if len(rest) == 0 {
		return 0, io.EOF
	}
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i+1]
	}
	n := copy(p, rest)
	f.read += n
	return n, nil
}
