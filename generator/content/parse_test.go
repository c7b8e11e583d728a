package content_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

// A page without faults, one line a fact, and the same for a kind of the
// portal's own.
const (
	articlePath = "content/main/tin/mua-che.md"
	article     = `---
id: k7d2m9x4qa
title: Mùa chè
summary: Tóm tắt.
date: 2026-11-20 08:30
authors: [Cộng tác viên A, Tổ thư ký]
source: Ban Biên tập
image: {file: che.jpg, alt: Đồi chè, credit: Nhà nhiếp ảnh B, caption: Luống chè}
tags: [nong-san, du-lich]
lang: en
slug: mua-che-2026
sort_as: Che
publish_at: 2026-11-21
expires_at: 2026-12-31 17:00
review_by: 2027-06-30
pinned: true
aliases: [/Tin_Cu/bai.aspx/, /tin/mua-che/]
withdrawn: {by: Trưởng Ban, date: 2026-11-22, why: Số liệu sai}
corrections: [{date: 2026-11-21, text: Sửa ngày}]
translation_of: p3v8t2n6wc
place: Cao nguyên
field: y-te
documents: [abcdef, ghijkl]
---
Thân bài.
`
	eventPath = "content/main/lich/hoi-nghi.md"
	eventPage = `---
id: k7d2m9x4qb
title: Hội nghị
summary: Tóm tắt.
authors: [Tổ thư ký]
begins: 2026-12-01
note: Ghi chú
seats: 120
open: true
form: online
host: so
after: abcdef
poster: {file: ap-phich.pdf, title: Áp phích}
site: https://mau.example/hoi-nghi
mail: bientap@mau.example
phone: 0212 000 0000
decision: 05/QĐ-UBND
days: [2026-12-01, 2026-12-02]
speakers:
  - {name: Người nói A, topic: Một, agency: ubnd}
  - {name: Người nói B}
---
`
)

func TestParseArticle(t *testing.T) {
	p, found := schema(t).Parse(articlePath, []byte(article))
	if len(found) > 0 || p == nil {
		t.Fatalf("found %s", places(found))
	}
	if p.Path != articlePath || p.Site != "main" || p.Dir != "tin" || p.Slug != "mua-che-2026" || p.Kind.Name != "article" ||
		p.Lang != "en" || p.BodyLine != 25 {
		t.Errorf("its place is %+v", p)
	}
	want := content.Common{
		ID: "k7d2m9x4qa", Title: "Mùa chè", Summary: "Tóm tắt.", Date: content.When{Year: 2026, Month: 11, Day: 20, Hour: 8, Minute: 30, HasClock: true},
		Authors: []string{"Cộng tác viên A", "Tổ thư ký"}, Source: "Ban Biên tập",
		Image: content.Image{File: "che.jpg", Alt: "Đồi chè", Credit: "Nhà nhiếp ảnh B", Caption: "Luống chè"},
		Tags:  []string{"nong-san", "du-lich"}, Lang: "en", Slug: "mua-che-2026", SortAs: "Che",
		PublishAt: content.When{Year: 2026, Month: 11, Day: 21},
		ExpiresAt: content.When{Year: 2026, Month: 12, Day: 31, Hour: 17, HasClock: true},
		ReviewBy:  content.When{Year: 2027, Month: 6, Day: 30}, Pinned: true, Aliases: []string{"/Tin_Cu/bai.aspx/", "/tin/mua-che/"},
		Withdrawn:     &content.Withdrawal{By: "Trưởng Ban", Date: content.When{Year: 2026, Month: 11, Day: 22}, Why: "Số liệu sai"},
		Corrections:   []content.Correction{{Date: content.When{Year: 2026, Month: 11, Day: 21}, Text: "Sửa ngày"}},
		TranslationOf: "p3v8t2n6wc",
	}
	if !reflect.DeepEqual(p.Common, want) {
		t.Errorf("the common fields are %+v,\nwant %+v", p.Common, want)
	}
	if v, ok := p.Field("place"); !ok || v.Text != "Cao nguyên" || v.Line != 21 {
		t.Errorf("place is %+v, %v", v, ok)
	}
	if v, ok := p.Field("documents"); !ok || len(v.Items) != 2 || v.Items[1].Text != "ghijkl" || v.Line != 23 {
		t.Errorf("documents are %+v, %v", v, ok)
	}
	for _, name := range []string{"event_date", "title", "khac"} {
		if v, ok := p.Field(name); ok {
			t.Errorf("the field %s is %+v", name, v)
		}
	}
	if p.Day() != want.Date {
		t.Errorf("it is ordered by %s", p.Day())
	}
}

