package generator

import (
	"slices"
	"strings"

	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/theme"
	"sonla.gov.vn/bientap/generator/view"
)

// looks puts the theme's files under their published names and tells views of
// them, site by site.
func (p *Portal) looks() map[string]view.Look {
	looks := map[string]view.Look{}
	p.assets = map[string][]asset{}
	for i := range p.Config.Sites {
		s := &p.Config.Sites[i]
		colours := p.theme.Colours(theme.Colours{Accent: s.Colours.Accent, Second: s.Colours.Second})
		look := view.Look{ThemeColour: colours.Accent}
		look.Stylesheet = p.publish(s.Address.Host, "site.css", p.theme.Stylesheet(colours))
		for _, a := range p.theme.Assets() {
			ref := p.publish(s.Address.Host, a.Name, a.Bytes)
			switch {
			case strings.HasPrefix(a.Name, "icon."):
				look.Icon = ref
			case strings.HasPrefix(a.Name, "emblem."):
				look.Emblem = ref
			}
		}
		looks[s.ID] = look
	}
	return looks
}

// publish gives a file of the theme its name on a host.
func (p *Portal) publish(host, name string, data []byte) view.Asset {
	file := "assets/" + harden.HashedName(name, data)
	if !slices.ContainsFunc(p.assets[host], func(a asset) bool { return a.path == file }) {
		p.assets[host] = append(p.assets[host], asset{file, data})
	}
	return view.Asset{URL: "/" + file, Integrity: harden.Integrity(data)}
}
