package site_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/site"
)

func TestPlaces(t *testing.T) {
	g := world{pages: map[string]string{
		"content/main/lien-he.md":            page("lienhe"),
		"content/main/tin/kinh-te/a.md":      article("baivieta", "2026-05-01", "slug: bai-a", "lang: en"),
		"content/main/tin/2026/b.md":         article("baivietb", "2026-05-01"),
		"content/so/tin/c.md":                article("baivietc", "2026-05-01"),
		"content/main/van-ban/qd.md":         document("vanban"),
		"content/main/gioi-thieu/ve/cong.md": page("gioithieu"),
	}}.good(t)
	for id, want := range map[string]string{
		"lienhe": "/lien-he/ - vi", "baivieta": "/tin/kinh-te/bai-a/ tin/kinh-te en", "baivietb": "/tin/2026/b/ tin vi",
		"baivietc": "/so/tin/c/ tin vi", "vanban": "/van-ban/qd/ van-ban vi", "gioithieu": "/gioi-thieu/ve/cong/ gioi-thieu vi",
	} {
		n := g.Page(id)
		sec := "-"
		if n.Section != nil {
			sec = n.Section.Path
		}
		if got := n.URL + " " + sec + " " + n.Lang; got != want {
			t.Errorf("%s stands at %s, want %s", id, got, want)
		}
		if g.PageAt(n.Path) != n || n.Host() != "mau.example" {
			t.Errorf("%s is not found by its file, or on the wrong host", id)
		}
	}
	if got := g.Page("vanban").When.Format(time.RFC3339); got != "2026-01-10T00:00:00+07:00" {
		t.Errorf("a document is ordered by %s, not by its day of issue", got)
	}
	if g.Pages() != 6 || g.Page("khac") != nil || g.PageAt("content/khac.md") != nil {
		t.Error("pages are counted or found wrongly")
	}
	if got := ids(g.Undated("main")); got != "gioithieu lienhe" {
		t.Errorf("listed by title are %s", got)
	}
}

// The clock decides what is shown.
func TestStatus(t *testing.T) {
	more := []string{"publish_at: 2026-06-01 08:00", "expires_at: 2026-07-01"}
	w := world{pages: map[string]string{
		"content/main/tin/a.md":        article("baivieta", "2026-05-01", more...),
		"content/main/tin/b.md":        article("baivietb", "2026-05-01", append(more, "withdrawn: {by: A, date: 2026-01-01, why: B}")...),
		"content/main/tin/c.md":        article("baivietc", "2026-05-01"),
		"content/main/gioi-thieu/d.md": page("trangd", more...),
	}}
	for now, want := range map[string]site.Status{
		"2026-06-01 07:59": site.Scheduled, "2026-06-01 08:00": site.Live, "2026-06-30 23:59": site.Live,
		"2026-07-01 00:00": site.Expired, "2030-01-01 00:00": site.Expired,
	} {
		w.now = now
		g := w.good(t)
		if got := g.Page("baivieta").Status; got != want {
			t.Errorf("at %s the page is %d, want %d", now, got, want)
		}
		if g.Page("baivietb").Status != site.Withdrawn || g.Page("baivietc").Status != site.Live {
			t.Errorf("at %s the clock moves what has no time", now)
		}
		if shown := len(g.Undated("main")) == 1; shown != (want == site.Live) {
			t.Errorf("at %s the page that is listed by title is shown: %v", now, shown)
		}
		all := outputs(g)
		class, there := all["mau.example/tin/a/index.html"]
		switch {
		case want == site.Scheduled && there:
			t.Errorf("at %s a page exists before its time", now)
		case want == site.Live && class != site.Page, want == site.Expired && class != site.Gone:
			t.Errorf("at %s the page is made as %d", now, class)
		}
		var dormant []string
		for n := range g.Dormant() {
			dormant = append(dormant, n.ID)
		}
		if got := strings.Join(dormant, " "); (want == site.Live) != (got == "baivietb") {
			t.Errorf("at %s not shown are %q", now, got)
		}
	}
}

