package source_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/internal/diag"
)

// lay writes a map as a directory and returns it. Links and pipes of the map
// are not laid.
func lay(t testing.TB, files fstest.MapFS) string {
	t.Helper()
	dir := t.TempDir()
	for name, f := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(full), 0o755))
		switch {
		case f.Mode.IsDir():
			must(t, os.MkdirAll(full, 0o755))
		case f.Mode&fs.ModeSymlink != 0:
			must(t, os.Symlink(string(f.Data), full))
		default:
			must(t, os.WriteFile(full, f.Data, 0o644))
		}
	}
	return dir
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func openDir(t testing.TB, dir string, l source.Limits, roots ...string) (*source.Tree, diag.List) {
	t.Helper()
	tree, found, err := source.Dir(dir, roots, l)
	must(t, err)
	t.Cleanup(func() { tree.Close() })
	return tree, found
}

func openFS(t testing.TB, fsys fs.FS, l source.Limits, roots ...string) (*source.Tree, diag.List) {
	t.Helper()
	tree, found, err := source.FS(fsys, roots, l)
	must(t, err)
	return tree, found
}

// report writes findings as "code path" lines.
func report(found diag.List) string {
	var lines []string
	for _, f := range found {
		lines = append(lines, f.Rule.Code+" "+f.Pos.Path)
	}
	return strings.Join(lines, "\n")
}

func paths(tree *source.Tree) []string {
	var all []string
	for _, f := range tree.Files() {
		all = append(all, f.Path)
	}
	return all
}

func file(data string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(data), Mode: 0o644} }
func link(to string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(to), Mode: fs.ModeSymlink | 0o777}
}

var sample = fstest.MapFS{
	"config.yaml":                         file("title: Sơn La\n"),
	"content/chinh/_index.md":             file("# Trang chủ\n"),
	"content/chinh/tin/a.md":              file("a"),
	"content/chinh/tin/a-1.md":            file("a-1"),
	"content/chinh/tin/a/anh.jpg":         file("\xff\xd8\xff"),
	"content/chinh/văn bản/Đề án 06.pdf":  file("%PDF"),
	"content/chinh/rong.md":               file(""),
	"themes/default/style.css":            file("a{}"),
	"themes/other/style.css":              file("b{}"),
	"content/chinh/tin/.DS_Store":         file("x"),
	"content/chinh/tin/a.md~":             file("x"),
	"content/chinh/tin/.a.md.swp":         file("x"),
	"content/chinh/tin/.#a.md":            link("user@host.1:2"),
	"content/chinh/tin/#a.md#":            file("x"),
	"content/chinh/tin/._a.md":            file("x"),
	"content/chinh/tin/THUMBS.DB":         file("x"),
	"content/chinh/tin/~$Báo cáo.docx":    file("x"),
	"content/chinh/tin/.~lock.Báo cáo.d#": file("x"),
	".git/config":                         file("secret"),
	"README.md":                           file("not content"),
	"bad:name":                            file("outside the roots"),
}

func TestTreeHoldsTheRoots(t *testing.T) {
	want := []string{
		"config.yaml", "content/chinh/_index.md", "content/chinh/rong.md",
		"content/chinh/tin/a-1.md", "content/chinh/tin/a.md", "content/chinh/tin/a/anh.jpg",
		"content/chinh/văn bản/Đề án 06.pdf", "themes/default/style.css",
	}
	roots := []string{"themes/default", "config.yaml", "content", "content/chinh", "content", "absent", "themes/absent/x"}
	for kind, open := range openers {
		tree, found := open(t, sample, source.Limits{}, roots...)
		if len(found) > 0 {
			t.Errorf("%s: %s", kind, report(found))
		}
		if got := paths(tree); !slices.Equal(got, want) {
			t.Errorf("%s: files %q, want %q", kind, got, want)
		}
		for _, p := range want {
			data, err := tree.Read(p)
			if err != nil || string(data) != string(sample[p].Data) {
				t.Errorf("%s: Read(%q) = %q, %v", kind, p, data, err)
			}
			sum, err := tree.Sum(p)
			if err != nil || sum != sha256.Sum256(sample[p].Data) {
				t.Errorf("%s: Sum(%q) = %x, %v", kind, p, sum, err)
			}
			if f, ok := tree.Lookup(p); !ok || f.Path != p || f.Size != int64(len(data)) {
				t.Errorf("%s: Lookup(%q) = %v, %v", kind, p, f, ok)
			}
		}
		for _, p := range []string{"README.md", ".git/config", "content", "content/chinh/tin/.DS_Store", "../x", "", "themes/other/style.css"} {
			if _, err := tree.Read(p); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s: Read(%q) gives %v", kind, p, err)
			}
			if _, err := tree.Sum(p); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s: Sum(%q) gives %v", kind, p, err)
			}
			if _, err := tree.ID(p); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s: ID(%q) gives %v", kind, p, err)
			}
			if _, ok := tree.Lookup(p); ok {
				t.Errorf("%s: %q is in the tree", kind, p)
			}
		}
	}
}

