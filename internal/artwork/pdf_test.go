package main

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// reader reads back what the program writes: enough of PDF to check the table
// of objects and to get the text out, as a viewer does when text is copied.
type reader struct {
	t       *testing.T
	objects map[int][]byte
}

var (
	xrefEntry = regexp.MustCompile(`(?m)^(\d{10}) 00000 n $`)
	bfchar    = regexp.MustCompile(`<([0-9A-F]{2})> <([0-9A-F]{4})>`)
	shown     = regexp.MustCompile(`(?s)/(\w+) \d+ Tf \(((?:[^\\)]|\\.)*)\) Tj`)
)

func read(t *testing.T, data []byte) *reader {
	t.Helper()
	r := &reader{t: t, objects: map[int][]byte{}}
	tail := data[bytes.LastIndex(data, []byte("startxref\n"))+len("startxref\n"):]
	at, err := strconv.Atoi(string(tail[:bytes.IndexByte(tail, '\n')]))
	if err != nil || !bytes.HasPrefix(data[at:], []byte("xref\n")) {
		t.Fatalf("startxref %d does not lead to the table of objects (%v)", at, err)
	}
	for i, m := range xrefEntry.FindAllSubmatch(data[at:], -1) {
		place, _ := strconv.Atoi(string(m[1]))
		head := fmt.Sprintf("%d 0 obj\n", i+1)
		if !bytes.HasPrefix(data[place:], []byte(head)) {
			t.Fatalf("object %d is not at %d", i+1, place)
		}
		body := data[place+len(head):]
		r.objects[i+1] = body[:bytes.Index(body, []byte("\nendobj\n"))]
	}
	return r
}

// stream returns the data of a stream, whose length must be as stated.
func (r *reader) stream(n int) []byte {
	r.t.Helper()
	dict, data, ok := bytes.Cut(r.objects[n], []byte("\nstream\n"))
	if !ok {
		r.t.Fatalf("object %d is not a stream", n)
	}
	data = bytes.TrimSuffix(data, []byte("\nendstream"))
	if !bytes.Contains(dict, fmt.Appendf(nil, "/Length %d>>", len(data))) {
		r.t.Fatalf("object %d has %d bytes, but says %s", n, len(data), dict)
	}
	if !bytes.Contains(dict, []byte("/FlateDecode")) {
		return data
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		r.t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		r.t.Fatal(err)
	}
	return plain
}

// text returns the words of the sheet.
func (r *reader) text() string {
	maps := map[string]map[byte]rune{"RV": {}, "BV": {}}
	for name, n := range map[string]int{"RV": objRegularMap, "BV": objBoldMap} {
		for _, m := range bfchar.FindAllSubmatch(r.stream(n), -1) {
			code, _ := strconv.ParseUint(string(m[1]), 16, 8)
			letter, _ := strconv.ParseUint(string(m[2]), 16, 32)
			maps[name][byte(code)] = rune(letter)
		}
	}
	var b strings.Builder
	for _, m := range shown.FindAllSubmatch(r.stream(objContent), -1) {
		for i := 0; i < len(m[2]); i++ {
			c := m[2][i]
			switch letters, composed := maps[string(m[1])]; {
			case composed:
				b.WriteRune(letters[c])
			case c == '\\':
				i++
				b.WriteByte(m[2][i])
			default:
				b.WriteByte(c)
			}
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func (d document) words() string {
	var parts []string
	for _, b := range d.blocks() {
		parts = append(parts, b.text)
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// The files in the portal say what the program would write today.
func TestDocumentsAreUpToDate(t *testing.T) {
	for _, d := range documents {
		t.Run(filepath.Base(d.file), func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(portal, filepath.FromSlash(d.file)))
			if err != nil {
				t.Fatal(err)
			}
			if len(data) > documentWeight {
				t.Errorf("the file has %d bytes, want at most %d", len(data), documentWeight)
			}
			if got, want := read(t, data).text(), d.words(); got != want {
				t.Errorf("the file says\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestEveryVietnameseLetter(t *testing.T) {
	var all strings.Builder
	for _, l := range letters {
		all.WriteString(l.row)
	}
	// Twelve vowels in six tones and đ, in both cases.
	if n := len([]rune(all.String())); n != 2*(12*6+1) {
		t.Errorf("the table has %d letters, want %d", n, 2*(12*6+1))
	}
	half := letters[:len(letters)/2]
	for _, rows := range [][]string{rowsOf(half), rowsOf(letters[len(half):])} {
		word := strings.Join(rows, "")
		d := document{title: word, text: []string{`dấu ( ) \ / " và 123`}}
		data, err := d.pdf()
		if err != nil {
			t.Fatal(err)
		}
		got := read(t, data).text()
		for _, want := range []string{word, `dấu ( ) \ / " và 123`} {
			if !strings.Contains(got, want) {
				t.Errorf("the text\n%s\nlacks\n%s", got, want)
			}
		}
	}
}

func rowsOf(list []letterRow) []string {
	var rows []string
	for _, l := range list {
		rows = append(rows, l.row)
	}
	return rows
}

func TestForeignLettersAreRefused(t *testing.T) {
	for _, s := range []string{"Straße", "năm – tháng", "漢"} {
		if _, err := (document{title: s}).pdf(); err == nil {
			t.Errorf("pdf accepted %q, which its fonts cannot show", s)
		}
	}
}

func TestTooLongForASheet(t *testing.T) {
	if _, err := (document{title: strings.Repeat("dài lắm ", 900)}).pdf(); err == nil {
		t.Error("pdf accepted a text longer than its sheet")
	}
}

// Lines keep to the margins, whatever is written.
func TestWrap(t *testing.T) {
	for _, d := range documents {
		for _, b := range d.blocks() {
			lines := b.wrap()
			for _, line := range lines {
				if w := b.face.measure(line) * b.size / 1000; w > pageWide-2*margin {
					t.Errorf("%q is %d points wide", line, w)
				}
			}
			if got := strings.Join(lines, " "); got != strings.Join(strings.Fields(b.text), " ") {
				t.Errorf("wrapping changed %q to %q", b.text, got)
			}
		}
	}
}

// Every paragraph of the sheet stands in the structure tree, in reading
// order, and marks its place in the drawing.
func TestStructure(t *testing.T) {
	d := documents[0]
	data, err := d.pdf()
	if err != nil {
		t.Fatal(err)
	}
	r := read(t, data)
	drawing := string(r.stream(objContent))
	var tags []string
	for n := objFirstFree; n <= len(r.objects); n++ {
		o := string(r.objects[n])
		if strings.Contains(o, "/StructElem") && strings.Contains(o, "/Pg ") {
			tag := strings.Split(strings.Split(o, "/S/")[1], "/")[0]
			mark := fmt.Sprintf("/%s <</MCID %d>> BDC", tag, len(tags))
			if !strings.Contains(drawing, mark) {
				t.Errorf("the drawing lacks %s", mark)
			}
			tags = append(tags, tag)
		}
	}
	if len(tags) != len(d.blocks()) || !slices.Contains(tags, "H1") {
		t.Errorf("the structure is %v for %d paragraphs", tags, len(d.blocks()))
	}
}