func TestParseOwnKind(t *testing.T) {
	p, found := schema(t).Parse(eventPath, []byte(eventPage))
	if len(found) > 0 || p == nil {
		t.Fatalf("found %s", places(found))
	}
	if p.Kind.Name != "event" || p.Slug != "hoi-nghi" || p.Lang != "vi" || p.Day().String() != "2026-12-01" {
		t.Errorf("it is %+v", p)
	}
	text := map[string]string{
		"begins": "2026-12-01", "note": "Ghi chú", "seats": "120", "open": "true", "form": "online", "host": "so", "after": "abcdef",
		"poster": "ap-phich.pdf", "site": "https://mau.example/hoi-nghi", "mail": "bientap@mau.example", "phone": "0212 000 0000",
		"decision": "05/QĐ-UBND",
	}
	for name, want := range text {
		if v, ok := p.Field(name); !ok || v.Text != want {
			t.Errorf("%s is %+v, %v; want %q", name, v, ok, want)
		}
	}
	if v, _ := p.Field("poster"); v.Title != "Áp phích" {
		t.Errorf("the file is %+v", v)
	}
	speakers, _ := p.Field("speakers")
	if len(speakers.Items) != 2 || len(speakers.Items[0].Items) != 3 || speakers.Items[0].Items[1].Text != "Một" ||
		speakers.Items[1].Items[1].IsSet() || speakers.Items[1].Line != 21 {
		t.Errorf("the speakers are %+v", speakers)
	}
}

// The kind of a page is its own, else that of the nearest section, else "page".
func TestKindOfPage(t *testing.T) {
	for path, want := range map[string]string{
		"content/main/lien-he.md": "page", "content/main/tin/a.md": "article", "content/main/tin/khac/a.md": "article",
		"content/main/tin/kinh-te/a.md": "document", "content/main/khac/a.md": "page", "content/en/a.md": "page",
	} {
		s := schema(t)
		p, _ := s.Parse(path, []byte("---\ntitle: a\n---\n"))
		if p == nil || p.Kind.Name != want {
			t.Errorf("%s is read as %+v, want the kind %s", path, p, want)
		}
		if p, _ := s.Parse(path, []byte("---\ntitle: a\nkind: event\n---\n")); p == nil || p.Kind.Name != "event" {
			t.Errorf("%s does not have its own kind: %+v", path, p)
		}
	}
}

func TestHasPlace(t *testing.T) {
	portal := schema(t).Portal
	for path, want := range map[string]bool{
		"content/main/lien-he.md": true, "content/main/tin/a.md": true, "content/main/tin/khac/a.md": true, "content/main/khac/a.md": false,
		"content/khac/a.md": false, "content/a.md": false, "content/main/tin/Á.md": false, "content/en/tin/a.md": false,
	} {
		if got := content.HasPlace(portal, path); got != want {
			t.Errorf("a page may stand at %s: %v", path, got)
		}
	}
}

// Two pages with the same metadata have the same sum, and none else.
func TestMetaSum(t *testing.T) {
	s := schema(t)
	sum := func(path, src string) [16]byte {
		p, _ := s.Parse(path, []byte(src))
		if p == nil {
			t.Fatalf("%s cannot be read", path)
		}
		return p.Meta
	}
	one := sum(articlePath, article)
	if sum(articlePath, article+"Thêm một đoạn.") != one {
		t.Error("the body counts")
	}
	for name, other := range map[string][16]byte{
		"title": sum(articlePath, strings.Replace(article, "Mùa chè", "Mùa mận", 1)),
		"place": sum("content/main/tin/khac.md", article),
	} {
		if other == one {
			t.Errorf("another %s gives the same sum", name)
		}
	}
}

