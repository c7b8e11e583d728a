package main

import (
	"image"
	"image/color"
	"slices"
)

// All drawing is in units of a tenth of a pixel, from the top left corner, and
// all arithmetic is in integers, so that every machine draws the same picture.
const (
	unit   = 10
	width  = picturesWide * unit
	height = picturesHigh * unit
)

// rgb is an opaque colour, 0xRRGGBB.
type rgb uint32

func (c rgb) split() (r, g, b int) { return int(c >> 16 & 255), int(c >> 8 & 255), int(c & 255) }

// mix returns the colour t/256 of the way from a to b; t is clamped.
func mix(a, b rgb, t int) rgb {
	t = min(max(t, 0), 256)
	ar, ag, ab := a.split()
	br, bg, bb := b.split()
	at := func(x, y int) rgb { return rgb((x*(256-t) + y*t + 128) >> 8) }
	return at(ar, br)<<16 | at(ag, bg)<<8 | at(ab, bb)
}

// paint gives the colour at a place, and how much it covers, from 0 to 256.
type paint func(x, y int) (rgb, int)

func flat(c rgb) paint { return func(int, int) (rgb, int) { return c, 256 } }

// veil is a colour that lets what is below shine through.
func veil(c rgb, cover int) paint { return func(int, int) (rgb, int) { return c, cover } }

// down goes from a at the height top to b at the height bottom.
func down(top, bottom int, a, b rgb) paint {
	return func(_, y int) (rgb, int) { return mix(a, b, (y-top)*256/(bottom-top)), 256 }
}

// stop is a height and the colour there.
type stop struct {
	y int
	c rgb
}

// stops goes from colour to colour, top to bottom.
func stops(list ...stop) paint {
	return func(_, y int) (rgb, int) {
		for k := 1; k < len(list); k++ {
			if a, b := list[k-1], list[k]; y < b.y {
				return mix(a.c, b.c, (y-a.y)*256/(b.y-a.y)), 256
			}
		}
		return list[len(list)-1].c, 256
	}
}

// fade goes from cover a at the height top to cover b at the height bottom.
func fade(c rgb, top, bottom, a, b int) paint {
	return func(_, y int) (rgb, int) {
		t := min(max((y-top)*256/(bottom-top), 0), 256)
		return c, (a*(256-t) + b*t) >> 8
	}
}

// point is a place in units.
type point struct{ x, y int }

// canvas holds samples, row by row.
type canvas struct {
	samples    int // samples a pixel along each side; their mean is the pixel
	wide, high int // in samples
	pix        []rgb
	painted    []bool // for pictures with a transparent ground
}

// newCanvas makes a canvas of the given size in pixels.
func newCanvas(wide, high, samples int) *canvas {
	w, h := wide*samples, high*samples
	return &canvas{samples: samples, wide: w, high: h, pix: make([]rgb, w*h), painted: make([]bool, w*h)}
}

// place returns the unit at the middle of sample i.
func (c *canvas) place(i int) int { return (2*i + 1) * unit / (2 * c.samples) }

// first returns the first sample whose middle is not before unit u.
func (c *canvas) first(u int) int {
	n := 2*c.samples*u - unit
	if n <= 0 {
		return 0
	}
	return (n + 2*unit - 1) / (2 * unit)
}

// span paints the samples of row j between the units from and to.
func (c *canvas) span(j, from, to int, p paint) {
	y := c.place(j)
	row := j * c.wide
	for i := c.first(from); i < min(c.first(to), c.wide); i++ {
		colour, cover := p(c.place(i), y)
		if cover <= 0 {
			continue
		}
		c.pix[row+i] = mix(c.pix[row+i], colour, cover)
		c.painted[row+i] = true
	}
}

// all paints the whole canvas.
func (c *canvas) all(p paint) { c.rect(0, 0, c.wide*unit/c.samples, c.high*unit/c.samples, p) }

// rect paints a rectangle.
func (c *canvas) rect(x0, y0, x1, y1 int, p paint) {
	for j := c.first(y0); j < min(c.first(y1), c.high); j++ {
		c.span(j, x0, x1, p)
	}
}

