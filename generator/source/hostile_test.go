package source_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/internal/diag"
)

func TestF4F5F7F9BadNamesAreFindings(t *testing.T) {
	m := fstest.MapFS{
		"content/Tin/a.md": file("1"), "content/tin/b.md": file("2"), "content/tin/c.md": file("3"),
		"content/x/hòa.md": file(""), "content/x/hoà.md": file(""),
		"content/x/ve\u0323\u0302.md": file(""), "content/x/con.md": file(""),
		"content/x/.gitattributes": file(""), "content/x/sub/.git": file("gitdir: x"),
		"content/x/\u0430.md": file(""), "content/x/a\x1b[31m.md": file(""),
		"content/x/good.md": file(""),
	}
	want := strings.Join([]string{
		`path-git content/x/.gitattributes`,
		`path-invisible content/x/a\x1b[31m.md`,
		`path-device content/x/con.md`,
		`path-twin content/tin`,
		`path-twin content/x/hòa.md`,
		`path-git content/x/sub/.git`,
		"path-nfc content/x/ve\u0323\u0302.md",
		"path-letter content/x/\u0430.md",
	}, "\n")
	for kind, open := range openers {
		tree, found := open(t, m, source.Limits{}, "content")
		if got := sorted(report(found)); got != sorted(want) {
			t.Errorf("%s: findings\n%s\nwant\n%s", kind, got, want)
		}
		if got := fmt.Sprint(paths(tree)); got != "[content/Tin/a.md content/x/good.md content/x/hoà.md]" {
			t.Errorf("%s: files %s", kind, got)
		}
	}
}

func sorted(lines string) string {
	l := strings.Split(lines, "\n")
	slices.Sort(l)
	return strings.Join(l, "\n")
}

func TestF5TwinOfARoot(t *testing.T) {
	m := fstest.MapFS{"content/a.md": file(""), "Content/a.md": file(""), "themes/default/a.css": file(""), "themes/Default/a.css": file("")}
	for kind, open := range openers {
		tree, found := open(t, m, source.Limits{}, "content", "themes/default")
		if got := report(found); got != "path-twin content\npath-twin themes/default" {
			t.Errorf("%s: findings %q", kind, got)
		}
		if got := fmt.Sprint(paths(tree)); got != "[content/a.md themes/default/a.css]" {
			t.Errorf("%s: files %s", kind, got)
		}
	}
	// A name that only a case-insensitive file system takes for the root is
	// no root anywhere.
	for kind, open := range openers {
		tree, found := open(t, fstest.MapFS{"Content/a.md": file("")}, source.Limits{}, "content")
		if len(tree.Files())+len(found) > 0 {
			t.Errorf("%s: files %v, findings %s", kind, tree.Files(), report(found))
		}
	}
}

func TestF10LinksAreNotFollowed(t *testing.T) {
	m := fstest.MapFS{
		"secret/khoa.md":          file("secret"),
		"content/a.md":            file("a"),
		"content/anh.jpg":         link("../../../etc/passwd"),
		"content/abs.jpg":         link("/etc/passwd"),
		"content/inside.md":       link("a.md"),
		"content/draft.md":        link("../secret/khoa.md"),
		"content/dangling.md":     link("nowhere"),
		"content/loop.md":         link("loop.md"),
		"content/folder":          link("../secret"),
		"themes":                  link("secret"),
		"linked":                  link("secret"),
		"content/tin/up/up/up.md": link("../../.."),
	}
	want := sorted("source-link content/anh.jpg\nsource-link content/abs.jpg\nsource-link content/inside.md\n" +
		"source-link content/draft.md\nsource-link content/dangling.md\nsource-link content/loop.md\n" +
		"source-link content/folder\nsource-link themes\nsource-link linked\nsource-link content/tin/up/up/up.md")
	for kind, open := range openers {
		tree, found := open(t, m, source.Limits{}, "content", "themes/default", "linked")
		if got := sorted(report(found)); got != want {
			t.Errorf("%s: findings\n%s\nwant\n%s", kind, got, want)
		}
		if got := fmt.Sprint(paths(tree)); got != "[content/a.md]" {
			t.Errorf("%s: files %s", kind, got)
		}
	}
}