// The validity of a document in words follows from its dates.
func TestStates(t *testing.T) {
	for _, c := range []struct {
		fields []string
		states string // before March, from March, from May, from July 2026
	}{
		{nil, "unknown unknown unknown unknown"},
		{[]string{"effective: 2026-03-01"}, "not-yet in-force in-force in-force"},
		{[]string{"effective: 2026-03-01", "partly_expired: 2026-05-01"}, "not-yet in-force partly-expired partly-expired"},
		{[]string{"effective: 2026-03-01", "suspended: 2026-05-01"}, "not-yet in-force suspended suspended"},
		{[]string{"effective: 2026-03-01", "partly_expired: 2026-05-01", "expired: 2026-07-01"}, "not-yet in-force partly-expired expired"},
		{[]string{"effective: 2026-03-01", "suspended: 2026-05-01", "expired: 2026-07-01"}, "not-yet in-force suspended expired"},
		{[]string{"expired: 2026-05-01"}, "unknown unknown expired expired"},
		{[]string{"effective: 2026-07-01", "expired: 2026-05-01"}, "not-yet not-yet expired expired"},
	} {
		var got []string
		for _, now := range []string{"2026-02-28 23:59", "2026-03-01 00:00", "2026-05-01 00:00", "2026-07-01 00:00"} {
			w := world{now: now, pages: map[string]string{"content/main/van-ban/a.md": document("vanban", c.fields...)}}
			n := w.good(t).Page("vanban")
			got = append(got, n.Kind.States[n.State].ID)
		}
		if s := strings.Join(got, " "); s != c.states {
			t.Errorf("with %q it is %s, want %s", c.fields, s, c.states)
		}
	}
	g := world{pages: map[string]string{"content/main/tin/a.md": article("baivieta", "2026-05-01")}}.good(t)
	if g.Page("baivieta").State != -1 {
		t.Error("a page of a kind without states has one")
	}
}

// Next is the first instant at which the clock changes something: until then
// nothing does, and then something may.
func TestNext(t *testing.T) {
	w := world{pages: map[string]string{
		"content/main/tin/a.md":     article("baivieta", "2026-05-01", "publish_at: 2026-06-20 08:00", "expires_at: 2026-06-25"),
		"content/main/tin/b.md":     article("baivietb", "2026-05-01", "expires_at: 2026-07-10 17:30"),
		"content/main/van-ban/c.md": document("vanbanc", "effective: 2026-06-18", "partly_expired: 2026-07-05", "expired: 2026-09-01"),
		"content/main/van-ban/d.md": document("vanband", "effective: 2026-01-18", "suspended: 2026-07-20"),
		"content/main/tin/e.md":     article("baiviete", "2026-05-01", "publish_at: 2026-06-16", "withdrawn: {by: A, date: 2026-01-01, why: B}"),
	}}
	want := []string{
		"2026-06-18 00:00", "2026-06-20 08:00", "2026-06-25 00:00", "2026-07-05 00:00", "2026-07-10 17:30", "2026-07-20 00:00",
		"2026-08-01 00:00", // an agency changes its name
		"2026-09-01 00:00",
	}
	const layout = "2006-01-02 15:04"
	sums := func() string {
		g := w.good(t)
		var b strings.Builder
		for _, id := range []string{"baivieta", "baivietb", "vanbanc", "vanband", "baiviete"} {
			fmt.Fprintf(&b, "%x ", g.Page(id).Sum)
		}
		return b.String()
	}
	for _, next := range want {
		g := w.good(t)
		got := g.Next().In(g.Location()).Format(layout)
		if got != next {
			t.Fatalf("after %q the next instant is %s, want %s", w.now, got, next)
		}
		before := sums()
		w.now = instant(t, next).Add(-time.Minute).Format(layout)
		if sums() != before {
			t.Errorf("something changed before %s", next)
		}
		w.now = next
		if changed := sums() != before; changed == (next == "2026-08-01 00:00") {
			t.Errorf("at %s something changed: %v", next, changed)
		}
	}
	if next := w.good(t).Next(); !next.IsZero() {
		t.Errorf("after the last instant there is %s", next)
	}
}

// Whatever is drawn, nothing changes between now and the next instant.
func TestNothingChangesBeforeNext(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 20 {
		w := draw(r, 20)
		w.now = fmt.Sprintf("2026-%02d-%02d %02d:00", 5+r.IntN(3), 1+r.IntN(28), r.IntN(24))
		g := w.good(t)
		next := g.Next()
		if next.IsZero() {
			next = g.Now.AddDate(1, 0, 0)
		}
		before := shape(g)
		w.now = next.Add(-time.Minute).In(g.Location()).Format("2006-01-02 15:04")
		if instant(t, w.now).Before(g.Now) {
			continue
		}
		if shape(w.good(t)) != before {
			t.Fatalf("between %s and %s something changed", g.Now, next)
		}
	}
}

