package theme

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/internal/diag"
)

// The ratios are those that WCAG 2.2 gives or that follow from its formula.
func TestContrast(t *testing.T) {
	tests := []struct {
		a, b string
		want int64
	}{
		{"#000000", "#ffffff", 2100}, {"#ffffff", "#000000", 2100}, {"#ffffff", "#ffffff", 100},
		{"#767676", "#ffffff", 454}, {"#777777", "#ffffff", 447}, {"#ff0000", "#ffffff", 399},
		{"#0000ff", "#ffffff", 859}, {"#008000", "#ffffff", 513},
	}
	for _, test := range tests {
		a, _ := parseColour(test.a)
		b, _ := parseColour(test.b)
		if got := a.contrast(b); got != test.want {
			t.Errorf("contrast of %s and %s is %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestColoursCheck(t *testing.T) {
	pos := diag.Pos{Path: "config.yaml", Line: 7}
	tests := []struct {
		colours Colours
		want    string
	}{
		{Colours{}, ""}, {Colours{Accent: "#9a1b1e", Second: "#0b4f7d"}, ""}, {Colours{Accent: "#767676"}, ""},
		{Colours{Accent: "#777777"}, "theme-contrast"}, {Colours{Second: "#777777"}, "theme-contrast"},
		{Colours{Accent: "9a1b1e"}, "theme-colour"}, {Colours{Accent: "#9a1"}, "theme-colour"}, {Colours{Accent: "#9a1b1g"}, "theme-colour"},
		{Colours{Accent: "#9a1b1e;}"}, "theme-colour"}, {Colours{Accent: "#+a1b1e"}, "theme-colour"},
		{Colours{Accent: "red", Second: "#fff000"}, "theme-colour theme-contrast"},
	}
	for _, test := range tests {
		var codes []string
		for _, f := range test.colours.Check(pos) {
			if f.Pos != pos {
				t.Errorf("finding at %s", f.Pos)
			}
			codes = append(codes, f.Rule.Code)
		}
		if got := strings.Join(codes, " "); got != test.want {
			t.Errorf("%+v: %q, want %q", test.colours, got, test.want)
		}
	}
}

// TestOnDark: the tint of any colour can be read on dark ground, and a colour
// that can be read already stays as it is.
func TestOnDark(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		c := rgb{uint8(r.Uint32()), uint8(r.Uint32()), uint8(r.Uint32())}
		tint := c.onDark()
		if tint.contrast(dark) < darkContrast {
			t.Fatalf("the tint %s of %s has a contrast of %d", tint, c, tint.contrast(dark))
		}
		if c.contrast(dark) >= darkContrast && tint != c {
			t.Fatalf("%s was changed to %s", c, tint)
		}
	}
}

// TestDarkGround: the dark ground for which tints are made is that of the
// default theme.
func TestDarkGround(t *testing.T) {
	css := string(loadDefault(t).Stylesheet(Colours{}))
	if !strings.Contains(css, "--raised:"+dark.String()) {
		t.Errorf("the style sheet has no --raised:%s", dark)
	}
}

func TestStylesheet(t *testing.T) {
	th := loadDefault(t)
	own := string(th.Stylesheet(Colours{}))
	if got := string(th.Stylesheet(Colours{})); got != own {
		t.Error("two style sheets differ")
	}
	want := regexp.MustCompile(`^:root\{--accent:#9a1b1e;--accent-2:#0b4f7d;--accent-dark:#[0-9a-f]{6};--accent-2-dark:#[0-9a-f]{6}\}`)
	if !want.MatchString(own) {
		t.Errorf("the style sheet begins with %.120s", own)
	}
	if strings.Contains(own, "/*") || strings.Contains(own, "\n") {
		t.Error("the style sheet is not minified")
	}
	other := string(th.Stylesheet(Colours{Accent: "#1b5e20", Second: "} body { display: none }"}))
	if !strings.HasPrefix(other, ":root{--accent:#1b5e20;--accent-2:#0b4f7d;") {
		t.Errorf("the style sheet begins with %.120s", other)
	}
	layered := mustLoad(t, over(map[string]string{
		"theme.yaml": "colours:\n  accent: \"#1b5e20\"\n", "styles/20-lists.css": ".only-this{color:red}", "styles/99-own.css": ".last{color:blue}",
	}))
	css := string(layered.Stylesheet(Colours{}))
	if !strings.HasPrefix(css, ":root{--accent:#1b5e20;--accent-2:#0b4f7d;") || !strings.Contains(css, ".only-this") ||
		strings.Contains(css, ".cards") || !strings.HasSuffix(css, ".last{color:blue}") {
		t.Error("the layers of the style sheet are not laid over each other")
	}
	if got, want := layered.Colours(Colours{Second: "#004d40"}), (Colours{"#1b5e20", "#004d40"}); got != want {
		t.Errorf("colours %+v, want %+v", got, want)
	}
}

// TestScripts: the style sheet fetches nothing.
func TestStylesheetFetchesNothing(t *testing.T) {
	css := string(loadDefault(t).Stylesheet(Colours{}))
	for _, s := range []string{"url(", "@import", "http:", "https:", "@font-face"} {
		if strings.Contains(css, s) {
			t.Errorf("the style sheet has %q", s)
		}
	}
}
