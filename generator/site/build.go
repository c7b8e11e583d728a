package site

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/internal/diag"
)

// Build makes the graph of the pages as they are at the moment now. Pages are
// taken in any order; the result does not depend on it.
func Build(schema *content.Schema, pages []*content.Page, now time.Time) (*Graph, diag.List) {
	g := &Graph{
		Portal: schema.Portal, Kinds: schema.Kinds, Records: schema.Records, Now: now,
		loc:   schema.Portal.Offset.Location(),
		nodes: make(map[string]*Node, len(pages)), paths: make(map[string]*Node, len(pages)),
		lists: map[ListKey]*List{}, undated: map[string][]*Node{}, tags: map[string][]string{},
		translations: map[string][]*Node{}, backlinks: map[string][]Backlink{},
		sums: map[string]Sum{},
	}
	b := &builder{g: g, kindSums: map[*content.Kind]Sum{}}
	b.sites()
	slices.SortFunc(pages, func(a, b *content.Page) int { return strings.Compare(a.Path, b.Path) })
	nodes := make([]*Node, 0, len(pages))
	for _, p := range pages {
		if n := b.place(p); n != nil {
			nodes = append(nodes, n)
		}
	}
	b.list(nodes)
	b.relate(nodes)
	b.menus()
	b.clashes()
	return g, b.found
}

type builder struct {
	g        *Graph
	found    diag.List
	kindSums map[*content.Kind]Sum
}

func (b *builder) add(rule *diag.Rule, pos diag.Pos, args ...any) {
	b.found = append(b.found, rule.At(pos, args...))
}

// sites computes what the configuration says of each site.
func (b *builder) sites() {
	p := *b.g.Portal
	p.Sites = nil
	general := SumOf(p)
	for _, byID := range b.g.Records {
		for _, rec := range byID {
			for _, name := range rec.Names {
				if !name.From.IsZero() {
					b.due(name.From.Start(b.g.loc))
				}
			}
		}
	}
	for i := range b.g.Portal.Sites {
		s := &b.g.Portal.Sites[i]
		b.g.sums[s.ID] = SumOf(struct {
			General Sum
			Site    *config.Site
		}{general, s})
		if _, near := b.g.Records.Find("agencies", s.Agency); b.g.Records["agencies"][s.Agency] == nil {
			b.add(ruleNoAgency, s.Pos, s.ID, s.Agency, near)
		}
		for _, sec := range s.Sections {
			if b.g.Kinds[sec.Kind] == nil {
				b.add(ruleSectionKind, sec.Pos, sec.Path, sec.Kind, strings.Join(b.g.Kinds.Names(), ", "))
			}
		}
	}
}

// place gives a page its address and its state, or reports that another page
// has its id.
func (b *builder) place(p *content.Page) *Node {
	g := b.g
	if other := g.nodes[p.ID]; other != nil {
		b.add(ruleIDTwice, diag.Pos{Path: p.Path, Line: 1}, p.ID, other.Path)
		return nil
	}
	s := g.Portal.Site(p.Site)
	n := &Node{Page: p, Site: s, Section: sectionOf(s, p.Dir), State: -1}
	n.URL = s.Address.Path
	if p.Dir != "" {
		n.URL += p.Dir + "/"
	}
	n.URL += p.Slug + "/"
	if day := p.Day(); !day.IsZero() {
		n.When = day.At(g.loc)
	}
	if n.Section == nil && p.Dir != "" {
		b.add(ruleNoSection, diag.Pos{Path: p.Path}, p.Dir)
	}
	b.state(n)
	if p.Kind.List == content.ByMonths && n.When.IsZero() {
		b.add(ruleUndated, diag.Pos{Path: p.Path, Line: 1})
		n.Status = LeftOut
	}
	n.Sum = b.sum(n)
	g.nodes[p.ID], g.paths[p.Path] = n, n
	return n
}

func sectionOf(s *config.Site, dir string) *config.Section {
	for ; dir != "" && dir != "."; dir = path.Dir(dir) {
		if sec := s.Section(dir); sec != nil {
			return sec
		}
	}
	return nil
}

// state decides whether the page is shown and which of its kind's states it
// is in, and notes the moments at which that will change.
func (b *builder) state(n *Node) {
	now, loc := b.g.Now, b.g.loc
	if n.Withdrawn == nil {
		b.due(n.PublishAt.At(loc))
		b.due(n.ExpiresAt.At(loc))
	}
	switch {
	case n.Withdrawn != nil:
		n.Status = Withdrawn
	case !n.PublishAt.IsZero() && n.PublishAt.At(loc).After(now):
		n.Status = Scheduled
	case !n.ExpiresAt.IsZero() && !n.ExpiresAt.At(loc).After(now):
		n.Status = Expired
	}
	for i, s := range n.Kind.States {
		if n.State < 0 && b.holds(n, s) {
			n.State = i
		}
	}
}

func (b *builder) holds(n *Node, s content.State) bool {
	day := func(field string) time.Time {
		v, _ := n.Field(field)
		t := v.When.At(b.g.loc)
		b.due(t)
		return t
	}
	switch {
	case s.From != "":
		t := day(s.From)
		return !t.IsZero() && !t.After(b.g.Now)
	case s.Before != "":
		t := day(s.Before)
		return !t.IsZero() && t.After(b.g.Now)
	case s.Absent != "":
		return day(s.Absent).IsZero()
	}
	return true
}

// due remembers the earliest moment after now.
func (b *builder) due(t time.Time) {
	if t.After(b.g.Now) && (b.g.next.IsZero() || t.Before(b.g.next)) {
		b.g.next = t
	}
}

