package vietnamese

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// sorted returns the words in the order of cmp, whatever order they came in.
func sorted(words []string, cmp func(a, b string) int) []string {
	got := slices.Clone(words)
	rand.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, cmp)
	return got
}

func TestCompareOrder(t *testing.T) {
	tests := map[string][]string{
		"dictionary": {"ca", "ca dao", "cà", "cà phê", "cá", "cá chép"},
		"tones":      {"ma", "mà", "mả", "mã", "má", "mạ"},
		"letters":    {"an", "ăn", "ân", "ba", "da", "đa", "em", "êm", "ga", "on", "ôn", "ơn", "pa", "un", "ưng", "vui"},
		"rhymes":     {"ca", "cá", "các", "cách", "cai", "can", "cản", "cao"},
		"places":     {"Ấp Bắc", "Bắc Ninh", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Hà Nội", "Lai Châu", "Sơn La"},
		"numbers":    {"Tổ 1", "Tổ 2", "Tổ 02b", "Tổ 10", "Tổ 10 A", "Tổ An", "Tổ Đoàn Kết"},
		"case":       {"sơn la", "sơn La", "Sơn la", "Sơn La", "SƠN LA", "sơn lá"},
		"signs":      {"cà", "cà phê", "cà-phê đá", "cà (phê) sữa", "“cà tím”"},
		"spellings":  {"hoa", "hòa bình", "hoà giải", "hòa thuận", "hóa", "hoác"},
		"others":     {"", "!", "5", "fax", "web", "zip", "Лаос", "ລາວ"},
		"marks":      {"gruc", "grúc", "grüc", "grud"},
		"look-alike": {"da", "NÐ-CA", "NĐ-CP", "Ơ"},
	}
	for name, want := range tests {
		if got := sorted(want, Compare); !slices.Equal(got, want) {
			t.Errorf("%s: sorted %q, want %q", name, got, want)
		}
	}
}

func TestNameKeyOrder(t *testing.T) {
	byName := func(a, b string) int { return strings.Compare(NameKey(a), NameKey(b)) }
	tests := map[string][]string{
		"given names": {"An", "Lê Đức Anh", "Ánh", "Ân", "Bích", "Dung", "Dũng", "Đào", "Đạt", "E", "Én"},
		"then family, then middle": {"Cầm Thị Hoa", "Lò Thị Hoa", "Lò Văn Hoa", "Nguyễn An Hoa", "Nguyễn Thị Hoa",
			"Nguyễn Thị Lan Hoa", "Bùi Hòa"},
		"spaces": {"Lò  Văn   An", "Quàng Văn An", " Bế Bình "},
	}
	for name, want := range tests {
		if got := sorted(want, byName); !slices.Equal(got, want) {
			t.Errorf("%s: sorted %q, want %q", name, got, want)
		}
	}
}

// syllables makes every combination of some onsets, all vowels of the pangram
// and some codas.
func syllables() []string {
	var out []string
	for _, vowel := range strings.Fields(pangram) {
		for _, onset := range []string{"", "b", "d", "đ", "gi", "q", "x"} {
			for _, coda := range []string{"", "c", "ng", "y"} {
				if strings.ToLower(vowel) != vowel {
					onset = strings.ToUpper(onset)
				}
				out = append(out, onset+vowel+coda)
			}
		}
	}
	return out
}

// TestSyllablesAgreeWithUnicode holds the order of single syllables to that of
// the Unicode collation for Vietnamese.
func TestSyllablesAgreeWithUnicode(t *testing.T) {
	collator := collate.New(language.Vietnamese)
	all := syllables()
	for range 200_000 {
		a, b := all[rand.IntN(len(all))], all[rand.IntN(len(all))]
		if got, want := Compare(a, b), collator.CompareString(a, b); got != want {
			t.Fatalf("Compare(%q, %q) = %d, Unicode says %d", a, b, got, want)
		}
	}
}

// TestPhrasesGoSyllableBySyllable states the law that whole-string collation
// breaks: the order of two phrases is that of their first syllables that
// differ.
func TestPhrasesGoSyllableBySyllable(t *testing.T) {
	var all []string
	for _, s := range syllables() {
		if strings.ToLower(s) == s {
			all = append(all, s)
		}
	}
	phrase := func() []string {
		words := make([]string, 1+rand.IntN(3))
		for i := range words {
			words[i] = all[rand.IntN(40)]
		}
		return words
	}
	for range 50_000 {
		a, b := phrase(), phrase()
		want := slices.CompareFunc(a, b, Compare)
		if got := Compare(strings.Join(a, " "), strings.Join(b, " ")); got != want {
			t.Fatalf("Compare(%q, %q) = %d, want %d", a, b, got, want)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("cá chép", "ca dao", "cà phê")
	f.Add("Tổ 02", "Tổ 2", "Tổ "+strings.Repeat("9", 300))
	f.Add("hoà", "hòa", "HÒA")
	f.Add("\xff", "\u0301", "a\u0302\u0323")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		ab, bc, ac := Compare(a, b), Compare(b, c), Compare(a, c)
		if ab != -Compare(b, a) {
			t.Fatalf("Compare(%q, %q) = %d both ways", a, b, ab)
		}
		if ab <= 0 && bc <= 0 && ac > 0 {
			t.Fatalf("Compare is not transitive on %q, %q, %q", a, b, c)
		}
		if (ab == 0) != (norm.NFC.String(a) == norm.NFC.String(b)) {
			t.Fatalf("Compare(%q, %q) = %d", a, b, ab)
		}
		if SortKey(a) != SortKey(norm.NFD.String(a)) {
			t.Fatalf("the sort key of %q depends on its normal form", a)
		}
	})
}

func BenchmarkSortKey(b *testing.B) {
	for b.Loop() {
		SortKey("Ủy ban nhân dân tỉnh Sơn La")
	}
}
