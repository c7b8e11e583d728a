package vietnamese

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxSlug is the greatest length of a slug, in bytes.
const MaxSlug = 80

// latinPairs spells the Latin letters that have no decomposition and are not
// Vietnamese, as found in foreign names.
var latinPairs = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'þ': "th", 'ħ': "h", 'ŧ': "t", 'ŋ': "ng", 'ı': "i",
}

// Slug returns s as one segment of an address: what [Fold] makes of it, kept
// to [a-z0-9], with one hyphen for every run of anything else, none at the
// ends, and at most [MaxSlug] bytes, cut at a hyphen where there is one in
// the second half. Compatibility forms are spelled out (m² gives m2), an
// apostrophe joins (H'Mông gives hmong), and so do invisible characters.
//
// The result is empty exactly when nothing in s has a Latin letter or an
// ASCII digit under it ("", "—", a title in Lao): the caller then asks for a
// slug, or uses the page's id. Different titles can give one slug ("má",
// "mà"): the caller adds a date or a number. Slug(Slug(s)) == Slug(s).
func Slug(s string) string {
	slug := make([]byte, 0, min(len(s), 4*MaxSlug))
	pending := false
	put := func(letters string) {
		if pending && len(slug) > 0 {
			slug = append(slug, '-')
		}
		slug, pending = append(slug, letters...), false
	}
	folded := appendFold(make([]byte, 0, len(s)), s, norm.NFKD)
	for len(folded) > 0 && len(slug) <= MaxSlug {
		r, size := utf8.DecodeRune(folded)
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			put(string(folded[:1]))
		case latinPairs[r] != "":
			put(latinPairs[r])
		case isApostrophe(r), unicode.Is(unicode.Cf, r):
		default:
			pending = true
		}
		folded = folded[size:]
	}
	return string(cutSlug(slug))
}

// cutSlug cuts a slug that is too long, at the last hyphen that leaves at
// least half of the length.
func cutSlug(slug []byte) []byte {
	if len(slug) <= MaxSlug {
		return slug
	}
	if i := bytes.LastIndexByte(slug[:MaxSlug+1], '-'); i >= MaxSlug/2 {
		return slug[:i]
	}
	return slug[:MaxSlug]
}

// isApostrophe reports whether r is one of the characters typed for an
// apostrophe, which in names of the highlands (H'Mông, D'Ran) is part of the
// syllable.
func isApostrophe(r rune) bool {
	return r == '\'' || r == '\u2019' || r == '\u02BC' || r == '\u02B9'
}
