package durable_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/internal/durable"
)

func TestWriteFileReplacesWhole(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.txt")
	for _, want := range []string{"one", "", strings.Repeat("two", 1<<16)} {
		if err := durable.WriteFile(name, []byte(want), 0o640); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(name)
		if err != nil || string(got) != want {
			t.Fatalf("read %d bytes, %v; want %d", len(got), err, len(want))
		}
	}
	if info, _ := os.Stat(name); info.Mode().Perm() != 0o640 {
		t.Errorf("mode is %v", info.Mode())
	}
	if entries, _ := os.ReadDir(filepath.Dir(name)); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestWriteFileThatFailsLeavesTheOld(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "taken")
	if err := os.MkdirAll(filepath.Join(name, "by a folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := durable.WriteFile(name, []byte("x"), 0o644); err == nil {
		t.Fatal("a folder was replaced by a file")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
	if err := durable.WriteFile(filepath.Join(dir, "no", "such", "folder"), nil, 0o644); err == nil {
		t.Error("a file was written into a folder that is not there")
	}
}

func TestExchange(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	for _, name := range []string{a, b} {
		if err := os.Mkdir(name, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(name, "who"), []byte(filepath.Base(name)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := durable.Exchange(a, b); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{a: "b", b: "a"} {
		if got, _ := os.ReadFile(filepath.Join(name, "who")); string(got) != want {
			t.Errorf("%s holds %q, want %q", filepath.Base(name), got, want)
		}
	}
	if err := durable.Exchange(a, filepath.Join(dir, "c")); err == nil {
		t.Error("a folder was exchanged with none")
	}
	if _, err := os.Stat(a); err != nil {
		t.Errorf("after a failed exchange: %v", err)
	}
}

func TestSync(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "x", "y"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "x", "y", "z"), []byte("z"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := durable.SyncTree(dir); err != nil {
		t.Error(err)
	}
	if err := durable.SyncDir(dir); err != nil {
		t.Error(err)
	}
	if err := durable.SyncTree(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("a folder that is not there was synced")
	}
	if err := durable.SyncDir(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("a folder that is not there was synced")
	}
}
