package view

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/site"
)

// Sum answers a query and returns only the sum of the answer.
func (s *Store) Sum(q Query) site.Sum {
	switch q.Op {
	case opFrame:
		_, sum := remember(s, q, s.askFrame)
		return sum
	case opPage:
		_, sum := s.askPage(q)
		return sum
	case opPath:
		_, sum := s.askPath(q)
		return sum
	case opBody:
		_, _, sum := s.askBody(q)
		return sum
	case opFacts:
		_, _, sum := s.askFacts(q)
		return sum
	case opNear:
		_, sum := s.askNear(q)
		return sum
	case opNewest, opPinned, opOlder, opPart, opUndated, opSectionPages, opTranslations:
		_, sum := s.askNodes(q)
		return sum
	case opMonths:
		_, sum := s.askMonths(q)
		return sum
	case opNeighbours:
		_, sum := s.askNeighbours(q)
		return sum
	case opBacklinks:
		_, sum := s.askBacklinks(q)
		return sum
	case opRecord:
		_, sum := remember(s, q, s.askRecord)
		return sum
	case opTags:
		_, sum := remember(s, q, s.askTags)
		return sum
	case opSites:
		_, sum := remember(s, q, s.askSites)
		return sum
	case opSite:
		return s.in.Graph.SiteSum(q.A)
	case opProvenance:
		_, sum := s.askProvenance(q)
		return sum
	case opWord:
		_, sum := remember(s, q, s.askWord)
		return sum
	}
	panic(fmt.Sprintf("view: query with unknown operation %d", q.Op))
}

func (s *Store) askPage(q Query) (*site.Node, site.Sum) {
	n := s.in.Graph.Page(q.A)
	if n == nil {
		return nil, site.Sum{}
	}
	return n, n.Sum
}

func (r *recorder) page(id string) *site.Node {
	q := Query{Op: opPage, A: id}
	n, sum := r.askPage(q)
	r.note(q, sum)
	return n
}

// place is what stands at a path of the portal's tree.
type place struct {
	node    *site.Node
	section *config.Section
	site    *config.Site
	facts   Facts
	isFile  bool
}

func (s *Store) askPath(q Query) (place, site.Sum) {
	if n := s.in.Graph.PageAt(q.A); n != nil {
		return place{node: n}, n.Sum
	}
	if p, ok := s.folder(q.A); ok {
		return p, s.in.Graph.SiteSum(p.site.ID)
	}
	f, ok := s.in.Files.Facts(q.A)
	return place{facts: f, isFile: ok}, f.sum()
}

func (r *recorder) at(path string) place {
	q := Query{Op: opPath, A: path}
	p, sum := r.askPath(q)
	r.note(q, sum)
	r.trace.Found = append(r.trace.Found, p.facts.Found...)
	return p
}

func (s *Store) askBody(q Query) ([]byte, error, site.Sum) {
	b, err := s.in.Files.Read(q.A)
	if err != nil {
		return nil, err, site.Sum{}
	}
	h := sha256.Sum256(b)
	return b, nil, site.Sum(h[:16])
}

func (r *recorder) body(path string) ([]byte, error) {
	q := Query{Op: opBody, A: path}
	b, err, sum := r.askBody(q)
	r.note(q, sum)
	return b, err
}

func (s *Store) askFacts(q Query) (Facts, bool, site.Sum) {
	f, ok := s.in.Files.Facts(q.A)
	return f, ok, f.sum()
}

func (r *recorder) facts(path string) (Facts, bool) {
	q := Query{Op: opFacts, A: path}
	f, ok, sum := r.askFacts(q)
	r.note(q, sum)
	r.trace.Found = append(r.trace.Found, f.Found...)
	return f, ok
}

func (s *Store) askNear(q Query) (string, site.Sum) {
	near := s.in.Files.Near(q.A)
	return near, site.SumOf(near)
}

// nearest returns the file whose path is spelled most like path, or "".
func (r *recorder) nearest(path string) string {
	q := Query{Op: opNear, A: path}
	near, sum := r.askNear(q)
	r.note(q, sum)
	return near
}

func (s *Store) askNodes(q Query) ([]*site.Node, site.Sum) {
	g := s.in.Graph
	var nodes []*site.Node
	switch q.Op {
	case opNewest:
		nodes = g.List(q.List).Newest(q.N)
	case opPinned:
		nodes = g.List(q.List).Pinned(q.N)
	case opOlder:
		if n := g.Page(q.A); n != nil {
			nodes = g.List(q.List).Older(n, q.N)
		}
	case opPart:
		nodes = g.List(q.List).Part(q.Month, q.N, g.Portal.Lists.Month)
	case opUndated:
		nodes = g.Undated(q.A)
	case opSectionPages:
		for _, n := range g.Undated(q.List.Site) {
			of := n.Section != nil && n.Section.Path == q.List.ID
			if q.List.Kind == site.OfTag {
				of = slices.Contains(n.Tags, q.List.ID)
			}
			if of {
				nodes = append(nodes, n)
			}
		}
	case opTranslations:
		if n := g.Page(q.A); n != nil {
			nodes = g.Translations(n)
		}
	}
	return nodes, site.SumNodes(nodes)
}

