package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as search compares it: lower case, without tones and other
// diacritics, đ as d, in NFC. "Đắk Lắk", "ĐẮK LẮK" and "dak lak" fold alike,
// and so do the old and the new place of a tone (hòa, hoà). The characters
// that stand for đ by mistake (Ð U+00D0, ð U+00F0, Ɖ U+0189, ɖ U+0256) fold
// as đ does.
//
// Only the marks of the Latin, Greek and Cyrillic scripts are dropped. The
// vowel signs of other scripts (Thai, Lao, Tai Viet, Devanagari) are marks to
// Unicode as well, but they are letters to their readers, and stay. Bytes
// that are not UTF-8 become U+FFFD. Fold(Fold(s)) == Fold(s).
func Fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	folded := string(appendFold(make([]byte, 0, len(s)), s, norm.NFD))
	if isASCII(folded) {
		return folded
	}
	return norm.NFC.String(folded)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// appendFold appends to dst the decomposition of s by form (NFD or NFKD),
// lowered, with diacritics dropped and đ as d.
func appendFold(dst []byte, s string, form norm.Form) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if c := foldedLetter(r); c != 0 {
			dst = append(dst, c)
		} else if parts := form.PropertiesString(s[i:]).Decomposition(); parts != nil {
			for len(parts) > 0 {
				part, n := utf8.DecodeRune(parts)
				dst = appendFoldedRune(dst, part)
				parts = parts[n:]
			}
		} else {
			dst = appendFoldedRune(dst, r)
		}
		i += size
	}
	return dst
}

// foldedLatin and foldedAdditional hold the ASCII letter that each Latin letter
// folds to whichever the form, or 0: for U+0000 to U+024F, and for U+1E00 to
// U+1EFF. Vietnamese has all its letters there.
var (
	foldedLatin      = foldTable(0x0000, 0x0250)
	foldedAdditional = foldTable(0x1E00, 0x1F00)
)

func foldTable(from, to rune) []byte {
	table := make([]byte, to-from)
	for r := max(from, utf8.RuneSelf); r < to; r++ {
		parts := norm.NFD.String(string(r))
		var folded []byte
		for _, part := range parts {
			folded = appendFoldedRune(folded, part)
		}
		if len(folded) == 1 && norm.NFKD.String(string(r)) == parts {
			table[r-from] = folded[0]
		}
	}
	return table
}

func foldedLetter(r rune) byte {
	switch {
	case r < 0x0250:
		return foldedLatin[r]
	case 0x1E00 <= r && r < 0x1F00:
		return foldedAdditional[r-0x1E00]
	}
	return 0
}

func appendFoldedRune(dst []byte, r rune) []byte {
	if isDiacritic(r) {
		return dst
	}
	if r = unicode.ToLower(r); isD(r) {
		r = 'd'
	}
	return utf8.AppendRune(dst, r)
}

// isD reports whether the lower-case letter r is đ or one of the letters
// taken for it. None of them has a decomposition, so that dropping marks
// alone would leave them.
func isD(r rune) bool {
	return r == 'đ' || r == 'ð' || r == 'ɖ'
}

// isDiacritic reports whether r is in one of the Unicode blocks of combining
// marks that serve the European scripts: Combining Diacritical Marks, their
// Extended and Supplement blocks, those for symbols, and half marks.
func isDiacritic(r rune) bool {
	switch {
	case r < 0x0300:
		return false
	case r <= 0x036F, 0x1AB0 <= r && r <= 0x1AFF, 0x1DC0 <= r && r <= 0x1DFF,
		0x20D0 <= r && r <= 0x20FF, 0xFE20 <= r && r <= 0xFE2F:
		return true
	}
	return false
}
