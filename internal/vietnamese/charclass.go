package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// class is what Inspect needs to know of a character: a set of flags, none of
// which ordinary letters and punctuation have.
type class uint8

const plain class = 0

const (
	latin1     class = 1 << iota // U+00A1 to U+00FF: may be legacy text
	combining                    // may be part of text that is not NFC
	control                      // C1, noncharacters
	invisible                    // unless its neighbours need it
	noBreak                      // a space
	privateUse                   // a character of one font
	lookAlike                    // of đ
	lost                         // U+FFFD
)

const softHyphen = '\u00AD'

// tableSize covers Latin and the combining marks.
const tableSize = 0x0400

// classes holds the classes of the characters below tableSize.
var classes = classTable()

func classTable() (table [tableSize]class) {
	for r := rune(utf8.RuneSelf); r < tableSize; r++ {
		table[r] = classify(r)
	}
	return table
}

// classOf returns the class of a character that is not ASCII, quickly for
// those of Vietnamese text.
func classOf(r rune) class {
	switch {
	case r < tableSize:
		return classes[r]
	case 0x1E00 <= r && r <= 0x1EFF, // Latin Extended Additional: Vietnamese
		0x2010 <= r && r <= 0x2027, 0x2030 <= r && r <= 0x205E: // dashes, quotation marks, dots
		return plain
	}
	return classify(r)
}

// classify computes the class of a character.
func classify(r rune) class {
	c := plain
	switch {
	case r == utf8.RuneError:
		c = lost
	case r == '\u00A0' || r == '\u202F':
		c = noBreak
	case isInvisible(r):
		c = invisible
	case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Noncharacter_Code_Point, r):
		c = control
	case unicode.Is(unicode.Co, r):
		c = privateUse
	case r == 'Ð' || r == 'Ɖ' || r == 'ð' || r == 'ɖ':
		c = lookAlike
	}
	if 0x00A1 <= r && r <= 0x00FF {
		c |= latin1
	}
	text := string(r)
	if !norm.NFC.PropertiesString(text).BoundaryBefore() || !norm.NFC.IsNormalString(text) {
		c |= combining
	}
	return c
}

// isInvisible reports whether r takes no place: the format characters that
// show nothing of their own, the line and paragraph separators, variation
// selectors, and the letters that are blank by definition.
func isInvisible(r rune) bool {
	switch {
	case unicode.Is(unicode.Cf, r):
		return !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
	case isVariationSelector(r):
		return true
	}
	switch r {
	case '\u034F', '\u115F', '\u1160', '\u17B4', '\u17B5', '\u180E', '\u2028', '\u2029', '\u2800', '\u3164', '\uFFA0':
		return true
	}
	return false
}

func isVariationSelector(r rune) bool {
	return 0xFE00 <= r && r <= 0xFE0F || 0xE0100 <= r && r <= 0xE01EF
}

// visibleHere reports whether the invisible character r at i does a visible
// work: a BOM that begins the text; a joiner or a variation selector after an
// emoji or another symbol; and both in scripts that need them, which the
// European do not.
func visibleHere(text string, i int, r rune) bool {
	joiner := r == '\u200C' || r == '\u200D'
	switch {
	case r == '\uFEFF':
		return i == 0
	case !joiner && !isVariationSelector(r):
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	switch {
	case unicode.In(before, unicode.So, unicode.Sk, unicode.Sm), before == '\uFE0F':
		return true
	case r == '\uFE0E' || r == '\uFE0F':
		// A keycap (1️⃣), or a sign with an emoji form (‼️).
		after := text[i+utf8.RuneLen(r):]
		return strings.HasPrefix(after, "\u20E3") || before >= 0x2000 && unicode.IsPunct(before)
	}
	return unicode.In(before, unicode.L, unicode.M) &&
		!unicode.In(before, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Inherited)
}

// standsForD reports whether a letter that looks like đ stands for it. The
// capitals do wherever they are; the small letters, which Icelandic and
// phonetic script have, only where Vietnamese has đ and those have not: at
// the beginning of a word, before a vowel.
func standsForD(text string, i int, r rune, size int) bool {
	if r == 'Ð' || r == 'Ɖ' {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, n := utf8.DecodeRuneInString(text[i+size:])
	return !unicode.IsLetter(before) && n > 0 && strings.ContainsAny(Fold(string(after)), "aeiouy")
}
