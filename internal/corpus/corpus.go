// Package corpus makes large portals, for benchmarks and property tests: a
// configuration, records, and any number of pages of ordinary Vietnamese text,
// spread over sites, sections, months and tags as those of a province are.
//
// A portal is a function of its [Options]: equal options give equal bytes. A
// page is a function of the options and its index, and made without looking at
// the other pages, so a portal of any size takes no memory and any page can be
// made alone. Pages are numbered from the oldest. They refer to earlier pages
// only, and only to such as stay in place: cut off after any page, a portal
// still has no findings, once it has the plain pages that come first.
//
// A page has four to five kilobytes. Three in ten are documents, with a
// number, relations to earlier documents and a state of validity. Some in a
// thousand are pinned, withdrawn, corrected, expired, scheduled, translated
// into English, or have a former address. Two pages of each site, the first
// ones of the portal, are plain pages without a date; one of them shows all
// images and attachments of its site, so that no file is left unused once
// there are as many pages as sites.
//
// Nothing in the text is true: names of places are put together from syllables
// and figures are drawn by lot.
package corpus

import (
	"cmp"
	"fmt"
	"iter"
	"math/rand/v2"
	"sort"
	"time"
)

// Options say how large a portal is and which one. A field that is zero has
// the default named with it.
type Options struct {
	// Pages is the number of pages, 1 to MaxPages; there is no default.
	Pages int
	// Sites is the number of sites, the main one among them: 20.
	Sites int
	// Sections is the number of sections of each site: 12.
	Sections int
	// Tags is the number of tags: 60.
	Tags int
	// Documents is how many pages of a hundred are documents: 30. It is
	// negative for none.
	Documents int
	// Seed tells apart portals that are otherwise alike.
	Seed uint64
	// From and To are the first and the last day of publication, in UTC: To
	// is 2026-11-20, From ten years before it.
	From, To time.Time
}

// MaxPages is the greatest number of pages: documents are numbered within a
// year, and document numbers have at most six digits.
const MaxPages = 999_999

// Portal makes the files of one portal. It is never changed, and safe for
// concurrent use.
type Portal struct {
	o Options
	// days is the length of the time of publication.
	days      int
	sites     []record
	articles  []section
	documents []section
	// firsts are the indexes of the first page of each year, from o.From on.
	firsts []int
}

// New returns the portal that the options name, or an error that says which
// option is out of range.
func New(o Options) (*Portal, error) {
	o.Sites, o.Sections, o.Tags = cmp.Or(o.Sites, 20), cmp.Or(o.Sections, 12), cmp.Or(o.Tags, 60)
	o.Documents = max(cmp.Or(o.Documents, 30), 0)
	o.To = cmp.Or(o.To, time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)).UTC().Truncate(24 * time.Hour)
	o.From = cmp.Or(o.From, o.To.AddDate(-10, 0, 1)).UTC().Truncate(24 * time.Hour)
	for _, limit := range []struct {
		option          string
		value, from, to int
	}{
		{"pages", o.Pages, 1, MaxPages},
		{"sites", o.Sites, 1, len(agencies) + len(placePrefixes)*len(placeStems)},
		{"sections", o.Sections, 3, 1 + len(articleSections) + len(documentSections)},
		{"tags", o.Tags, 1, len(aspects) * len(themes)},
		{"documents per hundred pages", o.Documents, 0, 100},
		{"first year", o.From.Year(), 1900, 2190},
		{"last year", o.To.Year(), o.From.Year(), 2190},
	} {
		if limit.value < limit.from || limit.value > limit.to {
			return nil, fmt.Errorf("%s: %d is out of range; choose %d to %d", limit.option, limit.value, limit.from, limit.to)
		}
	}
	if o.To.Before(o.From) {
		return nil, fmt.Errorf("the last day %s comes before the first, %s", o.To.Format(time.DateOnly), o.From.Format(time.DateOnly))
	}
	p := &Portal{o: o, days: int(o.To.Sub(o.From).Hours()/24) + 1}
	p.furnish()
	return p, nil
}

// furnish chooses the sites, the sections, and the first page of each year.
func (p *Portal) furnish() {
	for i := range p.o.Sites {
		p.sites = append(p.sites, siteAgency(i))
	}
	// At least one section of each kind, and none that the tables lack.
	rest := p.o.Sections - 1
	documents := min(max(rest*p.o.Documents/100, rest-len(articleSections), 1), rest-1, len(documentSections))
	p.articles, p.documents = articleSections[:rest-documents], documentSections[:documents]
	for year := p.o.From.Year(); year <= p.o.To.Year(); year++ {
		p.firsts = append(p.firsts, sort.Search(p.o.Pages, func(i int) bool { return p.day(i).Year() >= year }))
	}
}

// siteAgency returns the body that site number i belongs to.
func siteAgency(i int) record {
	if i < len(agencies) {
		return agencies[i]
	}
	i -= len(agencies)
	prefix := i % len(placePrefixes)
	place := placePrefixes[prefix] + " " + placeStems[(i/len(placePrefixes)+prefix)%len(placeStems)]
	names := name{"Ủy ban nhân dân xã " + place, "People's Committee of " + place + " Commune"}
	return record{slug("xã " + place), names, "UBND"}
}

// day returns the day on which page i is published. Days never decrease from
// page to page, and grow somewhat busier towards the last. Plain pages have
// the first day, pages from Options.Pages on the last.
func (p *Portal) day(i int) time.Time {
	plain := len(aboutPages) * len(p.sites)
	n, k := int64(p.o.Pages-plain), int64(i-plain)
	switch {
	case i >= p.o.Pages:
		return p.o.To
	case k <= 0:
		return p.o.From
	}
	return p.o.From.AddDate(0, 0, int(int64(p.days)*k*(5*n-k)/(4*n*n)))
}

// File returns the path of page i, from the root of the portal, and its bytes.
// Pages from Options.Pages on do not belong to the portal that [Write] makes:
// they are what would be published next.
func (p *Portal) File(i int) (path string, data []byte) { return p.Revision(i, 0) }

// Revision returns page i after it was edited for the kth time: with another
// title, summary, body, tags and relations. Its path, id, date and kind stay,
// and so does what is out of the ordinary with it. Revision 0 is File; k is
// below 1<<20.
func (p *Portal) Revision(i, k int) (path string, data []byte) {
	return p.appendPage(make([]byte, 0, 5<<10), i, k)
}

// Others returns the files of the portal that are not pages, each with its
// path and bytes: the configuration, the records, images and files to
// download.
func (p *Portal) Others() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		_ = yield("config.yaml", p.config()) && p.records(yield) && p.media(yield)
	}
}

// lot returns the choices of page i for one purpose. Purposes do not disturb
// one another, so that an address stays when the text changes.
func (p *Portal) lot(i, purpose, revision int) *rand.Rand {
	return rand.New(rand.NewPCG(p.o.Seed, uint64(i)<<24|uint64(purpose)<<20|uint64(revision)))
}

// The purposes of lots.
const (
	forPlace = iota
	forSubject
	forTitle
	forFront
	forBody
)
