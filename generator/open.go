package generator

import (
	"errors"
	"fmt"
	"path"
	"runtime"
	"strings"
	"sync"
	"time"

	"sonla.gov.vn/bientap/generator/check"
	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/markdown"
	"sonla.gov.vn/bientap/generator/render"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/generator/theme"
	"sonla.gov.vn/bientap/generator/view"
	"sonla.gov.vn/bientap/internal/diag"
)

// Roots are the parts of a portal's tree that make its bytes. The theme's
// folder is among them because it is named in the configuration, which is read
// first.
var roots = []string{config.File, "content", "themes"}

// Roots returns the files and folders of a portal that a build reads.
func Roots() []string { return append([]string(nil), roots...) }

// Input is everything that the bytes of a portal depend on.
type Input struct {
	// Tree is the portal's tree; see [Roots].
	Tree *source.Tree
	// Default is the complete theme below the portal's own.
	Default theme.Layer
	// Now decides what is shown; layouts never see it.
	Now time.Time
	// Provenance tells who answers for each page, by the page's id; it comes
	// from the signed record of decisions, or is nil.
	Provenance map[string]view.Provenance
	// Workers bounds how many pages are worked on at once; 0 means as many
	// as there are processors. It never changes a byte.
	Workers int
}

// Portal is a portal that was read: its graph, its theme and its store.
type Portal struct {
	Config *config.Portal
	Graph  *site.Graph

	in     Input
	theme  *theme.Theme
	store  *view.Store
	assets map[string][]asset // by host
	files  *files

	renderer render.Renderer
}

// asset is a file of the theme under its published name.
type asset struct {
	path string
	data []byte
}

// ErrBlocked says that a portal has findings that stop every build.
var ErrBlocked = errors.New("the portal has faults that stop every build")

// Open reads a portal as far as its graph. The findings are those of every
// file. The error is ErrBlocked when one of them is blocking; the portal that
// comes with it, if any, serves only to find what else is wrong.
func Open(in Input) (*Portal, diag.List, error) {
	if in.Workers <= 0 {
		in.Workers = runtime.GOMAXPROCS(0)
	}
	src, err := in.Tree.Read(config.File)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the configuration of the portal: %w", err)
	}
	found, readable := check.Text(config.File, src)
	conf, more := config.Parse(src)
	if found = append(found, more...); conf == nil || !readable {
		return nil, found.Sort(), ErrBlocked
	}
	if n := len(in.Tree.Files()); n > conf.Limits.Files {
		return nil, append(found, ruleTooManyFiles.At(diag.Pos{Path: config.File}, n, conf.Limits.Files)), ErrBlocked
	}
	p := &Portal{Config: conf, in: in, files: newFiles(in.Tree)}
	schema, more := p.schema()
	found = append(found, more...)
	pages, more, err := p.pages(schema)
	if err != nil {
		return nil, found, err
	}
	found = append(found, more...)
	p.Graph, more = site.Build(schema, pages, in.Now)
	found = append(found, more...)
	found = append(found, check.Calendar(conf, pages, in.Now)...)
	found = append(found, p.emblems()...)
	more, err = p.loadTheme()
	if err != nil {
		return nil, found, err
	}
	found = append(found, more...)
	if p.theme == nil {
		return nil, found.Sort(), ErrBlocked
	}
	p.store = view.NewStore(view.Inputs{
		Graph: p.Graph, Files: p.files, Markdown: markdown.New(), Looks: p.looks(),
		Words: p.theme.Message, Provenance: in.Provenance,
	})
	if worst, any := found.Worst(); any && worst == diag.Blocking {
		return p, found.Sort(), ErrBlocked
	}
	return p, found.Sort(), nil
}

// Kinds reads only the configuration of a portal and its kinds, for making a
// new page.
func Kinds(tree *source.Tree) (*config.Portal, content.Kinds, diag.List, error) {
	src, err := tree.Read(config.File)
	if err != nil {
		return nil, nil, nil, err
	}
	conf, found := config.Parse(src)
	if conf == nil {
		return nil, nil, found, ErrBlocked
	}
	p := &Portal{Config: conf, in: Input{Tree: tree}}
	schema, more := p.schema()
	return conf, schema.Kinds, append(found, more...), nil
}

// schema reads the kinds and the records of the portal.
func (p *Portal) schema() (*content.Schema, diag.List) {
	kinds, found := p.yaml(content.KindsDir)
	records, more := p.yaml(content.DataDir)
	found = append(found, more...)
	s := &content.Schema{Portal: p.Config}
	s.Kinds, more = content.LoadKinds(kinds)
	found = append(found, more...)
	s.Records, more = content.LoadRecords(records)
	return s, append(found, more...)
}

