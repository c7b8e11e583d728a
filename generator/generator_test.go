package generator_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/check"
	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/markdown"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/generator/theme"
	"sonla.gov.vn/bientap/generator/view"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

var update = flag.Bool("update", false, "write what is found and the lists of files into testdata/*.txtar")

// TestSites builds the portals in testdata, one in each txtar file.
//
// The files of an archive are those of the portal, but for these:
//
//	name.quoted      the file name, whose bytes are Go strings, one a line,
//	                 each with "3*" before it if it comes three times
//	name.image       the file name, a picture of the size "40x30"
//	input/now        the clock (else half past eight of 15 June 2026, +07:00)
//	input/provenance lines "page | supplied by | edited by | approved by"
//	want/findings    what is found: "path:line:column: severity: code", sorted;
//	                 nothing when the file is missing
//	want/files       the names of all files, hashes replaced by "*"
//	want/dom         lines "path | selector | expectation"; see verify
//	want/text/name   the exact bytes of the output name
//
// A quoted name stands for what it says. A portal without a config.yaml gets
// what it does not have from testdata/base. What else is asked of every portal: no
// finding has a hole in its words, no link leads nowhere; and of those with a
// list of files, that they are built alike with one worker and with eight, from
// a directory and from a file system.
func TestSites(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no portals in testdata", err)
	}
	found := make([]diag.List, len(files))
	ran := make([]bool, len(files))
	t.Run("all", func(t *testing.T) {
		for i, file := range files {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
				t.Parallel()
				found[i] = testSite(t, file)
				ran[i] = true
			})
		}
	})
	if slices.Contains(ran, false) {
		return
	}
	diagtest.Rules(t, generator.Rules())
	var seen diagtest.Coverage
	seen.Add(t, slices.Concat(found...))
	seen.Complete(t, own())
}

// testSite builds the portal in one archive and returns what is found in it.
func testSite(t *testing.T, file string) diag.List {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := readCase(t, a)
	got := c.build(t, c.tree(t), 8)
	c.check(t, got)
	if c.listed {
		c.same(t, got)
	}
	if *update {
		c.update(t, file, a, got)
	}
	return got.found
}

// own are the rules of this package and of package view, whose tests are
// portals. Two more are of files that cannot be read; see TestUnreadable.
func own() []*diag.Rule {
	others := slices.Concat(strictyaml.Rules(), source.Rules(), config.Rules(), content.Rules(), check.Rules(), site.Rules(),
		theme.Rules(), markdown.Rules(), harden.Rules())
	return slices.DeleteFunc(generator.Rules(), func(r *diag.Rule) bool {
		return slices.Contains(others, r) || r.Code == "file-unreadable" || r.Code == "page-unreadable"
	})
}

// portal is a portal of testdata and what is expected of it.
type portal struct {
	files      fstest.MapFS
	source     diag.List // found while the tree was opened
	now        time.Time
	provenance map[string]view.Provenance
	findings   string
	list       string
	listed     bool
	dom        []string
	texts      map[string]string
}

// built is what came of building it.
type built struct {
	files map[string][]byte // nil when a finding blocked the build
	found diag.List
	hosts []string
	at    func(host string) string
}

func readCase(t *testing.T, a *txtar.Archive) *portal {
	t.Helper()
	c := &portal{files: fstest.MapFS{}, texts: map[string]string{}, provenance: map[string]view.Provenance{}}
	c.now = time.Date(2026, 6, 15, 8, 30, 0, 0, time.FixedZone("", 7*3600))
	for _, f := range a.Files {
		data := string(f.Data)
		if text, ok := strings.CutPrefix(f.Name, "want/text/"); ok {
			c.texts[text] = data
			continue
		}
		switch f.Name {
		case "want/findings":
			c.findings = data
		case "want/files":
			c.list, c.listed = data, true
		case "want/dom":
			c.dom = lines(data)
		case "input/now":
			now, err := time.Parse(time.RFC3339, strings.TrimSpace(data))
			if err != nil {
				t.Fatal(err)
			}
			c.now = now
		case "input/provenance":
			for _, line := range lines(data) {
				w := strings.Split(line, " | ")
				c.provenance[w[0]] = view.Provenance{SuppliedBy: w[1], EditedBy: w[2], ApprovedBy: w[3]}
			}
		default:
			c.add(t, f.Name, f.Data)
		}
	}
	if _, whole := c.files["config.yaml"]; !whole {
		c.base(t)
	}
	return c
}

