package walls

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// repo is the source of a module, parsed.
type repo struct {
	fset     *token.FileSet
	module   string
	folders  []string // top-level
	packages map[string]*pkg
}

// pkg is one package of the module, without its tests.
type pkg struct {
	dir   string // relative to the module, "." for its root
	name  string
	files []*file
	tests []*file
}

// file is one Go file.
type file struct {
	path  string
	lines int
	tree  *ast.File
	// imports are the imported paths by the name that the file knows them by.
	imports map[string]string
}

// load parses every Go file of a module. Folders that begin with a full stop
// or an underscore, testdata and node_modules are no source.
func load(fsys fs.FS) (*repo, error) {
	mod, err := fs.ReadFile(fsys, "go.mod")
	if err != nil {
		return nil, err
	}
	line, _, _ := strings.Cut(string(mod), "\n")
	r := &repo{fset: token.NewFileSet(), module: strings.TrimSpace(strings.TrimPrefix(line, "module ")), packages: map[string]*pkg{}}
	err = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if d.IsDir() {
			if path.Dir(name) == "." && name != "." {
				r.folders = append(r.folders, name)
			}
			if name != "." && (base[0] == '.' || base[0] == '_' || base == "testdata" || base == "node_modules") {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		return r.add(fsys, name)
	})
	return r, err
}

// add parses a file and puts it into its package.
func (r *repo) add(fsys fs.FS, name string) error {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	tree, err := parser.ParseFile(r.fset, name, src, parser.ParseComments)
	if err != nil {
		return fmt.Errorf("parsing %q: %w", name, err)
	}
	f := &file{path: name, lines: strings.Count(string(src), "\n"), tree: tree, imports: map[string]string{}}
	for _, spec := range tree.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		local := importName(p)
		if spec.Name != nil {
			local = spec.Name.Name
		}
		if local == "_" || local == "." || f.imports[local] != "" {
			local += " " + p // imported, but never named, or named like another
		}
		f.imports[local] = p
	}
	dir := path.Dir(name)
	p := r.packages[dir]
	if p == nil {
		p = &pkg{dir: dir}
		r.packages[dir] = p
	}
	if strings.HasSuffix(name, "_test.go") {
		p.tests = append(p.tests, f)
		return nil
	}
	p.name = tree.Name.Name
	p.files = append(p.files, f)
	return nil
}

// importName is the name by which an imported package is known, unless the
// file gives it another: the last step of its path that is no version.
func importName(p string) string {
	base := path.Base(p)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" {
		base = path.Base(path.Dir(p))
	}
	base, _, _ = strings.Cut(base, ".v")
	return base
}

// sorted returns the packages by their folders.
func (r *repo) sorted() []*pkg {
	var out []*pkg
	for _, dir := range slices.Sorted(maps.Keys(r.packages)) {
		out = append(out, r.packages[dir])
	}
	return out
}

// local is an import path as a folder of the module, or the path as it is.
func (r *repo) local(importPath string) string {
	if importPath == r.module {
		return "."
	}
	return strings.TrimPrefix(importPath, r.module+"/")
}

// imports returns what a package imports, folders of the module as such, with
// the file that does it first.
func (r *repo) imports(files []*file) map[string]string {
	out := map[string]string{}
	for _, f := range files {
		for _, p := range f.imports {
			if p = r.local(p); out[p] == "" {
				out[p] = f.path
			}
		}
	}
	return out
}

// reach returns everything that a package imports, directly or by way of other
// packages of the module, with the way there.
func (r *repo) reach(dir string) map[string]string {
	ways := map[string]string{}
	var walk func(dir, way string)
	walk = func(dir, way string) {
		p := r.packages[dir]
		if p == nil {
			return
		}
		for _, to := range slices.Sorted(maps.Keys(r.imports(p.files))) {
			if _, known := ways[to]; !known {
				ways[to] = way + " → " + to
				walk(to, ways[to])
			}
		}
	}
	walk(dir, dir)
	return ways
}

// at is the position of a node, for complaints.
func (r *repo) at(n ast.Node) string {
	p := r.fset.Position(n.Pos())
	return fmt.Sprintf("%s:%d", p.Filename, p.Line)
}

// matches reports whether a path is one of the patterns: exact, or with /...
// at its end all below as well.
func matches(patterns []string, p string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		below, ok := strings.CutSuffix(pattern, "/...")
		return p == below || ok && strings.HasPrefix(p, below+"/")
	})
}
