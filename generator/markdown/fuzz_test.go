package markdown

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// seeds are texts that broke something, somewhere: the classics of script
// injection, and what is odd about Markdown.
var seeds = []string{
	sample,
	"<script>alert(1)</script>", "<ScRiPt >alert(1)</sCrIpT >", "<scr<script>ipt>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
	"<svg><script>alert&#40;1)</script>", "<iframe srcdoc='<script>x</script>'>", "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
	"<a href=javascript:x>y</a>", "<details open ontoggle=x>", "<body onload=x>", "<style>@import'x'</style>", "<base href=//x.vn>", "<!--><img src=x onerror=y>-->",
	"<!-- --!><img src=x> -->", "<noscript><p title=\"</noscript><img src=x onerror=y>\">", "<?xml version=1?><x>", "<![CDATA[<img src=x onerror=y>]]>",
	"[a](javascript:alert(1))", "![a](javascript:alert(1))", "[a](JaVa&#83;cript:alert(1))", "[a](\x01javascript:alert(1))", "[a](javascript&colon;alert(1))",
	"[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](vbscript:x)", "[a](//x.vn)", "[a](/\\x.vn)", "<javascript:alert(1)>", "[a]: javascript:x\n\n[a]",
	"[](http://\")", "[a](bai.md \"\\\" onmouseover=alert(1) x=\\\"\")", "![\" onerror=\"x](anh.jpg)", "![a](anh.jpg \"\\\"><script>x</script>\")", "[a](https://x.vn\" onclick=\"x)",
	"`<script>`", "```\" onload=\"x\n<script>\n```", "# <img src=x onerror=y>", "# \" onclick=\"x", "|<script>|\n|-|\n|</td></tr></table><script>|", "{{<script>}}",
	"&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&#x3c;script>", "\\<script>", "https://x.vn/\"onclick=\"x", "https://x.vn/<script>", "www.x.vn/`'\">",
	"[a <https://x.vn> [b](bai.md)](bai.md)", "[![a [b](bai.md)](anh.jpg)](bai.md)", "[a[^1]](bai.md)\n\n[^1]: [b[^1]](bai.md)", "![a[^1]](anh.jpg)\n\n[^1]: x",
	"[^1]\n\n> [^1]: a\n>\n>     [^2]: b\n\n[^2]", "- [^1]: a\n\n  [^1]", "[^1]: \n\n[^1]", "[^1]:", "[^]: x", "[^1]: # a\n\n# b[^1]",
	"a) x\n\tb) y\n   1. z\n\n  - t", "đ)\tx\n d\u0335) y\n\n> a) z\nb) t", "1. a)\n\n   b) x", "- a) x\n- b) y\n\n a) 1. > - z", "a) \n\nb) x\n---\n===",
	"|a|\n|-|\n: b", "|a|\n|-|\n\n: [^1]\n\n[^1]: x", "> |a|\n> |-|\n> |b|\n> : c", "|a|b|\n|:-|-:|\n|`\\|`|\\|", "|\n|-", "a|b\n-|-\n: c|d",
	"# a\n#### b\n## c\n\nd\n=\ne\n-", "- # a\n  > ## b", "[a](#b)\n\n# b", "*a **b *c **d ~~e*** f~~", "- [ ] a\n- [x] [b](bai.md)\n1. [x] c\n\na) [ ] d",
	"\t- a\n \t b", "a\r\nb\r\n\r\n- c\rd", "\ufeff# a", "a\x00b\xff\xc0\x80", "\u2028\u2029", "-\n\n  -\n\n   x", "* * *\n- - -\n_ _ _", ">\n>>\n> > >", "1.\n2.\n3. x",
}

// violation returns the first property promised that the conversion of src
// does not have, or nil. src can be anything.
func violation(c *Converter, src []byte) error {
	given := append(bytes.Clone(src), "behind"...)[:len(src)]
	doc, list := c.Convert(given, options)
	if !bytes.Equal(given, src) || string(given[:len(src)+6][len(src):]) != "behind" {
		return errors.New("the source was changed")
	}
	if err := check(doc); err != nil {
		return fmt.Errorf("%w in %s", err, doc.HTML.Markup())
	}
	lines := bytes.Split(src, newline)
	for _, f := range list {
		if f.Rule == ruleFault {
			return errors.New(f.Message("en"))
		}
		if f.Pos.Line < 1 || f.Pos.Line > len(lines) || f.Pos.Column < 1 || f.Pos.Column > len(lines[f.Pos.Line-1])+1 {
			return fmt.Errorf("%s is at %s", f.Rule.Code, f.Pos)
		}
		words := f.Message("vi") + f.Hint("vi") + f.Message("en") + f.Hint("en")
		if strings.Contains(words, "%!") {
			return errors.New(words)
		}
	}
	again, list2 := c.Convert(src, options)
	if !reflect.DeepEqual(doc, again) || !reflect.DeepEqual(list, list2) {
		return errors.New("not the same again")
	}
	return nil
}

func FuzzConvert(f *testing.F) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	c := New()
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<14 {
			return
		}
		if err := violation(c, src); err != nil {
			t.Fatalf("%q: %v", src, err)
		}
	})
}

