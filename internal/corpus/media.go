package corpus

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"path"
)

// scene is an image that each site has, in its own light.
type scene struct {
	file string
	// hills are the heights of the ridges at both ends, far ridge first, in
	// hundredths of the image's height.
	hills [3][2]int
}

var scenes = []scene{
	{"doi-nui.jpg", [3][2]int{{40, 55}, {65, 50}, {70, 85}}},
	{"suong-som.jpg", [3][2]int{{60, 35}, {55, 70}, {88, 75}}},
	{"suon-doi.png", [3][2]int{{45, 45}, {80, 60}, {75, 90}}},
}

func imageFile(site record, i int) string { return "content/" + site.id + "/anh/" + scenes[i].file }

// attachment is the file that all documents in a folder share.
func attachment(dir string) string { return dir + "/tep-dinh-kem.pdf" }

// media hands the images and attachments to yield, until it returns false.
func (p *Portal) media(yield func(string, []byte) bool) bool {
	for i, site := range p.sites {
		for n, s := range scenes {
			if !yield(imageFile(site, n), s.draw(i)) {
				return false
			}
		}
		for _, s := range p.documents {
			file := attachment("content/" + site.id + "/" + s.path)
			if !yield(file, pdf("Sample attachment: "+site.id+", "+s.EN)) {
				return false
			}
		}
	}
	return true
}

// Size of the images in pixels.
const imageWide, imageHigh = 320, 180

// draw paints the scene in a light that differs from site to site.
func (s scene) draw(light int) []byte {
	palette := color.Palette{color.RGBA{uint8(190 + light*7%60), 222, 240, 255}}
	for ridge := range s.hills {
		depth := uint8(40 * ridge)
		palette = append(palette, color.RGBA{120 - depth, uint8(170+light*5%30) - depth, 150 - depth, 255})
	}
	img := image.NewPaletted(image.Rect(0, 0, imageWide, imageHigh), palette)
	for x := range imageWide {
		for ridge, h := range s.hills {
			top := (h[0]*(imageWide-x) + h[1]*x) * imageHigh / imageWide / 100
			for y := top; y < imageHigh; y++ {
				img.SetColorIndex(x, y, uint8(ridge+1))
			}
		}
	}
	var b bytes.Buffer
	var err error
	if path.Ext(s.file) == ".png" {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, img)
	} else {
		err = jpeg.Encode(&b, img, &jpeg.Options{Quality: 60})
	}
	if err != nil {
		panic(err) // an image of ours into memory: a fault of the program
	}
	return b.Bytes()
}

// pdf returns a document of one A4 page with one line of ASCII text (ISO
// 32000-1, 7.5): objects, the table of where they begin, and the trailer.
func pdf(line string) []byte {
	stream := "BT /F1 18 Tf 72 760 Td (" + line + ") Tj ET"
	var b bytes.Buffer
	var starts []int
	b.WriteString("%PDF-1.4\n")
	for i, object := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(stream), stream),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	} {
		starts = append(starts, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(starts)+1)
	for _, start := range starts {
		fmt.Fprintf(&b, "%010d 00000 n \n", start)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(starts)+1, table)
	return b.Bytes()
}
