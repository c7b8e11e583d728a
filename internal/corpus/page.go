package corpus

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"time"

	"sonla.gov.vn/bientap/internal/vietnamese"
)

// page is what can be known of a page without making its text: enough to
// refer to it.
type page struct {
	index int
	kind  kind
	site  record
	dir   string // content/<site>/<section>
	day   time.Time
	trait trait
	// origin is the index of the page that a translation translates.
	origin int
	// typ is the type of a document, serial its number within its year.
	typ    record
	serial int
}

type kind int

const (
	about kind = iota
	article
	document
)

// trait is what is out of the ordinary with a page.
type trait int

const (
	ordinary trait = iota
	pinned
	corrected
	aliased
	withdrawn
	expired
	scheduled
	translated
)

// perMille says how many articles of a thousand have each trait. Documents
// neither expire nor are scheduled or translated.
var perMille = [...]int{pinned: 3, corrected: 5, aliased: 8, withdrawn: 3, expired: 4, scheduled: 2, translated: 8}

// page returns what page i is.
func (p *Portal) page(i int) page {
	g := p.draw(i)
	if g.trait != translated {
		return g
	}
	if i > 0 {
		if origin := p.draw(i - 1); origin.kind == article && origin.trait == ordinary {
			g.site, g.dir, g.origin = origin.site, origin.dir, origin.index
			return g
		}
	}
	g.trait = ordinary
	return g
}

// draw is page, before it is known whether a translation has an original.
func (p *Portal) draw(i int) page {
	g := page{index: i, day: p.day(i)}
	if i < len(aboutPages)*len(p.sites) {
		g.site = p.sites[i%len(p.sites)]
		g.dir = "content/" + g.site.id + "/" + aboutSection.path
		return g
	}
	lot := p.lot(i, forPlace, 0)
	g.kind, g.trait = article, drawTrait(lot)
	sections := p.articles
	if lot.IntN(100) < p.o.Documents {
		g.kind, sections = document, p.documents
		g.typ = documentTypes[min(lot.IntN(len(documentTypes)), lot.IntN(len(documentTypes)))]
		g.serial = i - p.firsts[g.day.Year()-p.o.From.Year()] + 1
		if g.trait >= expired {
			g.trait = ordinary
		}
	}
	// The main site has three times the pages of a component, the first
	// section twice those of another.
	g.site = p.sites[max(lot.IntN(len(p.sites)+2)-2, 0)]
	g.dir = "content/" + g.site.id + "/" + sections[max(lot.IntN(len(sections)+1)-1, 0)].path
	if g.trait == scheduled {
		g.day = p.o.To.AddDate(0, 0, 1+lot.IntN(30))
	}
	return g
}

func drawTrait(lot *rand.Rand) trait {
	n := lot.IntN(1000)
	for t, share := range perMille {
		if n -= share; n < 0 {
			return trait(t)
		}
	}
	return ordinary
}

// steady reports whether a page can be referred to at any time.
func (g page) steady() bool {
	return g.trait != withdrawn && g.trait != expired && g.trait != scheduled
}

// number is the number of a document.
func (g page) number() string {
	switch {
	case g.typ.abbreviation == "":
		return fmt.Sprintf("%02d/%s-TH", g.serial, g.site.abbreviation)
	case g.typ.id == "quyet-dinh" && g.serial%5 == 0:
		return fmt.Sprintf("%02d/%d/%s-%s", g.serial, g.day.Year(), g.typ.abbreviation, g.site.abbreviation)
	}
	return fmt.Sprintf("%02d/%s-%s", g.serial, g.typ.abbreviation, g.site.abbreviation)
}

// path is the file of a page. Its name is unique by the index, or by the
// number that a document has in its year.
func (p *Portal) path(g page) string {
	switch g.kind {
	case about:
		return g.dir + "/" + aboutPages[g.index/len(p.sites)][0] + ".md"
	case document:
		return fmt.Sprintf("%s/%d-%s-%d.md", g.dir, g.serial, slug(g.typ.VI+" "+g.site.abbreviation), g.day.Year())
	}
	return fmt.Sprintf("%s/%s-%d.md", g.dir, slug(p.title(g, 0)), g.index)
}

func slug(s string) string { return vietnamese.Slug(s) }

// idLetters are the characters of an id, the letters first: an id begins with
// a letter, lest YAML take it for a number.
const idLetters = "abcdefghjkmnpqrstvwxyz0123456789"

// id returns the id of page i. The last nine characters are 45 bits that are
// a permutation of the index, so no two pages share them.
func (p *Portal) id(i int) string {
	const mask = 1<<45 - 1
	x := (uint64(i) + (p.o.Seed+1)*0x9e3779b97f4a7c15) & mask
	x = x * 0xbf58476d1ce4e5b9 & mask
	x ^= x >> 22
	x = x * 0x94d049bb133111eb & mask
	x ^= x >> 23
	id := []byte{idLetters[x%22], 9: 0}
	for k := 1; k < len(id); k++ {
		id[k] = idLetters[x%32]
		x /= 32
	}
	return string(id)
}

// relative is the file to as a page in the folder from refers to it.
func relative(from, to string) string {
	rel, _ := filepath.Rel(from, to) // no error: both are relative to the root
	return filepath.ToSlash(rel)
}