// yaml reads the YAML files of a folder.
func (p *Portal) yaml(dir string) (map[string][]byte, diag.List) {
	out := map[string][]byte{}
	var found diag.List
	for _, f := range p.in.Tree.Under(dir) {
		if path.Ext(f.Path) != ".yaml" || path.Dir(f.Path) != dir {
			found = append(found, ruleStray.At(diag.Pos{Path: f.Path}, dir))
			continue
		}
		src, err := p.in.Tree.Read(f.Path)
		if err != nil {
			found = append(found, ruleUnreadable.At(diag.Pos{Path: f.Path}, err.Error()))
			continue
		}
		wrong, readable := check.Text(f.Path, src)
		if found = append(found, wrong...); readable {
			out[f.Path] = src
		}
	}
	return out, found
}

// emblems reports the emblems that sites name and do not have.
func (p *Portal) emblems() diag.List {
	var found diag.List
	for i := range p.Config.Sites {
		s := &p.Config.Sites[i]
		if s.Emblem.File == "" {
			continue
		}
		file := "content/" + s.ID + "/" + s.Emblem.File
		if facts, ok := p.files.Facts(file); !ok {
			found = append(found, facts.Found...)
			near := strings.TrimPrefix(p.files.Near(file), "content/"+s.ID+"/")
			found = append(found, ruleNoEmblem.At(s.Emblem.Pos, s.ID, s.Emblem.File, near))
		}
	}
	return found
}

// pages reads the front matter of every page, several at once.
func (p *Portal) pages(schema *content.Schema) ([]*content.Page, diag.List, error) {
	type result struct {
		page  *content.Page
		found diag.List
	}
	files, found := p.pageFiles()
	results := make([]result, len(files))
	each(p.in.Workers, len(files), func(i int) {
		results[i].page, results[i].found = p.page(schema, files[i])
	})
	pages := make([]*content.Page, 0, len(files))
	for _, r := range results {
		if r.page != nil {
			pages = append(pages, r.page)
		}
		found = append(found, r.found...)
	}
	return pages, found, nil
}

// page reads one page and checks its text.
func (p *Portal) page(schema *content.Schema, f source.File) (*content.Page, diag.List) {
	pos := diag.Pos{Path: f.Path}
	if limit := int64(p.Config.Limits.PageKB) << 10; f.Size > limit {
		return nil, diag.List{rulePageTooLarge.At(pos, f.Size, limit)}
	}
	src, err := p.in.Tree.Read(f.Path)
	if err != nil {
		return nil, diag.List{ruleUnreadable.At(pos, err.Error())}
	}
	found, readable := check.Text(f.Path, src)
	if !readable {
		return nil, found
	}
	page, more := schema.Parse(f.Path, src)
	return page, append(found, more...)
}

// pageFiles separates the pages from the files beside them, and reports files
// that a portal does not publish.
func (p *Portal) pageFiles() ([]source.File, diag.List) {
	var pages []source.File
	var found diag.List
	for _, f := range p.in.Tree.Under("content") {
		if isData(f.Path) {
			continue
		}
		if path.Ext(f.Path) == ".md" {
			pages = append(pages, f)
			continue
		}
		if _, ok := content.TypeOf(f.Path); !ok {
			found = append(found, ruleFileType.At(diag.Pos{Path: f.Path}, path.Ext(f.Path)))
		}
		if limit := int64(p.Config.Limits.FileMB) << 20; f.Size > limit {
			found = append(found, ruleFileTooLarge.At(diag.Pos{Path: f.Path}, f.Size, limit))
		}
	}
	return pages, found
}

// isData reports whether a file of content/ is no page and beside none.
func isData(path string) bool {
	return strings.HasPrefix(path, content.KindsDir+"/") || strings.HasPrefix(path, content.DataDir+"/")
}

// loadTheme reads the portal's own theme over the default one.
func (p *Portal) loadTheme() (diag.List, error) {
	dir := "themes/" + p.Config.Theme
	var layers []theme.Layer
	if own := p.in.Tree.Under(dir); len(own) > 0 {
		fsys, err := themeFS(p.in.Tree, dir)
		if err != nil {
			return nil, err
		}
		layers = append(layers, theme.Layer{FS: fsys, Dir: dir})
	} else if p.Config.Theme != "default" {
		return diag.List{ruleNoTheme.At(diag.Pos{Path: config.File}, p.Config.Theme)}, nil
	}
	t, found, err := theme.Load(render.Markup, append(layers, p.in.Default)...)
	p.theme = t
	if t != nil {
		for i := range p.Config.Sites {
			s := &p.Config.Sites[i]
			found = append(found, theme.Colours{Accent: s.Colours.Accent, Second: s.Colours.Second}.Check(s.Pos)...)
		}
		for _, lang := range p.Config.Languages {
			if _, ok := t.Layout(lang, "page"); !ok {
				found = append(found, ruleThemeLanguage.At(diag.Pos{Path: config.File}, lang))
			}
		}
	}
	return found, err
}

// each calls do with 0 to n-1, from several goroutines.
func each(workers, n int, do func(i int)) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	next := 0
	take := func() int {
		mu.Lock()
		defer mu.Unlock()
		next++
		return next - 1
	}
	for range min(workers, n) {
		wg.Go(func() {
			for i := take(); i < n; i = take() {
				do(i)
			}
		})
	}
	wg.Wait()
}
