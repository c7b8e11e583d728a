package publish_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/publish"
)

func stage(t *testing.T, dir string) *publish.Staging {
	t.Helper()
	s, err := publish.Stage(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// tree reads all files below dir.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		out[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(out, publish.Mark)
	return out
}

func put(t *testing.T, s *publish.Staging, path, data string) {
	t.Helper()
	if err := s.Put(path, []byte(data)); err != nil {
		t.Fatal(err)
	}
}

func TestFolderIsSwitchedWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	s := stage(t, dir)
	put(t, s, "index.html", "one")
	put(t, s, "tin/index.html", "news")
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	s = stage(t, dir)
	put(t, s, "index.html", "two")
	if got := tree(t, dir); got["index.html"] != "one" || got["tin/index.html"] != "news" {
		t.Fatalf("before the commit the folder holds %v", got)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); len(got) != 1 || got["index.html"] != "two" {
		t.Fatalf("after the commit the folder holds %v", got)
	}
}

func TestDiscardLeavesTheOldFolder(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	s := stage(t, dir)
	put(t, s, "a.txt", "old")
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	s = stage(t, dir)
	put(t, s, "a.txt", "new")
	if err := s.Discard(); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); len(got) != 1 || got["a.txt"] != "old" {
		t.Fatalf("the folder holds %v", got)
	}
	if left, _ := filepath.Glob(filepath.Join(parent, ".public.bientap-staging*")); len(left) > 0 {
		t.Fatalf("left behind: %v", left)
	}
}

func TestForeignFolderIsNeverReplaced(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "thesis.doc"), []byte("ten years"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := publish.Stage(dir); !errors.Is(err, publish.ErrForeign) {
		t.Fatalf("staging over a foreign folder: %v", err)
	}
	// A folder that was empty when the build began, but not when it ended.
	dir = filepath.Join(t.TempDir(), "out")
	s := stage(t, dir)
	put(t, s, "a.txt", "a")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "thesis.doc"), []byte("ten years"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(); !errors.Is(err, publish.ErrForeign) {
		t.Fatal("a folder that was filled meanwhile was replaced")
	}
	if got := tree(t, dir); got["thesis.doc"] != "ten years" || len(got) != 1 {
		t.Fatalf("the folder holds %v", got)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := publish.Stage(file); !errors.Is(err, publish.ErrForeign) {
		t.Fatal("a file was taken for a folder")
	}
}

func TestPathsStayInside(t *testing.T) {
	s := stage(t, filepath.Join(t.TempDir(), "public"))
	defer s.Discard()
	folder := publish.NewFolder(t.TempDir())
	for _, path := range []string{"", ".", "..", "../x", "/etc/passwd", "a/../../x", "a//b", "a/", `a\b`, "a\x00b", publish.Mark} {
		if err := s.Put(path, nil); err == nil {
			t.Errorf("Staging.Put(%q) was accepted", path)
		}
		if path == publish.Mark || strings.ContainsAny(path, "\\\x00") {
			continue // the scratch folder is ours alone and needs no mark
		}
		if err := folder.Put(path, nil); err == nil {
			t.Errorf("Folder.Put(%q) was accepted", path)
		}
		if err := folder.Remove(path); err == nil {
			t.Errorf("Folder.Remove(%q) was accepted", path)
		}
	}
	put(t, s, "a", "1")
	if err := s.Put("a", []byte("2")); err == nil {
		t.Error("a path was put twice")
	}
	if err := s.Put("a/b", []byte("2")); err == nil {
		t.Error("a file was put below a file")
	}
}

func TestPutFromManyGoroutines(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	s := stage(t, dir)
	var wg sync.WaitGroup
	for i := range 200 {
		wg.Go(func() {
			name := strings.Repeat("d/", i%5) + string(rune('a'+i%26)) + strings.Repeat("x", i)
			if err := s.Put(name, []byte("x")); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if files, bytes := s.Size(); files != 200 || bytes != 200 {
		t.Errorf("Size() = %d, %d", files, bytes)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := len(tree(t, dir)); got != 200 {
		t.Errorf("%d files were published", got)
	}
}

func TestSecondBuildWaits(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first := stage(t, dir)
	put(t, first, "a", "first")
	second := make(chan error, 1)
	go func() {
		s, err := publish.Stage(dir)
		if err == nil {
			_ = s.Put("a", []byte("second"))
			err = s.Commit()
		}
		second <- err
	}()
	select {
	case err := <-second:
		t.Fatalf("the second build did not wait: %v", err)
	case <-time.After(200 * time.Millisecond):
	}
	if err := first.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := <-second; err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir)["a"]; got != "second" {
		t.Fatalf("the folder holds %q", got)
	}
}

func TestWhatAKilledBuildLeftIsSwept(t *testing.T) {
	parent := t.TempDir()
	left := filepath.Join(parent, ".public.bientap-staging", "half")
	if err := os.MkdirAll(left, 0o755); err != nil {
		t.Fatal(err)
	}
	s := stage(t, filepath.Join(parent, "public"))
	put(t, s, "a", "a")
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, filepath.Join(parent, "public")); len(got) != 1 {
		t.Fatalf("the folder holds %v", got)
	}
}

func TestFolderReplacesAndRemoves(t *testing.T) {
	dir := t.TempDir()
	f := publish.NewFolder(dir)
	for _, data := range []string{"one", "two"} {
		if err := f.Put("a/b/c.html", []byte(data)); err != nil {
			t.Fatal(err)
		}
		if got := tree(t, dir); len(got) != 1 || got["a/b/c.html"] != data {
			t.Fatalf("the folder holds %v", got)
		}
	}
	if err := f.Remove("a/b/c.html"); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Fatalf("left behind: %v, %v", entries, err)
	}
	if err := f.Remove("a/b/c.html"); err == nil {
		t.Error("a file that is not there was removed")
	}
}
