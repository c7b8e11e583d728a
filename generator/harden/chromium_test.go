package harden

import (
	"bytes"
	"context"
	"fmt"
	"image"
	_ "image/png"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// browse starts a Chromium and returns its context and the messages that it
// logs.
func browse(t *testing.T) (context.Context, func() []string) {
	t.Helper()
	program := require(t, "chromium", "/usr/bin/chromium", "chromium-browser", "google-chrome")
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.ExecPath(program))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var messages []string
	err := chromedp.Listen(ctx, func(ev any) {
		if e, ok := ev.(*log.EventEntryAdded); ok {
			mu.Lock()
			defer mu.Unlock()
			messages = append(messages, e.Entry.Text)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	limited, cancel := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	return limited, func() []string {
		mu.Lock()
		defer mu.Unlock()
		out := messages
		messages = nil
		return out
	}
}

func serveFiles(t *testing.T, files map[string]string, headers func(path string) []Header) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, h := range headers(r.URL.Path) {
			w.Header().Set(h.Name, h.Value)
		}
		w.Header().Set("Content-Type", ContentType(r.URL.Path))
		data, found := files[r.URL.Path]
		if !found {
			w.WriteHeader(http.StatusNotFound)
		}
		fmt.Fprint(w, data)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

const pixel = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89" +
	"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"

const sheet = "p{color:rgb(1,2,3)}"

// A page with all that a portal's page has works under the headers, and a
// script in it, however it got there, does not run.
func TestChromiumUnderTheHeaders(t *testing.T) {
	ctx, messages := browse(t)
	page := `<!doctype html><html lang=vi><meta charset=utf-8><title>x</title><link rel=icon href="data:,">` +
		`<link rel=manifest href=/site.webmanifest><link rel=stylesheet href=/assets/a.css integrity="` + Integrity([]byte(sheet)) + `">` +
		`<script type="application/ld+json">{"@context":"https://schema.org"}</script><p id=p>x</p><img src=/media/a.png>`
	base := serveFiles(t, map[string]string{
		"/":                 strings.Replace(page, `<link rel=icon href="data:,">`, "<link rel=icon href=/media/a.png>", 1),
		"/bad/":             page + `<script>document.title='inline'</script><script src=/assets/x.js></script><p style="color:red" onclick="x()">`,
		"/assets/a.css":     sheet,
		"/assets/x.js":      "document.title='file'",
		"/media/a.png":      pixel,
		"/site.webmanifest": `{"name":"x","start_url":"/"}`,
	}, func(path string) []Header { return Headers(path, Options{}) })

	if err := chromedp.Do(ctx, chromedp.Navigate(base+"/")); err != nil {
		t.Fatal(err)
	}
	state, err := chromedp.Run(ctx, chromedp.Evaluate[string](
		`getComputedStyle(p).color+" "+document.images[0].naturalWidth+" "+document.featurePolicy.allowedFeatures().join()`))
	if err != nil {
		t.Fatal(err)
	}
	if want := "rgb(1, 2, 3) 1 "; state != want {
		t.Errorf("style, image width and features left: %q, want %q", state, want)
	}
	for _, m := range messages() {
		t.Errorf("a good page is complained of: %s", m)
	}

	if err := chromedp.Do(ctx, chromedp.Navigate(base+"/bad/")); err != nil {
		t.Fatal(err)
	}
	if title, err := chromedp.Run(ctx, chromedp.Title()); err != nil || title != "x" {
		t.Errorf("a script ran: title %q, %v", title, err)
	}
	if got := strings.Join(messages(), "\n"); strings.Count(got, "Content Security Policy") < 4 {
		t.Errorf("script, file, style and icon were to be refused; messages:\n%s", got)
	}
}

// A PDF opens in the browser's viewer under the headers.
func TestChromiumShowsPDF(t *testing.T) {
	ctx, _ := browse(t)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF())
	if err != nil {
		t.Fatal(err)
	}
	base := serveFiles(t, map[string]string{"/tep/a.pdf": string(pdf)}, func(path string) []Header { return Headers(path, Options{}) })
	if err := chromedp.Do(ctx, chromedp.Navigate(base+"/tep/a.pdf")); err != nil {
		t.Fatal(err)
	}
	for range 100 {
		if showsDocument(t, ctx) {
			break
		}
		if err := chromedp.Do(ctx, chromedp.Sleep(300*time.Millisecond)); err != nil {
			t.Fatalf("the viewer shows no page: %v", err)
		}
	}
	targets, err := chromedp.Targets(ctx)
	if err != nil {
		t.Fatal(err)
	}
	viewer := slices.ContainsFunc(targets, func(info *target.Info) bool { return strings.HasPrefix(info.URL, "chrome-extension://") })
	if !viewer || !showsDocument(t, ctx) {
		t.Errorf("viewer %v, page %v", viewer, showsDocument(t, ctx))
	}
}

// showsDocument reports whether the middle of the screen is white and its bar
// is dark: a page of a document in the viewer, not an empty window.
func showsDocument(t *testing.T, ctx context.Context) bool {
	t.Helper()
	shot, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	picture, _, err := image.Decode(bytes.NewReader(shot))
	if err != nil {
		t.Fatal(err)
	}
	center := picture.Bounds().Max.Div(2)
	r, g, b, _ := picture.At(center.X, center.Y+50).RGBA()
	bar, _, _, _ := picture.At(center.X, 5).RGBA()
	return r == 0xffff && g == 0xffff && b == 0xffff && bar < 0x8000
}

// The development profile lets a same-origin script run, connect and reload,
// over plain HTTP.
func TestChromiumLiveReload(t *testing.T) {
	ctx, _ := browse(t)
	base := serveFiles(t, map[string]string{
		"/":          `<!doctype html><title>x</title><script src=/reload.js></script><script>document.title='inline'</script>`,
		"/reload.js": `fetch('/events').then(r=>r.text()).then(t=>{document.title=t})`,
		"/events":    "reloaded",
	}, func(string) []Header { return Development().Headers })
	if err := chromedp.Do(ctx, chromedp.Navigate(base+"/")); err != nil {
		t.Fatal(err)
	}
	title, err := chromedp.Run(ctx, chromedp.Poll[string](`document.title!="x" && document.title`))
	if err != nil || title != "reloaded" {
		t.Errorf("title %q, %v", title, err)
	}
}
