package harden

import (
	"strings"
)

// Header is a response header.
type Header struct{ Name, Value string }

// Profile is a named set of headers with the paths that they are for.
type Profile struct {
	// Name is short and unique: "all", "assets".
	Name string
	// Patterns are "/*", which matches every path, or "/folder/*", which
	// matches every path that begins with "/folder/". None means the rest:
	// every path that no "/folder/*" of another profile matches.
	Patterns []string
	Headers  []Header
}

// HSTS says what Strict-Transport-Security binds. The zero value binds the
// host that sends it.
type HSTS int

// The values of [HSTS]. The period is two years throughout.
const (
	// HSTSHost binds the host alone.
	HSTSHost HSTS = iota
	// HSTSSubdomains binds every host below it as well: a decision of
	// whoever answers for all of them.
	HSTSSubdomains
	// HSTSPreload also consents to the browsers' built-in list, from which a
	// host leaves only after months.
	HSTSPreload
	// HSTSOff leaves the header out: for a portal that is not yet served
	// over HTTPS alone, or whose front server sends it.
	HSTSOff
)

// Options are the operator's decisions about headers.
type Options struct{ HSTS HSTS }

const (
	csp        = "Content-Security-Policy"
	cache      = "Cache-Control"
	everything = "/*"

	cacheForever  = "public, max-age=31536000, immutable"
	cacheShortly  = "public, max-age=300"
	cacheNot      = "no-cache"
	cacheNoCopies = "no-store"
)

// sitePolicy is the Content-Security-Policy of the portal, and servePolicy
// that of the development server, which adds a script of its own to pages.
const (
	policyStart = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; " +
		"manifest-src 'self'; connect-src 'self'; "
	policyEnd = "; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
		"require-trusted-types-for 'script'; trusted-types 'none'"
	sitePolicy  = policyStart + "script-src 'none'" + policyEnd
	servePolicy = policyStart + "script-src 'self'" + policyEnd
)

var transport = map[HSTS]string{
	HSTSHost:       "max-age=63072000",
	HSTSSubdomains: "max-age=63072000; includeSubDomains",
	HSTSPreload:    "max-age=63072000; includeSubDomains; preload",
}

// Profiles returns the header profiles of a portal, sorted by name. No header
// is in two profiles that match one path.
func Profiles(o Options) []Profile {
	return []Profile{
		{Name: "all", Patterns: []string{everything}, Headers: security(sitePolicy, transport[o.HSTS])},
		{Name: "assets", Patterns: []string{"/assets/*"}, Headers: []Header{{cache, cacheForever}}},
		{Name: "files", Patterns: []string{"/tep/*"}, Headers: []Header{{cache, cacheShortly}}},
		{Name: "media", Patterns: []string{"/media/*"}, Headers: []Header{{cache, cacheForever}}},
		{Name: "pages", Headers: []Header{{cache, cacheNot}}},
	}
}

// Development returns the one profile, "serve", of the development server: the
// portal's headers, except that a same-origin script may run (the live reload
// that the server adds to pages; built files hold none), that nothing is kept
// by the browser, and that Strict-Transport-Security is absent, which would
// lock every other project out of http://localhost.
func Development() Profile {
	return Profile{
		Name:     "serve",
		Patterns: []string{everything},
		Headers:  append(security(servePolicy, ""), Header{cache, cacheNoCopies}),
	}
}

// security returns the headers of every response. An empty sts leaves
// Strict-Transport-Security out.
func security(policy, sts string) []Header {
	headers := []Header{
		{csp, policy},
		{"Cross-Origin-Embedder-Policy", "require-corp"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Permissions-Policy", strings.Join(deniedFeatures, "=(), ") + "=()"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
	}
	if sts != "" {
		headers = append(headers, Header{"Strict-Transport-Security", sts})
	}
	return append(headers,
		Header{"X-Content-Type-Options", "nosniff"},
		Header{"X-Frame-Options", "DENY"},
	)
}

// Headers returns what a server must send with the file at path, in the order
// of the profiles. The path is that of the address, decoded, with its leading
// slash ("/tin-tuc/"). The Content-Type is [ContentType]'s. An answer 404
// carries the headers of "/404.html".
func Headers(path string, o Options) []Header {
	return collect(Profiles(o), path)
}

func collect(profiles []Profile, path string) []Header {
	var headers []Header
	rest := true
	for _, p := range profiles {
		if len(p.Patterns) > 0 && p.matches(path) {
			headers = append(headers, p.Headers...)
			rest = rest && p.isGlobal()
		}
	}
	if rest {
		for _, p := range profiles {
			if len(p.Patterns) == 0 {
				headers = append(headers, p.Headers...)
			}
		}
	}
	return headers
}

func (p Profile) matches(path string) bool {
	for _, pattern := range p.Patterns {
		if strings.HasPrefix(path, strings.TrimSuffix(pattern, "*")) {
			return true
		}
	}
	return false
}

// isGlobal reports whether p is for every path.
func (p Profile) isGlobal() bool { return len(p.Patterns) == 1 && p.Patterns[0] == everything }

// Hidden reports whether a server answers 404 for path whatever the folder
// holds: names that begin with a full stop, below /.well-known/ as well, but
// not that folder itself; and the files that configure a platform.
func Hidden(path string) bool {
	if path == "/_headers" || path == "/_redirects" {
		return true
	}
	return strings.Contains(strings.TrimPrefix(path, "/.well-known/"), "/.") ||
		strings.HasPrefix(path, "/.well-known/.")
}
