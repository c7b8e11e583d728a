package source_test

import (
	"fmt"
	"os"
	"path/filepath"
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
