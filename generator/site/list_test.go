package site_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/site"
)

// months is a portal with articles over several months.
func months() world {
	w := world{pages: map[string]string{}}
	for i, date := range []string{
		"2026-02-10", "2026-02-11", "2026-02-11", "2026-02-12 08:00", "2026-02-12 09:00", "2026-04-01", "2026-04-30 23:59", "2025-12-31",
	} {
		w.pages[fmt.Sprintf("content/main/tin/b%d.md", i)] = article(fmt.Sprintf("baiviet%d", i), date)
	}
	return w
}

func TestMonths(t *testing.T) {
	l := months().good(t).List(section)
	if got := fmt.Sprint(l.Months()); got != "[{2025 December} {2026 February} {2026 April}]" {
		t.Errorf("the months are %s", got)
	}
	feb := site.Month{Year: 2026, Month: 2}
	// Two pages of one day stand in the order of their ids, newest first.
	if got := ids(l.In(feb)); got != "baiviet0 baiviet2 baiviet1 baiviet3 baiviet4" {
		t.Errorf("February has %s", got)
	}
	for k, want := range map[int]string{1: "baiviet0 baiviet2 baiviet1", 2: "baiviet3 baiviet4", 3: "", 99: ""} {
		if got := ids(l.Part(feb, k, 3)); got != want {
			t.Errorf("part %d of February is %q, want %q", k, got, want)
		}
	}
	for size, want := range map[int]int{1: 5, 2: 3, 4: 2, 5: 1, 50: 1} {
		if got := l.Parts(feb, size); got != want {
			t.Errorf("cut by %d February has %d parts, want %d", size, got, want)
		}
	}
	march := site.Month{Year: 2026, Month: 3}
	if l.In(march) != nil || l.Parts(march, 3) != 0 || len(l.Part(march, 1, 3)) != 0 {
		t.Error("a month without pages has pages")
	}
	for m, want := range map[site.Month]string{
		{Year: 2025, Month: 12}: "{0 %!Month(0)} false {2026 February} true",
		feb:                     "{2025 December} true {2026 April} true",
		march:                   "{2026 February} true {2026 April} true",
		{Year: 2026, Month: 4}:  "{2026 February} true {0 %!Month(0)} false",
		{Year: 2030, Month: 1}:  "{2026 April} true {0 %!Month(0)} false",
		{Year: 2000, Month: 1}:  "{0 %!Month(0)} false {2025 December} true",
	} {
		before, after, hasBefore, hasAfter := l.Neighbours(m)
		if got := fmt.Sprint(before, hasBefore, after, hasAfter); got != want {
			t.Errorf("beside %v stand %s, want %s", m, got, want)
		}
	}
	empty := months().good(t).List(site.ListKey{Site: "main", Kind: site.OfSection, ID: "khac"})
	if empty == nil || len(empty.Months()) != 0 || len(empty.Newest(5)) != 0 || len(empty.Pinned(5)) != 0 {
		t.Error("a list without pages is not empty")
	}
}

