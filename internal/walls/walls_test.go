package walls

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// wall says that packages never import others.
type wall struct {
	from  []string // folders of the module, with /... for all below
	never []string // folders of the module or import paths
	why   string
	// transitive walls hold for what is imported by way of others as well.
	transitive bool
	// tests are bound too; elsewhere a test may join what the program keeps
	// apart.
	tests bool
}

// bytesOfAPage are the packages whose results are the bytes of a portal.
var bytesOfAPage = []string{
	"generator/config", "generator/content", "generator/markdown", "generator/site", "generator/view", "generator/theme",
	"generator/render", "generator/search", "generator/image", "generator/check", "generator/harden", "workflows/policy",
}

// aboveTheTree is every room of the generator above the tree of files.
var aboveTheTree = []string{
	"generator", "generator/config", "generator/content", "generator/markdown", "generator/site", "generator/view",
	"generator/theme", "generator/render", "generator/search", "generator/check", "generator/harden", "generator/publish",
	"generator/serve", "generator/verify", "generator/image",
}

// walls are the walls between the rooms.
var walls = []wall{
	{from: []string{"generator/..."}, never: []string{"workflows/..."}, transitive: true, tests: true,
		why: "the generator builds any tree for anybody; who may approve it is not its business, and cmd joins the two"},
	{from: []string{"workflows/..."}, never: []string{"generator/..."}, transitive: true, tests: true,
		why: "decisions must not depend on how a page looks; cmd hands a build function over where one is needed"},
	{from: []string{"generator/...", "workflows/...", "internal/..."}, never: []string{"cmd/..."}, tests: true,
		why: "cmd is wiring: whatever something else needs of it belongs in a room of its own"},
	{from: []string{"internal/diag", "internal/spell", "internal/strictyaml", "internal/treepath", "internal/vietnamese", "internal/durable", "internal/sign"},
		never: []string{"generator/...", "workflows/..."}, transitive: true,
		why: "both halves stand on these leaves"},
	{from: []string{"generator"}, never: []string{"net/http", "github.com/go-git/..."},
		why: "targets and connections are passed in by cmd; a tree is a source.Tree, wherever it came from"},
	{from: []string{"generator/config"}, never: []string{"generator/content", "generator/site", "generator/theme", "generator/view", "generator/render"},
		why: "the configuration is read before everything that it configures"},
	{from: []string{"generator/source"}, never: aboveTheTree, transitive: true,
		why: "a tree is files and their ids; what they mean is decided above it"},
	{from: []string{"generator/content"}, never: []string{"generator/theme", "generator/render", "generator/site", "generator/view"}, transitive: true,
		why: "a page is what its file says, alone: neither its looks nor its neighbours change it"},
	{from: []string{"generator/markdown"}, never: []string{"generator/content", "generator/site", "generator/view", "generator/theme"}, transitive: true,
		why: "Markdown is data in, markup out; links are resolved by whoever records what was read"},
	{from: []string{"generator/site"}, never: []string{"generator/theme", "html/template", "generator/view", "generator/render"}, transitive: true,
		why: "the graph is the portal's truth, whatever draws it"},
	{from: []string{"generator/view"}, never: []string{"html/template", "generator/source", "generator/theme", "generator/render"}, transitive: true,
		why: "a view is plain data: what a layout could reach beyond its view would be read without being recorded"},
	{from: []string{"generator/theme"}, never: []string{"generator/site", "generator/content", "generator/source"},
		why: "a theme knows views and nothing behind them, or changing the graph would break themes"},
	{from: []string{"generator/render"}, never: []string{"os", "generator/site", "generator/content", "generator/source"},
		why: "rendering is a pure function of view and layout"},
	{from: []string{"generator/image"}, never: []string{"generator/site", "generator/content", "generator/view"}, transitive: true,
		why: "a decoder of hostile files knows nothing of the portal"},
	{from: []string{"generator/check"}, never: []string{"generator/theme", "generator/render", "generator/view"}, transitive: true,
		why: "a check is about what was written, not about how it is shown"},
	{from: []string{"generator/harden"}, never: []string{"generator/site", "generator/theme", "generator/view", "generator/render", "generator/content"}, transitive: true,
		why: "the guard of the output must not share the assumptions of those who make it"},
	{from: []string{"generator/publish"}, never: []string{"generator/theme", "generator/render", "generator/site", "generator/view", "generator/content"}, transitive: true,
		why: "publishing moves bytes; it never makes them"},
	{from: []string{"generator/serve"}, never: []string{"workflows/...", "generator", "generator/content", "generator/site", "generator/theme", "generator/render"}, transitive: true,
		why: "a server shows a folder; how the folder came to be is somebody else's"},
	{from: []string{"generator/verify"}, never: []string{"generator/content", "generator/site", "generator/theme", "generator/view", "generator/render"}, transitive: true,
		why: "a verifier that shares code with the builder would share its faults"},
	{from: []string{"workflows"}, never: []string{"net/http"},
		why: "the use cases are the same for a browser, a terminal and a push"},
	{from: []string{"workflows/gitstore"}, never: []string{"workflows/policy", "workflows/desk"}, transitive: true,
		why: "objects are stored and read, not judged"},
	{from: []string{"workflows/roster"}, never: []string{"workflows/gitstore"}, transitive: true,
		why: "who is entitled is read from a tree that is passed in"},
	{from: []string{"workflows/pull"}, never: []string{"workflows/policy"}, transitive: true,
		why: "a pull request is a fold over objects; what follows from it is policy's"},
	{from: []string{"workflows/policy"}, never: []string{"workflows/gitstore", "time"},
		why: "a decision is a pure function of what is passed in, the instant included"},
	{from: []string{"workflows/audit"}, never: []string{"workflows/desk"}, transitive: true,
		why: "what judges the desk's decisions must not run the desk's code"},
	{from: []string{"workflows/desk"}, never: []string{"workflows/gitstore"},
		why: "the desk asks the use cases, and cannot write past them"},
	{from: []string{"internal/sign"}, never: []string{"net/http", "os"}, transitive: true,
		why: "key files and connections to agents are passed in, so that nothing reads a key unasked"},
	{from: bytesOfAPage, never: []string{"os", "os/exec", "net/http", "math/rand", "math/rand/v2", "crypto/rand", "syscall"}, transitive: true,
		why: "bytes are a function of the tree, the theme, the provenance and the clock that is passed in: nothing else of the machine may reach them"},
}

