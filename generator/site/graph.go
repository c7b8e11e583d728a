// Package site makes of the pages of a portal one immutable graph: which site
// and section each belongs to, at which address it stands, what state it is in
// at this moment, which lists it appears in and beside whom, what it translates
// and what refers to it.
//
// The graph is built from nothing by [Build], never changed, and safe for any
// number of readers. Everything that is wrong between pages (two pages at one
// address, a reference that leads nowhere) is a finding, and all findings are
// reported at once.
//
// The shape of the site is chosen so that publishing one page touches the same
// few files however large the portal is: lists are cut by month and counted
// from the oldest, a withdrawn page keeps its place, and the indexes show only
// the newest. [Graph.Outputs] enumerates every file that the portal has.
package site

import (
	"crypto/sha256"
	"encoding/json"
	"hash"
	"time"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
)

// Sum identifies what a reader can see of something; equal sums mean that
// nothing a reader could have seen is different.
type Sum [16]byte

// Status is whether a page is shown.
type Status uint8

// The statuses of a page at a moment.
const (
	Live Status = iota
	Scheduled
	Expired
	Withdrawn
	// LeftOut is a page that cannot be listed because of a fault; it is
	// checked like the others, so that all its faults are found at once.
	LeftOut
)

// Node is a page in its place.
type Node struct {
	*content.Page
	Site *config.Site
	// Section is the nearest section that holds the page; nil for a page
	// that stands directly in its site's folder.
	Section *config.Section
	// URL is the page's address on its host: "/tin-tuc/bai-viet/".
	URL    string
	Status Status
	// State is the index of the page's state in Kind.States, or -1.
	State int
	// When orders the page in lists; zero for pages that are not dated.
	When time.Time
	// Sum covers all that another page can see of this one.
	Sum Sum
}

// Host is the host that the page stands on.
func (n *Node) Host() string { return n.Site.Address.Host }

// ListKey names a list of pages of one site.
type ListKey struct {
	Site string
	// Kind is OfSite, OfSection or OfTag.
	Kind ListKind
	// ID is the section's path or the tag's id; empty for the whole site.
	ID string
}

// ListKind says what the pages of a list have in common.
type ListKind uint8

// The kinds of lists.
const (
	OfSite ListKind = iota
	OfSection
	OfTag
)

// Backlink is a reference to a page made by another, with a name for it as
// seen from here.
type Backlink struct {
	From  *Node
	Label config.Text
	id    string
}

// Graph is the portal as pages and what they are to one another.
type Graph struct {
	Portal  *config.Portal
	Kinds   content.Kinds
	Records content.Records
	// Now is the moment that decides what is shown.
	Now time.Time

	loc          *time.Location
	nodes        map[string]*Node // by id
	paths        map[string]*Node // by file
	lists        map[ListKey]*List
	undated      map[string][]*Node    // by site: live pages listed by title
	tags         map[string][]string   // by site: ids in use
	translations map[string][]*Node    // by id of the original, original first
	backlinks    map[string][]Backlink // by id
	sums         map[string]Sum        // by site: see SiteSum
	next         time.Time
}

// Location is the portal's time zone.
func (g *Graph) Location() *time.Location { return g.loc }

// Page returns the page with an id, or nil.
func (g *Graph) Page(id string) *Node { return g.nodes[id] }

// PageAt returns the page in a file, or nil.
func (g *Graph) PageAt(path string) *Node { return g.paths[path] }

// Pages returns the number of pages.
func (g *Graph) Pages() int { return len(g.nodes) }

// List returns a list; a list without pages is empty, never nil.
func (g *Graph) List(key ListKey) *List {
	if l := g.lists[key]; l != nil {
		return l
	}
	return &List{}
}

// Tags returns the ids of the tags that pages of a site carry, in order; a tag
// that only pages listed by title carry has an empty list.
func (g *Graph) Tags(site string) []string { return g.tags[site] }

// Translations returns a page's other language versions that are shown.
func (g *Graph) Translations(n *Node) []*Node {
	origin := n.TranslationOf
	if origin == "" {
		origin = n.ID
	}
	var out []*Node
	for _, other := range g.translations[origin] {
		if other != n && other.Status == Live {
			out = append(out, other)
		}
	}
	return out
}

// Backlinks returns the references that live pages make to the page with an
// id, grouped by what the reference is called, newest first in each group.
func (g *Graph) Backlinks(id string) []Backlink { return g.backlinks[id] }

// Next returns the next moment at which the clock alone will change what is
// shown; zero if there is none.
func (g *Graph) Next() time.Time { return g.next }

// SiteSum covers all that the configuration says of a site and of the portal.
func (g *Graph) SiteSum(id string) Sum { return g.sums[id] }

// digest starts a sum.
func digest() hash.Hash { return sha256.New() }

func finish(h hash.Hash) (s Sum) {
	copy(s[:], h.Sum(nil))
	return s
}

// SumOf returns the sum of plain data: strings, numbers, and structs, slices
// and maps of them.
func SumOf(v any) Sum {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // a type that is no plain data: a fault of the program
	}
	h := digest()
	h.Write(b)
	return finish(h)
}

// SumNodes returns the sum of a sequence of pages.
func SumNodes(nodes []*Node) Sum {
	h := digest()
	for _, n := range nodes {
		h.Write(n.Sum[:])
	}
	return finish(h)
}
