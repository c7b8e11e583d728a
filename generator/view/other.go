package view

import (
	"cmp"
	"time"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/site"
)

// goneView is what stands where a page was withdrawn or has expired.
func (r *recorder) goneView(n *site.Node) *Gone {
	r.chrome(n)
	v := &Gone{Date: r.date(n.ExpiresAt)}
	heading := r.word("heading-expired")
	if w := n.Withdrawn; w != nil {
		heading = r.word("heading-withdrawn")
		v.Withdrawn, v.Date, v.By, v.Why = true, r.date(w.Date), w.By, w.Why
	}
	v.Frame = r.frame(n.URL, heading)
	v.Description, v.NoIndex = heading, true
	v.Breadcrumbs = r.crumbs(n.Dir, Link{Title: heading, URL: n.URL})
	v.Languages = r.homes(r.lang)
	if n.Section != nil {
		v.Section = Link{Title: n.Section.Title.In(r.lang, n.Site.Language), URL: n.Site.Address.Path + n.Section.Path + "/"}
	}
	return v
}

// redirect is what stands at an old address.
func (r *recorder) redirect() *Redirect {
	title := ""
	if r.out.Page != "" {
		if n := r.page(r.out.Page); n.Status == site.Live {
			title = n.Title
		}
	} else {
		c := r.site(r.out.Site)
		into := r.site(c.Status.Into)
		title = into.Title.In(r.lang, into.Language)
	}
	v := &Redirect{Frame: r.frame(r.out.Target, r.word("heading-moved")), Target: Link{Title: cmp.Or(title, r.out.Target), URL: r.out.Target}}
	v.Description, v.NoIndex = v.Heading, true
	v.Canonical = absolute(r.site(r.out.Site), r.out.Target)
	return v
}

// notFound is what a host answers for addresses that it does not have.
func (r *recorder) notFound() *NotFound {
	c := r.site(r.out.Site)
	v := &NotFound{Frame: r.frame("/404.html", r.word("heading-not-found"))}
	v.Description, v.NoIndex = v.Heading, true
	v.Languages = r.homes(r.lang)
	v.Sections = append(v.Sections, Link{Title: r.word("home"), URL: c.Address.Path})
	for _, sec := range c.Sections {
		v.Sections = append(v.Sections, Link{Title: sec.Title.In(r.lang, c.Language), URL: c.Address.Path + sec.Path + "/"})
	}
	v.Sections = append(v.Sections, Link{Title: r.word("heading-map"), URL: c.Address.Path + site.WordsIn(c.Language).Map + "/"})
	return v
}

// siteMap is the site map for people: sections as a tree with the pages that
// are listed by title, and the portal's sites.
func (r *recorder) siteMap() *Map {
	c := r.site(r.out.Site)
	words := site.WordsIn(c.Language)
	url := c.Address.Path + words.Map + "/"
	v := &Map{Frame: r.frame(url, r.word("heading-map"))}
	v.Description = v.Heading + " – " + v.Site.Name
	v.Breadcrumbs = r.crumbs("", Link{Title: v.Heading, URL: url})
	v.Languages = r.homes(r.lang)
	pages := map[string][]Link{}
	for _, n := range byTitle(r.nodes(Query{Op: opUndated, A: c.ID})) {
		dir := ""
		if n.Section != nil {
			dir = n.Section.Path
		}
		l := Link{Title: n.Title, URL: n.URL}
		if n.Lang != r.lang {
			l.Lang = n.Lang
		}
		pages[dir] = append(pages[dir], l)
	}
	v.Sections = append(tree(c, "", r.lang, pages), pages[""]...)
	if len(r.tags(c.ID)) > 0 {
		v.Tags = Link{Title: r.word("heading-tags"), URL: c.Address.Path + words.Tags + "/"}
	}
	main := r.portal().MainSite()
	v.Sites = append([]Component{{Link: Link{Title: main.Title.In(r.lang, main.Language), URL: r.siteURL(c, main)}}}, r.directory()...)
	for i := range v.Sites[1:] {
		if s := r.portal().Site(c.ID); s.Address.Host != main.Address.Host {
			v.Sites[1+i].URL = absolute(main, v.Sites[1+i].URL)
		}
	}
	r.plainMeta(&v.Frame)
	return v
}

// tree is the sections below a folder, each with the sections and pages in it.
func tree(c *config.Site, dir, lang string, pages map[string][]Link) []Link {
	var out []Link
	for _, sec := range c.Sections {
		if parentDir(sec.Path) == dir {
			out = append(out, Link{
				Title: sec.Title.In(lang, c.Language), URL: c.Address.Path + sec.Path + "/",
				Items: append(tree(c, sec.Path, lang, pages), pages[sec.Path]...),
			})
		}
	}
	return out
}

