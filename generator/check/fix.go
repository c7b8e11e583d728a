package check

import (
	"bytes"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Fix mends what can be mended in the text of a file without a decision: the
// byte order mark, line ends, decomposed letters, no-break spaces that do not
// stand between a number and what it counts. The meaning never changes.
func Fix(src []byte) []byte {
	s := string(bytes.TrimPrefix(src, []byte("\ufeff")))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return []byte(plainSpaces(norm.NFC.String(s)))
}

// plainSpaces replaces no-break spaces except after a digit.
func plainSpaces(s string) string {
	if !strings.ContainsRune(s, '\u00a0') {
		return s
	}
	var b strings.Builder
	last := ' '
	for _, c := range s {
		if c == '\u00a0' && (last < '0' || last > '9') {
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
