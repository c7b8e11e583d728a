package markdown

import (
	"reflect"
	"strings"
	"testing"
)

func TestBlocks(t *testing.T) {
	run(t, []example{
		{"nothing", "", "", ""},
		{"white space", " \n\t\n", "", ""},
		{"paragraphs", "Một\nhai\n\nBa\n", "<p>Một\nhai</p><p>Ba</p>", ""},
		{"line break", "Một  \nhai\\\nba", "<p>Một<br>hai<br>ba</p>", ""},
		{"escapes", `1 < 2 & "3" > 2`, `<p>1 &lt; 2 &amp; &quot;3&quot; &gt; 2</p>`, ""},
		{"entities", `&copy; &lt;b&gt; &#273; &amp;lt;`, `<p>© &lt;b&gt; đ &amp;lt;</p>`, ""},
		{"backslashes", `\*a\* \[b\](c) \<d>`, `<p>*a* [b](c) &lt;d&gt;</p>`, ""},
		{"emphasis", "*a* **b** ~~c~~ ***d***", "<p><em>a</em> <strong>b</strong> <del>c</del> <em><strong>d</strong></em></p>", ""},
		{"code", "`a<b>` và ``c`d``", "<p><code>a&lt;b&gt;</code> và <code>c`d</code></p>", ""},
		{"code block", "```go x\" onload=y\na<b>\n```", "<pre tabindex=\"0\"><code>a&lt;b&gt;\n</code></pre>", ""},
		{"indented code", "    a<b>\n", "<pre tabindex=\"0\"><code>a&lt;b&gt;\n</code></pre>", ""},
		{"code without an end", "```\na", "<pre tabindex=\"0\"><code>a\n</code></pre>", ""},
		{"quote", "> a\n>\n> b", "<blockquote><p>a</p><p>b</p></blockquote>", ""},
		{"rule", "a\n\n---\n\nb", "<p>a</p><hr><p>b</p>", ""},
		{"bullets", "- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", ""},
		{"loose bullets", "- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>", ""},
		{"tasks", "- [ ] a\n- [x] b",
			`<ul><li class="task"><input type="checkbox" disabled aria-label="Chưa xong"> a</li>` +
				`<li class="task"><input type="checkbox" disabled checked aria-label="Đã xong"> b</li></ul>`, ""},
		{"templates are text", "{{ .Site }} {{< x >}} {% y %} ${z}", "<p>{{ .Site }} {{&lt; x &gt;}} {% y %} ${z}</p>", ""},
		{"attributes are text", "# A {#b .c onclick=d}\n\n**x**{.y}", `<h2 id="a-b-c-onclick-d">A {#b .c onclick=d}</h2><p><strong>x</strong>{.y}</p>`, ""},
		{"control characters", "a\x01b\x00c\x7f\xffd\u0085", "<p>a\uFFFDb\uFFFDc\uFFFD\uFFFDd\uFFFD</p>",
			"1:2 control-character, 1:4 control-character, 1:6 control-character, 1:7 control-character, 1:9 control-character"},
		{"control characters by entity", "a&#1;b&#x7f;&#128;&#0;", "<p>a\uFFFDb\uFFFD\uFFFD\uFFFD</p>", ""},
		{"CRLF", "a\r\nb\r\n\r\n    c\r\n\r\n# d\r\n", "<p>a\nb</p><pre tabindex=\"0\"><code>c\n</code></pre><h2 id=\"d\">d</h2>", ""},
	})
}

