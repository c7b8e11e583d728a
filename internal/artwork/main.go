// Command artwork draws the pictures of the sample portal and makes its sample
// PDF files:
//
//	go run ./internal/artwork
//
// The files it writes are kept in the repository beside the pages that show
// them; run it again after changing a drawing. The drawings are the project's
// own, of no real place and no real person. They are drawn in whole numbers
// only, so that the pixels do not depend on the machine; the compressed bytes
// may still differ between releases of Go.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
)

// The size of the pictures, in pixels, and what one may weigh, in bytes: a
// picture of this weight shows within a second on a slow mobile network.
const (
	picturesWide, picturesHigh = 1200, 675
	pictureWeight              = 80 << 10
	documentWeight             = 20 << 10
	fineness                   = 4 // samples a pixel along each side
)

// pictures are the drawings by the file they are written to.
var pictures = []struct {
	file string
	draw func(*canvas)
}{
	{"content/main/gioi-thieu/bien-may.jpg", cloudSea},
	{"content/main/tin-tuc/ruong-bac-thang.jpg", terraces},
	{"content/main/tin-tuc/kinh-te/ca-phe.jpg", coffee},
	{"content/main/tin-tuc/kinh-te/doi-che.jpg", teaHills},
	{"content/main/tin-tuc/kinh-te/ho-thuy-dien.jpg", lake},
	{"content/main/tin-tuc/kinh-te/phien-cho.jpg", market},
	{"content/main/tin-tuc/van-hoa-xa-hoi/thung-lung-man.jpg", plumValley},
	{"content/so-nnmt/tin-tuc/vuon-cay-an-qua.jpg", orchard},
}

const emblemFile = "content/so-nnmt/emblem.png"

func main() {
	root := flag.String("root", ".", "the root of the portal")
	flag.Parse()
	if err := write(*root); err != nil {
		fmt.Fprintln(os.Stderr, "artwork:", err)
		os.Exit(1)
	}
}

// write makes every file below root.
func write(root string) error {
	for _, p := range pictures {
		data, err := drawJPEG(p.draw)
		if err != nil {
			return fmt.Errorf("draw %s: %w", p.file, err)
		}
		if err := save(root, p.file, data); err != nil {
			return err
		}
	}
	data, err := drawPNG(leafAndDrop)
	if err != nil {
		return fmt.Errorf("draw %s: %w", emblemFile, err)
	}
	if err := save(root, emblemFile, data); err != nil {
		return err
	}
	for _, d := range documents {
		data, err := d.pdf()
		if err != nil {
			return fmt.Errorf("make %s: %w", d.file, err)
		}
		if len(data) > documentWeight {
			return fmt.Errorf("make %s: %d bytes, more than %d: shorten the text", d.file, len(data), documentWeight)
		}
		if err := save(root, d.file, data); err != nil {
			return err
		}
	}
	return nil
}

func save(root, file string, data []byte) error {
	path := filepath.Join(root, filepath.FromSlash(file))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// drawJPEG draws a picture with the best quality that keeps to its weight.
func drawJPEG(draw func(*canvas)) ([]byte, error) {
	c := newCanvas(picturesWide, picturesHigh, fineness)
	draw(c)
	img := c.picture()
	for quality := 84; quality >= 60; quality -= 2 {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		if b.Len() <= pictureWeight {
			return b.Bytes(), nil
		}
	}
	return nil, fmt.Errorf("more than %d bytes even at the lowest quality: draw less detail", pictureWeight)
}

// drawPNG draws the emblem, which has a transparent ground.
func drawPNG(draw func(*canvas)) ([]byte, error) {
	c := newCanvas(256, 256, fineness)
	draw(c)
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, c.picture()); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