// What was listed is replaced before it is read: the bytes of the new thing
// are never returned.
func TestF10SwappedAfterTheWalk(t *testing.T) {
	m := fstest.MapFS{
		"content/tin/a.md": file("approved"),
		"content/bi/a.md":  file("secrets!"), // as long as the other
		"other/a.md":       file("secrets!"),
	}
	outside := filepath.Join(t.TempDir(), "a.md")
	must(t, os.WriteFile(outside, []byte("secrets!"), 0o644))
	replaceWith := func(make func(name string) error) func(dir string) error {
		return func(dir string) error {
			name := filepath.Join(dir, "content/tin/a.md")
			return errors.Join(os.Remove(name), make(name))
		}
	}
	for name, swap := range map[string]func(dir string) error{
		"link to a file of the tree":  replaceWith(func(n string) error { return os.Symlink("../bi/a.md", n) }),
		"link to a file beside":       replaceWith(func(n string) error { return os.Symlink("../../other/a.md", n) }),
		"link to a file outside":      replaceWith(func(n string) error { return os.Symlink(outside, n) }),
		"link to a device":            replaceWith(func(n string) error { return os.Symlink("/dev/zero", n) }),
		"hard link to a file outside": replaceWith(func(n string) error { return os.Link(outside, n) }),
		"folder":                      replaceWith(func(n string) error { return os.Mkdir(n, 0o755) }),
		"nothing":                     replaceWith(func(n string) error { return nil }),
		"another file": func(dir string) error {
			return os.Rename(filepath.Join(dir, "content/bi/a.md"), filepath.Join(dir, "content/tin/a.md"))
		},
		"its folder by a link": func(dir string) error {
			tin := filepath.Join(dir, "content/tin")
			return errors.Join(os.Rename(tin, tin+"-old"), os.Symlink("bi", tin))
		},
		"its folder by a link outside": func(dir string) error {
			tin := filepath.Join(dir, "content/tin")
			return errors.Join(os.Rename(tin, tin+"-old"), os.Symlink(filepath.Dir(outside), tin))
		},
		"its folder by another": func(dir string) error {
			tin := filepath.Join(dir, "content/tin")
			return errors.Join(os.Rename(tin, tin+"-old"), os.Rename(filepath.Join(dir, "content/bi"), tin))
		},
		"its folder by a file": func(dir string) error {
			tin := filepath.Join(dir, "content/tin")
			return errors.Join(os.Rename(tin, tin+"-old"), os.WriteFile(tin, nil, 0o644))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := lay(t, m)
			tree, found := openDir(t, dir, source.Limits{}, "content")
			if len(found) > 0 {
				t.Fatal(report(found))
			}
			must(t, swap(dir))
			if data, err := tree.Read("content/tin/a.md"); err == nil || data != nil {
				t.Errorf("Read gives %q, %v", data, err)
			}
			if _, err := tree.Sum("content/tin/a.md"); err == nil {
				t.Error("Sum gives no error")
			}
		})
	}
}

// opening is a file system that calls before, once, when name is opened.
type opening struct {
	fs.FS
	name   string
	before func()
}

func (o *opening) Open(name string) (fs.File, error) {
	if name == o.name && o.before != nil {
		o.before()
		o.before = nil
	}
	return o.FS.Open(name)
}

func TestF10FolderSwappedDuringTheWalk(t *testing.T) {
	needInodes(t)
	dir := lay(t, fstest.MapFS{"content/tin/a.md": file("approved"), "secret/a.md": file("secrets!")})
	fsys := &opening{os.DirFS(dir), "content/tin", func() {
		tin := filepath.Join(dir, "content/tin")
		must(t, errors.Join(os.Rename(tin, tin+"-old"), os.Symlink("../secret", tin)))
	}}
	tree, found := openFS(t, fsys, source.Limits{}, "content")
	if report(found) != "source-unreadable content/tin" || len(tree.Files()) > 0 {
		t.Errorf("files %q, findings %s", paths(tree), report(found))
	}
}

