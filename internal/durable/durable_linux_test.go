package durable_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"golang.org/x/sys/unix"

	"sonla.gov.vn/bientap/internal/durable"
)

// mount mounts a small file system of its own, or skips the test where that is
// not allowed.
func mount(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("needs the right to mount a file system: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, 0); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	return dir
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestWriteFileOnAFullDisk(t *testing.T) {
	dir := mount(t, "size=64k")
	name := filepath.Join(dir, "a.txt")
	if err := durable.WriteFile(name, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := durable.WriteFile(name, make([]byte, 1<<20), 0o644)
	if !errors.Is(err, unix.ENOSPC) {
		t.Errorf("error %v, want that the disk is full", err)
	}
	if got, _ := os.ReadFile(name); string(got) != "old" {
		t.Errorf("the file now has %d bytes", len(got))
	}
	if left := names(t, dir); len(left) != 1 {
		t.Errorf("left behind: %q", left)
	}
	if err := durable.WriteFile(name, []byte("new"), 0o644); err != nil {
		t.Errorf("the space was not given back: %v", err)
	}
}

// A file system that was mounted for reading stops the superuser too.
func TestReadOnlyFileSystem(t *testing.T) {
	dir := mount(t, "size=64k")
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	for _, name := range []string{a, b} {
		if err := os.Mkdir(name, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := unix.Mount("tmpfs", dir, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	if err := durable.WriteFile(filepath.Join(a, "x"), nil, 0o644); !errors.Is(err, unix.EROFS) {
		t.Errorf("WriteFile gives %v", err)
	}
	if err := durable.Exchange(a, b); !errors.Is(err, unix.EROFS) {
		t.Errorf("Exchange gives %v", err)
	}
	if left := names(t, dir); len(left) != 2 {
		t.Errorf("left behind: %q", left)
	}
}

func TestExchangeAcrossFileSystems(t *testing.T) {
	other := filepath.Join(mount(t, "size=64k"), "a")
	here := filepath.Join(t.TempDir(), "b")
	for _, name := range []string{other, here} {
		if err := os.MkdirAll(filepath.Join(name, "kept"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := durable.Exchange(other, here); !errors.Is(err, unix.EXDEV) {
		t.Errorf("error %v, want that there are two file systems", err)
	}
	for _, name := range []string{other, here} {
		if _, err := os.Stat(filepath.Join(name, "kept")); err != nil {
			t.Error(err)
		}
	}
}

// Whoever reads while others write sees a whole file or a whole folder, at
// every moment.
func TestReadersSeeNoGap(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	old, new := bytes.Repeat([]byte("o"), 100_000), bytes.Repeat([]byte("n"), 150_000)
	staged, live := filepath.Join(dir, "staged"), filepath.Join(dir, "live")
	for _, folder := range []string{staged, live} {
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := durable.WriteFile(file, old, 0o644); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	var reader sync.WaitGroup
	reader.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
			}
			got, err := os.ReadFile(file)
			if err != nil || !bytes.Equal(got, old) && !bytes.Equal(got, new) {
				t.Errorf("read %d bytes, %v", len(got), err)
				return
			}
			if _, err := os.Stat(live); errors.Is(err, fs.ErrNotExist) {
				t.Error("the folder was missing for a moment")
				return
			}
		}
	})
	for i := range 50 {
		if err := durable.WriteFile(file, [][]byte{new, old}[i%2], 0o644); err != nil {
			t.Error(err)
		}
		for range 20 {
			if err := durable.Exchange(staged, live); err != nil {
				t.Error(err)
			}
		}
	}
	close(done)
	reader.Wait()
}
