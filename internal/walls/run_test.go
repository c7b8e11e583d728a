package walls

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// checks are all checks, each with a tree in which what it forbids is done,
// and what it must say of that.
var checks = []struct {
	name  string
	check func(*repo) []string
	fails []fall
}{
	{"walls", checkWalls, []fall{
		{"a direct import", tree("generator/harden/a.go", `package harden; import _ "mod/generator/site"`), "assumptions of those who make it"},
		{"an import by way of others", tree("generator/view/a.go", `package view; import _ "mod/internal/x"`,
			"internal/x/x.go", `package x; import _ "html/template"`), "generator/view → internal/x → html/template"},
		{"the other half", tree("generator/check/a.go", `package check; import _ "mod/workflows/policy"`), "who may approve"},
		{"the other half, from a test", tree("workflows/a_test.go", `package workflows; import _ "mod/generator"`), "how a page looks"},
		{"the machine", tree("generator/render/a.go", `package render; import "os"`), "nothing else of the machine"},
	}},
	{"owners", checkOwners, []fall{
		{"a library", tree("generator/view/a.go", `package view; import "github.com/yuin/goldmark/ast"`), "one package alone turns Markdown into markup"},
		{"another program", tree("generator/a.go", `package generator; import "os/exec"`), "only for tests and workflows/gitstore"},
		{"a browser", tree("generator/serve/a.go", `package serve; import "github.com/chromedp/chromedp"`), "a browser is for tests"},
	}},
	{"rooms", checkRooms, []fall{
		{"an unknown room", tree("generator/cellar/a.go", `package cellar`), "no wall stands around generator/cellar"},
		{"a room that is gone", tree("a.go", "package a"), "a wall stands before generator/markdown"},
		{"a planned room that is built", tree("workflows/policy/a.go", `package policy`), "workflows/policy is built"},
	}},
	{"calls", checkCalls, []fall{
		{"markup", tree("generator/theme/a.go", `package theme; func f(h interface{ Markup() string }) { h.Markup() }`), "leaves its wrapping in one place"},
		{"declared safe", tree("generator/theme/a.go", `package theme; import "html/template"; var x = template.HTML("<b>")`), "not escaped any more"},
		{"declared safe under another name", tree("generator/view/a.go", `package view; import t "html/template"; var x = (t.URL)("javascript:")`), "not escaped any more"},
		{"the clock", tree("generator/site/a.go", `package site; import "time"; func f() { time.Now() }`), "the clock enters a build once"},
		{"lax YAML", tree("generator/config/a.go", `package config; import "gopkg.in/yaml.v3"; func f() { yaml.Unmarshal(nil, nil) }`), "read strictly"},
		{"the environment", tree("generator/theme/a.go", `package theme; import "os"; func f() { os.Getenv("LANG") }`), "is a parameter"},
	}},
	{"names", checkNames, []fall{
		{"util", tree("internal/util/a.go", `package util`), "collects what has no place"},
	}},
	{"folders", checkFolders, []fall{
		{"one more", tree("scripts/x.txt", ""), "folder scripts"},
		{"one less", tree("cmd/a.go", "package cmd"), "folder themes is missing"},
	}},
	{"init", checkInit, []fall{
		{"init", tree("a/a.go", "package a\nfunc init() {}"), "before anybody asked"},
	}},
	{"comments", checkComments, []fall{
		{"a package", tree("a/a.go", "package a"), "there is none"},
		{"a function", tree("a/a.go", "// Package a.\npackage a\nfunc F() {}"), "F has no comment"},
		{"a method", tree("a/a.go", "// Package a.\npackage a\n// T is.\ntype T int\nfunc (t *T) M() {}"), "M has no comment"},
		{"a type", tree("a/a.go", "// Package a.\npackage a\ntype T int"), "T has no comment"},
		{"a constant", tree("a/a.go", "// Package a.\npackage a\nconst (\n\tA = 1\n)"), "A has no comment"},
	}},
	{"sizes", checkSizes, []fall{
		{"a function", tree("a/a.go", "package a\nfunc f() {"+strings.Repeat("\n", mostLines)+"}"), "nobody sees all of it"},
		{"a file", tree("a/a.go", "package a\n"+strings.Repeat("// a\n", mostFileLines)), "more than one thing"},
		{"a test", tree("a/a_test.go", "package a\n"+strings.Repeat("// a\n", mostTestLines)), "more than one thing"},
		{"a test function", tree("a/a_test.go", "package a\nfunc f() {\nvar _ = []int{\n1,\n}"+strings.Repeat("\n", mostLines)+"}"), "nobody sees all of it"},
		{"many functions", tree("a/a.go", "package a\n"+strings.Repeat("func f() {"+strings.Repeat("\n", usualLines)+"}\n", 3)), "of 100 functions"},
	}},
	{"width", checkWidth, []fall{
		{"too many names", tree("a/a.go", "package a\n"+strings.Repeat("func F() {}\n", mostExported+1)), "more than one room"},
	}},
	{"state", checkState, []fall{
		{"no value", tree("a/a.go", "package a\nvar x int"), "something must give it one"},
		{"a lock", tree("a/a.go", "package a\nimport \"sync\"\nvar x = sync.Mutex{}"), "several goroutines"},
		{"a channel", tree("a/a.go", "package a\nvar x = make(chan int)"), "state belongs to a value"},
		{"an empty map", tree("a/a.go", "package a\nvar x = make(map[int]int)"), "until something fills it"},
		{"an assignment", tree("a/a.go", "package a\nvar x = 1\nfunc f() { x = 2 }"), "x is assigned"},
		{"an assignment from another file", tree("a/a.go", "package a\nvar x = []int{1}", "a/b.go", "package a\nfunc f() { x[0] = 2 }"), "x is assigned"},
		{"a counter", tree("a/a.go", "package a\nvar x = 1\nfunc f() { x++ }"), "x is counted"},
		{"a pointer", tree("a/a.go", "package a\nvar x = 1\nfunc f() *int { return &x }"), "gives its address away"},
		{"a deletion", tree("a/a.go", "package a\nvar x = map[int]int{1: 1}\nfunc f() { delete(x, 1) }"), "x is emptied"},
	}},
}