func TestNewestPinnedOlder(t *testing.T) {
	w := months()
	w.pages["content/main/tin/b1.md"] = article("baiviet1", "2026-02-11", "pinned: true")
	w.pages["content/main/tin/b5.md"] = article("baiviet5", "2026-04-01", "withdrawn: {by: A, date: 2026-04-02, why: B}", "pinned: true")
	w.pages["content/main/tin/b6.md"] = article("baiviet6", "2026-04-30 23:59", "expires_at: 2026-05-01")
	w.pages["content/main/tin/kinh-te/b8.md"] = article("baiviet8", "2026-02-12", "pinned: true")
	g := w.good(t)
	l := g.List(section)
	if got := ids(l.Newest(3)); got != "baiviet4 baiviet3 baiviet8" {
		t.Errorf("the newest are %s", got)
	}
	if got := ids(l.Newest(100)); got != "baiviet4 baiviet3 baiviet8 baiviet1 baiviet2 baiviet0 baiviet7" {
		t.Errorf("all that are live are %s", got)
	}
	for n, want := range map[int]string{0: "", 1: "baiviet8", 5: "baiviet8 baiviet1"} {
		if got := ids(l.Pinned(n)); got != want {
			t.Errorf("of the pinned, %d are %q, want %q", n, got, want)
		}
	}
	for id, want := range map[string]string{
		"baiviet4": "baiviet3 baiviet8", "baiviet8": "baiviet1 baiviet2", "baiviet0": "baiviet7", "baiviet7": "",
		"baiviet5": "baiviet4 baiviet3", // withdrawn, but it keeps its place
	} {
		if got := ids(l.Older(g.Page(id), 2)); got != want {
			t.Errorf("older than %s are %q, want %q", id, got, want)
		}
	}
	// Gone pages keep their places in their months, and the sections above
	// hold the pages of those below.
	if got := ids(l.In(site.Month{Year: 2026, Month: 4})); got != "baiviet5 baiviet6" {
		t.Errorf("April has %s", got)
	}
	if got := ids(g.List(site.ListKey{Site: "main", Kind: site.OfSection, ID: "tin/kinh-te"}).Newest(9)); got != "baiviet8" {
		t.Errorf("the section below has %s", got)
	}
	if got := len(g.List(site.ListKey{Site: "main"}).Newest(99)); got != 7 {
		t.Errorf("the site has %d pages", got)
	}
}

func TestTagLists(t *testing.T) {
	w := world{pages: map[string]string{
		"content/main/tin/a.md":        article("baivieta", "2025-02-10", "tags: [b, a]"),
		"content/main/tin/b.md":        article("baivietb", "2026-02-10", "tags: [b]"),
		"content/main/tin/c.md":        article("baivietc", "2026-05-10", "tags: [b]", "publish_at: 2027-01-01"),
		"content/so/tin/d.md":          article("baivietd", "2026-02-10", "tags: [a]"),
		"content/main/gioi-thieu/e.md": page("trangtrang", "tags: [a]"),
	}}
	g := w.good(t)
	if got := fmt.Sprint(g.Tags("main"), g.Tags("so"), g.Tags("khac")); got != "[a b] [a] []" {
		t.Errorf("the tags in use are %s", got)
	}
	l := g.List(site.ListKey{Site: "main", Kind: site.OfTag, ID: "b"})
	if got := fmt.Sprint(l.Months()); got != "[{2025 %!Month(0)} {2026 %!Month(0)}]" {
		t.Errorf("a tag is cut into %s, want years", got)
	}
	if got := ids(l.In(site.Month{Year: 2026})); got != "baivietb" {
		t.Errorf("2026 has %s", got)
	}
}

// draw makes a portal of n articles about which everything is drawn by lot.
func draw(r *rand.Rand, n int) world {
	w := world{pages: map[string]string{}}
	for i := range n {
		more := []string{"tags: [" + []string{"a", "b", "a, b", ""}[r.IntN(4)] + "]"}
		switch r.IntN(8) {
		case 0:
			more = append(more, "withdrawn: {by: A, date: 2026-04-02, why: B}")
		case 1:
			more = append(more, "expires_at: 2026-06-01")
		case 2:
			more = append(more, "publish_at: 2026-07-01")
		case 3:
			more = append(more, "pinned: true")
		}
		dir := []string{"main/tin", "main/tin/kinh-te", "so/tin"}[r.IntN(3)]
		date := fmt.Sprintf("2026-%02d-%02d", 1+r.IntN(4), 1+r.IntN(4))
		w.pages[fmt.Sprintf("content/%s/b%d.md", dir, i)] = article(fmt.Sprintf("baiviet%d", i), date, more...)
	}
	return w
}

// shape writes down everything of a graph that an output could depend on.
func shape(g *site.Graph) string {
	var b strings.Builder
	for o := range g.Outputs() {
		fmt.Fprintln(&b, o)
		l := g.List(o.List)
		fmt.Fprintln(&b, ids(l.Newest(4)), "/", ids(l.Pinned(4)), "/", ids(l.Part(o.Month, max(o.Part, 1), 3)))
		if n := g.Page(o.Page); n != nil {
			fmt.Fprintf(&b, "%x %s %s\n", n.Sum, ids(l.Older(n, 3)), ids(g.Translations(n)))
		}
	}
	return b.String()
}