func TestUnder(t *testing.T) {
	tree, _ := openFS(t, sample, source.Limits{}, "content", "themes/default")
	for folder, want := range map[string]int{
		"content/chinh/tin": 3, "content/chinh/tin/a": 1, "content": 6, "themes": 1,
		"content/chinh/ti": 0, "content/chinh/tin/a.md": 0, "": 0, "zzz": 0,
	} {
		under := tree.Under(folder)
		if len(under) != want {
			t.Errorf("Under(%q) = %v, want %d files", folder, under, want)
		}
		for _, f := range under {
			if !strings.HasPrefix(f.Path, folder+"/") {
				t.Errorf("Under(%q) holds %q", folder, f.Path)
			}
		}
	}
}

// openers open a map both ways.
var openers = map[string]func(testing.TB, fstest.MapFS, source.Limits, ...string) (*source.Tree, diag.List){
	"directory": func(t testing.TB, m fstest.MapFS, l source.Limits, roots ...string) (*source.Tree, diag.List) {
		return openDir(t, lay(t, m), l, roots...)
	},
	"map": func(t testing.TB, m fstest.MapFS, l source.Limits, roots ...string) (*source.Tree, diag.List) {
		return openFS(t, m, l, roots...)
	},
	"os.DirFS": func(t testing.TB, m fstest.MapFS, l source.Limits, roots ...string) (*source.Tree, diag.List) {
		return openFS(t, os.DirFS(lay(t, m)), l, roots...)
	},
}

// The first law: a tree is the same from wherever it is read.
func TestEqualTreesGiveEqualResults(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	names := []string{
		"a", "a.md", "a-b.md", "A.md", "Tin", "tin", "bài viết.md", "Hòa.md", "hoà.md", "e\u0302.md",
		"ê.md", "con", ".git", ".DS_Store", "x~", "a:b", "-x", "\u0430.md", "z\xff", "a\tb", "_index.md", "0", "a b.pdf",
	}
	for round := range 60 {
		m := fstest.MapFS{}
		for range 1 + rng.IntN(25) {
			parts := []string{"content"}
			for range 1 + rng.IntN(4) {
				parts = append(parts, names[rng.IntN(len(names))])
			}
			p := strings.Join(parts, "/")
			if clashes(m, p) || !fs.ValidPath(p) {
				continue
			}
			m[p] = file(strings.Repeat(p, rng.IntN(50)))
			if rng.IntN(8) == 0 {
				m[p] = link("a.md")
			}
		}
		limits := source.Limits{}
		if round%3 == 0 {
			limits = source.Limits{Files: 1 + rng.IntN(20), FileSize: int64(200 + rng.IntN(500)), TotalSize: 2000}
		}
		want := describe(openFS(t, m, limits, "content"))
		for _, kind := range []string{"directory", "os.DirFS"} {
			if got := describe(openers[kind](t, m, limits, "content")); got != want {
				t.Fatalf("%s gives\n%s\nand a map\n%s", kind, got, want)
			}
		}
	}
}

// clashes reports whether p is, or lies below, or lies above a path in m.
func clashes(m fstest.MapFS, p string) bool {
	for q := range m {
		if p == q || strings.HasPrefix(p, q+"/") || strings.HasPrefix(q, p+"/") {
			return true
		}
	}
	return false
}

// describe tells everything about a tree.
func describe(tree *source.Tree, found diag.List) string {
	var b strings.Builder
	for _, f := range tree.Files() {
		data, err := tree.Read(f.Path)
		sum, err2 := tree.Sum(f.Path)
		id, err3 := tree.ID(f.Path)
		fmt.Fprintf(&b, "%q %d %x %x %v %v %v %v\n", f.Path, f.Size, sha256.Sum256(data), sum, id == sum, err, err2, err3)
	}
	found.Write(&b, diag.VI)
	return b.String()
}

