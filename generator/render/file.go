package render

import (
	"fmt"

	"sonla.gov.vn/bientap/generator/view"
)

// File returns the bytes of a view that no layout draws: a feed, a sitemap, a
// file that other programs look for.
func File(v any) ([]byte, error) {
	switch v := v.(type) {
	case *view.Feed:
		f := Feed{ID: v.ID, Title: v.Title, Lang: v.Lang, Self: v.Self, Home: v.Home, Author: v.Author}
		for _, e := range v.Entries {
			f.Entries = append(f.Entries, Entry{
				ID: e.ID, Title: e.Title, URL: e.URL, Summary: e.Summary, Authors: []string{e.Author},
				Topics: e.Categories, Published: e.Published, Updated: e.Updated,
			})
		}
		return Atom(f)
	case *view.SitemapIndex:
		var s SitemapIndex
		for _, loc := range v.Shards {
			s = append(s, Sitemap{Loc: loc})
		}
		return s.Encode()
	case *view.URLSet:
		var s URLSet
		for _, u := range v.URLs {
			e := URL{Loc: u.URL, Modified: u.LastMod}
			for _, a := range u.Alternates {
				e.Alternates = append(e.Alternates, Language{a.Lang, a.Absolute})
			}
			s = append(s, e)
		}
		return s.Encode()
	case *view.Robots:
		return Robots{Sitemaps: v.Sitemaps}.Encode()
	case *view.SecurityTxt:
		return SecurityTxt{
			Contact: []string{v.Contact}, Expires: v.Expires, Languages: v.Languages, Canonical: []string{v.Canonical},
		}.Encode()
	case *view.WebManifest:
		return WebManifest{
			Name: v.Name, ShortName: v.ShortName, Lang: v.Lang, ID: v.StartURL, StartURL: v.StartURL, Scope: v.StartURL,
			Display: "browser", ThemeColour: v.ThemeColour, BackgroundColour: "#ffffff",
			Icons: []Icon{{Src: v.Icon.URL, Sizes: "any", Type: "image/svg+xml"}},
		}.Encode()
	}
	return nil, fmt.Errorf("render: no file is made of a %T", v)
}
