package harden

import (
	"encoding/xml"
	"regexp"
	"strings"
)

// svgDialect is the part of SVG that draws shapes: no script, no style, no
// text in other languages, no animation, no reference outside the file.
var svgDialect = dialect{
	roots: names(nsSVG, "svg"),
	elements: names(nsSVG, "svg", "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "mask", "path",
		"pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "symbol", "title", "use"),
	attribute: func(_ xml.Name, a xml.Attr) (bool, bool) {
		if a.Name.Local == "href" {
			return true, svgFragment.MatchString(a.Value)
		}
		return svgAttributes[a.Name.Local], isSVGValue(a.Value)
	},
}

var svgAttributes = set("aria-hidden", "aria-label", "aria-labelledby", "class", "clip-path", "clip-rule", "clipPathUnits", "color",
	"cx", "cy", "d", "fill", "fill-opacity", "fill-rule", "focusable", "fx", "fy", "gradientTransform", "gradientUnits", "height", "id",
	"mask", "maskUnits", "offset", "opacity", "pathLength", "patternTransform", "patternUnits", "points", "preserveAspectRatio", "r",
	"role", "rx", "ry", "shape-rendering", "spreadMethod", "stop-color", "stop-opacity", "stroke", "stroke-dasharray",
	"stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "transform",
	"transform-origin", "vector-effect", "version", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2")

var svgFragment = regexp.MustCompile(`^#[A-Za-z0-9_-]+$`)

// isSVGValue reports whether a decoded value refers to nothing, or to a part
// of the same file: url(#name).
func isSVGValue(value string) bool {
	reference, found := strings.CutPrefix(value, "url(")
	if found {
		return strings.HasSuffix(reference, ")") && svgFragment.MatchString(strings.TrimSuffix(reference, ")"))
	}
	return !strings.ContainsAny(value, ":\\@<>{}") && !strings.Contains(strings.ToLower(value), "url")
}

// svg checks a drawing of the theme.
func (f *file) svg() { f.xml(svgDialect) }
