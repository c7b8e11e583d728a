package vietnamese

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxDocumentNumber is the greatest length of a document number, in bytes, as
// it is given and as it is written back.
const MaxDocumentNumber = 64

// DocumentNumber is the number and symbol (số, ký hiệu) that identifies an
// official document of its issuer.
type DocumentNumber struct {
	// Number is the ordinal, 1 to 999999.
	Number int
	// Suffix is a letter that some documents have after the ordinal (30a).
	Suffix string
	// Year is the year that normative documents carry; 0 if none.
	Year int
	// Type is an abbreviation of [DocumentTypes]; it is empty for letters
	// (công văn), for laws and resolutions of the National Assembly (QH15),
	// and for types that the table does not know.
	Type string
	// Body is the rest of the symbol: who issued the document and, in
	// letters, the unit that wrote it (UBND, UBND-NC, QH15, TU).
	Body string
	// Canonical is the whole as it should be written.
	Canonical string
	// Repaired says that the text given was not Canonical, byte for byte.
	Repaired bool
}

// Compare orders documents by year, then number, then the rest; what carries
// no year stands first.
func (d DocumentNumber) Compare(other DocumentNumber) int {
	return cmp.Or(
		cmp.Compare(d.Year, other.Year),
		cmp.Compare(d.Number, other.Number),
		cmp.Compare(d.Suffix, other.Suffix),
		Compare(d.Canonical, other.Canonical),
	)
}

// String returns d.Canonical.
func (d DocumentNumber) String() string { return d.Canonical }

// numberForm splits off the ordinal with its letter, the year, and the
// separator before the symbol.
var numberForm = regexp.MustCompile(`^([0-9]{1,6})([A-Za-zĐđ]?)(?:/([0-9]{4}))?([/-])(.*)$`)

// ParseDocumentNumber reads a document number and repairs its spelling. The
// forms are
//
//	number/TYPE-BODY       2722/QĐ-UBND
//	number/year/TYPE-BODY  01/2026/QĐ-UBND, 15/2020/TTLT-BTC-BNV
//	number/year/BODY       148/2025/QH15
//	number/BODY-UNIT       1411/UBND-NC, a letter
//	number-TYPE/BODY       12-NQ/TU, as the Party writes
//
// with the number of at least two digits (Decree 30/2020/NĐ-CP, Annex I).
// Repaired are: look-alikes of Đ (NÐ-CP); small letters (2722/qđ-ubnd); a đ
// left out where the table knows better (QD, HDND); other dashes and slashes;
// spaces beside a separator; invisible characters; missing or superfluous
// leading zeros; "Số:" before the number. Abbreviations of mixed case are
// spelled as their table has them (TTr, TTg) or left as they are.
//
// The error says what is missing. Nothing is guessed: a space where a
// separator should be is an error, and so is an unknown character. Reading
// what Canonical holds gives the same document, not repaired.
func ParseDocumentNumber(s string) (DocumentNumber, error) {
	d, err := parseDocumentNumber(s)
	if err != nil {
		return DocumentNumber{}, fmt.Errorf("document number %.80q: %w", s, err)
	}
	return d, nil
}

func parseDocumentNumber(s string) (DocumentNumber, error) {
	var none DocumentNumber
	if len(s) > MaxDocumentNumber {
		return none, fmt.Errorf("it has %d bytes, more than %d", len(s), MaxDocumentNumber)
	}
	text, err := tidyNumber(s)
	if err != nil {
		return none, err
	}
	parts := numberForm.FindStringSubmatch(text)
	if parts == nil {
		return none, numberFault(text)
	}
	d := DocumentNumber{Suffix: parts[2]}
	d.Number, _ = strconv.Atoi(parts[1]) // at most six digits, by the form
	d.Year, _ = strconv.Atoi(parts[3])   // four digits, or "" for none
	separator, symbol := parts[4], parts[5]
	switch {
	case d.Number == 0:
		return none, fmt.Errorf("the number is zero; write the number that the document was given")
	case parts[3] != "" && (d.Year < 1900 || d.Year > 2199):
		return none, fmt.Errorf("%d is no year", d.Year)
	case parts[3] != "" && separator == "-":
		return none, fmt.Errorf("after the year write a slash, as in 01/2026/QĐ-UBND")
	}
	symbol, err = d.readSymbol(symbol, separator)
	if err != nil {
		return none, err
	}
	d.Canonical = fmt.Sprintf("%02d%s", d.Number, d.Suffix)
	if d.Year != 0 {
		d.Canonical += "/" + strconv.Itoa(d.Year)
	}
	d.Canonical += separator + symbol
	if len(d.Canonical) > MaxDocumentNumber {
		return none, fmt.Errorf("written as %q it has more than %d bytes", d.Canonical, MaxDocumentNumber)
	}
	d.Repaired = d.Canonical != s
	return d, nil
}

