package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// Stats say what [Write] wrote.
type Stats struct {
	// Pages is the number of pages, Files that of all files, Bytes the sum
	// of their sizes.
	Pages, Files int
	Bytes        int64
}

// Write writes a portal into the folder dir, which it makes if it is not
// there. A folder that has anything in it is an error, and nothing is written;
// so are options out of range. The memory that it takes does not depend on the
// size of the portal.
func Write(dir string, o Options) (Stats, error) {
	p, err := New(o)
	if err != nil {
		return Stats{}, fmt.Errorf("corpus: %w", err)
	}
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return Stats{}, fmt.Errorf("corpus: folder %q is not empty; name a new one", dir)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return Stats{}, fmt.Errorf("corpus: %w", err)
	}
	stats, err := p.write(dir)
	if err != nil {
		return stats, fmt.Errorf("corpus: %w", err)
	}
	return stats, nil
}

func (p *Portal) write(dir string) (Stats, error) {
	stats := Stats{Pages: p.o.Pages, Files: p.o.Pages}
	for _, site := range p.sites {
		for _, s := range slices.Concat([]section{aboutSection}, p.articles, p.documents) {
			if err := os.MkdirAll(filepath.Join(dir, "content", site.id, s.path), 0o777); err != nil {
				return Stats{}, err
			}
		}
	}
	for path, data := range p.Others() {
		file := filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return Stats{}, err
		}
		if err := os.WriteFile(file, data, 0o666); err != nil {
			return Stats{}, err
		}
		stats.Files++
		stats.Bytes += int64(len(data))
	}
	var bytes atomic.Int64
	var group errgroup.Group
	workers := runtime.GOMAXPROCS(0)
	for first := range workers {
		group.Go(func() error {
			var path string
			var data []byte
			for i := first; i < p.o.Pages; i += workers {
				path, data = p.appendPage(data[:0], i, 0)
				if err := os.WriteFile(filepath.Join(dir, path), data, 0o666); err != nil {
					return err
				}
				bytes.Add(int64(len(data)))
			}
			return nil
		})
	}
	err := group.Wait()
	stats.Bytes += bytes.Load()
	return stats, err
}