func TestTranslations(t *testing.T) {
	w := world{pages: map[string]string{
		"content/main/gioi-thieu/a.md": page("nguyenban"),
		"content/main/gioi-thieu/b.md": page("bandichen", "lang: en", "translation_of: nguyenban"),
		"content/main/gioi-thieu/c.md": page("bandichlo", "lang: lo", "translation_of: nguyenban"),
		"content/main/gioi-thieu/d.md": page("bandichfr", "lang: fr", "translation_of: nguyenban", "publish_at: 2030-01-01"),
		"content/main/gioi-thieu/e.md": page("trangkhac"),
	}}
	g := w.good(t)
	for id, want := range map[string]string{
		"nguyenban": "bandichen bandichlo", "bandichen": "nguyenban bandichlo", "bandichlo": "nguyenban bandichen", "trangkhac": "",
		"bandichfr": "nguyenban bandichen bandichlo",
	} {
		if got := ids(g.Translations(g.Page(id))); got != want {
			t.Errorf("%s is translated as %q, want %q", id, got, want)
		}
	}
}

func TestBacklinks(t *testing.T) {
	relation := func(kind, to string) string {
		return "relations: [{relation: " + kind + ", document: " + to + "}, {relation: based-on, title: Luật ngoài Cổng}]"
	}
	w := world{pages: map[string]string{
		"content/main/van-ban/a.md": document("vanbana"),
		"content/main/van-ban/b.md": document("vanbanb", relation("amends", "vanbana")),
		"content/main/van-ban/c.md": document("vanbanc", relation("replaces", "vanbana")),
		"content/main/van-ban/d.md": strings.Replace(document("vanband", relation("amends", "vanbana")), "issued: 2026-01-10", "issued: 2026-03-10", 1),
		"content/main/van-ban/e.md": document("vanbane", relation("amends", "vanbana"), "withdrawn: {by: A, date: 2026-01-01, why: B}"),
		"content/main/tin/f.md":     article("baivietf", "2026-05-01", "documents: [vanbana]"),
	}}
	g := w.good(t)
	var got []string
	for _, b := range g.Backlinks("vanbana") {
		got = append(got, b.From.ID+" "+b.Label.In("en"))
	}
	want := []string{"vanband Amended by", "vanbanb Amended by", "vanbanc Replaced by"}
	if !slices.Equal(got, want) {
		t.Errorf("the references are %q, want %q: by name, newest first, of live pages, and only those that have a name from here", got, want)
	}
	if got := g.Backlinks("vanbanb"); len(got) != 0 {
		t.Errorf("nothing refers to it, and yet %v", got)
	}
}

const further = `
- id: cu
  title: Sở cũ
  address: https://mau.example/cu/
  agency: so
  owner: A
  responsible: A
  status: {state: merged, into: so, from: 2026-01-01}
  sections: [{path: tin, title: Tin}, {path: khac, title: Khác}]
- id: dong
  title: Đã đóng
  address: https://dong.mau.example/xa/
  agency: so
  owner: A
  responsible: A
  status: {state: closed, from: 2026-01-01}
  sections: [{path: tin, title: Tin}]
- id: goc
  title: Gốc
  address: https://dong.mau.example/
  language: en
  agency: so
  owner: A
  responsible: A
  status: {state: merged, into: main, from: 2026-01-01}
  sections: [{path: tin, title: Tin}]
`

// Merged sites lead on, closed ones stay, each host has its own files once.
func TestSitesAndHosts(t *testing.T) {
	g := world{sites: further, pages: map[string]string{
		"content/cu/tin/a.md":   article("baivieta", "2026-05-01"),
		"content/dong/tin/b.md": article("baivietb", "2026-05-01", "tags: [a]"),
		"content/goc/tin/c.md":  article("baivietc", "2026-05-01", "tags: [a]"),
	}}.good(t)
	targets := map[string]string{}
	for o := range g.Outputs() {
		if o.Class == site.Redirect {
			targets[o.Host+"/"+o.Path] = o.Target
		}
	}
	want := map[string]string{
		"mau.example/cu/index.html": "/so/", "mau.example/cu/tin/index.html": "/so/tin/", "mau.example/cu/khac/index.html": "/so/",
		"dong.mau.example/index.html": "https://mau.example/", "dong.mau.example/tin/index.html": "https://mau.example/tin/",
	}
	if fmt.Sprint(targets) != fmt.Sprint(want) {
		t.Errorf("redirects are %v, want %v", targets, want)
	}
	all := outputs(g)
	for path, class := range map[string]site.Class{
		"mau.example/404.html": site.NotFound, "dong.mau.example/404.html": site.NotFound, "mau.example/robots.txt": site.Robots,
		"dong.mau.example/robots.txt": site.Robots, "mau.example/cu/tin/a/index.html": site.Page, "mau.example/cu/tin/2026/05/index.html": site.MonthPart,
		"dong.mau.example/xa/index.html": site.Home, "dong.mau.example/xa/atom.xml": site.Feed, "dong.mau.example/xa/tin/index.html": site.Index,
		"dong.mau.example/xa/chu-de/index.html": site.Tags, "dong.mau.example/topics/a/index.html": site.Index,
		"dong.mau.example/xa/chu-de/a/2026/index.html": site.MonthPart, "mau.example/cu/sitemap.xml": site.SitemapIndex,
		"mau.example/sitemap/trang.xml": site.SitemapRest, "mau.example/cu/sitemap/2026-05.xml": site.SitemapMonth,
		"dong.mau.example/tin/archive/index.html": site.Archive, "dong.mau.example/xa/tin/luu-tru/index.html": site.Archive,
		"dong.mau.example/site-map/index.html": site.SiteMap, "mau.example/so-do-cong/index.html": site.SiteMap, "mau.example/site.webmanifest": site.WebManifest,
	} {
		if got, there := all[path]; !there || got != class {
			t.Errorf("%s is %d, there %v; want %d", path, got, there, class)
		}
	}
	for _, path := range []string{"mau.example/cu/atom.xml", "dong.mau.example/atom.xml", "mau.example/cu/tin/atom.xml", "dong.mau.example/xa/404.html",
		"mau.example/.well-known/security.txt", "dong.mau.example/xa/chu-de/a/luu-tru/index.html"} {
		if _, there := all[path]; there {
			t.Errorf("%s exists", path)
		}
	}
	if got := g.HostSite("dong.mau.example").ID; got != "goc" {
		t.Errorf("the host is answered for by %s", got)
	}
}

