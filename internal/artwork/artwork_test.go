package main

import (
	"bytes"
	"image"
	"image/draw"
	_ "image/jpeg"
	_ "image/png"
	"math"
	"os"
	"path/filepath"
	"testing"
)

const portal = "../.."

// decode reads a picture of the portal, as non-premultiplied pixels.
func decode(t *testing.T, file string) (*image.NRGBA, int) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(portal, filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("decode %s: %v", file, err)
	}
	pix := image.NewNRGBA(img.Bounds())
	draw.Draw(pix, pix.Bounds(), img, img.Bounds().Min, draw.Src)
	return pix, len(data)
}

// distance is the mean difference of two pictures a channel, from 0 to 255.
func distance(a, b *image.NRGBA) float64 {
	sum := 0
	for i := range a.Pix {
		d := int(a.Pix[i]) - int(b.Pix[i])
		sum += max(d, -d)
	}
	return float64(sum) / float64(len(a.Pix))
}

// The pictures in the portal are those that the program draws: a drawing that
// was changed without writing its file again is found out. One sample a pixel
// is enough for that and sixteen times faster.
func TestPicturesAreUpToDate(t *testing.T) {
	for _, p := range pictures {
		t.Run(filepath.Base(p.file), func(t *testing.T) {
			t.Parallel()
			got, size := decode(t, p.file)
			if want := image.Rect(0, 0, picturesWide, picturesHigh); got.Bounds() != want {
				t.Fatalf("the picture is %v, want %v", got.Bounds(), want)
			}
			if size > pictureWeight {
				t.Errorf("the picture has %d bytes, want at most %d", size, pictureWeight)
			}
			c := newCanvas(picturesWide, picturesHigh, 1)
			p.draw(c)
			if d := distance(got, c.picture()); d > 4 {
				t.Errorf("the picture differs from its drawing by %.1f a channel: run go run ./internal/artwork", d)
			}
		})
	}
}

func TestEmblemIsUpToDate(t *testing.T) {
	got, _ := decode(t, emblemFile)
	c := newCanvas(got.Bounds().Dx(), got.Bounds().Dy(), fineness)
	leafAndDrop(c)
	if d := distance(got, c.picture()); d != 0 {
		t.Errorf("the emblem differs from its drawing by %.2f a channel", d)
	}
	if _, _, _, a := got.At(0, 0).RGBA(); a != 0 {
		t.Errorf("the corner of the emblem has alpha %d, want a transparent ground", a)
	}
}

// Two pictures that are drawn at the same time do not disturb each other, and
// each is the same every time.
func TestDrawingIsRepeatable(t *testing.T) {
	one, two := newCanvas(picturesWide, picturesHigh, 1), newCanvas(picturesWide, picturesHigh, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		market(one)
	}()
	market(two)
	<-done
	if d := distance(one.picture(), two.picture()); d != 0 {
		t.Errorf("two drawings of one scene differ by %.2f a channel", d)
	}
}

func TestPolygonCoversItsArea(t *testing.T) {
	c := newCanvas(10, 10, 4)
	// A square of 4 by 4 pixels, half a pixel off the grid.
	c.polygon(flat(0xffffff), point{15, 15}, point{55, 15}, point{55, 55}, point{15, 55})
	sum := 0
	img := c.picture()
	for i := 3; i < len(img.Pix); i += 4 {
		sum += int(img.Pix[i])
	}
	if got, want := float64(sum)/255, 16.0; math.Abs(got-want) > 0.1 {
		t.Errorf("the square covers %.2f pixels, want %.0f", got, want)
	}
	if a := img.NRGBAAt(1, 3).A; a < 120 || a > 135 {
		t.Errorf("a pixel on the edge has alpha %d, want about half of 255", a)
	}
}

func TestRoot(t *testing.T) {
	for n := range 5000 {
		if r := root(n); r*r > n || (r+1)*(r+1) <= n {
			t.Fatalf("root(%d) = %d", n, r)
		}
	}
	for _, n := range []int{-4, 1<<40 - 1, 1 << 40, 1<<52 + 12345} {
		r := root(n)
		if n > 0 && (r*r > n || (r+1)*(r+1) <= n) || n < 0 && r != 0 {
			t.Errorf("root(%d) = %d", n, r)
		}
	}
}

func TestSine(t *testing.T) {
	for angle := -7200; angle <= 7200; angle += 7 {
		want := math.Sin(float64(angle) * math.Pi / 1800)
		if got := float64(sine(angle)) / 1024; math.Abs(got-want) > 0.004 {
			t.Fatalf("sine(%d) = %.4f, want %.4f", angle, got, want)
		}
	}
}

func TestNoiseIsSmoothAndBounded(t *testing.T) {
	for seed := range 5 {
		last := fine(seed, -3000, 700)
		for x := -2999; x < 3000; x++ {
			n := fine(seed, x, 700)
			if n < 0 || n > 1<<16 {
				t.Fatalf("fine(%d, %d) = %d", seed, x, n)
			}
			// The steepest slope of the easing is 3/2 over a period.
			if step := n - last; max(step, -step) > 3<<16/(2*700)+4 {
				t.Fatalf("fine(%d) leaps by %d at %d", seed, step, x)
			}
			last = n
		}
	}
}
