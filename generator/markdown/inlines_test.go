package markdown

import (
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	const ext = ` rel="external noreferrer"`
	run(t, []example{
		{"internal", "[a](bai.md) [b](/cong/tin/bai.md) [c](b%C3%A0i.md)", `<p><a href="/tin/bai/">a</a> <a href="/tin/bai/">b</a> <a href="/tin/bai/">c</a></p>`, ""},
		{"internal with a space", "[a](<../bai khác.md>)", `<p><a href="/tin/bai/">a</a></p>`, ""},
		{"fragment and query", "[a](bai.md#Điều-1) [b](bai.md?x=\"1\"#y)", `<p><a href="/tin/bai/#%C4%90i%E1%BB%81u-1">a</a> <a href="/tin/bai/?x=%221%22#y">b</a></p>`, ""},
		{"by id", "[a](id:abc123#x)", `<p><a href="/en/news/?a=1&amp;b=2#x" hreflang="en">a</a></p>`, ""},
		{"external", "[a](https://x.vn/?a=1&b=2) [b](HTTP://x.vn)", `<p><a href="https://x.vn/?a=1&amp;b=2"` + ext + `>a</a> <a href="http://x.vn"` + ext + `>b</a></p>`, ""},
		{"external in Vietnamese", "[a](https://x.vn/tin-tức)", `<p><a href="https://x.vn/tin-t%E1%BB%A9c"` + ext + `>a</a></p>`, ""},
		{"external host in Vietnamese", "[a](https://Tỉnh.vn:8080/x)", `<p><a href="https://xn--tnh-dlz.vn:8080/x"` + ext + `>a</a></p>`, ""},
		{"title", `[a](bai.md "b & \"c\"")`, `<p><a href="/tin/bai/" title="b &amp; &quot;c&quot;">a</a></p>`, ""},
		{"mail and telephone", "[a](mailto:a@b.vn?subject=x) [b](tel:+842123852000)", `<p><a href="mailto:a@b.vn?subject=x">a</a> <a href="tel:+842123852000">b</a></p>`, ""},
		{"reference", "[a][x] [x]\n\n[x]: bai.md 'T'", `<p><a href="/tin/bai/" title="T">a</a> <a href="/tin/bai/" title="T">x</a></p>`, ""},
		{"angle brackets", "<https://x.vn> <a@b.vn>", `<p><a href="https://x.vn"` + ext + `>https://x.vn</a> <a href="mailto:a@b.vn">a@b.vn</a></p>`, ""},
		{"bare", "Xem https://x.vn/a_b?c=1&d=2, (http://y.vn/đường) www.z.vn. a@b.vn!",
			`<p>Xem <a href="https://x.vn/a_b?c=1&amp;d=2"` + ext + `>https://x.vn/a_b?c=1&amp;d=2</a>, (<a href="http://y.vn/%C4%91%C6%B0%E1%BB%9Dng"` + ext + `>http://y.vn/đường</a>) ` +
				`<a href="https://www.z.vn"` + ext + `>www.z.vn</a>. <a href="mailto:a@b.vn">a@b.vn</a>!</p>`, ""},
		{"not bare", "ftp://x.vn javascript:alert(1) x.vn https://localhost", "<p>ftp://x.vn javascript:alert(1) x.vn https://localhost</p>", ""},
		{"missing", "x\n\n  [a *b*](khong-co.md)", "<p>x</p><p>a <em>b</em></p>", "3:3 link-missing"},
		{"misspelt", "[a](bay.md)", "<p>a</p>", "1:1 link-misspelt"},
		{"dormant", "[a](hen.md)", "<p>a</p>", "1:1 link-dormant"},
		{"empty", "[a]()", "<p>a</p>", "1:1 link-empty"},
		{"no host", "[a](//x.vn/y)", "<p>a</p>", "1:1 link-no-scheme"},
		{"no text", "[](bai.md) [![](anh.jpg)](bai.md)", `<p><a href="/tin/bai/">bai.md</a> <a href="/tin/bai/">bai.md` + strings.Replace(img, "Cầu", "", 1) + `</a></p>`,
			"1:1 link-no-text, 1:12 link-no-text, 1:13 image-alt"},
		{"in a link", "[a <https://x.vn>](bai.md)", `<p><a href="/tin/bai/">a https://x.vn</a></p>`, ""},
		{"in a broken link", "[a <https://x.vn>](khong-co.md)", `<p>a <a href="https://x.vn"` + ext + `>https://x.vn</a></p>`, "1:1 link-missing"},
		{"template", "[a]({{ .URL }}) [b]({{x}})", "<p>[a]({{ .URL }}) b</p>", "1:17 link-missing"},
	})
}

