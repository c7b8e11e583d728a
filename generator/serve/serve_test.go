package serve_test

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/serve"
)

// patience bounds what a test waits for.
const patience = 30 * time.Second

// built is a folder as a build leaves it.
func built(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"index.html": "<!doctype html><html><head><title>A</title></head><body>A</body></html>",
		"404.html":   "<!doctype html><html><head><title>404</title></head><body>404</body></html>",
		"a/x.css":    "body{}", "media/a.jpg": "\xff\xd8</head>", ".bientap": "mark", "_headers": "/*", "tin/index.html": "tin",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func files(t *testing.T, dir string) *serve.Files {
	t.Helper()
	f, err := serve.NewFiles(dir, harden.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// ask sends a request with a path as it stands.
func ask(h http.Handler, method, path string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://localhost/", nil)
	r.URL.Path = path
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestFilesStayInTheFolder(t *testing.T) {
	dir := built(t)
	secret := filepath.Join(t.TempDir(), "secret.html")
	if err := os.WriteFile(secret, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, filepath.Join(dir, "link.html")); err != nil {
		t.Log(err) // where links need a privilege, the attacker has none either
	}
	if err := os.Symlink(filepath.Dir(secret), filepath.Join(dir, "folder")); err != nil {
		t.Log(err)
	}
	f := files(t, dir)
	for _, path := range []string{
		"/link.html", "/folder/secret.html", "/folder/", "/../secret.html", "/a/../../secret.html", "/a", "/a/", "/.bientap",
		"/_headers", "/index.html/", "//", "//a/x.css", "/./index.html", "/a\\x.css", "/a\x00", "", "index.html", "/tin//", "/tin/../index.html",
	} {
		w := ask(f, http.MethodGet, path)
		if w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%q answers %d: %s", path, w.Code, w.Body)
		}
	}
}

func TestFilesKnowWhatTheBrowserHas(t *testing.T) {
	f := files(t, built(t))
	tag := ask(f, http.MethodGet, "/").Header().Get("ETag")
	w := ask(f, http.MethodGet, "/", "If-None-Match", tag)
	if tag == "" || w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("tag %q answers %d with %d bytes", tag, w.Code, w.Body.Len())
	}
	for _, h := range harden.Headers("/", harden.Options{}) {
		if w.Header().Get(h.Name) != h.Value {
			t.Errorf("an answer 304 has %s %q", h.Name, w.Header().Get(h.Name))
		}
	}
	if w := ask(f, http.MethodGet, "/khong-co/", "If-None-Match", tag); w.Code != http.StatusNotFound || w.Header().Get("ETag") != "" {
		t.Errorf("a missing page answers %d with the tag %q", w.Code, w.Header().Get("ETag"))
	}
}

func TestLiveAddsTheScriptToPagesAlone(t *testing.T) {
	dir := built(t)
	l, err := serve.NewLive(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for path, scripted := range map[string]bool{"/": true, "/khong-co/": true, "/a/x.css": false, "/media/a.jpg": false} {
		if got := strings.Contains(ask(l, http.MethodGet, path).Body.String(), `<script src="/_live.js" defer></script></head>`); got != scripted {
			t.Errorf("%s has a script: %v", path, got)
		}
	}
	if page, err := os.ReadFile(filepath.Join(dir, "index.html")); err != nil || strings.Contains(string(page), "script") {
		t.Errorf("the built file was changed: %s, %v", page, err)
	}
}

func TestHosts(t *testing.T) {
	say := func(name string) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(name)) })
	}
	h := serve.Hosts{Main: say("main"), Others: map[string]http.Handler{"ubnd.sonla.gov.vn": say("ubnd")}, Names: []string{"may-cua-toi"}}
	for host, want := range map[string]string{
		"localhost": "main", "localhost:8080": "main", "LOCALHOST:1": "main", "127.0.0.1": "main", "[::1]:80": "main", "10.1.2.3:8080": "main",
		"may-cua-toi:8080": "main", "ubnd.sonla.gov.vn.localhost:8080": "ubnd", "UBND.sonla.gov.vn.localhost": "ubnd",
		"sonla.gov.vn": "421", "ubnd.sonla.gov.vn": "421", "evil.example": "421", "evil.example:8080": "421",
		"127.0.0.1.evil.example": "421", "khac.localhost": "421", "": "421", "localhost.": "421",
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if got := w.Body.String(); !strings.HasPrefix(got, want) || (want == "421") != (w.Code == http.StatusMisdirectedRequest) {
			t.Errorf("%q answers %d: %s", host, w.Code, got)
		}
	}
}

// TestRunEndsStreamsAndFinishesAnswers stops a server while one page waits for
// news and another is being sent.
func TestRunEndsStreamsAndFinishesAnswers(t *testing.T) {
	live, err := serve.NewLive(built(t))
	if err != nil {
		t.Fatal(err)
	}
	defer live.Close()
	begun, goOn := make(chan bool), make(chan bool)
	mux := http.NewServeMux()
	mux.Handle("/", live)
	mux.HandleFunc("/slow", func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-goOn
		_, _ = w.Write([]byte("all of it"))
	})
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- serve.Run(ctx, l, mux) }()
	events, err := http.Get("http://" + l.Addr().String() + "/_live")
	if err != nil {
		t.Fatal(err)
	}
	defer events.Body.Close()
	lines := bufio.NewScanner(events.Body)
	lines.Scan() // the greeting
	live.Built()
	for lines.Scan() && lines.Text() != "event: built" {
	}
	if lines.Text() != "event: built" {
		t.Fatal("an open page heard nothing of the build")
	}
	answer := make(chan string, 2)
	go func() {
		res, err := http.Get("http://" + l.Addr().String() + "/slow")
		if err != nil {
			answer <- err.Error()
			return
		}
		defer res.Body.Close()
		b, err := io.ReadAll(res.Body)
		if err != nil {
			answer <- err.Error()
		}
		answer <- string(b)
	}()
	<-begun
	stop()
	close(goOn)
	if got := <-answer; got != "all of it" {
		t.Errorf("the answer under way was %q", got)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(patience):
		t.Fatal("the server does not end")
	}
}
