// Package treepath says which paths a tree may hold. Both halves of the
// program ask it about every path that they read from a work tree or from git
// objects, before they use it.
//
// # Good paths
//
// A path is relative and slash-separated; each segment between the slashes is
// the name of a file or folder. It is taken as bytes, exactly as read, and it
// is good when all of this holds:
//
//   - it is UTF-8 in normalization form C;
//   - each character is on a closed list: letters of the Latin script that
//     Vietnamese and the European languages write (Ð, ð and the other letters
//     that pass for another one left out), the digits 0 to 9, hyphen,
//     underscore, full stop, and single spaces inside a segment;
//   - no segment is empty, begins with a hyphen, or begins or ends with a full
//     stop or a space (so neither "." nor ".." nor a hidden file);
//   - no segment is a name that Windows keeps for a device, with any
//     extension, or resembles git's own names once letter case, compatibility
//     forms and invisible characters are set aside;
//   - a segment has at most [MaxSegment] bytes, a path at most [MaxPath] bytes
//     and [MaxDepth] segments.
//
// Everything that some file system, shell or version of git treats specially
// (backslash, colon, quotation marks, "<>|?*", "~", "$", control and format
// characters, unusual spaces) is refused because it is not on the list, not
// because it was thought of.
//
// # Good trees
//
// Paths that are good one by one may still be one file on another computer, or
// one name to a reader. [Set] and [Twins] find, among siblings at any depth,
// names that are equal once letter case (Unicode full case folding),
// normalization and the place of a Vietnamese tone mark (hòa, hoà) are set
// aside, and names that are both a file and a folder.
//
// The limits of length are our own. They leave room, on file systems that
// allow 255 bytes or UTF-16 units a name, for the endings that a build adds,
// and they bound what a hostile tree can make a reader hold.
package treepath

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sonla.gov.vn/bientap/internal/diag"
)

// The limits of a path: bytes in a segment, bytes in the whole, segments.
const (
	MaxSegment = 200
	MaxPath    = 400
	MaxDepth   = 16
)

// Problem is what is wrong with a path.
type Problem struct {
	// Rule is what was broken; Rule.Code names it to programs.
	Rule *diag.Rule
	// Path is the path as it was read; it may hold any bytes.
	Path string
	// Args are the arguments of the rule's words.
	Args []any
}

// Finding is p as a finding at its path, for a report. In the position, bytes
// and characters that cannot be printed are escaped, so that a name cannot
// write to a terminal what its reader takes for our own words.
func (p *Problem) Finding() diag.Finding {
	return p.Rule.At(diag.Pos{Path: Printable(p.Path)}, p.Args...)
}

// String says in English which path is wrong and how, for errors and logs.
func (p *Problem) String() string {
	return fmt.Sprintf("path %q: %s", p.Path, p.Finding().Message(diag.EN))
}

// Printable returns path with everything that is not a printable character
// escaped as in a Go string. A good path is returned as it is.
func Printable(path string) string {
	odd := func(r rune) bool { return r == utf8.RuneError || !strconv.IsPrint(r) }
	if strings.IndexFunc(path, odd) < 0 {
		return path
	}
	quoted := strconv.Quote(path)
	return quoted[1 : len(quoted)-1]
}

// Check returns what is wrong with a path, or nil when it is good. A path with
// several faults gives the one that explains most: what it pretends to be
// before how it is spelled.
func Check(path string) *Problem {
	problem := func(rule *diag.Rule, args ...any) *Problem {
		return &Problem{Rule: rule, Path: path, Args: args}
	}
	switch {
	case path == "":
		return problem(ruleEmpty)
	case len(path) > MaxPath:
		return problem(ruleLong, len(path), MaxPath)
	case !utf8.ValidString(path):
		return problem(ruleEncoding)
	case strings.Count(path, "/") >= MaxDepth:
		return problem(ruleDeep, strings.Count(path, "/")+1, MaxDepth)
	}
	for rest, more := path, true; more; {
		var name string
		name, rest, more = strings.Cut(rest, "/")
		if plain(name) {
			continue
		}
		if rule, args := checkName(name); rule != nil {
			return problem(rule, args...)
		}
	}
	return nil
}

