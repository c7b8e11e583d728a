package view

import (
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/internal/vietnamese"
)

// today is the day of the build's clock.
func (s *Store) today() content.When { return s.whenOf(s.in.Graph.Now) }

// date turns what was written into what layouts print.
func (s *Store) date(w content.When) Date {
	return Date{Time: w.At(s.in.Graph.Location()), HasClock: w.HasClock}
}

// cards are pages as they stand in the list key.
func (r *recorder) cards(key site.ListKey, nodes []*site.Node) []Card {
	out := make([]Card, len(nodes))
	for i, n := range nodes {
		out[i] = r.card(key, n)
	}
	return out
}

// card is a page as it stands in the list key, whose name it does not repeat.
func (r *recorder) card(key site.ListKey, n *site.Node) Card {
	c := Card{
		ID: n.ID, Title: n.Title, URL: r.address(n), Summary: n.Summary, Date: r.date(n.Day()),
		Kind: n.Kind.Name, KindLabel: n.Kind.Label.In(r.lang, n.Site.Language), Pinned: n.Pinned,
	}
	if n.Lang != r.lang {
		c.Lang = n.Lang
	}
	if n.Site.ID != r.out.Site {
		home := r.siteURL(r.portal().Site(r.out.Site), n.Site)
		c.Site = Link{Title: n.Site.Title.In(r.lang, n.Site.Language), URL: home}
	}
	if n.Section != nil && key != (site.ListKey{Site: n.Site.ID, Kind: site.OfSection, ID: n.Section.Path}) {
		url := across(r.portal().Site(r.out.Site), n.Site, n.Site.Address.Path+n.Section.Path+"/")
		c.Section = Link{Title: n.Section.Title.In(r.lang, n.Site.Language), URL: url}
	}
	switch n.Status {
	case site.Withdrawn:
		return r.gone(c, "withdrawn")
	case site.Expired:
		c.Gone, c.Label = true, r.word("expired")
	}
	if n.Image.File != "" {
		if p, ok := r.picture(n.Path, n.Image.File); ok {
			p.Alt, p.Credit, p.Caption = n.Image.Alt, n.Image.Credit, n.Image.Caption
			c.Image = p
		}
	}
	c.State = r.state(n)
	for i := range n.Kind.Fields {
		if f := &n.Kind.Fields[i]; f.Listed && n.Fields[i].IsSet() {
			c.Fields = append(c.Fields, r.field(n, f, n.Fields[i]))
		}
	}
	return c
}

// gone is a card of a page that was withdrawn: its place, without its words.
func (r *recorder) gone(c Card, key string) Card {
	return Card{
		ID: c.ID, URL: c.URL, Date: c.Date, Kind: c.Kind, KindLabel: c.KindLabel,
		Site: c.Site, Section: c.Section, Gone: true, Label: r.word(key),
	}
}

// state is the state of a page in words.
func (r *recorder) state(n *site.Node) State {
	if n.State < 0 {
		return State{}
	}
	s := n.Kind.States[n.State]
	tone := s.Tone
	if tone == "" {
		tone = "neutral"
	}
	return State{ID: s.ID, Label: s.Label.In(r.lang, n.Site.Language), Tone: tone}
}

// field prints the value v of a field of the page n.
func (r *recorder) field(n *site.Node, f *content.Field, v content.Value) Field {
	out := Field{Name: f.Name, Type: f.Type, Label: f.Label.In(r.lang, n.Site.Language), Text: v.Text}
	words := vietnamese.For(r.lang)
	switch f.Type {
	case content.TypeDate:
		out.Date = r.date(v.When)
		out.Text = words.ShortDate(out.Date.Time)
	case content.TypeBoolean:
		out.Text = r.word("yes")
	case content.TypeChoice:
		for _, c := range f.Choices {
			if c.ID == v.Text {
				out.Text = c.Label.In(r.lang, n.Site.Language)
			}
		}
	case content.TypeRecord:
		if rec := r.record(f.Of, v.Text); rec != nil {
			out.Text = rec.Name(n.Day(), r.lang, n.Site.Language)
		}
	case content.TypePage:
		return r.reference(out, v)
	case content.TypeFile:
		out.Text = ""
		out.File, _ = r.download(n.Path, v.Text, v.Title)
	case content.TypeURL:
		out.Link = Link{Title: v.Text, URL: v.Text}
	case content.TypeEmail:
		out.Link = Link{Title: v.Text, URL: "mailto:" + v.Text}
	case content.TypePhone:
		out.Link = Link{Title: v.Text, URL: "tel:" + digits(v.Text)}
	case content.TypeList:
		for _, item := range v.Items {
			out.Items = append(out.Items, r.field(n, f.Items, item))
		}
	case content.TypeGroup:
		for i := range f.Fields {
			if v.Items[i].IsSet() {
				out.Items = append(out.Items, r.field(n, &f.Fields[i], v.Items[i]))
			}
		}
	}
	return out
}

// reference prints a reference to a page: its title, and a link while the
// page is shown.
func (r *recorder) reference(out Field, v content.Value) Field {
	target := r.page(v.Text)
	out.Text = ""
	switch {
	case target == nil:
	case target.Status == site.Live:
		out.Text = target.Title
		out.Link = Link{Title: target.Title, URL: r.address(target)}
		if target.Lang != r.lang {
			out.Link.Lang = target.Lang
		}
		out.State = r.state(target)
	case target.Status == site.Expired:
		out.Text = target.Title
	default:
		out.Text = r.word("not-shown")
	}
	return out
}

// digits is a telephone number as it is dialled.
func digits(s string) string {
	var out []byte
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' || s[i] == '+' {
			out = append(out, s[i])
		}
	}
	return string(out)
}
