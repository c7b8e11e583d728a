package harden

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// The limits of the narrower of the platforms, Cloudflare Pages: a line of
// _redirects has at most 1,000 characters, and there are at most 2,000 of
// them. (A line of _headers has at most 2,000; a test holds that.)
const (
	redirectLine  = 1000
	redirectLines = 2000
)

// HeadersFile returns the file `_headers` for platforms that read one: the
// profiles that have patterns. See the package comment for the rest.
func HeadersFile(o Options) []byte {
	var b bytes.Buffer
	for _, p := range Profiles(o) {
		for _, pattern := range p.Patterns {
			fmt.Fprintf(&b, "%s\n", pattern)
			for _, h := range p.Headers {
				fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
			}
		}
	}
	return b.Bytes()
}

// placeholder is what Cloudflare Pages and Netlify take for a placeholder in
// the source of a redirect.
var placeholder = regexp.MustCompile(`:[A-Za-z]`)

// RedirectsFile returns the file `_redirects` for platforms that read one, and
// the redirects that it cannot say: the syntax has no escape for a source that
// contains * or a colon before a letter, and the platforms limit the length of
// a line and the number of lines. What is omitted still works for visitors,
// since every old address has a page that leads on.
//
// Sources are percent-encoded as browsers encode a path (WHATWG URL), because
// the platforms compare them with the path as requested.
func RedirectsFile(redirects []Redirect) (data []byte, omitted []Redirect, err error) {
	if err := checkRedirects(redirects); err != nil {
		return nil, nil, fmt.Errorf("_redirects: %w", err)
	}
	var b bytes.Buffer
	lines := 0
	for _, r := range sorted(redirects) {
		line := fmt.Sprintf("%s %s 301", browserPath(r.From), r.location())
		if lines == redirectLines || len(line) > redirectLine || strings.Contains(r.From, "*") || placeholder.MatchString(r.From) {
			omitted = append(omitted, r)
			continue
		}
		lines++
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return b.Bytes(), omitted, nil
}

// browserPath encodes a path as browsers do: the path percent-encode set of
// the URL Standard, and the percent sign, which here is always a character of
// its own.
func browserPath(path string) string {
	return escapeBytes(path, func(_ int, c byte) bool {
		return c > ' ' && c < 0x7f && strings.IndexByte("\"#<>?^`{}%", c) < 0
	})
}
