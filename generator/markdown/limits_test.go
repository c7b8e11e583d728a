package markdown

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// fill repeats a unit up to the greatest size of a text, or number of lines.
func fill(unit string) string {
	n := (MaxBytes - 4096) / len(unit)
	if l := strings.Count(unit, "\n"); l > 0 {
		n = min(n, (maxLines-100)/l)
	}
	return strings.Repeat(unit, n)
}

// paragraphs fills a text with paragraphs of about size bytes, each small
// enough not to be refused by itself.
func paragraphs(unit string, size int) string {
	return fill("z" + strings.Repeat(unit, max(1, size/len(unit))) + "\n\n")
}

// bombs are texts that take a careless parser quadratic time or more, or much
// memory.
func bombs() map[string]string {
	b := map[string]string{
		"columns":          strings.Repeat("|a", 10_000) + "|\n" + strings.Repeat("|-", 10_000) + "|\n" + strings.Repeat("b\n", 40_000),
		"cells":            strings.Repeat("|a", 60) + "|\n" + strings.Repeat("|-", 60) + "|\n" + fill("b\n")[:80_000],
		"cells allowed":    strings.Repeat("|a", 60) + "|\n" + strings.Repeat("|-", 60) + "|\n" + strings.Repeat("b\n", 800),
		"escaped bars":     "|a|b|\n|-|-|\n|" + strings.Repeat("`\\|` ", 200_000),
		"code spans":       "z" + rising("`", " a"),
		"code spans apart": strings.Repeat("z"+risingTo("`", " a", 150)+"\n\n", 80),
		"nested list":      staircase("- a\n"),
		"nested law list":  staircase("a) x\n"),
		"open list, blank": strings.Repeat("- ", maxDepth/2) + "a\n" + strings.Repeat("\n", maxLines-10),
		"nested quote":     fill("> "),
		"quotes":           fill(strings.Repeat(">", maxDepth) + " a\n"),
		"nested emphasis":  strings.Repeat("*a ", 2000) + strings.Repeat(" b*", 2000),
		"nested strong":    strings.Repeat("**", 3000) + "a" + strings.Repeat("**", 3000),
		"nested images":    strings.Repeat("![", 2000) + strings.Repeat("](anh.jpg)", 2000),
		"notes":            numbered("[^%d]: a\n\n[^%[1]d]\n\n", 12_000),
		"one note":         "[^1]: x\n\n" + fill("[^1]\n\n"),
		"notes in notes":   fill("[^1]: a\n    "),
		"definitions":      fill("[a]: b\n"),
		"definitions used": "[a]: /" + strings.Repeat("x", 1900) + " '" + strings.Repeat("&", 900) + "'\n\n" + fill("[a]\n\n"),
		"headings":         fill("# a\n"),
		"fragments":        strings.Repeat("# aaa\n\n", 15_000) + strings.Repeat("[x](#b)\n\n", 8_000),
		"HTML block":       "<x" + strings.Repeat(" a", 500_000),
		"HTML tag":         "p <x" + strings.Repeat(" a=\"b\"", 170_000),
		"long line":        strings.Repeat("đ ", 300_000),
	}
	for _, unit := range []string{"[", "]", "*", "_", "`", "~", "<", "!", "&", "\\", ">", "-", "#", "|", "(", "\t", "\x00", "\xff", "- ", "1. ", "a) ", "![", "[]",
		"a_", "*a_ ", "a**b", "a**bc* ", "[a](", "[a](<b", "[a](b \"", "[[a](b)", "*[a](b)", "[a][", "[a]\n", "`a\n", "<a ", "<a b='", "<!--", "a <?", "a <!A", "a <![CDATA[", "</a", "<div a b c\n",
		"[^a]", "http://", "http://a.vn/;", "www.", " www.a.b", "a@", " a@b.", "a@b_", "a\n", "\n", "a\n=\n", "-|-\n", "```\n", "    a\n", "> - a\n", "b) x\n", "a) x\nb) y\n", "&a;", "<x a b>\n\n"} {
		b[fmt.Sprintf("%q", unit)] = fill(unit)
	}
	for _, unit := range []string{"[", "[a]", "[a](", "[a](<b", "[[a](b)", "[a][", "a*b_ ", "*a_ ", "` a", "<a b=\" c='", "a_", "[^a", "[^1]"} {
		for _, size := range []int{100, 2000} {
			b[fmt.Sprintf("%q in paragraphs of %d", unit, size)] = "[^1]: a\n\n" + paragraphs(unit, size)
		}
	}
	return b
}

func rising(mark, tail string) string { return risingTo(mark, tail, 1400) }

func risingTo(mark, tail string, n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		b.WriteString(strings.Repeat(mark, i) + tail)
	}
	return b.String()
}