// feed is the newest pages of a list for feed readers.
func (r *recorder) feed() *Feed {
	key := r.out.List
	c := r.site(r.out.Site)
	title, about := r.listName(key)
	if key.Kind != site.OfSite {
		title += " – " + c.Title.In(r.lang, c.Language)
	}
	base := c.Address.Origin() + r.in.Graph.Base(key)
	v := &Feed{
		ID: base, Self: base + site.FeedFile, Home: base, Lang: r.lang, Title: title,
		Subtitle: cmp.Or(about, c.Tagline.In(r.lang, c.Language)), Author: r.agencyName(c),
	}
	for _, n := range r.nodes(Query{Op: opNewest, List: key, N: r.portal().Lists.Feed}) {
		e := FeedEntry{
			ID: c.Address.Origin() + "/id/" + n.ID, Title: n.Title, URL: absolute(c, r.address(n)), Summary: n.Summary,
			Author: v.Author, Published: n.When, Updated: r.changed(n),
		}
		for _, t := range r.tagLinks(n) {
			e.Categories = append(e.Categories, t.Title)
		}
		if e.Updated.After(v.Updated) {
			v.Updated = e.Updated
		}
		v.Entries = append(v.Entries, e)
	}
	return v
}

func (r *recorder) sitemapIndex() *SitemapIndex {
	c := r.site(r.out.Site)
	base := c.Address.Origin() + c.Address.Path + "sitemap/"
	v := &SitemapIndex{Shards: []string{base + site.RestShard}}
	for _, m := range r.months(site.ListKey{Site: c.ID}, 0) {
		v.Shards = append(v.Shards, base+site.ShardName(m.Month))
	}
	return v
}

func (r *recorder) sitemapMonth() *URLSet {
	v := &URLSet{}
	for part := 1; ; part++ {
		nodes := r.nodes(Query{Op: opPart, List: r.out.List, Month: r.out.Month, N: part})
		if len(nodes) == 0 {
			return v
		}
		v.URLs = append(v.URLs, r.urls(nodes)...)
	}
}

func (r *recorder) urls(nodes []*site.Node) []SitemapURL {
	var out []SitemapURL
	for _, n := range nodes {
		if n.Status != site.Live {
			continue
		}
		u := SitemapURL{URL: absolute(n.Site, n.URL), LastMod: r.changed(n)}
		for _, t := range r.nodes(Query{Op: opTranslations, A: n.ID}) {
			u.Alternates = append(u.Alternates, Alternate{Lang: t.Lang, Absolute: absolute(t.Site, t.URL)})
		}
		if len(u.Alternates) > 0 {
			u.Alternates = append(u.Alternates, Alternate{Lang: n.Lang, Absolute: u.URL})
		}
		out = append(out, u)
	}
	return out
}

// sitemapRest is everything of a site that has no month: its home page, its
// sections, and the pages listed by title.
func (r *recorder) sitemapRest() *URLSet {
	c := r.site(r.out.Site)
	v := &URLSet{}
	if c.Status.State != config.Merged {
		v.URLs = append(v.URLs, SitemapURL{URL: absolute(c, c.Address.Path)})
		for _, sec := range c.Sections {
			v.URLs = append(v.URLs, SitemapURL{URL: absolute(c, c.Address.Path+sec.Path+"/")})
		}
	}
	v.URLs = append(v.URLs, SitemapURL{URL: absolute(c, c.Address.Path+site.WordsIn(c.Language).Map+"/")})
	v.URLs = append(v.URLs, r.urls(r.nodes(Query{Op: opUndated, A: c.ID}))...)
	return v
}

func (r *recorder) robots() *Robots {
	v := &Robots{}
	sites := r.sites()
	for i := range sites {
		if s := &sites[i]; s.Address.Host == r.out.Host {
			v.Sitemaps = append(v.Sitemaps, absolute(s, s.Address.Path+site.SitemapFile))
		}
	}
	return v
}

func (r *recorder) securityTxt() *SecurityTxt {
	c := r.site(r.out.Site)
	s := r.portal().Security
	// The file is valid until the end of the day that is named.
	end := s.Expires.Start(r.in.Graph.Location()).AddDate(0, 0, 1)
	return &SecurityTxt{
		Contact: s.Contact, Expires: end, Languages: r.portal().Languages,
		Canonical: absolute(c, "/.well-known/security.txt"),
	}
}

func (r *recorder) webManifest() *WebManifest {
	c := r.site(r.out.Site)
	f := r.frame(c.Address.Path, "")
	return &WebManifest{
		Name: f.Site.Name, ShortName: f.Site.Name, Lang: r.lang, StartURL: c.Address.Path,
		ThemeColour: r.in.Looks[c.ID].ThemeColour, Icon: f.Icon,
	}
}

// changed is when a page last changed for readers: its date, or its last
// correction.
func (r *recorder) changed(n *site.Node) time.Time {
	last := n.Date.At(r.in.Graph.Location())
	if last.IsZero() {
		last = n.When
	}
	for _, c := range n.Corrections {
		if t := c.Date.At(r.in.Graph.Location()); t.After(last) {
			last = t
		}
	}
	return last
}
