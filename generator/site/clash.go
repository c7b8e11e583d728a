package site

import (
	"slices"
	"strings"

	"sonla.gov.vn/bientap/internal/diag"
)

// clashes reports addresses that two outputs want, that differ only by case
// or by a slash, that are reserved, or that lie on another site's ground.
func (b *builder) clashes() {
	taken := map[string]Output{}
	for o := range b.g.Outputs() {
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
		for dir := strings.TrimSuffix(o.Path, "/index.html"); dir != ""; dir = parent(dir) {
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

// ground reports a page or an alias that stands where only bientap or another
// site may put things.
func (b *builder) ground(o Output) {
	if o.Page == "" {
		return
	}
	first, _, _ := strings.Cut(o.Path, "/")
	if slices.Contains(Reserved, first) {
		b.add(ruleReserved, b.owner(o), "/"+first+"/")
	}
	for i := range b.g.Portal.Sites {
		s := &b.g.Portal.Sites[i]
		own := b.g.Portal.Site(o.Site)
		if s != own && s.Address.Host == o.Host && strings.HasPrefix("/"+o.Path, s.Address.Path) &&
			len(s.Address.Path) > len(own.Address.Path) {
			b.add(ruleGround, b.owner(o), "/"+strings.TrimSuffix(o.Path, "index.html"), s.ID)
		}
		if s == own && !strings.HasPrefix("/"+o.Path, s.Address.Path) {
			b.add(ruleOutside, b.owner(o), "/"+strings.TrimSuffix(o.Path, "index.html"), s.ID, s.Address.Path)
		}
	}
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
