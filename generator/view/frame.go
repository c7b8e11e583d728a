package view

import (
	"cmp"
	"slices"
	"strings"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/internal/vietnamese"
)

// languageNames are the languages' own names, for the language switch.
var languageNames = map[string]string{"vi": "Tiếng Việt", "en": "English", "lo": "ພາສາລາວ", "fr": "Français", "zh": "中文"}

// askFrame makes what every page of a site in a language has around it.
func (s *Store) askFrame(q Query) (Frame, site.Sum) {
	c, lang := s.portal().Site(q.A), q.B
	main := s.portal().MainSite()
	f := Frame{
		Lang: lang, Sample: s.portal().Sample,
		Site:       s.siteView(c, lang),
		Stylesheet: s.in.Looks[c.ID].Stylesheet, Icon: s.in.Looks[c.ID].Icon,
		Manifest: c.Address.Path + site.ManifestFile,
		Menu:     s.menu(c, c.Menu, lang),
		Footer: Footer{
			Responsible: c.Responsible.In(lang, c.Language), Agency: s.agency(c.Agency, lang, c.Language),
			Address: c.Contact.Address.In(lang, c.Language), Phone: c.Contact.Phone, Email: c.Contact.Email,
			Links: append(s.menu(c, c.Footer, lang), s.mapLink(c, lang)),
		},
	}
	if c.Status.State != config.Merged {
		f.Feed = Link{Title: s.in.Words(lang, "feed-title", c.Title.In(lang, c.Language)), URL: c.Address.Path + site.FeedFile}
	}
	if !c.Main {
		f.Main = Link{Title: main.Title.In(lang, main.Language), URL: s.siteURL(c, main)}
	}
	return f, site.SumOf(f)
}

func (s *Store) siteView(c *config.Site, lang string) Site {
	v := Site{
		ID: c.ID, Name: c.Title.In(lang, c.Language), Tagline: c.Tagline.In(lang, c.Language),
		Home: c.Address.Path, IsMain: c.Main, Agency: s.agency(c.Agency, lang, c.Language),
		Emblem: Picture{URL: s.in.Looks[c.ID].Emblem.URL, Width: 64, Height: 64},
	}
	if file := emblemFile(c); file != "" {
		if facts, ok := s.in.Files.Facts(file); ok {
			v.Emblem = Picture{
				URL: "/" + mediaPath(file, facts), Width: facts.Width, Height: facts.Height,
				Alt: c.Emblem.Alt.In(lang, c.Language),
			}
		}
	}
	switch c.Status.State {
	case config.Closed:
		v.Notice = Notice{Text: s.in.Words(lang, "site-closed", s.day(c.Status.From, lang))}
	case config.Merged:
		into := s.portal().Site(c.Status.Into)
		title := into.Title.In(lang, into.Language)
		v.Notice = Notice{
			Text: s.in.Words(lang, "site-merged", s.day(c.Status.From, lang), title),
			Link: Link{Title: title, URL: s.siteURL(c, into)},
		}
	}
	return v
}

// emblemFile is the path of a site's own emblem in the tree, or "".
func emblemFile(c *config.Site) string {
	if c.Emblem.File == "" {
		return ""
	}
	return "content/" + c.ID + "/" + strings.TrimPrefix(c.Emblem.File, "/")
}

func (s *Store) day(d config.Date, lang string) string {
	if d.IsZero() {
		return ""
	}
	return vietnamese.For(lang).ShortDate(d.Start(s.in.Graph.Location()))
}

// agency is the name of a body today.
func (s *Store) agency(id, lang, fallback string) string {
	rec := s.in.Graph.Records["agencies"][id]
	if rec == nil {
		return ""
	}
	return rec.Name(s.today(), lang, fallback)
}

// siteURL is the address of a site as seen from another.
func (s *Store) siteURL(from, to *config.Site) string { return across(from, to, to.Address.Path) }

// across is a path on the host of one site as seen from another.
func across(from, to *config.Site, path string) string {
	if from.Address.Host == to.Address.Host {
		return path
	}
	return to.Address.Origin() + path
}

