package harden

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// TestServersAnswerAsTheModelSays asks each server for everything in a small
// site, and for what must not be had.
func TestServersAnswerAsTheModelSays(t *testing.T) {
	for _, name := range sortedKeys(starters) {
		t.Run(name, func(t *testing.T) {
			root := tempDir(t) + "/gốc site"
			site := writeSite(t, root)
			redirects := append(hostileRedirects(), randomRedirects()...)
			server := starters[name](t, Server{Host: "localhost", Root: root, Listen: freeAddress(t), Redirects: redirects})
			testFiles(t, server, site)
			testErrors(t, server, site)
			testRedirects(t, server, redirects)
			testFolders(t, server)
			testTraversal(t, server)
			testConditional(t, server, site)
			testCompression(t, server, site)
		})
	}
}

func testFiles(t *testing.T, s liveServer, site map[string]string) {
	for _, path := range sortedKeys(site) {
		if Hidden(path) {
			continue
		}
		if index, found := strings.CutSuffix(path, "index.html"); found {
			s.expect(t, index, 200, index, site[path])
			continue
		}
		s.expect(t, path, 200, path, site[path])
	}
}

// expect asks for path with GET and HEAD and compares status, all headers of
// the model for modelPath, type and body.
func (s liveServer) expect(t *testing.T, path string, status int, modelPath, body string) {
	t.Helper()
	get := s.ask(t, "GET", rawPath(path))
	head := s.ask(t, "HEAD", rawPath(path))
	for method, a := range map[string]answer{"GET": get, "HEAD": head} {
		at := fmt.Sprintf("%s: %s %q", s.name, method, path)
		if a.status != status {
			t.Errorf("%s: status %d, want %d", at, a.status, status)
		}
		compareHeaders(t, at, a.header, Headers(modelPath, Options{}))
		if got, want := a.header.Values("Content-Type"), ContentType(modelPath); status != 301 && !slices.Equal(got, []string{want}) {
			t.Errorf("%s: Content-Type %q, want %q", at, got, want)
		}
	}
	if get.body != body && status != 301 {
		t.Errorf("%s: GET %q: body %q, want %q", s.name, path, get.body, body)
	}
	if head.body != "" {
		t.Errorf("%s: HEAD %q has a body", s.name, path)
	}
}

// compareHeaders holds that every header of the model is sent once, exactly,
// and that nothing is sent that the model's names would be expected to govern.
func compareHeaders(t *testing.T, at string, got http.Header, want []Header) {
	t.Helper()
	names := map[string]bool{}
	for _, h := range want {
		names[h.Name] = true
		if values := got.Values(h.Name); !slices.Equal(values, []string{h.Value}) {
			t.Errorf("%s: %s is %q, want %q", at, h.Name, values, h.Value)
		}
	}
	for name := range got {
		switch name {
		case "Date", "Server", "Content-Type", "Content-Length", "Connection", "Last-Modified", "Etag", "Accept-Ranges", "Vary", "Allow", "Location", "Alt-Svc":
		default:
			if !names[name] {
				t.Errorf("%s: unexpected header %s: %q", at, name, got[name])
			}
		}
	}
	if software := got.Get("Server"); strings.ContainsAny(software, "0123456789") {
		t.Errorf("%s: Server tells a version: %q", at, software)
	}
}

func testErrors(t *testing.T, s liveServer, site map[string]string) {
	missing := []string{"/khong-co", "/khong-co/", "/assets/khong-co.css", "/media/x.webp", "/tep/x.pdf", "/tep/", "/tep/khong-co-trang/", "/tin-tuc/x.html", "/.well-known/"}
	for path := range site {
		if Hidden(path) {
			missing = append(missing, path)
		}
	}
	for _, path := range missing {
		s.expect(t, path, 404, "/404.html", site["/404.html"])
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", "TRACE"} {
		for _, path := range []string{"/", "/assets/a.css", "/khong-co", "/cu"} {
			a := s.ask(t, method, path, "Content-Length: 0")
			// nginx refuses TRACE before it reads its server block.
			if a.status != 405 {
				t.Errorf("%s: %s %s: status %d, want 405", s.name, method, path, a.status)
			}
			if allow := a.header.Get("Allow"); allow != "GET, HEAD" && method != "TRACE" {
				t.Errorf("%s: %s %s: Allow is %q", s.name, method, path, allow)
			}
			if policy := a.header.Get(csp); policy != sitePolicy && method != "TRACE" {
				t.Errorf("%s: %s %s: policy %q", s.name, method, path, policy)
			}
		}
	}
}

