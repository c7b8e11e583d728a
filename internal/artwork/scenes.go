package main

// cloudSea is a sea of clouds below mountains at sunrise.
func cloudSea(c *canvas) {
	c.all(stops(stop{0, 0x4f8fc0}, stop{2100, 0xbfdbe2}, stop{3300, 0xfde3bd}, stop{4300, 0xf7b98f}))
	for k, r := range []int{1500, 1050, 720} {
		c.ellipse(8300, 2350, r, r, veil(0xfff3d6, 44+k*26))
	}
	c.ellipse(8300, 2350, 430, 430, flat(0xfff7e4))
	layers := []struct {
		seed, base, high, period int
		top, foot                rgb
	}{
		{11, 3950, 1500, 2600, 0xa9b9d0, 0xe9d3c4},
		{23, 4350, 1800, 3100, 0x7f9bbd, 0xd9cfd0},
		{37, 4800, 1750, 2700, 0x587fa6, 0xc2c9d6},
		{53, 5350, 1500, 2300, 0x39648a, 0xb3c3d3},
	}
	for _, l := range layers {
		c.below(ridge(l.seed, l.base, l.high, l.period), down(l.base-l.high*9/10, l.base+200, l.top, l.foot))
		clouds(c, l.seed, l.base+150)
	}
	c.below(ridge(71, 6500, 1500, 3600), down(5000, 6750, 0x1f4a5c, 0x163642))
	for i := range 26 {
		x := i*470 + scatter(5, i, 260)
		pine(c, x, ridge(71, 6500, 1500, 3600)(x)+40, 260+scatter(6, i, 300), 0x183f4f)
	}
}

// clouds lays a bank of cloud across the picture at the height y.
func clouds(c *canvas, seed, y int) {
	line := func(x int) int {
		return y - wave(seed+101, x, 1100)*360/1024 - wave(seed+102, x, 420)*150/1024
	}
	c.below(line, fade(0xfff6ec, y-430, y+260, 110, 250))
}

func pine(c *canvas, x, y, high int, colour rgb) {
	for k := range 3 {
		top := y - high + k*high/4
		half := high/9 + k*high/16
		c.polygon(flat(colour), point{x, top}, point{x + half, top + high/2}, point{x - half, top + high/2})
	}
	c.rect(x-high/40, y-high/4, x+high/40, y+high/6, flat(colour))
}

// terraces is a slope of ripe rice in steps.
func terraces(c *canvas) {
	c.all(down(0, 3000, 0x8cc3df, 0xf3efd9))
	c.below(ridge(3, 2450, 1300, 2500), down(1200, 2500, 0x8fb3c4, 0xd5ddd0))
	c.below(ridge(17, 2700, 1000, 2100), down(1800, 2800, 0x5f937f, 0xa9c49a))
	edge := func(x int) int { return 2650 - 700*sine(x*15/100+300)/1024 + wave(41, x, 2600)*300/1024 }
	c.below(edge, steps(edge))
	for i := range 13 {
		x := 500 + i*930 + scatter(8, i, 500)
		y := edge(x) + 60
		roundTree(c, x, y, 120+scatter(9, i, 110), 0x3f7a4d, 0x2f6340)
	}
	stiltHouse(c, 8700, 3640, 700)
	roundTree(c, 9330, 3660, 230, 0x3f7a4d, 0x2f6340)
	roundTree(c, 8080, 3690, 180, 0x4c8a55, 0x2f6340)
}

// steps paints terraces: bands of equal height, each with a dark bank at its
// upper edge, wider the nearer they are.
func steps(edge func(int) int) paint {
	ripe := []rgb{0xe9c54e, 0xd6b23c, 0xf0d267, 0xc0b050, 0xe4be46}
	return func(x, y int) (rgb, int) {
		// Depth grows slower than the height in the picture: perspective.
		near := max(y-edge(x)/2-900, 1)
		depth := root(near<<18)*2 + (field(61, x, y*2, 3700)*13+field(67, x, y*2, 1600)*4)>>6
		band, rest := depth/2900, depth%2900
		colour := mix(ripe[band%len(ripe)], 0x8fae4f, 210-min(near/13, 210))
		switch {
		case rest < 380:
			return mix(colour, 0x4d6b34, 190), 256
		case rest < 700:
			return mix(colour, 0x7d8f3d, 110), 256
		}
		return colour, 256
	}
}

func roundTree(c *canvas, x, y, r int, leaf, shade rgb) {
	c.rect(x-r/9, y-r/2, x+r/9, y+r/2, flat(0x5a4632))
	c.ellipse(x, y-r, r, r*11/10, flat(shade))
	c.ellipse(x-r/6, y-r-r/6, r*4/5, r*9/10, flat(leaf))
}

// stiltHouse is a house on stilts, as the Thái build it; (x, y) is the middle
// of its foot.
func stiltHouse(c *canvas, x, y, wide int) {
	h := wide / 2
	for k := -2; k <= 2; k++ {
		c.rect(x+k*h*8/20-14, y-h*7/10, x+k*h*8/20+14, y, flat(0x4a3626))
	}
	c.rect(x-h*9/10, y-h, x+h*9/10, y-h*6/10, flat(0x8a5f3c))
	for k := -1; k <= 1; k++ {
		c.rect(x+k*h/2-h/9, y-h*19/20, x+k*h/2+h/9, y-h*13/20, flat(0x3d2b20))
	}
	c.polygon(flat(0x5d4636), point{x - h*12/10, y - h*19/20}, point{x - h*6/10, y - h*17/10}, point{x + h*6/10, y - h*17/10}, point{x + h*12/10, y - h*19/20})
	c.polygon(flat(0x6f5542), point{x - h*12/10, y - h*19/20}, point{x - h*6/10, y - h*17/10}, point{x - h*3/10, y - h*17/10}, point{x - h*7/10, y - h*19/20})
}
