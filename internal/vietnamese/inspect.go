package vietnamese

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FaultKind says what is wrong with a piece of text.
type FaultKind int

// The kinds of fault, the gravest first.
const (
	// InvalidUTF8 is a byte that belongs to no character.
	InvalidUTF8 FaultKind = iota
	// ControlCharacter is NUL, another control character than tab, line feed
	// and carriage return, or a code point that Unicode keeps from being one.
	ControlCharacter
	// LegacyTCVN3 is text in TCVN 5712 (ABC, VSCII-3) that was read as Latin:
	// "Céng hoµ x· héi".
	LegacyTCVN3
	// LegacyVNI is text in VNI-Windows that was read as Latin: "Coäng hoøa xaõ
	// hoäi".
	LegacyVNI
	// LostCharacter is U+FFFD, left by a program that could not read what was
	// there.
	LostCharacter
	// InvisibleCharacter takes no place and changes words, searches or the
	// direction of text: soft hyphen, zero-width space and joiners, BOM within
	// the text, bidirectional controls, tags, fillers.
	InvisibleCharacter
	// PrivateUse is a character that only one font knows, such as the bullets
	// of word processors.
	PrivateUse
	// LookAlikeD is Ð (Eth), Ɖ (African D) or their small letters where Đ must
	// be meant.
	LookAlikeD
	// NotNFC is text in another normal form than NFC.
	NotNFC
	// NoBreakSpace is a space that no line may break at, other than after a
	// digit: between a number and its unit it is legitimate, elsewhere usually
	// a leftover.
	NoBreakSpace

	faultKinds int = iota
)

var faultNames = [faultKinds]string{
	"invalid-utf8", "control-character", "legacy-tcvn3", "legacy-vni", "lost-character",
	"invisible-character", "private-use", "look-alike-d", "not-nfc", "no-break-space",
}

// String returns the name of the kind: lower case, words joined by hyphens.
func (k FaultKind) String() string {
	if k < 0 || int(k) >= faultKinds {
		return fmt.Sprintf("fault(%d)", int(k))
	}
	return faultNames[k]
}

// Fault is what [Inspect] found of one kind in one line of a text.
type Fault struct {
	Kind FaultKind
	// Offset is that of its first byte in the text.
	Offset int
	// Count is how often it occurs in the line: characters, or for the legacy
	// encodings words that show it.
	Count int
	// Sample is the first occurrence with a few characters around it, from
	// the same line. What cannot be seen is written as its code point,
	// "kinh[U+00AD]tế", or as its byte, "[0xFF]".
	Sample string
}

// Inspect returns what should not be in a text, at most one fault of each kind
// for every line, in the order of their offsets; nil for a clean text. It
// reads in one pass and allocates only for faults.
//
// It is made to be silent on ordinary text: Vietnamese, English and French
// with their quotation marks and accents, units (µm, m², ±, °C), currency,
// emoji with their joiners, letters of other scripts with theirs, and a BOM
// that begins the text. The legacy encodings are recognised by several words
// close together that no language writes so, hardly ever by one, so that a
// heading of two or three words can escape. In a line that is in TCVN3, soft
// hyphens are the letter ư and are not reported.
func Inspect(text string) []Fault {
	in := inspector{text: text}
	in.beginLine()
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c-' ' < 0x7F-' ':
			i++
		case c == 0xE1 && i+2 < len(text) && text[i+1]|1 == 0xBB && text[i+2]&0xC0 == 0x80:
			i += 3 // U+1E80 to U+1EFF: most Vietnamese letters, and plain
		case c >= utf8.RuneSelf:
			i += in.character(i)
		default:
			in.control(i, c)
			i++
		}
	}
	in.endLine()
	slices.SortStableFunc(in.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.Kind, b.Kind))
	})
	return in.faults
}

// inspector is one run of Inspect.
type inspector struct {
	text   string
	faults []Fault
	// Of the line being read: where its faults begin, the index of each
	// kind's fault or -1, the evidence for legacy encodings, soft hyphens.
	lineFaults  int
	byKind      [faultKinds]int
	tcvn3, vni  streak
	softHyphens int
}

