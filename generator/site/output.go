package site

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"sonla.gov.vn/bientap/generator/config"
)

// Class says what an output is, and so how its view is made.
type Class uint8

// The classes of outputs.
const (
	Home         Class = iota
	Index              // a section's or tag's newest pages
	MonthPart          // part of a month of a list
	Archive            // the months of a list
	Tags               // the tags of a site
	Page               // a live page
	Gone               // a withdrawn or expired page
	Redirect           // an old address
	SiteMap            // the site map for people
	NotFound           // 404.html of a host
	Feed               // an Atom feed of a list
	SitemapIndex       // a site's sitemap.xml
	SitemapMonth       // the pages of a month
	SitemapRest        // homes, sections and undated pages
	Robots
	SecurityTxt
	WebManifest
)

// Output is one file that the portal has. It is a key: the file's bytes are
// made by asking the store for what the class needs.
type Output struct {
	Host string
	// Path is the file on the host, without a leading slash.
	Path  string
	Class Class
	// Site is the site to which it belongs.
	Site string
	// List, Month and Part name a list, a month of it, a part of that.
	List  ListKey
	Month Month
	Part  int
	// Page is the id of the page of a Page, a Gone or a Redirect.
	Page string
	// Target is the address that a Redirect leads to, on the same host or
	// whole.
	Target string
}

// Words are the steps of addresses that bientap itself makes up, in a site's
// language. They are part of the portal's addresses: they never change.
type Words struct{ Tags, Archive, Map string }

// WordsIn returns the words for a language.
func WordsIn(lang string) Words {
	if lang == "vi" {
		return Words{Tags: "chu-de", Archive: "luu-tru", Map: "so-do-cong"}
	}
	return Words{Tags: "topics", Archive: "archive", Map: "site-map"}
}

// Reserved are the first steps of addresses on every host that nothing of an
// editor's may have: they hold the theme's files, images, files for download,
// and what servers are told.
var Reserved = []string{"assets", "media", "tep", ".well-known", "_headers", "_redirects"}

// FeedFile and SitemapFile are the names of the files that other programs
// look for.
const (
	FeedFile     = "atom.xml"
	SitemapFile  = "sitemap.xml"
	ManifestFile = "site.webmanifest"
)

// Base returns the address of a list on its host, with a slash at its end.
func (g *Graph) Base(key ListKey) string {
	s := g.Portal.Site(key.Site)
	switch key.Kind {
	case OfSection:
		return s.Address.Path + key.ID + "/"
	case OfTag:
		return s.Address.Path + WordsIn(s.Language).Tags + "/" + key.ID + "/"
	}
	return s.Address.Path
}

// PartURL returns the address of part k of a month, or year, of a list.
func (g *Graph) PartURL(key ListKey, m Month, k int) string {
	url := fmt.Sprintf("%s%04d/", g.Base(key), m.Year)
	if m.Month > 0 {
		url += fmt.Sprintf("%02d/", m.Month)
	}
	if k > 1 {
		url += fmt.Sprintf("%d/", k)
	}
	return url
}

// ArchiveURL returns the address of the archive of a list; tags have none.
func (g *Graph) ArchiveURL(key ListKey) string {
	return g.Base(key) + WordsIn(g.Portal.Site(key.Site).Language).Archive + "/"
}

// file returns the file that is served for an address that ends in a slash.
func file(url string) string { return strings.TrimPrefix(url, "/") + "index.html" }

// Outputs enumerates every file of the portal whose bytes come from a view,
// always in the same order. Files of the theme, images and downloads are not
// among them: they are published because some view read them.
func (g *Graph) Outputs() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for _, host := range g.Portal.Hosts() {
			if !g.hostOutputs(host, yield) {
				return
			}
		}
		for i := range g.Portal.Sites {
			if !g.siteOutputs(&g.Portal.Sites[i], yield) {
				return
			}
		}
		for _, n := range g.sorted() {
			if !g.pageOutputs(n, yield) {
				return
			}
		}
	}
}

// hostOutputs are the files that a host has once. They are in the name of the
// site nearest to the host's root.
func (g *Graph) hostOutputs(host string, yield func(Output) bool) bool {
	owner := g.HostSite(host)
	return yield(Output{Host: host, Path: "404.html", Class: NotFound, Site: owner.ID}) &&
		yield(Output{Host: host, Path: "robots.txt", Class: Robots, Site: owner.ID}) &&
		(g.Portal.Security.Contact == "" || yield(Output{Host: host, Path: ".well-known/security.txt", Class: SecurityTxt, Site: owner.ID}))
}

// HostSite returns the site that answers for a host: the one with the
// shortest path on it.
func (g *Graph) HostSite(host string) *config.Site {
	var owner *config.Site
	for i := range g.Portal.Sites {
		s := &g.Portal.Sites[i]
		if s.Address.Host == host && (owner == nil || len(s.Address.Path) < len(owner.Address.Path)) {
			owner = s
		}
	}
	return owner
}

