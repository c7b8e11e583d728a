package theme

import (
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"sonla.gov.vn/bientap/generator/view"
	"sonla.gov.vn/bientap/internal/diag"
)

// Layer is one layer of a theme: a folder with the files that the package
// comment lists, all of them optional except in the lowest layer.
type Layer struct {
	FS fs.FS
	// Dir is the folder's path in the portal ("themes/sonla"); findings are
	// positioned with it.
	Dir string
}

// Markup turns the trusted markup of a page's text into markup of a layout.
// It is the function "markup" of layouts, and a parameter because only
// package render may look into view.HTML.
type Markup func(view.HTML) template.HTML

// Asset is a file that the theme publishes as it is.
type Asset struct {
	// Name is its name below assets/: "icon.svg".
	Name string
	// MIME is its media type.
	MIME  string
	Bytes []byte
}

// Theme is a loaded theme. It never changes and may be used by several
// goroutines at once.
type Theme struct {
	colours   Colours
	style     []byte
	assets    []Asset
	languages map[string]*language
	names     []string // of layouts, sorted
}

// language is what a theme holds for one language.
type language struct {
	messages catalogue
	layouts  map[string]*Layout
}

// Load reads a theme from its layers, the highest first. The theme is nil
// when a finding is blocking; the error is about reading, never about what
// the files say.
func Load(markup Markup, layers ...Layer) (*Theme, diag.List, error) {
	return load(markup, true, layers)
}

func load(markup Markup, minified bool, layers []Layer) (*Theme, diag.List, error) {
	f, found, err := collect(layers)
	if err != nil {
		return nil, nil, err
	}
	t := &Theme{assets: f.published(), names: f.layoutNames()}
	note := func(more diag.List) { found = append(found, more...) }

	colours, more := readColours(f.stacks[coloursFile])
	t.colours = colours
	note(more)
	style, more := joinStyles(f.styles)
	t.style = style
	note(more)
	catalogues, more := readCatalogues(f.stacks)
	note(more)

	checked := checkLayouts(f.layouts, catalogues.arity())
	note(checked.found)
	note(catalogues.complete(checked.messages))
	found = found.Sort()
	if worst, any := found.Worst(); any && worst == diag.Blocking {
		return nil, found, nil
	}
	t.languages, err = compile(f.layouts, catalogues.languages, markup, minified)
	if err != nil {
		return nil, nil, err
	}
	return t, found, nil
}

// Languages returns the tags of the languages that the theme speaks, sorted.
func (t *Theme) Languages() []string { return slices.Sorted(maps.Keys(t.languages)) }

// Names returns the names of the layouts that have a file, sorted.
func (t *Theme) Names() []string { return slices.Clone(t.names) }

// Layout returns the layout of a name in a language. A name without a file of
// its own is that of a kind, and has the layout "page". It reports false when
// the theme does not speak the language.
func (t *Theme) Layout(lang, name string) (*Layout, bool) {
	l, ok := t.languages[lang]
	if !ok {
		return nil, false
	}
	if layout, ok := l.layouts[name]; ok {
		return layout, true
	}
	return l.layouts[pageLayout], true
}

// Message returns the message of a key with its placeholders filled in. A
// language that the theme does not speak gets Vietnamese; a key that it does
// not have is returned itself.
func (t *Theme) Message(lang, key string, args ...any) string {
	l, ok := t.languages[lang]
	if !ok {
		l = t.languages[reference]
	}
	m, ok := l.messages[key]
	if !ok {
		return key
	}
	return m.fill(args)
}

// Assets returns the files that the theme publishes, sorted by name.
func (t *Theme) Assets() []Asset { return slices.Clone(t.assets) }

// file is a file of a layer.
type file struct {
	path string // in the portal, for findings
	src  []byte
}

// line returns the number of the line, from 1, that holds the byte at pos.
func (f file) line(pos int) int {
	return 1 + strings.Count(string(f.src[:min(max(pos, 0), len(f.src))]), "\n")
}

func (f file) at(pos int) diag.Pos { return diag.Pos{Path: f.path, Line: f.line(pos)} }

// files are the files of a theme after its layers were laid over each other.
type files struct {
	// layouts, styles and assets hold the highest file of each name; those
	// of layouts are without ".html", partials begin with "_".
	layouts, styles, assets map[string]file
	// stacks hold theme.yaml and the catalogues, of all layers, the highest
	// first, since they are merged entry by entry.
	stacks map[string][]file
}

// assetTypes are the media types of what may lie in assets/.
var assetTypes = map[string]string{
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp",
	".ico": "image/vnd.microsoft.icon", ".woff2": "font/woff2",
}

// collect lays the layers over each other.
func collect(layers []Layer) (*files, diag.List, error) {
	f := &files{
		layouts: map[string]file{}, styles: map[string]file{}, assets: map[string]file{},
		stacks: map[string][]file{},
	}
	var found diag.List
	for _, layer := range layers {
		err := fs.WalkDir(layer.FS, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || d.Name() == "README.md" {
				return err
			}
			src, err := fs.ReadFile(layer.FS, name)
			if err != nil {
				return err
			}
			at := file{path: path.Join(layer.Dir, name), src: src}
			if !f.add(name, at) {
				found = append(found, ruleUnknownFile.At(diag.Pos{Path: at.path}, name))
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return f, append(found, f.missing(layers)...), nil
}

// add puts a file where it belongs, below what is there already; it reports
// false when the file is no part of a theme.
func (f *files) add(name string, at file) bool {
	dir, base := path.Split(name)
	ext := path.Ext(base)
	var into map[string]file
	switch {
	case name == coloursFile, dir == "messages/" && ext == ".yaml":
		f.stacks[name] = append(f.stacks[name], at)
		return true
	case dir == "layouts/" && ext == ".html":
		into, base = f.layouts, strings.TrimSuffix(base, ext)
	case dir == "styles/" && ext == ".css":
		into = f.styles
	case dir == "assets/" && assetTypes[ext] != "":
		into = f.assets
	default:
		return false
	}
	if _, above := into[base]; !above {
		into[base] = at
	}
	return true
}

// missing reports what a whole theme must have and these layers do not.
func (f *files) missing(layers []Layer) diag.List {
	lowest := ""
	if len(layers) > 0 {
		lowest = layers[len(layers)-1].Dir
	}
	var found diag.List
	need := func(there bool, name string) {
		if !there {
			found = append(found, ruleMissingFile.At(diag.Pos{Path: path.Join(lowest, name)}, name))
		}
	}
	for _, name := range append(slices.Sorted(maps.Keys(views)), "_base", "_row") {
		_, ok := f.layouts[name]
		need(ok, "layouts/"+name+".html")
	}
	for _, lang := range required {
		name := "messages/" + lang + ".yaml"
		need(len(f.stacks[name]) > 0, name)
	}
	need(len(f.stacks[coloursFile]) > 0, coloursFile)
	return found
}

// published returns the assets in the order of their names.
func (f *files) published() []Asset {
	out := make([]Asset, 0, len(f.assets))
	for _, name := range slices.Sorted(maps.Keys(f.assets)) {
		out = append(out, Asset{Name: name, MIME: assetTypes[path.Ext(name)], Bytes: f.assets[name].src})
	}
	return out
}

// layoutNames returns the names of the layouts, without partials.
func (f *files) layoutNames() []string {
	var out []string
	for name := range f.layouts {
		if !isPartial(name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

func isPartial(name string) bool { return strings.HasPrefix(name, "_") }
