package vietnamese

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A sort key is a string of bytes whose byte order is the order of the words.
// It has, one after the other:
//
//	for each syllable: letters, keyTones, marks, keyNext
//	keyEnd
//	for each letter: caseLower or caseUpper
//	keyEnd
//	the text itself, in NFC
//
// so that syllables count one by one, and within each its letters before its
// tone. Each level ends with a byte below every other of that level: what is a
// beginning of another comes first.
const (
	keyEnd   = 0x00
	keyNext  = 0x01
	keyTones = 0x02

	// Marks: the five tones by their rank, then any other diacritic by its
	// code point. The level tone (ngang) has no mark.
	toneFirst = 0x03 // huyền, hỏi, ngã, sắc, nặng follow
	markOther = 0x10

	// Letters: numbers by their value, the alphabet by rank, and every other
	// script by code point.
	letterNumber   = 0x10
	letterFirst    = 0x20
	letterForeign  = 0xF0
	maxNumberWidth = 200

	caseLower, caseUpper = 0x01, 0x02
)

// alphabet is the Vietnamese alphabet with the four letters of the Latin
// script that it lacks at their places.
const alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

// toneMarks are the combining marks of the tones in dictionary order: huyền,
// hỏi, ngã, sắc, nặng.
var toneMarks = [...]rune{'\u0300', '\u0309', '\u0303', '\u0301', '\u0323'}

// letterRank gives each letter of the alphabet its byte.
var letterRank = rankLetters()

func rankLetters() map[rune]byte {
	ranks := make(map[rune]byte)
	next := byte(letterFirst)
	for _, r := range alphabet {
		ranks[r] = next
		next++
	}
	return ranks
}

// Compare orders a and b as a Vietnamese dictionary does and returns -1, 0 or
// +1. It is 0 only for texts that are equal in NFC. To sort many texts compute
// their [SortKey] once each.
func Compare(a, b string) int {
	if a == b {
		return 0
	}
	return strings.Compare(SortKey(a), SortKey(b))
}

// SortKey returns a string of bytes whose order is the dictionary's order of
// s: compare keys with < or [strings.Compare], store them, share them between
// goroutines.
//
// Syllables are compared one by one: ca, ca dao, cà, cà phê, cá, cá chép. In a
// syllable the letters count first, in the order a ă â b c d đ e ê … y z; then
// the tones: level, huyền, hỏi, ngã, sắc, nặng, wherever the mark was put (hòa
// and hoà are one word). A run of digits counts by its value and stands before
// letters (Tổ 2, Tổ 10). Small letters precede capitals when all else is
// equal, and the text itself decides at last, so that the order is total.
// Spaces, punctuation and symbols separate syllables and count for nothing
// else; apostrophes and invisible characters do not even separate. Foreign
// diacritics count after the tones; other scripts stand after z by code point.
//
// It is own code because the Vietnamese order of golang.org/x/text/collate is
// that of whole strings (cá chép before ca dao), its collators cannot be
// shared between goroutines, and its tables weigh two megabytes; for single
// syllables a test holds the two equal.
func SortKey(s string) string {
	text := norm.NFC.String(s)
	b := keyBuilder{key: make([]byte, 0, 4*len(text)+8)}
	for _, r := range norm.NFD.String(text) {
		b.add(r)
	}
	b.endSyllable()
	b.key = append(b.key, keyEnd)
	b.key = append(b.key, b.cases...)
	b.key = append(b.key, keyEnd)
	return string(append(b.key, text...))
}

// NameKey returns the sort key of a person's name: by the given name, which is
// the last word, then the family name, which is the first, then what is
// between them: An, Lê Đức Anh, Ánh, Ân, Bích.
//
// Names of peoples and countries that put the family name last, and all that
// do not fit this form, need a "sort as" given by the editor, whose key is
// [SortKey].
func NameKey(name string) string {
	words := strings.Fields(name)
	if last := len(words) - 1; last > 0 {
		words = append(words[last:len(words):len(words)], words[:last]...)
	}
	return SortKey(strings.Join(words, " "))
}

// keyBuilder takes the runes of a decomposed text one by one. A letter waits
// in base until the marks after it have said which letter it is.
type keyBuilder struct {
	key    []byte // whole syllables, then the letters of the open one
	marks  []byte // of the open syllable
	cases  []byte
	digits []byte // the open number, without leading zeros
	base   rune   // the open letter, lowered, or 0
	number bool   // a number is open
	open   bool   // a syllable is open
}

func (b *keyBuilder) add(r rune) {
	switch {
	case r >= '0' && r <= '9':
		b.endLetter()
		b.addDigit(byte(r))
	case isDiacritic(r):
		b.addMark(r)
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r):
		b.endNumber()
		b.endLetter()
		b.addLetter(r)
	case isApostrophe(r), unicode.Is(unicode.Cf, r):
	default:
		b.endSyllable()
	}
}

func (b *keyBuilder) addDigit(c byte) {
	b.number, b.open = true, true
	if c == '0' && len(b.digits) == 0 {
		return
	}
	if len(b.digits) == maxNumberWidth {
		b.endNumber()
		b.number = true
	}
	b.digits = append(b.digits, c)
}

func (b *keyBuilder) addLetter(r rune) {
	lower := unicode.ToLower(r)
	if lower == r {
		b.cases = append(b.cases, caseLower)
	} else {
		b.cases = append(b.cases, caseUpper)
	}
	if isD(lower) {
		lower = 'đ'
	}
	b.base, b.open = lower, true
}

// addMark gives a mark to the letter before it: one of quality makes it
// another letter, one of tone belongs to the syllable. A mark that follows no
// letter counts for nothing.
func (b *keyBuilder) addMark(mark rune) {
	if b.base == 0 {
		return
	}
	if letter := withQuality(b.base, mark); letter != 0 {
		b.base = letter
		return
	}
	for i, tone := range toneMarks {
		if mark == tone {
			b.marks = append(b.marks, toneFirst+byte(i))
			return
		}
	}
	b.marks = append(b.marks, markOther, byte(mark>>8), byte(mark))
}

// withQuality returns the Vietnamese letter that a breve, a circumflex or a
// horn makes of another, and 0 if there is none.
func withQuality(letter, mark rune) rune {
	switch mark {
	case '\u0306':
		if letter == 'a' {
			return 'ă'
		}
	case '\u0302':
		switch letter {
		case 'a':
			return 'â'
		case 'e':
			return 'ê'
		case 'o':
			return 'ô'
		}
	case '\u031B':
		switch letter {
		case 'o':
			return 'ơ'
		case 'u':
			return 'ư'
		}
	}
	return 0
}

func (b *keyBuilder) endLetter() {
	switch rank, ok := letterRank[b.base]; {
	case b.base == 0:
		return
	case ok:
		b.key = append(b.key, rank)
	default:
		b.key = append(b.key, letterForeign, byte(b.base>>16), byte(b.base>>8), byte(b.base))
	}
	b.base = 0
}

// endNumber writes the open number: how many digits, then the digits.
func (b *keyBuilder) endNumber() {
	if b.number {
		b.key = append(b.key, letterNumber, byte(len(b.digits)))
		b.key = append(b.key, b.digits...)
	}
	b.number, b.digits = false, b.digits[:0]
}

func (b *keyBuilder) endSyllable() {
	b.endNumber()
	b.endLetter()
	if !b.open {
		return
	}
	b.key = append(b.key, keyTones)
	b.key = append(b.key, b.marks...)
	b.key = append(b.key, keyNext)
	b.marks, b.open = b.marks[:0], false
}