func testRedirects(t *testing.T, s liveServer, redirects []Redirect) {
	for _, r := range redirects {
		s.expect(t, r.From, 301, r.From, "")
		base := url.URL{Scheme: "http", Host: "localhost", Path: "/"}
		for _, query := range []string{"", "?q=1"} {
			raw := s.ask(t, "GET", rawPath(r.From)+query).header.Get("Location")
			got, err := base.Parse(raw)
			if err != nil {
				t.Fatal(err)
			}
			want, err := base.Parse(r.location())
			if err != nil {
				t.Fatal(err)
			}
			// Apache makes addresses whole; the others must not, since they may
			// not know the visitor's scheme.
			if s.name != "apache2" && raw != r.location() {
				t.Errorf("%s: redirect from %q%s: Location %q, want %q", s.name, r.From, query, raw, r.location())
			}
			got.Host = strings.TrimSuffix(got.Host, s.addr[strings.LastIndexByte(s.addr, ':'):])
			if got.String() != want.String() {
				t.Errorf("%s: redirect from %q%s: Location %q, want %q", s.name, r.From, query, raw, want)
			}
		}
	}
	for _, near := range []string{"/CU/", "/cu/x", "/aXb", "/y", "/ab", "/aab", "/dollar", "/moi", "/tin-tức/Sơn-la/", "/sitepages/news/1135/abc.aspx", "/a/b/c/d/e", "/a", "/SitePages/News/1135/AbcXaspx"} {
		s.expect(t, near, 404, "/404.html", "<!doctype html>missing")
	}
}

// testFolders holds that a folder without its slash leads to it, permanently;
// servers differ in which permanent status they use.
func testFolders(t *testing.T, s liveServer) {
	for _, path := range []string{"/tin-tuc", "/tin-tuc/2026"} {
		a := s.ask(t, "GET", path)
		if a.status != 301 && a.status != 308 {
			t.Errorf("%s: GET %s: status %d", s.name, path, a.status)
		}
		location, err := url.Parse(a.header.Get("Location"))
		if err != nil {
			t.Fatal(err)
		}
		if s.name != "apache2" && location.IsAbs() {
			t.Errorf("%s: GET %s leads to the whole address %q", s.name, path, location)
		}
		base := url.URL{Path: path}
		if got := base.ResolveReference(&url.URL{Path: location.Path}).Path; got != path+"/" {
			t.Errorf("%s: GET %s leads to %q", s.name, path, got)
		}
		compareHeaders(t, s.name+" "+path, a.header, Headers(path, Options{}))
	}
}

func testTraversal(t *testing.T, s liveServer) {
	for _, target := range []string{
		"/../outside.txt", "/..%2foutside.txt", "/%2e%2e/outside.txt", "/%2e%2e%2foutside.txt", "/..%5coutside.txt", "/..\\outside.txt",
		"/assets/../../outside.txt", "/assets/..%2f..%2foutside.txt", "/assets/../.env", "/assets/..%2f.env", "/./.env", "//.env", "/%2eenv", "/.%65nv",
		"/tin-tuc/%2ehtpasswd", "/.well-known/../.env", "/.well-known/..%2f.env", "/.well-known%2f../.env", "/.well-known/%2eprivate", "/.git%2fconfig", "/.env/", "/.env%00.css", "/%252e%252e/outside.txt",
		"/..;/outside.txt", "/_headers/", "/%5fheaders", "//_headers", "/assets/../_redirects",
	} {
		a := s.ask(t, "GET", target)
		if a.status < 300 || strings.Contains(a.body, secret) {
			t.Errorf("%s: GET %s: status %d, body %q", s.name, target, a.status, a.body)
		}
	}
}

