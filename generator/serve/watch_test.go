package serve_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/serve"
)

// watched is a watcher at work on a folder.
type watched struct {
	dir     string
	changes chan bool
	ended   chan error
	stop    context.CancelFunc
}

// watch begins to watch a folder with the roots config.yaml and content, after
// doing something between making the watcher and running it.
func watch(t *testing.T, next func() time.Time, between func(dir string)) *watched {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "content", "main"), 0o755); err != nil {
		t.Fatal(err)
	}
	w, err := serve.NewWatcher(dir, []string{"config.yaml", "content", "themes"})
	if err != nil {
		t.Fatal(err)
	}
	between(dir)
	ctx, stop := context.WithCancel(t.Context())
	x := &watched{dir: dir, changes: make(chan bool, 100), ended: make(chan error, 1), stop: stop}
	go func() { x.ended <- w.Run(ctx, next, func() { x.changes <- true }) }()
	t.Cleanup(func() {
		stop()
		if err := errors.Join(<-x.ended, w.Close()); err != nil {
			t.Error(err)
		}
	})
	return x
}

func never() time.Time { return time.Time{} }

func nothing(string) {}

func (w *watched) write(t *testing.T, name string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(w.dir, name), []byte(time.Now().String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (w *watched) expect(t *testing.T, what string) {
	t.Helper()
	select {
	case <-w.changes:
	case <-time.After(patience):
		t.Fatalf("nothing was heard of %s", what)
	}
}

func TestWatcherHearsOfSaves(t *testing.T) {
	w := watch(t, never, nothing)
	w.write(t, "content/main/a.md")
	w.expect(t, "a new file")
	w.write(t, "content/main/a.md")
	w.expect(t, "a save in place")
	w.write(t, "config.yaml")
	w.expect(t, "a root that appears")
	w.write(t, "b.tmp")
	if err := os.Rename(filepath.Join(w.dir, "b.tmp"), filepath.Join(w.dir, "content/main/a.md")); err != nil {
		t.Fatal(err)
	}
	w.expect(t, "a save by renaming")
	if err := os.Remove(filepath.Join(w.dir, "content/main/a.md")); err != nil {
		t.Fatal(err)
	}
	w.expect(t, "a removal")
	for _, dir := range []string{"content/so-moi/tin-tuc", "themes/own/layouts"} {
		if err := os.MkdirAll(filepath.Join(w.dir, dir), 0o755); err != nil {
			t.Fatal(err)
		}
		w.expect(t, "new folders")
		w.write(t, filepath.Join(dir, "a.md"))
		w.expect(t, "a file in a new folder")
	}
}

func TestWatcherMissesNothingBeforeItRuns(t *testing.T) {
	w := watch(t, never, func(dir string) {
		if err := os.WriteFile(filepath.Join(dir, "content", "main", "a.md"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	})
	w.expect(t, "a save before Run")
}

func TestWatcherWaitsForTheLastOfManySaves(t *testing.T) {
	w := watch(t, never, nothing)
	for range 20 {
		w.write(t, "content/main/a.md")
		time.Sleep(2 * time.Millisecond)
	}
	w.expect(t, "twenty saves")
	if n := len(w.changes); n > 10 { // one, unless the machine is busy
		t.Errorf("twenty saves in a moment were told %d times", n+1)
	}
}

func TestWatcherHearsTheClock(t *testing.T) {
	asked := 0
	soon := time.Now().Add(50 * time.Millisecond)
	w := watch(t, func() time.Time {
		if asked++; asked > 1 {
			return time.Time{}
		}
		return soon
	}, nothing)
	w.expect(t, "the clock")
	if time.Now().Before(soon) {
		t.Error("told too early")
	}
}

func TestWatcherOfNothing(t *testing.T) {
	if _, err := serve.NewWatcher(filepath.Join(t.TempDir(), "khong-co"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("watching a folder that is not there: %v", err)
	}
}
