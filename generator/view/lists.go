package view

import (
	"cmp"
	"slices"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/internal/vietnamese"
)

// shownMonths is how many of the newest months an index leads to directly;
// the archive leads to all.
const shownMonths = 12

// listName is what a list is called, with a sentence about it.
func (r *recorder) listName(key site.ListKey) (title, about string) {
	c := r.site(key.Site)
	switch key.Kind {
	case site.OfSection:
		sec := c.Section(key.ID)
		return sec.Title.In(r.lang, c.Language), sec.Description.In(r.lang, c.Language)
	case site.OfTag:
		if rec := r.record(content.TagRecords, key.ID); rec != nil {
			return rec.Name(content.When{}, r.lang, c.Language), ""
		}
	}
	return c.Title.In(r.lang, c.Language), ""
}

// listCrumbs leads to a list and, below it, to self unless that is empty.
func (r *recorder) listCrumbs(key site.ListKey, self Link) []Link {
	title, _ := r.listName(key)
	base := Link{Title: title, URL: r.in.Graph.Base(key)}
	var out []Link
	switch key.Kind {
	case site.OfTag:
		c := r.site(key.Site)
		tags := Link{Title: r.word("heading-tags"), URL: c.Address.Path + site.WordsIn(c.Language).Tags + "/"}
		out = append(r.crumbs("", tags), base)
	case site.OfSection:
		out = r.crumbs(parentDir(key.ID), base)
	default:
		out = r.crumbs("", base)
	}
	if self.URL != "" {
		out = append(out, self)
	}
	for i := range out {
		out[i].Current = i == len(out)-1
	}
	return out
}

// parentDir is the folder above, "" at the top.
func parentDir(dir string) string {
	for i := len(dir) - 1; i >= 0; i-- {
		if dir[i] == '/' {
			return dir[:i]
		}
	}
	return ""
}

// index is the first page of a section or tag.
func (r *recorder) index() *Section {
	key, lists := r.out.List, r.portal().Lists
	title, about := r.listName(key)
	url := r.in.Graph.Base(key)
	v := &Section{Frame: r.frame(url, title)}
	v.Description = cmp.Or(about, title+" – "+v.Site.Name)
	v.Intro = about
	v.Breadcrumbs = r.listCrumbs(key, Link{})
	v.Languages = r.homes(r.lang)
	pinned := r.nodes(Query{Op: opPinned, List: key, N: lists.Older})
	newest := r.nodes(Query{Op: opNewest, List: key, N: lists.Newest})
	newest = slices.DeleteFunc(slices.Clone(newest), func(n *site.Node) bool { return slices.Contains(pinned, n) })
	v.Pinned, v.Cards = r.cards(key, pinned), r.cards(key, newest)
	if key.Kind == site.OfSection {
		c := r.site(key.Site)
		for _, sec := range c.Sections {
			if parentDir(sec.Path) == key.ID {
				v.Sections = append(v.Sections, Link{Title: sec.Title.In(r.lang, c.Language), URL: c.Address.Path + sec.Path + "/"})
			}
		}
	}
	v.Cards = append(v.Cards, r.cards(key, byTitle(r.nodes(Query{Op: opSectionPages, List: key})))...)
	shown := shownMonths
	if key.Kind == site.OfTag {
		shown = 0 // the years of a tag are few, and have no archive
	}
	if months := r.months(key, shown); len(months) > 0 {
		v.Feed = Link{Title: title, URL: url + site.FeedFile}
		if key.Kind != site.OfTag {
			v.Archive = Link{Title: r.word("all-months"), URL: r.in.Graph.ArchiveURL(key)}
		}
		for _, m := range slices.Backward(months) {
			v.Months = append(v.Months, r.monthLink(key, m))
		}
	}
	r.plainMeta(&v.Frame)
	return v
}

// byTitle sorts pages as a dictionary would, by title or what stands for it.
func byTitle(nodes []*site.Node) []*site.Node {
	nodes = slices.Clone(nodes)
	slices.SortStableFunc(nodes, func(a, b *site.Node) int {
		return vietnamese.Compare(cmp.Or(a.SortAs, a.Title), cmp.Or(b.SortAs, b.Title))
	})
	return nodes
}

// monthLink leads to the first part of a month.
func (r *recorder) monthLink(key site.ListKey, m monthParts) Link {
	return Link{Title: r.monthName(m.Month), URL: r.in.Graph.PartURL(key, m.Month, 1)}
}