// The same, when the folder is already open because others in it were read:
// either the listed bytes or none.
func TestF10FolderSwappedBetweenReads(t *testing.T) {
	for name, to := range map[string]string{"link": "", "folder": "content/bi"} {
		t.Run(name, func(t *testing.T) {
			m := fstest.MapFS{}
			for i := range 50 {
				m[fmt.Sprintf("content/tin/%d.md", i)] = file("approved")
				m[fmt.Sprintf("content/bi/%d.md", i)] = file("secrets!")
			}
			dir := lay(t, m)
			tree, _ := openDir(t, dir, source.Limits{}, "content")
			if data, err := tree.Read("content/tin/7.md"); err != nil || string(data) != "approved" {
				t.Fatalf("%q, %v", data, err)
			}
			tin := filepath.Join(dir, "content/tin")
			must(t, os.Rename(tin, tin+"-old"))
			if to == "" {
				must(t, os.Symlink("bi", tin))
			} else {
				must(t, os.Rename(filepath.Join(dir, to), tin))
			}
			for i := range 50 {
				data, err := tree.Read(fmt.Sprintf("content/tin/%d.md", i))
				if err == nil && string(data) != "approved" || err != nil && data != nil {
					t.Fatalf("%q, %v", data, err)
				}
			}
		})
	}
}

func TestWrittenAfterTheWalk(t *testing.T) {
	for name, data := range map[string]string{
		"longer": "approved and more", "shorter": "app", "empty": "", "same length": "APPROVED",
		"huge": strings.Repeat("x", 1<<20),
	} {
		t.Run(name, func(t *testing.T) {
			dir := lay(t, fstest.MapFS{"content/a.md": file("approved")})
			tree, _ := openDir(t, dir, source.Limits{}, "content")
			time.Sleep(20 * time.Millisecond) // more than a tick of the clock that stamps files
			must(t, os.WriteFile(filepath.Join(dir, "content/a.md"), []byte(data), 0o644))
			if got, err := tree.Read("content/a.md"); !errors.Is(err, source.ErrChanged) {
				t.Errorf("Read gives %q, %v", got, err)
			}
			if _, err := tree.Sum("content/a.md"); !errors.Is(err, source.ErrChanged) {
				t.Errorf("Sum gives %v", err)
			}
		})
	}
}

func TestF15TooManyFiles(t *testing.T) {
	m := fstest.MapFS{}
	for i := range 40 {
		m[fmt.Sprintf("content/%02d/a.md", i)] = file("x")
		m[fmt.Sprintf("beside%d", i)] = file("not counted")
	}
	for kind, open := range openers {
		if _, found := open(t, m, source.Limits{Files: 80}, "content"); len(found) > 0 {
			t.Errorf("%s: at the limit: %s", kind, report(found))
		}
		for _, limit := range []int{1, 39, 40, 79} {
			tree, found := open(t, m, source.Limits{Files: limit}, "content")
			if len(found) != 1 || found[0].Rule.Code != "source-files" || len(tree.Files()) > limit {
				t.Errorf("%s: limit %d gives %d files and %q", kind, limit, len(tree.Files()), report(found))
			}
		}
	}
}

