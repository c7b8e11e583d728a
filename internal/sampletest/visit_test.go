package sampletest_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/site"
)

// visited are the pages that are looked at in a browser: one of every class,
// and of every look that a class has.
var visited = []struct {
	name, path string
	class      site.Class
}{
	{"home", "/", site.Home},
	{"component-home", "/so-nnmt/", site.Home},
	{"section", "/tin-tuc/", site.Index},
	{"section-pages", "/gioi-thieu/", site.Index},
	{"section-documents", "/van-ban/", site.Index},
	{"month", "/tin-tuc/2026/11/", site.MonthPart},
	{"month-documents", "/van-ban/2026/11/", site.MonthPart},
	{"month-withdrawn", "/tin-tuc/van-hoa-xa-hoi/2026/09/", site.MonthPart},
	{"archive", "/tin-tuc/luu-tru/", site.Archive},
	{"tag", "/chu-de/ban-mau/", site.Index},
	{"tags", "/chu-de/", site.Tags},
	{"article", "/tin-tuc/kinh-te/mua-che-cao-nguyen/", site.Page},
	{"article-corrected", "/tin-tuc/kinh-te/phien-cho-vung-cao/", site.Page},
	{"article-law-list", "/chi-dao-dieu-hanh/phong-chong-ret/", site.Page},
	{"article-footnotes", "/tin-tuc/kinh-te/thuy-dien-son-la/", site.Page},
	{"article-component", "/so-nnmt/tin-tuc/vuon-cay-an-qua/", site.Page},
	{"document-in-force", "/van-ban/99901-qd-ubnd/", site.Page},
	{"document-not-yet", "/van-ban/99902-qd-ubnd/", site.Page},
	{"document-expired", "/van-ban/99903-qd-ubnd/", site.Page},
	{"document-partly", "/van-ban/99904-kh-ubnd/", site.Page},
	{"document-unknown", "/van-ban/2722-qd-ubnd/", site.Page},
	{"page-table", "/gioi-thieu/tong-quan/", site.Page},
	{"page-guide", "/tro-giup/huong-dan-bien-tap/", site.Page},
	{"page-english", "/gioi-thieu/overview/", site.Page},
	{"article-english", "/tin-tuc/van-hoa-xa-hoi/plum-blossom-season/", site.Page},
	{"withdrawn", "/tin-tuc/van-hoa-xa-hoi/lich-xe-khach/", site.Gone},
	{"expired", "/thong-bao/tam-ngung-bao-tri/", site.Gone},
	{"redirect", "/lien-he/?still", site.Redirect},
	{"map", "/so-do-cong/", site.SiteMap},
	{"not-found", "/khong-co-trang-nay/", site.NotFound},
}

// pageAt returns the page that is served at a path of the table above.
func (s *sample) pageAt(path string) *page {
	path, _, _ = strings.Cut(path, "?")
	if p := s.byPath[path]; p != nil {
		return p
	}
	return s.byPath["/404.html"]
}

// Every class of page is visited.
func TestVisitedIsComplete(t *testing.T) {
	s := theSample(t)
	seen := map[site.Class]bool{}
	for _, v := range visited {
		if got := s.pageAt(v.path).output.Class; got != v.class {
			t.Errorf("%s: %s is of class %d, want %d", v.name, v.path, got, v.class)
		}
		seen[v.class] = true
	}
	for _, p := range s.pages {
		if !seen[p.output.Class] {
			t.Errorf("no page of the class of %s is visited", p.path)
			seen[p.output.Class] = true
		}
	}
}

// A page of every class in a browser. What is loaded, what the browser says,
// what axe finds, how it fits, how it prints.
func TestPagesInChromium(t *testing.T) {
	theBrowser(t)
	s := theSample(t)
	axe, err := os.ReadFile(npm(t, "axe", "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range visited {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			b := openTab(t)
			b.screen(1280)
			b.open(v.path)
			b.loadAll()
			b.checkLoaded(s.pageAt(v.path))
			ask[bool](b, string(axe)+";true")
			for _, width := range []int64{1280, 320} {
				b.screen(width)
				for _, scheme := range []string{"light", "dark"} {
					b.media("", "prefers-color-scheme", scheme)
					b.checkAxe(fmt.Sprint(width, " px, ", scheme))
				}
				b.checkFits(fmt.Sprint(width, " px"))
			}
			b.checkForcedColours()
			b.checkPrint(s.pageAt(v.path))
			b.checkLargeText()
			b.checkSkipLink()
			b.checkQuiet(v.class == site.NotFound)
			b.report()
		})
	}
}

// loadAll loads the images that a browser loads only when they come in sight.
func (b *tab) loadAll() {
	b.t.Helper()
	broken := ask[[]string](b, `(async () => {
		for (const i of document.images) i.loading = "eager";
		await Promise.all([...document.images].map(i => i.decode().catch(() => {})));
		return [...document.images].filter(i => !i.complete || !i.naturalWidth).map(i => i.src);
	})()`)
	if len(broken) > 0 {
		b.fault("images that do not show: %q", broken)
	}
}

