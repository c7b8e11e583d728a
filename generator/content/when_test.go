package content_test

import (
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/content"
)

func TestParseWhen(t *testing.T) {
	zone := time.FixedZone("+07:00", 7*3600)
	for _, c := range []struct{ in, canonical, instant string }{
		{"2026-11-23", "2026-11-23", "2026-11-23T00:00:00+07:00"},
		{"2026-11-23 08:30", "2026-11-23 08:30", "2026-11-23T08:30:00+07:00"},
		{"2026-11-23T08:30", "2026-11-23 08:30", "2026-11-23T08:30:00+07:00"},
		{"2026-11-23 8:30", "2026-11-23 08:30", "2026-11-23T08:30:00+07:00"},
		{"2026-11-23  08:30", "2026-11-23 08:30", "2026-11-23T08:30:00+07:00"},
		{"2026-11-23 00:00", "2026-11-23 00:00", "2026-11-23T00:00:00+07:00"},
		{"2026-11-23 23:59", "2026-11-23 23:59", "2026-11-23T23:59:00+07:00"},
		{"2024-02-29", "2024-02-29", "2024-02-29T00:00:00+07:00"},
		{"1800-01-01", "1800-01-01", "1800-01-01T00:00:00+07:00"},
		{"2199-12-31 23:59", "2199-12-31 23:59", "2199-12-31T23:59:00+07:00"},
	} {
		w, err := content.ParseWhen(c.in)
		if err != nil || w.String() != c.canonical || w.At(zone).Format(time.RFC3339) != c.instant || w.IsZero() {
			t.Errorf("%q is %q, %s, %v; want %q, %s", c.in, w, w.At(zone).Format(time.RFC3339), err, c.canonical, c.instant)
		}
		if w.HasClock != (len(c.canonical) > 10) {
			t.Errorf("%q: a clock is meant: %v", c.in, w.HasClock)
		}
	}
	for _, in := range []string{
		"", " ", "2026", "2026-11", "23/11/2026", "11-23-2026", "2026-11-31", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-01",
		"2026-11-00", "2026-1-2", "1799-12-31", "2200-01-01", "0001-01-01", "9999-12-31", "99999-01-01", "-2026-01-01",
		"2026-11-23 24:00", "2026-11-23 08:60", "2026-11-23 08", "2026-11-23 08:30:00", "2026-11-23 08:30 AM",
		"2026-11-23T08:30:00+07:00", "2026-11-23T08:30Z", "2026-11-23 08:30 ", "hôm nay", "２０２６-11-23",
	} {
		if w, err := content.ParseWhen(in); err == nil {
			t.Errorf("%q is taken for %s", in, w)
		}
	}
	if zero := (content.When{}); !zero.IsZero() || zero.String() != "" || !zero.At(zone).IsZero() {
		t.Error("no time is some time")
	}
}

// Whatever is accepted has one canonical spelling, which reads the same.
func FuzzParseWhen(f *testing.F) {
	for _, s := range []string{"2026-11-23", "2026-11-23 08:30", "2026-11-23T8:30", "2199-12-31 23:59", "1800-02-29"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		w, err := content.ParseWhen(s)
		if err != nil {
			if !w.IsZero() {
				t.Errorf("%q is refused, and yet it is %s", s, w)
			}
			return
		}
		again, err := content.ParseWhen(w.String())
		if err != nil || again != w {
			t.Errorf("%q is %s, which reads as %s, %v", s, w, again, err)
		}
		if at := w.At(time.UTC); at.Year() < 1800 || at.Year() > 2199 || at.Format(time.DateOnly) != w.String()[:10] {
			t.Errorf("%q is %s, at %s", s, w, at)
		}
	})
}
