package content

import (
	"fmt"
	"time"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/internal/strictyaml"
)

// When is a day or an instant, as people write it: "2026-11-23" or
// "2026-11-23 08:30", in the portal's zone. It is kept as written, without a
// zone, until At is asked.
type When struct {
	Year     int16
	Month    int8
	Day      int8
	Hour     int8
	Minute   int8
	HasClock bool
}

// The forms in which an instant may be written.
var whenForms = []struct {
	layout string
	clock  bool
}{
	{time.DateOnly, false},
	{"2006-01-02 15:04", true},
	{"2006-01-02T15:04", true},
}

// The years that a portal's dates may have: no document that a portal
// publishes is older, and no year beyond it is anything but a slip.
const (
	firstYear = 1800
	lastYear  = 2199
)

// ParseWhen reads a day or an instant. Days that the calendar does not have
// and years out of range are errors.
func ParseWhen(s string) (When, error) {
	for _, form := range whenForms {
		t, err := time.Parse(form.layout, s)
		if err != nil {
			continue
		}
		if t.Year() < firstYear || t.Year() > lastYear {
			return When{}, fmt.Errorf("year %d is out of range", t.Year())
		}
		return When{
			Year: int16(t.Year()), Month: int8(t.Month()), Day: int8(t.Day()),
			Hour: int8(t.Hour()), Minute: int8(t.Minute()), HasClock: form.clock,
		}, nil
	}
	return When{}, fmt.Errorf("%q is neither a day like 2026-11-23 nor an instant like 2026-11-23 08:30", s)
}

// IsZero reports whether w is no time at all.
func (w When) IsZero() bool { return w.Year == 0 }

// At returns the instant in the zone loc; a day stands for its first instant.
func (w When) At(loc *time.Location) time.Time {
	if w.IsZero() {
		return time.Time{}
	}
	return time.Date(int(w.Year), time.Month(w.Month), int(w.Day), int(w.Hour), int(w.Minute), 0, 0, loc)
}

// String returns w as it is written in front matter.
func (w When) String() string {
	switch {
	case w.IsZero():
		return ""
	case w.HasClock:
		return fmt.Sprintf("%04d-%02d-%02d %02d:%02d", w.Year, w.Month, w.Day, w.Hour, w.Minute)
	}
	return fmt.Sprintf("%04d-%02d-%02d", w.Year, w.Month, w.Day)
}

// DecodeYAML reads a day or an instant.
func (w *When) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	s, ok := r.Text(n)
	if !ok || s == "" {
		return
	}
	v, err := ParseWhen(s)
	if err != nil {
		r.Report(ruleWhen, n, s)
		return
	}
	*w = v
}
