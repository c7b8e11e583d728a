// Package spell finds what a person meant who mistyped one of a known list of
// words: a key of the configuration, a command, a section, the id of a page.
package spell

import (
	"cmp"
	"slices"

	"sonla.gov.vn/bientap/internal/vietnamese"
)

// maxLetters bounds the words that are compared; what is longer is no
// mistyped name, and distances cost the product of both lengths.
const maxLetters = 64

// Nearest returns the candidate that word was most likely meant to be, and
// false if none is near enough.
//
// Distance is the number of letters added, left out, replaced, or exchanged
// with their neighbour (Damerau), after [vietnamese.Fold]: case and Vietnamese
// marks cost nothing. A candidate is near when the distance is at most a third
// of the letters of the longer word, so that nothing but case and marks may
// differ in a word of one or two letters, and one letter in a word of three to
// five. Of equally near candidates the one nearest with marks and case wins,
// then the first in byte order: the result does not depend on the order of
// candidates. A candidate equal to word is its own nearest.
//
// Words of more than 64 letters are near only to what folds to the same.
func Nearest(word string, candidates []string) (string, bool) {
	switch {
	case word == "":
		return "", false
	case slices.Contains(candidates, word):
		return word, true
	}
	typed, folded := []rune(word), []rune(vietnamese.Fold(word))
	var best guess
	found := false
	for _, candidate := range candidates {
		if candidate == "" {
			continue
		}
		letters := []rune(vietnamese.Fold(candidate))
		limit := max(len(folded), len(letters)) / 3
		g := guess{word: candidate, folded: distance(folded, letters)}
		if g.folded > limit {
			continue
		}
		g.exact = distance(typed, []rune(candidate))
		if !found || g.compare(best) < 0 {
			best, found = g, true
		}
	}
	return best.word, found
}

// guess is a candidate and its distances from the word, after folding and
// letter by letter.
type guess struct {
	word          string
	folded, exact int
}

func (g guess) compare(other guess) int {
	return cmp.Or(
		cmp.Compare(g.folded, other.folded),
		cmp.Compare(g.exact, other.exact),
		cmp.Compare(g.word, other.word),
	)
}

// distance is the restricted Damerau-Levenshtein distance (optimal string
// alignment): no letter is edited twice. For words above maxLetters it is 0
// if they are equal and otherwise their length, hence never near.
func distance(a, b []rune) int {
	longest := max(len(a), len(b))
	if longest > maxLetters {
		if string(a) == string(b) {
			return 0
		}
		return longest
	}
	// Three rows of the table: the one being filled and the two above it.
	var rows [3][maxLetters + 1]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		row, above, above2 := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], above2[j-2]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}
