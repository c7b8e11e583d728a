package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"unicode/utf16"
)

// document is a sample document: a sheet that says what the page beside it
// says, and that it is a sample. It deliberately does not look like an
// official document: no national heading, no seal, no signature.
type document struct {
	file  string // where it is written
	head  string // stands above everything
	title string
	facts [][2]string // label and value
	text  []string    // paragraphs
}

// notice stands on every sheet.
const notice = "Tệp này thuộc cổng mẫu, chỉ để minh họa cách trình bày tệp đính kèm. " +
	"Đây không phải là văn bản của cơ quan nhà nước và không có giá trị pháp lý."

// The sheet is A4, in points.
const (
	pageWide, pageHigh = 595, 842
	margin             = 72
)

// block is a paragraph of the sheet with its place in the structure of the
// document, which is what screen readers go by.
type block struct {
	tag    string // H1 or P
	face   *face
	size   int
	centre bool
	before int // space above, in points
	text   string
}

func (d document) blocks() []block {
	list := []block{
		{"P", bold, 20, true, 0, d.head},
		{"P", regular, 11, true, 4, "Cổng thông tin điện tử (bản mẫu)"},
		{"H1", bold, 15, false, 30, d.title},
	}
	for i, f := range d.facts {
		before := 4
		if i == 0 {
			before = 14
		}
		list = append(list, block{"P", regular, 12, false, before, f[0] + ": " + f[1]})
	}
	for i, t := range d.text {
		before := 8
		if i == 0 {
			before = 18
		}
		list = append(list, block{"P", regular, 12, false, before, t})
	}
	return append(list, block{"P", bold, 11, false, 30, notice})
}

// wrap breaks a text into lines that fit between the margins.
func (b block) wrap() []string {
	room := (pageWide - 2*margin) * 1000 / b.size
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(b.text) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && b.face.measure(longer) > room {
			lines, line = append(lines, line), word
			continue
		}
		line = longer
	}
	return append(lines, line)
}

// content returns the drawing of the sheet.
func content(blocks []block, plain, heavy *fontUse) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "/Artifact BMC q 0.62 0.11 0.13 RG 1.5 w 40 40 %d %d re S Q EMC\n", pageWide-80, pageHigh-80)
	y := pageHigh - margin - 20
	for i, bl := range blocks {
		use, name := plain, "R"
		if bl.face == bold {
			use, name = heavy, "B"
		}
		fmt.Fprintf(&b, "/%s <</MCID %d>> BDC BT\n", bl.tag, i)
		y -= bl.before
		for _, line := range bl.wrap() {
			y -= bl.size * 14 / 10
			if y < margin {
				return nil, fmt.Errorf("the text does not fit on one sheet: shorten %q", line)
			}
			x := margin
			if bl.centre {
				x = (pageWide - bl.face.measure(line)*bl.size/1000) / 2
			}
			fmt.Fprintf(&b, "1 0 0 1 %d %d Tm ", x, y)
			// A space at the end of a line keeps its last word apart from
			// the next line's first when the text is copied.
			if err := use.show(&b, name, bl.size, line+" "); err != nil {
				return nil, err
			}
			b.WriteByte('\n')
		}
		b.WriteString("ET EMC\n")
	}
	return b.Bytes(), nil
}

// The numbers of the objects that every sheet has; the glyphs follow.
const (
	objCatalog = iota + 1
	objPages
	objPage
	objContent
	objInfo
	objStructure
	objParents
	objRegular
	objBold
	objRegularV
	objBoldV
	objRegularMap
	objBoldMap
	objFirstFree
)

