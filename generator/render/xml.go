package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"time"

	"sonla.gov.vn/bientap/generator/view"
)

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomTopic struct {
	Term string `xml:"term,attr"`
}

type atomEntry struct {
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Link      atomLink    `xml:"link"`
	Published string      `xml:"published,omitempty"`
	Updated   string      `xml:"updated"`
	Author    *atomPerson `xml:"author"`
	Topics    []atomTopic `xml:"category"`
	Summary   string      `xml:"summary,omitempty"`
}

type atomFeed struct {
	XMLName  xml.Name    `xml:"feed"`
	NS       string      `xml:"xmlns,attr"`
	Lang     string      `xml:"xml:lang,attr,omitempty"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Links    []atomLink  `xml:"link"`
	Updated  string      `xml:"updated"`
	Author   *atomPerson `xml:"author"`
	Entries  []atomEntry `xml:"entry"`
}

// atom encodes a feed (RFC 4287). The element updated may not be missing, so
// a feed without a time, which has no entries, has the beginning of Unix
// time.
func atom(f *view.Feed) ([]byte, error) {
	out := atomFeed{
		NS: "http://www.w3.org/2005/Atom", Lang: f.Lang, ID: f.ID, Title: f.Title, Subtitle: f.Subtitle,
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: f.Self},
			{Rel: "alternate", Type: "text/html", Href: f.Home},
		},
		Updated: stamp(f.Updated), Author: person(f.Author),
	}
	if out.Updated == "" {
		out.Updated = stamp(time.Unix(0, 0).UTC())
	}
	for _, e := range f.Entries {
		entry := atomEntry{
			ID: e.ID, Title: e.Title, Summary: e.Summary, Author: person(e.Author),
			Link:      atomLink{Rel: "alternate", Type: "text/html", Href: e.URL},
			Published: stamp(e.Published), Updated: stamp(e.Updated),
		}
		if entry.Updated == "" {
			entry.Updated = entry.Published
		}
		if entry.Updated == "" {
			return nil, fmt.Errorf("feed %q: the entry %q has no time", f.ID, e.ID)
		}
		for _, topic := range e.Categories {
			entry.Topics = append(entry.Topics, atomTopic{topic})
		}
		out.Entries = append(out.Entries, entry)
	}
	return encode(out)
}

func person(name string) *atomPerson {
	if name == "" {
		return nil
	}
	return &atomPerson{name}
}

// The limits of the sitemap protocol on one file.
const (
	maxSitemapEntries = 50_000
	maxSitemapBytes   = 50 << 20
)

const sitemapNS = "http://www.sitemaps.org/schemas/sitemap/0.9"

type sitemapLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

type sitemapEntry struct {
	Loc      string        `xml:"loc"`
	Modified string        `xml:"lastmod,omitempty"`
	Links    []sitemapLink `xml:"xhtml:link"`
}

// sitemap encodes one shard of a sitemap; the namespace of the alternates is
// declared only where there are some.
func sitemap(s *view.URLSet) ([]byte, error) {
	out := struct {
		XMLName xml.Name       `xml:"urlset"`
		NS      string         `xml:"xmlns,attr"`
		XHTML   string         `xml:"xmlns:xhtml,attr,omitempty"`
		Entries []sitemapEntry `xml:"url"`
	}{NS: sitemapNS}
	for _, u := range s.URLs {
		e := sitemapEntry{Loc: u.URL, Modified: stamp(u.LastMod)}
		for _, a := range u.Alternates {
			e.Links = append(e.Links, sitemapLink{Rel: "alternate", Lang: a.Lang, Href: a.Absolute})
			out.XHTML = "http://www.w3.org/1999/xhtml"
		}
		out.Entries = append(out.Entries, e)
	}
	return bounded(len(s.URLs), out)
}

func sitemapIndex(s *view.SitemapIndex) ([]byte, error) {
	out := struct {
		XMLName xml.Name       `xml:"sitemapindex"`
		NS      string         `xml:"xmlns,attr"`
		Entries []sitemapEntry `xml:"sitemap"`
	}{NS: sitemapNS}
	for _, loc := range s.Shards {
		out.Entries = append(out.Entries, sitemapEntry{Loc: loc})
	}
	return bounded(len(s.Shards), out)
}

// bounded encodes a sitemap unless it is larger than the protocol allows.
func bounded(entries int, v any) ([]byte, error) {
	if entries > maxSitemapEntries {
		return nil, fmt.Errorf("a sitemap has %d entries, the protocol allows %d: split it", entries, maxSitemapEntries)
	}
	out, err := encode(v)
	if err == nil && len(out) > maxSitemapBytes {
		return nil, fmt.Errorf("a sitemap has %d bytes, the protocol allows %d: split it", len(out), maxSitemapBytes)
	}
	return out, err
}

// stamp writes a time as RFC 3339 does, and a zero time as nothing.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// encode writes a document with its declaration. Characters that XML cannot
// hold become U+FFFD.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	if err := xml.NewEncoder(&b).Encode(v); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
