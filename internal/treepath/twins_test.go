package treepath

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestTwins(t *testing.T) {
	for _, tt := range []struct {
		row   string
		paths []string
		want  string // code and path of each problem
	}{
		{"F5", []string{"tin/Tin.md", "tin/tin.md"}, "path-twin tin/tin.md"},
		{"F5", []string{"Tin/a.md", "tin/b.md", "tin/c.md"}, "path-twin tin"},
		{"F5", []string{"a/b/C/d", "a/b/c/e"}, "path-twin a/b/c"},
		{"F5", []string{"Đất.md", "đất.md"}, "path-twin đất.md"},
		{"F5", []string{"ƯU TIÊN.pdf", "ưu tiên.pdf"}, "path-twin ưu tiên.pdf"},
		{"F5", []string{"straße", "STRASSE"}, "path-twin straße"},
		{"F4", []string{"v\u1EC7", "ve\u0323\u0302"}, "path-twin v\u1EC7"},
		{"F4", []string{"v\u1EC7", "vê\u0323"}, "path-twin v\u1EC7"},
		{"F6", []string{"hòa.jpg", "hoà.jpg"}, "path-twin hòa.jpg"},
		{"F6", []string{"Thủy điện.md", "Thuỷ điện.md"}, "path-twin Thủy điện.md"},
		{"F6", []string{"HÓA ĐƠN.pdf", "hoá đơn.pdf"}, "path-twin hoá đơn.pdf"},
		{"F10", []string{"tin", "tin/a.md"}, "path-clash tin"},
		{"F10", []string{"Tin", "tin/a.md"}, "path-twin tin"},
		{"F10", []string{"a/b", "a/b/c/d"}, "path-clash a/b"},
		{"none", []string{"tin/a.md", "tin/a.md"}, ""},
		{"none", []string{"tin/a.md", "tin2/a.md", "Khac/A.md"}, ""},
		{"none", []string{"ma", "má", "mà", "mả", "mã", "mạ", "mâ", "mă", "mơ"}, ""},
		{"none", []string{"cà na", "ca nà", "cán", "can", "của", "cua", "cưa"}, ""},
		{"none", []string{"đo", "do", "bà", "ba", "hoa", "hòa", "hóa", "họa"}, ""},
		{"none", []string{"a-b", "ab", "a_b", "a b", "a.b"}, ""},
		{"none", []string{"ñandu", "nãndu"}, ""},
	} {
		t.Run(tt.row, func(t *testing.T) {
			var got []string
			for _, p := range Twins(tt.paths) {
				got = append(got, p.Rule.Code+" "+p.Path)
			}
			if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("Twins(%q) = %q, want %q", tt.paths, s, tt.want)
			}
		})
	}
}

// Siblings that a case-insensitive or normalizing file system would merge are
// always found, at any depth and in any order of the paths.
func TestF5TwinsAreFoundAnywhere(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	letters := vietnameseLetters()
	name := func() string {
		var b strings.Builder
		for range 1 + rng.IntN(6) {
			b.WriteRune(letters[rng.IntN(len(letters))])
		}
		return b.String()
	}
	twist := []func(string) string{strings.ToUpper, strings.ToLower, norm.NFD.String}
	for range 2000 {
		var above []string
		for range rng.IntN(5) {
			above = append(above, name())
		}
		one, below := name(), name()
		two := twist[rng.IntN(len(twist))](one)
		at := func(s string) string { return strings.Join(append(slices.Clone(above), s, below), "/") }
		paths := []string{at(one), at(two), "zzz/" + name()}
		rng.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
		found := Twins(paths)
		if one == two && len(found) != 0 {
			t.Fatalf("one path twice gives %s", found[0])
		}
		if one != two && (len(found) != 1 || found[0].Rule != ruleTwin) {
			t.Fatalf("twins %q give %v", paths, found)
		}
	}
}

func TestTwinsDoNotDependOnOrder(t *testing.T) {
	paths := []string{"B/x", "b/x", "b/y", "a", "a/b", "A/c", "hoà", "hòa", "HÒA", "c/d/e", "c/D/f"}
	want := fmt.Sprint(Twins(paths))
	rng := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		rng.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
		if got := fmt.Sprint(Twins(paths)); got != want {
			t.Fatalf("order %q gives\n%s\nwant\n%s", paths, got, want)
		}
	}
}

func FuzzSet(f *testing.F) {
	f.Add("a/b", "A/b")
	f.Add("hòa", "hoà")
	f.Add("", "/")
	f.Add("\xff/a", "\xfe/a")
	f.Fuzz(func(t *testing.T, one, two string) {
		var ab, ba Set
		if p := ab.Add(one); p != nil {
			t.Fatalf("a first path has the problem %s", p)
		}
		p, q := ab.Add(two), ba.Add(two)
		if q != nil {
			t.Fatalf("a first path has the problem %s", q)
		}
		q = ba.Add(one)
		if (p == nil) != (q == nil) {
			t.Fatalf("%q, %q: %v one way, %v the other", one, two, p, q)
		}
		if p != nil && (!reflect.DeepEqual(ab.Add(two), p) || !strings.HasPrefix(two, p.Path)) {
			t.Fatalf("%q: the problem %v does not last, or is elsewhere", two, p)
		}
		if one == two && p != nil {
			t.Fatalf("%q twice: %s", one, p)
		}
		if utf8.ValidString(one) && one == norm.NFC.String(two) && one != two && p == nil {
			t.Fatalf("%q and its other normal form are not twins", one)
		}
	})
}

func BenchmarkSet(b *testing.B) {
	paths := make([]string, 100_000)
	for i := range paths {
		paths[i] = fmt.Sprintf("content/chinh/tin-tuc/2026/%02d/bai-viet-%d.md", i%12, i)
	}
	for b.Loop() {
		var s Set
		for _, p := range paths {
			if s.Add(p) != nil {
				b.Fatal(p)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/1e3, "ms/100k")
}
