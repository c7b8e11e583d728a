package image

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
)

// segments calls yield with the body of each application segment 1 of a JPEG,
// which is where Exif and XMP metadata are, until it returns false or the
// pixels begin (ITU T.81, annex B).
func segments(r *bufio.Reader, yield func(body []byte) bool) error {
	const (
		escape     = 0xFF // precedes a marker; any number of times
		start, end = 0xD8, 0xD9
		pixels     = 0xDA
		app1       = 0xE1
	)
	for {
		marker, err := r.ReadByte()
		// Bytes between segments are skipped, as libjpeg and browsers do.
		for escaped := false; err == nil && (!escaped || marker == escape); marker, err = r.ReadByte() {
			escaped = marker == escape
		}
		if err != nil {
			return unexpected(err)
		}
		switch {
		case marker == pixels, marker == end:
			return nil
		case marker == start, marker <= 0x01, 0xD0 <= marker && marker <= 0xD7:
			continue // these have no body
		}
		var size [2]byte
		if _, err := io.ReadFull(r, size[:]); err != nil {
			return unexpected(err)
		}
		n := int64(binary.BigEndian.Uint16(size[:])) - 2
		if n < 0 {
			return errors.New("a segment is shorter than its own length")
		}
		if marker != app1 {
			if _, err := io.CopyN(io.Discard, r, n); err != nil {
				return unexpected(err)
			}
			continue
		}
		body := make([]byte, n)
		if _, err := io.ReadFull(r, body); err != nil {
			return unexpected(err)
		}
		if !yield(body) {
			return nil
		}
	}
}

// unexpected says of an end that something should have come before it.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// tiff is the structure that Exif keeps its tags in: directories of entries,
// anywhere in the data.
type tiff struct {
	data  []byte
	order binary.ByteOrder
}

// exif returns the tags of an Exif segment, or false if it is none.
func exif(body []byte) (tiff, bool) {
	data, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00"))
	if !ok {
		return tiff{}, false
	}
	return newTIFF(data)
}

func newTIFF(data []byte) (tiff, bool) {
	if len(data) < 8 {
		return tiff{}, false
	}
	switch string(data[:4]) {
	case "II*\x00":
		return tiff{data, binary.LittleEndian}, true
	case "MM\x00*":
		return tiff{data, binary.BigEndian}, true
	}
	return tiff{}, false
}

// The types of the values of tags that are looked at.
const (
	typeShort = 3
	typeLong  = 4
	typeIFD   = 13
)

// first returns where the first directory is.
func (t tiff) first() uint32 { return t.order.Uint32(t.data[4:]) }

// find returns the type and the value field, 4 bytes, of a tag in the
// directory at an offset.
func (t tiff) find(at uint32, tag uint16) (kind uint16, value []byte, ok bool) {
	if uint64(at)+2 > uint64(len(t.data)) {
		return 0, nil, false
	}
	entries := t.data[at+2:]
	for range t.order.Uint16(t.data[at:]) {
		if len(entries) < 12 {
			break
		}
		if t.order.Uint16(entries) == tag {
			return t.order.Uint16(entries[2:]), entries[8:12], true
		}
		entries = entries[12:]
	}
	return 0, nil, false
}

func (t tiff) orientation() int {
	kind, value, ok := t.find(t.first(), 0x0112)
	if !ok || kind != typeShort {
		return 0
	}
	if v := int(t.order.Uint16(value)); v <= 8 {
		return v
	}
	return 0
}

// located reports whether the tags hold a position: a latitude or longitude of
// the camera (2, 4) or of what it was pointed at (20, 22). Cameras without
// reception write the directory of positions, but not these.
func (t tiff) located() bool {
	kind, value, ok := t.find(t.first(), 0x8825)
	if !ok || kind != typeLong && kind != typeIFD {
		return false
	}
	for _, tag := range [...]uint16{2, 4, 20, 22} {
		if _, _, ok := t.find(t.order.Uint32(value), tag); ok {
			return true
		}
	}
	return false
}
