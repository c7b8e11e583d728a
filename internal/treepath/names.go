package treepath

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// gitName reports whether some computer, or some reader, could take a name for
// one that git keeps for itself: .git, .gitmodules, .gitattributes,
// .gitignore, .mailmap and everything else that begins with ".git".
//
// HFS+ ignores some invisible characters and letter case; NTFS ignores case,
// trailing spaces and full stops, offers a short name (git~1), and takes what
// follows a colon for a stream of the same file (.git::$INDEX_ALLOCATION).
// Comparing only the beginning covers the last three at once.
func gitName(name string) bool {
	bare := name
	if !isASCII(name) {
		bare = norm.NFKC.String(strings.Map(dropIgnorable, name))
	}
	bare = strings.ToLower(bare[:min(len(bare), len(".mailmap"))])
	switch {
	case strings.HasPrefix(bare, ".git"), strings.HasPrefix(bare, ".mailmap"):
		return true
	}
	number, short := strings.CutPrefix(bare, "git~")
	return short && number != "" && '0' <= number[0] && number[0] <= '9'
}

// dropIgnorable drops, for strings.Map, the characters that leave no trace on
// a screen: a superset of those that HFS+ ignores in comparisons.
func dropIgnorable(r rune) rune {
	if unicode.In(r, unicode.Cf, unicode.Cc, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) {
		return -1
	}
	return r
}

// deviceName reports whether Windows opens a device instead of a file of this
// name, in any folder. It looks at what precedes the first full stop or colon,
// without trailing spaces and regardless of letter case. The list is that of
// Microsoft's "Naming Files, Paths, and Namespaces", with COM0 and LPT0, which
// some versions keep as well, and the console's two names.
func deviceName(name string) bool {
	base := name
	if i := strings.IndexAny(name, ".:"); i >= 0 {
		base = name[:i]
	}
	base = strings.TrimRight(base, " ")
	for _, device := range devices {
		if strings.EqualFold(base, device) {
			return true
		}
	}
	if len(base) < len("COM1") || !strings.EqualFold(base[:3], "COM") && !strings.EqualFold(base[:3], "LPT") {
		return false
	}
	port := base[3:]
	return utf8.RuneCountInString(port) == 1 && strings.Contains("0123456789¹²³", port)
}

// devices are the names of deviceName that have no number.
var devices = []string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
