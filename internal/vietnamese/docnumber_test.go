package vietnamese

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestParseDocumentNumber(t *testing.T) {
	tests := []struct {
		in   string
		want DocumentNumber
	}{
		{"2722/QĐ-UBND", DocumentNumber{Number: 2722, Type: "QĐ", Body: "UBND"}},
		{"01/2026/QĐ-UBND", DocumentNumber{Number: 1, Year: 2026, Type: "QĐ", Body: "UBND"}},
		{"05/2019/NQ-HĐND", DocumentNumber{Number: 5, Year: 2019, Type: "NQ", Body: "HĐND"}},
		{"148/2025/QH15", DocumentNumber{Number: 148, Year: 2025, Body: "QH15"}},
		{"1411/UBND-NC", DocumentNumber{Number: 1411, Body: "UBND-NC"}},
		{"224/2026/NĐ-CP", DocumentNumber{Number: 224, Year: 2026, Type: "NĐ", Body: "CP"}},
		{"12-NQ/TU", DocumentNumber{Number: 12, Type: "NQ", Body: "TU"}},
		{"22/2023/TT-BTTTT", DocumentNumber{Number: 22, Year: 2023, Type: "TT", Body: "BTTTT"}},
		{"15/2020/TTLT-BTC-BNV", DocumentNumber{Number: 15, Year: 2020, Type: "TTLT", Body: "BTC-BNV"}},
		{"18/CT-TTg", DocumentNumber{Number: 18, Type: "CT", Body: "TTg"}},
		{"123/TTr-SNV", DocumentNumber{Number: 123, Type: "TTr", Body: "SNV"}},
		{"30a/2008/NQ-CP", DocumentNumber{Number: 30, Suffix: "a", Year: 2008, Type: "NQ", Body: "CP"}},
		{"16/2008/QĐ-BGD&ĐT", DocumentNumber{Number: 16, Year: 2008, Type: "QĐ", Body: "BGD&ĐT"}},
		{"36-CP", DocumentNumber{Number: 36, Body: "CP"}},
		{"01-QĐ-NS/TW", DocumentNumber{Number: 1, Type: "QĐ", Body: "NS/TW"}},
		{"77/UBND-VX1", DocumentNumber{Number: 77, Body: "UBND-VX1"}},
		{"10/SKHĐT-ĐTTh", DocumentNumber{Number: 10, Body: "SKHĐT-ĐTTh"}},
		{"09/DA-UBND", DocumentNumber{Number: 9, Type: "DA", Body: "UBND"}},
		{"09/ĐA-UBND", DocumentNumber{Number: 9, Type: "ĐA", Body: "UBND"}},
		{"12/TƯ", DocumentNumber{Number: 12, Body: "TƯ"}},
	}
	for _, tt := range tests {
		tt.want.Canonical = tt.in
		got, err := ParseDocumentNumber(tt.in)
		if err != nil || got != tt.want {
			t.Errorf("ParseDocumentNumber(%q) = %+v, %v, want %+v", tt.in, got, err, tt.want)
		}
	}
}

func TestParseDocumentNumberRepairs(t *testing.T) {
	tests := []struct{ in, want string }{
		{"72/2013/NÐ-CP", "72/2013/NĐ-CP"}, // Eth, as found in published texts
		{"72/2013/NƉ-CP", "72/2013/NĐ-CP"},
		{"2722/qð-ubnd", "2722/QĐ-UBND"},
		{"2722/qđ-ubnd", "2722/QĐ-UBND"},
		{"2722/QD-UBND", "2722/QĐ-UBND"},
		{"05/2019/nq-hdnd", "05/2019/NQ-HĐND"},
		{"123/TTR-SNV", "123/TTr-SNV"},
		{"123/ctr-ubnd", "123/CTr-UBND"},
		{"18/CT-TTG", "18/CT-TTg"},
		{"18/ct-ttg", "18/CT-TTg"},
		{"148/2025/qh15", "148/2025/QH15"},
		{"2722/Qđ-Ubnd", "2722/QĐ-UBND"},
		{" 2722 / QĐ - UBND ", "2722/QĐ-UBND"},
		{"2722/QĐ\u00a0–\u00a0UBND", "2722/QĐ-UBND"},
		{"2722∕QĐ‑UBND", "2722/QĐ-UBND"},
		{"2722/QĐ-\u200bUBND\ufeff", "2722/QĐ-UBND"},
		{"Số: 2722/QĐ-UBND", "2722/QĐ-UBND"},
		{"số 2722/QĐ-UBND", "2722/QĐ-UBND"},
		{"5/2019/NQ-HĐND", "05/2019/NQ-HĐND"},
		{"0005/2019/NQ-HĐND", "05/2019/NQ-HĐND"},
		{"9-nq/tu", "09-NQ/TU"},
		{norm.NFD.String("12-NQ/TƯ"), "12-NQ/TƯ"},
	}
	for _, tt := range tests {
		got, err := ParseDocumentNumber(tt.in)
		if err != nil || got.Canonical != tt.want || !got.Repaired || got.String() != tt.want {
			t.Errorf("ParseDocumentNumber(%q) = %+v, %v, want %q, repaired", tt.in, got, err, tt.want)
		}
	}
}

