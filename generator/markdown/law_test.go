package markdown

import (
	"strings"
	"testing"
)

func TestLawLists(t *testing.T) {
	run(t, []example{
		{"tight", "a) một;\nb) hai.", `<ol class="law"><li>một;</li><li>hai.</li></ol>`, ""},
		{"loose", "a) một;\n\nb) hai.", `<ol class="law"><li><p>một;</p></li><li><p>hai.</p></li></ol>`, ""},
		{"loose inside", "a) một\n\n   nữa\nb) hai", `<ol class="law"><li><p>một</p><p>nữa</p></li><li><p>hai</p></li></ol>`, ""},
		{"d and đ", "d) x\nđ) y\ne) z", `<ol class="law" start="4"><li>x</li><li>y</li><li>z</li></ol>`, ""},
		{"đ first", "đ) y", `<ol class="law" start="5"><li>y</li></ol>`, ""},
		{"đ as d with stroke", "d) x\nd\u0335) y\ne) z", `<ol class="law" start="4"><li>x</li><li>y</li><li>z</li></ol>`, ""},
		{"đ as d with long stroke", "d) x\nd\u0336) y", `<ol class="law" start="4"><li>x</li><li>y</li></ol>`, ""},
		{"đ as ð and ɖ", "ð) x\n\nvà\n\nɖ) y", `<ol class="law" start="5"><li>x</li></ol><p>và</p><ol class="law" start="5"><li>y</li></ol>`, ""},
		{"repealed point", "a) x\nb) y\nd) z\nđ) t", `<ol class="law"><li>x</li><li>y</li><li value="4">z</li><li>t</li></ol>`, ""},
		{"begins anew at a", "a) x\nb) y\na) z", `<ol class="law"><li>x</li><li>y</li></ol><ol class="law"><li>z</li></ol>`, ""},
		{"letter that comes earlier", "c) x\n\nb) y", `<ol class="law" start="3"><li>x</li></ol><ol class="law" start="2"><li>y</li></ol>`, ""},
		{"goes on after a paragraph", "a) x\n\nĐoạn xen giữa.\n\nb) y", `<ol class="law"><li>x</li></ol><p>Đoạn xen giữa.</p><ol class="law" start="2"><li>y</li></ol>`, ""},
		{"lazy line", "a) một\nhai\nb) ba", `<ol class="law"><li>một` + "\n" + `hai</li><li>ba</li></ol>`, ""},
		{"indented line", "a) một\n   hai", `<ol class="law"><li>một` + "\n" + `hai</li></ol>`, ""},
		{"up to three spaces", "   a) x\n  b) y\n c) z", `<ol class="law"><li>x</li><li>y</li><li>z</li></ol>`, ""},
		{"wide space", "a)   x\n\n     y", `<ol class="law"><li><p>x</p><p>y</p></li></ol>`, ""},
		{"tab", "a)\tx\n\n\ty", `<ol class="law"><li><p>x</p><p>y</p></li></ol>`, ""},
		{"tab after đ", "đ)\tx\n\n\ty", `<ol class="law" start="5"><li><p>x</p><p>y</p></li></ol>`, ""},
		{"CRLF", "a) x\r\nb) y\r\n", `<ol class="law"><li>x</li><li>y</li></ol>`, ""},
		{"code in an item", "a)     x", `<ol class="law"><li><pre tabindex="0"><code>x` + "\n" + `</code></pre></li></ol>`, ""},
		{"heading ends it", "a) x\n# Đ\nb) y", `<ol class="law"><li>x</li></ol><h2 id="d">Đ</h2><ol class="law" start="2"><li>y</li></ol>`, ""},
		{"rule ends it", "a) x\n---\nb) y", `<ol class="law"><li>x</li></ol><hr><ol class="law" start="2"><li>y</li></ol>`, ""},
		{"in a quote", "> a) x\n> b) y", `<blockquote><ol class="law"><li>x</li><li>y</li></ol></blockquote>`, ""},
		{"inline markup", "a) **x** [y](bai.md)", `<ol class="law"><li><strong>x</strong> <a href="/tin/bai/">y</a></li></ol>`, ""},
		{"image", `a) ![Cầu](anh.jpg)`, `<ol class="law"><li><figure>` + img + `</figure></li></ol>`, ""},
	})
}

func TestEveryLawLetter(t *testing.T) {
	var src, want strings.Builder
	want.WriteString(`<ol class="law">`)
	for _, letter := range lawAlphabet {
		src.WriteString(string(letter) + ") x\n")
		want.WriteString("<li>x</li>")
	}
	want.WriteString("</ol>")
	if got, _ := convert(t, src.String()); got != want.String() {
		t.Errorf("got %s", got)
	}
}

