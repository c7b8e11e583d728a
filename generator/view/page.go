package view

import (
	"cmp"
	"slices"
	"strings"

	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/markdown"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/internal/diag"
)

// pageView is the view of a live page.
func (r *recorder) pageView(n *site.Node) *Page {
	r.chrome(n)
	v := &Page{
		Frame: r.frame(n.URL, n.Title), ID: n.ID, Kind: n.Kind.Name, KindLabel: n.Kind.Label.In(r.lang, n.Site.Language),
		Summary: n.Summary, Date: r.date(n.Date), Authors: n.Authors, Source: n.Source,
		State: r.state(n), ByName: map[string]Field{},
	}
	if n.Lang != r.lang {
		v.BodyLang = n.Lang
	}
	v.Description = n.Summary
	v.Breadcrumbs = r.crumbs(n.Dir, Link{Title: n.Title, URL: n.URL})
	v.Languages = r.alternates(n)
	if n.Section != nil {
		v.Section = Link{Title: n.Section.Title.In(r.lang, n.Site.Language), URL: n.Site.Address.Path + n.Section.Path + "/"}
	}
	if n.Image.File != "" {
		if p, ok := r.picture(n.Path, n.Image.File); ok {
			p.Alt, p.Credit, p.Caption = n.Image.Alt, n.Image.Credit, n.Image.Caption
			v.Image = p
		} else {
			r.report(ruleNoImage, diag.Pos{Path: n.Path, Line: 1}, n.Image.File, r.near(n, n.Image.File))
		}
	}
	r.fields(n, v)
	r.written(n, v)
	for _, c := range n.Corrections {
		v.Corrections = append(v.Corrections, Correction{Date: r.date(c.Date), Text: c.Text})
	}
	slices.SortStableFunc(v.Corrections, func(a, b Correction) int { return b.Date.Time.Compare(a.Date.Time) })
	if len(v.Corrections) > 0 {
		v.Updated = v.Corrections[0].Date
	}
	v.Tags = r.tagLinks(n)
	if n.Section != nil && n.Kind.List == content.ByMonths {
		key := site.ListKey{Site: n.Site.ID, Kind: site.OfSection, ID: n.Section.Path}
		v.Older = r.cards(key, r.nodes(Query{Op: opOlder, List: key, A: n.ID, N: r.portal().Lists.Older}))
	}
	v.Provenance = r.provenance(n.ID)
	r.describe(n, v)
	return v
}

// chrome chooses the language of what stands around a page: the page's own if
// the portal speaks it, else the site's.
func (r *recorder) chrome(n *site.Node) {
	if slices.Contains(r.portal().Languages, n.Lang) {
		r.lang = n.Lang
	}
}

// fields prints the fields of the kind, and what other pages say of this one.
func (r *recorder) fields(n *site.Node, v *Page) {
	for i := range n.Kind.Fields {
		if !n.Fields[i].IsSet() {
			continue
		}
		f := r.field(n, &n.Kind.Fields[i], n.Fields[i])
		v.Fields = append(v.Fields, f)
		v.ByName[f.Name] = f
		v.Files = r.files(v.Files, n, f, n.Fields[i])
	}
	for _, b := range r.backlinks(n.ID) {
		f := Field{Type: content.TypePage, Label: b.Label.In(r.lang, n.Site.Language)}
		v.Backlinks = append(v.Backlinks, r.reference(f, content.Value{Text: b.From.ID}))
	}
}

// files gathers the files in a field, and reports those that do not exist.
func (r *recorder) files(files []File, n *site.Node, f Field, v content.Value) []File {
	switch f.Type {
	case content.TypeFile:
		if f.File.URL == "" {
			r.report(ruleNoFile, diag.Pos{Path: n.Path, Line: int(v.Line)}, v.Text, r.near(n, v.Text))
			return files
		}
		return append(files, f.File)
	case content.TypeList:
		for i := range f.Items {
			files = r.files(files, n, f.Items[i], v.Items[i])
		}
	case content.TypeGroup:
		set := slices.DeleteFunc(slices.Clone(v.Items), func(v content.Value) bool { return !v.IsSet() })
		for i := range f.Items {
			files = r.files(files, n, f.Items[i], set[i])
		}
	}
	return files
}

func (r *recorder) near(n *site.Node, dest string) string {
	return resolver{r, n}.near(resolve(n.Path, dest))
}

// written renders the body.
func (r *recorder) written(n *site.Node, v *Page) {
	src, err := r.body(n.Path)
	if err != nil {
		r.report(ruleUnreadable, diag.Pos{Path: n.Path}, err.Error())
		return
	}
	_, body, line, _ := content.Split(src)
	doc, found := r.in.Markdown.Convert(body, markdown.Options{Path: n.Path, Line: line, Lang: n.Lang, Resolver: resolver{r, n}})
	v.Body, v.Headings = doc.HTML, doc.Headings
	r.trace.Found = append(r.trace.Found, found...)
}

