package main

// market is a market of the highlands, early in the morning.
func market(c *canvas) {
	c.all(stops(stop{0, 0xf8d9a8}, stop{2600, 0xfdf0d8}))
	c.ellipse(9600, 1250, 520, 520, flat(0xfff9ea))
	c.below(ridge(601, 2900, 1700, 2500), down(1300, 3000, 0x9db4bd, 0xe3dcc9))
	c.below(ridge(617, 3150, 1100, 2100), down(2200, 3200, 0x6f9690, 0xbfcbaf))
	c.rect(0, 3100, width, height, down(3100, height, 0xdcc39a, 0xb9935f))
	for k := range 5 {
		stall(c, 700+k*2450, 4150, 1500, k)
	}
	for k := range 4 {
		stall(c, -300+k*3700, 5750, 2450, k+2)
	}
	bunting(c)
}

// stall stands at (x, y), its left foot, below a striped awning.
func stall(c *canvas, x, y, wide, k int) {
	cloths := [][2]rgb{{0xb3262b, 0xf6e9d2}, {0x1f5f7a, 0xf3ead4}, {0xd9822b, 0xfbf1da}, {0x2f7d5b, 0xf4ecd6}, {0x7a2f5d, 0xf6e6d8}}
	cloth := cloths[k%len(cloths)]
	post := flat(0x6b4a31)
	high := wide * 72 / 100
	c.ellipse(x+wide/2, y, wide*6/10, wide/14, veil(0x7c5a33, 90))
	c.rect(x, y-high, x+wide/34, y, post)
	c.rect(x+wide-wide/34, y-high, x+wide, y, post)
	c.rect(x+wide/34, y-high, x+wide-wide/34, y-wide*3/10, flat(mix(0x5b4231, cloth[0], 40)))
	brocade(c, x+wide/12, y-high+wide/12, wide/5, wide*30/100, k)
	brocade(c, x+wide*72/100, y-high+wide/12, wide/5, wide*30/100, k+1)
	table(c, x, y, wide, k)
	awning(c, x-wide/14, y-high-wide/6, wide*114/100, wide*24/100, cloth)
}

// awning is a striped roof with a scalloped hem.
func awning(c *canvas, x, y, wide, high int, cloth [2]rgb) {
	const stripes = 9
	for s := range stripes {
		a, b := x+wide*s/stripes, x+wide*(s+1)/stripes
		ta := x + wide/12 + (wide-wide/6)*s/stripes
		tb := x + wide/12 + (wide-wide/6)*(s+1)/stripes
		c.polygon(flat(cloth[s%2]), point{ta, y}, point{tb, y}, point{b, y + high}, point{a, y + high})
		c.ellipse((a+b)/2, y+high, (b-a)/2, (b-a)*2/5, flat(mix(cloth[s%2], 0x2b1c12, 26)))
		c.polygon(flat(cloth[s%2]), point{ta, y}, point{tb, y}, point{b, y + high}, point{a, y + high})
	}
}

// brocade is a hanging cloth with bands of lozenges.
func brocade(c *canvas, x, y, wide, high, k int) {
	grounds := []rgb{0x1d2b4f, 0x4d1630, 0x17413a}
	c.rect(x, y, x+wide, y+high, flat(grounds[k%len(grounds)]))
	threads := []rgb{0xe8b93a, 0xd94a3d, 0x59b39a, 0xf2e7cf}
	const rows, cols = 4, 4
	for r := range rows {
		cy := y + high*(2*r+1)/(2*rows)
		half := high / (2 * rows) * 7 / 10
		for q := range cols {
			cx := x + wide*(2*q+1)/(2*cols)
			w := wide / (2 * cols) * 8 / 10
			c.polygon(flat(threads[(r+k)%len(threads)]), point{cx, cy - half}, point{cx + w, cy}, point{cx, cy + half}, point{cx - w, cy})
			c.polygon(flat(grounds[k%len(grounds)]), point{cx, cy - half/2}, point{cx + w/2, cy}, point{cx, cy + half/2}, point{cx - w/2, cy})
		}
		c.rect(x, y+high*r/rows, x+wide, y+high*r/rows+high/60, flat(threads[(r+k+1)%len(threads)]))
	}
}

// table is the stall's counter with baskets of fruit.
func table(c *canvas, x, y, wide, k int) {
	fruits := []rgb{0xf0a13a, 0x8a2346, 0x9cc24b, 0xe2583e, 0xf3cf57, 0x6f3d7a}
	top := y - wide*30/100
	c.rect(x-wide/40, top, x+wide+wide/40, y-wide/50, flat(0x8b5e3a))
	c.rect(x-wide/40, top, x+wide+wide/40, top+wide/30, flat(0xa9774b))
	for b := range 4 {
		cx := x + wide*(2*b+1)/8
		r := wide / 10
		colour := fruits[(k*2+b)%len(fruits)]
		heap(c, cx, top-r/3, r, colour)
		c.polygon(flat(0xcfa264), point{cx - r, top - r/3}, point{cx + r, top - r/3}, point{cx + r*3/4, top + r/2}, point{cx - r*3/4, top + r/2})
		c.rect(cx-r, top-r*45/100, cx+r, top-r*25/100, flat(0xb98748))
		for q := -2; q <= 2; q++ {
			c.bar(point{cx + q*r*3/8, top - r/4}, point{cx + q*r*9/32, top + r/2}, r/16, flat(0xa87a40))
		}
	}
}

// heap is fruit piled in a basket whose rim is at (x, y).
func heap(c *canvas, x, y, r int, colour rgb) {
	for row := range 3 {
		n := 5 - row
		for i := range n {
			fx := x + (2*i-n+1)*r*19/100
			fy := y - row*r*30/100 - r/12
			c.ellipse(fx, fy, r*23/100, r*23/100, flat(mix(colour, 0x3a1d12, 40)))
			c.ellipse(fx-r/24, fy-r/24, r*18/100, r*18/100, flat(colour))
		}
	}
}

// bunting is a string of small flags above the market.
func bunting(c *canvas) {
	colours := []rgb{0xb3262b, 0xe8b93a, 0x1f5f7a, 0x2f7d5b}
	ends := []point{{-200, 500}, {4300, 350}, {8200, 420}, {12300, 250}}
	flag := 0
	for k := 0; k+1 < len(ends); k++ {
		a, b := ends[k], ends[k+1]
		line := curve(a, point{(a.x + b.x) / 2, a.y + 1300}, b)
		for i := 0; i+1 < len(line); i++ {
			c.bar(line[i], line[i+1], 14, flat(0x6b4a31))
			p := line[i]
			c.polygon(flat(colours[flag%len(colours)]), point{p.x - 80, p.y}, point{p.x + 80, p.y}, point{p.x, p.y + 210})
			flag++
		}
	}
}
