package main

// coffee is a branch of coffee with ripe cherries.
func coffee(c *canvas) {
	c.all(stops(stop{0, 0xdfeccf}, stop{3600, 0xb7d3a2}, stop{height, 0x86ad7c}))
	for k := range 22 {
		r := 350 + scatter(801, k, 800)
		c.ellipse(scatter(802, k, width), scatter(803, k, height), r, r, veil(0xf4f8e4, 40+scatter(804, k, 50)))
	}
	branch(c, point{-300, 5200}, point{5200, 2500}, point{12400, 3300}, 9, 821)
	branch(c, point{-300, 900}, point{4200, 2100}, point{8200, -500}, 6, 861)
	branch(c, point{3800, 7100}, point{8600, 5900}, point{12500, 6400}, 7, 881)
}

// branch draws a branch along a curve, with pairs of leaves and clusters of
// cherries at its knots.
func branch(c *canvas, a, m, b point, knots, seed int) {
	line := curve(a, m, b)
	for k := 0; k+1 < len(line); k++ {
		c.bar(line[k], line[k+1], 110, flat(0x6b5138))
	}
	for k := 1; k <= knots; k++ {
		at := line[k*(len(line)-1)/(knots+1)]
		long := 1150 + scatter(seed, k, 350)
		lean := scatter(seed+1, k, 500) - 250
		coffeeLeaf(c, at, point{at.x + 350 + lean, at.y - long}, k%2 == 0)
		coffeeLeaf(c, at, point{at.x + 450 - lean, at.y + long}, k%2 == 1)
		cherries(c, at, seed+10*k)
	}
}

// coffeeLeaf goes from its stalk to its tip; both halves differ in light.
func coffeeLeaf(c *canvas, stalk, tip point, light bool) {
	dx, dy := tip.x-stalk.x, tip.y-stalk.y
	mid := point{stalk.x + dx*45/100, stalk.y + dy*45/100}
	left := point{mid.x - dy*42/100, mid.y + dx*42/100}
	right := point{mid.x + dy*42/100, mid.y - dx*42/100}
	near, far := rgb(0x2f6e3d), rgb(0x3d8449)
	if light {
		near, far = 0x37793f, 0x4d9552
	}
	c.polygon(flat(near), curve(stalk, left, tip)...)
	c.polygon(flat(far), curve(stalk, right, tip)...)
	vein := flat(0x7fb56f)
	c.bar(stalk, tip, 22, vein)
	for k := 1; k <= 4; k++ {
		p := point{stalk.x + dx*k*18/100, stalk.y + dy*k*18/100}
		reach := 16 - k*2
		c.bar(p, point{p.x + dx*12/100 - dy*reach/100, p.y + dy*12/100 + dx*reach/100}, 12, vein)
		c.bar(p, point{p.x + dx*12/100 + dy*reach/100, p.y + dy*12/100 - dx*reach/100}, 12, vein)
	}
}

// cherries sit around a knot of the branch.
func cherries(c *canvas, at point, seed int) {
	ripe := []rgb{0xb8242b, 0xc9302f, 0xa51d28, 0xd9543a, 0xc9302f, 0xe0a23c}
	places := []point{{-230, -150}, {190, -190}, {-10, -250}, {-250, 150}, {230, 140}, {0, 230}, {-20, 0}}
	for k, p := range places {
		x, y := at.x+p.x+scatter(seed, k, 60)-30, at.y+p.y+scatter(seed+1, k, 60)-30
		colour := ripe[scatter(seed+2, k, len(ripe))]
		c.ellipse(x, y, 165, 180, flat(mix(colour, 0x3c0d12, 90)))
		c.ellipse(x-12, y-14, 148, 162, flat(colour))
		c.ellipse(x-55, y-65, 40, 46, veil(0xfff1e4, 190))
	}
}
