package theme

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"

	"sonla.gov.vn/bientap/internal/diag"
)

// joinStyles returns the style sheets, minified, in the order of their names.
func joinStyles(styles map[string]file) ([]byte, diag.List) {
	var out bytes.Buffer
	var found diag.List
	m := minify.New()
	for _, name := range slices.Sorted(maps.Keys(styles)) {
		f := styles[name]
		if line, message, bad := unbalanced(f.src); bad {
			found = append(found, ruleStyle.At(diag.Pos{Path: f.path, Line: line}, message))
			continue
		}
		if err := css.Minify(m, &out, bytes.NewReader(f.src), nil); err != nil {
			found = append(found, ruleStyle.At(diag.Pos{Path: f.path}, err.Error()))
		}
	}
	return out.Bytes(), found
}

// unbalanced looks for a bracket without a partner, the mistake that makes a
// browser drop the rest of a style sheet and that a minifier lets pass.
func unbalanced(src []byte) (line int, message string, bad bool) {
	var open []int
	partner := map[byte]byte{'}': '{', ')': '(', ']': '['}
	at := func(i int) int { return 1 + bytes.Count(src[:i], []byte("\n")) }
	for i := 0; i < len(src); i++ {
		switch c := src[i]; c {
		case '/':
			if bytes.HasPrefix(src[i:], []byte("/*")) {
				end := bytes.Index(src[i+2:], []byte("*/"))
				if end < 0 {
					return at(i), "/* … */", true
				}
				i += end + 3
			}
		case '"', '\'':
			end := closing(src[i:])
			if end < 0 {
				return at(i), string(c), true
			}
			i += end
		case '{', '(', '[':
			open = append(open, i)
		case '}', ')', ']':
			if len(open) == 0 || src[open[len(open)-1]] != partner[c] {
				return at(i), string(c), true
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		i := open[len(open)-1]
		return at(i), string(src[i]), true
	}
	return 0, "", false
}

// closing returns the offset of the quote that ends the string at the start
// of src, or -1 when its line ends before.
func closing(src []byte) int {
	for i := 1; i < len(src); i++ {
		switch src[i] {
		case '\\':
			i++
		case '\n':
			return -1
		case src[0]:
			return i
		}
	}
	return -1
}

// Stylesheet returns the theme's style sheet, minified, with the colours of a
// site as custom properties; a colour that is empty or malformed is the
// theme's own. The properties are --accent and --accent-2, for areas under
// white text and for text on white, and --accent-dark and --accent-2-dark,
// lighter tints of them for text on dark ground.
func (t *Theme) Stylesheet(over Colours) []byte {
	c := t.Colours(over)
	var b bytes.Buffer
	b.Grow(len(t.style) + 128)
	first, _ := parseColour(c.Accent)
	second, _ := parseColour(c.Second)
	fmt.Fprintf(&b, ":root{--accent:%s;--accent-2:%s;--accent-dark:%s;--accent-2-dark:%s}",
		first, second, first.onDark(), second.onDark())
	b.Write(t.style)
	return b.Bytes()
}
