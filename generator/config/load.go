package config

import (
	"slices"
	"strings"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

// Parse reads the bytes of config.yaml. The portal is nil when it cannot be
// built from what was read; the findings then hold a blocking one.
func Parse(src []byte) (*Portal, diag.List) {
	r, root := strictyaml.Parse(File, src, 1)
	if root == nil {
		return nil, append(r.Findings(), ruleUnusable.At(diag.Pos{Path: File}))
	}
	p := &Portal{
		Theme:  "default",
		Offset: Offset{7 * 3600},
		Lists:  Lists{Newest: 20, Month: 50, Feed: 20, Older: 5},
		Limits: Limits{PageKB: 1024, FileMB: 50, Files: 2_000_000},
	}
	r.Decode(root, p)
	p.fill()
	c := &checker{portal: p, r: r, root: root}
	c.check()
	found := append(r.Findings(), c.found...)
	if worst, any := found.Worst(); any && worst >= diag.Error {
		return nil, append(found, ruleUnusable.At(diag.Pos{Path: File}))
	}
	return p, found
}

// fill puts the defaults that depend on others in the places left out.
func (p *Portal) fill() {
	if len(p.Languages) == 0 {
		p.Languages = []string{"vi"}
	}
	for i := range p.Sites {
		s := &p.Sites[i]
		if s.Language == "" {
			s.Language = p.Languages[0]
		}
		if s.Status.State == "" {
			s.Status.State = Active
		}
		for j := range s.Sections {
			if s.Sections[j].Kind == "" {
				s.Sections[j].Kind = "article"
			}
		}
	}
}

// Site returns the site with an id, or nil.
func (p *Portal) Site(id string) *Site {
	for i := range p.Sites {
		if p.Sites[i].ID == id {
			return &p.Sites[i]
		}
	}
	return nil
}

// MainSite returns the main site. A portal that Parse accepted has one.
func (p *Portal) MainSite() *Site {
	i := slices.IndexFunc(p.Sites, func(s Site) bool { return s.Main })
	return &p.Sites[i]
}

// Hosts returns the hosts of the portal, the main site's first, the others in
// the order of the configuration.
func (p *Portal) Hosts() []string {
	hosts := []string{p.MainSite().Address.Host}
	for _, s := range p.Sites {
		if !slices.Contains(hosts, s.Address.Host) {
			hosts = append(hosts, s.Address.Host)
		}
	}
	return hosts
}

// Section returns the section of s with a path, or nil.
func (s *Site) Section(path string) *Section {
	for i := range s.Sections {
		if s.Sections[i].Path == path {
			return &s.Sections[i]
		}
	}
	return nil
}

// SplitSection reads a reference to a section made on the site from: a path
// on that site, or another site's id, a slash, and a path on it.
func (p *Portal) SplitSection(from *Site, ref string) (*Site, *Section) {
	if s := from.Section(ref); s != nil {
		return from, s
	}
	id, path, ok := strings.Cut(ref, "/")
	if !ok {
		return nil, nil
	}
	if other := p.Site(id); other != nil {
		if s := other.Section(path); s != nil {
			return other, s
		}
	}
	return nil, nil
}