// The order in which pages come changes nothing.
func TestOrderOfInput(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		w := draw(r, 60)
		w.pages["content/main/tin/bai-trung.md"] = article("baiviet1", "2026-01-01") // another page has its id
		w.pages["content/main/tin/bai-trung-2.md"] = article("baiviet90", "2026-01-01", "aliases: [/tin/b2/, /tin/b3/]")
		g, found := w.build(t)
		want := shape(g) + fmt.Sprint(found.Sort())
		for range 4 {
			g, found := w.build(t, func(p []*content.Page) { r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] }) })
			if got := shape(g) + fmt.Sprint(found.Sort()); got != want {
				t.Fatalf("another order in, another graph out:\n%s\nwant\n%s", got, want)
			}
		}
	}
}

// Lists are sorted, hold each page once, and their parts are the whole: full
// ones first, numbered from the oldest.
func TestPartsAreTheWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 10 {
		g := draw(r, 80).good(t)
		for _, key := range []site.ListKey{{Site: "main"}, section, {Site: "so", Kind: site.OfSection, ID: "tin"}, {Site: "main", Kind: site.OfTag, ID: "a"}} {
			l := g.List(key)
			var all []*site.Node
			for _, m := range l.Months() {
				parts := l.Parts(m, 3)
				for k := 1; k <= parts; k++ {
					p := l.Part(m, k, 3)
					if len(p) == 0 || k < parts && len(p) != 3 {
						t.Fatalf("%v: part %d of %v has %d pages", key, k, m, len(p))
					}
					all = append(all, p...)
				}
			}
			seen := map[*site.Node]bool{}
			for i, n := range all {
				if seen[n] || n.Status == site.Scheduled {
					t.Fatalf("%v holds %s twice, or before its time", key, n.ID)
				}
				seen[n] = true
				if i > 0 && (n.When.Before(all[i-1].When) || n.When.Equal(all[i-1].When) && n.ID > all[i-1].ID) {
					t.Fatalf("%v: %s stands behind %s", key, n.ID, all[i-1].ID)
				}
			}
			newest := l.Newest(1000)
			if slices.ContainsFunc(newest, func(n *site.Node) bool { return n.Status != site.Live || !seen[n] }) {
				t.Fatalf("%v: the newest are %s", key, ids(newest))
			}
		}
	}
}

// Publishing the newest page of all changes the last part of its month and no
// other; withdrawing one changes no part's pages at all.
func TestPublishingTouchesOnePart(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	parts := func(g *site.Graph) map[string]string {
		out := map[string]string{}
		for o := range g.Outputs() {
			if o.Class == site.MonthPart && o.List == section {
				out[o.Path] = ids(g.List(o.List).Part(o.Month, o.Part, 3))
			}
		}
		return out
	}
	for range 20 {
		w := draw(r, 50)
		before := parts(w.good(t))
		w.pages["content/main/tin/moi.md"] = article("baivietmoi", "2026-06-14")
		after := parts(w.good(t))
		delete(w.pages, "content/main/tin/moi.md")
		changed := 0
		for path, now := range after {
			if before[path] != now {
				changed++
			}
		}
		if changed != 1 || len(after)-len(before) > 1 {
			t.Fatalf("publishing a page changed %d parts", changed)
		}
		for path, src := range w.pages {
			if strings.HasPrefix(path, "content/main/tin/") && !strings.Contains(src, "withdrawn") && !strings.Contains(src, "publish_at") {
				w.pages[path] = strings.Replace(src, "tags:", "withdrawn: {by: A, date: 2026-06-14, why: B}\ntags:", 1)
				break
			}
		}
		if now := parts(w.good(t)); !maps.Equal(before, now) {
			t.Fatal("withdrawing a page moved others")
		}
	}
}
