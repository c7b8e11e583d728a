package image_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"sonla.gov.vn/bientap/generator/image"
)

// exifData makes Exif tags with a directory of positions that has the given
// tags, or with none if there are no tags.
func exifData(order binary.AppendByteOrder, kind uint16, tags ...uint16) []byte {
	entry := func(b []byte, tag, kind uint16, count, value uint32) []byte {
		b = order.AppendUint16(order.AppendUint16(b, tag), kind)
		return order.AppendUint32(order.AppendUint32(b, count), value)
	}
	b := []byte("MM\x00*")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		b = []byte("II*\x00")
	}
	b = order.AppendUint32(b, 8)
	if tags == nil {
		b = order.AppendUint16(b, 1)
		b = entry(b, 0x0132, 2, 20, 8)
		return order.AppendUint32(b, 0)
	}
	b = order.AppendUint16(b, 2)
	b = entry(b, 0x0132, 2, 20, 8) // another tag first: the date
	b = entry(b, 0x8825, kind, 1, uint32(len(b)+12+4))
	b = order.AppendUint32(b, 0)
	b = order.AppendUint16(b, uint16(len(tags)))
	for _, tag := range tags {
		b = entry(b, tag, 5, 3, 8)
	}
	return order.AppendUint32(b, 0)
}

func jpegSegment(marker byte, body []byte) []byte {
	b := binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(len(body)+2))
	return append(b, body...)
}

func pngChunk(kind string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, kind...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// inJPEG puts a segment 1 behind the first marker; inPNG a chunk before the
// last one, behind the pixels; inWebP chunks behind the pixels.
func inJPEG(t *testing.T, body []byte) []byte {
	plain := encoded(t, "jpeg", 8, 8)
	comment := jpegSegment(0xFE, []byte("a comment"))
	return bytes.Join([][]byte{plain[:2], comment, jpegSegment(0xE1, body), plain[2:]}, nil)
}

func inPNG(t *testing.T, kind string, body []byte) []byte {
	plain := encoded(t, "png", 8, 8)
	end := len(plain) - 12
	return bytes.Join([][]byte{plain[:end], pngChunk("tEXt", []byte("Title\x00x")), pngChunk(kind, body), plain[end:]}, nil)
}

func inWebP(kind string, body []byte) []byte {
	b := append([]byte{}, webp...)
	for _, c := range []struct {
		kind string
		body []byte
	}{{"JUNK", []byte("odd")}, {kind, body}} {
		b = binary.LittleEndian.AppendUint32(append(b, c.kind...), uint32(len(c.body)))
		b = append(b, c.body...)
		b = append(b, make([]byte, len(c.body)&1)...)
	}
	binary.LittleEndian.PutUint32(b[4:], uint32(len(b)-8))
	return b
}

func packed(s string) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = io.WriteString(z, s)
	_ = z.Close()
	return b.Bytes()
}

const (
	long, ifd = 4, 13
	xmp       = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="21,19.5N"/></x:xmpmeta>`
	otherXMP  = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description xmp:Rating="5"/></x:xmpmeta>`
)

