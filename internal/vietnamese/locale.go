package vietnamese

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// Locale writes dates, numbers and sizes as the readers of one language do.
// It is a plain value; the zero Locale writes English.
//
// Times are written in their own location: the caller converts them to the
// portal's zone first.
type Locale struct {
	vi bool
}

// For returns the locale of a language tag: Vietnamese for "vi" and what
// begins with "vi-", English for every other.
func For(lang string) Locale {
	lang = strings.ToLower(lang)
	return Locale{vi: lang == "vi" || strings.HasPrefix(lang, "vi-")}
}

// weekdays are the Vietnamese names of the days, from Sunday: Monday is "the
// second" day of the week.
var weekdays = [...]string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}

// Weekday is the name of a day: "Thứ Hai"; "Monday".
func (l Locale) Weekday(d time.Weekday) string {
	if l.vi && d >= time.Sunday && d <= time.Saturday {
		return weekdays[d]
	}
	return d.String()
}

// LongDate is the date with its weekday: "Thứ Hai, ngày 23/11/2026"; "Monday,
// 23 November 2026".
func (l Locale) LongDate(t time.Time) string {
	if l.vi {
		return l.Weekday(t.Weekday()) + ", ngày " + t.Format("02/01/2006")
	}
	return t.Format("Monday, 2 January 2006")
}

// ShortDate is the date for lists and tables: "23/11/2026"; "23 Nov 2026",
// because readers of English take 03/11 for two different days.
func (l Locale) ShortDate(t time.Time) string {
	if l.vi {
		return t.Format("02/01/2006")
	}
	return t.Format("2 Jan 2006")
}

// DateTime is the long date with the time of day on the 24-hour clock: "08:30,
// Thứ Hai, ngày 23/11/2026"; "08:30, Monday, 23 November 2026".
func (l Locale) DateTime(t time.Time) string {
	return t.Format("15:04") + ", " + l.LongDate(t)
}

// DocumentDate is the date as the head of an official document has it: "ngày
// 09 tháng 02 năm 2026"; "9 February 2026". Days below 10 and the months 1
// and 2 take a zero, so that nothing can be written before them (Decree
// 30/2020/NĐ-CP, Annex I).
func (l Locale) DocumentDate(t time.Time) string {
	if l.vi {
		return fmt.Sprintf("ngày %02d tháng %s năm %d", t.Day(), officialMonth(t), t.Year())
	}
	return t.Format("2 January 2006")
}

// Month names a month of a year: "Tháng 11/2026", "Tháng 2/2026"; "November
// 2026". The zeros of official dates would look uneven where months stand in a
// list.
func (l Locale) Month(t time.Time) string {
	if l.vi {
		return fmt.Sprintf("Tháng %d/%d", t.Month(), t.Year())
	}
	return t.Format("January 2006")
}

func officialMonth(t time.Time) string {
	if t.Month() <= time.February {
		return "0" + strconv.Itoa(int(t.Month()))
	}
	return strconv.Itoa(int(t.Month()))
}

// separators returns the sign between thousands and the decimal sign.
func (l Locale) separators() (thousands byte, decimal byte) {
	if l.vi {
		return '.', ','
	}
	return ',', '.'
}

// Number is a whole number with its thousands apart: "2.530.000";
// "2,530,000".
func (l Locale) Number(n int64) string {
	return l.group(strconv.FormatInt(n, 10))
}

// group puts the sign between thousands into the digits of a whole number,
// which may begin with a minus.
func (l Locale) group(digits string) string {
	thousands, _ := l.separators()
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	out := make([]byte, 0, len(digits)*4/3+1)
	out = append(out, sign...)
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out = append(out, thousands)
		}
		out = append(out, digits[i])
	}
	return string(out)
}

// maxDigits bounds the digits after the decimal sign: a float64 has no more
// that mean anything.
const maxDigits = 17

// Decimal is f rounded to the given number of digits after the decimal sign
// (0 to 17; what is outside is brought to the nearest): "1.234,5"; "1,234.5".
// What rounds to zero has no minus. A value that is no number (NaN, ±Inf) is
// a dash, as in an empty cell of a table.
func (l Locale) Decimal(f float64, digits int) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "–"
	}
	text := strconv.FormatFloat(f, 'f', min(max(digits, 0), maxDigits), 64)
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-")
	}
	whole, fraction, ok := strings.Cut(text, ".")
	if !ok {
		return l.group(whole)
	}
	_, decimal := l.separators()
	return l.group(whole) + string(decimal) + fraction
}

// Percent is a value already counted in hundredths, with its sign: 15.3 is
// "15,3 %"; "15.3%". The space is an ordinary one; layouts keep the two
// together with CSS.
func (l Locale) Percent(f float64, digits int) string {
	if l.vi {
		return l.Decimal(f, digits) + " %"
	}
	return l.Decimal(f, digits) + "%"
}

// sizeUnits are the units of Size from 1,000 bytes up, each a thousand of the
// one before.
var sizeUnits = [...]string{"KB", "MB", "GB", "TB", "PB", "EB"}

// Size is the size of a file in the largest unit that it fills: "512 B", "1,2
// MB", "35 MB"; "1.2 MB". One digit follows the decimal sign below ten units,
// unless it is zero, and none from ten on; halves round up. A unit is 1,000
// of the smaller one (1 MB is 1,000,000 bytes). The arithmetic is of whole
// numbers, so that the words are the same on every machine. A negative count,
// which no file has, keeps its minus.
func (l Locale) Size(bytes int64) string {
	sign, n := "", uint64(bytes)
	if bytes < 0 {
		sign, n = "-", -n
	}
	if n < 1000 {
		return sign + strconv.FormatUint(n, 10) + " B"
	}
	unit, scale := 0, uint64(1000)
	for unit+1 < len(sizeUnits) && rounded(n, scale) >= 1000 {
		unit, scale = unit+1, scale*1000
	}
	number := strconv.FormatUint(rounded(n, scale), 10)
	if tenths := rounded(n, scale/10); tenths < 100 && tenths%10 != 0 {
		_, decimal := l.separators()
		number = strconv.FormatUint(tenths/10, 10) + string(decimal) + strconv.FormatUint(tenths%10, 10)
	} else if tenths < 100 {
		number = strconv.FormatUint(tenths/10, 10)
	}
	return sign + number + " " + sizeUnits[unit]
}

// rounded is n/scale with halves up, without overflow.
func rounded(n, scale uint64) uint64 {
	q := n / scale
	if n%scale >= scale-scale/2 {
		q++
	}
	return q
}
