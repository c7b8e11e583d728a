package corpus_test

import (
	"bytes"
	"fmt"
	"image"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/internal/corpus"
)

// TestSound reads portals of many shapes with the packages that read real
// ones: nothing may be found in them.
func TestSound(t *testing.T) {
	for _, o := range []corpus.Options{
		{Pages: 500},
		{Pages: 1},
		{Pages: 60, Sites: 1, Sections: 3, Tags: 1},
		{Pages: 200, Documents: 100, Sections: 5},
		{Pages: 200, Documents: -1},
		{Pages: 250, Sites: 111, Sections: 3},
		{Pages: 200, Sites: 4, Sections: 25, Tags: 100, Seed: 7},
		{Pages: 100, From: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)},
	} {
		t.Run(fmt.Sprintf("%d pages, %d sites, %d sections", o.Pages, o.Sites, o.Sections), func(t *testing.T) {
			p := portal(t, o)
			tr := read(t, p)
			for i := range o.Pages {
				tr.add(p.File(i))
			}
			if len(tr.pages) != o.Pages {
				t.Fatalf("%d pages have %d different files", o.Pages, len(tr.pages))
			}
			tr.attached()
			links := tr.bodies(tr.graph())
			if o.Pages == 500 && (links.links < 500 || links.byID < 100) {
				t.Errorf("500 pages have %d links, %d by id", links.links, links.byID)
			}
			for name := range tr.files {
				if o.Pages > 1 && strings.Contains(".jpg.png.pdf", path.Ext(name)) && !links.used[name] {
					t.Errorf("no page uses %s", name)
				}
			}
		})
	}
}

// TestGrowing checks that the pages up to any page are a portal, and that
// pages beyond the last one and edited pages fit into it.
func TestGrowing(t *testing.T) {
	const n = 300
	p := portal(t, corpus.Options{Pages: n, Seed: 3})
	tr := read(t, p)
	for i := range n + 50 {
		tr.add(p.File(i))
		if i%150 == 149 {
			tr.bodies(tr.graph())
		}
	}
	for i := 0; i < n+50; i += 7 {
		name, src := p.File(i)
		before := tr.pages[name]
		edited, changed := p.Revision(i, 2)
		after := tr.add(edited, changed)
		if edited != name || after.ID != before.ID || after.Day() != before.Day() || after.Kind != before.Kind {
			t.Fatalf("an edit of %s changed what it may not", name)
		}
		if bytes.Equal(src, changed) || before.Kind.Name != "page" && before.Title == after.Title && before.Summary == after.Summary {
			t.Fatalf("an edit of %s changed nothing", name)
		}
	}
	tr.bodies(tr.graph())
	tr.attached()
}

// census is what the pages of a portal are.
type census struct {
	size                  int            // of all pages, in bytes
	months, places, marks map[string]int // pages by month, by site and section, by what they have
}

// signs are the marks of Markdown that a census looks for.
var signs = []string{"\n## ", "\n- ", "\n1. ", "\nđ) ", "\n| ", "\n: ", "[^1]", "](id:", "](../", "\n> "}

// count makes n pages; that they are of the right size, and documents of
// different numbers, is checked on the way.
func count(t *testing.T, p *corpus.Portal, n int) census {
	t.Helper()
	c := census{months: map[string]int{}, places: map[string]int{}, marks: map[string]int{}}
	tr := read(t, p)
	numbers := map[string]bool{}
	for i := range n {
		name, src := p.File(i)
		page := tr.add(name, src)
		if len(src) < 4000 || len(src) > 5120 {
			t.Errorf("%s has %d bytes, not four to five kilobytes", name, len(src))
		}
		c.size += len(src)
		c.places[page.Site]++
		c.places[page.Site+"/"+page.Dir]++
		for _, mark := range traits(page) {
			c.marks[mark]++
		}
		for _, sign := range signs {
			if bytes.Contains(src, []byte(sign)) {
				c.marks[sign]++
			}
		}
		if page.Image.File != "" || page.Kind.Name == "article" && bytes.Contains(src, []byte("\n![")) {
			c.marks["image"]++
		}
		if day := page.Day(); !day.IsZero() && page.PublishAt.IsZero() {
			c.months[fmt.Sprintf("%d-%02d", day.Year, day.Month)]++
		}
		if v, ok := page.Field("number"); ok {
			key := fmt.Sprint(v.Text, page.Day().Year)
			if numbers[key] {
				t.Errorf("two documents of a year have the number %s", v.Text)
			}
			numbers[key] = true
		}
	}
	return c
}

