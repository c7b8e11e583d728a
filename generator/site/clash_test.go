package site_test

import (
	"slices"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

const so2 = `
- id: khac
  title: Khác
  address: https://mau.example/ADDRESS/
  agency: so
  owner: A
  responsible: A
`

// faulty are portals with what is found in them, as "path:line code".
var faulty = []struct {
	name  string
	world world
	want  string
}{
	{"nothing", world{pages: map[string]string{"content/main/tin/a.md": article("baivieta", "2026-05-01", "aliases: [/Cu/A.aspx/, /cu/b/]")}}, ""},

	{"id twice", world{pages: map[string]string{
		"content/main/tin/a.md": article("baivieta", "2026-05-01"), "content/main/tin/b.md": article("baivieta", "2026-05-01")}},
		"content/main/tin/b.md:1 page-id-twice"},
	{"no agency", world{sites: strings.Replace(strings.Replace(so2, "ADDRESS", "khac", 1), "agency: so", "agency: s", 1)}, "config.yaml:26 config-no-agency"},
	{"no kind", world{extra: "- {path: lich, title: Lịch, kind: event}"}, "config.yaml:17 config-section-kind"},
	{"no section", world{pages: map[string]string{"content/main/khac/a.md": page("trangtrang")}}, "content/main/khac/a.md page-no-section"},
	{"no date", world{kinds: map[string][]byte{"content/_kinds/lich.yaml": []byte("kind: lich\nlabel: Lịch\n")},
		pages: map[string]string{"content/main/tin/a.md": page("trangtrang", "kind: lich")}}, "content/main/tin/a.md:1 page-undated"},
	{"reference to nothing", world{pages: map[string]string{"content/main/tin/a.md": article("baivieta", "2026-05-01", "documents:", "  - khongco", "  - baivieta")}},
		"content/main/tin/a.md:7 page-reference, content/main/tin/a.md:8 page-reference-kind"},
	{"relation to nothing", world{pages: map[string]string{"content/main/van-ban/a.md": document("vanbana", "relations:", "  - relation: amends", "    document: khongco")}},
		"content/main/van-ban/a.md:12 page-reference"},
	{"menu to nothing", world{sites: strings.Replace(so2, "ADDRESS", "khac", 1) + "  menu: [{title: A, items: [{page: khongco}]}]\n  footer:\n    - {page: khongco}\n"},
		"config.yaml:32 page-reference, config.yaml:34 page-reference"},
	{"translation of nothing", world{pages: map[string]string{"content/main/tin/a.md": article("baivieta", "2026-05-01", "lang: en", "translation_of: khongco")}},
		"content/main/tin/a.md:1 page-reference"},
	{"translation into its own language", world{pages: map[string]string{
		"content/main/tin/a.md": article("baivieta", "2026-05-01"), "content/main/tin/b.md": article("baivietb", "2026-05-01", "translation_of: baivieta")}},
		"content/main/tin/b.md:1 page-translation-lang"},
	{"translation of a translation", world{pages: map[string]string{
		"content/main/tin/a.md": article("baivieta", "2026-05-01"),
		"content/main/tin/b.md": article("baivietb", "2026-05-01", "lang: en", "translation_of: baivieta"),
		"content/main/tin/c.md": article("baivietc", "2026-05-01", "lang: lo", "translation_of: baivietb")}},
		"content/main/tin/c.md:1 page-translation-chain"},

	{"two pages", world{pages: map[string]string{
		"content/main/tin/a.md": article("baivieta", "2026-05-01"), "content/main/tin/b.md": article("baivietb", "2026-05-01", "slug: a")}},
		"content/main/tin/b.md:1 address-twice"},
	{"page and section", world{pages: map[string]string{"content/main/tin/kinh-te.md": article("baivieta", "2026-05-01")}},
		"content/main/tin/kinh-te.md:1 address-twice"},
	{"page and component site", world{pages: map[string]string{"content/main/so.md": page("trangtrang")}},
		"content/main/so.md:1 address-twice, content/main/so.md:1 address-of-other-site"},
	{"component site and section", world{extra: "- {path: so, title: Sở}"}, "config.yaml:5 address-of-other-site, config.yaml:18 address-twice"},
	{"section on the ground of a component", world{extra: "- {path: so/khac, title: Sở}"}, "config.yaml:5 address-of-other-site"},
	{"page on the ground of a component", world{pages: map[string]string{"content/main/so/khac.md": page("trangtrang")}},
		"content/main/so/khac.md page-no-section, content/main/so/khac.md:1 address-of-other-site"},
	{"scheduled page", world{pages: map[string]string{
		"content/main/tin/a.md": article("baivieta", "2026-05-01"),
		"content/main/tin/b.md": article("baivietb", "2026-05-01", "slug: a", "publish_at: 2030-01-01")}},
		"content/main/tin/b.md:1 address-twice"},
	{"alias of a scheduled page", world{pages: map[string]string{
		"content/main/tin/a.md": article("baivieta", "2026-05-01"),
		"content/main/tin/b.md": article("baivietb", "2026-05-01", "aliases: [/tin/a/]", "publish_at: 2030-01-01")}},
		"content/main/tin/b.md:1 address-twice"},
	{"withdrawn page", world{pages: map[string]string{
		"content/main/tin/a.md": article("baivieta", "2026-05-01", "withdrawn: {by: A, date: 2026-01-01, why: B}"),
		"content/main/tin/b.md": article("baivietb", "2026-05-01", "slug: a")}}, "content/main/tin/b.md:1 address-twice"},
	{"alias and page", world{pages: map[string]string{
		"content/main/tin/a.md": article("baivieta", "2026-05-01", "aliases: [/tin/b/]"), "content/main/tin/b.md": article("baivietb", "2026-05-01")}},
		"content/main/tin/b.md:1 address-twice"},
	{"alias and alias", world{pages: map[string]string{
		"content/main/tin/a.md": article("baivieta", "2026-05-01", "aliases: [/cu/]"), "content/main/tin/b.md": article("baivietb", "2026-05-01", "aliases: [/cu/]")}},
		"content/main/tin/b.md:1 address-twice"},
	{"alias of itself", alias("/tin/a/"), "content/main/tin/a.md:1 address-twice"},
	{"case twins", world{pages: map[string]string{
		"content/main/tin/a.md": article("baivieta", "2026-05-01", "aliases: [/Tin/B/]"), "content/main/tin/b.md": article("baivietb", "2026-05-01")}},
		"content/main/tin/b.md:1 address-twice"},
	{"alias and home page", alias("/index.html/"), "content/main/tin/a.md:1 address-twice"},
	{"alias and index of a section", alias("/tin/index.html/"), "content/main/tin/a.md:1 address-twice"},
	{"alias below a page's file", alias("/tin/a/index.html/b/"), "content/main/tin/a.md:1 address-twice"},
	{"alias and feed", alias("/atom.xml/"), "content/main/tin/a.md:1 address-twice"},
	{"alias below a feed", alias("/tin/Atom.XML/cu/"), "content/main/tin/a.md:1 address-twice"},
	{"alias and 404", alias("/404.html/"), "content/main/tin/a.md:1 address-twice"},
	{"alias and robots", alias("/robots.txt/"), "content/main/tin/a.md:1 address-twice"},
	{"alias and manifest", alias("/site.webmanifest/"), "content/main/tin/a.md:1 address-twice"},
	{"alias and sitemap", alias("/sitemap.xml/"), "content/main/tin/a.md:1 address-twice"},
	{"alias and shard of a sitemap", alias("/sitemap/2031-01.xml/"), "content/main/tin/a.md:1 address-reserved"},

	{"reserved alias", alias("/assets/a/"), "content/main/tin/a.md:1 address-reserved"},
	{"reserved alias in capitals", alias("/Media/a/"), "content/main/tin/a.md:1 address-reserved"},
	{"alias and the headers' file", alias("/_headers/"), "content/main/tin/a.md:1 address-reserved"},
	{"alias below the redirects' file", alias("/_redirects/a/"), "content/main/tin/a.md:1 address-reserved"},
	{"reserved page", world{pages: map[string]string{"content/main/tep.md": page("trangtrang")}}, "content/main/tep.md:1 address-reserved"},
	{"reserved section", world{extra: "- {path: media, title: A}"}, "config.yaml:5 address-reserved"},
	{"reserved section, further down", world{extra: "- {path: tep/van-ban, title: A}"}, "config.yaml:5 address-reserved"},
	{"reserved site", world{sites: strings.Replace(so2, "ADDRESS", "assets", 1)}, "config.yaml:26 address-reserved"},
	{"page at a month without pages", world{pages: map[string]string{"content/main/tin/2031/02.md": article("baivieta", "2026-05-01")}},
		"content/main/tin/2031/02.md:1 address-reserved"},
	{"page at a part of a month", world{pages: map[string]string{"content/main/tin/2031/02/7.md": article("baivieta", "2026-05-01")}},
		"content/main/tin/2031/02/7.md:1 address-reserved"},
	{"alias at a month", alias("/tin/kinh-te/2026/12/"), "content/main/tin/a.md:1 address-reserved"},
	{"section at a month", world{extra: "- {path: van-ban/2026/12, title: A}"}, "config.yaml:5 address-reserved"},
	{"page in the folder of a month", world{pages: map[string]string{"content/main/tin/2026/05/a.md": article("baivieta", "2026-05-01")}}, ""},
	{"page at a year", world{pages: map[string]string{"content/main/tin/2026.md": article("baivieta", "2026-05-01")}}, ""},
	{"page at the thirteenth month", world{pages: map[string]string{"content/main/tin/2026/13.md": article("baivieta", "2026-05-01")}}, ""},
	{"page at the archive", world{pages: map[string]string{"content/main/gioi-thieu/luu-tru.md": page("trangtrang")}},
		"content/main/gioi-thieu/luu-tru.md:1 address-reserved"},
	{"section at the archive", world{extra: "- {path: tin/luu-tru, title: A}"}, "config.yaml:5 address-reserved"},
	{"page at the tags", world{pages: map[string]string{"content/main/chu-de.md": page("trangtrang")}}, "content/main/chu-de.md:1 address-reserved"},
	{"section at a tag", world{extra: "- {path: chu-de/a, title: A}"}, "config.yaml:5 address-reserved"},
	{"site at the tags", world{sites: strings.Replace(so2, "ADDRESS", "chu-de", 1)}, "config.yaml:26 address-reserved"},
	{"page at the site map", world{pages: map[string]string{"content/main/so-do-cong.md": page("trangtrang")}},
		"content/main/so-do-cong.md:1 address-reserved, content/main/so-do-cong.md:1 address-twice"},
	{"words of another language", world{pages: map[string]string{"content/main/topics.md": page("trangtrang")}}, ""},

	{"alias outside its site", world{pages: map[string]string{"content/so/tin/a.md": article("baivieta", "2026-05-01", "aliases: [/cu/]")}},
		"content/so/tin/a.md:1 address-outside-site"},
	{"alias on another site", alias("/so/cu/"), "content/main/tin/a.md:1 address-of-other-site"},
	{"alias within its site", world{pages: map[string]string{"content/so/tin/a.md": article("baivieta", "2026-05-01", "aliases: [/so/cu/]")}}, ""},
}

func alias(a string) world {
	return world{pages: map[string]string{"content/main/tin/a.md": article("baivieta", "2026-05-01", "aliases: ["+a+"]")}}
}

func TestFaults(t *testing.T) {
	diagtest.Rules(t, site.Rules())
	var seen diagtest.Coverage
	for _, c := range faulty {
		_, found := c.world.build(t)
		seen.Add(t, found)
		var got, want []string
		for _, f := range found.Sort() {
			pos := f.Pos
			pos.Column = 0
			got = append(got, pos.String()+" "+f.Rule.Code)
		}
		if c.want != "" {
			want = strings.Split(c.want, ", ")
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: found %q, want %q", c.name, got, want)
		}
	}
	seen.Complete(t, site.Rules())
}

// Whatever is said to be in order has no two outputs at one address, and none
// that is a folder of another.
func TestNoFindingNoClash(t *testing.T) {
	for _, c := range faulty {
		g, found := c.world.build(t)
		paths := map[string]bool{}
		clash := ""
		for o := range g.Outputs() {
			key := strings.ToLower(o.Host + "/" + o.Path)
			if paths[key] {
				clash = key
			}
			paths[key] = true
		}
		for path := range paths {
			for dir := path; strings.Contains(dir, "/"); {
				dir = dir[:strings.LastIndexByte(dir, '/')]
				if paths[dir] {
					clash = path
				}
			}
		}
		worst, _ := found.Worst()
		if blocked := len(found) > 0 && worst == diag.Blocking; clash != "" && !blocked {
			t.Errorf("%s: two outputs want %s, and nothing says so", c.name, clash)
		}
	}
}