// below paints what lies below the line y = f(x).
func (c *canvas) below(f func(x int) int, p paint) {
	line := make([]int, c.wide)
	top := c.high
	for i := range line {
		line[i] = c.first(f(c.place(i)))
		top = min(top, line[i])
	}
	for j := top; j < c.high; j++ {
		y := c.place(j)
		for i, from := range line {
			if j < from {
				continue
			}
			colour, cover := p(c.place(i), y)
			if cover > 0 {
				c.pix[j*c.wide+i] = mix(c.pix[j*c.wide+i], colour, cover)
			}
		}
	}
}

// ellipse paints an ellipse around (x, y).
func (c *canvas) ellipse(x, y, rx, ry int, p paint) {
	for j := c.first(y - ry); j < min(c.first(y+ry), c.high); j++ {
		dy := c.place(j) - y
		half := rx * root(ry*ry-dy*dy) / ry
		c.span(j, x-half, x+half, p)
	}
}

// polygon paints the inside of a closed line, by the even-odd rule.
func (c *canvas) polygon(p paint, line ...point) {
	if len(line) < 3 {
		return
	}
	top, bottom := line[0].y, line[0].y
	for _, q := range line {
		top, bottom = min(top, q.y), max(bottom, q.y)
	}
	var cuts []int
	for j := c.first(top); j < min(c.first(bottom), c.high); j++ {
		y := c.place(j)
		cuts = cuts[:0]
		for k, a := range line {
			b := line[(k+1)%len(line)]
			if (a.y <= y) == (b.y <= y) {
				continue
			}
			cuts = append(cuts, a.x+(b.x-a.x)*(y-a.y)/(b.y-a.y))
		}
		slices.Sort(cuts)
		for k := 0; k+1 < len(cuts); k += 2 {
			c.span(j, cuts[k], cuts[k+1], p)
		}
	}
}

// bar paints a straight line of the given thickness.
func (c *canvas) bar(a, b point, thick int, p paint) {
	dx, dy := b.x-a.x, b.y-a.y
	long := max(root(dx*dx+dy*dy), 1)
	nx, ny := -dy*thick/(2*long), dx*thick/(2*long)
	c.polygon(p, point{a.x + nx, a.y + ny}, point{b.x + nx, b.y + ny}, point{b.x - nx, b.y - ny}, point{a.x - nx, a.y - ny})
}

// curve returns points on the quadratic Bézier curve from a to b that is
// drawn towards m.
func curve(a, m, b point) []point {
	const steps = 24
	line := make([]point, 0, steps+1)
	for t := 0; t <= steps; t++ {
		u := steps - t
		at := func(p, q, r int) int { return (p*u*u + 2*q*u*t + r*t*t) / (steps * steps) }
		line = append(line, point{at(a.x, m.x, b.x), at(a.y, m.y, b.y)})
	}
	return line
}

// picture returns the mean of the samples of each pixel. Where nothing was
// painted the picture is transparent.
func (c *canvas) picture() *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, c.wide/c.samples, c.high/c.samples))
	for y := range c.high / c.samples {
		for x := range c.wide / c.samples {
			img.SetNRGBA(x, y, c.mean(x, y))
		}
	}
	return img
}

func (c *canvas) mean(x, y int) color.NRGBA {
	var r, g, b, n int
	for j := y * c.samples; j < (y+1)*c.samples; j++ {
		for i := x * c.samples; i < (x+1)*c.samples; i++ {
			if !c.painted[j*c.wide+i] {
				continue
			}
			sr, sg, sb := c.pix[j*c.wide+i].split()
			r, g, b, n = r+sr, g+sg, b+sb, n+1
		}
	}
	if n == 0 {
		return color.NRGBA{}
	}
	byteOf := func(sum int) uint8 { return uint8((sum + n/2) / n) }
	return color.NRGBA{byteOf(r), byteOf(g), byteOf(b), uint8(n * 255 / (c.samples * c.samples))}
}
