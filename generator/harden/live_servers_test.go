package harden

import (
	"bufio"
	"bytes"
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
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// This file starts real web servers with the configurations that this package
// writes; live_test.go compares every answer with the model.

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
		"/tep/Số 12 NQ-HĐND.PDF":        "%PDF-",
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
	return s.askHost(t, "localhost", method, target, extra...)
}

func (s liveServer) askHost(t *testing.T, host, method, target string, extra ...string) answer {
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
	fmt.Fprintf(conn, "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n", method, target, host)
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

func startNginx(t *testing.T, servers ...Server) liveServer {
	s := servers[0]
	program := require(t, "nginx", "/usr/sbin/nginx")
	dir := tempDir(t)
	conf, err := Nginx(servers, Options{})
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

func startCaddy(t *testing.T, servers ...Server) liveServer {
	s := servers[0]
	program := require(t, "caddy", "/usr/bin/caddy")
	dir := tempDir(t)
	conf, err := Caddy(servers, Options{})
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir+"/Caddyfile", "{\n\tadmin off\n\tauto_https off\n\tskip_install_trust\n}\n"+string(conf))
	cmd := exec.Command(program, "run", "--config", dir+"/Caddyfile", "--adapter", "caddyfile")
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	return start(t, "caddy", s.Listen, s.Certificate != "", cmd)
}

func startApache(t *testing.T, servers ...Server) liveServer {
	s := servers[0]
	program := require(t, "apache2", "/usr/sbin/apache2", "httpd")
	dir := tempDir(t)
	conf, err := Apache(servers, Options{})
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

var starters = map[string]func(*testing.T, ...Server) liveServer{
	"nginx": startNginx, "caddy": startCaddy, "apache2": startApache,
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
