package harden

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestRedirectsThatAreRefused(t *testing.T) {
	for _, r := range []Redirect{
		{"", "/a/"}, {"a", "/a/"}, {"https://x.vn/a", "/a/"}, {"//x", "/a/"}, {"/a//b", "/a/"}, {"/a/../b", "/a/"}, {"/a/..", "/a/"}, {"/./a", "/a/"}, {"/a/.", "/a/"},
		{"/a\nb", "/a/"}, {"/a\r\nSet-Cookie: x", "/a/"}, {"/a\x00b", "/a/"}, {"/a\x7f", "/a/"}, {"/a\u0085b", "/a/"}, {"/a\xff", "/a/"}, {`/a\b`, "/a/"},
		{"/", "/a/"}, {"/index.html", "/a/"}, {"/x/index.html", "/a/"}, {"/404.html", "/a/"}, {"/assets/a.css", "/a/"}, {"/media/a.jpg", "/a/"}, {"/.git/", "/a/"}, {"/_headers", "/a/"},
		{"/a", ""}, {"/a", "a"}, {"/a", "//evil.example"}, {"/a", `/\evil.example`}, {"/a", "http://x.vn/"}, {"/a", "javascript:alert(1)"}, {"/a", "https://"}, {"/a", "https:///x"},
		{"/a", "https://user@x.vn/"}, {"/a", "https://x.vn:x/"}, {"/a", "https://x .vn/"}, {"/a", "https://x.vn\\@evil/"}, {"/a", "/b\r\nX: y"}, {"/a", "/b c"}, {"/a", "/\xff"}, {"/a", "/a"},
	} {
		if _, _, err := RedirectsFile([]Redirect{r}); err == nil {
			t.Errorf("%q -> %q is accepted", r.From, r.To)
		}
		for name, emit := range emitters {
			if _, err := emit([]Server{{Host: "x.vn", Root: "/srv", Redirects: []Redirect{r}}}, Options{}); err == nil {
				t.Errorf("%s: %q -> %q is accepted", name, r.From, r.To)
			}
		}
	}
	if _, _, err := RedirectsFile([]Redirect{{"/a", "/b/"}, {"/a", "/c/"}}); err == nil {
		t.Error("two targets for one path are accepted")
	}
}

var emitters = map[string]func([]Server, Options) ([]byte, error){"nginx": Nginx, "caddy": Caddy, "apache": Apache}

func TestServersThatAreRefused(t *testing.T) {
	good := Server{Host: "sonla.gov.vn", Root: "/srv/cổng", Listen: "127.0.0.1:8080", Certificate: "/etc/a.pem", Key: "/etc/b.pem"}
	for name, emit := range emitters {
		if _, err := emit([]Server{good}, Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for what, change := range map[string]func(*Server){
			"host with scheme":    func(s *Server) { s.Host = "https://sonla.gov.vn" },
			"host with syntax":    func(s *Server) { s.Host = "a; include /etc/passwd" },
			"upper case":          func(s *Server) { s.Host = "Sonla.gov.vn" },
			"relative root":       func(s *Server) { s.Root = "public" },
			"no root":             func(s *Server) { s.Root = "" },
			"quote in root":       func(s *Server) { s.Root = `/srv/"; x` },
			"variable in root":    func(s *Server) { s.Root = "/srv/$host" },
			"brace in root":       func(s *Server) { s.Root = "/srv/{env.HOME}" },
			"line end in root":    func(s *Server) { s.Root = "/srv\nx" },
			"key without cert":    func(s *Server) { s.Certificate = "" },
			"cert without key":    func(s *Server) { s.Key = "" },
			"quote in cert":       func(s *Server) { s.Certificate = `/a"` },
			"listen without port": func(s *Server) { s.Listen = "127.0.0.1" },
			"listen on a name":    func(s *Server) { s.Listen = "localhost:80" },
			"listen with syntax":  func(s *Server) { s.Listen = ":80; x" },
		} {
			s := good
			change(&s)
			if _, err := emit([]Server{s}, Options{}); err == nil {
				t.Errorf("%s: %s is accepted", name, what)
			}
		}
	}
}

// Emission is a function of the set: the order of redirects does not matter.
func TestEmissionIsDeterministic(t *testing.T) {
	redirects := hostileRedirects()
	reversed := slices.Clone(redirects)
	slices.Reverse(reversed)
	for name, emit := range emitters {
		a, err := emit([]Server{{Host: "x.vn", Root: "/srv", Redirects: redirects}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := emit([]Server{{Host: "x.vn", Root: "/srv", Redirects: reversed}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if string(a) != string(b) {
			t.Errorf("%s: the order of redirects shows", name)
		}
	}
}

// readRedirects reads `_redirects` as its readers do: words between white
// space, of which there are three, and comments from a word that begins with
// #. The source is compared with the path of the address as a browser sends
// it.
func readRedirects(t *testing.T, data []byte) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		words := strings.Fields(line)
		if i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, "#") }); i >= 0 {
			words = words[:i]
		}
		if len(words) != 3 || words[2] != "301" || len(line) > 1000 {
			t.Fatalf("line %q is not understood", line)
		}
		if strings.Contains(words[0], "*") || placeholder.MatchString(words[0]) {
			t.Errorf("source %q is a pattern", words[0])
		}
		out[words[0]] = words[1]
	}
	return out
}

