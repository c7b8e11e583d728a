//go:build unix

package source_test

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"sonla.gov.vn/bientap/generator/source"
)

// benchDir makes a directory of 100,000 files.
func benchDir(b *testing.B, name func(i int) string) string {
	dir := b.TempDir()
	for i := range 100_000 {
		full := filepath.Join(dir, name(i))
		if err := os.WriteFile(full, []byte("---\ntitle: x\n---\n"), 0o644); err != nil {
			must(b, os.MkdirAll(filepath.Dir(full), 0o755))
			must(b, os.WriteFile(full, []byte("---\ntitle: x\n---\n"), 0o644))
		}
	}
	return dir
}

// processor reports the processor time of a benchmark, user and system: the
// elapsed time says little on a busy machine.
func processor(b *testing.B) func() {
	used := func() float64 {
		var u syscall.Rusage
		must(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
		return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
	}
	before := used()
	return func() { b.ReportMetric((used()-before)/float64(b.N), "cpu-s/op") }
}

var shapes = []struct {
	name string
	path func(i int) string
}{
	{"shared", func(i int) string { return fmt.Sprintf("content/chinh/tin-tuc/%04d/%02d/bai-%06d.md", i%20, i%12, i) }},
	{"bundles", func(i int) string { return fmt.Sprintf("content/chinh/tin-tuc/%04d/%06d/bai.md", i%20, i) }},
}

func BenchmarkOpen100k(b *testing.B) {
	for _, shape := range shapes {
		b.Run(shape.name, func(b *testing.B) {
			dir := benchDir(b, shape.path)
			b.ReportAllocs()
			defer processor(b)()
			for b.Loop() {
				tree, found := openDir(b, dir, source.Limits{}, "content")
				if len(found) > 0 || len(tree.Files()) != 100_000 {
					b.Fatal(report(found), len(tree.Files()))
				}
				tree.Close()
			}
		})
	}
}

func BenchmarkRead100k(b *testing.B) {
	for _, shape := range shapes {
		b.Run(shape.name, func(b *testing.B) {
			tree, _ := openDir(b, benchDir(b, shape.path), source.Limits{}, "content")
			defer processor(b)()
			for b.Loop() {
				for _, f := range tree.Files() {
					if _, err := tree.Read(f.Path); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
