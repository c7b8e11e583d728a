package harden

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	mathrand "math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The tests in this file start real web servers with the configurations that
// this package writes, and compare every answer with the model.

// require finds a program, or skips the test; it fails if the environment
// variable BIENTAP_REQUIRE names the program.
func require(t *testing.T, name string, paths ...string) string {
	t.Helper()
	for _, path := range append(paths, name) {
		if found, err := exec.LookPath(path); err == nil {
			return found
		}
	}
	if slices.Contains(strings.Split(os.Getenv("BIENTAP_REQUIRE"), ","), name) {
		t.Fatalf("%s is required and not installed", name)
	}
	t.Skipf("%s is not installed", name)
	return ""
}

// tempDir is t.TempDir, readable by the servers' unprivileged processes.
func tempDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, d := range []string{filepath.Dir(dir), dir} {
		if err := os.Chmod(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

const secret = "not for the public"

// sampleSite is the content of a host by path; one file of every type.
func sampleSite() map[string]string {
	site := map[string]string{
		"/index.html":                   "<!doctype html>home",
		"/404.html":                     "<!doctype html>missing",
		"/lon/index.html":               strings.Repeat("<p>một trang dài</p>", 1000),
		"/tin-tuc/index.html":           "<!doctype html>news",
		"/tin-tuc/2026/index.html":      "<!doctype html>2026",
		"/tin-tuc/atom.xml":             "<feed/>",
		"/atom.xml":                     "<feed/>",
		"/tin-tuc/a-atom.xml":           "<x/>",
		"/sitemap.xml":                  "<sitemapindex/>",
		"/sitemap/2026-01.xml":          "<urlset/>",
		"/robots.txt":                   "User-agent: *",
		"/.well-known/security.txt":     "Contact: mailto:a@example.vn",
		"/assets/css/site.css":          "a{}",
		"/tep/ti\u1ebfng vi\u1ec7t.pdf": "%PDF-",
		// What must never be served:
		"/.env":                     secret,
		"/.git/config":              secret,
		"/tin-tuc/.htpasswd":        secret,
		"/.well-known/.private":     secret,
		"/kin/.well-known/y":        secret,
		"/_headers":                 secret,
		"/_redirects":               secret,
		"/tep/khong-co-trang/x.txt": "x",
	}
	for ext := range mediaTypes {
		for _, folder := range []string{"/assets/", "/media/", "/tep/", "/du-lieu/"} {
			site[folder+"a."+ext] = "bytes of " + ext
		}
	}
	return site
}

func writeSite(t *testing.T, root string) map[string]string {
	t.Helper()
	site := sampleSite()
	for path, data := range site {
		write(t, root+path, data)
	}
	write(t, filepath.Dir(root)+"/outside.txt", secret)
	return site
}

// hostileRedirects are old paths with every character that means something to
// one of the syntaxes.
func hostileRedirects() []Redirect {
	froms := []string{
		"/cu/", "/cu", "/Cu/", "/a.b", "/a b", "/a  b/", "/quote\"d", "/it's", "/back`tick", "/dollar$1", "/${HOME}",
		"/{path}", "/{$HOME}", "/{{.}}", "/{http.request.host}", "/a;b", "/a}b", "/a#b", "/#", "/a?b=c", "/100%", "/%41", "/%{ENV:x}",
		"/a*", "/*", "/a:b", "/:splat", "/(x|y)", "/[a-z]", "/a+b", "/^$", "/a|b", "/<script>", "/a&b", "/a=b", "/a,b",
		"/!a", "/@a", "/~a", "/a~^b", "/-", "/default", "/tin-tức/Sơn-La/", "/văn bản số 12/NQ-HĐND", "/đường", "/emoji😀",
		"/SitePages/News/1135/Abc.aspx", "/portal/Pages/default.aspx", "/tep/cu.doc", "/a\u200bb", "/a/b/c/d/e/", "/ leading", "/trailing ",
	}
	var out []Redirect
	for i, from := range froms {
		to := fmt.Sprintf("/moi/%d/", i)
		switch i % 4 {
		case 1:
			to = fmt.Sprintf("https://khac.example.vn/moi/%d/?a=1&b=%%20$x{y}#z\"", i)
		case 2:
			to = fmt.Sprintf("/mới/%d%%24/$1{path}%%{x}'()*;|", i)
		}
		out = append(out, Redirect{From: from, To: to})
	}
	return out
}

// randomRedirects are old paths of random characters, the dangerous ones more
// often than they deserve.
func randomRedirects() []Redirect {
	alphabet := []rune("/abAB01 \"'`$${}{}()[]<>|;:,.#?%%&=+*^~!@-_ếđ😀")
	rng := mathrand.New(mathrand.NewPCG(1, 2))
	seen := map[string]bool{}
	var out []Redirect
	for len(out) < 200 {
		from := []rune("/ngau-nhien/")
		for range 1 + rng.IntN(12) {
			from = append(from, alphabet[rng.IntN(len(alphabet))])
		}
		r := Redirect{From: string(from), To: fmt.Sprintf("/moi/%d/", len(out))}
		if r.fault() == "" && !seen[r.From] {
			seen[r.From] = true
			out = append(out, r)
		}
	}
	return out
}

// rawPath writes a path for a request line, encoding all that is unusual.
func rawPath(path string) string {
	return escapeBytes(path, func(_ int, c byte) bool { return isAlnum(c) || strings.IndexByte("/-._~", c) >= 0 })
}

type answer struct {
	status int
	header http.Header
	body   string
}

// liveServer is a running web server.
type liveServer struct {
	name, addr string
	secure     bool
}

// ask sends one request exactly as given, without any normalisation.
func (s liveServer) ask(t *testing.T, method, target string, extra ...string) answer {
	t.Helper()
	var conn net.Conn
	var err error
	if s.secure {
		conn, err = tls.Dial("tcp", s.addr, &tls.Config{InsecureSkipVerify: true, ServerName: "localhost"})
	} else {
		conn, err = net.Dial("tcp", s.addr)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	fmt.Fprintf(conn, "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n", method, target)
	for _, line := range extra {
		fmt.Fprintf(conn, "%s\r\n", line)
	}
	fmt.Fprint(conn, "\r\n")
	resp, err := http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: method})
	if err != nil {
		t.Fatalf("%s: %s %s: %v", s.name, method, target, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatalf("%s: %s %s: %v", s.name, method, target, err)
	}
	return answer{resp.StatusCode, resp.Header, string(body)}
}

// start runs a server's program and waits until it accepts connections.
func start(t *testing.T, name, addr string, secure bool, cmd *exec.Cmd) liveServer {
	t.Helper()
	var log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &log, &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			cmd.Process.Kill()
			<-done
		}
		if t.Failed() {
			t.Logf("%s said:\n%s", name, log.String())
		}
	})
	for range 200 {
		if conn, err := net.Dial("tcp", addr); err == nil {
			conn.Close()
			return liveServer{name, addr, secure}
		}
		select {
		case err := <-done:
			done <- err
			t.Fatalf("%s ended: %v\n%s", name, err, log.String())
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Fatalf("%s does not listen on %s", name, addr)
	return liveServer{}
}

// freeAddress returns a loopback address that was free a moment ago.
func freeAddress(t *testing.T) string {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer ln.Close()
	return ln.Addr().String()
}

func startNginx(t *testing.T, s Server) liveServer {
	program := require(t, "nginx", "/usr/sbin/nginx")
	dir := tempDir(t)
	conf, err := Nginx([]Server{s}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir+"/site.conf", string(conf))
	user := ""
	if os.Getuid() == 0 {
		user = "user root;"
	}
	write(t, dir+"/nginx.conf", user+`
daemon off;
worker_processes 1;
pid `+dir+`/pid;
error_log stderr;
events { }
http {
    access_log off;
    client_body_temp_path `+dir+`/t1;
    proxy_temp_path `+dir+`/t2;
    fastcgi_temp_path `+dir+`/t3;
    uwsgi_temp_path `+dir+`/t4;
    scgi_temp_path `+dir+`/t5;
    include `+dir+`/site.conf;
}
`)
	return start(t, "nginx", s.Listen, s.Certificate != "", exec.Command(program, "-c", dir+"/nginx.conf", "-p", dir))
}

func startCaddy(t *testing.T, s Server) liveServer {
	program := require(t, "caddy", "/usr/bin/caddy")
	dir := tempDir(t)
	conf, err := Caddy([]Server{s}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir+"/Caddyfile", "{\n\tadmin off\n\tauto_https off\n\tskip_install_trust\n}\n"+string(conf))
	cmd := exec.Command(program, "run", "--config", dir+"/Caddyfile", "--adapter", "caddyfile")
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	return start(t, "caddy", s.Listen, s.Certificate != "", cmd)
}

func startApache(t *testing.T, s Server) liveServer {
	program := require(t, "apache2", "/usr/sbin/apache2", "httpd")
	dir := tempDir(t)
	conf, err := Apache([]Server{s}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir+"/site.conf", string(conf))
	var modules strings.Builder
	for _, m := range []string{"mpm_event", "authz_core", "mime", "dir", "alias", "headers", "rewrite", "filter", "deflate", "ssl"} {
		if m == "ssl" && s.Certificate == "" {
			continue
		}
		fmt.Fprintf(&modules, "LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n", m, m)
	}
	user := ""
	if os.Getuid() == 0 {
		user = "User nobody\nGroup nogroup\n"
	}
	write(t, dir+"/apache.conf", modules.String()+user+`
ServerRoot "`+dir+`"
ServerName localhost
PidFile "`+dir+`/pid"
ErrorLog /dev/stderr
DefaultRuntimeDir "`+dir+`"
TypesConfig /dev/null
Listen `+s.Listen+`
<Directory />
    Require all denied
</Directory>
Include "`+dir+`/site.conf"
`)
	return start(t, "apache2", s.Listen, s.Certificate != "", exec.Command(program, "-f", dir+"/apache.conf", "-DFOREGROUND"))
}

var starters = map[string]func(*testing.T, Server) liveServer{
	"nginx": startNginx, "caddy": startCaddy, "apache2": startApache,
}

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

func selfSigned(t *testing.T) (cert, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "localhost"},
		DNSNames: []string{"localhost"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	keyDER, err := x509.MarshalECPrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	dir := tempDir(t)
	cert, key = dir+"/cert.pem", dir+"/key.pem"
	write(t, cert, string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})))
	write(t, key, string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: keyDER})))
	return cert, key
}