func TestParseDocumentNumberErrors(t *testing.T) {
	tests := []struct{ in, says string }{
		{"", "begin with the number"},
		{"QĐ-UBND", "begin with the number"},
		{"/QĐ-UBND", "begin with the number"},
		{"2722", "symbol is missing"},
		{"2722/", "symbol is missing"},
		{"2722 QĐ-UBND", "write a slash"},
		{"01/2026", "must begin with a letter"},
		{"01/2026-QĐ", "after the year write a slash"},
		{"01/0026/QĐ-UBND", "no year"},
		{"00/QĐ-UBND", "zero"},
		{"1234567/QĐ-UBND", "at most 6 digits"},
		{"2722/QĐ", "who issued it"},
		{"2722/qđ-", "a word is missing"},
		{"2722/QĐ--UBND", "a word is missing"},
		{"2722/QĐ/UBND", "write a hyphen"},
		{"12-NQ/TU/X", "more than one slash"},
		{"2722/QĐ UBND", "' ' does not belong"},
		{"2722/QĐ-UBND.", "must end with a letter"},
		{"2722/QĐ-ỦB", "must begin with a letter"},
		{"2722/QĐ-BỘ", "'Ộ' does not belong"},
		{"2722/QĐ-UB\u0421D", "does not belong"}, // Cyrillic
		{"2722/QĐ-<script>", "must begin with a letter"},
		{"2722/QĐ-UBND\x00", "does not belong"},
		{"2722/Q\xff", "not UTF-8"},
		{"1/" + strings.Repeat("A", 63), "65 bytes"},
		{"1/" + strings.Repeat("A", 62), "more than 64 bytes"}, // once the zero is added
	}
	for _, tt := range tests {
		got, err := ParseDocumentNumber(tt.in)
		if err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("ParseDocumentNumber(%q) = %+v, %v, want an error that says %q", tt.in, got, err, tt.says)
		}
		if err != nil && got != (DocumentNumber{}) {
			t.Errorf("ParseDocumentNumber(%q) = %+v beside an error", tt.in, got)
		}
	}
}

func TestDocumentNumbersSort(t *testing.T) {
	want := []string{"36-CP", "300/QĐ-UBND", "2722/NQ-UBND", "2722/QĐ-UBND", "43/2011/NĐ-CP",
		"05/2019/NQ-HĐND", "30/2019/NQ-HĐND", "30a/2019/NQ-HĐND", "224/2019/NĐ-CP", "01/2026/QĐ-UBND"}
	got := sorted(want, func(a, b string) int {
		x, errX := ParseDocumentNumber(a)
		y, errY := ParseDocumentNumber(b)
		if errX != nil || errY != nil {
			t.Fatal(errX, errY)
		}
		return x.Compare(y)
	})
	if !slices.Equal(got, want) {
		t.Errorf("sorted %q, want %q", got, want)
	}
}

func TestDocumentTypes(t *testing.T) {
	seen := map[string]bool{}
	for _, dt := range DocumentTypes() {
		if seen[dt.Abbreviation] || dt.VI == "" || dt.EN == "" {
			t.Errorf("type %+v is repeated or has no name", dt)
		}
		seen[dt.Abbreviation] = true
		for _, form := range []string{"07/" + dt.Abbreviation + "-UBND", "07/" + strings.ToLower(dt.Abbreviation) + "-ubnd"} {
			if d, err := ParseDocumentNumber(form); err != nil || d.Type != dt.Abbreviation {
				t.Errorf("ParseDocumentNumber(%q) has type %q, %v, want %q", form, d.Type, err, dt.Abbreviation)
			}
		}
	}
	DocumentTypes()[0].VI = "đã sửa"
	if DocumentTypes()[0].VI != "Nghị quyết" {
		t.Error("a caller can change the table")
	}
}

func FuzzParseDocumentNumber(f *testing.F) {
	for _, s := range []string{"2722/QĐ-UBND", "01/2026/qð-ubnd", "12-NQ/TU", "30a/2008/NQ-CP", "Số: 5 / hd-ttg",
		"1/A.B&C-D1", "148/2025/QH15", "01-QĐ-NS/TW", "Số 1-ǆ", "1/ı-ſ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDocumentNumber(s)
		if err != nil {
			return
		}
		if d.Repaired != (d.Canonical != s) || d.Number < 1 || d.Body == "" || len(d.Canonical) > MaxDocumentNumber {
			t.Fatalf("ParseDocumentNumber(%q) = %+v", s, d)
		}
		again, err := ParseDocumentNumber(d.Canonical)
		d.Repaired = false
		if err != nil || again != d {
			t.Fatalf("ParseDocumentNumber(%q) = %+v, but its canonical form gives %+v, %v", s, d, again, err)
		}
	})
}
