package vietnamese

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// encodeTCVN3 is what a reader of Latin-1 sees of s in TCVN3.
func encodeTCVN3(s string) string {
	back := map[rune]rune{}
	for b, letter := range tcvn3 {
		if letter != 0 {
			back[letter] = rune(b)
		}
	}
	return strings.Map(func(r rune) rune {
		if b, ok := back[r]; ok {
			return b
		}
		if b, ok := back[unicode.ToLower(r)]; ok {
			return b // a toned capital: the small letter in a capital font
		}
		return r
	}, s)
}

// encodeVNI is what a reader of Latin-1 sees of s in VNI-Windows, where the
// mark of a capital is a capital.
func encodeVNI(s string) string {
	back := map[string]string{}
	add := func(letter, code string) {
		letter = norm.NFC.String(letter)
		back[letter], back[strings.ToUpper(letter)] = code, strings.ToUpper(code)
	}
	for letter, meaning := range vniSingles {
		add(string(meaning), string(letter))
	}
	for code, mark := range vniMarks {
		for _, base := range mark.bases {
			letter := string(base)
			if meaning, ok := vniSingles[base]; ok {
				letter = string(meaning)
			}
			add(letter+mark.marks, string(base)+string(code))
		}
	}
	var b strings.Builder
	for _, r := range s {
		if code, ok := back[string(r)]; ok {
			b.WriteString(code)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestDecodeTCVN3(t *testing.T) {
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam", true},
		{"Uû ban nh©n d©n", "Uỷ ban nhân dân", true},
		{"§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc", true},
		{"ng\u00ad\u00acêi", "ngươời", true},
		{"ng\u00adêi \u2013 15 m²", "người – 15 m²", true},
		{"TØNH S¬N LA", "TỈNH SƠN LA", true},
		{"VIÖT NAM", "VIỆT NAM", true},
		{"plain", "plain", false},
		{"Việt", "Việt", false},
		{"Hµ Nội", "Hµ Nội", false},
		{"hà", "hà", false},
		{"Hµ\xff", "Hµ\xff", false},
	}
	for _, tt := range tests {
		if got, ok := DecodeTCVN3(tt.in); got != tt.want || ok != tt.ok {
			t.Errorf("DecodeTCVN3(%q) = %q, %t, want %q, %t", tt.in, got, ok, tt.want, tt.ok)
		}
	}
}

func TestDecodeVNI(t *testing.T) {
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", true},
		{"COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true},
		{"Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc", true},
		{"ngöôøi ñöôïc höôûng", "người được hưởng", true},
		{"naêm, baèng, baét, chaúng, saün, ñaëc", "năm, bằng, bắt, chẳng, sẵn, đặc", true},
		{"kyø, kyù, kyû, kyõ, kî, tænh, lòch", "kỳ, ký, kỷ, kỹ, kỵ, tỉnh, lịch", true},
		{"Thoâng baùo – 15 m²", "Thông báo – 15 m²", true},
		{"plain", "plain", false},
		{"Việt", "Việt", false},
		{"tø", "tø", false},
		{"aøø", "aøø", false},
		{"aø\xff", "aø\xff", false},
	}
	for _, tt := range tests {
		if got, ok := DecodeVNI(tt.in); got != tt.want || ok != tt.ok {
			t.Errorf("DecodeVNI(%q) = %q, %t, want %q, %t", tt.in, got, ok, tt.want, tt.ok)
		}
	}
}

func TestDecodeReturnsWhatWasEncoded(t *testing.T) {
	for _, s := range append(sentences, pangram) {
		if got, ok := DecodeVNI(encodeVNI(s)); got != s || !ok {
			t.Errorf("DecodeVNI(encoded %q) = %q, %t", s, got, ok)
		}
		small := strings.ToLower(s)
		if got, ok := DecodeTCVN3(encodeTCVN3(small)); got != small || !ok {
			t.Errorf("DecodeTCVN3(encoded %q) = %q, %t", small, got, ok)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range sentences {
		f.Add(encodeTCVN3(s))
		f.Add(encodeVNI(s))
	}
	f.Add("\xffÃø\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		for name, decode := range map[string]func(string) (string, bool){"TCVN3": DecodeTCVN3, "VNI": DecodeVNI} {
			got, ok := decode(s)
			if !ok && got != s {
				t.Fatalf("%s: %q was changed to %q without being decoded", name, s, got)
			}
			if len(got) > 3*len(s) {
				t.Fatalf("%s: %q grew to %q", name, s, got)
			}
		}
	})
}
