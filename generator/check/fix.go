package check

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// lineEnd is the end of a line in the Windows way, and what is left where that
// was done twice.
var lineEnd = regexp.MustCompile(`\r+\n`)

// Fix mends what can be mended in the text of a file without a decision: the
// byte order mark, line ends, decomposed letters, no-break spaces that do not
// stand between a number and what it counts. The meaning never changes.
func Fix(src []byte) []byte {
	s := strings.TrimLeft(string(src), "\ufeff")
	s = lineEnd.ReplaceAllString(s, "\n")
	return []byte(plainSpaces(norm.NFC.String(s)))
}

// plainSpaces replaces no-break spaces except after a digit.
func plainSpaces(s string) string {
	if !strings.ContainsAny(s, "\u00a0\u202f") {
		return s
	}
	var b strings.Builder
	last := ' '
	for _, c := range s {
		if (c == '\u00a0' || c == '\u202f') && (last < '0' || last > '9') {
			c = ' '
		}
		b.WriteRune(c)
		last = c
	}
	return b.String()
}

// AddID puts an id into the front matter of a page that has none.
func AddID(src []byte, id string) []byte {
	first, rest, ok := bytes.Cut(src, []byte("\n"))
	if !ok || strings.TrimSpace(string(first)) != "---" {
		return src
	}
	return []byte(string(first) + "\nid: " + id + "\n" + string(rest))
}
