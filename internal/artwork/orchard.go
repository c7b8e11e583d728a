package main

// orchard is a slope of fruit trees with ripe fruit.
func orchard(c *canvas) {
	c.all(stops(stop{0, 0x79bcdb}, stop{2200, 0xe3f1ec}, stop{3000, 0xfdf4dc}))
	cloud(c, 3100, 900, 380)
	cloud(c, 9100, 1150, 300)
	c.below(ridge(701, 2700, 1500, 2700), down(1300, 2800, 0x8fb5c6, 0xd2e2dd))
	c.below(ridge(719, 2950, 1000, 2200), down(1900, 3000, 0x5f9486, 0xb0cfae))
	c.below(ridge(733, 3250, 500, 3300), down(2800, height, 0xb6cf86, 0x7fae57))
	furrows(c)
	shed(c, 9700, 3560, 820)
	for row := range 7 {
		size := 130 + row*row*9 + row*20
		y := 3420 + row*row*52 + row*200
		gap := size * 37 / 10
		for i := range width/gap + 3 {
			x := i*gap - gap + (row%2)*gap/2 + scatter(740+row, i, gap/6)
			if y < 4100 && x > 8950 && x < 10500 {
				continue
			}
			fruitTree(c, x, y+scatter(750+row, i, size/3), size, 760+row*53+i)
		}
	}
}

// furrows are the paths between the rows of trees.
func furrows(c *canvas) {
	for row := range 6 {
		y := 3700 + row*row*54 + row*215
		line := func(x int) int { return y + wave(790+row, x, 2500)*160/1024 }
		thick := 26 + row*18
		c.below(line, func(x, py int) (rgb, int) {
			if py > line(x)+thick {
				return 0, 0
			}
			return 0xd7c48b, 210
		})
	}
}

func fruitTree(c *canvas, x, y, size, seed int) {
	c.ellipse(x, y, size, size/5, veil(0x3f6b35, 110))
	c.bar(point{x, y}, point{x, y - size}, size/6, flat(0x6a4b34))
	c.ellipse(x, y-size*14/10, size, size*92/100, flat(0x2f6b40))
	c.ellipse(x-size/8, y-size*15/10, size*84/100, size*76/100, flat(0x458a4c))
	c.ellipse(x-size/4, y-size*17/10, size*48/100, size*40/100, flat(0x63a458))
	fruit := []rgb{0xf2a63b, 0xf6c04d}[seed%2]
	for k := range 7 {
		dx, dy := scatter(seed, k, 140)-70, scatter(seed+1, k, 90)
		c.ellipse(x+dx*size/100, y-(100+dy)*size/100, size/11, size/9, flat(fruit))
	}
}

// shed is where the fruit is packed; (x, y) is the middle of its foot.
func shed(c *canvas, x, y, wide int) {
	h := wide / 2
	c.rect(x-h, y-h, x+h, y, flat(0xf1e6cf))
	c.rect(x-h/4, y-h*7/10, x+h/4, y, flat(0x7a5636))
	c.rect(x-h*8/10, y-h*7/10, x-h*45/100, y-h*35/100, flat(0x5d8ea3))
	c.rect(x+h*45/100, y-h*7/10, x+h*8/10, y-h*35/100, flat(0x5d8ea3))
	c.polygon(flat(0xa8432f), point{x - h*12/10, y - h*95/100}, point{x - h*7/10, y - h*16/10}, point{x + h*7/10, y - h*16/10}, point{x + h*12/10, y - h*95/100})
}

// leafAndDrop is a mark for a component site: a leaf and a drop of water in a
// ring.
func leafAndDrop(c *canvas) {
	c.ellipse(1280, 1280, 1260, 1260, flat(0x1f6b4a))
	c.ellipse(1280, 1280, 1140, 1140, flat(0xf7f3e3))
	leaf := append(curve(point{560, 1750}, point{420, 650}, point{1480, 480}), curve(point{1480, 480}, point{1650, 1500}, point{560, 1750})...)
	c.polygon(flat(0x2f8a55), leaf...)
	vein := curve(point{560, 1750}, point{900, 1150}, point{1330, 720})
	for k := range len(vein) - 1 {
		c.bar(vein[k], vein[k+1], 40, flat(0xf7f3e3))
	}
	drop := append(curve(point{1640, 1060}, point{1975, 1450}, point{1975, 1770}), curve(point{1305, 1770}, point{1305, 1450}, point{1640, 1060})...)
	c.ellipse(1640, 1770, 335, 335, flat(0x1d6f93))
	c.polygon(flat(0x1d6f93), drop...)
	c.ellipse(1540, 1800, 90, 120, flat(0x7fc0d6))
}
