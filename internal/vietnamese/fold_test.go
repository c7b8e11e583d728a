package vietnamese

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// pangram has every Vietnamese vowel with every tone, in both cases, and đ.
const pangram = "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ i ì ỉ ĩ í ị " +
	"o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ u ù ủ ũ ú ụ ư ừ ử ữ ứ ự y ỳ ỷ ỹ ý ỵ đ " +
	"A À Ả Ã Á Ạ Ă Ằ Ẳ Ẵ Ắ Ặ Â Ầ Ẩ Ẫ Ấ Ậ E È Ẻ Ẽ É Ẹ Ê Ề Ể Ễ Ế Ệ I Ì Ỉ Ĩ Í Ị " +
	"O Ò Ỏ Õ Ó Ọ Ô Ồ Ổ Ỗ Ố Ộ Ơ Ờ Ở Ỡ Ớ Ợ U Ù Ủ Ũ Ú Ụ Ư Ừ Ử Ữ Ứ Ự Y Ỳ Ỷ Ỹ Ý Ỵ Đ"

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"SON LA", "son la"},
		{"tra cứu hộ tịch", "tra cuu ho tich"},
		{"Ủy ban nhân dân tỉnh Sơn La", "uy ban nhan dan tinh son la"},
		{"Uỷ ban", "uy ban"},
		{"hòa", "hoa"}, {"hoà", "hoa"},
		{"Đắk Lắk", "dak lak"}, {"ĐẮK LẮK", "dak lak"},
		{"NÐ-CP ð Ɖ ɖ đ Đ", "nd-cp d d d d d"},
		{"Noël Ångström İstanbul", "noel angstrom istanbul"},
		// Windows-1258 writes the tone apart: ê + U+0323.
		{"Vi\u00ea\u0323t", "viet"},
		// Vowel signs of other scripts are letters to their readers.
		{"ປະເທດລາວ", "ປະເທດລາວ"},
		{"ꪼꪕ ꪵꪩꪫ", "ꪼꪕ ꪵꪩꪫ"},
		{"한국어", "한국어"},
		{"が", "が"},
		{"a\xffb", "a\uFFFDb"},
		{"15 m² – “A”", "15 m² – “a”"},
	}
	for _, tt := range tests {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if got := Fold(norm.NFD.String(tt.in)); got != tt.want {
			t.Errorf("Fold(NFD %q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestFoldPangramIsASCII(t *testing.T) {
	got := Fold(pangram)
	if !isASCII(got) {
		t.Errorf("Fold(pangram) = %q, want ASCII only", got)
	}
	if strings.ContainsAny(got, "ABCDEIOUY") {
		t.Errorf("Fold(pangram) = %q, want lower case only", got)
	}
	if want := strings.Repeat("a ", 18) + strings.Repeat("e ", 12) + strings.Repeat("i ", 6) +
		strings.Repeat("o ", 18) + strings.Repeat("u ", 12) + strings.Repeat("y ", 6) + "d"; got != want+" "+want {
		t.Errorf("Fold(pangram) = %q, want %q twice", got, want)
	}
}

// TestFoldTablesAgreeWithDecomposition folds every letter of the first blocks
// as one character and taken apart.
func TestFoldTablesAgreeWithDecomposition(t *testing.T) {
	for r := rune(1); r < 0x3000; r++ {
		whole, apart := string(r), norm.NFD.String(string(r))
		if a, b := Fold(whole), Fold(apart); a != b {
			t.Errorf("%U folds to %q, but to %q from its parts", r, a, b)
		}
		if a, b := Slug(whole), Slug(apart); a != b {
			t.Errorf("%U has the slug %q, but %q from its parts", r, a, b)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{pangram, "Điện Biên", "NÐ-CP", "ΏΣ", "ẛ̣", "\xff\u0301", "が한Ӂй", "ϓ́K"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Fold(s)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
			t.Fatalf("Fold(%q) = %q is not valid NFC", s, got)
		}
		if again := Fold(got); again != got {
			t.Fatalf("Fold is not idempotent on %q: %q, then %q", s, got, again)
		}
		if utf8.ValidString(s) {
			if nfd := Fold(norm.NFD.String(s)); nfd != got {
				t.Fatalf("Fold(%q) = %q, but %q from its NFD", s, got, nfd)
			}
		}
	})
}

func BenchmarkFold(b *testing.B) {
	b.SetBytes(int64(len(ordinary)))
	for b.Loop() {
		Fold(ordinary)
	}
}