// edit exchanges the line that begins with from for to.
func edit(t testing.TB, src, from, to string) string {
	t.Helper()
	lines := strings.SplitAfter(src, "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(strings.TrimSpace(l), from) })
	if i < 0 {
		t.Fatalf("no line begins with %q", from)
	}
	lines[i] = to
	if to != "" {
		lines[i] += "\n"
	}
	return strings.Join(lines, "")
}

// fault is a single change to a page, and what is then found.
type fault struct{ name, line, with, want string }

var articleFaults = []fault{
	{"unknown key", "place:", "plase: Cao nguyên", "21 yaml-unknown-key"},
	{"key of another kind", "place:", "signer: A", "21 yaml-unknown-key"},
	{"no id", "id:", "", "2 front-no-id"},
	{"empty id", "id:", "id: \"\"", "2 front-no-id"},
	{"short id", "id:", "id: abc", "2 front-id"},
	{"id with a path", "id:", "id: ../../a", "2 front-id"},
	{"id in capitals", "id:", "id: K7D2M9X4QA", "2 front-id"},
	{"no title", "title:", "", "2 yaml-missing-key"},
	{"empty title", "title:", "title: \"\"", "2 yaml-missing-key"},
	{"title as a list", "title:", "title: [a]", "3 yaml-want-text"},
	{"no summary", "summary:", "", "2 front-no-field"},
	{"empty summary", "summary:", "summary:", "4 front-no-field"},
	{"no date", "date:", "", "2 front-no-field"},
	{"date that is none", "date:", "date: 2026-02-30", "5 front-date"},
	{"date out of range", "date:", "date: 9999-12-31", "5 front-date"},
	{"date turned around", "date:", "date: 20/11/2026", "5 front-date"},
	{"authors as text", "authors:", "authors: Tổ thư ký", "6 yaml-want-list"},
	{"image without alt", "image:", "image: {file: a.jpg, credit: B}", "8 yaml-missing-key"},
	{"image without file", "image:", "image: {alt: a}", "8 yaml-missing-key"},
	{"image as text", "image:", "image: a.jpg", "8 yaml-want-mapping"},
	{"image without credit", "image:", "image: {file: a.jpg, alt: A}", "8 front-no-credit"},
	{"unknown tag", "tags:", "tags:\n  - nong-san\n  - nong-sn\n  - du-lich\n  - khac", "11 field-no-record, 13 field-no-record"},
	{"empty tag", "tags:", "tags: [\"\", nong-san]", "9 field-no-record"},
	{"too many tags", "tags:", "tags: [" + strings.Repeat("nong-san, ", 40) + "]", "9 front-too-many"},
	{"language", "lang:", "lang: English", "10 front-lang"},
	{"slug with a slash", "slug:", "slug: a/b", "11 front-slug"},
	{"slug up", "slug:", "slug: ..", "11 front-slug"},
	{"slug with marks", "slug:", "slug: mùa-chè", "11 front-slug"},
	{"slug of a device", "slug:", "slug: nul", "11 front-slug"},
	{"expires before", "expires_at:", "expires_at: 2026-11-20", "14 front-expires-first"},
	{"expires at once", "expires_at:", "expires_at: 2026-11-21 00:00", "14 front-expires-first"},
	{"truth", "pinned:", "pinned: có", "16 yaml-want-bool"},
	{"aliases", "aliases:", "aliases:\n  - /a/\n  - a/\n  - /b\n  - //c/\n  - /../d/\n  - /e/./f/\n  - /.git/\n  - /tin cũ/\n  - /a%2fb/\n" +
		"  - https://mau.example/a/\n  - /con/\n  - /a\\b/\n  - /x./\n  - /?a=b/\n  - /\n  - /g//h/",
		strings.Join(lines(19, 33, "front-alias"), ", ")},
	{"alias too long", "aliases:", "aliases: [/" + strings.Repeat("a/", 200) + "]", "17 front-alias"},
	{"too many aliases", "aliases:", "aliases: [" + strings.Repeat("/a/, ", 120) + "]", "17 front-too-many"},
	{"withdrawn without reason", "withdrawn:", "withdrawn: {by: A, date: 2026-11-22}", "18 yaml-missing-key, 18 front-withdrawn"},
	{"withdrawn by a word", "withdrawn:", "withdrawn: true", "18 yaml-want-mapping, 18 front-withdrawn"},
	{"withdrawn on no day", "withdrawn:", "withdrawn: {by: A, date: hôm qua, why: B}", "18 front-date, 18 front-withdrawn"},
	{"correction without text", "corrections:", "corrections: [{date: 2026-11-21}]", "19 yaml-missing-key"},
	{"translation", "translation_of:", "translation_of: /tin/bai/", "20 front-id"},
	{"unknown kind", "lang:", "kind: articel", "10 front-no-kind"},
	{"kind as a list", "lang:", "kind: [article]", "10 yaml-want-text"},
	{"record", "field:", "field: ytế", "22 field-no-record"},
	{"page in a list", "documents:", "documents:\n  - abcdef\n  - Ghi", "25 front-id"},
	{"repeated key", "lang:", "title: b", "10 yaml-repeated-key, 1 front-unreadable"},
	{"anchor", "lang:", "lang: &a en", "10 yaml-anchor, 1 front-unreadable"},
	{"malformed", "source:", "source: Ban: Biên tập", "7 yaml-syntax, 1 front-unreadable"},
	{"NUL", "source:", "source: Ban\x00", "7 yaml-not-text, 1 front-unreadable"},
	{"deep", "source:", "source: " + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000), "7 yaml-too-deep, 1 front-unreadable"},
	{"not a mapping", "id:", "- a", "3 yaml-syntax, 1 front-unreadable"},
	{"too large", "source:", "source: " + strings.Repeat("a", 64<<10), "1 front-too-large"},
	{"no front matter", "---", "", "1 front-missing"},
}

