package vietnamese

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestDates(t *testing.T) {
	at := func(y int, m time.Month, d, hour, minute int) time.Time {
		return time.Date(y, m, d, hour, minute, 59, 0, time.FixedZone("ICT", 7*3600))
	}
	tests := []struct {
		name   string
		write  func(Locale, time.Time) string
		t      time.Time
		vi, en string
	}{
		{"LongDate", Locale.LongDate, at(2026, 11, 23, 8, 30), "Thứ Hai, ngày 23/11/2026", "Monday, 23 November 2026"},
		{"LongDate", Locale.LongDate, at(2026, 2, 1, 0, 0), "Chủ nhật, ngày 01/02/2026", "Sunday, 1 February 2026"},
		{"ShortDate", Locale.ShortDate, at(2026, 11, 23, 8, 30), "23/11/2026", "23 Nov 2026"},
		{"ShortDate", Locale.ShortDate, at(2026, 3, 5, 8, 30), "05/03/2026", "5 Mar 2026"},
		{"DateTime", Locale.DateTime, at(2026, 11, 23, 8, 30), "08:30, Thứ Hai, ngày 23/11/2026", "08:30, Monday, 23 November 2026"},
		{"DateTime", Locale.DateTime, at(2026, 11, 28, 23, 5), "23:05, Thứ Bảy, ngày 28/11/2026", "23:05, Saturday, 28 November 2026"},
		{"DocumentDate", Locale.DocumentDate, at(2026, 2, 9, 0, 0), "ngày 09 tháng 02 năm 2026", "9 February 2026"},
		{"DocumentDate", Locale.DocumentDate, at(2026, 1, 10, 0, 0), "ngày 10 tháng 01 năm 2026", "10 January 2026"},
		{"DocumentDate", Locale.DocumentDate, at(2026, 3, 9, 0, 0), "ngày 09 tháng 3 năm 2026", "9 March 2026"},
		{"DocumentDate", Locale.DocumentDate, at(2026, 11, 23, 0, 0), "ngày 23 tháng 11 năm 2026", "23 November 2026"},
		{"Month", Locale.Month, at(2026, 11, 23, 0, 0), "Tháng 11/2026", "November 2026"},
		{"Month", Locale.Month, at(2026, 2, 1, 0, 0), "Tháng 2/2026", "February 2026"},
		{"Month", Locale.Month, at(2026, 3, 1, 0, 0), "Tháng 3/2026", "March 2026"},
	}
	for _, tt := range tests {
		if got := tt.write(For("vi"), tt.t); got != tt.vi {
			t.Errorf("%s(%v) in vi = %q, want %q", tt.name, tt.t, got, tt.vi)
		}
		if got := tt.write(For("en"), tt.t); got != tt.en {
			t.Errorf("%s(%v) in en = %q, want %q", tt.name, tt.t, got, tt.en)
		}
	}
}

func TestWeekdays(t *testing.T) {
	want := []string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}
	for d, name := range want {
		if got := For("vi").Weekday(time.Weekday(d)); got != name {
			t.Errorf("Weekday(%d) = %q, want %q", d, got, name)
		}
	}
	if got := For("en").Weekday(time.Sunday); got != "Sunday" {
		t.Errorf("Weekday(Sunday) in en = %q", got)
	}
}

