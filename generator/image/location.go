package image

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Located reports whether the metadata of a picture say where it was taken: a
// photograph of somebody's house, or of a witness, must not. It looks at Exif
// and XMP, in a JPEG before its pixels and in a PNG or WebP anywhere, so r may
// be read to its end; pixels are skipped. A GIF has no such metadata.
//
// Not looked at is what few programs write: a second picture behind the first,
// Exif in the text chunks of a PNG, XMP in another encoding than UTF-8. An
// error means that the picture is damaged, or wraps [ErrUnsupported]; whether
// it has a location is then not known.
func Located(r io.Reader) (bool, error) {
	in := bufio.NewReader(r)
	f, err := sniff(in)
	found := false
	look := func(metadata []byte) bool {
		found = tells(metadata)
		return !found
	}
	switch {
	case err != nil:
	case f.name == "jpeg":
		err = segments(in, look)
	case f.name == "png":
		err = pngMetadata(in, look)
	case f.name == "webp":
		err = webpMetadata(in, look)
	}
	if err != nil {
		return false, fmt.Errorf("look for a location: %w", err)
	}
	return found, nil
}

// tells reports whether a piece of metadata, Exif with or without its heading
// or XMP, holds a position.
func tells(metadata []byte) bool {
	t, ok := exif(metadata)
	if !ok {
		t, ok = newTIFF(metadata)
	}
	if ok {
		return t.located()
	}
	// XMP is XML in which these two names mean nothing else (XMP
	// specification, part 2, "Exif schema").
	return bytes.Contains(metadata, []byte("GPSLatitude")) || bytes.Contains(metadata, []byte("GPSLongitude"))
}

// metadataBytes bounds one piece of metadata, which is held in memory.
const metadataBytes = 1 << 20

var errMetadata = errors.New("a piece of metadata is larger than a megabyte")

// piece reads a piece of metadata of n bytes.
func piece(r io.Reader, n uint32) ([]byte, error) {
	if n > metadataBytes {
		return nil, errMetadata
	}
	body := make([]byte, n)
	_, err := io.ReadFull(r, body)
	return body, unexpected(err)
}

// pngMetadata calls yield with each piece of metadata of a PNG until it
// returns false (PNG specification, section 5.3 and 11.3).
func pngMetadata(r io.Reader, yield func([]byte) bool) error {
	const signature, checksum = 8, 4
	if _, err := io.CopyN(io.Discard, r, signature); err != nil {
		return unexpected(err)
	}
	for {
		var head [8]byte
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return unexpected(err)
		}
		skip := int64(checksum)
		switch n, kind := binary.BigEndian.Uint32(head[:]), string(head[4:]); kind {
		case "IEND":
			return nil
		case "eXIf", "iTXt":
			body, err := piece(r, n)
			if err == nil && kind == "iTXt" {
				body, err = pngText(body)
			}
			if err != nil {
				return err
			}
			if !yield(body) {
				return nil
			}
		default:
			skip += int64(n)
		}
		if _, err := io.CopyN(io.Discard, r, skip); err != nil {
			return unexpected(err)
		}
	}
}

// pngText returns the XMP that a chunk of international text holds, unpacked,
// or nothing if it holds another text.
func pngText(body []byte) ([]byte, error) {
	rest, ok := bytes.CutPrefix(body, []byte("XML:com.adobe.xmp\x00"))
	if !ok || len(rest) < 2 {
		return nil, nil
	}
	packed := rest[0] == 1
	_, rest, _ = bytes.Cut(rest[2:], []byte{0}) // the language
	_, text, ok := bytes.Cut(rest, []byte{0})   // the translated keyword
	if !ok || !packed {
		return text, nil
	}
	z, err := zlib.NewReader(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	unpacked, err := io.ReadAll(io.LimitReader(z, metadataBytes+1))
	if err == nil && len(unpacked) > metadataBytes {
		err = errMetadata
	}
	return unpacked, err
}

// webpMetadata calls yield with each piece of metadata of a WebP until it
// returns false (RFC 9649, section 2).
func webpMetadata(r io.Reader, yield func([]byte) bool) error {
	var head [12]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return unexpected(err)
	}
	r = io.LimitReader(r, int64(binary.LittleEndian.Uint32(head[4:]))-4)
	for {
		if _, err := io.ReadFull(r, head[:8]); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		n := binary.LittleEndian.Uint32(head[4:])
		skip := int64(n & 1) // a chunk has an even number of bytes
		if kind := string(head[:4]); kind == "EXIF" || kind == "XMP " {
			body, err := piece(r, n)
			if err != nil {
				return err
			}
			if !yield(body) {
				return nil
			}
		} else {
			skip += int64(n)
		}
		if _, err := io.CopyN(io.Discard, r, skip); err != nil {
			return unexpected(err)
		}
	}
}