var eventFaults = []fault{
	{"no date of the kind's", "begins:", "", "2 front-no-field"},
	{"empty date of the kind's", "begins:", "begins: ~", "6 front-no-field"},
	{"bad date of the kind's", "begins:", "begins: mai", "6 front-date"},
	{"required common field", "authors:", "authors: []", "5 front-no-field"},
	{"text as a mapping", "note:", "note: {a: b}", "7 yaml-want-text"},
	{"number", "seats:", "seats: nhiều", "8 yaml-want-number"},
	{"truth of the kind's", "open:", "open: yes", "9 yaml-want-bool"},
	{"missing truth", "open:", "", "2 front-no-field"},
	{"choice", "form:", "form: onlin", "10 field-choice"},
	{"record of the kind's", "host:", "host: sở", "11 field-no-record"},
	{"reference", "after:", "after: ../hoi-nghi.md", "12 front-id"},
	{"file as a list", "poster:", "poster: [a.pdf]", "13 yaml-want-mapping"},
	{"file without a name", "poster:", "poster: {title: A}", "13 yaml-missing-key"},
	{"address without scheme", "site:", "site: mau.example", "14 field-url"},
	{"script", "site:", "site: \"javascript:alert(1)\"", "14 field-url"},
	{"mail", "mail:", "mail: bientap", "15 field-email"},
	{"phone", "phone:", "phone: gọi nhé", "16 field-phone"},
	{"number of a document", "decision:", "decision: năm", "17 field-document-number"},
	{"form of a number", "decision:", "decision: 5/QĐ-UBND", "17 field-document-number-form"},
	{"days", "days:", "days:\n  - 2026-12-01\n  - 2026-12-32", "20 front-date"},
	{"days as text", "days:", "days: 2026-12-01", "18 yaml-want-list"},
	{"speaker without a name", "- {name: Người nói B}", "  - {topic: Ba}", "21 front-no-field"},
	{"speaker with another key", "- {name: Người nói B}", "  - {name: B, topics: Ba}", "21 yaml-unknown-key"},
	{"speaker as text", "- {name: Người nói B}", "  - Người nói B", "21 yaml-want-mapping"},
	{"agency of a speaker", "- {name: Người nói B}", "  - {name: B, agency: x}", "21 field-no-record"},
}

func lines(from, to int, code string) []string {
	var out []string
	for i := from; i <= to; i++ {
		out = append(out, fmt.Sprintf("%d %s", i, code))
	}
	return out
}

// misplaced are pages whose place is wrong.
var misplaced = map[string]string{
	"content/a.md": "page-place", "content/main.md": "page-place", "a.md": "page-place",
	"content/khac/tin/a.md": "page-no-site", "content/main/Tin/a.md": "page-name", "content/main/tin/Bài viết.md": "page-name",
	"content/main/tin/a b.md": "page-name", "content/main/tin/a_b.md": "page-name", "content/main/../a.md": "page-name",
	"content/main/tin/.md": "page-name", "content/main/con/a.md": "page-name", "content/main/tin/a.b.md": "page-name",
}