func TestF15TooLarge(t *testing.T) {
	m := fstest.MapFS{
		"content/a.md": file(strings.Repeat("x", 100)), "content/b.md": file(strings.Repeat("x", 101)),
		"content/c.md": file(strings.Repeat("x", 100)), "content/d.md": file(strings.Repeat("x", 100)),
	}
	for kind, open := range openers {
		tree, found := open(t, m, source.Limits{FileSize: 100}, "content")
		if report(found) != "source-file-size content/b.md" || len(tree.Files()) != 3 {
			t.Errorf("%s: %v, %s", kind, tree.Files(), report(found))
		}
		tree, found = open(t, m, source.Limits{FileSize: 100, TotalSize: 299}, "content")
		if report(found) != "source-file-size content/b.md\nsource-total-size content/d.md" || len(tree.Files()) != 2 {
			t.Errorf("%s: %v, %s", kind, tree.Files(), report(found))
		}
	}
}

func TestF15SparseFileIsNotRead(t *testing.T) {
	dir := lay(t, fstest.MapFS{"content/a.md": file("a")})
	f, err := os.Create(filepath.Join(dir, "content/big.bin"))
	must(t, err)
	must(t, f.Truncate(1<<40))
	must(t, f.Close())
	tree, found := openDir(t, dir, source.Limits{}, "content")
	if report(found) != "source-file-size content/big.bin" || len(tree.Files()) != 1 {
		t.Errorf("%v, %s", tree.Files(), report(found))
	}
}

func TestF15DeepNesting(t *testing.T) {
	dir := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(dir, "content", strings.Repeat("d/", 300)), 0o755))
	_, found := openDir(t, dir, source.Limits{}, "content")
	if len(found) != 1 || found[0].Rule.Code != "path-deep" {
		t.Errorf("findings %s", report(found))
	}
}

func TestF15FindingsAreBounded(t *testing.T) {
	m := fstest.MapFS{}
	for i := range 1000 {
		m[fmt.Sprintf("content/%d:.md", i)] = file("")
	}
	for kind, open := range openers {
		_, found := open(t, m, source.Limits{}, "content")
		if len(found) != 201 || found[0].Rule.Code != "source-more" {
			t.Fatalf("%s: %d findings, the first %s", kind, len(found), report(found[:1]))
		}
		if got := found[0].Message(diag.EN); !strings.HasPrefix(got, "800 more") {
			t.Errorf("%s: %q", kind, got)
		}
	}
}

// liar is a file system that does what none should.
type liar struct {
	fstest.MapFS
	open func(name string, f fs.File) (fs.File, error)
}

func (l liar) Open(name string) (fs.File, error) {
	f, err := l.MapFS.Open(name)
	if err != nil {
		return nil, err
	}
	return l.open(name, f)
}

type folder struct {
	fs.File
	read func(n int) ([]fs.DirEntry, error)
}

func (f folder) ReadDir(n int) ([]fs.DirEntry, error) { return f.read(n) }

type named struct{ name string }

func (n named) Name() string               { return n.name }
func (n named) IsDir() bool                { return false }
func (n named) Type() fs.FileMode          { return 0 }
func (n named) Info() (fs.FileInfo, error) { return fs.Stat(fstest.MapFS{"x": file("x")}, "x") }

