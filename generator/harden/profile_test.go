package harden

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var everyHSTS = []HSTS{HSTSHost, HSTSSubdomains, HSTSPreload, HSTSOff}

// randomPath returns a path of an address, often below a reserved folder.
func randomPath(rng *rand.Rand) string {
	tops := []string{"assets", "media", "tep", "asset", "assetsx", "medi", "tepa", "tin-tuc", "ASSETS", "", "van-ban", ".well-known"}
	path := "/" + tops[rng.IntN(len(tops))]
	for range rng.IntN(4) {
		path += "/" + []string{"a", "b.css", "assets", "", "x.pdf", "đường", "*"}[rng.IntN(7)]
	}
	return path
}

func TestProfilesAreFewSortedAndNamed(t *testing.T) {
	for _, o := range everyHSTS {
		profiles := Profiles(Options{o})
		if len(profiles) > 10 {
			t.Errorf("%d profiles, more than ten", len(profiles))
		}
		if !slices.IsSortedFunc(profiles, func(a, b Profile) int { return strings.Compare(a.Name, b.Name) }) {
			t.Error("profiles are not sorted by name")
		}
		rest := 0
		for _, p := range profiles {
			if len(p.Patterns) == 0 {
				rest++
			}
			for _, pattern := range p.Patterns {
				if !regexp.MustCompile(`^/([a-z-]+/)?\*$`).MatchString(pattern) {
					t.Errorf("pattern %q of %s has another form", pattern, p.Name)
				}
			}
			for _, h := range p.Headers {
				// The emitters write values between double quotes.
				if strings.ContainsAny(h.Value, "\"\\$%{}\n") || h.Value == "" {
					t.Errorf("%s: value %q would need escaping", h.Name, h.Value)
				}
			}
		}
		if rest != 1 {
			t.Errorf("%d profiles for the rest", rest)
		}
	}
}

// No path may get one header from two profiles: platforms would join them.
func TestProfilesNeverOverlap(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		path := randomPath(rng)
		seen := map[string]bool{}
		for _, h := range Headers(path, Options{everyHSTS[rng.IntN(4)]}) {
			if key := strings.ToLower(h.Name); seen[key] {
				t.Fatalf("%s: two profiles set %s", path, h.Name)
			} else {
				seen[key] = true
			}
		}
		if !seen["cache-control"] || !seen["content-security-policy"] {
			t.Fatalf("%s: headers missing: %v", path, seen)
		}
	}
}

func TestHeadersByPath(t *testing.T) {
	for path, want := range map[string]string{
		"/":                             cacheNot,
		"/tin-tuc/":                     cacheNot,
		"/assets":                       cacheNot,
		"/assets/":                      cacheForever,
		"/assets/site.0123456789ab.css": cacheForever,
		"/media/a/b.webp":               cacheForever,
		"/tep/nghi-quyet.pdf":           cacheShortly,
		"/tin/assets/a.css":             cacheNot,
		"/404.html":                     cacheNot,
	} {
		headers := Headers(path, Options{})
		i := slices.IndexFunc(headers, func(h Header) bool { return h.Name == cache })
		if headers[i].Value != want {
			t.Errorf("%s: Cache-Control %q, want %q", path, headers[i].Value, want)
		}
	}
}

func TestTransportSecurityIsTheOperatorsDecision(t *testing.T) {
	want := map[HSTS]string{
		HSTSHost:       "max-age=63072000",
		HSTSSubdomains: "max-age=63072000; includeSubDomains",
		HSTSPreload:    "max-age=63072000; includeSubDomains; preload",
		HSTSOff:        "",
	}
	for o, value := range want {
		got := ""
		for _, h := range Headers("/", Options{o}) {
			if h.Name == "Strict-Transport-Security" {
				got = h.Value
			}
		}
		if got != value {
			t.Errorf("HSTS %d: %q, want %q", o, got, value)
		}
	}
}

// The policy of built pages forbids scripts, and that of the development
// server differs in nothing else.
func TestDevelopmentDiffersOnlyWhereItMust(t *testing.T) {
	value := func(headers []Header, name string) string {
		for _, h := range headers {
			if h.Name == name {
				return h.Value
			}
		}
		return ""
	}
	site, serve := Headers("/", Options{}), Development().Headers
	if got := strings.Replace(value(site, csp), "script-src 'none'", "script-src 'self'", 1); got != value(serve, csp) {
		t.Errorf("policies differ in more than the script:\n%s\n%s", value(site, csp), value(serve, csp))
	}
	if value(serve, "Strict-Transport-Security") != "" {
		t.Error("the development server binds localhost to HTTPS")
	}
	if value(serve, cache) != "no-store" {
		t.Error("the development server lets the browser keep pages")
	}
	for _, h := range site {
		switch h.Name {
		case csp, cache, "Strict-Transport-Security":
		default:
			if value(serve, h.Name) != h.Value {
				t.Errorf("%s differs", h.Name)
			}
		}
	}
}

