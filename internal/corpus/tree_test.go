package corpus_test

import (
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/check"
	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/markdown"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/internal/corpus"
	"sonla.gov.vn/bientap/internal/diag"
)

// now is the evening of the last day, in the zone of the portals.
var now = time.Date(2026, 11, 20, 11, 0, 0, 0, time.UTC)

func portal(t testing.TB, o corpus.Options) *corpus.Portal {
	t.Helper()
	p, err := corpus.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// tree is a portal in memory, read by the packages that read real ones.
type tree struct {
	t      testing.TB
	files  map[string][]byte
	schema *content.Schema
	pages  map[string]*content.Page // by file
	ids    map[string]*content.Page
}

func (tr *tree) clean(what string, found diag.List) {
	tr.t.Helper()
	for _, f := range found {
		tr.t.Errorf("%s: %s: %s", what, f.Pos, f.Message(diag.EN))
	}
	if len(found) > 0 {
		tr.t.FailNow()
	}
}

// read makes a portal's files and reads all that are not pages.
func read(t testing.TB, p *corpus.Portal) *tree {
	t.Helper()
	tr := &tree{t: t, files: maps.Collect(p.Others()), pages: map[string]*content.Page{}, ids: map[string]*content.Page{}}
	conf, found := config.Parse(tr.files["config.yaml"])
	tr.clean("configuration", found)
	tr.schema = &content.Schema{Portal: conf}
	tr.schema.Kinds, found = content.LoadKinds(nil)
	tr.clean("kinds", found)
	data := map[string][]byte{}
	for name, src := range tr.files {
		if path.Dir(name) == content.DataDir {
			data[name] = src
		}
	}
	tr.schema.Records, found = content.LoadRecords(data)
	tr.clean("records", found)
	return tr
}

// add reads a page.
func (tr *tree) add(name string, src []byte) *content.Page {
	tr.t.Helper()
	text, _ := check.Text(name, src)
	tr.clean("text", text)
	page, found := tr.schema.Parse(name, src)
	tr.clean("page", found)
	if page.BodyLine == 0 {
		tr.t.Fatalf("%s has no body", name)
	}
	if other := tr.ids[page.ID]; other != nil && other.Path != name {
		tr.t.Fatalf("%s and %s have the same id %s", name, other.Path, page.ID)
	}
	tr.files[name], tr.pages[name], tr.ids[page.ID] = src, page, page
	return page
}

// graph checks what the pages are to one another.
func (tr *tree) graph() *site.Graph {
	tr.t.Helper()
	graph, found := site.Build(tr.schema, slices.Collect(maps.Values(tr.pages)), now)
	tr.clean("graph", found)
	tr.clean("calendar", check.Calendar(tr.schema.Portal, slices.Collect(maps.Values(tr.pages)), now))
	return graph
}

// resolver finds the links of one page among the files of the tree.
type resolver struct {
	tr          *tree
	graph       *site.Graph
	from        string
	links, byID int
	used        map[string]bool // images and files to download
}

func (r *resolver) Link(dest string) markdown.Link {
	r.links++
	if file := path.Join(path.Dir(r.from), dest); path.Ext(file) == ".pdf" {
		r.used[file] = true
		_, ok := r.tr.files[file]
		return markdown.Link{State: map[bool]markdown.LinkState{true: markdown.Live}[ok], URL: "/"}
	}
	page := r.tr.pages[path.Join(path.Dir(r.from), dest)]
	if id, ok := strings.CutPrefix(dest, "id:"); ok {
		r.byID++
		page = r.tr.ids[id]
	}
	switch {
	case page == nil:
		return markdown.Link{}
	case r.graph.Page(page.ID).Status != site.Live:
		return markdown.Link{State: markdown.Dormant}
	}
	return markdown.Link{State: markdown.Live, URL: "/"}
}

func (r *resolver) Image(dest string) markdown.Image {
	file := path.Join(path.Dir(r.from), dest)
	r.used[file] = true
	_, ok := r.tr.files[file]
	return markdown.Image{Found: ok, URL: "/x.png", Width: 1, Height: 1}
}

// bodies renders every page and returns what its links were.
func (tr *tree) bodies(graph *site.Graph) *resolver {
	tr.t.Helper()
	r := &resolver{tr: tr, graph: graph, used: map[string]bool{}}
	converter := markdown.New()
	for name, page := range tr.pages {
		r.from = name
		_, body, line, _ := content.Split(tr.files[name])
		_, found := converter.Convert(body, markdown.Options{Path: name, Line: line, Lang: page.Lang, Resolver: r})
		tr.clean("body", found)
	}
	return r
}

// attached checks that every file and image that a front matter names is there.
func (tr *tree) attached() {
	tr.t.Helper()
	for name, page := range tr.pages {
		var files []string
		if page.Image.File != "" {
			files = append(files, page.Image.File)
		}
		if v, ok := page.Field("files"); ok {
			for _, f := range v.Items {
				files = append(files, f.Text)
			}
		}
		for _, f := range files {
			if _, ok := tr.files[path.Join(path.Dir(name), f)]; !ok {
				tr.t.Fatalf("%s refers to the file %q, which is not there", name, f)
			}
		}
	}
}
