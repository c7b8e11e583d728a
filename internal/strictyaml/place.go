package strictyaml

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/internal/diag"
)

// The parser counts lines from 1, in a text that has one line more in front
// (see spaced), and columns in characters; positions count lines of the file
// and columns in bytes.

// maxColumn is the greatest column that is counted out in bytes. A line that
// long is no line of a person's, and counting costs its length each time.
const maxColumn = 4096

// Pos returns the place of n in the file.
func (r *Reader) Pos(n *yaml.Node) diag.Pos {
	if n == nil {
		return diag.Pos{Path: r.path, Line: r.shift + 1}
	}
	pos := r.line(n.Line)
	pos.Column = n.Column
	if i := n.Line - 2; n.Column <= maxColumn && i >= 0 && i < len(r.starts()) {
		pos.Column = 1 + width(r.src[r.starts()[i]:], n.Column-1)
	}
	return pos
}

// width returns the length in bytes of the first n characters of s.
func width(s []byte, n int) int {
	at := 0
	for range n {
		_, size := utf8.DecodeRune(s[at:])
		at += size
	}
	return at
}

// line returns the place of a whole line, given as the parser counts; 0 is no
// line. To the parser the end of the text is on a line of its own; what is
// wrong there is shown on the last line.
func (r *Reader) line(n int) diag.Pos {
	if n < 2 {
		return diag.Pos{Path: r.path}
	}
	last := len(r.starts())
	if last > 1 && bytes.HasSuffix(r.src, newline) {
		last--
	}
	return diag.Pos{Path: r.path, Line: min(n-1, last) + r.shift}
}

// offset returns the place of the byte at an offset.
func (r *Reader) offset(at int) diag.Pos {
	starts := r.starts()
	i := sort.SearchInts(starts, at+1) - 1
	return diag.Pos{Path: r.path, Line: i + 1 + r.shift, Column: at - starts[i] + 1}
}

// starts returns the offset of each line.
func (r *Reader) starts() []int {
	if r.lines == nil {
		r.lines = append(make([]int, 0, 1+bytes.Count(r.src, newline)), 0)
		for i, c := range r.src {
			if c == '\n' {
				r.lines = append(r.lines, i+1)
			}
		}
	}
	return r.lines
}

var newline = []byte("\n")
