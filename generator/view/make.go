package view

import (
	"fmt"

	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/site"

	"time"
)

// Made is a view, the layout that it is for, and what it depends on.
type Made struct {
	// View is one of the structs of this package.
	View any
	// Layout is the layout for HTML views; empty for other files, whose
	// type alone says how they are written.
	Layout string
	// Lang is the language of the layout's messages.
	Lang  string
	Trace Trace
}

// Make makes the view of an output.
func (s *Store) Make(o site.Output) Made {
	r := &recorder{Store: s, out: o, lang: s.in.Graph.Portal.Site(o.Site).Language}
	v, layout := r.make()
	return Made{View: v, Layout: layout, Lang: r.lang, Trace: r.trace}
}

func (r *recorder) make() (view any, layout string) {
	switch r.out.Class {
	case site.Home:
		return r.home(), "home"
	case site.Index:
		return r.index(), "section"
	case site.MonthPart:
		return r.month(), "month"
	case site.Archive:
		return r.archive(), "archive"
	case site.Tags:
		return r.tagIndex(), "tags"
	case site.Page:
		v := r.pageView(r.page(r.out.Page))
		return v, v.Kind
	case site.Gone:
		return r.goneView(r.page(r.out.Page)), "gone"
	case site.Redirect:
		return r.redirect(), "redirect"
	case site.SiteMap:
		return r.siteMap(), "map"
	case site.NotFound:
		return r.notFound(), "notfound"
	case site.Feed:
		return r.feed(), ""
	case site.SitemapIndex:
		return r.sitemapIndex(), ""
	case site.SitemapMonth:
		return r.sitemapMonth(), ""
	case site.SitemapRest:
		return r.sitemapRest(), ""
	case site.Robots:
		return r.robots(), ""
	case site.SecurityTxt:
		return r.securityTxt(), ""
	case site.WebManifest:
		return r.webManifest(), ""
	}
	panic(fmt.Sprintf("view: output %q has the unknown class %d", r.out.Path, r.out.Class))
}

// whenOf is the instant t as it would be written in the portal.
func (s *Store) whenOf(t time.Time) content.When {
	t = t.In(s.in.Graph.Location())
	return content.When{
		Year: int16(t.Year()), Month: int8(t.Month()), Day: int8(t.Day()),
		Hour: int8(t.Hour()), Minute: int8(t.Minute()), HasClock: true,
	}
}
