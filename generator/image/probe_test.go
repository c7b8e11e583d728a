package image_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	stdimage "image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"golang.org/x/image/bmp"

	"sonla.gov.vn/bientap/generator/image"
)

func picture(w, h int) stdimage.Image {
	m := stdimage.NewPaletted(stdimage.Rect(0, 0, w, h), color.Palette{color.White, color.Black})
	return m
}

func encoded(t *testing.T, format string, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch format {
	case "jpeg":
		err = jpeg.Encode(&b, picture(w, h), nil)
	case "png":
		err = png.Encode(&b, picture(w, h))
	case "gif":
		err = gif.Encode(&b, picture(w, h), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// webp is a lossy picture of 1 × 1 pixel: a RIFF header and a VP8 frame header.
var webp = []byte("RIFF\x24\x00\x00\x00WEBPVP8 \x18\x00\x00\x000\x01\x00\x9d\x01*\x01\x00\x01\x00\x01@&%\xa4\x00\x03p\x00\xfe\xfd6h\x00")

func TestProbe(t *testing.T) {
	for _, format := range []string{"jpeg", "png", "gif"} {
		got, err := image.Probe(bytes.NewReader(encoded(t, format, 31, 17)), image.Limits{})
		if want := (image.Info{Format: format, Width: 31, Height: 17}); err != nil || got != want {
			t.Errorf("%s: %+v, %v", format, got, err)
		}
	}
	got, err := image.Probe(bytes.NewReader(webp), image.Limits{})
	if want := (image.Info{Format: "webp", Width: 1, Height: 1}); err != nil || got != want {
		t.Errorf("webp: %+v, %v", got, err)
	}
}

// withOrientation puts an Exif segment behind the first marker of a JPEG.
func withOrientation(jpeg []byte, order binary.ByteOrder, v uint16) []byte {
	tiff := []byte("MM\x00\x2a\x00\x00\x00\x08")
	if order == binary.ByteOrder(binary.LittleEndian) {
		tiff = []byte("II\x2a\x00\x08\x00\x00\x00")
	}
	entry := make([]byte, 2+12+12+4)
	order.PutUint16(entry, 2)
	order.PutUint16(entry[2:], 0x010F) // another tag first: the maker, text
	order.PutUint16(entry[4:], 2)
	order.PutUint16(entry[14:], 0x0112)
	order.PutUint16(entry[16:], 3)
	order.PutUint32(entry[18:], 1)
	order.PutUint16(entry[22:], v)
	body := append(append([]byte("Exif\x00\x00"), tiff...), entry...)
	segment := []byte{0xFF, 0xE1, 0, 0}
	binary.BigEndian.PutUint16(segment[2:], uint16(len(body)+2))
	return append(append(append(append([]byte{}, jpeg[:2]...), segment...), body...), jpeg[2:]...)
}

func TestOrientation(t *testing.T) {
	plain := encoded(t, "jpeg", 40, 30)
	for _, order := range []binary.ByteOrder{binary.BigEndian, binary.LittleEndian} {
		for v := range uint16(12) {
			got, err := image.Probe(bytes.NewReader(withOrientation(plain, order, v)), image.Limits{})
			w, h := 40, 30
			if v >= 5 && v <= 8 {
				w, h = 30, 40
			}
			if err != nil || got.Width != w || got.Height != h {
				t.Errorf("%v, orientation %d: %+v, %v", order, v, got, err)
			}
		}
	}
}

func TestBombsAreRefused(t *testing.T) {
	bomb := encoded(t, "png", 10, 10)
	binary.BigEndian.PutUint32(bomb[16:], 1<<30) // the width; the checksum is wrong too
	if _, err := image.Probe(bytes.NewReader(bomb), image.Limits{}); err == nil {
		t.Error("a PNG with a forged width passed")
	}
	wide := encoded(t, "gif", 300, 2)
	if _, err := image.Probe(bytes.NewReader(wide), image.Limits{Side: 299}); !errors.Is(err, image.ErrTooLarge) {
		t.Errorf("wider than allowed: %v", err)
	}
	if _, err := image.Probe(bytes.NewReader(wide), image.Limits{Pixels: 599}); !errors.Is(err, image.ErrTooLarge) {
		t.Errorf("more pixels than allowed: %v", err)
	}
	if _, err := image.Probe(bytes.NewReader(wide), image.Limits{Side: 300, Pixels: 600}); err != nil {
		t.Errorf("just as large as allowed: %v", err)
	}
	for _, junk := range []string{"", "GIF89a", "\xff\xd8", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF\x00\x00\x00\x00WEBP"} {
		if _, err := image.Probe(bytes.NewReader([]byte(junk)), image.Limits{}); err == nil {
			t.Errorf("%q passed as a picture", junk)
		}
	}
}

func TestUnsupportedFormatsAreNamed(t *testing.T) {
	var b bytes.Buffer
	if err := bmp.Encode(&b, picture(3, 3)); err != nil { // registers itself with package image, too
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"AVIF":    "\x00\x00\x00\x20ftypavif\x00\x00\x00\x00",
		"HEIC":    "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
		"JPEG XL": "\xff\x0a\x00",
		"TIFF":    "II*\x00\x08\x00\x00\x00",
		"BMP":     b.String(),
		"SVG":     "<svg xmlns='http://www.w3.org/2000/svg'/>",
	} {
		_, err := image.Probe(strings.NewReader(data), image.Limits{})
		if !errors.Is(err, image.ErrUnsupported) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, data := range []string{"", "x", "%PDF-1.7 and more", "RIFF\x00\x00\x00\x00WAVE"} {
		if _, err := image.Probe(strings.NewReader(data), image.Limits{}); !errors.Is(err, image.ErrUnsupported) {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestTruncatedHeadersAreRefused(t *testing.T) {
	for _, format := range []string{"jpeg", "png", "gif"} {
		whole := encoded(t, format, 31, 17)
		// Where the header ends: behind what DecodeConfig must have read.
		header := map[string]int{"jpeg": bytes.Index(whole, []byte("\xff\xc0")) + 4, "png": 29, "gif": 10}[format]
		for n := range header {
			if info, err := image.Probe(bytes.NewReader(whole[:n]), image.Limits{}); err == nil {
				t.Errorf("%s of %d bytes: %+v", format, n, info)
			}
		}
	}
}

// endless repeats a pattern for ever behind a beginning, and counts.
type endless struct {
	begin, pattern string
	read           int
}

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		if e.read < len(e.begin) {
			p[i] = e.begin[e.read]
		} else {
			p[i] = e.pattern[(e.read-len(e.begin))%len(e.pattern)]
		}
		e.read++
	}
	return len(p), nil
}

func TestReadingIsBounded(t *testing.T) {
	for name, r := range map[string]*endless{
		"segments of a JPEG": {begin: "\xff\xd8", pattern: "\xff\xe0\x00\x04ab"},
		"filling of a JPEG":  {begin: "\xff\xd8", pattern: "\xff"},
		"chunks of a GIF":    {begin: "GIF89a\x01\x00\x01\x00\x00\x00\x00", pattern: "!\xf9\x04\x00\x00\x00\x00\x00"},
		"chunks of a PNG":    {begin: "\x89PNG\r\n\x1a\n", pattern: "\x00\x00\x00\x00tEXt\x00\x00\x00\x00"},
		"chunks of a WebP":   {begin: "RIFF\xff\xff\xff\xffWEBP", pattern: "JUNK\x02\x00\x00\x00ab"},
	} {
		_, _ = image.Probe(r, image.Limits{})
		if r.read > 1<<20 {
			t.Errorf("%s: %d bytes were read", name, r.read)
		}
	}
	small := &endless{begin: string(encoded(t, "jpeg", 9, 9)), pattern: "\x00"}
	if _, err := image.Probe(small, image.Limits{}); err != nil || small.read > 16<<10 {
		t.Errorf("%d bytes were read of a small picture, %v", small.read, err)
	}
}

// Bytes between segments, and repeated FF before a marker, are allowed.
func TestOrientationBehindFilling(t *testing.T) {
	data := withOrientation(encoded(t, "jpeg", 40, 30), binary.BigEndian, 6)
	data = append([]byte("\xff\xd8\xff\xff\xff\xfe\x00\x05abc"), data[2:]...)
	if got, err := image.Probe(bytes.NewReader(data), image.Limits{}); err != nil || got.Width != 30 {
		t.Errorf("%+v, %v", got, err)
	}
}

func FuzzProbe(f *testing.F) {
	f.Add(webp)
	var b bytes.Buffer
	_ = jpeg.Encode(&b, picture(8, 8), nil)
	f.Add(withOrientation(b.Bytes(), binary.BigEndian, 6))
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := image.Probe(bytes.NewReader(data), image.Limits{})
		if err == nil && (info.Width < 1 || info.Height < 1 || info.Width > 20_000 || info.Height > 20_000) {
			t.Errorf("%+v", info)
		}
	})
}