// checkLoaded compares what was requested with what the page names, and the
// headers of every answer with the model.
func (b *tab) checkLoaded(p *page) {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	own := slices.Concat(head(p.root, "link", "rel", "stylesheet", "href"), head(p.root, "link", "rel", "icon", "href"), head(p.root, "link", "rel", "manifest", "href"))
	for n := range elements(p.root, "img") {
		own = append(own, attr(n, "src"))
	}
	kinds := map[network.ResourceType]int{}
	for _, r := range b.requests {
		path, ok := strings.CutPrefix(r.Request.URL, b.base)
		if !ok || r.Type != network.ResourceTypeDocument && !slices.Contains(own, path) {
			b.fault("%s: a request for %s", r.Type, r.Request.URL)
		}
		kinds[r.Type]++
	}
	if kinds[network.ResourceTypeDocument] != 1 || kinds[network.ResourceTypeStylesheet] != 1 || kinds[network.ResourceTypeScript] != 0 {
		b.fault("requests: %v, want one document, one stylesheet, no script", kinds)
	}
	if len(b.responses) < 3 {
		b.fault("only %d answers were seen", len(b.responses))
	}
	for id, r := range b.responses {
		if raw := b.raw[id]; raw != nil {
			r.headers = raw
		}
		b.checkHeaders(r)
	}
}

// checkHeaders compares the headers of an answer with the model.
func (b *tab) checkHeaders(r *response) {
	b.t.Helper()
	path, _, _ := strings.Cut(strings.TrimPrefix(r.url, b.base), "?")
	if r.status == 404 {
		path = "/404.html"
	}
	got := map[string]string{}
	for name, value := range r.headers {
		got[strings.ToLower(name)] = fmt.Sprint(value)
	}
	model := harden.Headers(path, harden.Options{})
	if !slices.ContainsFunc(model, func(h harden.Header) bool { return h.Name == "Content-Security-Policy" }) {
		b.fault("%s: the model has no policy", path)
	}
	for _, h := range model {
		if got[strings.ToLower(h.Name)] != h.Value {
			b.fault("%s: %s: %q, want %q", path, h.Name, got[strings.ToLower(h.Name)], h.Value)
		}
	}
	if got["set-cookie"] != "" {
		b.fault("%s sets a cookie", path)
	}
}

// barrier is a violation that axe found.
type barrier struct {
	ID, Impact, Help string
	Nodes            []struct {
		HTML           string
		FailureSummary string
	}
}

// checkAxe asks axe for barriers, its rules for WCAG 2.2 included.
func (b *tab) checkAxe(where string) {
	b.t.Helper()
	report := ask[json.RawMessage](b, `axe.run(document, {
		resultTypes: ["violations", "incomplete"],
		rules: {"target-size": {enabled: true}},
	}).then(r => ({version: axe.version, passes: r.passes.length, violations: r.violations, incomplete: r.incomplete}))`)
	var r struct {
		Passes                 int
		Violations, Incomplete []barrier
	}
	if err := json.Unmarshal(report, &r); err != nil {
		b.t.Fatal(err)
	}
	if r.Passes < 10 {
		b.fault("%s: only %d rules of axe were met: did it run?", where, r.Passes)
	}
	for _, v := range r.Violations {
		b.fault("%s: axe %s (%s): %s: %d elements", where, v.ID, v.Impact, v.Help, len(v.Nodes))
		for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
			b.fault("\t%.300s\n\t%s", n.HTML, n.FailureSummary)
		}
	}
	for _, v := range r.Incomplete {
		if b.undecided[v.ID] {
			continue
		}
		b.undecided[v.ID] = true
		b.t.Logf("%s: axe cannot tell: %s: %d elements, such as %.200s", where, v.ID, len(v.Nodes), v.Nodes[0].HTML)
	}
}

// checkFits says which elements make the page wider than the window.
func (b *tab) checkFits(where string) {
	b.t.Helper()
	var r struct {
		Page, Window int
		Wide         []string
	}
	decode(b, &r, `(() => {
		const e = document.scrollingElement, wide = [...document.querySelectorAll("body *")].filter(n =>
			n.getBoundingClientRect().right > innerWidth + .5 && !n.closest(".table, pre") && n.checkVisibility());
		return {Page: e.scrollWidth, Window: innerWidth, Wide: wide.slice(0, 3).map(n => n.outerHTML.slice(0, 160))};
	})()`)
	if r.Page > r.Window {
		b.fault("%s: the page is %d pixels wide: %q", where, r.Page, r.Wide)
	}
}

// decode evaluates an expression and decodes its value.
func decode(b *tab, v any, expression string) {
	b.t.Helper()
	if err := json.Unmarshal(ask[json.RawMessage](b, expression), v); err != nil {
		b.t.Fatal(err)
	}
}

