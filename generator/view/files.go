package view

import "time"

// Feed is the view of an Atom feed (RFC 4287).
type Feed struct {
	// ID and Self are the feed's address with scheme and host.
	ID, Self string
	// Home is the address of the page that the feed belongs to.
	Home     string
	Lang     string
	Title    string
	Subtitle string
	// Author is the body that answers for the feed.
	Author string
	// Updated is the latest of its entries' times, never the build's.
	Updated time.Time
	Entries []FeedEntry
}

// FeedEntry is one page in a feed.
type FeedEntry struct {
	// ID is permanent, whatever becomes of the address.
	ID        string
	Title     string
	URL       string
	Summary   string
	Author    string
	Published time.Time
	Updated   time.Time
	// Categories are the names of the page's tags.
	Categories []string
}

// SitemapIndex is the view of a site's sitemap.xml: the addresses of its
// shards (sitemaps.org protocol 0.9).
type SitemapIndex struct{ Shards []string }

// URLSet is the view of one shard of a sitemap.
type URLSet struct{ URLs []SitemapURL }

// SitemapURL is an address with the day of its last change, if it has one.
type SitemapURL struct {
	URL     string
	LastMod time.Time
	// Alternates are the same page in other languages.
	Alternates []Alternate
}

// Robots is the view of a host's robots.txt.
type Robots struct {
	// Sitemaps are the sitemap indexes of the sites on the host.
	Sitemaps []string
}

// SecurityTxt is the view of .well-known/security.txt (RFC 9116).
type SecurityTxt struct {
	Contact   string
	Expires   time.Time
	Languages []string
	Canonical string
}

// WebManifest is the view of a site's web application manifest.
type WebManifest struct {
	Name, ShortName string
	Lang            string
	StartURL        string
	ThemeColour     string
	Icon            Asset
}
