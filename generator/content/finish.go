package content

import (
	"slices"
	"strings"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/internal/treepath"
)

// TagRecords is the type of the records that tags refer to.
const TagRecords = "tags"

// finish checks the common fields and fills in what follows from them.
func (d *decoder) finish() {
	p := d.page
	d.identity()
	p.Lang = d.language()
	if p.Common.Slug != "" {
		if config.IsSegment(p.Common.Slug) {
			p.Slug = p.Common.Slug
		} else {
			d.r.Report(ruleSlug, d.at("slug"), p.Common.Slug)
		}
	}
	d.tags()
	d.aliases()
	d.times()
	if p.Image.File != "" && p.Image.Credit == "" {
		d.r.Report(ruleNoCredit, d.at("image"))
	}
	if t := p.TranslationOf; t != "" && !idShape.MatchString(t) {
		d.r.Report(ruleID, d.at("translation_of"), t)
		p.TranslationOf = ""
	}
}

// identity checks the id. A page without one is still shown to its editor:
// it goes by its path until `check --fix` gives it an id.
func (d *decoder) identity() {
	switch id := d.page.ID; {
	case id == "":
		d.r.Report(ruleNoID, d.root)
		d.page.ID = "path:" + d.page.Path
	case !idShape.MatchString(id):
		d.r.Report(ruleID, d.at("id"), id)
		d.page.ID = "path:" + d.page.Path
	}
}

func (d *decoder) language() string {
	site := d.schema.Portal.Site(d.page.Site)
	switch lang := d.page.Common.Lang; {
	case lang == "":
		return site.Language
	case !config.IsLanguage(lang):
		d.r.Report(ruleLang, d.at("lang"), lang)
		return site.Language
	default:
		return lang
	}
}

// tags keeps the tags that there are, each once.
func (d *decoder) tags() {
	var good []string
	for i, t := range d.few("tags", d.page.Tags, maxTags) {
		if d.record(TagRecords, d.item("tags", i), t) && !slices.Contains(good, t) {
			good = append(good, t)
		}
	}
	d.page.Tags = good
}

// aliases keeps the former addresses that can be served, each once.
func (d *decoder) aliases() {
	var good []string
	for i, a := range d.few("aliases", d.page.Aliases, maxAliases) {
		if inner, ok := strings.CutPrefix(strings.TrimSuffix(a, "/"), "/"); !ok || a != "/"+inner+"/" || !aliasPath(inner) {
			d.r.Report(ruleAlias, d.item("aliases", i), a)
		} else if !slices.Contains(good, a) {
			good = append(good, a)
		}
	}
	d.page.Aliases = good
}

// The greatest numbers of tags and of former addresses of a page: each of them
// makes files.
const (
	maxTags    = 30
	maxAliases = 100
)

// few cuts a list that is too long.
func (d *decoder) few(name string, list []string, most int) []string {
	if len(list) > most {
		d.r.Report(ruleTooMany, d.at(name), name, len(list), most)
		return list[:most]
	}
	return list
}

// aliasPath reports whether a former address can be a folder of ours. It is
// laxer than config.IsPath, since addresses of older systems have capitals,
// dots and underscores, and stricter than what a file system would take.
func aliasPath(s string) bool {
	odd := func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.ContainsRune("-_./", c))
	}
	return len(s) <= 300 && !strings.ContainsFunc(s, odd) && treepath.Check(s) == nil
}

// times checks that the dates of a page agree with one another.
func (d *decoder) times() {
	p := d.page
	loc := d.schema.Portal.Offset.Location()
	if !p.ExpiresAt.IsZero() && !p.PublishAt.IsZero() && !p.ExpiresAt.At(loc).After(p.PublishAt.At(loc)) {
		d.r.Report(ruleExpiresFirst, d.at("expires_at"), p.ExpiresAt.String(), p.PublishAt.String())
		p.ExpiresAt = When{}
	}
	if p.Withdrawn != nil && (p.Withdrawn.Date.IsZero() || p.Withdrawn.By == "" || p.Withdrawn.Why == "") {
		// An incomplete withdrawal still takes the page down: better gone
		// with a poor reason than shown against somebody's will.
		d.r.Report(ruleWithdrawn, d.at("withdrawn"))
	}
	p.Corrections = slices.DeleteFunc(p.Corrections, func(c Correction) bool { return c.Date.IsZero() || c.Text == "" })
}