func (r *recorder) tagLinks(n *site.Node) []Link {
	var out []Link
	for _, t := range n.Tags {
		if rec := r.record(content.TagRecords, t); rec != nil {
			url := r.in.Graph.Base(site.ListKey{Site: n.Site.ID, Kind: site.OfTag, ID: t})
			out = append(out, Link{Title: rec.Name(content.When{}, r.lang, n.Site.Language), URL: url})
		}
	}
	return out
}

// alternates leads to the page's translations, and for the other languages to
// their home pages.
func (r *recorder) alternates(n *site.Node) []Alternate {
	out := r.homes(r.lang)
	for _, t := range r.nodes(Query{Op: opTranslations, A: n.ID}) {
		a := Alternate{
			Lang: t.Lang, Name: cmp.Or(languageNames[t.Lang], t.Lang), URL: r.address(t),
			Absolute: absolute(t.Site, t.URL), Same: true,
		}
		if i := slices.IndexFunc(out, func(o Alternate) bool { return o.Lang == t.Lang }); i >= 0 {
			out[i] = a
		} else {
			out = append(out, a)
		}
	}
	return out
}

// describe writes what machines read: Dublin Core, Open Graph, JSON-LD.
func (r *recorder) describe(n *site.Node, v *Page) {
	c := n.Site
	creator := strings.Join(n.Authors, "; ")
	publisher := v.Site.Agency
	var subjects []string
	for _, t := range v.Tags {
		subjects = append(subjects, t.Title)
	}
	v.Meta = metas(
		Meta{Name: "DC.title", Content: n.Title}, Meta{Name: "DC.creator", Content: cmp.Or(creator, n.Source, publisher)},
		Meta{Name: "DC.date", Content: n.Day().String()}, Meta{Name: "DC.description", Content: n.Summary},
		Meta{Name: "DC.publisher", Content: publisher}, Meta{Name: "DC.identifier", Content: v.Canonical},
		Meta{Name: "DC.language", Content: n.Lang}, Meta{Name: "DC.source", Content: n.Source},
		Meta{Name: "DC.subject", Content: strings.Join(subjects, "; ")},
		Meta{Property: "og:type", Content: "article"}, Meta{Property: "og:title", Content: n.Title},
		Meta{Property: "og:description", Content: n.Summary}, Meta{Property: "og:url", Content: v.Canonical},
		Meta{Property: "og:site_name", Content: v.Site.Name}, Meta{Property: "og:locale", Content: locale(n.Lang)},
	)
	ld := map[string]any{
		"@type": cmp.Or(n.Kind.SchemaOrg, "WebPage"), "@id": v.Canonical, "url": v.Canonical, "inLanguage": n.Lang,
		"name": n.Title, "publisher": map[string]any{"@type": "GovernmentOrganization", "name": publisher},
	}
	put(ld, "headline", n.Title)
	put(ld, "description", n.Summary)
	put(ld, "author", creator)
	put(ld, "keywords", strings.Join(subjects, ", "))
	if !v.Date.IsZero() {
		ld["datePublished"] = v.Date.Time.Format("2006-01-02T15:04:05-07:00")
	}
	if !v.Updated.IsZero() {
		ld["dateModified"] = v.Updated.Time.Format("2006-01-02T15:04:05-07:00")
	}
	if v.Image.URL != "" {
		image := absolute(c, v.Image.URL)
		v.Meta = append(v.Meta, Meta{Property: "og:image", Content: image}, Meta{Property: "og:image:alt", Content: v.Image.Alt})
		ld["image"] = image
	}
	for i := range n.Kind.Fields {
		if f := &n.Kind.Fields[i]; f.SchemaOrg != "" {
			put(ld, f.SchemaOrg, linkedValue(n.Fields[i], v.ByName[f.Name]))
		}
	}
	v.LD = graph(ld, crumbList(c.Address.Origin(), v.Breadcrumbs))
}

// linkedValue is the value of a field for machines: a date as in ISO 8601,
// anything else as it is printed.
func linkedValue(v content.Value, f Field) string {
	if !v.When.IsZero() {
		return v.When.String()
	}
	return f.Text
}

func put(m map[string]any, key, value string) {
	if value != "" {
		m[key] = value
	}
}

func metas(all ...Meta) []Meta {
	return slices.DeleteFunc(all, func(m Meta) bool { return m.Content == "" })
}

// graph wraps linked data in its context.
func graph(items ...map[string]any) any {
	return map[string]any{"@context": "https://schema.org", "@graph": items}
}

func crumbList(origin string, links []Link) map[string]any {
	var items []any
	for i, l := range links {
		items = append(items, map[string]any{"@type": "ListItem", "position": i + 1, "name": l.Title, "item": origin + l.URL})
	}
	return map[string]any{"@type": "BreadcrumbList", "itemListElement": items}
}

// locale is a language in the form of Open Graph.
func locale(lang string) string {
	switch lang {
	case "vi":
		return "vi_VN"
	case "en":
		return "en_GB"
	}
	return lang
}
