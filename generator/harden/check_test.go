package harden

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"sonla.gov.vn/bientap/internal/diag"
)

// cleanPage is a page as a theme would make it, of about 12 KB.
func cleanPage() string {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang=vi><head><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1">` +
		`<title>Kỳ họp thứ 12 &amp; các nghị quyết</title><meta name=description content="Hội đồng nhân dân tỉnh họp.">` +
		`<link rel=canonical href="https://sonla.gov.vn/tin-tuc/ky-hop/"><link rel=stylesheet href=/assets/site.3fa9c0d1e2b4.css integrity="` + Integrity([]byte("a")) + `">` +
		`<link rel=icon href=/assets/icon.3fa9c0d1e2b4.svg type=image/svg+xml><link rel=manifest href=/site.webmanifest>` +
		`<link rel=alternate type="application/atom+xml" href="/tin-tuc/atom.xml" title="Tin tức"><meta property="og:title" content="Kỳ họp">` +
		`<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Kỳ họp \u003c12\u003e"}</script></head><body>` +
		`<a class=skip href=#noi-dung>Đến nội dung</a><header><nav aria-label="Trình đơn"><ul>`)
	for i := range 12 {
		fmt.Fprintf(&b, `<li><a href="/chuyen-muc-%d/">Chuyên mục %d</a></li>`, i, i)
	}
	b.WriteString(`</ul></nav></header><main id=noi-dung><h1>Kỳ họp thứ 12</h1><img src="/media/hop.3fa9c0d1e2b4.webp" srcset="/media/hop-1.webp 640w, /media/hop-2.webp 1280w" sizes="100vw" alt="Quang cảnh kỳ họp" width=1280 height=720 loading=lazy>`)
	for i := range 28 {
		fmt.Fprintf(&b, `<h2 id="muc-%d">Mục %d</h2><p>Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành và <a href="https://sonla.gov.vn/van-ban/%d/">các xã, phường</a> tổ chức thực hiện “đúng tiến độ”, báo cáo kết quả trước ngày 30 tháng 6; <strong>không để chậm trễ</strong>.</p>`, i, i, i)
	}
	b.WriteString(`<table><thead><tr><th scope=col>Xã<th scope=col>Số hộ<tbody><tr><td>Chiềng Ly<td align=right>1.204</table><ul><li><input type=checkbox disabled checked> xong</ul>` +
		`<details name=a><summary>Thêm</summary><p>…</p></details><p><a href="mailto:bbt@sonla.gov.vn">Thư</a> <a href="tel:+842123852009">Điện thoại</a> <a href="http://example.vn/" target=_blank rel="noopener nofollow">Trang khác</a><br>` +
		`<q cite="https://sonla.gov.vn/">…</q><time datetime=2026-11-23>23/11/2026</time></main><footer>© UBND tỉnh</footer></body></html>`)
	return b.String()
}

const redirectPage = `<!doctype html><html lang=vi><meta charset=utf-8><title>Đã chuyển</title><meta http-equiv=refresh content="0; url=/moi/">` +
	`<link rel=canonical href="https://sonla.gov.vn/moi/"><meta name=robots content=noindex><p><a href=/moi/>Trang mới</a>`