// TestVariety counts what a portal of 4,000 pages has.
func TestVariety(t *testing.T) {
	const n = 4000
	c := count(t, portal(t, corpus.Options{Pages: n}), n)
	t.Log(c.marks)
	if mean := c.size / n; mean < 4400 || mean > 4700 {
		t.Errorf("the mean size is %d bytes, not about 4,500", mean)
	}
	for name, want := range map[string][2]int{
		"document": {27, 33}, "tags": {55, 85}, "field": {98, 100}, "[^1]": {20, 70}, "\nđ) ": {30, 80}, "\n| ": {30, 80},
		"in-force": {15, 30}, "image": {10, 18}, "\n## ": {100, 100},
	} {
		if share := (100*c.marks[name] + n - 1) / n; share < want[0] || share > want[1] {
			t.Errorf("%d%% of the pages have %q, not %d to %d%%", share, name, want[0], want[1])
		}
	}
	for _, mark := range append([]string{
		"pinned", "withdrawn", "corrected", "expires", "scheduled", "aliased", "translated", "related", "relations",
		"expired", "suspended", "partly-expired", "not-yet", "unknown",
	}, signs...) {
		if c.marks[mark] < 2 {
			t.Errorf("only %d pages have %q", c.marks[mark], mark)
		}
	}
	if len(c.months) != 121 {
		t.Errorf("there are pages of %d months, not of ten years from 21 November", len(c.months))
	}
	delete(c.months, "2016-11")
	even(t, "month", c.months, n/120)
	// The main site has three times the pages of each of 19 components.
	sites, sections := map[string]int{}, map[string]int{}
	for place, count := range c.places {
		switch {
		case !strings.Contains(place, "/"):
			sites[place] = count
		case !strings.HasPrefix(place, "main/") && !strings.HasSuffix(place, "/gioi-thieu"):
			sections[place] = count
		}
	}
	if main := sites["main"]; main < 2*n/22 || main > 4*n/22 {
		t.Errorf("the main site has %d pages of %d", main, n)
	}
	delete(sites, "main")
	even(t, "component", sites, n/22)
	even(t, "section", sections, n/22/11)
}

// even checks that no count is more than three times what is expected, and
// none less than a third.
func even(t *testing.T, what string, counts map[string]int, expected int) {
	t.Helper()
	for name, count := range counts {
		if count > 3*expected || 3*count < expected {
			t.Errorf("%s %s has %d pages; about %d are expected", what, name, count, expected)
		}
	}
}

// traits names what a page has.
func traits(p *content.Page) (names []string) {
	zone := time.FixedZone("", 7*3600)
	is := map[string]bool{
		p.Kind.Name: true, "tags": len(p.Tags) > 0, "pinned": p.Pinned, "withdrawn": p.Withdrawn != nil,
		"corrected": len(p.Corrections) > 0, "expires": !p.ExpiresAt.IsZero(), "scheduled": p.PublishAt.At(zone).After(now),
		"aliased": len(p.Aliases) > 0, "translated": p.TranslationOf != "" && p.Lang == "en",
	}
	for _, field := range []string{"field", "relations"} {
		_, is[field] = p.Field(field)
	}
	_, is["related"] = p.Field("documents")
	if p.Kind.Name == "document" {
		is[state(p, zone)] = true
	}
	for name, has := range is {
		if has {
			names = append(names, name)
		}
	}
	return names
}

// state is the state of validity of a document, as its kind defines it.
func state(p *content.Page, zone *time.Location) string {
	for _, s := range p.Kind.States {
		at := func(name string) time.Time { v, _ := p.Field(name); return v.When.At(zone) }
		switch {
		case s.From != "" && (at(s.From).IsZero() || at(s.From).After(now)):
		case s.Before != "" && !at(s.Before).After(now):
		case s.Absent != "" && !at(s.Absent).IsZero():
		default:
			return s.ID
		}
	}
	return ""
}

// TestUnique checks ids and files where chance collisions would show.
func TestUnique(t *testing.T) {
	p := portal(t, corpus.Options{Pages: 8_000, Seed: 1})
	shape := regexp.MustCompile(`^---\nid: ([0-9a-hjkmnp-tv-z]{10})\n`)
	ids, files := map[string]bool{}, map[string]bool{}
	for i := range 8_000 {
		name, src := p.File(i)
		id := shape.FindSubmatch(src)
		if id == nil {
			t.Fatalf("%s has no id of ten characters: %.40q", name, src)
		}
		ids[string(id[1])], files[strings.ToLower(name)] = true, true
	}
	if len(ids) != 8_000 || len(files) != 8_000 {
		t.Errorf("8,000 pages have %d ids and %d files", len(ids), len(files))
	}
}