func TestRedirectsFile(t *testing.T) {
	redirects := append(hostileRedirects(), randomRedirects()...)
	data, omitted, err := RedirectsFile(redirects)
	if err != nil {
		t.Fatal(err)
	}
	rules := readRedirects(t, data)
	for _, r := range redirects {
		// net/url decodes what was encoded: an implementation not ours.
		found := false
		for from, to := range rules {
			u, err := url.Parse("https://x.vn" + from)
			if err != nil {
				t.Fatal(err)
			}
			if u.Path == r.From && u.RawQuery == "" && u.Fragment == "" && to == r.location() {
				found = true
			}
		}
		if found == slices.Contains(omitted, r) {
			t.Errorf("%q: written %v, omitted %v", r.From, found, !found)
		}
	}
	for _, r := range omitted {
		if !strings.Contains(r.From, "*") && !strings.Contains(r.From, ":") {
			t.Errorf("%q is omitted without need", r.From)
		}
	}
	long := Redirect{"/" + strings.Repeat("a", 1000), "/b/"}
	if _, omitted, _ := RedirectsFile([]Redirect{long}); !slices.Contains(omitted, long) {
		t.Error("a line that is too long is written")
	}
	many := make([]Redirect, 2500)
	for i := range many {
		many[i] = Redirect{"/cu/" + strings.Repeat("x", i%50) + string(rune('a'+i%26)) + "/" + strings.Repeat("y", i/50), "/b/"}
	}
	data, omitted, err = RedirectsFile(many)
	if err != nil || strings.Count(string(data), "\n") != 2000 || len(omitted) != 500 {
		t.Errorf("%d lines, %d omitted, %v", strings.Count(string(data), "\n"), len(omitted), err)
	}
}

// FuzzRedirect holds that nothing accepted can break out of a line or a token
// of any syntax.
func FuzzRedirect(f *testing.F) {
	for _, r := range hostileRedirects() {
		f.Add(r.From, r.To)
	}
	f.Fuzz(func(t *testing.T, from, to string) {
		r := Redirect{from, to}
		if r.fault() != "" {
			return
		}
		if clean := path.Clean(from); from != clean && from != clean+"/" || !utf8.ValidString(from) || strings.ContainsFunc(from, unicode.IsControl) {
			t.Errorf("accepted %q", from)
		}
		location := r.location()
		for i := range len(location) {
			if c := location[i]; c <= ' ' || c > '~' || strings.IndexByte("\"'`\\{}$;*()<>[]|^", c) >= 0 {
				t.Errorf("location %q holds %q", location, c)
			}
		}
		if strings.HasPrefix(location, "//") {
			t.Errorf("location %q leads to another host", location)
		}
		exact := exactRegexp(from)
		if strings.ContainsAny(exact, "\"'{} \n") || strings.Count(exact, "$") != 1 {
			t.Errorf("expression %q", exact)
		}
	})
}