func (g *Graph) siteOutputs(s *config.Site, yield func(Output) bool) bool {
	root := strings.TrimPrefix(s.Address.Path, "/")
	out := func(path string, c Class) bool {
		return yield(Output{Host: s.Address.Host, Path: root + path, Class: c, Site: s.ID, List: ListKey{Site: s.ID}})
	}
	home, feed := Home, true
	if s.Status.State == config.Merged {
		home, feed = Redirect, false
	}
	words := WordsIn(s.Language)
	ok := yield(Output{Host: s.Address.Host, Path: root + "index.html", Class: home, Site: s.ID, Target: g.successor(s, "")}) &&
		(!feed || out(FeedFile, Feed)) &&
		out(SitemapFile, SitemapIndex) && out("sitemap/"+RestShard, SitemapRest) &&
		out(ManifestFile, WebManifest) && out(words.Map+"/index.html", SiteMap)
	if !ok {
		return false
	}
	for _, m := range g.List(ListKey{Site: s.ID}).Months() {
		if !yield(Output{Host: s.Address.Host, Path: root + "sitemap/" + ShardName(m), Class: SitemapMonth, Site: s.ID, List: ListKey{Site: s.ID}, Month: m}) {
			return false
		}
	}
	for i := range s.Sections {
		key := ListKey{s.ID, OfSection, s.Sections[i].Path}
		if s.Status.State == config.Merged {
			if !yield(Output{Host: s.Address.Host, Path: file(g.Base(key)), Class: Redirect, Site: s.ID, Target: g.successor(s, key.ID)}) {
				return false
			}
		}
		if !g.listOutputs(s, key, yield) {
			return false
		}
	}
	if tags := g.Tags(s.ID); len(tags) > 0 {
		if !out(words.Tags+"/index.html", Tags) {
			return false
		}
		for _, t := range tags {
			if !g.listOutputs(s, ListKey{s.ID, OfTag, t}, yield) {
				return false
			}
		}
	}
	return true
}

// RestShard is the shard of a sitemap for everything that has no month.
const RestShard = "trang.xml"

// ShardName is the name of the shard of a sitemap for a month.
func ShardName(m Month) string { return fmt.Sprintf("%04d-%02d.xml", m.Year, m.Month) }

// successor is where a merged site's home or section leads: to the same
// section of the site that took over, if it has it, else to its home page.
func (g *Graph) successor(s *config.Site, section string) string {
	if s.Status.State != config.Merged {
		return ""
	}
	into := g.Portal.Site(s.Status.Into)
	url := into.Address.Path
	if section != "" && into.Section(section) != nil {
		url += section + "/"
	}
	if into.Address.Host != s.Address.Host {
		url = into.Address.Origin() + url
	}
	return url
}

func (g *Graph) listOutputs(s *config.Site, key ListKey, yield func(Output) bool) bool {
	list := g.List(key)
	out := Output{Host: s.Address.Host, Site: s.ID, List: key}
	base := g.Base(key)
	put := func(c Class, path string) bool {
		o := out
		o.Class, o.Path = c, path
		return yield(o)
	}
	if s.Status.State != config.Merged || key.Kind == OfTag {
		if !put(Index, file(base)) || len(list.nodes) > 0 && !put(Feed, strings.TrimPrefix(base, "/")+FeedFile) {
			return false
		}
	}
	if len(list.nodes) == 0 {
		return true
	}
	if key.Kind != OfTag && !put(Archive, file(g.ArchiveURL(key))) {
		return false
	}
	for _, m := range list.Months() {
		for k := range list.Parts(m, g.Portal.Lists.Month) {
			o := out
			o.Class, o.Month, o.Part, o.Path = MonthPart, m, k+1, file(g.PartURL(key, m, k+1))
			if !yield(o) {
				return false
			}
		}
	}
	return true
}

func (g *Graph) pageOutputs(n *Node, yield func(Output) bool) bool {
	switch n.Status {
	case Scheduled, LeftOut:
		return true
	case Live:
		return g.addresses(n, Page, yield)
	}
	return g.addresses(n, Gone, yield)
}

// addresses are the outputs of a page: itself, and its former addresses.
func (g *Graph) addresses(n *Node, c Class, yield func(Output) bool) bool {
	o := Output{Host: n.Host(), Path: file(n.URL), Class: c, Site: n.Site.ID, Page: n.ID}
	if !yield(o) {
		return false
	}
	o.Class, o.Target = Redirect, n.URL
	for _, a := range n.Aliases {
		o.Path = file(a)
		if !yield(o) {
			return false
		}
	}
	return true
}

// sorted returns all pages by file.
func (g *Graph) sorted() []*Node {
	out := make([]*Node, 0, len(g.nodes))
	for _, n := range g.nodes {
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b *Node) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// Undated returns the live pages of a site that are listed by title, by file.
func (g *Graph) Undated(site string) []*Node { return g.undated[site] }

// Dormant enumerates the pages that are not shown at this moment, by file.
func (g *Graph) Dormant() iter.Seq[*Node] {
	return func(yield func(*Node) bool) {
		for _, n := range g.sorted() {
			if n.Status != Live && !yield(n) {
				return
			}
		}
	}
}