func (r *recorder) monthName(m site.Month) string {
	if m.Month == 0 {
		return r.word("year", m.Year)
	}
	return vietnamese.For(r.lang).Month(r.firstDay(m).Time)
}

// partName is a month, with the number of its part after the first.
func (r *recorder) partName(m site.Month, part int) string {
	if part > 1 {
		return r.monthName(m) + ", " + r.word("part", part)
	}
	return r.monthName(m)
}

func (r *recorder) firstDay(m site.Month) Date {
	return r.date(content.When{Year: int16(m.Year), Month: max(int8(m.Month), 1), Day: 1})
}

// month is one part of a month of a list.
func (r *recorder) month() *Month {
	key, m, part := r.out.List, r.out.Month, r.out.Part
	title, _ := r.listName(key)
	url := r.in.Graph.PartURL(key, m, part)
	name := r.partName(m, part)
	v := &Month{Frame: r.frame(url, r.word("heading-month", title, name)), Name: name, Month: r.firstDay(m), Number: part}
	v.Description = v.Heading + " – " + v.Site.Name
	v.Breadcrumbs = r.listCrumbs(key, Link{Title: name, URL: url})
	v.Languages = r.homes(r.lang)
	v.Index = Link{Title: title, URL: r.in.Graph.Base(key)}
	v.Cards = r.cards(key, r.nodes(Query{Op: opPart, List: key, Month: m, N: part}))
	r.turn(v, key, m, part)
	r.plainMeta(&v.Frame)
	return v
}

// turn links a part of a month with the parts before and after it.
func (r *recorder) turn(v *Month, key site.ListKey, m site.Month, part int) {
	near := r.neighbours(key, m)
	link := func(m site.Month, part int) Link {
		return Link{Title: r.partName(m, part), URL: r.in.Graph.PartURL(key, m, part)}
	}
	switch {
	case part > 1:
		v.Earlier = link(m, part-1)
	case near.HasEarlier:
		v.Earlier = link(near.Earlier.Month, near.Earlier.Parts)
	}
	switch {
	case part < near.Parts:
		v.Later = link(m, part+1)
	case near.Has:
		v.Later = link(near.Later.Month, 1)
	}
}

// archive leads to all months of a list.
func (r *recorder) archive() *Archive {
	key := r.out.List
	title, _ := r.listName(key)
	url := r.in.Graph.ArchiveURL(key)
	v := &Archive{Frame: r.frame(url, r.word("heading-archive", title))}
	v.Description = v.Heading + " – " + v.Site.Name
	v.Breadcrumbs = r.listCrumbs(key, Link{Title: r.word("all-months"), URL: url})
	v.Languages = r.homes(r.lang)
	v.Index = Link{Title: title, URL: r.in.Graph.Base(key)}
	for _, m := range r.months(key, 0) {
		if n := len(v.Years); n == 0 || v.Years[n-1].Number != m.Month.Year {
			v.Years = append(v.Years, Year{Number: m.Month.Year})
		}
		last := &v.Years[len(v.Years)-1]
		last.Months = append(last.Months, r.monthLink(key, m))
	}
	slices.Reverse(v.Years)
	r.plainMeta(&v.Frame)
	return v
}

// tagIndex leads to all tags of a site, in the order of the alphabet.
func (r *recorder) tagIndex() *Tags {
	c := r.site(r.out.Site)
	url := c.Address.Path + site.WordsIn(c.Language).Tags + "/"
	v := &Tags{Frame: r.frame(url, r.word("heading-tags"))}
	v.Description = v.Heading + " – " + v.Site.Name
	v.Breadcrumbs = r.crumbs("", Link{Title: v.Heading, URL: url})
	v.Languages = r.homes(r.lang)
	for _, t := range r.tags(c.ID) {
		key := site.ListKey{Site: c.ID, Kind: site.OfTag, ID: t}
		title, _ := r.listName(key)
		v.Tags = append(v.Tags, Link{Title: title, URL: r.in.Graph.Base(key)})
	}
	slices.SortStableFunc(v.Tags, func(a, b Link) int { return vietnamese.Compare(a.Title, b.Title) })
	r.plainMeta(&v.Frame)
	return v
}