// The outputs come in one order, at paths of their own; enumerating them can
// stop at any of them.
func TestOutputs(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	w := draw(r, 40)
	w.sites = further
	g := w.good(t)
	first := slices.Collect(g.Outputs())
	if !slices.Equal(first, slices.Collect(g.Outputs())) || !slices.Equal(first, slices.Collect(w.good(t).Outputs())) {
		t.Error("the outputs come in another order")
	}
	if len(outputs(g)) != len(first) {
		t.Error("two outputs have one path")
	}
	for n := range first {
		seen := 0
		for range g.Outputs() {
			if seen++; seen > n {
				break
			}
		}
		if seen != n+1 {
			t.Fatalf("enumerating %d outputs stopped after %d", n+1, seen)
		}
	}
}

// A sum changes when, and only when, what others can see of a page does.
func TestSums(t *testing.T) {
	w := world{pages: map[string]string{"content/main/tin/a.md": article("baivieta", "2026-05-01", "expires_at: 2026-12-01")}}
	sum := func(change func(*world)) site.Sum {
		v := w
		v.pages = map[string]string{"content/main/tin/a.md": w.pages["content/main/tin/a.md"]}
		change(&v)
		return v.good(t).Page("baivieta").Sum
	}
	before := sum(func(*world) {})
	for name, change := range map[string]func(*world){
		"title":    func(v *world) { v.pages["content/main/tin/a.md"] = article("baivieta", "2026-05-01", "source: A") },
		"status":   func(v *world) { v.now = "2027-01-01 00:00" },
		"sections": func(v *world) { v.extra = "- {path: moi, title: Mới}" },
	} {
		if sum(change) == before {
			t.Errorf("with another %s the sum is the same", name)
		}
	}
	for name, change := range map[string]func(*world){
		"body":  func(v *world) { v.pages["content/main/tin/a.md"] += "Thân bài.\n" },
		"clock": func(v *world) { v.now = "2026-11-30 23:59" },
		"page":  func(v *world) { v.pages["content/main/tin/b.md"] = article("baivietb", "2026-05-01") },
	} {
		if sum(change) != before {
			t.Errorf("with another %s the sum is another", name)
		}
	}
	if site.SumNodes(nil) == site.SumOf([]string{}) {
		t.Error("no pages have the sum of something else")
	}
}

// What is summed is compared by its JSON: a field that JSON leaves out would
// change without any page noticing.
func TestSumsLeaveNothingOut(t *testing.T) {
	for _, kind := range []reflect.Type{reflect.TypeFor[config.Portal](), reflect.TypeFor[content.Kind](), reflect.TypeFor[content.Record]()} {
		plain(t, kind, map[reflect.Type]bool{})
	}
}

func plain(t *testing.T, kind reflect.Type, seen map[reflect.Type]bool) {
	if seen[kind] {
		return
	}
	seen[kind] = true
	switch kind.Kind() {
	case reflect.Struct:
		for f := range kind.Fields() {
			if !f.IsExported() || f.Tag.Get("json") != "" {
				t.Errorf("%s.%s does not count when sums are compared", kind, f.Name)
			} else {
				plain(t, f.Type, seen)
			}
		}
	case reflect.Slice, reflect.Map, reflect.Pointer:
		plain(t, kind.Elem(), seen)
	case reflect.String, reflect.Bool, reflect.Int:
	default:
		t.Errorf("%s is no plain data", kind)
	}
}