func (s *Store) menu(c *config.Site, entries []config.MenuEntry, lang string) []Link {
	var out []Link
	for _, e := range entries {
		l := Link{Title: e.Title.In(lang, c.Language), URL: e.URL}
		switch {
		case e.Section != "":
			owner, sec := s.portal().SplitSection(c, e.Section)
			l.URL = across(c, owner, owner.Address.Path+sec.Path+"/")
			l.Title = cmp.Or(l.Title, sec.Title.In(lang, owner.Language))
		case e.Page != "":
			n := s.inLanguage(s.in.Graph.Page(e.Page), lang)
			if n == nil || n.Status != site.Live {
				continue
			}
			l.URL = across(c, n.Site, n.URL)
			l.Title = cmp.Or(l.Title, n.Title)
			if n.Lang != lang {
				l.Lang = n.Lang
			}
		}
		l.Items = s.menu(c, e.Items, lang)
		out = append(out, l)
	}
	return out
}

// inLanguage returns the translation of a page into a language, or the page
// itself if there is none.
func (s *Store) inLanguage(n *site.Node, lang string) *site.Node {
	if n == nil || n.Lang == lang {
		return n
	}
	for _, t := range s.in.Graph.Translations(n) {
		if t.Lang == lang {
			return t
		}
	}
	return n
}

// mapLink leads to a site's map for people: every page has it.
func (s *Store) mapLink(c *config.Site, lang string) Link {
	return Link{Title: s.in.Words(lang, "heading-map"), URL: c.Address.Path + site.WordsIn(c.Language).Map + "/"}
}

// frame starts a page of the output's site: what stands around it, with its
// title, its place in the menu and its address.
func (r *recorder) frame(url, heading string) Frame {
	q := Query{Op: opFrame, A: r.out.Site, B: r.lang}
	f, sum := remember(r.Store, q, r.askFrame)
	r.note(q, sum)
	c := r.site(r.out.Site)
	if file := emblemFile(c); file != "" && f.Site.Emblem.URL != "" {
		if facts, ok := r.facts(file); ok {
			r.want(mediaPath(file, facts), file)
		}
	}
	f.Heading = heading
	f.Title = heading
	if heading != f.Site.Name {
		f.Title = r.word("title", heading, f.Site.Name)
	}
	f.Canonical = c.Address.Origin() + url
	f.Menu = marked(f.Menu, url, c.Address.Path)
	return f
}

// marked returns the menu with the entries marked that lead to the page at
// url or to a section above it; the menu itself is left as it is.
func marked(menu []Link, url, home string) []Link {
	out := slices.Clone(menu)
	for i := range out {
		l := &out[i]
		if l.URL == url || l.URL != home && l.URL != "" && strings.HasSuffix(l.URL, "/") && strings.HasPrefix(url, l.URL) {
			l.Current = true
		}
		l.Items = marked(l.Items, url, home)
	}
	return out
}

// crumbs leads from the site's home page through the sections above a path
// to the page itself.
func (r *recorder) crumbs(dir string, self Link) []Link {
	c := r.site(r.out.Site)
	out := []Link{{Title: r.word("home"), URL: c.Address.Path}}
	steps := strings.Split(dir, "/")
	for i := range steps {
		if sec := c.Section(strings.Join(steps[:i+1], "/")); sec != nil {
			out = append(out, Link{Title: sec.Title.In(r.lang, c.Language), URL: c.Address.Path + sec.Path + "/"})
		}
	}
	self.Current = true
	return append(out, self)
}

// homes are the home pages in the other languages of the portal, for pages
// that have no translation.
func (r *recorder) homes(self string) []Alternate {
	sites := r.sites()
	var out []Alternate
	for _, lang := range r.portal().Languages {
		if lang == self {
			continue
		}
		i := slices.IndexFunc(sites, func(s config.Site) bool { return s.Language == lang && s.Status.State == config.Active })
		if i < 0 {
			continue
		}
		c := r.portal().Site(r.out.Site)
		out = append(out, Alternate{Lang: lang, Name: languageNames[lang], URL: r.siteURL(c, &sites[i])})
	}
	return out
}
