package check

import (
	"bytes"
	"testing"

	"sonla.gov.vn/bientap/internal/diag"
)

func TestFix(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"nothing", "Sơn La  \n\tđất \"rộng\"\n", "Sơn La  \n\tđất \"rộng\"\n"},
		{"byte order mark", "\ufeffa\n", "a\n"},
		{"byte order mark inside is not ours", "a\ufeffb", "a\ufeffb"},
		{"line ends", "a\r\nb\r\n", "a\nb\n"},
		{"line ends, converted twice", "a\r\r\nb", "a\nb"},
		{"a lone carriage return is not ours", "a\rb", "a\rb"},
		{"decomposed", "Ho\u0323p cho\u031b\u0323", "H\u1ecdp ch\u1ee3"},
		{"no-break spaces", "Ba\u00a0ngày, 5\u00a0km, 10\u202f000\u00a0người\u202flà", "Ba ngày, 5\u00a0km, 10\u202f000\u00a0người là"},
		{"no-break space at the start", "\u00a0a", " a"},
		{"empty", "", ""},
	} {
		if got := string(Fix([]byte(c.src))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// FuzzFix holds the laws of Fix: once is enough, and of what it can mend
// nothing is left to report.
func FuzzFix(f *testing.F) {
	for _, s := range []string{"\ufeffa\r\n", "o\u0323\u031b\u00a0x", "1\u0323\u00a0", "a\u00a0\u0323", "\ufeff\ufeff", "\r\r\n\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if _, readable := Text("a.md", src); !readable {
			return
		}
		once := Fix(src)
		if twice := Fix(once); !bytes.Equal(once, twice) {
			t.Fatalf("%q: once %q, twice %q", src, once, twice)
		}
		found, _ := Text("a.md", once)
		for _, x := range found {
			if x.Rule.Fixable {
				t.Fatalf("%q: mended to %q, and still %s", src, once, x.Message(diag.EN))
			}
		}
	})
}

func TestAddID(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"---\ntitle: A\n---\n", "---\nid: k7d2m9x4qa\ntitle: A\n---\n"},
		{"--- \ntitle: A\n---\n", "--- \nid: k7d2m9x4qa\ntitle: A\n---\n"},
		{"A text without front matter.\n", "A text without front matter.\n"},
		{"---", "---"},
	} {
		if got := string(AddID([]byte(c.src), "k7d2m9x4qa")); got != c.want {
			t.Errorf("%q: %q, want %q", c.src, got, c.want)
		}
	}
}
