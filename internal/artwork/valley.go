package main

// plumValley is a valley of plum trees in blossom with a few houses.
func plumValley(c *canvas) {
	c.all(stops(stop{0, 0x9fcbe0}, stop{2600, 0xeaf1ea}))
	c.below(ridge(211, 2500, 1500, 2300), down(1100, 2700, 0x9cbacb, 0xd8e3e0))
	c.below(ridge(223, 2900, 1300, 2700), down(1700, 3000, 0x6f9a9b, 0xbdd3c1))
	c.below(ridge(239, 3150, 800, 1900), down(2400, 3300, 0x5c8f70, 0x9dc08b))
	c.below(ridge(251, 3500, 350, 3000), down(3200, 6750, 0xa9c987, 0x6d9d55))
	lane(c)
	stiltHouse(c, 3650, 3900, 620)
	stiltHouse(c, 9050, 3780, 520)
	for row := range 8 {
		y := 3520 + row*row*38 + row*170
		size := 125 + row*34
		gap := size * 33 / 10
		for i := range width/gap + 3 {
			x := i*gap - gap + (row%2)*gap/2 + scatter(300+row, i, gap/3)
			dy := scatter(310+row, i, size)
			if onLane(x, y+dy, size) || onHouse(x, y+dy) {
				continue
			}
			plum(c, x, y+dy, size, 320+row*97+i)
		}
	}
}

// laneAt returns the middle and half the width of the lane at the height y.
func laneAt(y int) (x, half int) {
	t := max(y-3400, 0)
	return 6300 + sine(t*9/10)*700/1024, 45 + t/11
}

func lane(c *canvas) {
	var left, right []point
	for y := 3450; y <= height; y += 50 {
		x, half := laneAt(y)
		left = append(left, point{x - half, y})
		right = append([]point{{x + half, y}}, right...)
	}
	c.polygon(down(3450, height, 0xe7dcc0, 0xd2bd94), append(left, right...)...)
}

func onLane(x, y, size int) bool {
	mid, half := laneAt(y)
	return x > mid-half-size && x < mid+half+size
}

func onHouse(x, y int) bool {
	return y < 4250 && (x > 3150 && x < 4150 || x > 8650 && x < 9450)
}

// plum is a tree in blossom that stands at (x, y).
func plum(c *canvas, x, y, size, seed int) {
	c.ellipse(x, y, size*9/10, size/5, veil(0x4a7440, 110))
	bark := flat(0x5b473d)
	c.bar(point{x, y}, point{x, y - size}, size/7, bark)
	c.bar(point{x, y - size*6/10}, point{x - size/2, y - size*13/10}, size/10, bark)
	c.bar(point{x, y - size*7/10}, point{x + size/2, y - size*14/10}, size/10, bark)
	tufts := []struct {
		dx, dy, r int
		c         rgb
	}{
		{-55, -135, 52, 0xe5d9df}, {58, -135, 52, 0xe5d9df}, {0, -125, 60, 0xe9dfe4},
		{-30, -165, 56, 0xf5eef0}, {35, -168, 54, 0xf5eef0}, {0, -195, 50, 0xfdfafa},
		{-62, -150, 34, 0xfaf5f6}, {60, -155, 32, 0xfaf5f6},
	}
	for _, t := range tufts {
		c.ellipse(x+t.dx*size/100, y+t.dy*size/100, t.r*size/100, t.r*size/108, flat(t.c))
	}
	for k := range 5 {
		dx, dy := scatter(seed, k, 120)-60, scatter(seed+1, k, 90)
		c.ellipse(x+dx*size/100, y-(120+dy)*size/100, size/22, size/22, flat(0xeeb6c4))
	}
}

// teaHills are round hills with rows of tea around them.
func teaHills(c *canvas) {
	c.all(stops(stop{0, 0x86c1de}, stop{1800, 0xd9ecef}, stop{2700, 0xfbf3dc}))
	c.ellipse(2500, 1250, 330, 330, flat(0xfff8e2))
	c.below(ridge(401, 2600, 1300, 2500), down(1400, 2700, 0x92b7c3, 0xd3e2dc))
	c.below(ridge(411, 2900, 900, 2100), down(2000, 3000, 0x689a85, 0xaccdaa))
	hills := []hill{
		{1200, 2750, 4300, 1700, 15}, {10700, 2700, 4600, 1700, 15}, {6000, 2950, 4300, 1900, 15},
		{-200, 4050, 4700, 2000, 13}, {12300, 4000, 5200, 2300, 13}, {4600, 4850, 4800, 2300, 12},
		{9300, 5650, 4000, 1800, 9},
	}
	for k, h := range hills {
		c.below(h.line, h.tea(k))
		if k < 3 {
			roundTree(c, h.x+h.rx/8, h.y+70, 190, 0x3c8452, 0x2b6641)
			roundTree(c, h.x-h.rx/14, h.y+40, 140, 0x4a9059, 0x2b6641)
		}
	}
}

// hill is a round hill: a paraboloid with its top at (x, y), as wide as rx on
// either side where it is high units below its top, with rows of tea.
type hill struct{ x, y, rx, high, rows int }

// line is the hill against the sky.
func (h hill) line(x int) int {
	d := (x - h.x) * 1024 / h.rx
	return h.y + h.high*d/1024*d/1024
}

// ring returns how far from the hill's axis, in units of rx/1024, lies the
// place on its near side that is seen at (x, y).
func (h hill) ring(x, y int) int {
	d := (x - h.x) * 1024 / h.rx
	if d < 0 {
		d = -d
	}
	// The near side at distance r is high*r² below the top, and nearer to
	// the eye, thus lower in the picture, by a part of its depth.
	depth := h.rx * 22 / 100
	low, far := d, 3000
	for far-low > 1 {
		r := (low + far) / 2
		if h.high*r/1024*r/1024+depth*root(r*r-d*d)/1024 > y-h.y {
			far = r
		} else {
			low = r
		}
	}
	return low
}

// tea paints the rows: rings around the hill's axis.
func (h hill) tea(k int) paint {
	leaf := mix(0x86c05f, 0x4c9a4e, k*36)
	return func(x, y int) (rgb, int) {
		ring := h.ring(x, y) + wave(431+k, x, 1500)*18/1024
		gap := 1024 / h.rows
		rest := ring % gap
		light := mix(leaf, 0xd3e58f, max(190-ring/5, 0))
		switch {
		case rest < gap*3/10:
			return mix(light, 0x215c3c, 140), 256
		case rest > gap*7/10:
			return mix(light, 0xf0f5b5, 60), 256
		}
		return light, 256
	}
}
