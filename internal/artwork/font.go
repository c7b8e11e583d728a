package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// A PDF viewer brings the Times faces along, but not their Vietnamese letters.
// They are put together here: each is a glyph of a Type 3 font (ISO 32000-1,
// 9.6.5) that shows the plain Times letter and draws the marks on it. The
// font says which Unicode letter each glyph is, so that the text can be
// searched, copied and read aloud.

// face is a weight of Times.
type face struct {
	name   string
	widths [95]int // of U+0020 to U+007E, in thousandths (Adobe Font Metrics)
	dotted int     // the width of the dotless i
	pen    int     // the width of the marks' strokes
}

var (
	regular = &face{"Times-Roman", [95]int{
		250, 333, 408, 500, 500, 833, 778, 333, 333, 333, 500, 564, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
		921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
		556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
		333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
		500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
	}, 278, 42}
	bold = &face{"Times-Bold", [95]int{
		250, 333, 555, 500, 500, 1000, 833, 333, 333, 333, 500, 570, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
		930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
		611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
		333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500,
		556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
	}, 278, 62}
)

// letterRow is a plain letter with the sign that makes it another letter of
// the alphabet, without a tone and in its five tones.
type letterRow struct {
	base rune
	sign rune
	row  string // without a tone, then grave, hook, tilde, acute, dot below
}

// letters are the Vietnamese letters.
var letters = []letterRow{
	{'a', 0, "aàảãáạ"}, {'a', '(', "ăằẳẵắặ"}, {'a', '^', "âầẩẫấậ"}, {'d', '-', "đ"},
	{'e', 0, "eèẻẽéẹ"}, {'e', '^', "êềểễếệ"}, {'i', 0, "iìỉĩíị"}, {'o', 0, "oòỏõóọ"},
	{'o', '^', "ôồổỗốộ"}, {'o', ',', "ơờởỡớợ"}, {'u', 0, "uùủũúụ"}, {'u', ',', "ưừửữứự"}, {'y', 0, "yỳỷỹýỵ"},
	{'A', 0, "AÀẢÃÁẠ"}, {'A', '(', "ĂẰẲẴẮẶ"}, {'A', '^', "ÂẦẨẪẤẬ"}, {'D', '-', "Đ"},
	{'E', 0, "EÈẺẼÉẸ"}, {'E', '^', "ÊỀỂỄẾỆ"}, {'I', 0, "IÌỈĨÍỊ"}, {'O', 0, "OÒỎÕÓỌ"},
	{'O', '^', "ÔỒỔỖỐỘ"}, {'O', ',', "ƠỜỞỠỚỢ"}, {'U', 0, "UÙỦŨÚỤ"}, {'U', ',', "ƯỪỬỮỨỰ"}, {'Y', 0, "YỲỶỸÝỴ"},
}

// tones are the marks in the order of the rows; 0 stands for no tone.
const tones = "\x00`?~'."

// compose returns the parts of a letter; ok is false for one that is neither
// Vietnamese nor ASCII.
func compose(r rune) (base, sign, tone rune, ok bool) {
	if r >= ' ' && r <= '~' {
		return r, 0, 0, true
	}
	for _, l := range letters {
		if i := slices.Index([]rune(l.row), r); i >= 0 {
			return l.base, l.sign, rune(tones[i]), true
		}
	}
	return 0, 0, 0, false
}

// showable refuses a text with a letter that cannot be put together.
func showable(s string) error {
	for _, r := range s {
		if _, _, _, ok := compose(r); !ok {
			return fmt.Errorf("the letter %q of %q is neither ASCII nor Vietnamese", r, s)
		}
	}
	return nil
}

// width is the advance of a letter, in thousandths of the size.
func (f *face) width(r rune) int {
	base, sign, _, _ := compose(r)
	w := f.widths[base-' ']
	if sign == ',' {
		w += 40 // room for the horn
	}
	return w
}

// measure is the width of a text, in thousandths of the size.
func (f *face) measure(s string) int {
	w := 0
	for _, r := range s {
		w += f.width(r)
	}
	return w
}

