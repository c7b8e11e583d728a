package config

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/spell"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

// checker collects the findings of the whole configuration.
type checker struct {
	portal *Portal
	r      *strictyaml.Reader
	root   *yaml.Node
	found  diag.List
}

func (c *checker) add(rule *diag.Rule, pos diag.Pos, args ...any) {
	c.found = append(c.found, rule.At(pos, args...))
}

// at returns the place of the value that steps lead to from the root, keys and
// numbers of items, or as far as they lead.
func (c *checker) at(steps ...any) diag.Pos {
	n := c.root
	for _, step := range steps {
		next := child(n, step)
		if next == nil {
			break
		}
		n = next
	}
	return c.r.Pos(n)
}

func child(n *yaml.Node, step any) *yaml.Node {
	switch step := step.(type) {
	case string:
		for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
			if n.Content[i].Value == step {
				return n.Content[i+1]
			}
		}
	case int:
		if n.Kind == yaml.SequenceNode && step < len(n.Content) {
			return n.Content[step]
		}
	}
	return nil
}

func (c *checker) check() {
	p := c.portal
	for i, l := range p.Languages {
		switch {
		case !IsLanguage(l):
			c.add(ruleLanguage, c.at("languages", i), l)
		case slices.Contains(p.Languages[:i], l):
			c.add(ruleLanguageTwice, c.at("languages", i), l)
		}
	}
	if !IsSegment(p.Theme) {
		c.add(ruleTheme, c.at("theme"), p.Theme)
	}
	for _, n := range []struct {
		group, name string
		value, most int
	}{
		{"lists", "newest", p.Lists.Newest, 200}, {"lists", "month", p.Lists.Month, 200},
		{"lists", "feed", p.Lists.Feed, 200}, {"lists", "older", p.Lists.Older, 200},
		{"limits", "page_kb", p.Limits.PageKB, 10_000_000}, {"limits", "file_mb", p.Limits.FileMB, 10_000_000},
		{"limits", "files", p.Limits.Files, 10_000_000},
	} {
		if n.value < 1 || n.value > n.most {
			c.add(ruleRange, c.at(n.group, n.name), n.group+"."+n.name, n.value, 1, n.most)
		}
	}
	c.security()
	c.sites()
	for i := range p.Sites {
		c.site(i, &p.Sites[i])
	}
}

// hsts are the values of security.hsts.
var hsts = []string{"host", "subdomains", "preload", "off"}

// security checks what servers are told and what security.txt says. RFC 9116
// asks for an address that can be followed and for a date of expiry.
func (c *checker) security() {
	s := c.portal.Security
	if s.HSTS != "" && !slices.Contains(hsts, s.HSTS) {
		c.add(ruleHSTS, c.at("security", "hsts"), s.HSTS, strings.Join(hsts, ", "))
	}
	if s.Contact == "" {
		return
	}
	u, err := url.Parse(s.Contact)
	if err != nil || u.Opaque == "" && u.Host == "" || !slices.Contains([]string{"https", "mailto", "tel"}, u.Scheme) {
		c.add(ruleSecurityContact, c.at("security", "contact"), s.Contact)
	}
	if s.Expires.IsZero() {
		c.add(ruleSecurityExpires, c.at("security"))
	}
}

// sites checks what the sites are to one another.
func (c *checker) sites() {
	mains := 0
	ids, addresses := map[string]bool{}, map[Address]string{}
	for i, s := range c.portal.Sites {
		if s.Main {
			mains++
		}
		if ids[s.ID] {
			c.add(ruleSiteTwice, c.at("sites", i, "id"), s.ID)
		}
		ids[s.ID] = true
		if other, taken := addresses[s.Address]; taken && s.Address.Host != "" {
			c.add(ruleAddressTwice, c.at("sites", i, "address"), s.ID, s.Address.Origin()+s.Address.Path, other)
		}
		addresses[s.Address] = s.ID
	}
	if mains != 1 {
		c.add(ruleMain, c.at("sites"), mains)
	}
}

var colourShape = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// emblemTypes are the images that can be an emblem.
var emblemTypes = []string{".png", ".jpg", ".jpeg", ".webp", ".gif"}

func (c *checker) site(i int, s *Site) {
	at := func(steps ...any) diag.Pos { return c.at(append([]any{"sites", i}, steps...)...) }
	if !IsSegment(s.ID) {
		c.add(ruleSiteID, at("id"), s.ID)
	}
	if !slices.Contains(c.portal.Languages, s.Language) {
		c.add(ruleSiteLanguage, at("language"), s.ID, s.Language, strings.Join(c.portal.Languages, ", "))
	}
	for name, colour := range map[string]string{"accent": s.Colours.Accent, "second": s.Colours.Second} {
		if colour != "" && !colourShape.MatchString(colour) {
			c.add(ruleColour, at("colours", name), colour)
		}
	}
	if e := s.Contact.Email; e != "" && !IsEmail(e) {
		c.add(ruleEmail, at("contact", "email"), e)
	}
	if p := s.Contact.Phone; p != "" && !IsPhone(p) {
		c.add(rulePhone, at("contact", "phone"), p)
	}
	if f := s.Emblem.File; f != "" && (path.Clean("/"+f) != "/"+f || strings.ContainsRune(f, '\\') ||
		!slices.Contains(emblemTypes, path.Ext(f))) {
		c.add(ruleEmblem, at("emblem", "file"), f)
	}
	c.status(s, at("status"))
	c.sections(s)
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

func (c *checker) sections(s *Site) {
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
}

func (c *checker) status(s *Site, pos diag.Pos) {
	switch st := s.Status; st.State {
	case Active, Closed:
		if st.Into != "" {
			c.add(ruleInto, pos, st.Into)
		}
	case Merged:
		into := c.portal.Site(st.Into)
		switch {
		case into == nil || into == s:
			c.add(ruleInto, pos, st.Into)
		case into.Status.State == Merged:
			c.add(ruleIntoMerged, pos, st.Into)
		}
	default:
		c.add(ruleStatus, pos, st.State)
	}
	if s.Status.State != Active && s.Status.From.IsZero() {
		c.add(ruleStatusFrom, pos)
	}
	if s.Main && s.Status.State != Active {
		c.add(ruleMainStatus, pos)
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
		case e.URL != "" && !IsWebAddress(e.URL):
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