func TestForgedListings(t *testing.T) {
	m := fstest.MapFS{"content/a.md": file("a")}
	listing := func(names ...string) func(string, fs.File) (fs.File, error) {
		return func(name string, f fs.File) (fs.File, error) {
			if name != "content" {
				return f, nil
			}
			return folder{f, func(int) ([]fs.DirEntry, error) {
				var all []fs.DirEntry
				for _, n := range names {
					all = append(all, named{n})
				}
				return all, io.EOF
			}}, nil
		}
	}
	for _, tt := range []struct {
		open func(string, fs.File) (fs.File, error)
		want string
	}{
		{listing("a.md", "a.md"), "source-name content"},
		{listing("../a.md"), "source-name content"},
		{listing("b/a.md"), "source-name content"},
		{listing(""), "source-name content"},
		{listing(".."), "path-relative content/.."},
		{listing("a\x00"), `path-invisible content/a\x00`},
		{func(name string, f fs.File) (fs.File, error) {
			if name == "content" {
				return nil, &fs.PathError{Op: "open", Path: "/home/x", Err: fs.ErrPermission}
			}
			return f, nil
		}, "source-unreadable content"},
		{func(name string, f fs.File) (fs.File, error) {
			if name == "content" {
				return folder{f, func(int) ([]fs.DirEntry, error) { return nil, errors.New("disk fault") }}, nil
			}
			return f, nil
		}, "source-unreadable content"},
		{func(name string, f fs.File) (fs.File, error) {
			if name == "content" {
				return struct{ fs.File }{f}, nil // a folder that cannot be listed
			}
			return f, nil
		}, "source-unreadable content"},
		{func(name string, f fs.File) (fs.File, error) {
			if name == "content" {
				i := 0
				return folder{f, func(int) ([]fs.DirEntry, error) { i++; return []fs.DirEntry{named{fmt.Sprint(i)}}, nil }}, nil
			}
			return f, nil
		}, "source-files content"},
	} {
		_, found := openFS(t, liar{m, tt.open}, source.Limits{Files: 5000}, "content")
		if got := report(found); got != tt.want {
			t.Errorf("findings %q, want %q", got, tt.want)
		}
		if strings.Contains(fmt.Sprint(found), "/home/x") {
			t.Error("a finding tells where a directory lies")
		}
	}
}

func TestUnlistableEntries(t *testing.T) {
	for want, e := range map[string]fs.DirEntry{
		"source-odd content/a.md":        sized{-1},
		"source-unreadable content/a.md": failing{fs.ErrPermission},
		"":                               failing{fs.ErrNotExist}, // removed meanwhile
	} {
		fsys := liar{fstest.MapFS{"content/a.md": file("a")}, func(name string, f fs.File) (fs.File, error) {
			if name != "content" {
				return f, nil
			}
			return folder{f, func(int) ([]fs.DirEntry, error) { return []fs.DirEntry{e}, io.EOF }}, nil
		}}
		tree, found := openFS(t, fsys, source.Limits{}, "content")
		if report(found) != want || len(tree.Files()) != 0 {
			t.Errorf("%d files, findings %q, want %q", len(tree.Files()), report(found), want)
		}
	}
}

// sized is an entry, and its own description, of a given size.
type sized struct{ size int64 }

func (sized) Name() string                 { return "a.md" }
func (sized) IsDir() bool                  { return false }
func (sized) Type() fs.FileMode            { return 0 }
func (sized) Mode() fs.FileMode            { return 0o644 }
func (sized) ModTime() time.Time           { return time.Time{} }
func (sized) Sys() any                     { return nil }
func (s sized) Size() int64                { return s.size }
func (s sized) Info() (fs.FileInfo, error) { return s, nil }

// failing is an entry that cannot be described.
type failing struct{ err error }

func (failing) Name() string                 { return "a.md" }
func (failing) IsDir() bool                  { return false }
func (failing) Type() fs.FileMode            { return 0 }
func (f failing) Info() (fs.FileInfo, error) { return nil, f.err }

// endless is a file that gives more bytes than its size says.
type endless struct{ fs.File }

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// broken is a file that cannot be read.
type broken struct{ fs.File }

func (broken) Read(p []byte) (int, error) { return 0, errors.New("disk fault") }

func TestForgedFiles(t *testing.T) {
	m := fstest.MapFS{"content/a.md": file("abc")}
	for _, tt := range []struct {
		wrap func(fs.File) fs.File
		want string
	}{
		{func(f fs.File) fs.File { return endless{f} }, "changed"},
		{func(f fs.File) fs.File { return broken{f} }, "disk fault"},
	} {
		tree, _ := openFS(t, liar{m, func(name string, f fs.File) (fs.File, error) {
			if name == "content/a.md" {
				return tt.wrap(f), nil
			}
			return f, nil
		}}, source.Limits{}, "content")
		_, err := tree.Read("content/a.md")
		_, err2 := tree.Sum("content/a.md")
		for _, err := range []error{err, err2} {
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "content/a.md") {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		}
	}
}
