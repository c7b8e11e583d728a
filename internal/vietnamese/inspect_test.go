package vietnamese

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestInspectIsSilentOnOrdinaryText(t *testing.T) {
	for _, text := range slices.Concat(clean, sentences) {
		for _, variant := range []string{text, strings.ToUpper(text), strings.ReplaceAll(text, " ", "\n")} {
			if faults := Inspect(variant); faults != nil {
				t.Errorf("Inspect(%q) = %+v, want none", variant, faults)
			}
		}
	}
}

func TestInspect(t *testing.T) {
	tests := []struct {
		name, text string
		want       []Fault
	}{
		{"soft hyphen", "kinh\u00adtế", []Fault{{InvisibleCharacter, 4, 1, "kinh[U+00AD]tế"}}},
		{"zero-width space", "a\u200bb\u200bc\nd\u200be", []Fault{
			{InvisibleCharacter, 1, 2, "a[U+200B]b[U+200B]c"}, {InvisibleCharacter, 11, 1, "d[U+200B]e"}}},
		{"BOM inside", "a\ufeff", []Fault{{InvisibleCharacter, 1, 1, "a[U+FEFF]"}}},
		{"joiner between letters", "Sơn\u200dLa", []Fault{{InvisibleCharacter, 4, 1, "Sơn[U+200D]La"}}},
		{"non-joiner between letters", "Sơn\u200cLa", []Fault{{InvisibleCharacter, 4, 1, "Sơn[U+200C]La"}}},
		{"word joiner", "a\u2060b", []Fault{{InvisibleCharacter, 1, 1, "a[U+2060]b"}}},
		{"direction turned", "tệp\u202efdp.exe", []Fault{{InvisibleCharacter, 5, 1, "tệp[U+202E]fdp.exe"}}},
		{"isolate", "\u2066x\u2069", []Fault{{InvisibleCharacter, 0, 2, "[U+2066]x[U+2069]"}}},
		{"tag", "x\U000E0041", []Fault{{InvisibleCharacter, 1, 1, "x[U+E0041]"}}},
		{"hidden selector", "x\uFE01y\U000E0101", []Fault{{InvisibleCharacter, 1, 2, "x[U+FE01]y[U+E0101]"}}},
		{"filler", "x\u3164", []Fault{{InvisibleCharacter, 1, 1, "x[U+3164]"}}},
		{"line separator", "x\u2028y", []Fault{{InvisibleCharacter, 1, 1, "x[U+2028]y"}}},
		{"no-break space", "a\u00a0b và c\u202fd", []Fault{{NoBreakSpace, 1, 2, "a[U+00A0]b và c[U+202F]d"}}},
		{"no-break space after a number", "5\u00a0kg và 10\u202f000\u00a0đ", nil},
		{"NUL", "a\x00b", []Fault{{ControlCharacter, 1, 1, "a[U+0000]b"}}},
		{"controls", "\x1b[31m\x7f\u0085\ufffe", []Fault{{ControlCharacter, 0, 4, "[U+001B][31m[U+007F][U+0085][U+FFFE]"}}},
		{"private use", "\uf0b7 mục", []Fault{{PrivateUse, 0, 1, "[U+F0B7] mục"}}},
		{"lost", "H\uFFFD Nội", []Fault{{LostCharacter, 1, 1, "H[U+FFFD] Nội"}}},
		{"invalid", "H\xe0 N\xf4i", []Fault{{InvalidUTF8, 1, 2, "H[0xE0] N[0xF4]i"}}},
		{"cut character", "ệ"[:2], []Fault{{InvalidUTF8, 0, 2, "[0xE1][0xBB]"}}},
		{"Eth", "72/2013/NÐ-CP", []Fault{{LookAlikeD, 9, 1, "72/2013/NÐ-CP"}}},
		{"African D", "Ɖà Nẵng", []Fault{{LookAlikeD, 0, 1, "Ɖà Nẵng"}}},
		{"eth of Icelandic and of phonetics", "Guðni Þórðarson, Hafnarfjörður; /ðɪs/", nil},
		{"small eth for đ", "tổng ðài, ða", []Fault{{LookAlikeD, 7, 2, "tổng ðài, ða"}}},
		{"NFD", "Vie\u0323\u0302t", []Fault{{NotNFC, 3, 1, "Vie[U+0323][U+0302]t"}}},
		{"Windows-1258", "Vi\u00ea\u0323t Na\u0306m", []Fault{{NotNFC, 4, 2, "Viê[U+0323]t Na[U+0306]m"}}},
		{"singleton", "5 \u212b", []Fault{{NotNFC, 2, 1, "5 [U+212B]"}}},
		{"TCVN3", "x\nCéng hoµ x· héi chñ nghÜa ViÖt Nam", []Fault{{LegacyTCVN3, 10, 4, "Céng hoµ x· héi chñ nghÜa ViÖt Nam"}}},
		{"VNI", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", []Fault{{LegacyVNI, 2, 6, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"}}},
		{"TCVN3 keeps its ư", "§­êng ®i kh«ng khã", []Fault{{LegacyTCVN3, 0, 3, "§[U+00AD]êng ®i kh«ng khã"}}},
		{"several kinds", "a\u00a0b\u200b\x00", []Fault{
			{NoBreakSpace, 1, 1, "a[U+00A0]b[U+200B][U+0000]"},
			{InvisibleCharacter, 4, 1, "a[U+00A0]b[U+200B][U+0000]"},
			{ControlCharacter, 7, 1, "a[U+00A0]b[U+200B][U+0000]"}}},
	}
	for _, tt := range tests {
		if got := Inspect(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s: Inspect(%q) =\n%+v, want\n%+v", tt.name, tt.text, got, tt.want)
		}
	}
}