func (in *inspector) beginLine() {
	in.lineFaults = len(in.faults)
	for k := range in.byKind {
		in.byKind[k] = -1
	}
	in.tcvn3, in.vni, in.softHyphens = streak{}, streak{}, 0
}

// endLine drops what a line in TCVN3 only seems to have: its ư is a soft
// hyphen, which must not be deleted before the text is converted, and its é
// is an Eth.
func (in *inspector) endLine() {
	if in.byKind[LegacyTCVN3] < 0 {
		return
	}
	line := slices.DeleteFunc(in.faults[in.lineFaults:], func(f Fault) bool {
		return f.Kind == LookAlikeD || f.Kind == InvisibleCharacter && f.Count == in.softHyphens
	})
	in.faults = in.faults[:in.lineFaults+len(line)]
}

// control takes a byte below space, or DEL.
func (in *inspector) control(i int, c byte) {
	switch c {
	case '\n':
		in.endLine()
		in.beginLine()
	case '\t', '\r':
	default:
		in.add(ControlCharacter, i)
	}
}

// character inspects the character at i, which is not ASCII, and returns how
// many bytes to go on by.
func (in *inspector) character(i int) int {
	r, size := utf8.DecodeRuneInString(in.text[i:])
	if r == utf8.RuneError && size == 1 {
		in.add(InvalidUTF8, i)
		return 1
	}
	c := classOf(r)
	if c == plain {
		return size
	}
	if c&latin1 != 0 {
		in.evidence(i, r)
	}
	if c&combining != 0 {
		return in.normalForm(i)
	}
	switch {
	case c == latin1:
	case c&control != 0:
		in.add(ControlCharacter, i)
	case c&lost != 0:
		in.add(LostCharacter, i)
	case c&privateUse != 0:
		in.add(PrivateUse, i)
	case c&noBreak != 0 && !afterDigit(in.text, i):
		in.add(NoBreakSpace, i)
	case c&invisible != 0 && !visibleHere(in.text, i, r):
		if r == softHyphen {
			in.softHyphens++
		}
		in.add(InvisibleCharacter, i)
	case c&lookAlike != 0 && standsForD(in.text, i, r, size):
		in.add(LookAlikeD, i)
	}
	return size
}

func afterDigit(text string, i int) bool { return i > 0 && '0' <= text[i-1] && text[i-1] <= '9' }

// normalForm checks the run of combining characters at i together with the
// character before them and returns the run's length.
func (in *inspector) normalForm(i int) int {
	end := i
	for end < len(in.text) {
		r, size := utf8.DecodeRuneInString(in.text[end:])
		if r < utf8.RuneSelf || classOf(r)&combining == 0 {
			break
		}
		end += size
	}
	_, before := utf8.DecodeLastRuneInString(in.text[:i])
	if !norm.NFC.IsNormalString(in.text[i-before : end]) {
		in.add(NotNFC, i)
	}
	return end - i
}

// add records a fault at i, or counts it if the line has its like already.
func (in *inspector) add(kind FaultKind, i int) {
	if at := in.byKind[kind]; at >= 0 {
		in.faults[at].Count++
		return
	}
	in.byKind[kind] = len(in.faults)
	in.faults = append(in.faults, Fault{Kind: kind, Offset: i, Count: 1, Sample: sample(in.text, i)})
}

// Bytes that a sample shows before and after the place of the fault.
const sampleBefore, sampleAfter = 16, 48

// sample returns what stands around i, made visible.
func sample(text string, i int) string {
	from, to := max(0, i-sampleBefore), min(len(text), i+sampleAfter)
	for from > 0 && from < i && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && to > i+1 && !utf8.RuneStart(text[to]) {
		to--
	}
	from += 1 + strings.LastIndexByte(text[from:i], '\n')
	if n := strings.IndexByte(text[i:to], '\n'); n >= 0 {
		to = i + n
	}
	var b strings.Builder
	for from < to {
		r, size := utf8.DecodeRuneInString(text[from:to])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, "[0x%02X]", text[from])
		case r < ' ' || r == 0x7F || classOf(r)&^(latin1|lookAlike) != 0:
			fmt.Fprintf(&b, "[U+%04X]", r)
		default:
			b.WriteRune(r)
		}
		from += size
	}
	return strings.TrimFunc(b.String(), unicode.IsSpace)
}
