// Package image looks at pictures before they are published. For now it only
// looks: format and dimensions, without decoding a pixel, within bounded memory
// and time, whatever the bytes are.
package image

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	stdimage "image"
	_ "image/gif"  // registers the format
	_ "image/jpeg" // registers the format
	_ "image/png"  // registers the format
	"io"

	_ "golang.org/x/image/webp" // registers the format
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

// ErrTooLarge says that a picture has more pixels than the limits allow.
var ErrTooLarge = errors.New("the picture is too large")

// Probe returns what is known of a picture. It reads no more than the first
// megabyte. The error says that the bytes are not a picture of a known format,
// or wraps [ErrTooLarge].
func Probe(r io.Reader, l Limits) (Info, error) {
	l = l.orDefault()
	head, err := io.ReadAll(io.LimitReader(r, headerBytes))
	if err != nil {
		return Info{}, fmt.Errorf("probe picture: %w", err)
	}
	c, format, err := stdimage.DecodeConfig(bytes.NewReader(head))
	if err != nil {
		return Info{}, fmt.Errorf("probe picture: %w", err)
	}
	info := Info{format, c.Width, c.Height}
	if info.Width < 1 || info.Height < 1 {
		return Info{}, fmt.Errorf("probe picture: %d × %d pixels", info.Width, info.Height)
	}
	if info.Width > l.Side || info.Height > l.Side || info.Width > l.Pixels/info.Height {
		return Info{}, fmt.Errorf("probe picture: %w: %d × %d pixels, at most %d a side and %d in all are allowed",
			ErrTooLarge, info.Width, info.Height, l.Side, l.Pixels)
	}
	// Orientations 5 to 8 turn the picture by a quarter (Exif 2.3, tag 0x0112).
	if format == "jpeg" && orientation(head) >= 5 {
		info.Width, info.Height = info.Height, info.Width
	}
	return info, nil
}

// orientation returns the orientation that the Exif segment of a JPEG states,
// 1 to 8, or 0.
func orientation(jpeg []byte) int {
	for at := 2; at+4 <= len(jpeg) && jpeg[at] == 0xFF; {
		marker, size := jpeg[at+1], int(binary.BigEndian.Uint16(jpeg[at+2:]))
		if marker == 0xDA || size < 2 || at+2+size > len(jpeg) {
			return 0 // the pixels begin, or the segment is cut off
		}
		body := jpeg[at+4 : at+2+size]
		if tiff, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok && marker == 0xE1 {
			return tiffOrientation(tiff)
		}
		at += 2 + size
	}
	return 0
}

// tiffOrientation reads tag 0x0112 of the first directory of a TIFF header.
func tiffOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(tiff[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 0
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < 12 {
			return 0
		}
		const short = 3
		if order.Uint16(entries) == 0x0112 && order.Uint16(entries[2:]) == short {
			if v := int(order.Uint16(entries[8:])); v <= 8 {
				return v
			}
			return 0
		}
		entries = entries[12:]
	}
	return 0
}