func codes(list diag.List) []string {
	var out []string
	for _, f := range list {
		out = append(out, f.Rule.Code)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func zipOf(entries ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range entries {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte("x"))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

const (
	sampleFeed = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><title>Tin</title><id>https://sonla.gov.vn/</id>` +
		`<link rel="self" type="application/atom+xml" href="https://sonla.gov.vn/atom.xml"/><entry><title>A &lt;b&gt;</title><summary type="text">x</summary></entry></feed>`
	sampleSitemap = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"><url><loc>https://sonla.gov.vn/</loc>` +
		`<xhtml:link rel="alternate" hreflang="en" href="https://sonla.gov.vn/en/"/></url></urlset>`
	sampleSVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>` +
		`<path d="M0 0h24v24z" fill="url(#g)"/><use href="#g"/></svg>`
	sampleCSS = `@charset "utf-8";@font-face{font-family:x;src:url(/assets/x.3fa9c0d1e2b4.woff2) format("woff2")}@media (width<600px){a:hover{background:url("../assets/y.svg");content:"\201c"}}:root{--a:url(#b);scroll-behavior:smooth}`
	sampleCal = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
)

// cleanFiles are files of every kind, none of which has a finding.
func cleanFiles() map[string]string {
	hashed := func(name, data string) string { return HashedName(name, []byte(data)) }
	return map[string]string{
		"index.html": cleanPage(), "tin-tuc/kỳ-họp/index.html": cleanPage(), "404.html": cleanPage(),
		"atom.xml": sampleFeed, "so-nnmt/tin-tuc/atom.xml": sampleFeed, "sitemap.xml": sampleSitemap, "sitemap/2026-01.xml": sampleSitemap, "so-nnmt/sitemap/2026-01.xml": sampleSitemap,
		"robots.txt": "User-agent: *\nAllow: /\n", ".well-known/security.txt": "Contact: mailto:a@sonla.gov.vn\r\n", "_headers": string(HeadersFile(Options{})),
		"site.webmanifest": `{"name":"Cổng","start_url":"/","icons":[{"src":"/assets/i.png"}]}`, "so-nnmt/site.webmanifest": `{"name":"x"}`,
		hashed("assets/site.css", sampleCSS): sampleCSS, hashed("assets/css/site.css", sampleCSS): sampleCSS,
		hashed("assets/a.svg", sampleSVG): sampleSVG, hashed("assets/a.woff2", "wOF2..."): "wOF2...",
		"favicon.ico": "\x00\x00\x01\x00", "media/a.jpg": "\xff\xd8\xff\xe0", "media/a.gif": "GIF89a", "media/a.png": pixel,
		"media/a.webp": "RIFF\x10\x00\x00\x00WEBPVP8 ", "media/a.avif": "\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avif",
		"tep/a.pdf": "%PDF-1.7", "tep/Số 12 NQ-HĐND.PDF": "%PDF-1.7", "tep/a.doc": compoundMagic + "...", "tep/a.docx": zipOf("[Content_Types].xml", "word/document.xml"), "tep/a.xlsx": zipOf("xl/workbook.xml"),
		"tep/a.pptx": zipOf("ppt/presentation.xml"), "tep/a.odt": zipOf("mimetype", "content.xml"), "tep/a.zip": zipOf("vbaProject.bin"), "tep/trống.zip": zipOf(),
		"tep/a.csv": "\ufeffXã,Số hộ\r\nChiềng Ly,1\r\n", "du-lieu/2026.csv": "a,b\n", "du-lieu/a.json": `{"a":[1]}`, "lich/a.ics": sampleCal, "tep/a.txt": "x\ty\n",
	}
}

func TestCleanFiles(t *testing.T) {
	for name, data := range cleanFiles() {
		if list := Check(name, []byte(data), CheckOptions{}); len(list) > 0 {
			t.Errorf("%s: %v: %s", name, list[0].Pos, list[0].Message(diag.EN))
		}
	}
	if list := Check("/cu/index.html", []byte(redirectPage), CheckOptions{Redirect: true}); len(list) > 0 {
		t.Errorf("redirect page: %s", list[0].Message(diag.EN))
	}
	other := strings.Replace(redirectPage, "url=/moi/", "URL=https://so.sonla.gov.vn/moi/", 1)
	if list := Check("cu/index.html", []byte(other), CheckOptions{Redirect: true, Hosts: []string{"so.sonla.gov.vn"}}); len(list) > 0 {
		t.Errorf("redirect to another host of the portal: %s", list[0].Message(diag.EN))
	}
}

func TestBadMarkup(t *testing.T) {
	page := cleanPage()
	at := strings.Index(page, "<footer>")
	for markup, want := range badMarkup {
		list := Check("index.html", []byte(page[:at]+markup+page[at:]), CheckOptions{})
		got := codes(list)
		// What cannot be closed swallows the rest of the page, and may be
		// found wrong there once more; it is the first finding that counts.
		if strings.HasSuffix(markup, `="a`) || markup == "<p" || markup == `<script type="application/ld+json">{}` {
			got = got[:min(len(got), 1)]
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", markup, got, want)
		}
	}
}

// Anything forbidden, put anywhere between the tags of a clean page, is found,
// on its line.
func TestInjectedMarkupIsFound(t *testing.T) {
	page := strings.ReplaceAll(cleanPage(), "<h2", "\n<h2")
	var places []int
	for i := range page {
		if page[i] == '>' && !strings.Contains(page[max(0, i-9):i+1], "ld+json") && !strings.Contains(page[max(0, i-6):i+1], "<title") {
			places = append(places, i+1)
		}
	}
	rng := rand.New(rand.NewPCG(7, 8))
	all := sortedKeys(badMarkup)
	for range 3000 {
		markup, at := all[rng.IntN(len(all))], places[rng.IntN(len(places))]
		if strings.HasPrefix(markup, "<p id=") || markup == "<meta charset=utf-8>" {
			continue // wrong only after another
		}
		list := Check("index.html", []byte(page[:at]+markup+page[at:]), CheckOptions{})
		line := 1 + strings.Count(page[:at], "\n")
		if !slices.ContainsFunc(list, func(f diag.Finding) bool { return f.Pos.Line >= line && f.Pos.Line <= line+strings.Count(markup, "\n") }) {
			t.Fatalf("%q at %d (line %d): findings %v", markup, at, line, list)
		}
	}
}

func TestRedirectPagesLeadHome(t *testing.T) {
	for content, ok := range map[string]bool{
		"0; url=/moi/": true, "0;url=/moi/": true, "0; URL=https://sonla.gov.vn/moi/": true, "0; url=https://sonla.gov.vn": true,
		"0; url=//evil.example/": false, "0; url=https://evil.example/": false, "0; url=https://sonla.gov.vn.evil.example/": false, "0; url=https://sonla.gov.vn@evil.example/": false,
		"0; url='/moi/'": false, "0; url=javascript:x": false, "0; url=http://sonla.gov.vn/": false, `0; url=/\evil.example/`: false, "0": false, "": false, "0; url=moi/": false, "0; url=/a b": false,
	} {
		page := strings.Replace(redirectPage, "0; url=/moi/", content, 1)
		list := Check("cu/index.html", []byte(page), CheckOptions{Redirect: true, Hosts: []string{"sonla.gov.vn"}})
		if got := len(list) == 0; got != ok {
			t.Errorf("%q: accepted %v", content, got)
		}
	}
}

func TestFindingsHavePlacesAndWords(t *testing.T) {
	page := "<!doctype html>\n<html lang=vi><meta charset=utf-8>\n<title>x</title>\n  <p onclick=x()>"
	list := Check("index.html", []byte(page), CheckOptions{})
	if len(list) != 1 || list[0].Pos != (diag.Pos{Path: "index.html", Line: 4, Column: 6}) {
		t.Fatalf("got %v", list)
	}
	many := "<!doctype html><html lang=vi><meta charset=utf-8><title>x</title>" + strings.Repeat("<p onclick=x()>", 1000)
	if n := len(Check("index.html", []byte(many), CheckOptions{})); n != mostFindings {
		t.Errorf("%d findings, want %d", n, mostFindings)
	}
}

func TestRulesAreWellMade(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.Code] || !strings.HasPrefix(r.Code, "harden-") || r.Severity != diag.Blocking {
			t.Errorf("rule %q", r.Code)
		}
		seen[r.Code] = true
		f := r.At(diag.Pos{}, "a1", "a2", "a3", "a4")
		for _, lang := range []diag.Lang{diag.VI, diag.EN} {
			if text := f.Message(lang) + f.Hint(lang); f.Message(lang) == "" || f.Hint(lang) == "" || strings.Contains(text, "%!") {
				t.Errorf("%s: %q", r.Code, text)
			}
		}
	}
	for _, data := range badMarkup {
		for _, code := range strings.Fields(data) {
			if !seen[code] {
				t.Errorf("unknown code %q in the table", code)
			}
		}
	}
}

// FuzzCheck holds that no input makes Check panic, for any kind of file, and
// that a page without findings is, to a parser of the whole language, free of
// what is forbidden.
func FuzzCheck(f *testing.F) {
	for name, data := range cleanFiles() {
		f.Add(name, []byte(data))
	}
	for markup := range badMarkup {
		f.Add("index.html", []byte("<!doctype html><html lang=vi><meta charset=utf-8><title>x</title>"+markup))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		list := Check(name, data, CheckOptions{})
		for _, finding := range list {
			if finding.Message(diag.VI) == "" || finding.Pos.Line > 1+bytes.Count(data, []byte("\n")) {
				t.Fatalf("bad finding %v", finding)
			}
		}
		if len(list) == 0 && strings.HasSuffix(name, "index.html") {
			compareWithParser(t, data)
		}
	})
}

// compareWithParser parses a page that has no findings, and looks for what is
// forbidden in the tree.
func compareWithParser(t *testing.T, data []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		switch n.Type {
		case html.CommentNode:
			t.Fatalf("a comment: %q", data)
		case html.ElementNode:
			if !isElement([]byte(n.Data)) || n.Namespace != "" {
				t.Fatalf("element %q: %q", n.Data, data)
			}
			if n.Data == "script" && (len(n.Attr) != 1 || n.Attr[0].Val != "application/ld+json") {
				t.Fatalf("a script: %q", data)
			}
		}
		for _, a := range n.Attr {
			value := strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" || a.Key == "http-equiv" ||
				(a.Key == "href" || a.Key == "src") && (strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "data:") || strings.HasPrefix(value, "//")) {
				t.Fatalf("attribute %s=%q: %q", a.Key, a.Val, data)
			}
		}
	}
}

func TestParserAgreesOnCleanPages(t *testing.T) { compareWithParser(t, []byte(cleanPage())) }

func BenchmarkCheckPage(b *testing.B) {
	page := []byte(cleanPage())
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if list := Check("tin-tuc/ky-hop/index.html", page, CheckOptions{}); len(list) > 0 {
			b.Fatal(list)
		}
	}
}

// The predicates are written out for speed; Unicode's tables say the same.
func TestCharacterClasses(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if want := unicode.IsControl(r) && !strings.ContainsRune("\t\n\r", r); isControl(r) != want {
			t.Errorf("isControl(%U) = %v", r, !want)
		}
		if want := unicode.Is(unicode.Bidi_Control, r); isBidi(r) != want {
			t.Errorf("isBidi(%U) = %v", r, !want)
		}
	}
}