// glyph is the procedure that draws a Vietnamese letter.
func (f *face) glyph(r rune) string {
	base, sign, tone, _ := compose(r)
	shown := string(base)
	top := tone != 0 && tone != '.'
	if base == 'i' && top {
		shown = `\365` // the dotless i in the standard encoding
	}
	w := f.widths[base-' ']
	middle, above := w/2, 500
	if base >= 'A' && base <= 'Z' {
		above = 700
	}
	if base == 'a' {
		middle -= 12
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d 0 d0 BT /T 1000 Tf (%s) Tj ET %d w 1 J 1 j", f.width(r), shown, f.pen)
	switch sign {
	case '-':
		bar(&b, base, w)
	case ',':
		horn(&b, w, above-50)
	case '^':
		fmt.Fprintf(&b, " %d %d m %d %d l %d %d l S", middle-125, above+25, middle, above+135, middle+125, above+25)
		above += 150
	case '(':
		fmt.Fprintf(&b, " %d %d m %d %d %d %d %d %d c S", middle-125, above+125, middle-90, above-5, middle+90, above-5, middle+125, above+125)
		above += 135
	}
	mark(&b, tone, middle, above)
	return b.String()
}

// bar crosses the stem of a d.
func bar(b *strings.Builder, base rune, w int) {
	if base == 'D' {
		fmt.Fprintf(b, " 30 331 m 330 331 l S")
		return
	}
	fmt.Fprintf(b, " %d 560 m %d 560 l S", w-240, w-20)
}

// horn stands at the upper right of an o or u of the given width and height.
func horn(b *strings.Builder, w, high int) {
	x := w - 55
	fmt.Fprintf(b, " %d %d m %d %d %d %d %d %d c S", x-25, high-45, x+50, high-50, x+85, high+10, x+70, high+75)
}

// mark draws a tone above the height y, or a dot below the line.
func mark(b *strings.Builder, tone rune, x, y int) {
	switch tone {
	case '`':
		fmt.Fprintf(b, " %d %d m %d %d l S", x-75, y+140, x+35, y+25)
	case '\'':
		fmt.Fprintf(b, " %d %d m %d %d l S", x+75, y+140, x-35, y+25)
	case '~':
		fmt.Fprintf(b, " %d %d m %d %d %d %d %d %d c S", x-120, y+45, x-60, y+165, x+50, y-20, x+120, y+105)
	case '?':
		fmt.Fprintf(b, " %d %d m %d %d %d %d %d %d c %d %d l S", x-50, y+150, x+5, y+195, x+95, y+135, x+10, y+65, x+5, y+25)
	case '.':
		fmt.Fprintf(b, " 105 w %d -150 m %d -150 l S", x, x)
	}
}

// fontUse gathers the Vietnamese letters that a document uses of a face, and
// gives each a code.
type fontUse struct {
	face *face
	used []rune
}

// firstCode is the code of the first letter; any byte but those that strings
// in PDF must escape would do.
const firstCode = 0x80

func (u *fontUse) code(r rune) (byte, error) {
	i := slices.Index(u.used, r)
	if i < 0 {
		i = len(u.used)
		u.used = append(u.used, r)
	}
	if firstCode+i > 0xff {
		return 0, fmt.Errorf("more than %d different letters in one document", 0x100-firstCode)
	}
	return byte(firstCode + i), nil
}

// show writes the operators that show a text: plain letters in the face
// itself, the others in its Type 3 companion.
func (u *fontUse) show(b *bytes.Buffer, name string, size int, s string) error {
	font := ""
	open := false
	for _, r := range s {
		want, code := "/"+name, byte(r)
		if r < ' ' || r > '~' {
			c, err := u.code(r)
			if err != nil {
				return err
			}
			want, code = "/"+name+"V", c
		}
		if want != font {
			if open {
				b.WriteString(") Tj ")
			}
			fmt.Fprintf(b, "%s %d Tf (", want, size)
			font, open = want, true
		}
		if code == '(' || code == ')' || code == '\\' {
			b.WriteByte('\\')
		}
		b.WriteByte(code)
	}
	if open {
		b.WriteString(") Tj")
	}
	return nil
}

// toUnicode is the character map of the letters in use.
func (u *fontUse) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n" +
		"1 begincodespacerange <00> <FF> endcodespacerange\n")
	// A block of the map may hold a hundred entries.
	for start := 0; start < len(u.used); start += 100 {
		block := u.used[start:min(start+100, len(u.used))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for i, r := range block {
			fmt.Fprintf(&b, "<%02X> <%04X>\n", firstCode+start+i, r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end")
	return b.String()
}
