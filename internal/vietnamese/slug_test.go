package vietnamese

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestSlug(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Thông báo về việc nghỉ Tết Nguyên đán", "thong-bao-ve-viec-nghi-tet-nguyen-dan"},
		{"Đi chợ", "di-cho"}, // some libraries spell it "dji-cho"
		{"ĐẶC BIỆT", "dac-biet"},
		{"má, mà, mả", "ma-ma-ma"},
		{"  --Sơn La--  ", "son-la"},
		{"Nghị định 224/2026/NÐ-CP", "nghi-dinh-224-2026-nd-cp"},
		{"1.240 ha – 15,3 %", "1-240-ha-15-3"},
		{"Đắk R'Lấp và người H’Mông", "dak-rlap-va-nguoi-hmong"},
		{"diện tích 12 m²", "dien-tich-12-m2"},
		{"kinh\u00adtế, xã\u200b hội", "kinhte-xa-hoi"},
		{"Straße Ærø Łódź", "strasse-aero-lodz"},
		{"ＳＯＮ ＬＡ", "son-la"},
		{"", ""}, {"— … !", ""}, {"ປະເທດລາວ", ""}, {"\xff", ""},
		{"ປະ 5", "5"},
	}
	for _, tt := range tests {
		if got := Slug(tt.in); got != tt.want {
			t.Errorf("Slug(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if got := Slug(norm.NFD.String(tt.in)); got != tt.want {
			t.Errorf("Slug(NFD %q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestSlugLength(t *testing.T) {
	long := strings.Repeat("thông báo ", 20)
	got := Slug(long)
	if len(got) > MaxSlug || len(got) < MaxSlug/2 || strings.HasSuffix(got, "-") {
		t.Errorf("Slug of a long title = %q (%d bytes)", got, len(got))
	}
	for _, word := range strings.Split(got, "-") {
		if word != "thong" && word != "bao" {
			t.Errorf("Slug of a long title cut a word: %q", got)
		}
	}
	// A word that ends exactly at the limit is kept whole.
	exact := strings.Repeat("a", MaxSlug)
	if got := Slug(exact + " b"); got != exact {
		t.Errorf("Slug(%d letters and a word) = %q", MaxSlug, got)
	}
	if got := Slug(exact + "bc"); got != exact {
		t.Errorf("Slug(a word of %d letters) = %q, want its first %d", MaxSlug+2, got, MaxSlug)
	}
	// A hyphen near the beginning is no place to cut.
	if got := Slug("a " + strings.Repeat("b", 200)); len(got) != MaxSlug {
		t.Errorf("Slug(a short and an endless word) = %q (%d bytes), want %d bytes", got, len(got), MaxSlug)
	}
}

var slugForm = regexp.MustCompile(`^([a-z0-9]+(-[a-z0-9]+)*)?$`)

func FuzzSlug(f *testing.F) {
	for _, s := range []string{pangram, "Đi chợ", "— …", "ﬃ ½ ℃ ①", strings.Repeat("ß", 90), "\xffa"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Slug(s)
		if len(got) > MaxSlug || !slugForm.MatchString(got) {
			t.Fatalf("Slug(%q) = %q is not a slug", s, got)
		}
		if again := Slug(got); again != got {
			t.Fatalf("Slug is not idempotent on %q: %q, then %q", s, got, again)
		}
		if got == "" && strings.ContainsAny(Fold(s), "abcdefghijklmnopqrstuvwxyz0123456789") {
			t.Fatalf("Slug(%q) is empty, but Fold gives %q", s, Fold(s))
		}
	})
}
