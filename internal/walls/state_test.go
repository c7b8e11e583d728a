package walls

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
)

// checkState complains about package variables that are more than a table, a
// sentinel, a regular expression, a rule or embedded files: those that hold
// something to be changed, and those that some function changes.
func checkState(r *repo) []string {
	var out []string
	for _, p := range r.sorted() {
		vars := map[string]*ast.ValueSpec{}
		for _, f := range p.files {
			for _, d := range f.tree.Decls {
				g, ok := d.(*ast.GenDecl)
				if !ok || g.Tok != token.VAR {
					continue
				}
				for _, s := range g.Specs {
					spec := s.(*ast.ValueSpec)
					for _, name := range spec.Names {
						vars[name.Name] = spec
					}
					if why := holds(g, spec); why != "" {
						out = append(out, fmt.Sprintf("%s: %s %s: state belongs to a value that somebody made", r.at(spec), spec.Names[0].Name, why))
					}
				}
			}
		}
		for _, f := range p.files {
			out = append(out, r.changes(f, vars)...)
		}
	}
	return out
}

// holds says why a variable is made to be changed, if it is.
func holds(g *ast.GenDecl, spec *ast.ValueSpec) string {
	embedded := spec.Doc != nil && strings.Contains(docText(spec.Doc), "//go:embed") || g.Doc != nil && strings.Contains(docText(g.Doc), "//go:embed")
	if len(spec.Values) == 0 && !embedded {
		return "has no value, so something must give it one"
	}
	why := ""
	look := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false // what a function does is its own business
		case *ast.ChanType:
			why = "is a channel"
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && (x.Name == "sync" || x.Name == "atomic") {
				why = "is made for several goroutines to change"
			}
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "make" || f.Name == "new") {
				why = "is empty until something fills it"
			}
		}
		return true
	}
	for _, v := range spec.Values {
		ast.Inspect(v, look)
	}
	if spec.Type != nil {
		ast.Inspect(spec.Type, look)
	}
	return why
}

func docText(g *ast.CommentGroup) string {
	var b strings.Builder
	for _, c := range g.List {
		b.WriteString(c.Text + "\n")
	}
	return b.String()
}

// changes complains about statements of a file that change a package variable
// or give its address away.
func (r *repo) changes(f *file, vars map[string]*ast.ValueSpec) []string {
	var out []string
	hit := func(e ast.Expr, what string) {
		if id := root(e); id != nil && isPackageVar(id, vars) {
			out = append(out, fmt.Sprintf("%s: package variable %s %s: a second caller would see it", r.at(e), id.Name, what))
		}
	}
	ast.Inspect(f.tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, e := range n.Lhs {
					hit(e, "is assigned")
				}
			}
		case *ast.IncDecStmt:
			hit(n.X, "is counted")
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				if _, literal := n.X.(*ast.CompositeLit); !literal {
					hit(n.X, "gives its address away")
				}
			}
		case *ast.CallExpr:
			if fn, ok := n.Fun.(*ast.Ident); ok && (fn.Name == "delete" || fn.Name == "clear") && len(n.Args) > 0 {
				hit(n.Args[0], "is emptied")
			}
		}
		return true
	})
	return out
}

// root is the variable that an expression begins with.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// isPackageVar reports whether an identifier is a package variable and not a
// local one of the same name. The parser resolves names within a file; what it
// could not resolve is of the package.
func isPackageVar(id *ast.Ident, vars map[string]*ast.ValueSpec) bool {
	spec, ok := vars[id.Name]
	if !ok || spec == nil {
		return false
	}
	return id.Obj == nil || id.Obj.Decl == spec
}