func TestRawHTML(t *testing.T) {
	run(t, []example{
		{"inline", "a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>", "1:3 raw-html, 1:7 raw-html"},
		{"inline comment", "a <!-- ẩn --> b", "<p>a &lt;!-- ẩn --&gt; b</p>", "1:3 raw-html"},
		{"instruction, declaration, CDATA", "a <?php x ?> <!X y> <![CDATA[z]]>",
			"<p>a &lt;?php x ?&gt; &lt;!X y&gt; &lt;![CDATA[z]]&gt;</p>", "1:3 raw-html, 1:14 raw-html, 1:21 raw-html"},
		{"inline over lines", "a <b\nc=\"d\">e", "<p>a &lt;b\nc=&quot;d&quot;&gt;e</p>", "1:3 raw-html"},
		{"block", "x\n\n  <div class=\"y\">\n*z*\n</div>\n\nt", "<p>x</p><p>&lt;div class=&quot;y&quot;&gt;\n*z*\n&lt;/div&gt;</p><p>t</p>", "3:3 raw-html"},
		{"script", "<script>\nalert(1)\n\n</script>", "<p>&lt;script&gt;\nalert(1)\n\n&lt;/script&gt;</p>", "1:1 raw-html"},
		{"comment over paragraphs", "<!-- a\n\nb -->\nc", "<p>&lt;!-- a\n\nb --&gt;</p><p>c</p>", "1:1 raw-html"},
		{"comment without an end", "<!-- a\n\nb", "<p>&lt;!-- a\n\nb</p>", "1:1 raw-html"},
		{"break in a table", "|a|\n|-|\n|b<br>c|",
			`<div class="table" role="region" tabindex="0" aria-label="Bảng"><table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>b&lt;br&gt;c</td></tr></tbody></table></div>`, "3:3 raw-html"},
		{"in a heading", "# a<i>b", `<h2 id="a-i-b">a&lt;i&gt;b</h2>`, "1:4 raw-html"},
		{"in an item", "- a\n\n  <p>", "<ul><li><p>a</p><p>&lt;p&gt;</p></li></ul>", "3:3 raw-html"},
		{"not HTML", "a < b, 1 <2, <tên>, <3 <=> <đ>", "<p>a &lt; b, 1 &lt;2, &lt;tên&gt;, &lt;3 &lt;=&gt; &lt;đ&gt;</p>", ""},
		{"in code", "`<b>`\n\n    <i>", "<p><code>&lt;b&gt;</code></p><pre tabindex=\"0\"><code>&lt;i&gt;\n</code></pre>", ""},
	})
}

func TestHeadingLevels(t *testing.T) {
	for _, test := range []struct {
		name, src, want string
	}{
		{"from one", "# a\n## b\n### c\n# d", "2a 3b 4c 2d"},
		{"from three", "### a\n#### b\n### c", "2a 3b 2c"},
		{"skipping", "# a\n#### b\n###### c\n# d", "2a 3b 4c 2d"},
		{"rising above the first", "### a\n# b\n## c", "2a 2b 3c"},
		{"between", "# a\n#### b\n### c\n#### d", "2a 3b 3c 4d"},
		{"setext", "a\n=\n\nb\n-\n", "2a 3b"},
		{"deeper than six", "# a\n## b\n### c\n#### d\n##### e\n###### f", "2a 3b 4c 5d 6e 6f"},
		{"in other blocks", "# a\n- ### b\n\n> ## c\n\n1. x\n   a) # d", "2a 3b 3c 2d"},
		{"in a note, which comes last", "[^1]: #### n\n\n# a\n\n## b [^1]\n\n# c", "2a 3b 2c 3n"},
	} {
		doc, list := New().Convert([]byte(test.src), options)
		var got []string
		for _, h := range doc.Headings {
			got = append(got, string('0'+rune(h.Level))+h.Text)
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: got %s, want %s", test.name, s, test.want)
		}
		if len(list) > 0 {
			t.Errorf("%s: %v", test.name, places(list))
		}
	}
}

func TestHeadings(t *testing.T) {
	const src = "# Điều 1. **Phạm vi** & `đối tượng` <x@y.vn>\n\n# Má\n# Mà\n# Mả\n# ma-2\n# ພາສາລາວ\n#\n# [Đ](bai.md)[^1] ![ảnh](anh.jpg)\n\n[^1]: x"
	doc, list := New().Convert([]byte(src), options)
	want := []Heading{
		{2, "dieu-1-pham-vi-doi-tuong-x-y-vn", "Điều 1. Phạm vi & đối tượng x@y.vn"},
		{2, "ma", "Má"},
		{2, "ma-2", "Mà"},
		{2, "ma-3", "Mả"},
		{2, "ma-2-2", "ma-2"},
		{2, "muc", "ພາສາລາວ"},
		{2, "d-anh", "Đ ảnh"},
	}
	if !reflect.DeepEqual(doc.Headings, want) {
		t.Errorf("got %+v", doc.Headings)
	}
	if got := strings.Join(places(list), ", "); got != "8:1 heading-empty" {
		t.Errorf("findings %s", got)
	}
}

const open = `<div class="table" role="region" tabindex="0" `

