// Package image looks at pictures before they are published. For now it only
// looks: format, dimensions, and whether the metadata say where a photograph
// was taken, without decoding a pixel, within bounded memory, whatever the
// bytes are.
//
// A picture is known by its bytes, never by the name of its file. The formats
// are those that every browser shows and that Go decodes: JPEG, PNG, GIF and
// WebP.
package image

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	stdimage "image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"
)

// Limits bound a picture; a field that is zero has the default named with it.
type Limits struct {
	// Side is the greatest width and height in pixels: 20,000.
	Side int
	// Pixels is the greatest number of pixels: 50 million, which decoded
	// take 200 MB.
	Pixels int
}

func (l Limits) orDefault() Limits {
	if l.Side == 0 {
		l.Side = 20_000
	}
	if l.Pixels == 0 {
		l.Pixels = 50_000_000
	}
	return l
}

// headerBytes bounds how much of a file is read in search of its dimensions.
// The metadata before them has at most some hundred kilobytes.
const headerBytes = 1 << 20

// Info is what is known of a picture.
type Info struct {
	// Format is "jpeg", "png", "gif" or "webp".
	Format string
	// Width and Height are in pixels as displayed: the orientation that a
	// camera noted in a JPEG is taken into account, as browsers do.
	Width, Height int
}

var (
	// ErrTooLarge says that a picture has more pixels than the limits allow.
	ErrTooLarge = errors.New("the picture is too large")
	// ErrUnsupported says that bytes are no picture of a format that this
	// package knows.
	ErrUnsupported = errors.New("not a JPEG, PNG, GIF or WebP picture")
)

// format is one of those that can be told by their first bytes.
type format struct {
	name string
	// magic is how files of the format begin; "?" stands for any byte.
	magic string
	// config reads the dimensions. It is nil for formats that are known only
	// so that the error can name them.
	config func(io.Reader) (stdimage.Config, error)
}

// The decoders are called by name and not through the registry of package
// image, which any other package of the program could add to.
var formats = []format{
	{"jpeg", "\xff\xd8\xff", jpeg.DecodeConfig},
	{"png", "\x89PNG\r\n\x1a\n", png.DecodeConfig},
	{"gif", "GIF8?a", gif.DecodeConfig},
	{"webp", "RIFF????WEBP", webp.DecodeConfig},
	{"AVIF", "????ftypavi", nil},
	{"HEIC", "????ftyphe", nil},
	{"HEIC", "????ftypmif1", nil},
	{"JPEG XL", "\xff\x0a", nil},
	{"JPEG XL", "\x00\x00\x00\x0cJXL ", nil},
	{"TIFF", "II*\x00", nil},
	{"TIFF", "MM\x00*", nil},
	{"BMP", "BM????\x00\x00\x00\x00", nil},
	{"SVG", "<svg", nil},
}

// sniff finds out the format of what r is about to give. An error that is not
// ErrUnsupported is one of reading.
func sniff(r *bufio.Reader) (format, error) {
	head, err := r.Peek(12)
	if err != nil && err != io.EOF {
		return format{}, err
	}
	for _, f := range formats {
		if !begins(head, f.magic) {
			continue
		}
		if f.config == nil {
			return f, fmt.Errorf("%w: it is %s; save it as one of those", ErrUnsupported, f.name)
		}
		return f, nil
	}
	return format{}, ErrUnsupported
}

func begins(head []byte, magic string) bool {
	if len(head) < len(magic) {
		return false
	}
	for i := range len(magic) {
		if magic[i] != '?' && magic[i] != head[i] {
			return false
		}
	}
	return true
}

// Probe returns what is known of a picture. It reads no more than the first
// megabyte, and no further than it must. The error wraps [ErrUnsupported] or
// [ErrTooLarge], or says that the bytes are damaged or cannot be read.
func Probe(r io.Reader, l Limits) (Info, error) {
	info, err := probe(bufio.NewReader(io.LimitReader(r, headerBytes)), l.orDefault())
	if err != nil {
		return Info{}, fmt.Errorf("probe picture: %w", err)
	}
	return info, nil
}

func probe(r *bufio.Reader, l Limits) (Info, error) {
	f, err := sniff(r)
	if err != nil {
		return Info{}, err
	}
	var head bytes.Buffer
	c, err := f.config(io.TeeReader(r, &head))
	if err != nil {
		return Info{}, err
	}
	info := Info{f.name, c.Width, c.Height}
	if info.Width < 1 || info.Height < 1 {
		return Info{}, fmt.Errorf("it has %d × %d pixels", info.Width, info.Height)
	}
	if info.Width > l.Side || info.Height > l.Side || info.Width > l.Pixels/info.Height {
		return Info{}, fmt.Errorf("%w: %d × %d pixels, at most %d a side and %d in all are allowed",
			ErrTooLarge, info.Width, info.Height, l.Side, l.Pixels)
	}
	// Orientations 5 to 8 turn the picture by a quarter (Exif 2.3, tag 0x0112).
	if f.name == "jpeg" && orientation(bufio.NewReader(io.MultiReader(&head, r))) >= 5 {
		info.Width, info.Height = info.Height, info.Width
	}
	return info, nil
}

// orientation returns the orientation that the first Exif segment of a JPEG
// states, 1 to 8, or 0.
func orientation(r *bufio.Reader) int {
	found := 0
	// A fault in the segments behind the dimensions is no fault of the
	// dimensions.
	_ = segments(r, func(body []byte) bool {
		t, ok := exif(body)
		if ok {
			found = t.orientation()
		}
		return !ok
	})
	return found
}
