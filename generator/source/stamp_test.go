package source_test

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"sonla.gov.vn/bientap/generator/source"
)

// later stands for "the tree was opened long after its files were written",
// which a test does not wait for.
func later() time.Time { return time.Now().Add(time.Hour) }

func needInodes(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("files have neither inodes nor times of their change here, so no sum is trusted")
	}
}

func TestRecall(t *testing.T) {
	needInodes(t)
	dir := lay(t, fstest.MapFS{
		"content/same.md": file("same"), "content/gone.md": file("gone"), "content/moved.md": file("moved"),
		"content/written.md": file("written"), "content/forged.md": file("forged"), "content/unasked.md": file("x"),
	})
	at := func(name string) string { return filepath.Join(dir, "content", name) }
	first, _ := openDir(t, dir, source.Limits{}, "content")
	for _, f := range first.Files() {
		if f.Path != "content/unasked.md" {
			_, err := first.Sum(f.Path)
			must(t, err)
		}
	}
	learned := slices.Collect(first.Learned(later()))
	if len(learned) != 5 {
		t.Fatalf("%d sums are learned, want those 5 that were asked for", len(learned))
	}

	time.Sleep(20 * time.Millisecond)
	before, err := os.Stat(at("forged.md"))
	must(t, err)
	must(t, os.WriteFile(at("forged.md"), []byte("FORGED"), 0o644))
	must(t, os.Chtimes(at("forged.md"), before.ModTime(), before.ModTime())) // but the inode tells
	must(t, os.WriteFile(at("written.md"), []byte("WRITTEN"), 0o644))
	must(t, os.Remove(at("gone.md")))
	must(t, os.Rename(at("moved.md"), at("new.md")))

	second, _ := openDir(t, dir, source.Limits{}, "content")
	if taken := second.Recall(slices.Values(learned)); taken != 1 {
		t.Errorf("%d sums are taken, want that of the one unchanged file", taken)
	}
	for _, f := range second.Files() {
		data, err := second.Read(f.Path)
		must(t, err)
		if sum, err := second.Sum(f.Path); err != nil || sum != sha256.Sum256(data) {
			t.Errorf("%q has the sum %x, %v", f.Path, sum, err)
		}
	}
}

// A sum that is recalled is not computed again: a wrong one shows it.
func TestRecalledSumIsNotComputed(t *testing.T) {
	needInodes(t)
	tree, _ := openDir(t, lay(t, fstest.MapFS{"content/a.md": file("a")}), source.Limits{}, "content")
	_, err := tree.Sum("content/a.md")
	must(t, err)
	learned := slices.Collect(tree.Learned(later()))
	learned[0].Sum = source.ID{42}
	if taken := tree.Recall(slices.Values(learned)); taken != 1 {
		t.Fatalf("%d taken", taken)
	}
	if sum, _ := tree.Sum("content/a.md"); sum != (source.ID{42}) {
		t.Errorf("sum %x was computed", sum)
	}
}

// A file written within the last tick of the clock is racily clean.
func TestYoungFilesAreNotLearned(t *testing.T) {
	needInodes(t)
	opened := time.Now()
	tree, _ := openDir(t, lay(t, fstest.MapFS{"content/a.md": file("a")}), source.Limits{}, "content")
	_, err := tree.Sum("content/a.md")
	must(t, err)
	if learned := slices.Collect(tree.Learned(opened)); len(learned) != 0 {
		t.Errorf("learned %v", learned)
	}
}

// A map has no stamps that vouch for anything.
func TestMapsLearnNothing(t *testing.T) {
	tree, _ := openFS(t, fstest.MapFS{"content/a.md": file("a")}, source.Limits{}, "content")
	sum, err := tree.Sum("content/a.md")
	must(t, err)
	if learned := slices.Collect(tree.Learned(later())); len(learned) != 0 {
		t.Errorf("learned %v", learned)
	}
	if tree.Recall(slices.Values([]source.Known{{Path: "content/a.md", Stamp: source.Stamp{Size: 1}, Sum: sum}})) != 0 {
		t.Error("a map recalled a sum")
	}
}
