package config

import (
	"regexp"
	"slices"
	"strings"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/spell"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

// Parse reads the bytes of config.yaml. The portal is nil when it cannot be
// built from what was read; the findings then hold a blocking one.
func Parse(src []byte) (*Portal, diag.List) {
	r, root := strictyaml.Parse(File, src, 1)
	if root == nil {
		return nil, append(r.Findings(), ruleUnusable.At(diag.Pos{Path: File}))
	}
	p := &Portal{}
	r.Decode(root, p)
	found := r.Findings()
	p.fill()
	found = append(found, p.check()...)
	if worst, any := found.Worst(); any && worst >= diag.Error {
		return nil, append(found, ruleUnusable.At(diag.Pos{Path: File}))
	}
	return p, found
}

// The lengths of lists and the limits of a portal that does not set its own.
var (
	defaultLists  = Lists{Newest: 20, Month: 50, Feed: 20, Older: 5}
	defaultLimits = Limits{PageKB: 1024, FileMB: 50, Files: 2_000_000}
)

// fill puts the defaults in the places that were left out.
func (p *Portal) fill() {
	if p.Theme == "" {
		p.Theme = "default"
	}
	if len(p.Languages) == 0 {
		p.Languages = []string{"vi"}
	}
	if p.Offset == (Offset{}) {
		p.Offset = Offset{7 * 3600}
	}
	orElse(&p.Lists.Newest, defaultLists.Newest)
	orElse(&p.Lists.Month, defaultLists.Month)
	orElse(&p.Lists.Feed, defaultLists.Feed)
	orElse(&p.Lists.Older, defaultLists.Older)
	orElse(&p.Limits.PageKB, defaultLimits.PageKB)
	orElse(&p.Limits.FileMB, defaultLimits.FileMB)
	orElse(&p.Limits.Files, defaultLimits.Files)
	for i := range p.Sites {
		s := &p.Sites[i]
		if s.Language == "" {
			s.Language = p.Languages[0]
		}
		if s.Status.State == "" {
			s.Status.State = Active
		}
		for j := range s.Sections {
			if s.Sections[j].Kind == "" {
				s.Sections[j].Kind = "article"
			}
		}
		for j := range s.Home {
			if s.Home[j].Style == "" {
				s.Home[j].Style = "rows"
			}
			orElse(&s.Home[j].Count, 5)
		}
	}
}

func orElse(v *int, other int) {
	if *v == 0 {
		*v = other
	}
}

// Site returns the site with an id, or nil.
func (p *Portal) Site(id string) *Site {
	for i := range p.Sites {
		if p.Sites[i].ID == id {
			return &p.Sites[i]
		}
	}
	return nil
}

// MainSite returns the main site. A portal that Parse accepted has one.
func (p *Portal) MainSite() *Site {
	i := slices.IndexFunc(p.Sites, func(s Site) bool { return s.Main })
	return &p.Sites[i]
}

// Hosts returns the hosts of the portal, the main site's first, the others in
// the order of the configuration.
func (p *Portal) Hosts() []string {
	hosts := []string{p.MainSite().Address.Host}
	for _, s := range p.Sites {
		if !slices.Contains(hosts, s.Address.Host) {
			hosts = append(hosts, s.Address.Host)
		}
	}
	return hosts
}

// Section returns the section of s with a path, or nil.
func (s *Site) Section(path string) *Section {
	for i := range s.Sections {
		if s.Sections[i].Path == path {
			return &s.Sections[i]
		}
	}
	return nil
}

// SplitSection reads a reference to a section made on the site from: a path
// on that site, or another site's id, a slash, and a path on it.
func (p *Portal) SplitSection(from *Site, ref string) (*Site, *Section) {
	if s := from.Section(ref); s != nil {
		return from, s
	}
	id, path, ok := strings.Cut(ref, "/")
	if !ok {
		return nil, nil
	}
	if other := p.Site(id); other != nil {
		if s := other.Section(path); s != nil {
			return other, s
		}
	}
	return nil, nil
}

// checker collects the findings of the whole configuration.
type checker struct {
	portal *Portal
	found  diag.List
}

func (c *checker) add(rule *diag.Rule, pos diag.Pos, args ...any) {
	c.found = append(c.found, rule.At(pos, args...))
}

var colourShape = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

func (p *Portal) check() diag.List {
	c := &checker{portal: p}
	file := diag.Pos{Path: File}
	for _, l := range p.Languages {
		if !IsLanguage(l) {
			c.add(ruleLanguage, file, l)
		}
	}
	if !IsSegment(p.Theme) {
		c.add(ruleTheme, file, p.Theme)
	}
	for name, v := range map[string]int{
		"lists.newest": p.Lists.Newest, "lists.month": p.Lists.Month, "lists.feed": p.Lists.Feed, "lists.older": p.Lists.Older,
	} {
		if v < 1 || v > 200 {
			c.add(ruleRange, file, name, v, 1, 200)
		}
	}
	for name, v := range map[string]int{"limits.page_kb": p.Limits.PageKB, "limits.file_mb": p.Limits.FileMB, "limits.files": p.Limits.Files} {
		if v < 1 || v > 10_000_000 {
			c.add(ruleRange, file, name, v, 1, 10_000_000)
		}
	}
	c.sites()
	for i := range p.Sites {
		c.site(&p.Sites[i])
	}
	return c.found
}

// sites checks what the sites are to one another.
func (c *checker) sites() {
	mains := 0
	ids, addresses := map[string]bool{}, map[Address]string{}
	for _, s := range c.portal.Sites {
		if s.Main {
			mains++
		}
		if ids[s.ID] {
			c.add(ruleSiteTwice, s.Pos, s.ID)
		}
		ids[s.ID] = true
		if other, taken := addresses[s.Address]; taken && s.Address.Host != "" {
			c.add(ruleAddressTwice, s.Pos, s.ID, s.Address.Origin()+s.Address.Path, other)
		}
		addresses[s.Address] = s.ID
	}
	if mains != 1 {
		c.add(ruleMain, diag.Pos{Path: File}, mains)
	}
}

func (c *checker) site(s *Site) {
	if !IsSegment(s.ID) {
		c.add(ruleSiteID, s.Pos, s.ID)
	}
	if !slices.Contains(c.portal.Languages, s.Language) {
		c.add(ruleSiteLanguage, s.Pos, s.ID, s.Language, strings.Join(c.portal.Languages, ", "))
	}
	for _, colour := range []string{s.Colours.Accent, s.Colours.Second} {
		if colour != "" && !colourShape.MatchString(colour) {
			c.add(ruleColour, s.Pos, colour)
		}
	}
	c.status(s)
	seen := map[string]bool{}
	for _, sec := range s.Sections {
		if !IsPath(sec.Path) {
			c.add(ruleSectionPath, sec.Pos, sec.Path)
		}
		if seen[sec.Path] {
			c.add(ruleSectionTwice, sec.Pos, sec.Path)
		}
		seen[sec.Path] = true
	}
	c.menu(s, s.Menu, 0)
	c.menu(s, s.Footer, 0)
	for _, b := range s.Home {
		c.section(s, b.Section, b.Pos)
		if !slices.Contains(blockStyles, b.Style) {
			c.add(ruleStyle, b.Pos, b.Style, strings.Join(blockStyles, ", "))
		}
		if b.Count < 1 || b.Count > 50 {
			c.add(ruleRange, b.Pos, "count", b.Count, 1, 50)
		}
	}
}

var blockStyles = []string{"lead", "cards", "rows", "documents"}

func (c *checker) status(s *Site) {
	switch st := s.Status; st.State {
	case Active, Closed:
		if st.Into != "" {
			c.add(ruleInto, s.Pos, st.Into)
		}
	case Merged:
		into := c.portal.Site(st.Into)
		switch {
		case into == nil || into == s:
			c.add(ruleInto, s.Pos, st.Into)
		case into.Status.State == Merged:
			c.add(ruleIntoMerged, s.Pos, st.Into)
		}
	default:
		c.add(ruleStatus, s.Pos, st.State)
	}
	if s.Status.State != Active && s.Status.From.IsZero() {
		c.add(ruleStatusFrom, s.Pos)
	}
	if s.Main && s.Status.State != Active {
		c.add(ruleMainStatus, s.Pos)
	}
}

// section checks that a reference to a section leads somewhere.
func (c *checker) section(s *Site, ref string, pos diag.Pos) {
	if _, sec := c.portal.SplitSection(s, ref); sec != nil {
		return
	}
	var known []string
	for _, other := range c.portal.Sites {
		for _, sec := range other.Sections {
			if other.ID == s.ID {
				known = append(known, sec.Path)
			} else {
				known = append(known, other.ID+"/"+sec.Path)
			}
		}
	}
	near, _ := spell.Nearest(ref, known)
	c.add(ruleNoSection, pos, ref, near)
}

func (c *checker) menu(s *Site, entries []MenuEntry, depth int) {
	for _, e := range entries {
		targets := 0
		for _, t := range []string{e.Section, e.Page, e.URL} {
			if t != "" {
				targets++
			}
		}
		switch {
		case targets > 1 || targets == 0 && len(e.Items) == 0:
			c.add(ruleMenuTarget, e.Pos)
		case e.Section != "":
			c.section(s, e.Section, e.Pos)
		case e.URL != "" && !strings.HasPrefix(e.URL, "https://"):
			c.add(ruleMenuURL, e.Pos, e.URL)
		case e.Page == "" && len(e.Title) == 0:
			c.add(ruleMenuTitle, e.Pos)
		}
		if depth > 0 && len(e.Items) > 0 {
			c.add(ruleMenuDeep, e.Pos)
			continue
		}
		c.menu(s, e.Items, depth+1)
	}
}