// numberFault says why a text has not the form of a document number.
func numberFault(text string) error {
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	switch {
	case digits == 0:
		return fmt.Errorf("it must begin with the number, as in 2722/QĐ-UBND")
	case digits > 6:
		return fmt.Errorf("a number has at most 6 digits")
	case digits == len(text):
		return fmt.Errorf("the symbol is missing; write the whole of it, as in 2722/QĐ-UBND")
	}
	return fmt.Errorf("after the number write a slash and the symbol, as in 2722/QĐ-UBND")
}

// tidyNumber makes one spelling of the characters that stand for the same:
// NFC, Đ for its look-alikes, "-" and "/" for theirs, no invisible characters,
// no spaces beside separators and at the ends, no "Số:".
func tidyNumber(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", fmt.Errorf("it is not UTF-8")
	}
	text := strings.Map(func(r rune) rune {
		switch {
		case r == 'Ð' || r == 'Ɖ':
			return 'Đ'
		case r == 'ð' || r == 'ɖ':
			return 'đ'
		case r == '−' || unicode.Is(unicode.Pd, r):
			return '-'
		case r == '⁄' || r == '∕' || r == '／':
			return '/'
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, norm.NFC.String(s))
	text = strings.TrimSpace(text)
	for _, label := range []string{"số", "Số", "SỐ"} {
		if rest, ok := strings.CutPrefix(text, label); ok {
			text = strings.TrimLeft(rest, ": ")
			break
		}
	}
	return spacedSeparator.ReplaceAllString(text, "$1"), nil
}

var spacedSeparator = regexp.MustCompile(` *([/-]) *`)

// readSymbol sets Type and Body from the symbol and returns it in its proper
// spelling. The separator is the one before it.
func (d *DocumentNumber) readSymbol(symbol, separator string) (string, error) {
	if symbol == "" {
		return "", fmt.Errorf("the symbol is missing; write the whole of it, as in 2722/QĐ-UBND")
	}
	if separator == "/" && strings.Contains(symbol, "/") {
		return "", fmt.Errorf("in %q write a hyphen between the type and the issuer, as in 2722/QĐ-UBND", symbol)
	}
	if strings.Count(symbol, "/") > 1 {
		return "", fmt.Errorf("%q has more than one slash; write it as in 12-NQ/TU", symbol)
	}
	first, rest := symbol, ""
	if i := strings.IndexAny(symbol, "/-"); i >= 0 {
		first, rest = symbol[:i], symbol[i:]
	}
	kind, isType := typeSpelling[strings.ToLower(first)]
	if isType && rest == "" {
		return "", fmt.Errorf("who issued it is missing after %q, as in 2722/QĐ-UBND", kind)
	}
	if !isType {
		rest = "-" + symbol
	}
	var body strings.Builder
	for rest != "" {
		end := 1 + strings.IndexAny(rest[1:], "/-")
		if end == 0 {
			end = len(rest)
		}
		word, err := spellBody(rest[1:end])
		if err != nil {
			return "", err
		}
		body.WriteString(rest[:1] + word)
		rest = rest[end:]
	}
	d.Body = body.String()[1:]
	if !isType {
		return d.Body, nil
	}
	d.Type = kind
	return kind + body.String(), nil
}

// symbolLetters are the letters of a symbol besides A to Z: none has a tone.
const symbolLetters = "ĂÂĐÊÔƠƯăâđêôơư"

// spellBody checks one word of the issuer's part and gives its spelling:
// capitals, unless it mixes them with small letters as a few names do.
func spellBody(word string) (string, error) {
	if word == "" {
		return "", fmt.Errorf("a word is missing beside a hyphen or slash")
	}
	for i, r := range word {
		switch {
		case r < utf8.RuneSelf && unicode.IsLetter(r), strings.ContainsRune(symbolLetters, r):
		case i == 0:
			return "", fmt.Errorf("%q must begin with a letter", word)
		case r >= '0' && r <= '9', r == '&', r == '.':
		default:
			return "", fmt.Errorf("%q does not belong in a symbol", r)
		}
	}
	if strings.HasSuffix(word, ".") || strings.HasSuffix(word, "&") {
		return "", fmt.Errorf("%q must end with a letter or digit", word)
	}
	if proper, ok := bodySpelling[Fold(word)]; ok {
		return proper, nil
	}
	_, size := utf8.DecodeRuneInString(word)
	if tail := word[size:]; tail == strings.ToLower(tail) {
		return strings.ToUpper(word), nil
	}
	return word, nil
}

// bodySpelling spells, by what they fold to, the issuers that capitals alone
// would misspell or that are often written without their đ.
var bodySpelling = map[string]string{"ttg": "TTg", "hdnd": "HĐND"}