// TestWrite checks that what is written is what the options say, byte for
// byte, and nothing else.
func TestWrite(t *testing.T) {
	o := corpus.Options{Pages: 200, Sites: 3, Seed: 42}
	a, b := filepath.Join(t.TempDir(), "new", "portal"), t.TempDir()
	stats, err := corpus.Write(a, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := corpus.Write(b, o); err != nil {
		t.Fatal(err)
	}
	p := portal(t, o)
	want := maps.Collect(p.Others())
	for i := range o.Pages {
		name, src := p.File(i)
		want[name] = src
	}
	size := 0
	for _, src := range want {
		size += len(src)
	}
	if stats != (corpus.Stats{Pages: 200, Files: len(want), Bytes: int64(size)}) {
		t.Errorf("Write says %+v; there are %d files of %d bytes", stats, len(want), size)
	}
	for _, dir := range []string{a, b} {
		got := walk(t, dir)
		if !maps.EqualFunc(got, want, bytes.Equal) {
			t.Errorf("the %d files written are not the %d of the portal", len(got), len(want))
		}
	}
	o.Seed++
	if _, other := portal(t, o).File(100); bytes.Equal(other, want[firstPath(p, 100)]) {
		t.Error("another seed gives the same page")
	}
}

func firstPath(p *corpus.Portal, i int) string { name, _ := p.File(i); return name }

func walk(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)], err = os.ReadFile(name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestRefused(t *testing.T) {
	full := t.TempDir()
	kept := filepath.Join(full, "kept.txt")
	if err := os.WriteFile(kept, []byte("kept"), 0o600); err != nil {
		t.Fatal(err)
	}
	day := func(s string) time.Time { d, _ := time.Parse(time.DateOnly, s); return d }
	for _, c := range []struct {
		dir  string
		o    corpus.Options
		want string
	}{
		{full, corpus.Options{Pages: 1}, "not empty"},
		{kept, corpus.Options{Pages: 1}, "kept.txt"},
		{t.TempDir(), corpus.Options{}, "pages: 0 is out of range; choose 1 to 999999"},
		{t.TempDir(), corpus.Options{Pages: 1, Sites: 112}, "sites: 112"},
		{t.TempDir(), corpus.Options{Pages: 1, Sections: 2}, "sections: 2"},
		{t.TempDir(), corpus.Options{Pages: 1, Tags: 101}, "tags: 101"},
		{t.TempDir(), corpus.Options{Pages: 1, Documents: 101}, "documents per hundred pages: 101"},
		{t.TempDir(), corpus.Options{Pages: 1, From: day("2020-01-02"), To: day("2020-01-01")}, "comes before the first"},
		{t.TempDir(), corpus.Options{Pages: 1, From: day("1600-01-02")}, "first year: 1600"},
	} {
		_, err := corpus.Write(c.dir, c.o)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Write(%+v) gives the error %v, not one that says %q", c.o, err, c.want)
		}
		if c.dir != kept && c.dir != full && len(walk(t, c.dir)) > 0 {
			t.Errorf("Write(%+v) failed but wrote something", c.o)
		}
	}
	if got := walk(t, full); len(got) != 1 || string(got["kept.txt"]) != "kept" {
		t.Error("a folder that was refused was changed")
	}
}

// TestMedia checks that images can be decoded and that each object of a PDF
// stands where its table says, and that they are small.
func TestMedia(t *testing.T) {
	size, kinds := 0, map[string]int{}
	for name, data := range portal(t, corpus.Options{Pages: 1}).Others() {
		kinds[path.Ext(name)]++
		switch path.Ext(name) {
		case ".jpg", ".png":
			img, _, err := image.Decode(bytes.NewReader(data))
			if err != nil || img.Bounds().Dx() < 300 {
				t.Errorf("%s: %v", name, err)
			}
		case ".pdf":
			checkPDF(t, name, data)
		default:
			continue
		}
		size += len(data)
	}
	if kinds[".jpg"] != 40 || kinds[".png"] != 20 || kinds[".pdf"] != 60 || size > 300_000 {
		t.Errorf("there are files %v of %d bytes", kinds, size)
	}
}

func checkPDF(t *testing.T, name string, data []byte) {
	t.Helper()
	start := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(data)
	if start == nil || !bytes.HasPrefix(data, []byte("%PDF-1.4\n")) {
		t.Fatalf("%s is no PDF", name)
	}
	table, _ := strconv.Atoi(string(start[1]))
	if !bytes.HasPrefix(data[table:], []byte("xref\n0 6\n")) {
		t.Fatalf("%s has no table at %d", name, table)
	}
	for i, entry := range regexp.MustCompile(`(\d{10}) 00000 n \n`).FindAllSubmatch(data[table:], -1) {
		at, _ := strconv.Atoi(string(entry[1]))
		if !bytes.HasPrefix(data[at:], fmt.Appendf(nil, "%d 0 obj\n", i+1)) {
			t.Errorf("%s has no object %d at %d", name, i+1, at)
		}
	}
	stream := regexp.MustCompile(`/Length (\d+) >>\nstream\n([^\n]*)\nendstream`).FindSubmatch(data)
	if stream == nil || strconv.Itoa(len(stream[2])) != string(stream[1]) {
		t.Errorf("%s has a stream of another length than it says", name)
	}
}

func BenchmarkFile(b *testing.B) {
	p := portal(b, corpus.Options{Pages: 100_000})
	i := 0
	for b.Loop() {
		_, data := p.File(i * 7919 % 100_000)
		b.SetBytes(int64(len(data)))
		i++
	}
}