func TestTables(t *testing.T) {
	const head = `<thead><tr><th scope="col">A</th></tr></thead>`
	const body = `<tbody><tr><td>1</td></tr></tbody></table></div>`
	run(t, []example{
		{"aligned", "| A | B | C | D |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |",
			open + `aria-label="Bảng"><table><thead><tr><th scope="col" class="left">A</th><th scope="col" class="center">B</th><th scope="col" class="right">C</th><th scope="col">D</th></tr></thead>` +
				`<tbody><tr><td class="left">1</td><td class="center">2</td><td class="right">3</td><td>4</td></tr></tbody></table></div>`, ""},
		{"header only", "|A|\n|-|", open + `aria-label="Bảng"><table>` + head + `</table></div>`, ""},
		{"empty header cell", "| |A|\n|-|-|\n|1|2|",
			open + `aria-label="Bảng"><table><thead><tr><td></td><th scope="col">A</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>`, ""},
		{"escaped bar", "|A|\n|-|\n|1\\|`2\\|3`|",
			open + `aria-label="Bảng"><table>` + head + `<tbody><tr><td>1|<code>2|3</code></td></tr></tbody></table></div>`, ""},
		{"text before", "x\n|A|\n|-|\n|1|", "<p>x</p>" + open + `aria-label="Bảng"><table>` + head + body, ""},
		{"caption below", "|A|\n|-|\n|1|\n: Tên *bảng*",
			open + `aria-labelledby="table_1"><table><caption id="table_1">Tên <em>bảng</em></caption>` + head + body, ""},
		{"caption after a blank line", "|A|\n|-|\n|1|\n\n:   Tên bảng\ndài\n\ny",
			open + `aria-labelledby="table_1"><table><caption id="table_1">Tên bảng` + "\n" + `dài</caption>` + head + body + "<p>y</p>", ""},
		{"caption that begins with markup", "|A|\n|-|\n|1|\n\n: **Tên** [x](bai.md)",
			open + `aria-labelledby="table_1"><table><caption id="table_1"><strong>Tên</strong> <a href="/tin/bai/">x</a></caption>` + head + body, ""},
		{"caption in an item", "- |A|\n  |-|\n  |1|\n\n  : Tên",
			"<ul><li>" + open + `aria-labelledby="table_1"><table><caption id="table_1">Tên</caption>` + head + body + "</li></ul>", ""},
		{"two captions", "|A|\n|-|\n|1|\n: Một\n\n|A|\n|-|\n|1|\n\n: Hai",
			open + `aria-labelledby="table_1"><table><caption id="table_1">Một</caption>` + head + body +
				open + `aria-labelledby="table_2"><table><caption id="table_2">Hai</caption>` + head + body, ""},
		{"CRLF", "|A|\r\n|-|\r\n|1|\r\n: Tên\r\n",
			open + `aria-labelledby="table_1"><table><caption id="table_1">Tên</caption>` + head + body, ""},
		{"no caption without a table", "x\n\n: y", "<p>x</p><p>: y</p>", ""},
		{"no caption without words", "|A|\n|-|\n|1|\n\n:", open + `aria-label="Bảng"><table>` + head + body + "<p>:</p>", ""},
		{"no caption without a space", "|A|\n|-|\n|1|\n\n:x", open + `aria-label="Bảng"><table>` + head + body + "<p>:x</p>", ""},
		{"no caption further down", "|A|\n|-|\n|1|\n\nx\n\n: y", open + `aria-label="Bảng"><table>` + head + body + "<p>x</p><p>: y</p>", ""},
		{"a row with a colon and a bar", "|A|\n|-|\n| : 1|", open + `aria-label="Bảng"><table>` + head + `<tbody><tr><td>: 1</td></tr></tbody></table></div>`, ""},
		{"row too long", "|A|\n|-|\n|1|2|\n", open + `aria-label="Bảng"><table>` + head + body, "3:1 table-row"},
		{"row too short", "|A|B|\n|-|-|\n|1", open + `aria-label="Bảng"><table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table></div>`, ""},
		{"no table", "a | b\n\n--- | ---", "<p>a | b</p><p>--- | ---</p>", ""},
	})
}