// planned are the rooms that are not built yet; their walls already stand.
var planned = []string{
	"generator/search", "generator/verify", "internal/sign", "workflows", "workflows/gitstore", "workflows/roster",
	"workflows/pull", "workflows/policy", "workflows/audit", "workflows/desk",
}

// owner says that only some packages import a library.
type owner struct {
	library []string
	only    []string
	why     string
}

var owners = []owner{
	{[]string{"github.com/yuin/goldmark/..."}, []string{"generator/markdown"},
		"view.HTML is trusted because one package alone turns Markdown into markup"},
	{[]string{"github.com/go-git/..."}, []string{"workflows/gitstore"},
		"paths and objects that a git library reads without complaint are judged in one place"},
	{[]string{"os/exec"}, []string{"workflows/gitstore"},
		"the git binary is the only other program that bientap calls, and one package calls it"},
	{[]string{"github.com/spf13/..."}, []string{"cmd/..."},
		"flags are the command line's; everything below takes parameters"},
	{[]string{"github.com/fsnotify/..."}, []string{"generator/serve"},
		"only the server for editors waits for files to change"},
	{[]string{"golang.org/x/image/..."}, []string{"generator/image"},
		"pictures are hostile input, decoded behind the limits of one package"},
	{[]string{"github.com/chromedp/..."}, nil,
		"a browser is for tests"},
	{[]string{"unsafe", "plugin", "C"}, nil,
		"nothing here is worth leaving Go's guarantees for"},
}

// checkWalls complains about imports through a wall.
func checkWalls(r *repo) []string {
	var out []string
	for _, p := range r.sorted() {
		direct := r.imports(p.files)
		all := direct
		reach := r.reach(p.dir)
		for _, w := range walls {
			if !matches(w.from, p.dir) {
				continue
			}
			if all = direct; w.transitive {
				all = reach
			}
			if w.tests {
				all = maps.Clone(all)
				maps.Copy(all, r.imports(p.tests))
			}
			for _, to := range slices.Sorted(maps.Keys(all)) {
				if to != p.dir && matches(w.never, to) {
					out = append(out, fmt.Sprintf("%s imports %s (%s): %s", p.dir, to, all[to], w.why))
				}
			}
		}
	}
	return out
}

// checkOwners complains about libraries that are imported by others than their
// owners.
func checkOwners(r *repo) []string {
	var out []string
	for _, p := range r.sorted() {
		imports := r.imports(p.files)
		for _, to := range slices.Sorted(maps.Keys(imports)) {
			for _, o := range owners {
				if matches(o.library, to) && !matches(o.only, p.dir) {
					out = append(out, fmt.Sprintf("%s imports %s, which is only for %s: %s",
						imports[to], to, strings.Join(append([]string{"tests"}, o.only...), " and "), o.why))
				}
			}
		}
	}
	return out
}

// checkRooms complains about rooms that the walls name and nobody built, and
// about rooms of the two halves that no wall surrounds.
func checkRooms(r *repo) []string {
	var out []string
	var named []string
	for _, w := range walls {
		named = append(named, w.from...)
	}
	for _, dir := range append(slices.Clone(named), bytesOfAPage...) {
		dir = strings.TrimSuffix(dir, "/...")
		if r.packages[dir] == nil && !slices.Contains(planned, dir) && dir != "internal" {
			out = append(out, fmt.Sprintf("a wall stands before %s, which does not exist: mend its name, or add it to those planned", dir))
		}
	}
	for _, dir := range planned {
		if p := r.packages[dir]; p != nil && len(p.files) > 0 {
			out = append(out, fmt.Sprintf("%s is built: take it off the list of those planned", dir))
		}
	}
	for _, p := range r.sorted() {
		room := strings.HasPrefix(p.dir, "generator/") || strings.HasPrefix(p.dir, "workflows/")
		if room && len(p.files) > 0 && !slices.Contains(named, p.dir) {
			out = append(out, fmt.Sprintf("no wall stands around %s: say what it never imports, and why", p.dir))
		}
	}
	return out
}
