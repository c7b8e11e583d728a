package sampletest_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sonla.gov.vn/bientap/generator/harden"
)

// badPage has one fault for every check in the browser.
const badPage = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title><meta name="viewport" content="width=device-width">
<link rel="canonical" href="https://sonla.gov.vn/xau/"><link rel="icon" href="/assets/a.png">
<link rel="stylesheet" href="/assets/a.css"></head><body>
<a href="#nowhere">một</a><nav><a href="/2/">hai</a></nav>
<main><h1>x</h1><p class="pale">Chữ nhạt</p><p class="wide">rộng</p><p class="lost">mất</p>
<p style="color:red">kiểu riêng</p><img src="https://khac.example.vn/a.png" alt=""><img src="/assets/khong-co.png">
<script>console.log("x")</script></main></body></html>`

const badSheet = `main{font-size:16px}.pale{color:#eee;background:#fff}.wide{width:1500px}
.lost{forced-color-adjust:none;color:#fff;background:#fff}a{outline:none!important}`

// badHeaders leave out one header and change another.
func badHeaders(w http.ResponseWriter, path string) {
	for _, h := range harden.Headers(path, harden.Options{}) {
		w.Header().Set(h.Name, h.Value)
	}
	w.Header().Del("X-Content-Type-Options")
	w.Header().Set("Referrer-Policy", "unsafe-url")
}

// The checks see what is wrong. A test that cannot fail says nothing.
func TestChecksSeeFaults(t *testing.T) {
	theBrowser(t)
	axe, err := os.ReadFile(npm(t, "axe", "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		badHeaders(w, r.URL.Path)
		w.Header().Set("Content-Type", harden.ContentType(r.URL.Path))
		switch r.URL.Path {
		case "/xau/":
			fmt.Fprint(w, badPage)
		case "/assets/a.css":
			fmt.Fprint(w, badSheet)
		default:
			http.Error(w, "404", http.StatusNotFound)
		}
	}))
	t.Cleanup(server.Close)
	root, err := html.Parse(strings.NewReader(badPage))
	if err != nil {
		t.Fatal(err)
	}
	b := openTab(t)
	b.base = server.URL
	b.screen(1280)
	b.open("/xau/")
	ask[bool](b, string(axe)+";true")
	for _, step := range []struct {
		check func()
		want  []string
	}{
		{b.loadAll, []string{"images that do not show", "khong-co.png", "khac.example.vn"}},
		{func() { b.checkLoaded(&page{root: root}) }, []string{"Image: a request for https://khac.example.vn/a.png", "X-Content-Type-Options: \"\"", "Referrer-Policy: \"unsafe-url\""}},
		{func() { b.checkAxe("x") }, []string{"color-contrast", "image-alt"}},
		{func() { b.checkFits("x") }, []string{"pixels wide", "wide"}},
		{b.checkForcedColours, []string{"vanishes with forced colours", "lost"}},
		{func() { b.checkPrint(&page{root: root}) }, []string{"navigation is printed", "where it is from"}},
		{b.checkLargeText, []string{"when readers double it"}},
		{b.checkSkipLink, []string{"the first Tab stops at", "the skip link leads to"}},
		{func() { b.checkStops(ask[[]string](b, seenLinks)) }, []string{"Outlined:false"}},
		{func() { b.checkQuiet(false) }, []string{"Content Security Policy", "status of 404", "issue: ContentSecurityPolicyIssue"}},
	} {
		b.faults = nil
		step.check()
		for _, w := range step.want {
			if !slices.ContainsFunc(b.faults, func(f string) bool { return strings.Contains(f, w) }) {
				t.Errorf("nothing is said of %q, but:\n%s", w, strings.Join(b.faults, "\n"))
			}
		}
	}
}