func (r *recorder) nodes(q Query) []*site.Node {
	nodes, sum := r.askNodes(q)
	r.note(q, sum)
	return nodes
}

// monthParts is a month of a list with the number of its parts.
type monthParts struct {
	Month site.Month
	Parts int
}

func (s *Store) askMonths(q Query) ([]monthParts, site.Sum) {
	list := s.in.Graph.List(q.List)
	var out []monthParts
	for _, m := range list.Months() {
		out = append(out, monthParts{m, list.Parts(m, s.portal().Lists.Month)})
	}
	if q.N > 0 && len(out) > q.N {
		out = out[len(out)-q.N:]
	}
	return out, site.SumOf(out)
}

// months returns the newest n months of a list (0 for all), oldest first.
func (r *recorder) months(key site.ListKey, n int) []monthParts {
	q := Query{Op: opMonths, List: key, N: n}
	m, sum := r.askMonths(q)
	r.note(q, sum)
	return m
}

// neighbours are the parts of a list just before and just after one of them.
type neighbours struct {
	Parts           int // of the month asked for
	Earlier, Later  monthParts
	HasEarlier, Has bool
}

func (s *Store) askNeighbours(q Query) (neighbours, site.Sum) {
	list, size := s.in.Graph.List(q.List), s.portal().Lists.Month
	before, after, hasBefore, hasAfter := list.Neighbours(q.Month)
	n := neighbours{
		Parts: list.Parts(q.Month, size), HasEarlier: hasBefore, Has: hasAfter,
		Later: monthParts{Month: after},
	}
	if hasBefore {
		n.Earlier = monthParts{before, list.Parts(before, size)}
	}
	return n, site.SumOf(n)
}

func (r *recorder) neighbours(key site.ListKey, m site.Month) neighbours {
	q := Query{Op: opNeighbours, List: key, Month: m}
	n, sum := r.askNeighbours(q)
	r.note(q, sum)
	return n
}

func (s *Store) askBacklinks(q Query) ([]site.Backlink, site.Sum) {
	links := s.in.Graph.Backlinks(q.A)
	type seen struct {
		From  site.Sum
		Label config.Text
	}
	all := make([]seen, len(links))
	for i, l := range links {
		all[i] = seen{l.From.Sum, l.Label}
	}
	return links, site.SumOf(all)
}

func (r *recorder) backlinks(id string) []site.Backlink {
	q := Query{Op: opBacklinks, A: id}
	l, sum := r.askBacklinks(q)
	r.note(q, sum)
	return l
}

func (s *Store) askRecord(q Query) (*content.Record, site.Sum) {
	rec := s.in.Graph.Records[q.A][q.B]
	if rec == nil {
		return nil, site.Sum{}
	}
	// Who reads a record may ask for its name of today, which changes with
	// the clock.
	return rec, site.SumOf(struct {
		Record *content.Record
		Today  content.DatedName
	}{rec, rec.On(s.today())})
}

// record returns a dated record, or nil.
func (r *recorder) record(kind, id string) *content.Record {
	q := Query{Op: opRecord, A: kind, B: id}
	rec, sum := remember(r.Store, q, r.askRecord)
	r.note(q, sum)
	return rec
}

func (s *Store) askTags(q Query) ([]string, site.Sum) {
	tags := s.in.Graph.Tags(q.A)
	return tags, site.SumOf(tags)
}

func (r *recorder) tags(id string) []string {
	q := Query{Op: opTags, A: id}
	t, sum := remember(r.Store, q, r.askTags)
	r.note(q, sum)
	return t
}

func (s *Store) askSites(Query) ([]config.Site, site.Sum) {
	sites := s.portal().Sites
	return sites, site.SumOf(sites)
}

// sites returns all sites of the portal.
func (r *recorder) sites() []config.Site {
	q := Query{Op: opSites}
	all, sum := remember(r.Store, q, r.askSites)
	r.note(q, sum)
	return all
}

// site returns what the configuration says of a site and of the portal.
func (r *recorder) site(id string) *config.Site {
	q := Query{Op: opSite, A: id}
	r.note(q, r.in.Graph.SiteSum(id))
	return r.portal().Site(id)
}

func (s *Store) askProvenance(q Query) (Provenance, site.Sum) {
	p, ok := s.in.Provenance[q.A]
	if !ok {
		return p, site.Sum{}
	}
	return p, site.SumOf(p)
}

func (r *recorder) provenance(id string) Provenance {
	q := Query{Op: opProvenance, A: id}
	p, sum := r.askProvenance(q)
	r.note(q, sum)
	return p
}

func (s *Store) askWord(q Query) (string, site.Sum) {
	w := s.in.Words(q.A, q.B)
	return w, site.SumOf(w)
}

// word returns a message in the output's language.
func (r *recorder) word(key string, args ...any) string {
	q := Query{Op: opWord, A: r.lang, B: key}
	_, sum := remember(r.Store, q, r.askWord)
	r.note(q, sum)
	return r.in.Words(r.lang, key, args...)
}
