package theme

import (
	"html/template"
	"maps"
	"slices"
	"strings"

	"sonla.gov.vn/bientap/generator/view"
	"sonla.gov.vn/bientap/internal/vietnamese"
)

// builtins are the functions of text/template that a layout may use. The
// others call what they are given, print memory addresses, or undo the
// escaping of html/template.
var builtins = []string{"and", "eq", "ge", "gt", "index", "le", "len", "lt", "ne", "not", "or", "slice"}

// methods are the methods of views that a layout may call.
var methods = map[string]bool{"IsZero": true, "IsEmpty": true}

// Functions returns the names of all functions that a layout may call,
// sorted. There is no other: a layout that calls one is a finding. The
// functions of text/template among them work as documented there; ours are
//
//	t "key" values…  the message of that key; the key is written out
//	date D           23/11/2026
//	longdate D       Thứ Hai, ngày 23/11/2026
//	datetime D       08:30, Thứ Hai, ngày 23/11/2026; without a clock as longdate
//	isodate D        2026-11-23 or 2026-11-23T09:30:00+07:00, for <time>
//	month D          Tháng 11/2026
//	number N         1.234.567
//	size B           1,2 MB, from bytes
//	tel S            the digits of a telephone number, for a tel: address
//	markup H         the text of a page, the only markup that is not escaped
//
// Dates, numbers and sizes are written as the language of the layout does. A
// zero Date gives the empty text.
func Functions() []string {
	return slices.Sorted(maps.Keys(functions("", nil, nil)))
}

// functions returns the closed list for a language. The builtins have nil.
func functions(lang string, messages catalogue, markup Markup) template.FuncMap {
	locale := vietnamese.For(lang)
	dated := func(format func(view.Date) string) func(view.Date) string {
		return func(d view.Date) string {
			if d.IsZero() {
				return ""
			}
			return format(d)
		}
	}
	long := func(d view.Date) string { return locale.LongDate(d.Time) }
	out := template.FuncMap{
		"t":        func(key string, args ...any) string { return messages[key].fill(args) },
		"date":     dated(func(d view.Date) string { return locale.ShortDate(d.Time) }),
		"longdate": dated(long),
		"datetime": dated(func(d view.Date) string {
			if !d.HasClock {
				return long(d)
			}
			return locale.DateTime(d.Time)
		}),
		"isodate": dated(isodate),
		"month":   dated(func(d view.Date) string { return locale.Month(d.Time) }),
		"number":  func(n int) string { return locale.Number(int64(n)) },
		"size":    func(bytes int64) string { return locale.Size(bytes) },
		"tel":     tel,
		"markup":  (func(view.HTML) template.HTML)(markup),
	}
	for _, name := range builtins {
		out[name] = nil
	}
	return out
}

// isodate writes a date as the attribute datetime of <time> has it.
func isodate(d view.Date) string {
	if d.HasClock {
		return d.Time.Format("2006-01-02T15:04:05-07:00")
	}
	return d.Time.Format("2006-01-02")
}

// tel keeps what a dialled number is made of (RFC 3966): digits and a plus
// sign in front.
func tel(phone string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone)
}
