package harden

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// unicodeText checks what every text must be: UTF-8, without control
// characters but tab and line ends, and without the characters that reorder
// what is seen (Unicode's Bidi_Control). The first of each is enough. It is
// one pass over every byte of every page, hence its form.
func (f *file) unicodeText() {
	control, bidi := false, false
	for i := 0; i < len(f.data); {
		c := f.data[i]
		if ' ' <= c && c < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(f.data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			f.find(ruleEncoding, i)
			return
		case isControl(r) && !control:
			control = true
			f.find(ruleControl, i, fmt.Sprintf("%U", r))
		case isBidi(r) && !bidi:
			bidi = true
			f.find(ruleBidi, i, fmt.Sprintf("%U", r))
		}
		i += size
	}
}

// isControl reports whether r is a control character (Unicode's Cc) other than
// tab and the line ends.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || 0x7f <= r && r < 0xa0
}

// isBidi reports whether r has Unicode's property Bidi_Control.
func isBidi(r rune) bool {
	return r == 0x061c || r == 0x200e || r == 0x200f || 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069
}

// references checks that no character reference of markup stands for what a
// text may not hold.
func (f *file) references() {
	for at := 0; ; at++ {
		i := bytes.IndexByte(f.data[at:], '&')
		if i < 0 {
			return
		}
		at += i
		rest := f.data[at:min(at+16, len(f.data))]
		if !bytes.HasPrefix(rest, []byte("&#")) && !bytes.HasPrefix(rest, []byte("&lrm;")) && !bytes.HasPrefix(rest, []byte("&rlm;")) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(html.UnescapeString(string(rest)))
		switch {
		case isBidi(r):
			f.find(ruleBidi, at, fmt.Sprintf("%U", r))
		case isControl(r):
			f.find(ruleControl, at, fmt.Sprintf("%U", r))
		}
	}
}

func (f *file) text() { f.unicodeText() }

// table checks a CSV file. It may begin with a byte order mark, without which
// spreadsheets take it for another encoding.
func (f *file) table() { f.unicodeText() }

// calendar checks an iCalendar file (RFC 5545).
func (f *file) calendar() {
	f.unicodeText()
	if !bytes.HasPrefix(f.data, []byte("BEGIN:VCALENDAR\r\n")) {
		f.find(ruleMagic, 0, "ics")
	}
}

func (f *file) json() {
	f.unicodeText()
	f.jsonValue(f.data, 0)
}

// jsonValue checks that data, at an offset of the file, is one JSON value.
func (f *file) jsonValue(data []byte, offset int) {
	if json.Valid(data) {
		return
	}
	var value any
	err := json.Unmarshal(data, &value)
	if syntax, ok := err.(*json.SyntaxError); ok {
		offset += int(syntax.Offset)
	}
	f.find(ruleData, offset, "JSON", fmt.Sprint(err))
}

// manifest checks a web application manifest: JSON whose addresses are local.
func (f *file) manifest() {
	before := len(f.list)
	f.json()
	if len(f.list) > before {
		return
	}
	var m struct {
		StartURL string                 `json:"start_url"`
		Scope    string                 `json:"scope"`
		ID       string                 `json:"id"`
		Icons    []struct{ Src string } `json:"icons"`
	}
	if err := json.Unmarshal(f.data, &m); err != nil {
		f.find(ruleData, 0, "web manifest", err.Error())
		return
	}
	addresses := []string{m.StartURL, m.Scope, m.ID}
	for _, icon := range m.Icons {
		addresses = append(addresses, icon.Src)
	}
	for _, address := range addresses {
		if address != "" && !isLocal(address) {
			f.find(ruleForeign, max(0, bytes.Index(f.data, []byte(address))), address)
		}
	}
}

// schemes are those of links that a visitor may follow.
var schemes = []string{"https", "http", "mailto", "tel"}

// isLink reports whether a decoded address may stand in a link: a local one,
// or one with a known scheme. White space, control characters and backslashes,
// which browsers drop or turn into slashes, are refused.
func isLink(address string) bool {
	if !isPlainAddress(address) {
		return false
	}
	i := strings.IndexAny(address, ":/?#")
	if i < 0 || address[i] != ':' {
		return isLocal(address)
	}
	scheme, rest := strings.ToLower(address[:i]), address[i+1:]
	for _, known := range schemes {
		if scheme != known {
			continue
		}
		if !strings.HasPrefix(known, "http") {
			return rest != ""
		}
		host, found := strings.CutPrefix(rest, "//")
		return found && host != "" && host[0] != '/'
	}
	return false
}

// isLocal reports whether a decoded address stays on its host whatever page it
// is on: a path, a query or a fragment.
func isLocal(address string) bool {
	if !isPlainAddress(address) || strings.HasPrefix(address, "//") {
		return false
	}
	i := strings.IndexAny(address, ":/?#")
	return i < 0 || address[i] != ':'
}

func isPlainAddress(address string) bool {
	if address == "" {
		return false
	}
	for i := range len(address) {
		if c := address[i]; c <= ' ' || c == 0x7f || c == '\\' {
			return false
		}
	}
	return true
}