func staircase(line string) string {
	var b strings.Builder
	for i := range 700 {
		b.WriteString(strings.Repeat("   ", i) + line)
	}
	return b.String()
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// TestBombs: no text takes long or much memory. The bounds are generous, for
// slow and busy machines; without the limits of this package some of these
// texts take many minutes, or all memory.
func TestBombs(t *testing.T) {
	if testing.Short() || underRace {
		t.Skip("takes long, and the race detector, which has nothing to find here, changes what is measured")
	}
	c := New()
	for name, src := range bombs() {
		if len(src) > MaxBytes {
			t.Errorf("%s is too large to be a test", name)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		doc, list := c.Convert([]byte(src), options)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		allocated := after.TotalAlloc - before.TotalAlloc
		if took > time.Minute || allocated > 1<<30 || len(doc.HTML.Markup()) > 48*MaxBytes || len(list) > maxFindings+1 {
			t.Errorf("%s: %v, %d MB, %d bytes, %d findings", name, took, allocated>>20, len(doc.HTML.Markup()), len(list))
		}
		if took > time.Second {
			t.Logf("%s: %v, %d MB", name, took, allocated>>20)
		}
		if len(doc.HTML.Markup()) < MaxBytes/4 {
			if err := check(doc); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestLimits: what is over a limit is reported, and still there to read.
func TestLimits(t *testing.T) {
	for _, test := range []struct {
		name, src string
		rule      string
		kept      string // must be in the text of the page
	}{
		{"bytes", strings.Repeat("a", MaxBytes+1), "too-long", ""},
		{"lines", strings.Repeat("a\n", maxLines+1), "too-many-lines", ""},
		{"depth of quotes", strings.Repeat(">", maxDepth+1) + "x", "too-deep", "&gt;x"},
		{"depth of lists", strings.Repeat("- ", maxDepth/2+1) + "x", "too-deep", "- x"},
		{"depth of law lists", strings.Repeat("a) ", maxDepth/2+1) + "x", "too-deep", "a) x"},
		{"columns", strings.Repeat("|a", maxColumns+2) + "|\n" + strings.Repeat("|-", maxColumns+2) + "|\n|cuối|", "table-too-large", "|cuối|"},
		{"cells", "|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", maxCells/2) + "|cuối|", "table-too-large", "|cuối|"},
		{"notes", numbered("a[^%d]\n\n[^%[1]d]: n%[1]d\n\n", maxNotes+1), "too-many-notes", "n300"},
		{"definitions", numbered("[a%d]: bai.md\n", maxReferences+1), "too-many-definitions", "[a500]: bai.md"},
		{"links", strings.Repeat("[a](bai.md)\n\n", maxLinks) + "[cuối](bai.md)", "too-many-links", "<p>cuối</p>"},
		{"destination", "[a](" + strings.Repeat("b", maxDestination+1) + ")", "link-too-long", "<p>a</p>"},
		{"title", "[a](bai.md '" + strings.Repeat("b", maxTitle+1) + "')", "title-too-long", "<p>a</p>"},
		{"marks", strings.Repeat("[a_ ", 10_000) + "**cuối**", "too-complex", "**cuối**"},
		{"findings", strings.Repeat("<b>\n\n", maxFindings+1), "more", "&lt;b&gt;"},
	} {
		doc, list := New().Convert([]byte(test.src), options)
		found := false
		for _, f := range list {
			found = found || f.Rule.Code == "markdown-"+test.rule
		}
		if !found || len(list) > maxFindings+1 {
			t.Errorf("%s: %d findings, %v", test.name, len(list), places(list[:min(len(list), 3)]))
		}
		if !strings.Contains(doc.HTML.Markup(), test.kept) {
			t.Errorf("%s: %q is lost", test.name, test.kept)
		}
		if err := check(doc); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// TestHonestTexts: what people write is far from every limit.
func TestHonestTexts(t *testing.T) {
	for name, src := range map[string]string{
		"a code of law":    strings.Repeat(sample[:strings.Index(sample, "[^1]: ")], 180) + "[^1]: Chú thích.\n",
		"a budget":         "|a|b|c|d|e|f|g|h|i|k|\n|-|-|-|-|-|-|-|-|-|-|\n" + strings.Repeat("|Xã **A**|1.234|2.345|3.456|4.567|5.678|6.789|7.890|8.901|`9`|\n", 4000),
		"a long paragraph": strings.Repeat("Theo *báo cáo* của [Sở](bai.md) (số 01/BC-SNN), có **15,3 %** số hộ. ", 250),
		"marks in prose":   strings.Repeat("5 * 3 < 20 [1] snake_case ~ 3 ", 300),
		"ten levels":       "- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g\n              - h\n                - i\n                  - k\n",
	} {
		_, list := New().Convert([]byte(src), options)
		if len(list) > 0 {
			t.Errorf("%s: %s %s", name, list[0].Pos, list[0].Message("en"))
		}
	}
}

// TestFault: a panic of the parser is a finding, and the text is shown.
func TestFault(t *testing.T) {
	p := &page{src: []byte("a <b>\n\n**c**\n"), opts: options, words: wordsVI}
	if _, ok := p.parse(nil); ok {
		t.Fatal("no parser, but parsed")
	}
	if doc := p.plain(); doc.HTML.Markup() != "<p>a &lt;b&gt;</p><p>**c**</p>" {
		t.Errorf("got %s", doc.HTML.Markup())
	}
	if got := places(p.findings); len(got) != 1 || got[0] != "1:1 parser-fault" {
		t.Errorf("findings %v", got)
	}
}