func TestFor(t *testing.T) {
	for lang, vi := range map[string]bool{
		"vi": true, "VI": true, "vi-VN": true, "en": false, "": false, "vie": false, "fr": false,
	} {
		if got := For(lang).Number(1000) == "1.000"; got != vi {
			t.Errorf("For(%q) is Vietnamese: %t, want %t", lang, got, vi)
		}
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		n      int64
		vi, en string
	}{
		{0, "0", "0"}, {7, "7", "7"}, {-7, "-7", "-7"}, {999, "999", "999"}, {1000, "1.000", "1,000"},
		{-999, "-999", "-999"}, {-1000, "-1.000", "-1,000"}, {2530000, "2.530.000", "2,530,000"},
		{math.MinInt64, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"},
	}
	for _, tt := range tests {
		if got := For("vi").Number(tt.n); got != tt.vi {
			t.Errorf("Number(%d) in vi = %q, want %q", tt.n, got, tt.vi)
		}
		if got := For("en").Number(tt.n); got != tt.en {
			t.Errorf("Number(%d) in en = %q, want %q", tt.n, got, tt.en)
		}
	}
}

func TestNumberReadsBack(t *testing.T) {
	for range 2000 {
		n := rand.Int64() >> rand.IntN(63)
		for _, l := range []Locale{For("vi"), For("en")} {
			text := l.Number(n)
			back, err := strconv.ParseInt(strings.NewReplacer(".", "", ",", "").Replace(text), 10, 64)
			if err != nil || back != n {
				t.Fatalf("Number(%d) = %q reads back as %d, %v", n, text, back, err)
			}
			for i, group := range strings.FieldsFunc(text, func(r rune) bool { return r == '.' || r == ',' }) {
				if i > 0 && len(group) != 3 {
					t.Fatalf("Number(%d) = %q has a group of %d digits", n, text, len(group))
				}
			}
		}
	}
}

func TestDecimal(t *testing.T) {
	tests := []struct {
		f      float64
		digits int
		vi, en string
	}{
		{15.3, 1, "15,3", "15.3"}, {1234.5, 1, "1.234,5", "1,234.5"}, {1234.5, 0, "1.234", "1,234"},
		{0.05, 2, "0,05", "0.05"}, {-0.04, 1, "0,0", "0.0"}, {-0.4, 0, "0", "0"}, {-1234.56, 2, "-1.234,56", "-1,234.56"},
		{999999.96, 1, "1.000.000,0", "1,000,000.0"},
		{1, -3, "1", "1"}, {0.5, 99, "0,50000000000000000", "0.50000000000000000"},
		{math.NaN(), 1, "–", "–"}, {math.Inf(-1), 1, "–", "–"},
	}
	for _, tt := range tests {
		if got := For("vi").Decimal(tt.f, tt.digits); got != tt.vi {
			t.Errorf("Decimal(%v, %d) in vi = %q, want %q", tt.f, tt.digits, got, tt.vi)
		}
		if got := For("en").Decimal(tt.f, tt.digits); got != tt.en {
			t.Errorf("Decimal(%v, %d) in en = %q, want %q", tt.f, tt.digits, got, tt.en)
		}
	}
	if got := For("vi").Percent(15.3, 1); got != "15,3 %" {
		t.Errorf("Percent in vi = %q", got)
	}
	if got := For("en").Percent(15.3, 1); got != "15.3%" {
		t.Errorf("Percent in en = %q", got)
	}
}

func TestSize(t *testing.T) {
	tests := []struct {
		bytes  int64
		vi, en string
	}{
		{0, "0 B", "0 B"}, {512, "512 B", "512 B"}, {999, "999 B", "999 B"}, {1000, "1 KB", "1 KB"},
		{1049, "1 KB", "1 KB"}, {1050, "1,1 KB", "1.1 KB"}, {9949, "9,9 KB", "9.9 KB"}, {9950, "10 KB", "10 KB"},
		{1234567, "1,2 MB", "1.2 MB"}, {35499999, "35 MB", "35 MB"}, {35500000, "36 MB", "36 MB"},
		{999499, "999 KB", "999 KB"}, {999500, "1 MB", "1 MB"}, {3 << 30, "3,2 GB", "3.2 GB"},
		{math.MaxInt64, "9,2 EB", "9.2 EB"}, {math.MinInt64, "-9,2 EB", "-9.2 EB"}, {-1, "-1 B", "-1 B"},
	}
	for _, tt := range tests {
		if got := For("vi").Size(tt.bytes); got != tt.vi {
			t.Errorf("Size(%d) in vi = %q, want %q", tt.bytes, got, tt.vi)
		}
		if got := For("en").Size(tt.bytes); got != tt.en {
			t.Errorf("Size(%d) in en = %q, want %q", tt.bytes, got, tt.en)
		}
	}
}

// TestSizeIsNear checks with exact rational arithmetic that what is written
// is never further from the truth than half of its last digit.
func TestSizeIsNear(t *testing.T) {
	scales := map[string]int64{"B": 1, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15, "EB": 1e18}
	for range 5000 {
		n := rand.Int64() >> rand.IntN(63)
		text := For("en").Size(n)
		number, unit, _ := strings.Cut(text, " ")
		value, ok := new(big.Rat).SetString(number)
		if !ok || scales[unit] == 0 {
			t.Fatalf("Size(%d) = %q", n, text)
		}
		scale := new(big.Rat).SetInt64(scales[unit])
		truth := new(big.Rat).Quo(new(big.Rat).SetInt64(n), scale)
		step := big.NewRat(1, 2)
		if truth.Cmp(big.NewRat(10, 1)) < 0 && unit != "B" {
			step = big.NewRat(1, 20)
		}
		if diff := new(big.Rat).Sub(value, truth); diff.Abs(diff).Cmp(step) > 0 {
			t.Fatalf("Size(%d) = %q is further than half of its last digit from %s", n, text, truth.FloatString(6))
		}
		if value.Cmp(big.NewRat(1000, 1)) >= 0 && unit != "EB" {
			t.Fatalf("Size(%d) = %q should use the next unit", n, text)
		}
	}
}