func TestFaults(t *testing.T) {
	diagtest.Rules(t, content.Rules())
	s := schema(t)
	var seen diagtest.Coverage
	check := func(name, path, src, want string) *content.Page {
		t.Helper()
		p, found := s.Parse(path, []byte(src))
		seen.Add(t, found)
		got := strings.Split(places(found), ", ")
		wanted := strings.Split(want, ", ")
		slices.Sort(got)
		slices.Sort(wanted)
		if !slices.Equal(got, wanted) {
			t.Errorf("%s: found %q, want %q", name, got, wanted)
		}
		for _, f := range found {
			if f.Pos.Path != path {
				t.Errorf("%s: found in %s", name, f.Pos.Path)
			}
		}
		return p
	}
	for _, c := range articleFaults {
		p := check(c.name, articlePath, edit(t, article, c.line, c.with), c.want)
		lost := strings.Contains(c.want, "front-unreadable") || strings.Contains(c.want, "front-no-kind") || strings.Contains(c.want, "front-missing") ||
			strings.Contains(c.want, "front-too-large") || strings.HasPrefix(c.line, "title") || c.name == "kind as a list"
		if lost != (p == nil) {
			t.Errorf("%s: a page is left: %v", c.name, p != nil)
		}
	}
	for _, c := range eventFaults {
		if p := check(c.name, eventPath, edit(t, eventPage, c.line, c.with), c.want); p == nil {
			t.Errorf("%s: no page is left", c.name)
		}
	}
	for path, code := range misplaced {
		if p := check(path, path, article, "0 "+code); p != nil {
			t.Errorf("%s: a page is left", path)
		}
	}
	for _, c := range badKinds {
		_, found := content.LoadKinds(map[string][]byte{c.file: []byte(c.src)})
		seen.Add(t, found)
	}
	for _, c := range badRecords {
		_, found := content.LoadRecords(map[string][]byte{"content/_data/x.yaml": []byte(c.src)})
		seen.Add(t, found)
	}
	seen.Complete(t, content.Rules())
}

// What is wrong is left out, what is right beside it stays.
func TestFaultsLeaveTheRest(t *testing.T) {
	s := schema(t)
	parse := func(line, with string) *content.Page {
		t.Helper()
		p, _ := s.Parse(articlePath, []byte(edit(t, article, line, with)))
		if p == nil {
			t.Fatalf("%s: no page is left", with)
		}
		return p
	}
	if p := parse("tags:", "tags: [khac, nong-san, du-lich, nong-san]"); !slices.Equal(p.Tags, []string{"nong-san", "du-lich"}) {
		t.Errorf("the tags are %q", p.Tags)
	}
	if p := parse("aliases:", "aliases: [x, /a/, /b/, /a/]"); !slices.Equal(p.Aliases, []string{"/a/", "/b/"}) {
		t.Errorf("the aliases are %q", p.Aliases)
	}
	if p := parse("slug:", "slug: A"); p.Slug != "mua-che" {
		t.Errorf("with a bad slug the page stands at %q", p.Slug)
	}
	if p := parse("lang:", "lang: English"); p.Lang != "vi" {
		t.Errorf("with a bad language the page is in %q", p.Lang)
	}
	if p := parse("id:", ""); p.ID != "path:"+articlePath {
		t.Errorf("without an id the page goes by %q", p.ID)
	}
	if p := parse("expires_at:", "expires_at: 2020-01-01"); !p.ExpiresAt.IsZero() {
		t.Errorf("a page that would expire before it appears expires at %s", p.ExpiresAt)
	}
	if p := parse("withdrawn:", "withdrawn: xong"); p.Withdrawn == nil {
		t.Error("a withdrawal that is not understood leaves the page up")
	}
	if p := parse("corrections:", "corrections: [{date: 2026-11-21}, {date: 2026-11-22, text: Hai}]"); len(p.Corrections) != 1 || p.Corrections[0].Text != "Hai" {
		t.Errorf("the corrections are %+v", p.Corrections)
	}
}

func TestDidYouMean(t *testing.T) {
	s := schema(t)
	for with, want := range map[string]string{
		"lang: en\nsumary: a": `did you mean "summary"?`,
		"kind: articel":       `nearest: "article"; the kinds are: article, document, event, page`,
		"docments: [a]":       `did you mean "documents"?`,
	} {
		_, found := s.Parse(articlePath, []byte(edit(t, article, "lang:", with)))
		if len(found) == 0 || found[0].Hint(diag.EN) != want {
			t.Errorf("%s: found %v, want %s", with, found, want)
		}
	}
	for line, want := range map[string]string{
		"form: onlne": `choose one of: online, onsite; nearest: "online"`,
		"host: ubn":   `nearest: "ubnd"; or add it to that file`,
	} {
		key, _, _ := strings.Cut(line, " ")
		_, found := s.Parse(eventPath, []byte(edit(t, eventPage, key, line)))
		if len(found) == 0 || found[0].Hint(diag.EN) != want {
			t.Errorf("%s: found %v, want %s", line, found, want)
		}
	}
}