func TestFragments(t *testing.T) {
	const src = "# Điều 4. Nguyên tắc\n\n[a](#dieu-4-nguyen-tac) [b](#Điều%204.%20Nguyên%20tắc) [c](#dieu-4-nguyen-tak) [d](#dieu-4) [e](#xyz) [f](#)"
	doc, list := New().Convert([]byte(src), options)
	if want := `<a href="#dieu-4-nguyen-tac">a</a> b c d e f</p>`; !strings.HasSuffix(doc.HTML.Markup(), want) {
		t.Errorf("got %s", doc.HTML.Markup())
	}
	want := []struct{ code, near string }{
		{"markdown-fragment-misspelt", "#dieu-4-nguyen-tac"},
		{"markdown-fragment-misspelt", "#dieu-4-nguyen-tac"},
		{"markdown-fragment-misspelt", "#dieu-4-nguyen-tac"},
		{"markdown-fragment-missing", ""},
		{"markdown-link-malformed", ""},
	}
	if len(list) != len(want) {
		t.Fatalf("findings %v", places(list))
	}
	for i, f := range list {
		if f.Rule.Code != want[i].code || !strings.Contains(f.Hint("vi"), want[i].near) {
			t.Errorf("finding %d: %s, %s", i, f.Rule.Code, f.Hint("vi"))
		}
	}
}

func TestImages(t *testing.T) {
	run(t, []example{
		{"figure", `![Cầu](anh.jpg "Cầu *cũ* & \"mới\"")`, "<figure>" + img + "<figcaption>Cầu *cũ* &amp; &quot;mới&quot;</figcaption></figure>", ""},
		{"figure without caption", "![Cầu](<ảnh đẹp.jpg>)", "<figure>" + img + "</figure>", ""},
		{"figure in an item", "- ![Cầu](anh.jpg)\n- x", "<ul><li><figure>" + img + "</figure></li><li>x</li></ul>", ""},
		{"in a line", `a ![Cầu](anh.jpg "T")`, `<p>a ` + strings.Replace(img, ` width`, ` title="T" width`, 1) + "</p>", ""},
		{"two", "![Cầu](anh.jpg) ![Cầu](anh.jpg)", "<p>" + img + " " + img + "</p>", ""},
		{"linked", "[![Cầu](anh.jpg)](bai.md)", `<p><a href="/tin/bai/">` + img + "</a></p>", ""},
		{"markup in the words", "![*Cầu* `<b>` [x](bai.md)](anh.jpg)", "<figure>" + strings.Replace(img, "Cầu", "Cầu &lt;b&gt; x", 1) + "</figure>", ""},
		{"missing", "![Cầu <](khong.jpg)", "<p>Cầu &lt;</p>", "1:1 image-missing"},
		{"misspelt, in a line", "a ![Cầu](ang.jpg) b", "<p>a Cầu b</p>", "1:3 image-misspelt"},
		{"remote", "![a](https://x.vn/a.jpg)\n\n![b](//x.vn/b.jpg)\n\n![c](data:image/png;base64,AA)\n\n![d](javascript:x)\n\n![e](id:abc123)\n\n![f](mailto:x@y.vn)",
			"<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p>",
			"1:1 image-remote, 3:1 image-remote, 5:1 image-remote, 7:1 image-remote, 9:1 image-remote, 11:1 image-remote"},
		{"no words", "![](anh.jpg)", "<figure>" + strings.Replace(img, "Cầu", "", 1) + "</figure>", "1:1 image-alt"},
		{"not a file", "![a](#x) ![b](anh.jpg?y) ![c](..\\anh.jpg)", "<p>a b c</p>", "1:1 link-malformed, 1:10 link-malformed, 1:26 link-malformed"},
	})
}