// TestMixtures puts seeds and fragments of Markdown together at random.
func TestMixtures(t *testing.T) {
	pieces := append(slices.Clone(seeds[1:]),
		" ", "\n", "\n\n", "\t", "    ", "   ", "- ", "1. ", "2) ", "a) ", "đ) ", "> ", "# ", "|", "\n|-|\n", ": x", "*", "**", "_", "~~", "`", "```\n", "[", "]", "(", ")", "![", "](bai.md)", "](anh.jpg)",
		"[^1]", "[^1]: ", "\n[^2]: x\n", "<", ">", "<b>", "&", "&amp;", "\\", "https://x.vn/", "a@b.vn", "[x] ", "---\n", "===\n", "Điều 1", "ơ\u0301", "\r\n", "\x00", "\xff", "  \n", "[x]: bai.md\n")
	random := rand.New(rand.NewPCG(1, 2))
	c := New()
	rounds := 6000
	if testing.Short() {
		rounds = 600
	}
	for range rounds {
		var src []byte
		for range 1 + random.IntN(24) {
			src = append(src, pieces[random.IntN(len(pieces))]...)
		}
		if err := violation(c, src); err != nil {
			t.Fatalf("%q: %v", src, err)
		}
	}
}

// TestNothingIsLost: of a text without findings every word is in the page.
// Capital letters are traced, since nothing in the syntax needs one.
func TestNothingIsLost(t *testing.T) {
	pieces := []string{"A", "B ", " C", "D E", "F\n", "\nG", " ", " ", "\n", "\n\n", "    ", "   ", "  ", "\t", "- ", "* ", "1. ", "3) ", "a) ", "đ) ", "> ", "# ", "### ", "|", "|H", "\n|-|\n", "\n|-|-|\n",
		"\n: K\n", "*", "**", "_", "~~", "`", "``", "\n```\n", "[", "] ", "(", ")", "![", "](bai.md)", "](anh.jpg)", "](anh.jpg \"l\")", "[^1]", "\n[^1]: ", "<", ">", "& ", "\\", "https://x.vn/m", "n@o.vn", "[ ] ", "---\n", "===\n", "\r\n", "  \n"}
	random := rand.New(rand.NewPCG(3, 4))
	c := New()
	clean := 0
	for range 6000 {
		var src strings.Builder
		for range 1 + random.IntN(20) {
			src.WriteString(pieces[random.IntN(len(pieces))])
		}
		doc, list := c.Convert([]byte(src.String()), options)
		if len(list) > 0 || infoString.MatchString(src.String()) {
			continue
		}
		clean++
		if got, want := capitals(shown(doc.HTML.Markup())), capitals(src.String()); got != want {
			t.Fatalf("%q: of %s there is %s left in %s", src.String(), want, got, doc.HTML.Markup())
		}
	}
	if clean < 1000 {
		t.Errorf("only %d texts had no findings", clean)
	}
}

// infoString is the name of a language after a code fence, which is not shown.
var infoString = regexp.MustCompile("(```|~~~)[^\\n]*[A-Z]")

// shown is what a reader of the markup gets to read: texts, words for images,
// titles of links.
func shown(markup string) string {
	var b strings.Builder
	for z := html.NewTokenizer(strings.NewReader(markup)); z.Next() != html.ErrorToken; {
		token := z.Token()
		if token.Type == html.TextToken {
			b.WriteString(token.Data)
		}
		for _, a := range token.Attr {
			if a.Key == "alt" || a.Key == "title" {
				b.WriteString(a.Val)
			}
		}
	}
	return b.String()
}

// capitals returns the capital letters of s, sorted.
func capitals(s string) string {
	letters := []byte(s)
	letters = slices.DeleteFunc(letters, func(c byte) bool { return c < 'A' || c > 'Z' })
	slices.Sort(letters)
	return string(letters)
}

// FuzzJudge: whatever passes is, to a strict reader of URLs, what was asked.
func FuzzJudge(f *testing.F) {
	for _, seed := range []string{"https://x.vn", "javascript:x", "bai.md", "/a/b?c#d", "#x", "id:abc", "mailto:a@b.vn", "tel:113", "//x", "/\\x", "a%2f", "%", "\t", "a:b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, broken := judge(s)
		if broken != nil {
			return
		}
		given := 0
		for _, part := range []string{d.href, d.path, d.fragment} {
			if part != "" {
				given++
			}
		}
		if given != 1 {
			t.Fatalf("%q: %+v", s, d)
		}
		if d.href != "" {
			u, err := url.Parse(d.href)
			if err != nil || !slices.Contains([]string{"https", "http", "mailto", "tel"}, u.Scheme) || !strings.HasPrefix(d.href, u.Scheme+":") {
				t.Fatalf("%q: %q, %v", s, d.href, err)
			}
		}
		if strings.HasPrefix(d.path, "//") || strings.ContainsAny(d.path+d.fragment, "\\\x00\t\r\n") ||
			strings.ContainsAny(d.suffix, " \"<>\\") || d.suffix != "" && !strings.ContainsAny(d.suffix[:1], "?#") {
			t.Fatalf("%q: %+v", s, d)
		}
	})
}
