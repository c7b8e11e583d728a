package render

import (
	"fmt"

	"sonla.gov.vn/bientap/generator/view"
)

// File returns the bytes of a view that no layout draws: a feed, a sitemap, a
// file that other programs look for. It takes pointers to the views Feed,
// SitemapIndex, URLSet, Robots, SecurityTxt and WebManifest. A value that its
// format cannot hold, or that would make a line of its own in a file of
// lines, is an error.
func File(v any) ([]byte, error) {
	var out []byte
	var err error
	switch v := v.(type) {
	case *view.Feed:
		out, err = atom(v)
	case *view.SitemapIndex:
		out, err = sitemapIndex(v)
	case *view.URLSet:
		out, err = sitemap(v)
	case *view.Robots:
		out, err = robots(v)
	case *view.SecurityTxt:
		out, err = securityTxt(v)
	case *view.WebManifest:
		out, err = webManifest(v)
	default:
		err = fmt.Errorf("no file is made of a %T", v)
	}
	if err != nil {
		return nil, fmt.Errorf("render: %w", err)
	}
	return out, nil
}
