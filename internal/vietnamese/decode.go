package vietnamese

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tcvn3Letters are the letters of TCVN3 (TCVN 5712:1993, VN3; the encoding of
// the ".Vn" fonts) by their bytes from 0xA1 to 0xFE; a hyphen marks a byte
// that has none. Toned capitals do not exist: capital fonts draw the small.
const tcvn3Letters = "" +
	"ĂÂÊÔƠƯĐăâêôơưđ------àảãáạ-ằẳẵắ-" + // A1 to BF
	"------ặầẩẫấậè-ẻẽéẹềểễếệìỉ---ĩíịò" + // C0 to DF
	"-ỏõóọồổỗốộờởỡớợù-ủũúụừửữứựỳỷỹýỵ" // E0 to FE

// tcvn3 holds tcvn3Letters by byte, 0 for those without.
var tcvn3 = tcvn3Table()

func tcvn3Table() (table [0x100]rune) {
	b := 0xA1
	for _, letter := range tcvn3Letters {
		if letter != '-' {
			table[b] = letter
		}
		b++
	}
	return table
}

// DecodeTCVN3 proposes what a text says that is in TCVN3 but was read as
// Latin-1 or Windows-1252: "Céng hoµ x· héi" says "Cộng hoà xã hội". It is a
// proposal for a person to check: the encoding has no toned capitals, and a
// text that was set in a capital font (.VnTimeH) comes out in small letters.
// In a word whose ASCII letters are two or more capitals the others are made
// capitals too. It reports false, and the text as it was, if nothing in it is
// TCVN3 or if it has a letter that TCVN3 has not.
func DecodeTCVN3(s string) (string, bool) {
	var b strings.Builder
	decoded := false
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case r <= 0xFF && tcvn3[r] != 0:
			b.WriteRune(tcvn3[r])
			decoded = true
		case unicode.IsLetter(r), r == utf8.RuneError:
			return s, false
		default:
			b.WriteRune(r)
		}
	}
	if !decoded {
		return s, false
	}
	return capitalWords(b.String()), true
}

// capitalWords capitalises the words whose ASCII letters are all capitals and
// at least two.
func capitalWords(s string) string {
	var b strings.Builder
	for s != "" {
		end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(s)
		}
		word, capitals, small := s[:end], 0, 0
		for i := range len(word) {
			switch c := word[i]; {
			case isASCIILower(c):
				small++
			case isASCIILetter(c):
				capitals++
			}
		}
		if capitals >= 2 && small == 0 {
			word = strings.ToUpper(word)
		}
		b.WriteString(word)
		_, size := utf8.DecodeRuneInString(s[end:])
		b.WriteString(s[end : end+size])
		s = s[end+size:]
	}
	return b.String()
}

// vniMark is what a Latin-1 letter of VNI adds to the letter before it.
type vniMark struct {
	bases string // after which letters it can stand
	marks string // as combining characters
}

// vniMarks and vniSingles are the two halves of the VNI-Windows encoding, in
// small letters: marks written after a letter, and letters of their own.
var (
	vniMarks = map[rune]vniMark{
		'ø': {"aeouyôö", "\u0300"}, 'û': {"aeouyôö", "\u0309"}, 'õ': {"aeouyôö", "\u0303"},
		'ù': {"aeouyôö", "\u0301"}, 'ï': {"aeouyôö", "\u0323"},
		'â': {"aeo", "\u0302"}, 'à': {"aeo", "\u0302\u0300"}, 'å': {"aeo", "\u0302\u0309"},
		'ã': {"aeo", "\u0302\u0303"}, 'á': {"aeo", "\u0302\u0301"}, 'ä': {"aeo", "\u0302\u0323"},
		'ê': {"a", "\u0306"}, 'è': {"a", "\u0306\u0300"}, 'ú': {"a", "\u0306\u0309"},
		'ü': {"a", "\u0306\u0303"}, 'é': {"a", "\u0306\u0301"}, 'ë': {"a", "\u0306\u0323"},
	}
	vniSingles = map[rune]rune{
		'ñ': 'đ', 'ô': 'ơ', 'ö': 'ư', 'î': 'ỵ',
		'ì': 'ì', 'æ': 'ỉ', 'ó': 'ĩ', 'í': 'í', 'ò': 'ị',
	}
)

// DecodeVNI proposes what a text says that is in VNI-Windows but was read as
// Latin-1 or Windows-1252: "Coäng hoøa xaõ hoäi" says "Cộng hòa xã hội". It
// reports false, and the text as it was, if nothing in it is VNI or if it has
// a letter that VNI has not at that place. Texts that are not VNI can be
// decoded too (hoà would say hồ): use it on what [Inspect] found.
func DecodeVNI(s string) (string, bool) {
	var b strings.Builder
	decoded := false
	before := rune(0) // the character before, in small letters, as it was read
	for _, r := range s {
		small := unicode.ToLower(r)
		mark, isMark := vniMarks[small]
		single, isSingle := vniSingles[small]
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case isMark && before != 0 && strings.ContainsRune(mark.bases, before):
			b.WriteString(mark.marks)
			decoded = true
			small = 0 // a letter has one mark
		case isSingle:
			if small != r {
				single = unicode.ToUpper(single)
			}
			b.WriteRune(single)
			decoded = true
		case unicode.IsLetter(r), r == utf8.RuneError:
			return s, false
		default:
			b.WriteRune(r)
		}
		before = small
	}
	if !decoded {
		return s, false
	}
	return norm.NFC.String(b.String()), true
}