// TestDangerousDestinations: whatever is done to hide a scheme, no link comes
// of it, and there is exactly one finding, an error.
func TestDangerousDestinations(t *testing.T) {
	for _, dest := range []string{
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "javascript&#58;alert(1)", "javascript&#x3a;alert(1)",
		"&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "\\javascript:alert(1)", "javascript\\:alert(1)",
		"java&#9;script:alert(1)", "java&#10;script:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
		"&#1;javascript:alert(1)", "&#32;javascript:alert(1)", "< javascript:alert(1)>", "<javascript:alert(1) >", "<java script:alert(1)>",
		"javascript%3Aalert(1)", "javascript%3aalert(1)", "%6aavascript:alert(1)", "java%0ascript:alert(1)", "%01javascript:alert(1)",
		"java\u00adscript:alert(1)", "java\u200bscript:alert(1)", "\ufeffjavascript:alert(1)", "java\u202escript:x", "javaſcript:alert(1)",
		"data:text/html,x", "DATA:text/html;base64,PHNjcmlwdD4=", "data:image/png;base64,AA", "vbscript:x", "livescript:x", "mocha:x", "file:///etc/passwd",
		"blob:https://x.vn/1", "about:blank", "view-source:https://x.vn", "feed:https://x.vn", "jar:x", "ftp://x.vn", "ws://x.vn", "intent://x", "sms:1", "x:y", ":x", "<a b:c>",
		"//x.vn", "///x.vn", "/\\x.vn", "\\\\x.vn", "\\/x.vn", "/%5cx.vn", "/%2fx.vn", "%2f%2fx.vn", "/%09/x.vn", "&sol;&sol;x.vn", "/&#9;/x.vn",
		"https:x.vn", "https:/x.vn", "https://", "https:///x.vn", "https://?x", "https://a@x.vn", "https://a:b@x.vn", "https://x.vn\\@y.vn", "https://x%2evn", "https://x.vn:port", "<https://x.vn/a b>",
		"http://[::1", "https://\u200bx.vn", "https://x\"y.vn", "https://x..vn", "https://.vn", "https://x.vn:123456", "https://x。vn@y.vn", "<https://x`y.vn>", "mailto:", "mailto:x", "mailto:a@b.vn%0d%0abcc:c@d.vn", "mailto:a@b.vn?%0abcc=x", "tel:", "tel:abc", "<tel:0212 3852>", "tel:1;x=<y>", "id:", "id:a/b", "id:a%2fb",
		"bai.md%00", "bai%ff.md", "%zz", "?x=1",
	} {
		for _, src := range []string{"[a](" + dest + ")", "[a][x]\n\n[x]: " + dest, "![a](" + dest + ")"} {
			markup, findings := convert(t, src)
			if markup != "<p>a</p>" {
				t.Errorf("%q gave %s", src, markup)
			}
			if len(findings) != 1 {
				t.Errorf("%q: findings %v", src, findings)
			}
		}
	}
	for _, src := range []string{"<javascript:alert(1)>", "<JAVASCRIPT:x>", "<data:text/html,x>", "<vbscript:x>", "<made-up:x>", "<https:x>"} {
		markup, findings := convert(t, src)
		if strings.Contains(markup, "<a") || len(findings) != 1 {
			t.Errorf("%q gave %s, %v", src, markup, findings)
		}
	}
}

func TestHarmlessDestinations(t *testing.T) {
	for _, dest := range []string{
		"https://x.vn", "http://x.vn:8080/a%20b?c#d", "https://xn--x-2ja.vn/", "https://tỉnh.vn/", "https://[2001:db8::1]/", "https://x.vn/a:b@c", "https://x.vn/javascript:x",
		"mailto:a.b+c@d.vn", "mailto:a@b.vn?subject=xin%20chào", "tel:113", "tel:0212-3852-000",
	} {
		markup, findings := convert(t, "[a]("+dest+")")
		if !strings.HasPrefix(markup, `<p><a href="`) || len(findings) != 0 {
			t.Errorf("%q gave %s, %v", dest, markup, findings)
		}
	}
}
