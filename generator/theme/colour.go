package theme

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

// coloursFile holds the colours of a layer.
const coloursFile = "theme.yaml"

// Colours are the accents of a site, written #rrggbb; an empty one stands for
// the theme's own.
type Colours struct{ Accent, Second string }

// Check reports the colours at pos that are malformed or on which white text
// cannot be read: below a contrast of 4.5:1 (WCAG 2.2, success criterion
// 1.4.3). Empty colours are not checked.
func (c Colours) Check(pos diag.Pos) diag.List {
	var found diag.List
	for _, s := range []string{c.Accent, c.Second} {
		if s == "" {
			continue
		}
		v, ok := parseColour(s)
		if !ok {
			found = append(found, ruleColour.At(pos, s))
			continue
		}
		if ratio := v.contrast(white); ratio < minContrast {
			found = append(found, ruleContrast.At(pos, s, decimal(ratio)))
		}
	}
	return found
}

// Colours returns the theme's colours with those of over that are well formed
// in their place; both are set.
func (t *Theme) Colours(over Colours) Colours {
	out := t.colours
	if _, ok := parseColour(over.Accent); ok {
		out.Accent = over.Accent
	}
	if _, ok := parseColour(over.Second); ok {
		out.Second = over.Second
	}
	return out
}

// entry is a colour as theme.yaml gives it.
type entry string

// DecodeYAML reads a colour and reports what is wrong with it. A value that
// begins with # and is not quoted is a comment to YAML, so empty is wrong.
func (e *entry) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	s, ok := r.Text(n)
	if !ok {
		return
	}
	if s == "" {
		r.Report(ruleColour, n, s)
		return
	}
	for _, f := range (Colours{Accent: s}).Check(r.Pos(n)) {
		r.Report(f.Rule, n, f.Args...)
	}
	*e = entry(s)
}

// readColours merges the colours of all layers, the highest first.
func readColours(stack []file) (Colours, diag.List) {
	var out Colours
	var found diag.List
	for _, f := range stack {
		var one struct {
			Colours struct {
				Accent entry `yaml:"accent"`
				Second entry `yaml:"second"`
			} `yaml:"colours"`
		}
		r, root := strictyaml.Parse(f.path, f.src, 1)
		if root != nil {
			r.Decode(root, &one)
		}
		found = append(found, r.Findings()...)
		below := Theme{colours: Colours{string(one.Colours.Accent), string(one.Colours.Second)}}
		out = below.Colours(out)
	}
	return out, found
}

// rgb is a colour of the sRGB space.
type rgb [3]uint8

var (
	white = rgb{255, 255, 255}
	// dark is the ground of the dark scheme, --ground in the style sheet of
	// the default theme.
	dark = rgb{0x22, 0x26, 0x2d}
)

// Contrasts are in hundredths, so that they compare alike on every machine.
const (
	minContrast  = 450
	darkContrast = 600
)

func parseColour(s string) (rgb, bool) {
	digits, ok := strings.CutPrefix(s, "#")
	if !ok || len(digits) != 6 {
		return rgb{}, false
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil {
		return rgb{}, false
	}
	return rgb{uint8(v >> 16), uint8(v >> 8), uint8(v)}, true
}

// String formats c as #rrggbb.
func (c rgb) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// luminance is the relative luminance of WCAG 2.2 in millionths.
func (c rgb) luminance() int64 {
	weights := [3]int64{2126, 7152, 722}
	sum := int64(0)
	for i, v := range c {
		s := float64(v) / 255
		linear := s / 12.92
		if s > 0.04045 {
			linear = math.Pow((s+0.055)/1.055, 2.4)
		}
		sum += weights[i] * int64(math.Round(linear*1e6))
	}
	return sum / 10000
}

// contrast is the contrast ratio of WCAG 2.2 in hundredths, rounded down.
func (c rgb) contrast(d rgb) int64 {
	a, b := c.luminance(), d.luminance()
	return (max(a, b) + 50000) * 100 / (min(a, b) + 50000)
}

// onDark mixes c with as little white as makes it readable on dark ground.
func (c rgb) onDark() rgb {
	const steps = 32
	for k := range steps {
		mixed := c.lighter(k, steps)
		if mixed.contrast(dark) >= darkContrast {
			return mixed
		}
	}
	return white
}

// lighter mixes k parts of white into c, of n parts in all.
func (c rgb) lighter(k, n int) rgb {
	var out rgb
	for i, v := range c {
		out[i] = uint8((int(v)*(n-k) + 255*k + n/2) / n)
	}
	return out
}

// decimal writes hundredths as people do: 3.07.
func decimal(hundredths int64) string {
	return fmt.Sprintf("%d.%02d", hundredths/100, hundredths%100)
}