func TestNotes(t *testing.T) {
	const section = `<section class="footnotes" role="doc-endnotes" aria-label="Chú thích"><ol>`
	ref := func(id, number string) string {
		return `<sup id="fnref_` + id + `"><a href="#fn_` + number + `" role="doc-noteref" aria-label="Chú thích ` + number + `">` + number + `</a></sup>`
	}
	back := func(id, label string) string {
		return `<a href="#fnref_` + id + `" role="doc-backlink" aria-label="Trở lại chỗ dẫn ` + label + "\">↩\uFE0E</a>"
	}
	run(t, []example{
		{"one", "a[^x] b\n\n[^x]: Nội *dung*", "<p>a" + ref("1", "1") + " b</p>" + section + `<li id="fn_1"><p>Nội <em>dung</em> ` + back("1", "chú thích 1") + "</p></li></ol></section>", ""},
		{"numbered as they are met", "[^b]: B\n\n[^a]: A\n\na[^a]b[^b]", "<p>a" + ref("1", "1") + "b" + ref("2", "2") + "</p>" + section +
			`<li id="fn_1"><p>A ` + back("1", "chú thích 1") + `</p></li><li id="fn_2"><p>B ` + back("2", "chú thích 2") + "</p></li></ol></section>", ""},
		{"twice", "a[^1]b[^1]\n\n[^1]: x", "<p>a" + ref("1", "1") + "b" + ref("1_2", "1") + "</p>" + section +
			`<li id="fn_1"><p>x ` + back("1", "thứ 1 của chú thích 1") + " " + back("1_2", "thứ 2 của chú thích 1") + "</p></li></ol></section>", ""},
		{"a note in a note", "a[^1]\n\n[^1]: x[^2]\n\n[^2]: y", "<p>a" + ref("1", "1") + "</p>" + section +
			`<li id="fn_1"><p>x` + ref("2", "2") + " " + back("1", "chú thích 1") + `</p></li><li id="fn_2"><p>y ` + back("2", "chú thích 2") + "</p></li></ol></section>", ""},
		{"blocks", "a[^1]\n\n[^1]: x\n\n    - y", "<p>a" + ref("1", "1") + "</p>" + section +
			`<li id="fn_1"><p>x</p><ul><li>y</li></ul><p>` + back("1", "chú thích 1") + "</p></li></ol></section>", ""},
		{"figure", "a[^1]\n\n[^1]: ![Cầu](anh.jpg)", "<p>a" + ref("1", "1") + "</p>" + section +
			`<li id="fn_1"><figure>` + img + `</figure><p>` + back("1", "chú thích 1") + "</p></li></ol></section>", ""},
		{"in a link", "[a[^1]](bai.md)\n\n[^1]: x", `<p><a href="/tin/bai/">a<sup id="fnref_1">1</sup></a></p>` + section +
			`<li id="fn_1"><p>x ` + back("1", "chú thích 1") + "</p></li></ol></section>", ""},
		{"in the words for an image", "![a[^1]](anh.jpg)b\n\n[^1]: x", `<p>` + strings.Replace(img, "Cầu", "a", 1) + "b</p>", "3:1 note-unused"},
		{"in a heading without words", "# [^1]\n\n[^1]: x", "", "1:1 heading-empty, 3:1 note-unused"},
		{"linked to", "a[^1] [b](#fn_1)\n\n[^1]: x", "<p>a" + ref("1", "1") + ` <a href="#fn_1">b</a></p>` + section +
			`<li id="fn_1"><p>x ` + back("1", "chú thích 1") + "</p></li></ol></section>", ""},
		{"missing", "a[^1] b[^hai ba].", "<p>a[^1] b[^hai ba].</p>", "1:2 note-missing, 1:8 note-missing"},
		{"unused", "a\n\n[^1]: x", "<p>a</p>", "3:1 note-unused"},
		{"unused refers to another", "a\n\n[^1]: x[^2]\n\n[^2]: y", "<p>a</p>", "3:1 note-unused, 5:1 note-unused"},
		{"same name twice", "a[^1]\n\n[^1]: x\n\n[^1]: y", "<p>a" + ref("1", "1") + "</p>" + section +
			`<li id="fn_1"><p>x ` + back("1", "chú thích 1") + "</p></li></ol></section>", "5:1 note-unused"},
		{"defined in a note", "a[^1] b[^2]\n\n[^1]: x\n\n    [^2]: y", "<p>a" + ref("1", "1") + " b[^2]</p>" + section +
			`<li id="fn_1"><p>x</p><p>[^2]: y ` + back("1", "chú thích 1") + "</p></li></ol></section>", "1:8 note-missing, 5:5 note-missing"},
		{"a link that looks like one", "[^1](bai.md)", `<p><a href="/tin/bai/">^1</a></p>`, ""},
		{"in code", "`[^1]`", "<p><code>[^1]</code></p>", ""},
	})
}

func TestEnglishWords(t *testing.T) {
	o := options
	o.Lang = "en-GB"
	doc, _ := New().Convert([]byte("- [ ] a[^1]\n- [x] b[^1]\n\n|A|\n|-|\n\n[^1]: n"), o)
	for _, want := range []string{`aria-label="Done"`, `aria-label="Not done"`, `aria-label="Table"`, `aria-label="Footnotes"`,
		`aria-label="Footnote 1"`, `aria-label="Back to reference 2 to footnote 1"`} {
		if !strings.Contains(doc.HTML.Markup(), want) {
			t.Errorf("%s is not in %s", want, doc.HTML.Markup())
		}
	}
}