// base adds the files of testdata/base that the portal does not have.
func (c *portal) base(t *testing.T) {
	t.Helper()
	base := os.DirFS("testdata/base")
	err := fs.WalkDir(base, ".", func(name string, d fs.DirEntry, err error) error {
		if _, own := c.files[name]; err != nil || own || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(base, name)
		c.files[name] = &fstest.MapFile{Data: data, Mode: 0o644}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func lines(s string) []string {
	return slices.DeleteFunc(strings.Split(s, "\n"), func(l string) bool { return l == "" || strings.HasPrefix(l, "#") })
}

var quoted = regexp.MustCompile(`^(?:(\d+)\*)?(".*")$`)

// add adds a file of the portal.
func (c *portal) add(t *testing.T, name string, data []byte) {
	t.Helper()
	if real, err := strconv.Unquote(name); err == nil {
		name = real
	}
	if plain, ok := strings.CutSuffix(name, ".quoted"); ok {
		name = plain
		var b bytes.Buffer
		for _, line := range lines(string(data)) {
			m := quoted.FindStringSubmatch(line)
			if m == nil {
				t.Fatalf("%s: %s is not quoted", name, line)
			}
			s, err := strconv.Unquote(m[2])
			if err != nil {
				t.Fatalf("%s: %s: %v", name, line, err)
			}
			n, _ := strconv.Atoi(m[1])
			b.WriteString(strings.Repeat(s, max(n, 1)))
		}
		data = b.Bytes()
	}
	if plain, ok := strings.CutSuffix(name, ".image"); ok {
		name, data = plain, picture(t, string(data))
	}
	c.files[name] = &fstest.MapFile{Data: data, Mode: 0o644}
}

// picture makes a PNG of a size like "40x30".
func picture(t *testing.T, size string) []byte {
	t.Helper()
	var w, h int
	if _, err := fmt.Sscanf(size, "%dx%d", &w, &h); err != nil {
		t.Fatalf("%q is no size: %v", size, err)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.White})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (c *portal) tree(t *testing.T) *source.Tree {
	t.Helper()
	tree, found, err := source.FS(c.files, generator.Roots(), source.Limits{})
	return c.opened(t, tree, found, err)
}

// directory writes the portal into a folder and opens that.
func (c *portal) directory(t *testing.T) *source.Tree {
	t.Helper()
	dir := t.TempDir()
	for name, f := range c.files {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tree, found, err := source.Dir(dir, generator.Roots(), source.Limits{})
	return c.opened(t, tree, found, err)
}

func (c *portal) opened(t *testing.T, tree *source.Tree, found diag.List, err error) *source.Tree {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	c.source = found
	t.Cleanup(func() { tree.Close() })
	return tree
}

// build does what the command does: it opens the tree and the portal, builds
// unless something blocks, and gathers all that is found on the way.
func (c *portal) build(t *testing.T, tree *source.Tree, workers int) built {
	t.Helper()
	out := built{found: slices.Clone(c.source)}
	p, found, err := generator.Open(generator.Input{
		Tree: tree, Default: defaultLayer(t), Now: c.now, Provenance: c.provenance, Workers: workers,
	})
	out.found = append(out.found, found...)
	if errors.Is(err, generator.ErrBlocked) {
		out.found = out.found.Sort()
		return out
	} else if err != nil {
		t.Fatal(err)
	}
	target := &memory{files: map[string][]byte{}}
	report, found, err := p.Build(context.Background(), target, generator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if report.Files != len(target.files) || report.Added != len(target.files) {
		t.Errorf("of %d files, %d are counted, %d as added", len(target.files), report.Files, report.Added)
	}
	out.found = append(out.found, found...).Sort()
	out.hosts, out.at = p.Config.Hosts(), p.Folder
	if worst, any := out.found.Worst(); !any || worst < diag.Blocking {
		out.files = target.files
	}
	return out
}

var hash = regexp.MustCompile(`\b(assets|media)(/.*)\.[0-9a-f]{12,}\.`)

// names lists the files, with hashes left out: the theme's files change.
func names(files map[string][]byte) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintln(&b, hash.ReplaceAllString(name, "$1$2.*."))
	}
	return b.String()
}

// check compares what was built with what is wanted.
func (c *portal) check(t *testing.T, got built) {
	t.Helper()
	if s := diagtest.Lines(got.found); s != c.findings && !*update {
		t.Errorf("found\n%swant\n%s", explained(got.found), c.findings)
	}
	if s := names(got.files); c.listed && s != c.list && !*update {
		t.Errorf("the files are\n%swant\n%s", s, c.list)
	}
	for _, line := range c.dom {
		name, _, _ := strings.Cut(line, " | ")
		page, there := got.files[name]
		if !there {
			t.Errorf("%s: there is no such page", line)
		} else if err := verify(line, page); err != nil {
			t.Error(err)
		}
	}
	for name, want := range c.texts {
		if data, there := got.files[name]; !there || string(data) != want {
			t.Errorf("%s is %v\n%swant\n%s", name, there, data, want)
		}
	}
	if got.files != nil {
		for _, dead := range deadLinks(got.files, got.hosts, got.at) {
			t.Error(dead)
		}
	}
}

// explained are findings with their words, for a test that failed.
func explained(found diag.List) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%s: %s: %s\t(%s)\n", f.Pos, f.Rule.Severity, f.Rule.Code, f.Message(diag.EN))
	}
	return b.String()
}

// same holds the law that nothing but the inputs counts: not the number of
// workers, nor where the tree comes from.
func (c *portal) same(t *testing.T, want built) {
	t.Helper()
	tree, from := c.tree(t), "the same file system"
	if !slices.ContainsFunc(slices.Collect(maps.Keys(c.files)), unwritable) {
		tree, from = c.directory(t), "a directory"
	}
	got := c.build(t, tree, 1)
	if diff := compare(got.files, want.files); diff != "" {
		t.Errorf("with one worker, from %s: %s", from, diff)
	}
	if a, b := explained(got.found), explained(want.found); a != b {
		t.Errorf("with one worker, from %s, it is found\n%swith eight\n%s", from, a, b)
	}
}

// unwritable reports whether a name cannot be that of a file everywhere.
func unwritable(name string) bool {
	return strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`:\?*<>|"`, r) }) ||
		strings.Contains(name, "//") || len(name) > 250
}

// update writes what was found into the archive.
func (c *portal) update(t *testing.T, file string, a *txtar.Archive, got built) {
	t.Helper()
	set := func(name, data string) {
		i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
		switch {
		case i < 0 && data != "":
			a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
		case i >= 0:
			a.Files[i].Data = []byte(data)
		}
	}
	set("want/findings", diagtest.Lines(got.found))
	if c.listed {
		set("want/files", names(got.files))
	}
	if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}
