package generator_test

import (
	"context"
	"io/fs"
	"os"
	"strconv"
	"testing"
	"time"

	bientap "sonla.gov.vn/bientap"
	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/generator/theme"
	"sonla.gov.vn/bientap/internal/corpus"
)

// discard is a target that keeps nothing, so that a benchmark measures the
// generator and not the disk.
type discard struct{}

func (discard) Put(string, []byte) error { return nil }
func (discard) Remove(string) error      { return nil }

// BenchmarkBuild builds a generated portal from nothing, checks included,
// without writing it. The number of pages is that of BIENTAP_PAGES, else 1,000.
func BenchmarkBuild(b *testing.B) {
	pages, err := strconv.Atoi(os.Getenv("BIENTAP_PAGES"))
	if err != nil {
		pages = 1000
	}
	dir := b.TempDir()
	if _, err := corpus.Write(dir, corpus.Options{Pages: pages}); err != nil {
		b.Fatal(err)
	}
	layer, err := fs.Sub(bientap.Sample, "themes/default")
	if err != nil {
		b.Fatal(err)
	}
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	b.ReportAllocs()
	for b.Loop() {
		tree, _, err := source.Dir(dir, generator.Roots(), source.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		p, _, err := generator.Open(generator.Input{Tree: tree, Default: theme.Layer{FS: layer, Dir: "themes/default"}, Now: now})
		if err != nil {
			b.Fatal(err)
		}
		made, _, err := p.Build(context.Background(), discard{}, generator.Options{})
		if err != nil {
			b.Fatal(err)
		}
		tree.Close()
		b.ReportMetric(float64(made.Files), "files/op")
		b.ReportMetric(float64(made.Bytes)/1e6, "MB/op")
	}
}
