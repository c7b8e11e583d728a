package vietnamese

import (
	"strings"
	"unicode/utf8"
)

// Text in a legacy encoding that was read as Latin is recognised by pairs of
// characters that no language has in a word. Each such word gives points,
// fewer if other languages have some (French naïf, goût); words without any
// take one point off; a letter that only Unicode has in Vietnamese ends the
// streak, since legacy text has none. Two clear words in a row suffice; the
// doubtful ones alone would have to be more than any sentence has.
const (
	clearSign    = 4
	doubtfulSign = 1
	certain      = 8
)

// streak is the evidence in the line so far for one encoding.
type streak struct {
	score int
	first int // offset of the first sign of the streak
	last  int // offset of the last one
	word  int // what the word at last has given
	words int // that gave something
}

// hit takes a sign at offset i that is worth some points and reports whether
// the streak is now certain.
func (s *streak) hit(text string, i, worth int) bool {
	if s.words > 0 {
		between := text[s.last:i]
		spaces := strings.Count(between, " ")
		if spaces == 0 {
			s.score += max(0, worth-s.word)
			s.last, s.word = i, max(s.word, worth)
			return s.score >= certain
		}
		s.score -= spaces - 1
		if s.score <= 0 || hasUnicodeVietnamese(between) {
			*s = streak{}
		}
	}
	if s.words == 0 {
		s.first = i
	}
	s.score, s.last, s.word = s.score+worth, i, worth
	s.words++
	return s.score >= certain
}

// hasUnicodeVietnamese reports whether s has a letter of the blocks in which
// Unicode has ă đ ĩ ũ ơ ư and the letters with two marks.
func hasUnicodeVietnamese(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0xC4 && c <= 0xC6 || c == 0xE1 {
			return true
		}
	}
	return false
}

// evidence looks at a character of Latin-1 for signs of legacy text.
func (in *inspector) evidence(i int, r rune) {
	if worth := vniSign(in.text, i, r); worth > 0 && in.vni.hit(in.text, i, worth) {
		in.addLegacy(LegacyVNI, in.vni)
	}
	if worth := tcvn3Sign(in.text, i, r); worth > 0 && in.tcvn3.hit(in.text, i, worth) {
		in.addLegacy(LegacyTCVN3, in.tcvn3)
	}
}

// addLegacy records a line as legacy text, or brings its count up to date.
func (in *inspector) addLegacy(kind FaultKind, s streak) {
	if in.byKind[kind] < 0 {
		in.add(kind, s.first)
	}
	f := &in.faults[in.byKind[kind]]
	f.Count = max(f.Count, s.words)
}

func isASCIILetter(c byte) bool {
	c |= 0x20
	return 'a' <= c && c <= 'z'
}

func isASCIILower(c byte) bool { return 'a' <= c && c <= 'z' }

// tcvn3Sign returns what the Latin-1 character r at i is worth as a sign of
// TCVN3. There, symbols and capitals stand for letters within words.
func tcvn3Sign(text string, i int, r rune) int {
	var before, after byte
	if i > 0 {
		before = text[i-1]
	}
	if i+2 < len(text) {
		after = text[i+2]
	}
	left := isASCIILetter(before)
	right := isASCIILetter(after) || after == 0xC2 || after == 0xC3
	switch {
	case 'À' <= r && r <= 'Þ' && r != '×':
		return points(isASCIILower(before), clearSign) // ViÖt
	case r >= 'ß' && r != '÷':
		return 0
	}
	switch r {
	case 'µ', '¸', '¨', '¼', '½', '¾': // hoµ b¸o n¨m th¼ng
		return points(left, clearSign)
	case '¬': // S¬n; ­¬ is ươ
		if strings.HasSuffix(text[:i], string(softHyphen)) {
			return certain
		}
		return points(left, clearSign)
	case '®': // ®iÒu; a trade mark's sign follows a word
		return points(!left && right, clearSign)
	case '§': // §iÒu; a section sign precedes a number
		return points(!left && right, doubtfulSign)
	case '¹', '¶': // t¹i; but a note's mark follows a word
		return max(points(left && right, clearSign), points(left, doubtfulSign))
	case '©', 'ª', '«', '»', '÷': // nh©n tªn c«ng b»ng nh÷ng
		return points(left && right, clearSign)
	case '×': // b×nh; but m×n
		return points(left && right, doubtfulSign)
	case '·': // x·; but kW·h, and col·lecció in Catalan
		return points(left && before|0x20 != 'l', doubtfulSign)
	}
	return 0
}

func points(sign bool, n int) int {
	if sign {
		return n
	}
	return 0
}

// vniBases are the letters that VNI writes before a mark.
const vniBases = "aeouyôö"

// vniClear and vniDoubtful list, for each letter of vniBases, the marks that
// no other language has after it, and those that some have. Pairs that
// Vietnamese has in Unicode too (oà oá oã) are in neither.
var (
	vniClear    = [...]string{"øùûõâàáåãäê", "ùõïàáåãä", "øõâåä", "øùõ", "øùûõ", "øùûõï", "øùûõïô"}
	vniDoubtful = [...]string{"ïèéúüë", "øûâ", "ùûï", "ûï", "", "", ""}
)

// vniPoints holds the worth of a pair by the base's index in vniBases and the
// mark's small letter, counted from U+00E0.
var vniPoints = vniPointTable()

func vniPointTable() (points [len(vniClear)][0x20]int) {
	for base := range points {
		for _, mark := range vniClear[base] {
			points[base][mark-0xE0] = clearSign
		}
		for _, mark := range vniDoubtful[base] {
			points[base][mark-0xE0] = doubtfulSign
		}
	}
	return points
}

// vniSign returns what the Latin-1 character r at i is worth as a sign of VNI.
// There, the mark of a letter is a Latin-1 letter after it, and đ is ñ.
func vniSign(text string, i int, r rune) int {
	if r < 'À' {
		return 0
	}
	if r == 'ñ' || r == 'Ñ' {
		wordBegins := i == 0 || text[i-1] < utf8.RuneSelf && !isASCIILetter(text[i-1])
		return points(wordBegins, doubtfulSign)
	}
	base, capital := vniBase(text[:i])
	if base < 0 || r < 'à' && !capital {
		return 0
	}
	return vniPoints[base][r&0x1F]
}

// vniBase returns the index in vniBases of the letter that ends text, or -1,
// and whether it is a capital.
func vniBase(text string) (index int, capital bool) {
	if text == "" {
		return -1, false
	}
	c := text[len(text)-1]
	if c < utf8.RuneSelf {
		return strings.IndexByte(vniBases[:5], c|0x20), c < 'a'
	}
	for _, letter := range [...]struct {
		text    string
		index   int
		capital bool
	}{{"ô", 5, false}, {"ö", 6, false}, {"Ô", 5, true}, {"Ö", 6, true}} {
		if strings.HasSuffix(text, letter.text) {
			return letter.index, letter.capital
		}
	}
	return -1, false
}
