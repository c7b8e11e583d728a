package walls

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// vague are names of packages that say nothing of what is in them.
var vague = []string{
	"util", "utils", "common", "helper", "helpers", "type", "types", "base", "core", "manager", "misc", "shared", "lib", "tools", "stuff",
}

func checkNames(r *repo) []string {
	var out []string
	for _, p := range r.sorted() {
		if slices.Contains(vague, p.name) {
			out = append(out, fmt.Sprintf("%s: a package called %q collects what has no place: name it after what it knows", p.dir, p.name))
		}
	}
	return out
}

// folders are the top-level folders of the repository: those of a portal, and
// those of the program.
var folders = []string{"cmd", "content", "docs", "generator", "internal", "themes"}

// possible are folders that may be there: what is not built yet, and what the
// tools of everyday leave behind, none of which is in the repository.
var possible = []string{"workflows", ".ci", ".git", ".bientap", "node_modules", "public", "public.server"}

func checkFolders(r *repo) []string {
	var out []string
	for _, f := range r.folders {
		left := strings.HasPrefix(f, ".public.bientap-") || f == ".idea" || f == ".vscode"
		if !slices.Contains(folders, f) && !slices.Contains(possible, f) && !left {
			out = append(out, fmt.Sprintf("folder %s: the top of a portal's repository is a contract (what may be changed, who approves it); put it below another", f))
		}
	}
	for _, f := range folders {
		if !slices.Contains(r.folders, f) {
			out = append(out, fmt.Sprintf("folder %s is missing: the program is built with it", f))
		}
	}
	return out
}

func checkInit(r *repo) []string {
	var out []string
	for _, p := range r.sorted() {
		for _, f := range p.files {
			for _, d := range f.tree.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
					out = append(out, fmt.Sprintf("%s: init runs before anybody asked for anything; make what it does a value or a parameter", r.at(fn)))
				}
			}
		}
	}
	return out
}

// checkComments complains about packages and exported names that nobody
// explained.
func checkComments(r *repo) []string {
	var out []string
	for _, p := range r.sorted() {
		described := false
		for _, f := range p.files {
			described = described || f.tree.Doc != nil
			for _, d := range f.tree.Decls {
				out = append(out, r.undescribed(p, d)...)
			}
		}
		if len(p.files) > 0 && !described {
			out = append(out, fmt.Sprintf("%s: the package comment is the specification, and there is none", p.dir))
		}
	}
	return out
}

// undescribed complains about the exported names of one declaration.
func (r *repo) undescribed(p *pkg, d ast.Decl) []string {
	var names []*ast.Ident
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && (d.Recv == nil || ast.IsExported(receiver(d))) {
			names = append(names, d.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if d.Doc == nil && s.Doc == nil {
					names = append(names, s.Name)
				}
			case *ast.ValueSpec:
				if d.Doc == nil && s.Doc == nil && s.Comment == nil {
					names = append(names, s.Names...)
				}
			}
		}
	}
	var out []string
	for _, n := range names {
		if n.IsExported() && p.name != "main" {
			out = append(out, fmt.Sprintf("%s: %s has no comment that says what it is", r.at(n), n.Name))
		}
	}
	return out
}

// receiver is the name of the type of a method.
func receiver(d *ast.FuncDecl) string {
	t := d.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

// The sizes that can be read in one go.
const (
	mostLines     = 80
	usualLines    = 50 // of 95 functions in 100
	mostFileLines = 400
	mostTestLines = 600 // tests are mostly tables
)

// long are the files of tables that are longer, and why.
var long = map[string]string{}

func checkSizes(r *repo) []string {
	var out []string
	var sizes []int
	for _, p := range r.sorted() {
		for _, f := range append(slices.Clone(p.files), p.tests...) {
			test := strings.HasSuffix(f.path, "_test.go")
			most := mostFileLines
			if test {
				most = mostTestLines
			}
			if f.lines > most && long[f.path] == "" {
				out = append(out, fmt.Sprintf("%s has %d lines, above %d: it holds more than one thing", f.path, f.lines, most))
			}
			for _, d := range f.tree.Decls {
				fn, ok := d.(*ast.FuncDecl)
				if !ok {
					continue
				}
				n := r.lines(fn)
				if test {
					n -= r.table(fn)
				}
				if n > mostLines {
					out = append(out, fmt.Sprintf("%s: %s has %d lines, above %d: nobody sees all of it at once", r.at(fn), fn.Name.Name, n, mostLines))
				}
				if !test {
					sizes = append(sizes, n)
				}
			}
		}
	}
	slices.Sort(sizes)
	if len(sizes) > 0 && sizes[len(sizes)*95/100] > usualLines {
		out = append(out, fmt.Sprintf("of 100 functions 5 have more than %d lines, above %d", sizes[len(sizes)*95/100], usualLines))
	}
	return out
}

// lines is how many lines a node has.
func (r *repo) lines(n ast.Node) int {
	return r.fset.Position(n.End()).Line - r.fset.Position(n.Pos()).Line + 1
}

// table is how many lines the largest table in a function has.
func (r *repo) table(fn *ast.FuncDecl) int {
	most := 0
	ast.Inspect(fn, func(n ast.Node) bool {
		if c, ok := n.(*ast.CompositeLit); ok {
			most = max(most, r.lines(c))
		}
		return true
	})
	return most
}

// mostExported bounds the exported names of a package, methods not counted.
const mostExported = 30

// wide are the packages that have more, and why.
var wide = map[string]string{
	"generator/content": "a page, its kind, its records and its fields are one schema, and each has parts of its own",
	"generator/view":    "one struct for each class of output, and for each thing that a layout shows, is the contract with themes",
}

func checkWidth(r *repo) []string {
	var out []string
	for _, p := range r.sorted() {
		n := 0
		for _, f := range p.files {
			for _, d := range f.tree.Decls {
				n += exportedIn(d)
			}
		}
		if n > mostExported && wide[p.dir] == "" && p.name != "main" {
			out = append(out, fmt.Sprintf("%s exports %d names, above %d: it is more than one room", p.dir, n, mostExported))
		}
	}
	return out
}

// exportedIn counts the exported names of a declaration; the values of one
// enumeration are one.
func exportedIn(d ast.Decl) int {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil && d.Name.IsExported() {
			return 1
		}
	case *ast.GenDecl:
		n := 0
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() {
					n++
				}
			case *ast.ValueSpec:
				if slices.ContainsFunc(s.Names, (*ast.Ident).IsExported) {
					n++
				}
			}
		}
		if d.Tok == token.CONST {
			return min(n, 1)
		}
		return n
	}
	return 0
}