// plain reports whether a name is so ordinary (lower-case ASCII letters,
// digits, inner hyphens and full stops) that it needs no closer look. Nearly
// all are, and a tree has many.
func plain(name string) bool {
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case c == '-' && i > 0:
		case c == '.' && i > 0 && i < len(name)-1:
		default:
			return false
		}
	}
	return name != "" && len(name) <= MaxSegment && !deviceName(name)
}

// checkName returns the rule that one segment breaks and the arguments of its
// words, or nil.
func checkName(name string) (*diag.Rule, []any) {
	switch {
	case name == "":
		return ruleEmpty, nil
	case name == "." || name == "..":
		return ruleRelative, []any{name}
	case gitName(name):
		return ruleGit, []any{name}
	case deviceName(name):
		return ruleDevice, []any{name}
	case !norm.NFC.IsNormalString(name):
		return ruleNFC, []any{name, norm.NFC.String(name)}
	}
	for _, r := range name {
		if rule := checkRune(r); rule != nil {
			return rule, []any{name, string(r), fmt.Sprintf("U+%04X", r)}
		}
	}
	first, last := name[0], name[len(name)-1]
	switch {
	case first == '-' || first == '.' || first == ' ' || last == '.' || last == ' ':
		return ruleEdge, []any{name}
	case strings.Contains(name, "  "):
		return ruleSpaces, []any{name}
	case len(name) > MaxSegment:
		return ruleNameLong, []any{name, len(name), MaxSegment}
	}
	return nil, nil
}

// checkRune returns the rule that a character breaks, or nil.
func checkRune(r rune) *diag.Rule {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9',
		r == '-', r == '_', r == '.', r == ' ':
		return nil
	case r < utf8.RuneSelf && unicode.IsPrint(r):
		return ruleCharacter
	case unicode.Is(letters, r):
		return nil
	case unicode.IsLetter(r):
		return ruleLetter
	case unicode.In(r, unicode.M, unicode.Z) || !unicode.IsPrint(r):
		// Marks too: after normalization only those are left that no
		// letter takes up, and they can be stacked.
		return ruleInvisible
	}
	return ruleCharacter
}

// letters are the letters beyond ASCII that a name may hold: the Latin-1 and
// Latin Extended-A letters, and what Vietnamese adds to them. Left out of
// those blocks are letters that look like, fold to, or decompose to another:
// Ð and ð (Eth, so often typed for Đ), İ, ı, Ĳ, ĳ, ĸ, Ŀ, ŀ, ŉ, ſ.
var letters = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x00C0, Hi: 0x00CF, Stride: 1},
		{Lo: 0x00D1, Hi: 0x00D6, Stride: 1},
		{Lo: 0x00D8, Hi: 0x00EF, Stride: 1},
		{Lo: 0x00F1, Hi: 0x00F6, Stride: 1},
		{Lo: 0x00F8, Hi: 0x012F, Stride: 1},
		{Lo: 0x0134, Hi: 0x0137, Stride: 1},
		{Lo: 0x0139, Hi: 0x013E, Stride: 1},
		{Lo: 0x0141, Hi: 0x0148, Stride: 1},
		{Lo: 0x014A, Hi: 0x017E, Stride: 1},
		{Lo: 0x01A0, Hi: 0x01A1, Stride: 1}, // Ơ ơ
		{Lo: 0x01AF, Hi: 0x01B0, Stride: 1}, // Ư ư
		{Lo: 0x1EA0, Hi: 0x1EF9, Stride: 1}, // the other Vietnamese letters
	},
	LatinOffset: 4, // the ranges that end at or below U+00FF
}