func TestLocated(t *testing.T) {
	big, little := binary.BigEndian, binary.LittleEndian
	head := func(b []byte) []byte { return append([]byte("Exif\x00\x00"), b...) }
	itxt := func(packedFlag, text string) []byte {
		return []byte("XML:com.adobe.xmp\x00" + packedFlag + "\x00vi\x00keyword\x00" + text)
	}
	for name, tt := range map[string]struct {
		data []byte
		want bool
	}{
		"plain JPEG":                      {encoded(t, "jpeg", 8, 8), false},
		"plain PNG":                       {encoded(t, "png", 8, 8), false},
		"plain GIF":                       {encoded(t, "gif", 8, 8), false},
		"plain WebP":                      {webp, false},
		"JPEG, Exif":                      {inJPEG(t, head(exifData(big, long, 1, 2, 3, 4))), true},
		"JPEG, Exif, little-endian":       {inJPEG(t, head(exifData(little, ifd, 4))), true},
		"JPEG, what it points at":         {inJPEG(t, head(exifData(little, long, 20))), true},
		"JPEG, Exif without":              {inJPEG(t, head(exifData(big, long))), false},
		"JPEG, no reception":              {inJPEG(t, head(exifData(big, long, 0, 29))), false},
		"JPEG, directory of a wrong type": {inJPEG(t, head(exifData(big, 2, 2, 4))), false},
		"JPEG, XMP":                       {inJPEG(t, []byte("http://ns.adobe.com/xap/1.0/\x00"+xmp)), true},
		"JPEG, other XMP":                 {inJPEG(t, []byte("http://ns.adobe.com/xap/1.0/\x00"+otherXMP)), false},
		"PNG, Exif":                       {inPNG(t, "eXIf", exifData(big, long, 2, 4)), true},
		"PNG, Exif without":               {inPNG(t, "eXIf", exifData(little, long)), false},
		"PNG, XMP":                        {inPNG(t, "iTXt", itxt("\x00", xmp)), true},
		"PNG, packed XMP":                 {inPNG(t, "iTXt", itxt("\x01", string(packed(xmp)))), true},
		"PNG, other packed XMP":           {inPNG(t, "iTXt", itxt("\x01", string(packed(otherXMP)))), false},
		"PNG, other text":                 {inPNG(t, "iTXt", []byte("Comment\x00\x00\x00\x00\x00GPSLatitude is a tag")), false},
		"WebP, Exif":                      {inWebP("EXIF", exifData(little, long, 2, 4)), true},
		"WebP, Exif with heading":         {inWebP("EXIF", head(exifData(little, long, 2, 4))), true},
		"WebP, Exif without":              {inWebP("EXIF", exifData(big, long)), false},
		"WebP, XMP":                       {inWebP("XMP ", []byte(xmp)), true},
		"WebP, other XMP":                 {inWebP("XMP ", []byte(otherXMP)), false},
		"JPEG, behind the last byte":      {append(encoded(t, "jpeg", 8, 8), xmp...), false},
	} {
		got, err := image.Located(bytes.NewReader(tt.data))
		if err != nil || got != tt.want {
			t.Errorf("%s: %v, %v", name, got, err)
		}
		if _, err := image.Probe(bytes.NewReader(tt.data), image.Limits{}); err != nil {
			t.Errorf("%s is no good picture: %v", name, err)
		}
	}
}

// A picture that is cut off is damaged; it is not said to have no location.
func TestLocatedOfACutPicture(t *testing.T) {
	tags := exifData(binary.BigEndian, long, 2, 4)
	for name, data := range map[string][]byte{
		"JPEG": inJPEG(t, append([]byte("Exif\x00\x00"), tags...)),
		"PNG":  inPNG(t, "eXIf", tags),
		"WebP": inWebP("EXIF", tags),
	} {
		at := bytes.Index(data, tags)
		for n := range at + len(tags) {
			if located, err := image.Located(bytes.NewReader(data[:n])); located {
				t.Fatalf("%s of %d bytes is located", name, n)
			} else if err == nil && !boundary(name, data, n) {
				t.Errorf("%s of %d bytes gives no error", name, n)
			}
		}
	}
}

// boundary reports whether a WebP cut to n bytes ends with a whole chunk; that
// alone is not noticed.
func boundary(format string, data []byte, n int) bool {
	if format != "WebP" {
		return false
	}
	at := 12
	for at < n {
		size := int(binary.LittleEndian.Uint32(data[at+4:]))
		at += 8 + size + size&1
	}
	return at == n
}

func TestLocatedIsBounded(t *testing.T) {
	bomb := inPNG(t, "iTXt", []byte("XML:com.adobe.xmp\x00\x01\x00\x00\x00"+string(packed(strings.Repeat(" ", 2<<20)))))
	huge := inPNG(t, "eXIf", make([]byte, 1<<20+1))
	claim := append(append([]byte{}, webp...), "EXIF\xff\xff\xff\xff"...)
	binary.LittleEndian.PutUint32(claim[4:], 1<<31)
	for name, data := range map[string][]byte{"packed text": bomb, "large chunk": huge, "claim of 4 GiB": claim} {
		if _, err := image.Located(bytes.NewReader(data)); err == nil || !strings.Contains(err.Error(), "megabyte") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzLocated(f *testing.F) {
	tags := exifData(binary.LittleEndian, long, 2, 4)
	f.Add([]byte("\xff\xd8" + string(jpegSegment(0xE1, append([]byte("Exif\x00\x00"), tags...))) + "\xff\xda"))
	f.Add([]byte("\x89PNG\r\n\x1a\n" + string(pngChunk("eXIf", tags))))
	f.Add([]byte("\x89PNG\r\n\x1a\n" + string(pngChunk("iTXt", []byte("XML:com.adobe.xmp\x00\x01\x00\x00\x00"+string(packed(xmp)))))))
	f.Add(inWebP("EXIF", tags))
	f.Fuzz(func(t *testing.T, data []byte) {
		located, err := image.Located(bytes.NewReader(data))
		if located && err != nil {
			t.Errorf("located, and %v", err)
		}
		again, err2 := image.Located(iotest.OneByteReader(bytes.NewReader(data)))
		if again != located || (err == nil) != (err2 == nil) {
			t.Errorf("%v, %v; byte by byte %v, %v", located, err, again, err2)
		}
	})
}