func TestHidden(t *testing.T) {
	for path, want := range map[string]bool{
		"/": false, "/a/": false, "/a.b/c.d": false, "/a./": false,
		"/.well-known/security.txt": false, "/.well-known/": false, "/.well-known/acme-challenge/x": false,
		"/.env": true, "/a/.git/config": true, "/a/.b": true, "/.well-known": true, "/.well-known/.x": true,
		"/.well-known/a/.x": true, "/x/.well-known/y": true, "/.well-knownx/a": true, "/..": true,
		"/_headers": true, "/_redirects": true, "/a/_headers": false,
	} {
		if got := Hidden(path); got != want {
			t.Errorf("Hidden(%q) = %v", path, got)
		}
	}
}

// headersRule is a rule of a `_headers` file, as its readers understand it.
type headersRule struct {
	pattern *regexp.Regexp
	headers []Header
}

// readHeadersFile reads the format as Cloudflare Pages and Netlify document
// it: a line at the margin is a pattern, in which * stands for anything; the
// indented lines below are its headers; # begins a comment.
func readHeadersFile(t *testing.T, data []byte) []headersRule {
	t.Helper()
	var rules []headersRule
	for _, line := range strings.Split(string(data), "\n") {
		text := strings.TrimSpace(line)
		switch {
		case text == "" || strings.HasPrefix(text, "#"):
		case len([]rune(line)) > 2000:
			t.Errorf("line of %d characters, more than the 2000 that are read", len(line))
		case line[0] != ' ' && line[0] != '\t':
			quoted := strings.ReplaceAll(regexp.QuoteMeta(text), `\*`, ".*")
			rules = append(rules, headersRule{pattern: regexp.MustCompile("^" + quoted + "$")})
		default:
			name, value, found := strings.Cut(text, ":")
			if !found || len(rules) == 0 {
				t.Fatalf("line %q belongs to no rule", line)
			}
			last := &rules[len(rules)-1]
			last.headers = append(last.headers, Header{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
	return rules
}

// apply gives the headers of a path: all rules that match, equal names joined.
func apply(rules []headersRule, path string) map[string]string {
	out := map[string]string{}
	for _, r := range rules {
		if !r.pattern.MatchString(path) {
			continue
		}
		for _, h := range r.headers {
			if before, found := out[h.Name]; found {
				out[h.Name] = before + ", " + h.Value
			} else {
				out[h.Name] = h.Value
			}
		}
	}
	return out
}

func TestHeadersFileSaysWhatTheModelSays(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, hsts := range everyHSTS {
		o := Options{hsts}
		rules := readHeadersFile(t, HeadersFile(o))
		if len(rules) > 100 {
			t.Errorf("%d rules, more than the 100 that are read", len(rules))
		}
		for range 5000 {
			path := randomPath(rng)
			got := apply(rules, path)
			if _, found := got[cache]; !found {
				// The platforms' own default asks what no-cache asks.
				got[cache] = cacheNot
			}
			want := map[string]string{}
			for _, h := range Headers(path, o) {
				want[h.Name] = h.Value
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("%s:\ngot  %v\nwant %v", path, got, want)
			}
		}
	}
}

// valueFor is what a server configured by the varying headers sends.
func valueFor(v varyingHeader, path string) string {
	for _, c := range v.cases {
		if strings.HasPrefix(path, c.prefix) {
			return c.value
		}
	}
	return v.rest
}

// The servers are told of headers by path what the profiles say, today and
// with a page that has a policy of its own (see the package comment).
func TestVaryingHeadersSayWhatTheModelSays(t *testing.T) {
	const searchPolicy = "default-src 'none'; script-src 'self'"
	var search []Profile
	for _, p := range Profiles(Options{}) {
		if p.isGlobal() {
			p.Headers = slices.DeleteFunc(slices.Clone(p.Headers), func(h Header) bool { return h.Name == csp })
		} else {
			p.Headers = append(slices.Clone(p.Headers), Header{csp, sitePolicy})
		}
		search = append(search, p)
	}
	search = append(search, Profile{Name: "search", Patterns: []string{"/tim-kiem/*"}, Headers: []Header{{cache, cacheNot}, {csp, searchPolicy}}})
	rng := rand.New(rand.NewPCG(9, 10))
	for _, profiles := range [][]Profile{Profiles(Options{}), search} {
		varying := varyingHeaders(profiles)
		for range 5000 {
			path := randomPath(rng)
			if rng.IntN(4) == 0 {
				path = "/tim-kiem" + path
			}
			got := map[string]string{}
			for _, h := range globalHeaders(profiles) {
				got[h.Name] = h.Value
			}
			for _, v := range varying {
				if _, twice := got[v.name]; twice {
					t.Fatalf("%s is set for all paths and by path", v.name)
				}
				got[v.name] = valueFor(v, path)
			}
			want := map[string]string{}
			for _, h := range collect(profiles, path) {
				if _, twice := want[h.Name]; twice {
					t.Fatalf("%s: two profiles set %s", path, h.Name)
				}
				want[h.Name] = h.Value
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("%s:\ngot  %v\nwant %v", path, got, want)
			}
		}
	}
}
