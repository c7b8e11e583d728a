package site

import (
	"iter"
	"regexp"
	"slices"
	"strings"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/internal/diag"
)

// clashes reports addresses that two outputs want, that differ only by case
// or by a slash, that are reserved, or that lie on another site's ground. Pages
// that are not shown yet count: the clock alone must not cause a clash.
func (b *builder) clashes() {
	taken := map[string]Output{}
	for o := range b.claims() {
		b.ground(o)
		// Two addresses that differ only by case are one file on the disks
		// of many editors and of some servers.
		key := o.Host + "/" + strings.ToLower(o.Path)
		if other, twice := taken[key]; twice {
			b.add(ruleAddressTwice, b.owner(o), "/"+strings.TrimSuffix(o.Path, "index.html"), b.owner(other).Path)
			continue
		}
		taken[key] = o
	}
	for _, o := range taken {
		if o.Class != Redirect {
			continue
		}
		for dir := strings.TrimSuffix(strings.TrimSuffix(o.Path, "index.html"), "/"); dir != ""; dir = parent(dir) {
			if other, twice := taken[o.Host+"/"+strings.ToLower(dir)]; twice {
				b.add(ruleAddressTwice, b.owner(o), "/"+dir, b.owner(other).Path)
			}
		}
	}
}

func parent(dir string) string {
	i := strings.LastIndexByte(dir, '/')
	return dir[:max(i, 0)]
}

// claims enumerates what the portal has, and what it will have when the pages
// appear that are not shown yet.
func (b *builder) claims() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for o := range b.g.Outputs() {
			if !yield(o) {
				return
			}
		}
		for n := range b.g.Dormant() {
			if n.Status == Scheduled && !b.g.addresses(n, Page, yield) {
				return
			}
		}
	}
}

// ground reports what an editor puts (a page, an alias, a section, a site)
// where only bientap or another site may put things.
func (b *builder) ground(o Output) {
	section := o.Class == Index && o.List.Kind == OfSection
	if o.Page == "" && !section && o.Class != Home {
		return
	}
	own := b.g.Portal.Site(o.Site)
	url := "/" + strings.TrimSuffix(o.Path, "index.html")
	first, _, _ := strings.Cut(o.Path, "/")
	if slices.Contains(Reserved, strings.ToLower(first)) {
		b.add(ruleReserved, b.owner(o), "/"+first+"/")
	}
	if !strings.HasPrefix(url, own.Address.Path) {
		b.add(ruleOutside, b.owner(o), url, own.ID, own.Address.Path)
	}
	for i := range b.g.Portal.Sites {
		s := &b.g.Portal.Sites[i]
		rest, inside := strings.CutPrefix(url, s.Address.Path)
		if s.Address.Host != o.Host || !inside {
			continue
		}
		if s != own && len(s.Address.Path) > len(own.Address.Path) {
			b.add(ruleGround, b.owner(o), url, s.ID)
		}
		if made(s, rest) {
			b.add(ruleReserved, b.owner(o), url)
		}
	}
}

// part is the end of the address of a part of a month.
var part = regexp.MustCompile(`^[0-9]{4}/(0[1-9]|1[0-2])/([0-9]+/)?$`)

// made reports whether an address below that of a site is one that bientap
// makes up, now or as soon as there are pages for it.
func made(s *config.Site, rest string) bool {
	words := WordsIn(s.Language)
	rest = strings.ToLower(rest)
	switch first, _, _ := strings.Cut(rest, "/"); first {
	case words.Tags, words.Map, "sitemap":
		return true
	}
	for i := range s.Sections {
		below, ok := strings.CutPrefix(rest, s.Sections[i].Path+"/")
		if ok && (below == words.Archive+"/" || part.MatchString(below)) {
			return true
		}
	}
	return false
}

// owner is the place in the portal that an output comes from.
func (b *builder) owner(o Output) diag.Pos {
	if n := b.g.nodes[o.Page]; n != nil {
		return diag.Pos{Path: n.Path, Line: 1}
	}
	if s := b.g.Portal.Site(o.Site); s != nil {
		return s.Pos
	}
	return diag.Pos{Path: "config.yaml"}
}