// checkForcedColours looks for text that vanishes when the reader's colours
// take the place of the page's.
func (b *tab) checkForcedColours() {
	b.t.Helper()
	b.media("", "forced-colors", "active", "prefers-color-scheme", "dark")
	if !ask[bool](b, `matchMedia("(forced-colors: active)").matches`) {
		b.fault("this browser does not emulate forced colours")
	}
	vanished := ask[[]string](b, `(() => {
		const ground = n => {
			for (; n; n = n.parentElement) {
				const c = getComputedStyle(n).backgroundColor;
				if (!/^rgba\(.*, 0\)$/.test(c)) return c;
			}
			return "rgb(0, 0, 0)";
		};
		const out = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			const n = texts.currentNode.parentElement;
			if (texts.currentNode.data.trim() && n.checkVisibility() && getComputedStyle(n).color === ground(n)) out.push(n.outerHTML.slice(0, 160));
		}
		return out;
	})()`)
	if len(vanished) > 0 {
		b.fault("text that vanishes with forced colours: %q", vanished)
	}
	b.media("")
}

// checkPrint looks at the page as it is printed: no ways to elsewhere, but
// the address it came from and, on an article, its source.
func (b *tab) checkPrint(p *page) {
	b.t.Helper()
	b.media("print")
	left := ask[[]string](b, `[...document.querySelectorAll("nav, button, .skip")]
		.filter(n => n.checkVisibility() && !n.closest("main")).map(n => n.outerHTML.slice(0, 160))`)
	if len(left) > 0 {
		b.fault("navigation is printed: %q", left)
	}
	from := ask[string](b, `(() => { const n = document.querySelector(".printed"); return n && n.checkVisibility() ? n.innerText : "" })()`)
	if canonical := head(p.root, "link", "rel", "canonical", "href"); len(canonical) > 0 && !strings.Contains(from, canonical[0]) {
		b.fault("the printed page says where it is from: %q, want %q", from, canonical)
	}
	if source := text(p.root); strings.Contains(source, "Nguồn: Ban Biên tập (bản mẫu)") && !strings.Contains(ask[string](b, `document.querySelector("main").innerText`), "Nguồn: Ban Biên tập (bản mẫu)") {
		b.fault("the source of the article is not printed")
	}
	b.media("")
}

// checkLargeText doubles the reader's own size of text.
func (b *tab) checkLargeText() {
	b.t.Helper()
	b.screen(1280)
	const size = `parseFloat(getComputedStyle(document.querySelector("main")).fontSize)`
	before := ask[float64](b, size)
	call(b, cdppage.SetFontSizes, cdppage.SetFontSizesParams{FontSizes: &cdppage.FontSizes{Standard: 32, Fixed: 26}})
	if after := ask[float64](b, size); after != 2*before {
		b.fault("text of %v pixels becomes %v when readers double it", before, after)
	}
	b.checkFits("text at 200 %")
	call(b, cdppage.SetFontSizes, cdppage.SetFontSizesParams{FontSizes: &cdppage.FontSizes{Standard: 16, Fixed: 13}})
}

// checkSkipLink presses Tab once and Enter: the first stop on every page is
// the way past the navigation, in sight, and it leads to the content.
func (b *tab) checkSkipLink() {
	b.t.Helper()
	b.do(chromedp.KeyEvent("\t"))
	var r focused
	decode(b, &r, focus)
	if !strings.HasPrefix(r.Href, "#") || !r.Seen || !r.Outlined {
		b.fault("the first Tab stops at %+v", r)
	}
	b.do(chromedp.KeyEvent("\r"))
	if at := ask[string](b, `document.activeElement.localName + location.hash`); at != "main"+r.Href {
		b.fault("the skip link leads to %q", at)
	}
}

// focused is the element that has the keyboard.
type focused struct {
	Name, Href, Text string
	// Seen is whether it has a place on the page that nothing clips, Outlined
	// whether a line shows where the keyboard is.
	Seen, Outlined bool
}

const focus = `(() => {
	const n = document.activeElement, s = getComputedStyle(n), r = n.getBoundingClientRect();
	return {Name: n.localName, Href: n.getAttribute("href") || "", Text: n.innerText,
		Seen: n.checkVisibility() && r.width > 8 && r.height > 8 && s.clipPath === "none" && r.right > 0 && r.bottom > 0,
		Outlined: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 && s.outlineColor !== "rgba(0, 0, 0, 0)"};
})()`

// checkQuiet reports everything that the browser complained of, but not the
// answer 404 where it was asked for.
func (b *tab) checkQuiet(notFound bool) {
	for _, m := range b.heard() {
		if !notFound || !strings.Contains(m, "the server responded with a status of 404") {
			b.fault("the browser says: %s", m)
		}
	}
}