func TestFaultKindNames(t *testing.T) {
	seen := map[string]bool{}
	for k := range FaultKind(faultKinds) {
		if name := k.String(); name == "" || seen[name] || strings.Contains(name, "(") {
			t.Errorf("kind %d has the name %q", int(k), name)
		}
		seen[k.String()] = true
	}
	if got := FaultKind(-1).String(); got != "fault(-1)" {
		t.Errorf("name of an unknown kind: %q", got)
	}
	if InvalidUTF8.String() != "invalid-utf8" || NoBreakSpace.String() != "no-break-space" {
		t.Error("the names are not in the order of the kinds")
	}
}

// TestInspectFindsNFD checks that every line that NFD changes is found, and
// no other fault with it.
func TestInspectFindsNFD(t *testing.T) {
	for _, text := range sentences {
		faults := Inspect(norm.NFD.String(text))
		if len(faults) != 1 || faults[0].Kind != NotNFC {
			t.Errorf("Inspect(NFD %q) = %+v, want one of kind not-nfc", text, faults)
		}
	}
}

// TestInspectFindsLegacyText encodes sentences and looks for them, alone and
// among lines of Unicode.
func TestInspectFindsLegacyText(t *testing.T) {
	encodings := []struct {
		kind   FaultKind
		encode func(string) string
	}{{LegacyTCVN3, encodeTCVN3}, {LegacyVNI, encodeVNI}}
	for _, e := range encodings {
		for _, sentence := range sentences {
			for _, around := range []string{"%", paragraph + "%\n" + paragraph, "- %: ", "| % |", "**%**"} {
				before, after, _ := strings.Cut(around, "%")
				text := before + e.encode(sentence) + after
				faults := Inspect(text)
				if len(faults) != 1 || faults[0].Kind != e.kind {
					t.Errorf("Inspect(%q) = %+v, want one of kind %s", text, faults, e.kind)
					continue
				}
				if at := faults[0].Offset; at < len(before) || at >= len(text)-len(after) {
					t.Errorf("Inspect(%q) found %s at %d", text, e.kind, at)
				}
			}
		}
	}
}

func FuzzInspect(f *testing.F) {
	for _, s := range slices.Concat(clean, sentences) {
		f.Add(s)
		f.Add(norm.NFD.String(s))
		f.Add(encodeTCVN3(s))
		f.Add(encodeVNI(s))
	}
	f.Add("\xff\n\u0301\x00\u00ad\u200d\ufeff\uf0b7ð")
	f.Fuzz(func(t *testing.T, s string) {
		faults := Inspect(s)
		has := map[FaultKind]bool{}
		last := 0
		for _, fault := range faults {
			has[fault.Kind] = true
			if fault.Offset < last || fault.Offset >= len(s) || fault.Count < 1 {
				t.Fatalf("Inspect(%q) = %+v", s, faults)
			}
			last = fault.Offset
			if !utf8.ValidString(fault.Sample) || strings.ContainsAny(fault.Sample, "\n\x00\u00ad\u200b\u202e") || len(fault.Sample) > len("[U+0000]")*(sampleBefore+sampleAfter) {
				t.Fatalf("Inspect(%q) has the sample %q", s, fault.Sample)
			}
		}
		if has[InvalidUTF8] == utf8.ValidString(s) {
			t.Fatalf("Inspect(%q) = %+v, but UTF-8 is valid: %t", s, faults, utf8.ValidString(s))
		}
		if utf8.ValidString(s) && has[NotNFC] == norm.NFC.IsNormalString(s) {
			t.Fatalf("Inspect(%q) = %+v, but NFC is normal: %t", s, faults, norm.NFC.IsNormalString(s))
		}
		if strings.ContainsRune(s, 0) && !has[ControlCharacter] {
			t.Fatalf("Inspect(%q) = %+v misses a NUL", s, faults)
		}
	})
}

// TestFastClassesAgree checks the characters that classOf takes for plain
// without looking.
func TestFastClassesAgree(t *testing.T) {
	for r := rune(utf8.RuneSelf); r < 0x3000; r++ {
		if got, want := classOf(r), classify(r); got != want {
			t.Errorf("class of %U is %b, want %b", r, got, want)
		}
	}
}

func TestInspectAllocatesNothingForCleanText(t *testing.T) {
	if n := testing.AllocsPerRun(10, func() { Inspect(ordinary) }); n != 0 {
		t.Errorf("Inspect of clean text allocates %v times", n)
	}
}

func BenchmarkInspect(b *testing.B) {
	for name, text := range map[string]string{"vietnamese": ordinary, "ascii": strings.Repeat("plain text ", 455)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Inspect(text)
			}
		})
	}
}
