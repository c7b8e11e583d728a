package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long the tree must be at rest before it counts as saved:
// editors write a file in several steps.
const quiet = 60 * time.Millisecond

// patience bounds how long a tree that never rests is waited for.
const patience = time.Second

// Watcher looks at a work tree from the moment it is made.
type Watcher struct{ events *fsnotify.Watcher }

// NewWatcher watches what is below the roots of dir, some of which may not
// exist yet. Whoever makes it before the first build misses no save.
func NewWatcher(dir string, roots []string) (*Watcher, error) {
	events, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watching %q: %w", dir, err)
	}
	// The folder itself, for files in it and for roots that appear later.
	err = events.Add(dir)
	for _, root := range roots {
		if err == nil {
			err = watchBelow(events, filepath.Join(dir, root))
		}
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("watching %q: %w", dir, err), events.Close())
	}
	return &Watcher{events}, nil
}

// Close ends the watch.
func (w *Watcher) Close() error { return w.events.Close() }

// Run calls changed after something was saved, and at the moment that next
// returns, if that is not zero: the clock changes a portal too. It returns when
// ctx ends.
func (w *Watcher) Run(ctx context.Context, next func() time.Time, changed func()) error {
	for {
		if err := await(ctx, w.events, next()); err != nil {
			return err
		}
		if ctx.Err() != nil {
			return nil
		}
		changed()
	}
}

// watchBelow watches a folder and all below it. What has gone by the time it
// is looked at is no error.
func watchBelow(w *fsnotify.Watcher, root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if !d.IsDir() {
			return nil
		}
		if err := w.Add(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// await returns when the tree was changed and has come to rest, when the
// clock reaches the moment next, or when ctx ends.
func await(ctx context.Context, w *fsnotify.Watcher, next time.Time) error {
	var clock <-chan time.Time
	if !next.IsZero() {
		t := time.NewTimer(time.Until(next))
		defer t.Stop()
		clock = t.C
	}
	var rest, limit <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-clock:
			return nil
		case <-rest:
			return nil
		case <-limit:
			return nil
		case err := <-w.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return err
			}
			return nil // so much was saved that some of it was not told
		case e := <-w.Events:
			if e.Op == fsnotify.Chmod {
				continue
			}
			if e.Has(fsnotify.Create) {
				if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
					if err := watchBelow(w, e.Name); err != nil {
						return err
					}
				}
			}
			rest = time.After(quiet)
			if limit == nil {
				limit = time.After(patience)
			}
		}
	}
}
