package main

const waterline = 3900

// lake is the lake of a hydropower plant with its dam.
func lake(c *canvas) {
	c.all(stops(stop{0, 0x5fa8d3}, stop{2600, 0xd6ebf0}, stop{3900, 0xf4f1e2}))
	cloud(c, 2300, 950, 420)
	cloud(c, 7400, 650, 330)
	cloud(c, 10300, 1250, 260)
	layers := []struct {
		line      func(int) int
		top, foot rgb
	}{
		{ridge(503, 3900, 2500, 2900), 0x9dbccb, 0xc8dcdd},
		{ridge(521, 3900, 1900, 2500), 0x6d9ba3, 0x9fc1b9},
		{shore(ridge(541, 4000, 1500, 2300)), 0x3f7d6b, 0x6ba783},
	}
	for _, l := range layers {
		c.below(l.line, down(1800, waterline, l.top, l.foot))
	}
	c.rect(0, waterline, width, height, down(waterline, height, 0x8fc6cf, 0x1f6f8f))
	for _, l := range layers {
		// A reflection is the same line, upside down and flattened.
		line := l.line
		c.rect(0, waterline, width, height, func(x, y int) (rgb, int) {
			up := waterline - (y-waterline)*13/10 + wave(557, y, 90)*40/1024
			if up < line(x+wave(563, y, 60)*60/1024) {
				return 0, 0
			}
			return mix(l.foot, 0x2b7c93, 90), 90
		})
	}
	ripples(c)
	for k, x := range []int{6100, 9500, 11400} {
		pylon(c, x, layers[1].line(x)+120, 640+k*170)
	}
	dam(c)
	cages(c, 2100, 5450, 330)
	boat(c, 4700, 4750, 420)
	boat(c, 1300, 4480, 240)
}

// shore keeps a line of hills away from the dam.
func shore(line func(int) int) func(int) int {
	return func(x int) int {
		valley := 5200 - max(x-7600, 7600-x)
		return line(x) + max(valley, 0)*max(valley, 0)/13000
	}
}

// cloud is three domes on a straight foot.
func cloud(c *canvas, x, y, r int) {
	domes := []struct{ x, r int }{{-r, r * 6 / 10}, {r * 11 / 10, r * 55 / 100}, {0, r}}
	for _, d := range domes {
		c.below(func(px int) int {
			dx := px - x - d.x
			if dx <= -d.r || dx >= d.r {
				return height + unit
			}
			return y - root(d.r*d.r-dx*dx)
		}, func(_, py int) (rgb, int) {
			if py > y {
				return 0, 0
			}
			return 0xf6fbfc, 256
		})
	}
}

func ripples(c *canvas) {
	for k := range 60 {
		y := waterline + 80 + k*k*7/10 + k*4
		x := scatter(571, k, width)
		long := 250 + k*14 + scatter(577, k, 500)
		c.ellipse(x, y, long, 6+k/6, veil(0xffffff, 60))
	}
}

func dam(c *canvas) {
	wall := []point{{7150, 3130}, {12000, 2930}, {12000, 4560}, {7150, 3960}}
	c.polygon(down(2950, 4500, 0xd9d9d2, 0xaeb4b3), wall...)
	for k := range 9 {
		x := 7500 + k*480 + k*k*6
		top := 3270 - (x-7150)*200/4850
		foot := 3900 + (x-7150)*560/4850
		wide := 110 + k*9
		c.polygon(down(3200, 4500, 0x7c8d94, 0x52707c), point{x, top}, point{x + wide*2, top - 8}, point{x + wide*2, foot - 70}, point{x, foot - 80})
		c.polygon(flat(0xeff0ea), point{x - wide/3, top - 190}, point{x, top - 195}, point{x, foot - 20}, point{x - wide/3, foot - 25})
	}
	c.polygon(flat(0xf2f1ea), point{7080, 3080}, point{12000, 2870}, point{12000, 2960}, point{7080, 3150})
	for k := range 11 {
		x := 7250 + k*450
		y := 3075 - (x-7080)*210/4920
		c.rect(x, y-150, x+18, y+10, flat(0x59636a))
		c.ellipse(x+9, y-160, 22, 22, flat(0xfff2c0))
	}
}

// pylon carries power lines; (x, y) is the middle of its foot.
func pylon(c *canvas, x, y, high int) {
	steel := flat(0x6c7f8a)
	top := point{x, y - high}
	c.bar(point{x - high/7, y}, top, 16, steel)
	c.bar(point{x + high/7, y}, top, 16, steel)
	for k, half := range []int{high / 4, high / 5} {
		at := y - high*(62+k*20)/100
		c.bar(point{x - half, at}, point{x + half, at}, 14, steel)
	}
	for k := 1; k < 4; k++ {
		a := high / 7 * (10 - k*22/10) / 10
		b := high / 7 * (10 - (k+1)*22/10) / 10
		c.bar(point{x - a, y - high*k*22/100}, point{x + b, y - high*(k+1)*22/100}, 9, steel)
	}
}

func boat(c *canvas, x, y, long int) {
	c.ellipse(x, y+long/9, long*11/10, long/11, veil(0x134d63, 90))
	hull := curve(point{x - long, y - long/6}, point{x, y + long/3}, point{x + long, y - long/6})
	c.polygon(flat(0x7a4b2d), hull...)
	c.polygon(flat(0xb5402f), curve(point{x - long/2, y - long/8}, point{x, y - long*3/4}, point{x + long/2, y - long/8})...)
}

// cages is a raft of fish cages.
func cages(c *canvas, x, y, size int) {
	for row := range 3 {
		for col := range 5 {
			cx := x + col*size*12/10 - row*size/3
			cy := y + row*size*55/100
			line := []point{{cx, cy}, {cx + size, cy}, {cx + size*8/10, cy + size*4/10}, {cx - size*2/10, cy + size*4/10}}
			c.polygon(flat(0x18586f), line...)
			for k, a := range line {
				c.bar(a, line[(k+1)%4], 26, flat(0xe3d3a4))
			}
		}
	}
	hut := point{x + size*33/10, y - size/10}
	c.rect(hut.x, hut.y-size*6/10, hut.x+size*9/10, hut.y, flat(0x9c6b43))
	c.polygon(flat(0x33566b), point{hut.x - size/6, hut.y - size*55/100}, point{hut.x + size*45/100, hut.y - size}, point{hut.x + size*107/100, hut.y - size*55/100})
}
