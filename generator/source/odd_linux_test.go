package source_test

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"sonla.gov.vn/bientap/generator/source"
)

func TestF12OddFilesAndModes(t *testing.T) {
	dir := lay(t, fstest.MapFS{"content/a.md": file("a"), "content/run.md": file("b")})
	at := func(name string) string { return filepath.Join(dir, "content", name) }
	must(t, os.Chmod(at("run.md"), 0o4755))
	must(t, syscall.Mkfifo(at("pipe"), 0o644))
	socket, err := net.Listen("unix", at("socket"))
	must(t, err)
	defer socket.Close()
	want := "source-odd content/pipe\nsource-odd content/socket"
	if err := syscall.Mknod(at("null"), syscall.S_IFCHR|0o666, 1<<8|3); err == nil {
		want = "source-odd content/null\n" + want
	} else {
		t.Logf("without a device: mknod: %v", err)
	}
	tree, found := openDir(t, dir, source.Limits{}, "content")
	if got := report(found); got != want {
		t.Errorf("findings\n%s\nwant\n%s", got, want)
	}
	// The mode of a regular file does not matter: nothing of it is published.
	if got := paths(tree); len(got) != 2 {
		t.Errorf("files %q", got)
	}
}

// A pipe in the place of a file must not make the build wait for a writer.
func TestF12PipeInThePlaceOfAFile(t *testing.T) {
	dir := lay(t, fstest.MapFS{"content/a.md": file("a")})
	tree, _ := openDir(t, dir, source.Limits{}, "content")
	name := filepath.Join(dir, "content/a.md")
	must(t, os.Remove(name))
	must(t, syscall.Mkfifo(name, 0o644))
	done := make(chan error, 1)
	go func() { _, err := tree.Read("content/a.md"); done <- err }()
	select {
	case err := <-done:
		if !errors.Is(err, source.ErrChanged) {
			t.Errorf("error %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("still waiting for somebody to write into the pipe")
	}
}

// However many folders are read, few stay open, and none after Close.
func TestOpenFoldersAreBounded(t *testing.T) {
	m := fstest.MapFS{}
	for i := range 1000 {
		m[fmt.Sprintf("content/%d/%d.md", i/10, i)] = file("x")
	}
	count := func() int {
		entries, err := os.ReadDir("/proc/self/fd")
		must(t, err)
		return len(entries)
	}
	before := count()
	tree, _ := openDir(t, lay(t, m), source.Limits{}, "content")
	for _, f := range tree.Files() {
		_, err := tree.Read(f.Path)
		must(t, err)
	}
	if open := count() - before; open > 20 {
		t.Errorf("%d descriptors are open", open)
	}
	must(t, tree.Close())
	if open := count() - before; open > 0 {
		t.Errorf("%d descriptors are open after Close", open)
	}
}
