package main

// root is the integer square root; it is 0 for what is not positive.
func root(n int) int {
	if n <= 0 {
		return 0
	}
	r := 1
	for r*r <= n {
		r *= 2
	}
	for step := r / 2; step > 0; step /= 2 {
		if (r-step)*(r-step) > n {
			r -= step
		}
	}
	return r - 1
}

// sine is 1024 times the sine of an angle in tenths of a degree, after the
// rational approximation of Bhaskara I (error below 0.2 %).
func sine(angle int) int {
	angle %= 3600
	if angle < 0 {
		angle += 3600
	}
	sign := 1
	if angle >= 1800 {
		angle -= 1800
		sign = -1
	}
	q := angle * (1800 - angle)
	return sign * 4096 * q / (4050000 - q)
}

// scatter returns a number from 0 to below n that looks random but depends
// only on its arguments.
func scatter(seed, i, n int) int {
	h := uint64(seed)*0x9e3779b97f4a7c15 + uint64(i)*0xbf58476d1ce4e5b9
	h ^= h >> 30
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 27
	h *= 0x94d049bb133111eb
	h ^= h >> 31
	return int(h>>16) % n
}

// smooth eases t, from 0 to 65536, at both ends.
func smooth(t int) int { return t * t >> 16 * (3<<16 - 2*t) >> 16 }

// floorDiv divides towards minus infinity.
func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// fine is smooth noise from 0 to 65536 along a line; period is the distance
// between its independent values.
func fine(seed, x, period int) int {
	k := floorDiv(x, period)
	t := smooth((x - k*period) << 16 / period)
	a, b := scatter(seed, k, 1<<16+1), scatter(seed, k+1, 1<<16+1)
	return (a*(1<<16-t) + b*t) >> 16
}

// wave is fine from 0 to 1024.
func wave(seed, x, period int) int { return fine(seed, x, period) >> 6 }

// field is smooth noise from 0 to 65536 over a plane.
func field(seed, x, y, period int) int {
	k := floorDiv(y, period)
	t := smooth((y - k*period) << 16 / period)
	a, b := fine(seed+7919*k, x, period), fine(seed+7919*(k+1), x, period)
	return (a*(1<<16-t) + b*t) >> 16
}

// ridge is a line of hills around the height base: high is the greatest
// height of a hill, period the distance between hills.
func ridge(seed, base, high, period int) func(x int) int {
	return func(x int) int {
		n := wave(seed, x, period)*8 + wave(seed+1, x, period/2)*4 + wave(seed+2, x, period/5)*2 + wave(seed+3, x, period/13)
		return base - high*n/(15*1024)
	}
}
