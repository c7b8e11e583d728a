package sampletest_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"io/fs"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"

	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/publish"
	"sonla.gov.vn/bientap/generator/serve"
)

// The development server reloads an open page after each build. What makes it
// do so is only in what is sent: no built file changes.
func TestLiveReload(t *testing.T) {
	theBrowser(t)
	t.Parallel()
	dir := t.TempDir()
	p, err := openSample()
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.Build(context.Background(), publish.NewFolder(dir), generator.Options{}); err != nil {
		t.Fatal(err)
	}
	before := sums(t, dir)
	live, err := serve.NewLive(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer live.Close()
	server := httptest.NewServer(live)
	b := openTab(t)
	b.base = server.URL
	t.Cleanup(func() {
		server.CloseClientConnections() // the page listens for ever
		server.Close()
	})

	b.open("/tin-tuc/")
	b.waitListening(1)
	if after := sums(t, dir); len(after) != len(before) || len(before) < 100 {
		t.Errorf("%d files became %d", len(before), len(after))
	} else {
		for name, sum := range before {
			if after[name] != sum {
				t.Errorf("serving changed %s", name)
			}
		}
	}

	// As an editor's save does: a page changes, and the server is told.
	name := filepath.Join(dir, "tin-tuc", "index.html")
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	page = bytes.Replace(page, []byte("<h1>"), []byte("<h1>Vừa lưu: "), 1)
	if err := os.WriteFile(name, page, 0o644); err != nil {
		t.Fatal(err)
	}
	live.Built()
	b.waitListening(2)
	b.enter()
	if h1 := ask[string](b, `document.querySelector("h1").innerText`); !strings.HasPrefix(h1, "Vừa lưu: ") {
		t.Errorf("after the build the page says %q", h1)
	}
	b.checkDevelopment()
	b.checkQuiet(false)
	b.report()
}

// waitListening waits until the page has opened its n-th connection on which
// it hears of builds.
func (b *tab) waitListening(n int) {
	b.t.Helper()
	for until := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		b.mu.Lock()
		count := 0
		for _, r := range b.responses {
			if r.kind == network.ResourceTypeEventSource {
				count++
			}
		}
		b.mu.Unlock()
		if count == n {
			return
		}
		if count > n || time.Now().After(until) {
			b.t.Fatalf("the page listens for the %d. time, not the %d.", count, n)
		}
	}
}

// checkDevelopment compares every answer with the profile of the development
// server.
func (b *tab) checkDevelopment() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range b.responses {
		for _, h := range harden.Development().Headers {
			if got, _ := r.headers[h.Name].(string); got != h.Value {
				b.fault("%s: %s is %q, want %q", r.url, h.Name, got, h.Value)
			}
		}
	}
}

func sums(t *testing.T, dir string) map[string][sha256.Size]byte {
	t.Helper()
	out := map[string][sha256.Size]byte{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		out[name] = sha256.Sum256(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
