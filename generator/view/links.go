package view

import (
	"net/url"
	"strings"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/markdown"
	"sonla.gov.vn/bientap/generator/site"
)

// resolver finds what the links and images in the body of a page lead to. It
// answers through the recorder, so a page knows what its links depend on.
type resolver struct {
	r    *recorder
	from *site.Node
}

// Link resolves an internal link: a page or file by its path, a section by
// its folder, a page by "id:…".
func (v resolver) Link(dest string) markdown.Link {
	if id, ok := strings.CutPrefix(dest, "id:"); ok {
		return v.node(v.r.page(id))
	}
	path := resolve(v.from.Path, dest)
	if path == "" {
		return markdown.Link{}
	}
	p := v.r.at(strings.TrimSuffix(path, "/"))
	switch {
	case p.node != nil:
		return v.node(p.node)
	case p.site != nil:
		url := p.site.Address.Path
		if p.section != nil {
			url += p.section.Path + "/"
		}
		return markdown.Link{State: markdown.Live, URL: across(v.r.portal().Site(v.r.out.Site), p.site, url)}
	case p.isFile:
		if t, ok := content.TypeOf(path); ok && t.Image {
			pic, _ := v.r.picture(v.from.Path, dest)
			return markdown.Link{State: markdown.Live, URL: pic.URL}
		}
		if f, ok := v.r.download(v.from.Path, dest, ""); ok {
			return markdown.Link{State: markdown.Live, URL: f.URL}
		}
	}
	return markdown.Link{Near: v.near(path)}
}

func (v resolver) node(n *site.Node) markdown.Link {
	if n == nil {
		return markdown.Link{}
	}
	if n.Status != site.Live {
		return markdown.Link{State: markdown.Dormant}
	}
	l := markdown.Link{State: markdown.Live, URL: v.r.address(n)}
	if n.Lang != v.from.Lang {
		l.Lang = n.Lang
	}
	return l
}

// Image resolves an image beside the page.
func (v resolver) Image(dest string) markdown.Image {
	p, ok := v.r.picture(v.from.Path, dest)
	if !ok {
		return markdown.Image{Near: v.near(resolve(v.from.Path, dest))}
	}
	return markdown.Image{Found: true, URL: p.URL, Width: p.Width, Height: p.Height}
}

func (v resolver) near(path string) string {
	if path == "" {
		return ""
	}
	near := v.r.nearest(path)
	if near == "" {
		return ""
	}
	return "/" + strings.TrimPrefix(near, "content/")
}

// folder finds the site or section that a folder of the tree stands for.
func (s *Store) folder(path string) (place, bool) {
	id, rest, _ := strings.Cut(strings.TrimPrefix(path, "content/"), "/")
	c := s.portal().Site(id)
	if c == nil {
		return place{}, false
	}
	if rest == "" {
		return place{site: c}, true
	}
	if sec := c.Section(rest); sec != nil {
		return place{site: c, section: sec}, true
	}
	return place{}, false
}

// absolute is an address with scheme and host.
func absolute(c *config.Site, ref string) string {
	if u, err := url.Parse(ref); err == nil && u.IsAbs() {
		return ref
	}
	return c.Address.Origin() + ref
}