func TestLawListsNest(t *testing.T) {
	run(t, []example{
		{"in numbers", "1. Gồm:\n   a) x;\n   b) y.\n2. Hai",
			`<ol><li>Gồm:<ol class="law"><li>x;</li><li>y.</li></ol></li><li>Hai</li></ol>`, ""},
		{"in numbers, apart", "1. Gồm:\n\n   a) x;\n\n   đ) y.\n\n2. Hai",
			`<ol><li><p>Gồm:</p><ol class="law"><li><p>x;</p></li><li value="5"><p>y.</p></li></ol></li><li><p>Hai</p></li></ol>`, ""},
		{"in numbers with parentheses", "1) Gồm:\n   a) x",
			`<ol><li>Gồm:<ol class="law"><li>x</li></ol></li></ol>`, ""},
		{"numbers in letters", "a) Gồm:\n   1. x\n   2. y\nb) z",
			`<ol class="law"><li>Gồm:<ol><li>x</li><li>y</li></ol></li><li>z</li></ol>`, ""},
		{"bullets in letters", "a) Gồm:\n   - x\n   - y\nb) z",
			`<ol class="law"><li>Gồm:<ul><li>x</li><li>y</li></ul></li><li>z</li></ol>`, ""},
		{"letters in bullets", "- a) x\n  b) y\n- z",
			`<ul><li><ol class="law"><li>x</li><li>y</li></ol></li><li>z</li></ul>`, ""},
		{"letters in letters", "a) x\n   a) y\n   b) z\nb) t",
			`<ol class="law"><li>x<ol class="law"><li>y</li><li>z</li></ol></li><li>t</li></ol>`, ""},
		{"one after the other, on one line", "1. a) x", `<ol><li><ol class="law"><li>x</li></ol></li></ol>`, ""},
		{"four levels", "1. A\n   a) B\n      1. C\n         - D\n   b) E",
			`<ol><li>A<ol class="law"><li>B<ol><li>C<ul><li>D</li></ul></li></ol></li><li>E</li></ol></li></ol>`, ""},
		{"typed flat", "1. A:\na) x\nb) y\n2. B:\na) z",
			`<ol><li>A:</li></ol><ol class="law"><li>x</li><li>y</li></ol><ol start="2"><li>B:</li></ol><ol class="law"><li>z</li></ol>`, ""},
		{"letters go on behind numbers typed flat", "a) A:\n1. x\n2. y\nb) B",
			`<ol class="law"><li>A:</li></ol><ol><li>x</li><li>y</li></ol><ol class="law" start="2"><li>B</li></ol>`, ""},
		{"table in an item", "a) x\n\n   | A |\n   |---|\n   | 1 |\n\nb) y",
			`<ol class="law"><li><p>x</p><div class="table" role="region" tabindex="0" aria-label="Bảng"><table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div></li><li><p>y</p></li></ol>`, ""},
	})
}

func TestNoLawList(t *testing.T) {
	for _, src := range []string{
		"a. m. là buổi sáng", "k. Nguyễn viết", "a.\nb.", // a point is no parenthesis
		"f) x", "j) x", "w) x", "z) x", "ă) x", "ê) x", "ư) x", "A) x", "Đ) x", // not in the alphabet
		"aa) x", "ab) x", "dd) x", "1a) x",
		"a)x", "a)", "a) ", "a)\n   x", "a)\t", // nothing behind the parenthesis
		"(a) x", "a ) x", "d\u0301) x", "\\a) x",
		"theo quy định tại điểm\nb) khoản 2 Điều 5", // a broken line
		"theo quy định tại điểm\nđ) khoản 2",
	} {
		got, findings := convert(t, src)
		if strings.Contains(got, "<ol") {
			t.Errorf("%q became a list: %s", src, got)
		}
		if len(findings) > 0 {
			t.Errorf("%q: findings %v", src, findings)
		}
	}
	if got, _ := convert(t, "gồm\na) x"); got != `<p>gồm</p><ol class="law"><li>x</li></ol>` {
		t.Errorf("a) does not interrupt a paragraph: %s", got)
	}
}

func TestNumbers(t *testing.T) {
	run(t, []example{
		{"counted", "1. a\n2. b\n3. c", `<ol><li>a</li><li>b</li><li>c</li></ol>`, ""},
		{"all the same", "1. a\n1. b\n1. c", `<ol><li>a</li><li>b</li><li>c</li></ol>`, ""},
		{"all zero", "0. a\n0. b", `<ol start="0"><li>a</li><li>b</li></ol>`, ""},
		{"start", "3) a\n4) b", `<ol start="3"><li>a</li><li>b</li></ol>`, ""},
		{"repealed", "1. a\n2. b\n4. c\n5. d", `<ol><li>a</li><li>b</li><li value="4">c</li><li>d</li></ol>`, ""},
		{"falling", "3. a\n2. b\n1. c", `<ol start="3"><li>a</li><li>b</li><li>c</li></ol>`, ""},
		{"repealed, nested", "- 1. a\n  3. b\n\n\t 4. c", `<ul><li><ol><li><p>a</p></li><li value="3"><p>b</p><ol start="4"><li>c</li></ol></li></ol></li></ul>`, ""},
		{"in a quote", "> 1. a\n> 7. b", `<blockquote><ol><li>a</li><li value="7">b</li></ol></blockquote>`, ""},
	})
}
