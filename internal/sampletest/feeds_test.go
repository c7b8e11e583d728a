package sampletest_test

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/site"
)

type sitemapIndex struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Loc     []string `xml:"sitemap>loc"`
}

type urlset struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	URL     []struct {
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod"`
		Link    []link `xml:"http://www.w3.org/1999/xhtml link"`
	} `xml:"url"`
}

type link struct {
	Rel      string `xml:"rel,attr"`
	Type     string `xml:"type,attr"`
	HrefLang string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

type feed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    []link   `xml:"link"`
	Entry   []struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Link    []link `xml:"link"`
	} `xml:"entry"`
}

// parse decodes a file of the sample from XML.
func parse[T any](e *few, s *sample, address string) T {
	e.t.Helper()
	var v T
	data, ok := s.files[strings.TrimPrefix(strings.TrimPrefix(address, s.origin), "/")]
	if !ok || !strings.HasPrefix(address, s.origin) {
		e.Errorf("no file at %s", address)
		return v
	}
	if err := xml.Unmarshal(data, &v); err != nil {
		e.Errorf("%s: %v", address, err)
	}
	return v
}

// sitemapURLs returns what robots.txt leads to, through the sitemaps.
func sitemapURLs(e *few, s *sample) urlset {
	e.t.Helper()
	var all urlset
	shards := map[string]bool{}
	for line := range strings.Lines(string(s.files["robots.txt"])) {
		address, ok := strings.CutPrefix(strings.TrimSpace(line), "Sitemap: ")
		if !ok {
			continue
		}
		for _, shard := range parse[sitemapIndex](e, s, address).Loc {
			shards[strings.TrimPrefix(shard, s.origin+"/")] = true
			all.URL = append(all.URL, parse[urlset](e, s, shard).URL...)
		}
	}
	for o := range s.portal.Graph.Outputs() {
		if (o.Class == site.SitemapMonth || o.Class == site.SitemapRest) && !shards[o.Path] {
			e.Errorf("no index leads to %s", o.Path)
		}
	}
	return all
}

// The sitemaps name every page that has something of its own to say, once,
// and no page that is kept from search engines. Months, archives and tags are
// ways to pages; engines that want them follow the links.
func TestSitemaps(t *testing.T) {
	s, e := theSample(t), sparing(t)
	seen := map[string]int{}
	for _, u := range sitemapURLs(e, s).URL {
		p := s.byPath[strings.TrimPrefix(u.Loc, s.origin)]
		if !strings.HasPrefix(u.Loc, s.origin) || p == nil {
			e.Errorf("%s is no page", u.Loc)
			continue
		}
		seen[p.path]++
		if noindex(p) {
			e.Errorf("%s is in a sitemap and kept from engines", p.path)
		}
		if u.LastMod != "" {
			moment(e, u.Loc, u.LastMod)
		}
		for _, l := range u.Link {
			if want := head(p.root, "link", "hreflang", l.HrefLang, "href"); len(want) != 1 || want[0] != l.Href {
				e.Errorf("%s: %s is %q in the sitemap, %q on the page", p.path, l.HrefLang, l.Href, want)
			}
		}
	}
	for _, p := range s.pages {
		want := 0
		switch c := p.output.Class; {
		case c == site.Home, c == site.Page, c == site.SiteMap, c == site.Index && p.output.List.Kind == site.OfSection:
			want = 1
		}
		if got := seen[p.path]; got > 1 || got < want {
			e.Errorf("%s is %d times in the sitemaps", p.path, got)
		}
	}
}

// moment checks a time of RFC 3339 that is not in the future.
func moment(e *few, where, value string) {
	e.t.Helper()
	if at, err := time.Parse(time.RFC3339, value); err != nil || at.After(now) {
		e.Errorf("%s: the time %q: %v", where, value, err)
	}
}

// Feeds are what RFC 4287 asks for, and lead to pages.
func TestFeeds(t *testing.T) {
	s, e := theSample(t), sparing(t)
	feeds, ids := 0, map[string]string{}
	for o := range s.portal.Graph.Outputs() {
		if o.Class != site.Feed {
			continue
		}
		feeds++
		address := s.origin + "/" + o.Path
		f := parse[feed](e, s, address)
		if other, twice := ids[f.ID]; f.ID == "" || f.Title == "" || twice {
			e.Errorf("%s: id %q (also of %q), title %q", address, f.ID, other, f.Title)
		}
		ids[f.ID] = address
		moment(e, address, f.Updated)
		if got := href(f.Link, "self"); got != address {
			e.Errorf("%s calls itself %q", address, got)
		}
		if got := href(f.Link, "alternate"); s.byPath[strings.TrimPrefix(got, s.origin)] == nil {
			e.Errorf("%s: no page at %q", address, got)
		}
		if len(f.Entry) == 0 || len(f.Entry) > s.portal.Config.Lists.Feed {
			e.Errorf("%s has %d entries", address, len(f.Entry))
		}
		for _, n := range f.Entry {
			moment(e, address, n.Updated)
			to := s.byPath[strings.TrimPrefix(href(n.Link, "alternate"), s.origin)]
			if to == nil || to.output.Class != site.Page || n.ID == "" || n.Title == "" {
				e.Errorf("%s: the entry %q with the id %q leads to %q", address, n.Title, n.ID, href(n.Link, "alternate"))
			}
		}
	}
	if feeds < 20 {
		e.Errorf("only %d feeds", feeds)
	}
}

// href returns the address of the link with a relation; none is "alternate".
func href(links []link, rel string) string {
	for _, l := range links {
		if l.Rel == rel || l.Rel == "" && rel == "alternate" {
			return l.Href
		}
	}
	return ""
}

// Web manifests name icons that exist and a scope that holds their start.
func TestWebManifests(t *testing.T) {
	s, e := theSample(t), sparing(t)
	for o := range s.portal.Graph.Outputs() {
		if o.Class != site.WebManifest {
			continue
		}
		var m struct {
			Name  string `json:"name"`
			Start string `json:"start_url"`
			Scope string `json:"scope"`
			Icons []struct {
				Src string `json:"src"`
			} `json:"icons"`
		}
		if err := json.Unmarshal(s.files[o.Path], &m); err != nil {
			e.Errorf("%s: %v", o.Path, err)
		}
		if m.Name == "" || s.byPath[m.Start] == nil || !strings.HasPrefix(m.Start, m.Scope) || len(m.Icons) == 0 {
			e.Errorf("%s: %+v", o.Path, m)
		}
		for _, icon := range m.Icons {
			if _, ok := s.files[strings.TrimPrefix(icon.Src, "/")]; !ok {
				e.Errorf("%s: no icon at %q", o.Path, icon.Src)
			}
		}
	}
}
