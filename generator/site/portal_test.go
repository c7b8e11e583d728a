package site_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

// configuration is that of the portal of these tests; EXTRA stands for further
// sections of the main site, SITES for further sites.
const configuration = `title: Cổng
languages: [vi, en]
lists: {newest: 4, month: 3, feed: 3, older: 2}
sites:
  - id: main
    main: true
    title: Cổng
    address: https://mau.example/
    agency: ubnd
    owner: Tổ thư ký
    responsible: Trưởng Ban
    sections:
      - {path: tin, title: Tin}
      - {path: tin/kinh-te, title: Kinh tế}
      - {path: van-ban, title: Văn bản, kind: document}
      - {path: gioi-thieu, title: Giới thiệu, kind: page}
      EXTRA
  - id: so
    title: Sở
    address: https://mau.example/so/
    agency: so
    owner: Thành viên
    responsible: Giám đốc
    sections: [{path: tin, title: Tin}]
  SITES
`

const agencies = "- {id: ubnd, names: [{vi: Ủy ban}]}\n- id: so\n  names:\n    - {vi: Sở cũ}\n    - {from: 2026-08-01, vi: Sở mới}\n"

// world is what a graph is made of.
type world struct {
	extra, sites string
	kinds        map[string][]byte
	pages        map[string]string
	now          string
}

// build makes the graph, with the pages in the order of their files unless
// shuffle changes it.
func (w world) build(t testing.TB, shuffle ...func([]*content.Page)) (*site.Graph, diag.List) {
	t.Helper()
	conf := strings.NewReplacer("EXTRA", w.extra, "SITES", strings.ReplaceAll(w.sites, "\n", "\n  ")).Replace(configuration)
	portal, found := config.Parse([]byte(conf))
	if portal == nil {
		t.Fatalf("%s\n%s", conf, diagtest.Lines(found))
	}
	s := &content.Schema{Portal: portal}
	s.Kinds, found = content.LoadKinds(w.kinds)
	data := map[string][]byte{
		"content/_data/agencies.yaml":       []byte(agencies),
		"content/_data/document-types.yaml": []byte("- {id: qd, names: [{vi: Quyết định}]}\n"),
		"content/_data/tags.yaml":           []byte("- {id: a, names: [{vi: A}]}\n- {id: b, names: [{vi: B}]}\n"),
	}
	var more diag.List
	s.Records, more = content.LoadRecords(data)
	found = append(found, more...)
	var pages []*content.Page
	for _, path := range slices.Sorted(maps.Keys(w.pages)) {
		p, more := s.Parse(path, []byte(w.pages[path]))
		found = append(found, more...)
		if p == nil {
			t.Fatalf("%s cannot be read:\n%s", path, diagtest.Lines(more))
		}
		pages = append(pages, p)
	}
	if len(found) > 0 {
		t.Fatalf("the pages have findings:\n%s", diagtest.Lines(found))
	}
	for _, f := range shuffle {
		f(pages)
	}
	return site.Build(s, pages, instant(t, w.now))
}

// good builds a graph that must have no findings.
func (w world) good(t testing.TB) *site.Graph {
	t.Helper()
	g, found := w.build(t)
	if len(found) > 0 {
		t.Fatalf("found\n%s", diagtest.Lines(found))
	}
	return g
}

// instant reads an instant in Việt Nam; the default is a morning in June.
func instant(t testing.TB, s string) time.Time {
	t.Helper()
	if s == "" {
		s = "2026-06-15 08:00"
	}
	now, err := time.ParseInLocation("2006-01-02 15:04", s, time.FixedZone("", 7*3600))
	if err != nil {
		t.Fatal(err)
	}
	return now
}

// article is an article with further lines of front matter.
func article(id, date string, more ...string) string {
	return fmt.Sprintf("---\nid: %s\ntitle: Bài %s\nsummary: Tóm tắt\ndate: %s\n%s---\n", id, id, date, joined(more))
}

func page(id string, more ...string) string {
	return fmt.Sprintf("---\nid: %s\ntitle: Trang %s\n%s---\n", id, id, joined(more))
}

func document(id string, more ...string) string {
	return fmt.Sprintf("---\nid: %s\ntitle: Văn bản %s\nsummary: Tóm tắt\nnumber: 12/QĐ-UBND\ntype: qd\nissuer: ubnd\nissued: 2026-01-10\nfiles: [a.pdf]\n%s---\n",
		id, id, joined(more))
}

func joined(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}

// ids are the ids of nodes, joined by spaces.
func ids(nodes []*site.Node) string {
	out := make([]string, len(nodes))
	for i, n := range nodes {
		out[i] = n.ID
	}
	return strings.Join(out, " ")
}

var section = site.ListKey{Site: "main", Kind: site.OfSection, ID: "tin"}

// outputs are the paths of the outputs with their classes.
func outputs(g *site.Graph) map[string]site.Class {
	out := map[string]site.Class{}
	for o := range g.Outputs() {
		out[o.Host+"/"+o.Path] = o.Class
	}
	return out
}
