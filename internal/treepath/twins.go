package treepath

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Set holds the paths of the files of a tree and finds those that cannot live
// beside each other. The zero value is an empty set. It is not safe for
// concurrent use.
type Set struct {
	// seen maps the key of every file, and of every folder above one, to the
	// spelling that came first.
	seen map[string]entry
}

type entry struct {
	path   string
	folder bool
}

// Add adds the path of a file. It returns nil, or how the file, or a folder
// above it, clashes with what was added before; the path of the problem is
// then that of the file or folder, as spelled in the argument. Adding the same
// path again is no problem. The path should have passed [Check].
func (s *Set) Add(path string) *Problem {
	if s.seen == nil {
		s.seen = make(map[string]entry)
	}
	key := make([]byte, 0, 2*len(path))
	for start := 0; start <= len(path); {
		end, folder := len(path), false
		if i := strings.IndexByte(path[start:], '/'); i >= 0 {
			end, folder = start+i, true
		}
		key = append(appendKey(key, path[start:end]), '/')
		old, found := s.seen[string(key)]
		switch {
		case !found:
			s.seen[string(key)] = entry{path[:end], folder}
		case old.path != path[:end]:
			return &Problem{Rule: ruleTwin, Path: path[:end], Args: []any{path[:end], old.path}}
		case old.folder != folder:
			return &Problem{Rule: ruleClash, Path: path[:end], Args: []any{path[:end]}}
		}
		start = end + 1
	}
	return nil
}

// Twins returns the clashes among the paths of the files of a tree, each once,
// in the order of their paths; the order of the argument does not matter. Of
// several spellings, the first in byte order is taken to be the right one.
func Twins(paths []string) []*Problem {
	var set Set
	var problems []*Problem
	reported := make(map[string]bool)
	for _, path := range slices.Sorted(slices.Values(paths)) {
		if p := set.Add(path); p != nil && !reported[p.Path] {
			reported[p.Path] = true
			problems = append(problems, p)
		}
	}
	return problems
}

// appendKey appends to b the key of a name: equal keys mean twins.
func appendKey(b []byte, name string) []byte {
	if !isASCII(name) {
		// Canonical caseless matching (Unicode, section 3.13, D145), with
		// the tone marks then put where their place says nothing.
		folded := norm.NFD.String(cases.Fold().String(norm.NFD.String(name)))
		return appendToneless(b, folded)
	}
	for i := range len(name) {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

// appendToneless appends a decomposed, folded name to b, with each tone mark
// moved to the end of the vowels among which it stands. Two spellings of the
// rules for tone marks are in use (hòa and hoà, thủy and thuỷ); no two words
// differ by them alone.
func appendToneless(b []byte, name string) []byte {
	var tones []byte
	vowels := false
	for _, r := range name {
		switch {
		case vowels && strings.ContainsRune(toneMarks, r):
			tones = append(tones, string(r)...)
			continue
		case strings.ContainsRune("aeiouy", r):
			vowels = true
		case !unicode.Is(unicode.Mn, r):
			b = append(b, tones...)
			tones, vowels = tones[:0], false
		}
		b = append(b, string(r)...)
	}
	return append(b, tones...)
}

// toneMarks are the combining marks of the five marked tones: huyền, sắc, ngã,
// hỏi, nặng.
const toneMarks = "\u0300\u0301\u0303\u0309\u0323"