// home is the first page of a site.
func (r *recorder) home() *Home {
	c := r.site(r.out.Site)
	title := c.Title.In(r.lang, c.Language)
	v := &Home{Frame: r.frame(c.Address.Path, title)}
	v.Description = cmp.Or(c.Tagline.In(r.lang, c.Language), title)
	v.Languages = r.homes(r.lang)
	for i, b := range c.Home {
		owner, sec := r.portal().SplitSection(c, b.Section)
		r.site(owner.ID)
		key := site.ListKey{Site: owner.ID, Kind: site.OfSection, ID: sec.Path}
		nodes := r.nodes(Query{Op: opNewest, List: key, N: b.Count})
		if i == 0 {
			nodes = r.lead(v, key, nodes)
		}
		v.Blocks = append(v.Blocks, Block{
			Heading: Link{
				Title: cmp.Or(b.Title.In(r.lang, c.Language), sec.Title.In(r.lang, owner.Language)),
				URL:   across(c, owner, owner.Address.Path+sec.Path+"/"),
			},
			Style: b.Style, Cards: r.cards(key, nodes),
		})
	}
	for _, sec := range c.Sections {
		v.Sections = append(v.Sections, Link{Title: sec.Title.In(r.lang, c.Language), URL: c.Address.Path + sec.Path + "/"})
	}
	if c.Main {
		v.Components = r.directory()
	}
	r.homeMeta(c, v)
	return v
}

// lead takes the pinned or newest page of the first block as the lead story;
// it returns the pages that remain in the block.
func (r *recorder) lead(v *Home, key site.ListKey, nodes []*site.Node) []*site.Node {
	chosen := r.nodes(Query{Op: opPinned, List: key, N: 1})
	if len(chosen) == 0 {
		chosen = nodes[:min(1, len(nodes))]
	}
	if len(chosen) == 0 {
		return nodes
	}
	v.Lead = r.card(key, chosen[0])
	return slices.DeleteFunc(slices.Clone(nodes), func(n *site.Node) bool { return n == chosen[0] })
}

// directory lists the component sites, by group and name.
func (r *recorder) directory() []Component {
	var out []Component
	sites := r.sites()
	main := r.portal().MainSite()
	for i := range sites {
		s := &sites[i]
		if s.Main {
			continue
		}
		k := Component{
			Link:   Link{Title: s.Title.In(r.lang, s.Language), URL: r.siteURL(main, s)},
			Agency: r.agencyName(s), Group: s.Group.In(r.lang, s.Language),
		}
		if s.Language != r.lang {
			k.Lang = s.Language
		}
		if s.Status.State != config.Active {
			k.State = r.word("state-" + s.Status.State)
		}
		out = append(out, k)
	}
	slices.SortStableFunc(out, func(a, b Component) int {
		return cmp.Or(vietnamese.Compare(a.Group, b.Group), vietnamese.Compare(a.Title, b.Title))
	})
	return out
}

func (r *recorder) agencyName(s *config.Site) string {
	rec := r.record("agencies", s.Agency)
	if rec == nil {
		return ""
	}
	return rec.Name(r.today(), r.lang, s.Language)
}

func (r *recorder) homeMeta(c *config.Site, v *Home) {
	r.plainMeta(&v.Frame)
	v.LD = graph(
		map[string]any{"@type": "WebSite", "@id": v.Canonical, "url": v.Canonical, "name": v.Heading, "inLanguage": r.lang},
		map[string]any{
			"@type": "GovernmentOrganization", "name": v.Site.Agency, "url": v.Canonical,
			"telephone": c.Contact.Phone, "email": c.Contact.Email, "address": v.Footer.Address,
		},
	)
}

// plainMeta describes a page that is made of others.
func (r *recorder) plainMeta(f *Frame) {
	f.Meta = metas(
		Meta{Name: "DC.title", Content: f.Heading}, Meta{Name: "DC.creator", Content: f.Site.Agency},
		Meta{Name: "DC.description", Content: f.Description}, Meta{Name: "DC.publisher", Content: f.Site.Agency},
		Meta{Name: "DC.identifier", Content: f.Canonical}, Meta{Name: "DC.language", Content: f.Lang},
		Meta{Property: "og:type", Content: "website"}, Meta{Property: "og:title", Content: f.Heading},
		Meta{Property: "og:description", Content: f.Description}, Meta{Property: "og:url", Content: f.Canonical},
		Meta{Property: "og:site_name", Content: f.Site.Name}, Meta{Property: "og:locale", Content: locale(f.Lang)},
	)
	if len(f.Breadcrumbs) > 0 && f.LD == nil {
		f.LD = graph(crumbList(r.portal().Site(r.out.Site).Address.Origin(), f.Breadcrumbs))
	}
}