// testConditional holds that an unchanged page costs an empty 304, which still
// carries its policy.
func testConditional(t *testing.T, s liveServer, site map[string]string) {
	first := s.ask(t, "GET", "/tin-tuc/")
	if first.body != site["/tin-tuc/index.html"] || first.header.Get("Etag") == "" {
		t.Fatalf("%s: no entity tag", s.name)
	}
	again := s.ask(t, "GET", "/tin-tuc/", "If-None-Match: "+first.header.Get("Etag"))
	if again.status != 304 || again.body != "" {
		t.Errorf("%s: status %d, body %q, want an empty 304", s.name, again.status, again.body)
	}
	if got := again.header.Get(cache); got != cacheNot {
		t.Errorf("%s: 304 with Cache-Control %q", s.name, got)
	}
}

// testCompression holds that a compressed answer differs in nothing else.
func testCompression(t *testing.T, s liveServer, site map[string]string) {
	a := s.ask(t, "GET", "/lon/", "Accept-Encoding: gzip")
	if a.status != 200 || a.header.Get("Content-Encoding") != "gzip" {
		t.Fatalf("%s: status %d, Content-Encoding %q", s.name, a.status, a.header.Get("Content-Encoding"))
	}
	unpacked, err := gzip.NewReader(strings.NewReader(a.body))
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(unpacked); err != nil || string(body) != site["/lon/index.html"] {
		t.Errorf("%s: compressed body differs: %v", s.name, err)
	}
	if !strings.Contains(strings.Join(a.header.Values("Vary"), ","), "Accept-Encoding") {
		t.Errorf("%s: compressed without Vary", s.name)
	}
	compareHeaders(t, s.name+" gzip", without(a.header, "Content-Encoding"), Headers("/lon/", Options{}))
}

func without(h http.Header, name string) http.Header {
	h = h.Clone()
	h.Del(name)
	return h
}

// TestServersShareAnAddress holds that hosts at one address keep apart, and
// that a server without a host answers for all others.
func TestServersShareAnAddress(t *testing.T) {
	for _, name := range sortedKeys(starters) {
		t.Run(name, func(t *testing.T) {
			dir, listen := tempDir(t), freeAddress(t)
			var servers []Server
			for _, host := range []string{"a.example.vn", "", "b.example.vn"} {
				root := dir + "/" + host + "x"
				write(t, root+"/index.html", "host "+host)
				servers = append(servers, Server{Host: host, Root: root, Listen: listen, Redirects: []Redirect{{"/cu", "/moi-" + host}}})
			}
			server := starters[name](t, servers...)
			for asked, want := range map[string]string{"a.example.vn": "a.example.vn", "b.example.vn": "b.example.vn", "c.example.vn": ""} {
				if a := server.askHost(t, asked, "GET", "/"); a.status != 200 || a.body != "host "+want {
					t.Errorf("%s: %s answers %d %q", name, asked, a.status, a.body)
				}
				if a := server.askHost(t, asked, "GET", "/cu"); a.status != 301 || !strings.HasSuffix(a.header.Get("Location"), "/moi-"+want) {
					t.Errorf("%s: %s leads to %q", name, asked, a.header.Get("Location"))
				}
			}
		})
	}
}

// TestServersSpeakTLS holds that the certificate is used.
func TestServersSpeakTLS(t *testing.T) {
	for _, name := range sortedKeys(starters) {
		t.Run(name, func(t *testing.T) {
			root := tempDir(t) + "/site"
			site := writeSite(t, root)
			cert, key := selfSigned(t)
			server := starters[name](t, Server{Host: "localhost", Root: root, Listen: freeAddress(t), Certificate: cert, Key: key})
			server.expect(t, "/tin-tuc/", 200, "/tin-tuc/", site["/tin-tuc/index.html"])
		})
	}
}
