package generator_test

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

// failing is a file system some of whose files cannot be read.
type failing struct {
	fstest.MapFS
	bad map[string]bool
}

type unreadable struct{ fs.File }

func (unreadable) Read([]byte) (int, error) { return 0, errors.New("input/output error") }

func (f failing) Open(name string) (fs.File, error) {
	file, err := f.MapFS.Open(name)
	if err == nil && f.bad[name] {
		return unreadable{file}, nil
	}
	return file, err
}

// found are the findings about a file.
func foundAt(all diag.List, path string) string {
	var b strings.Builder
	for _, f := range all {
		if f.Pos.Path == path {
			b.WriteString(f.Rule.Code + " ")
		}
	}
	return strings.TrimSpace(b.String())
}

// A file that cannot be read is a finding at the file, and blocks: it might
// hold what the portal must not be without.
func TestUnreadable(t *testing.T) {
	w := newWorld(rand.New(rand.NewPCG(1, 0)))
	w.files["content/main/van-ban/tep-0.txt"] = "một tệp\n"
	const page = "content/main/gioi-thieu/trang-0.md"
	for _, name := range []string{page, "content/_data/tags.yaml", "content/_kinds/lich.yaml"} {
		fsys := failing{w.fs(), map[string]bool{name: true}}
		tree, _, err := source.FS(fsys, generator.Roots(), source.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		_, found, err := generator.Open(generator.Input{Tree: tree, Default: defaultLayer(t), Now: w.now})
		if got := foundAt(found, name); !errors.Is(err, generator.ErrBlocked) || got != "file-unreadable" {
			t.Errorf("%s: %v, found %q", name, err, got)
		}
		for _, f := range found {
			diagtest.Finding(t, f)
		}
	}
	// What is read later: the body of a page, an attachment.
	for name, want := range map[string]string{page: "page-unreadable", "content/main/van-ban/tep-0.txt": "file-unreadable"} {
		fsys := failing{w.fs(), map[string]bool{}}
		tree, _, err := source.FS(fsys, generator.Roots(), source.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		p, _ := w.openTree(t, tree, 1)
		fsys.bad[name] = true
		_, found := produce(t, p, newMemory(), generator.Options{})
		if got := foundAt(found, name); !strings.HasPrefix(got, want) {
			t.Errorf("%s: found %q, want %s", name, got, want)
		}
	}
	// Without a configuration there is nothing to say about.
	tree, _, err := source.FS(fstest.MapFS{"content/a.md": {Data: []byte("a")}}, generator.Roots(), source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := generator.Open(generator.Input{Tree: tree, Default: defaultLayer(t), Now: w.now}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is no portal: %v", err)
	}
}

// A symbolic link in a portal is never followed, and blocks.
func TestSymbolicLinks(t *testing.T) {
	w := newWorld(rand.New(rand.NewPCG(1, 0)))
	dir := t.TempDir()
	if err := os.CopyFS(dir, w.fs()); err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(t.TempDir(), "bi-mat.md")
	if err := os.WriteFile(secret, []byte("---\nid: bimatbimat\ntitle: Bí mật\n---\nBí mật.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{
		"content/main/lien-ket.md": secret, "content/main/tin/thu-muc": filepath.Dir(secret), "content/main/tin/anh-khac.png": "anh.png",
	} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	tree, found, err := source.Dir(dir, generator.Roots(), source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	want := "content/main/lien-ket.md: blocking: source-link\ncontent/main/tin/anh-khac.png: blocking: source-link\n" +
		"content/main/tin/thu-muc: blocking: source-link\n"
	if got := diagtest.Lines(found); got != want {
		t.Errorf("found\n%swant\n%s", got, want)
	}
	p, _ := w.openTree(t, tree, 2)
	target := newMemory()
	produce(t, p, target, generator.Options{})
	for name, data := range target.files {
		if strings.Contains(string(data), "Bí mật") || strings.Contains(name, "bi-mat") || strings.Contains(name, "lien-ket") {
			t.Errorf("%s tells what lies outside the portal", name)
		}
	}
}

// full is a target that has no room after some files.
type full struct {
	*memory
	room int
}

var errFull = errors.New("no space left")

func (f *full) Put(path string, data []byte) error {
	f.mu.Lock()
	f.room--
	left := f.room
	f.mu.Unlock()
	if left < 0 {
		return errFull
	}
	return f.memory.Put(path, data)
}

func (f *full) Remove(string) error { return errFull }

// A build stops at the first error of its target, and says which.
func TestTargetFails(t *testing.T) {
	w := newWorld(rand.New(rand.NewPCG(1, 0)))
	p, _ := w.open(t)
	whole := newMemory()
	report, _ := produce(t, p, whole, generator.Options{Keep: true})
	for _, room := range []int{0, 1, 50, report.Files - 1} {
		target := &full{newMemory(), room}
		if _, _, err := p.Build(context.Background(), target, generator.Options{}); !errors.Is(err, errFull) {
			t.Errorf("with room for %d files: %v", room, err)
		}
	}
	for _, name := range w.matching("content/so/") {
		delete(w.files, name)
	}
	p, _ = w.open(t)
	if _, _, err := p.Build(context.Background(), &full{whole, 1000}, generator.Options{Since: report.State}); !errors.Is(err, errFull) {
		t.Errorf("when a file cannot be removed: %v", err)
	}
}

// A build can be stopped, and shows how far it is.
func TestProgressAndCancel(t *testing.T) {
	w := newWorld(rand.New(rand.NewPCG(1, 0)))
	p, _ := w.open(t)
	last, outputs := 0, 0
	produce(t, p, newMemory(), generator.Options{Progress: func(done, all int) {
		if done != last+1 || done > all {
			t.Errorf("%d of %d follows %d", done, all, last)
		}
		last, outputs = done, all
	}})
	if last != outputs || last == 0 {
		t.Errorf("the last that is shown is %d of %d", last, outputs)
	}
	ctx, cancel := context.WithCancel(context.Background())
	target := newMemory()
	_, _, err := p.Build(ctx, target, generator.Options{Progress: func(done, _ int) {
		if done == 10 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || len(target.files) > 20 {
		t.Errorf("stopped after ten outputs: %v, %d files", err, len(target.files))
	}
}