// sum covers what others can see of a page: its front matter, its place, its
// state, and how its kind, section and site call themselves.
func (b *builder) sum(n *Node) Sum {
	k, ok := b.kindSums[n.Kind]
	if !ok {
		k = SumOf(n.Kind)
		b.kindSums[n.Kind] = k
	}
	h := digest()
	h.Write(n.Meta[:])
	h.Write(k[:])
	h.Write([]byte{byte(n.Status), byte(n.State)})
	h.Write([]byte(n.Host() + n.URL))
	site := b.g.sums[n.Site.ID]
	h.Write(site[:])
	return finish(h)
}

// list puts every page into its lists.
func (b *builder) list(nodes []*Node) {
	tags := map[string]map[string]bool{}
	use := func(n *Node) {
		for _, t := range n.Tags {
			if tags[n.Site.ID] == nil {
				tags[n.Site.ID] = map[string]bool{}
			}
			tags[n.Site.ID][t] = true
		}
	}
	for _, n := range nodes {
		if n.Status == Live && n.Kind.List == content.ByTitles {
			b.g.undated[n.Site.ID] = append(b.g.undated[n.Site.ID], n)
			use(n)
		}
		if n.Status == Scheduled || n.Status == LeftOut || n.Kind.List != content.ByMonths {
			continue
		}
		b.append(ListKey{n.Site.ID, OfSite, ""}, n)
		for dir := n.Dir; dir != "" && dir != "."; dir = path.Dir(dir) {
			if n.Site.Section(dir) != nil {
				b.append(ListKey{n.Site.ID, OfSection, dir}, n)
			}
		}
		use(n)
		for _, t := range n.Tags {
			b.append(ListKey{n.Site.ID, OfTag, t}, n)
		}
	}
	for _, l := range b.g.lists {
		l.seal()
	}
	for s, set := range tags {
		b.g.tags[s] = slices.Sorted(maps.Keys(set))
	}
}

func (b *builder) append(key ListKey, n *Node) {
	l := b.g.lists[key]
	if l == nil {
		l = &List{yearly: key.Kind == OfTag}
		b.g.lists[key] = l
	}
	l.nodes = append(l.nodes, n)
}

// relate follows the references between pages.
func (b *builder) relate(nodes []*Node) {
	for _, n := range nodes {
		b.translation(n)
		for i := range n.Kind.Fields {
			b.references(n, &n.Kind.Fields[i], n.Fields[i], config.Text(nil))
		}
	}
	for _, group := range b.g.translations {
		slices.SortFunc(group, func(a, c *Node) int {
			return cmp.Or(strings.Compare(a.TranslationOf, c.TranslationOf), strings.Compare(a.Lang, c.Lang), strings.Compare(a.ID, c.ID))
		})
	}
	for _, links := range b.g.backlinks {
		slices.SortStableFunc(links, func(x, y Backlink) int {
			return cmp.Or(strings.Compare(x.id, y.id), newestFirst(x.From, y.From))
		})
	}
}

func (b *builder) translation(n *Node) {
	id := n.TranslationOf
	if id == "" {
		return
	}
	pos := diag.Pos{Path: n.Path, Line: 1}
	origin := b.g.nodes[id]
	switch {
	case origin == nil:
		b.add(ruleNoPage, pos, "translation_of", id)
	case origin.TranslationOf != "":
		b.add(ruleTranslationChain, pos, origin.Path, origin.TranslationOf)
	case origin.Lang == n.Lang:
		b.add(ruleTranslationLang, pos, origin.Path, n.Lang)
	default:
		if b.g.translations[id] == nil {
			b.g.translations[id] = []*Node{origin}
		}
		b.g.translations[id] = append(b.g.translations[id], n)
	}
}

// references reports references to pages that do not exist and remembers the
// others at their targets, with the name that the group's choice has there.
func (b *builder) references(n *Node, f *content.Field, v content.Value, reverse config.Text) {
	if !v.IsSet() {
		return
	}
	switch f.Type {
	case content.TypePage:
		target := b.g.nodes[v.Text]
		pos := diag.Pos{Path: n.Path, Line: int(v.Line)}
		switch {
		case target == nil:
			b.add(ruleNoPage, pos, f.Name, v.Text)
		case f.Of != "" && target.Kind.Name != f.Of:
			b.add(ruleWrongKind, pos, v.Text, target.Kind.Name, f.Of)
		case len(reverse) > 0 && n.Status == Live:
			b.g.backlinks[v.Text] = append(b.g.backlinks[v.Text], Backlink{n, reverse, reverse.In("en")})
		}
	case content.TypeList:
		for _, item := range v.Items {
			b.references(n, f.Items, item, reverse)
		}
	case content.TypeGroup:
		for i := range f.Fields {
			if f.Fields[i].Type == content.TypeChoice {
				reverse = reverseOf(&f.Fields[i], v.Items[i].Text)
			}
		}
		for i := range f.Fields {
			b.references(n, &f.Fields[i], v.Items[i], reverse)
		}
	}
}

func reverseOf(f *content.Field, choice string) config.Text {
	for _, c := range f.Choices {
		if c.ID == choice {
			return c.Reverse
		}
	}
	return nil
}

// menus reports menus and footers that name pages that do not exist.
func (b *builder) menus() {
	for i := range b.g.Portal.Sites {
		s := &b.g.Portal.Sites[i]
		b.menu(s.Menu)
		b.menu(s.Footer)
	}
}

func (b *builder) menu(entries []config.MenuEntry) {
	for _, e := range entries {
		if e.Page != "" && b.g.nodes[e.Page] == nil {
			b.add(ruleNoPage, e.Pos, "page", e.Page)
		}
		b.menu(e.Items)
	}
}