// pdf returns the sheet as a tagged PDF 1.7 of one page.
func (d document) pdf() ([]byte, error) {
	blocks := d.blocks()
	for _, b := range blocks {
		if err := showable(b.text); err != nil {
			return nil, err
		}
	}
	plain, heavy := &fontUse{face: regular}, &fontUse{face: bold}
	drawing, err := content(blocks, plain, heavy)
	if err != nil {
		return nil, err
	}
	w := &writer{objects: make([]string, objFirstFree)}
	w.objects[objCatalog] = fmt.Sprintf("<</Type/Catalog/Pages %d 0 R/Lang(vi)/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/ViewerPreferences<</DisplayDocTitle true>>>>", objPages, objStructure)
	w.objects[objPages] = fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", objPage)
	w.objects[objPage] = fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/StructParents 0/Tabs/S"+
		"/Resources<</Font<</R %d 0 R/B %d 0 R/RV %d 0 R/BV %d 0 R>>>>>>",
		objPages, pageWide, pageHigh, objContent, objRegular, objBold, objRegularV, objBoldV)
	if w.objects[objContent], err = packed(drawing); err != nil {
		return nil, err
	}
	w.objects[objInfo] = fmt.Sprintf("<</Title%s/Subject%s>>", textString(d.title), textString(notice))
	w.objects[objRegular] = "<</Type/Font/Subtype/Type1/BaseFont/" + regular.name + ">>"
	w.objects[objBold] = "<</Type/Font/Subtype/Type1/BaseFont/" + bold.name + ">>"
	if err := w.composed(plain, objRegularV, objRegular, objRegularMap); err != nil {
		return nil, err
	}
	if err := w.composed(heavy, objBoldV, objBold, objBoldMap); err != nil {
		return nil, err
	}
	w.structure(blocks)
	return w.file(), nil
}

// writer numbers the objects of a file; object 0 is not used.
type writer struct{ objects []string }

func (w *writer) add(object string) int {
	w.objects = append(w.objects, object)
	return len(w.objects) - 1
}

// composed writes the Type 3 font of a face as object n.
func (w *writer) composed(u *fontUse, n, base, cmap int) error {
	var procs, names, widths strings.Builder
	for _, r := range u.used {
		proc := w.add(stream("", u.face.glyph(r)))
		fmt.Fprintf(&procs, "/u%04X %d 0 R", r, proc)
		fmt.Fprintf(&names, "/u%04X", r)
		fmt.Fprintf(&widths, "%d ", u.face.width(r))
	}
	w.objects[n] = fmt.Sprintf("<</Type/Font/Subtype/Type3/FontBBox[0 -250 1000 1100]/FontMatrix[.001 0 0 .001 0 0]"+
		"/Resources<</Font<</T %d 0 R>>>>/FirstChar %d/LastChar %d/Widths[%s]/CharProcs<<%s>>"+
		"/Encoding<</Type/Encoding/Differences[%d%s]>>/ToUnicode %d 0 R>>",
		base, firstCode, firstCode+max(len(u.used)-1, 0), strings.TrimSpace(widths.String()), procs.String(), firstCode, names.String(), cmap)
	var err error
	w.objects[cmap], err = packed([]byte(u.toUnicode()))
	return err
}

// structure writes the tree of headings and paragraphs.
func (w *writer) structure(blocks []block) {
	top := len(w.objects)
	w.add("")
	var kids strings.Builder
	for i, b := range blocks {
		n := w.add(fmt.Sprintf("<</Type/StructElem/S/%s/P %d 0 R/Pg %d 0 R/K %d>>", b.tag, top, objPage, i))
		fmt.Fprintf(&kids, "%d 0 R ", n)
	}
	list := strings.TrimSpace(kids.String())
	w.objects[top] = fmt.Sprintf("<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>", objStructure, list)
	w.objects[objStructure] = fmt.Sprintf("<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey 1>>", top, objParents)
	w.objects[objParents] = fmt.Sprintf("<</Nums[0 [%s]]>>", list)
}

// file puts the objects together, with the table of their places.
func (w *writer) file() []byte {
	var b bytes.Buffer
	// The second line tells programs that the file is not plain text.
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	places := make([]int, len(w.objects))
	for n := 1; n < len(w.objects); n++ {
		places[n] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, w.objects[n])
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(w.objects))
	for _, at := range places[1:] {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(w.objects), objCatalog, objInfo, start)
	return b.Bytes()
}

func stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

// packed is a compressed stream.
func packed(data []byte) (string, error) {
	var b bytes.Buffer
	z, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := z.Write(data); err != nil {
		return "", err
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	return stream("/Filter/FlateDecode", b.String()), nil
}

// textString is a text outside the drawing: UTF-16 in hexadecimal.
func textString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}