// The sample portal has no faults.
func TestSample(t *testing.T) {
	const root = "../../"
	read := func(path string) []byte {
		t.Helper()
		src, err := os.ReadFile(root + path)
		if err != nil {
			t.Fatal(err)
		}
		return src
	}
	s := &content.Schema{}
	var found diag.List
	s.Portal, found = config.Parse(read("config.yaml"))
	s.Kinds, _ = content.LoadKinds(nil)
	data := map[string][]byte{}
	var pages []string
	err := fs.WalkDir(os.DirFS(root), "content", func(path string, d fs.DirEntry, err error) error {
		switch filepath.Ext(path) {
		case ".yaml":
			data[path] = read(path)
		case ".md":
			pages = append(pages, path)
		}
		return err
	})
	if err != nil || len(pages) == 0 {
		t.Fatal("there are no pages", err)
	}
	s.Records, _ = content.LoadRecords(data)
	for _, path := range pages {
		_, more := s.Parse(path, read(path))
		found = append(found, more...)
	}
	if len(found) > 0 {
		t.Errorf("found\n%s", diagtest.Lines(found))
	}
}

// Whatever a page says, reading it ends, its findings lie in it, and what is
// taken from it is within the schema.
func FuzzSchemaParse(f *testing.F) {
	f.Add(articlePath, []byte(article))
	f.Add(eventPath, []byte(eventPage))
	for _, c := range articleFaults {
		if len(c.with) < 500 {
			f.Add(articlePath, []byte(edit(f, article, c.line, c.with)))
		}
	}
	for _, c := range eventFaults {
		f.Add(eventPath, []byte(edit(f, eventPage, c.line, c.with)))
	}
	s := schema(f)
	f.Fuzz(func(t *testing.T, path string, src []byte) {
		p, found := s.Parse(path, src)
		if path == "" {
			return
		}
		all := strings.Count(string(src), "\n") + 1
		for _, one := range found {
			diagtest.Finding(t, one)
			if one.Pos.Path != path || one.Pos.Line > all {
				t.Errorf("found at %s, in %d lines of %s", one.Pos, all, path)
			}
		}
		if p == nil {
			if worst, any := found.Worst(); !any || worst < diag.Error {
				t.Error("the page is left out without an error")
			}
			return
		}
		checkPage(t, s, p)
	})
}

func checkPage(t *testing.T, s *content.Schema, p *content.Page) {
	if p.Title == "" || p.ID == "" || s.Portal.Site(p.Site) == nil || s.Kinds[p.Kind.Name] != p.Kind || len(p.Fields) != len(p.Kind.Fields) {
		t.Errorf("accepted, but %+v", p)
	}
	for _, tag := range p.Tags {
		if s.Records["tags"][tag] == nil {
			t.Errorf("accepted with the tag %q", tag)
		}
	}
	for _, a := range p.Aliases {
		if strings.Contains(a, "..") || !strings.HasPrefix(a, "/") || !strings.HasSuffix(a, "/") || strings.Contains(a, "//") {
			t.Errorf("accepted with the alias %q", a)
		}
	}
	if strings.ContainsAny(p.Slug+p.Dir, ".\\ ") || strings.ContainsRune(p.Slug, '/') || p.Slug == "" {
		t.Errorf("accepted at %q, %q", p.Dir, p.Slug)
	}
	for i := range p.Fields {
		checkValue(t, &p.Kind.Fields[i], p.Fields[i])
	}
}

func checkValue(t *testing.T, f *content.Field, v content.Value) {
	switch {
	case !v.IsSet():
	case f.Type == content.TypeList:
		if len(v.Items) == 0 {
			t.Errorf("the list %s is set and empty", f.Name)
		}
		for _, item := range v.Items {
			checkValue(t, f.Items, item)
		}
	case f.Type == content.TypeGroup:
		if len(v.Items) != len(f.Fields) {
			t.Errorf("the group %s has %d members, not %d", f.Name, len(v.Items), len(f.Fields))
			return
		}
		for i := range f.Fields {
			checkValue(t, &f.Fields[i], v.Items[i])
		}
	case v.Text == "":
		t.Errorf("the field %s is set and empty", f.Name)
	}
}
