package walls

import (
	"fmt"
	"go/ast"
	"strings"
)

// call says that only some packages call a function, convert to a type, or
// take a value of a package.
type call struct {
	// pkg is the import path, and names are those of its functions or types;
	// an empty pkg means methods of any type.
	pkg   string
	names []string
	only  []string
	why   string
}

var calls = []call{
	{pkg: "", names: []string{"Markup"}, only: []string{"generator/render"},
		why: "markup leaves its wrapping in one place, on its way into a layout"},
	{pkg: "html/template", names: []string{"HTML", "HTMLAttr", "JS", "JSStr", "CSS", "URL", "Srcset"}, only: []string{"generator/render"},
		why: "text that is declared safe is not escaped any more; only what package markdown made is"},
	{pkg: "time", names: []string{"Now", "Since", "Until", "After", "AfterFunc", "NewTimer", "NewTicker", "Tick", "LoadLocation"},
		only: []string{"cmd/...", "generator/serve", "workflows/desk", "internal/corpus/..."},
		why:  "the clock enters a build once, as a parameter, and no machine's time zone enters at all"},
	{pkg: "gopkg.in/yaml.v3", names: []string{"Unmarshal", "NewDecoder"}, only: []string{"internal/strictyaml"},
		why: "YAML is read strictly, or a mistyped key is lost without a word"},
	{pkg: "os", names: []string{"Getenv", "LookupEnv", "Environ", "Getwd", "Hostname", "Setenv", "Chdir", "Exit"}, only: []string{"cmd/...", "internal/artwork", "internal/corpus/..."},
		why: "what the surroundings say is a parameter"},
	{pkg: "runtime", names: []string{"NumCPU", "GOMAXPROCS"}, only: []string{"generator", "internal/corpus/..."},
		why: "the number of processors decides how fast, never what"},
}

// checkCalls complains about calls that are another package's.
func checkCalls(r *repo) []string {
	var out []string
	for _, p := range r.sorted() {
		for _, f := range p.files {
			ast.Inspect(f.tree, func(n ast.Node) bool {
				c, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				fun := c.Fun
				if paren, ok := fun.(*ast.ParenExpr); ok {
					fun = paren.X
				}
				if s, ok := fun.(*ast.SelectorExpr); ok {
					out = append(out, r.judge(p, f, s)...)
				}
				return true
			})
		}
	}
	return out
}

// judge complains about one call.
func (r *repo) judge(p *pkg, f *file, s *ast.SelectorExpr) []string {
	imported := ""
	if x, ok := s.X.(*ast.Ident); ok && x.Obj == nil {
		imported = f.imports[x.Name]
	}
	for _, c := range calls {
		named := false
		for _, name := range c.names {
			named = named || name == s.Sel.Name
		}
		if named && c.pkg == imported && !matches(c.only, p.dir) {
			return []string{fmt.Sprintf("%s calls %s.%s, which is only for %s: %s",
				r.at(s), c.pkg, s.Sel.Name, strings.Join(c.only, " and "), c.why)}
		}
	}
	return nil
}
