package harden

import (
	"strings"
	"testing"
)

func TestContentType(t *testing.T) {
	for path, want := range map[string]string{
		"/":                         "text/html; charset=utf-8",
		"":                          "text/html; charset=utf-8",
		"/tin-tuc/":                 "text/html; charset=utf-8",
		"/a.b/":                     "text/html; charset=utf-8",
		"/404.html":                 "text/html; charset=utf-8",
		"assets/site.css":           "text/css; charset=utf-8",
		"/atom.xml":                 "application/atom+xml; charset=utf-8",
		"/x/atom.xml":               "application/atom+xml; charset=utf-8",
		"/x/a-atom.xml":             "application/xml; charset=utf-8",
		"/sitemap/2026-01.xml":      "application/xml; charset=utf-8",
		"/site.webmanifest":         "application/manifest+json",
		"/robots.txt":               "text/plain; charset=utf-8",
		"/.well-known/security.txt": "text/plain; charset=utf-8",
		"/lich/a.ics":               "text/calendar; charset=utf-8",
		"/tep/A.PDF":                "application/pdf",
		"/tep/a.exe":                "application/octet-stream",
		"/tep/a":                    "application/octet-stream",
		"/tep/a.":                   "application/octet-stream",
	} {
		if got := ContentType(path); got != want {
			t.Errorf("ContentType(%q) = %q, want %q", path, got, want)
		}
	}
}

// A type that a browser would render as a page must not be had under another
// name, and every type that Check lets through is known.
func TestEveryPublishedTypeIsKnown(t *testing.T) {
	for folder, types := range folders {
		for _, ext := range strings.Fields(types) {
			if ContentType("/"+folder+"/a."+ext) == typeUnknown {
				t.Errorf("%s: .%s has no type", folder, ext)
			}
			if checks[ext] == nil {
				t.Errorf("%s: .%s has no check", folder, ext)
			}
			if ext == "html" || ext == "xml" || ext == "svg" && folder != "assets" {
				t.Errorf("%s may hold .%s", folder, ext)
			}
		}
	}
}