func TestConcurrentReads(t *testing.T) {
	m := fstest.MapFS{}
	for i := range 50 {
		// More folders than are kept open.
		for j := range 10 {
			m[fmt.Sprintf("content/%d/%d.md", i, j)] = file(strings.Repeat("x", i*j))
		}
	}
	tree, _ := openDir(t, lay(t, m), source.Limits{}, "content")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			order := slices.Clone(tree.Files())
			rand.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			for _, f := range order {
				data, err := tree.Read(f.Path)
				sum, err2 := tree.Sum(f.Path)
				if err != nil || err2 != nil || sum != sha256.Sum256(data) || int64(len(data)) != f.Size {
					t.Errorf("%q: %v %v", f.Path, err, err2)
				}
			}
		})
	}
	all.Wait()
}

func TestClosedTreeCannotBeRead(t *testing.T) {
	m := fstest.MapFS{}
	for i := range 20 {
		m[fmt.Sprintf("content/%d.md", i)] = file("x")
	}
	tree, _ := openDir(t, lay(t, m), source.Limits{}, "content")
	for range 2 {
		_, err := tree.Read("content/7.md")
		must(t, err)
	}
	must(t, tree.Close())
	if _, err := tree.Read("content/7.md"); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("reading from a closed tree gives %v", err)
	}
}

func TestBadArguments(t *testing.T) {
	for _, roots := range [][]string{{"../x"}, {"/etc"}, {""}, {"content", "a\\b"}, {".git"}, {"."}} {
		if _, _, err := source.FS(sample, roots, source.Limits{}); err == nil {
			t.Errorf("roots %q are accepted", roots)
		}
	}
	for _, l := range []source.Limits{{Files: -1}, {FileSize: -1}, {TotalSize: -1}} {
		if _, _, err := source.Dir(t.TempDir(), nil, l); err == nil {
			t.Errorf("limits %+v are accepted", l)
		}
	}
	if _, _, err := source.Dir(filepath.Join(t.TempDir(), "absent"), nil, source.Limits{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("an absent directory gives %v", err)
	}
}

// gitLike is a file system that knows the ids of its files, and counts how
// often one is opened.
type gitLike struct {
	fstest.MapFS
	opened *int
}

func (g gitLike) Open(name string) (fs.File, error) {
	*g.opened++
	return g.MapFS.Open(name)
}

func (g gitLike) ContentID(path string) (source.ID, error) {
	if path == "content/broken.md" {
		return source.ID{}, errors.New("object is missing")
	}
	return source.ID{1, byte(len(path))}, nil
}

func TestContentIDs(t *testing.T) {
	opened := 0
	tree, _ := openFS(t, gitLike{fstest.MapFS{"content/a.md": file("a"), "content/broken.md": file("b")}, &opened}, source.Limits{}, "content")
	opened = 0
	if id, err := tree.ID("content/a.md"); err != nil || id != (source.ID{1, byte(len("content/a.md"))}) {
		t.Errorf("id %x, %v", id, err)
	}
	if opened != 0 {
		t.Error("a file whose id is known was opened")
	}
	if _, err := tree.ID("content/broken.md"); err == nil || !strings.Contains(err.Error(), "content/broken.md") {
		t.Errorf("error %v", err)
	}
	if sum, err := tree.Sum("content/a.md"); err != nil || sum != sha256.Sum256([]byte("a")) {
		t.Errorf("sum %x, %v", sum, err)
	}
}

func TestRulesAreComplete(t *testing.T) {
	codes := map[string]bool{}
	for _, r := range source.Rules() {
		if codes[r.Code] || r.Severity != diag.Blocking {
			t.Errorf("rule %q is repeated or does not block", r.Code)
		}
		codes[r.Code] = true
		if slices.Contains([]string{r.VI.Message, r.VI.Hint, r.EN.Message, r.EN.Hint}, "") {
			t.Errorf("rule %q lacks words", r.Code)
		}
	}
	if !codes["path-twin"] || !codes["source-link"] {
		t.Error("rules are missing")
	}
	if reflect.DeepEqual(source.Rules()[:0], source.Rules()) {
		t.Error("no rules")
	}
}