// fall is a tree in which a wall has fallen.
type fall struct {
	name string
	tree fstest.MapFS
	says string
}

// tree is a module of the given files.
func tree(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{"go.mod": {Data: []byte("module mod\n\ngo 1.26\n")}}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

// TestWalls runs every check on the source of bientap.
func TestWalls(t *testing.T) {
	r, err := load(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.packages) < 20 || r.packages["generator"] == nil || r.packages["cmd/bientap"] == nil {
		t.Fatalf("only %d packages were found: this test no longer sees the source", len(r.packages))
	}
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) {
			for _, complaint := range c.check(r) {
				t.Error(complaint)
			}
		})
	}
}

// TestWallsCanFall runs every check where it must complain.
func TestWallsCanFall(t *testing.T) {
	for _, c := range checks {
		if len(c.fails) == 0 {
			t.Errorf("nobody has seen %q fail", c.name)
		}
		for _, f := range c.fails {
			t.Run(c.name+"/"+f.name, func(t *testing.T) {
				r, err := load(f.tree)
				if err != nil {
					t.Fatal(err)
				}
				complaints := c.check(r)
				if !slices.ContainsFunc(complaints, func(s string) bool { return strings.Contains(s, f.says) }) {
					t.Errorf("no complaint says %q:\n%s", f.says, strings.Join(complaints, "\n"))
				}
			})
		}
	}
}

// TestWallsLetLivingThrough runs the checks of single files on what is
// allowed, so that nobody is driven to work around them.
func TestWallsLetLivingThrough(t *testing.T) {
	const good = `// Package a is a leaf.
package a

import (
	"embed"
	"errors"
	"regexp"
	"time"
)

// ErrGone says that it is gone.
var ErrGone = errors.New("gone")

//go:embed a.go
var files embed.FS

var (
	form  = regexp.MustCompile("a")
	table = map[string]int{"a": 1}
)

// The values.
const (
	A = iota
	B
)

// T counts.
type T struct{ n int }

// Add changes only what it is given.
func (t *T) Add(now time.Time) int {
	table := map[string]int{}
	table["b"] = 2
	t.n++
	return t.n + len(form.String()) + len(table)
}
`
	r, err := load(tree("a/a.go", good))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range checks {
		if c.name == "folders" || c.name == "rooms" {
			continue
		}
		for _, complaint := range c.check(r) {
			t.Errorf("%s: %s", c.name, complaint)
		}
	}
}
