package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"sonla.gov.vn/bientap/generator/view"
)

// iconTypes are the media types and sizes of icons, by their endings.
var iconTypes = map[string]struct{ mime, sizes string }{
	".svg": {"image/svg+xml", "any"}, ".png": {"image/png", "512x512"},
}

// webManifest encodes a Web Application Manifest. Display is "browser": the
// address of a portal stays in sight.
func webManifest(m *view.WebManifest) ([]byte, error) {
	type icon struct {
		Src   string `json:"src"`
		Sizes string `json:"sizes"`
		Type  string `json:"type"`
	}
	out := struct {
		Name      string `json:"name"`
		ShortName string `json:"short_name,omitempty"`
		Lang      string `json:"lang,omitempty"`
		ID        string `json:"id"`
		StartURL  string `json:"start_url"`
		Scope     string `json:"scope"`
		Display   string `json:"display"`
		Colour    string `json:"theme_color,omitempty"`
		Icons     []icon `json:"icons,omitempty"`
	}{
		Name: m.Name, ShortName: m.ShortName, Lang: m.Lang, ID: m.StartURL, StartURL: m.StartURL, Scope: m.StartURL,
		Display: "browser", Colour: m.ThemeColour,
	}
	if t, ok := iconTypes[path.Ext(m.Icon.URL)]; ok {
		out.Icons = []icon{{m.Icon.URL, t.sizes, t.mime}}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(out)
	return b.Bytes(), err
}

// robots encodes robots.txt (RFC 9309): everything may be read.
func robots(r *view.Robots) ([]byte, error) {
	w := lines{name: "robots.txt"}
	w.add("User-agent", "*")
	w.add("Allow", "/")
	for _, s := range r.Sitemaps {
		w.address("Sitemap", s, "https", "http")
	}
	return w.bytes()
}

// securityTxt encodes security.txt (RFC 9116).
func securityTxt(s *view.SecurityTxt) ([]byte, error) {
	w := lines{name: "security.txt"}
	w.address("Contact", s.Contact, "https", "mailto", "tel")
	if s.Expires.IsZero() {
		w.fail("there is no date of expiry; RFC 9116 demands one")
	}
	w.add("Expires", stamp(s.Expires))
	if len(s.Languages) > 0 {
		w.add("Preferred-Languages", strings.Join(s.Languages, ", "))
	}
	if s.Canonical != "" {
		w.address("Canonical", s.Canonical, "https", "http")
	}
	return w.bytes()
}

// lines writes files made of "Name: value" lines and collects what is wrong
// with the values.
type lines struct {
	name string
	buf  bytes.Buffer
	errs []error
}

func (w *lines) fail(format string, args ...any) {
	w.errs = append(w.errs, fmt.Errorf(w.name+": "+format, args...))
}

// add writes a line. A value with a control character could begin a line of
// its own.
func (w *lines) add(name, value string) {
	if strings.ContainsFunc(value, unicode.IsControl) {
		w.fail("the value %q of %s has a control character", value, name)
	}
	fmt.Fprintf(&w.buf, "%s: %s\n", name, value)
}

// address writes a line whose value is an address of one of the schemes.
func (w *lines) address(name, value string, schemes ...string) {
	u, err := url.Parse(value)
	if err != nil || u.Opaque == "" && u.Host == "" || !slices.Contains(schemes, u.Scheme) {
		w.fail("%s is %q, not an address of the schemes %s", name, value, strings.Join(schemes, ", "))
	}
	w.add(name, value)
}

func (w *lines) bytes() ([]byte, error) {
	if err := errors.Join(w.errs...); err != nil {
		return nil, err
	}
	return w.buf.Bytes(), nil
}
