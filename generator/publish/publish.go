// Package publish puts a built site where it is served from.
//
// A folder is switched whole: the files are staged in a folder beside it, all
// of them are made durable, and one rename puts the new folder in the place of
// the old. Until then nothing of the old folder is touched, so a build that
// fails, is killed or runs out of disk leaves the site that was there before.
//
// A folder that bientap did not write is never replaced. The mark by which it
// knows its own is the file named by [Mark] in the folder's root.
package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/lockedfile"

	"sonla.gov.vn/bientap/internal/durable"
)

// Mark is the file by which a folder is known to be the output of bientap. Its
// text names the layout of the folder.
const (
	Mark     = ".bientap"
	markText = "bientap output 1\n"
)

// beside returns the name of a hidden file or folder that belongs to the
// folder target and stands beside it.
func beside(target, what string) string {
	return filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+".bientap-"+what)
}

// ErrForeign says that a folder was not written by bientap, so that it is not
// replaced.
var ErrForeign = errors.New("not a folder that bientap wrote; choose another with --out")

// Staging is a folder in preparation. Put may be called from several
// goroutines; Commit or Discard ends it.
type Staging struct {
	target string // absolute
	dir    string // absolute, beside target
	root   *os.Root
	unlock func()

	mu      sync.Mutex
	folders map[string]bool
	files   int
	bytes   int64
}

// Stage prepares to replace the folder target, which may not exist yet. It is
// [ErrForeign] if the folder holds files but no mark. While another build of the
// same folder runs, Stage waits for it to end.
func Stage(target string) (*Staging, error) {
	target, err := filepath.Abs(target)
	if err != nil {
		return nil, err
	}
	if err := replaceable(target); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return nil, fmt.Errorf("preparing %q: %w", target, err)
	}
	unlock, err := lockedfile.MutexAt(beside(target, "lock")).Lock()
	if err != nil {
		return nil, fmt.Errorf("waiting for %q: %w", target, err)
	}
	s, err := prepare(target, unlock)
	if err != nil {
		unlock()
		return nil, fmt.Errorf("preparing %q: %w", target, err)
	}
	return s, nil
}

// prepare makes the staging folder, in the place of what a build that was
// killed may have left there: whoever holds the lock is alone.
func prepare(target string, unlock func()) (*Staging, error) {
	dir := beside(target, "staging")
	if err := os.RemoveAll(dir); err != nil {
		return nil, err
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	s := &Staging{target: target, dir: dir, root: root, unlock: unlock, folders: map[string]bool{".": true}}
	if err := s.write(Mark, []byte(markText)); err != nil {
		return nil, errors.Join(err, root.Close(), os.RemoveAll(dir))
	}
	return s, nil
}

// replaceable reports why the folder may not be replaced, if so.
func replaceable(target string) error {
	info, err := os.Lstat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%q is not a folder: %w", target, ErrForeign)
	}
	entries, err := os.ReadDir(target)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(filepath.Join(target, Mark)); len(entries) > 0 && err != nil {
		return fmt.Errorf("%q holds files, and no %s among them: %w", target, Mark, ErrForeign)
	}
	return nil
}

// Put writes a file of the new folder. The path is slash-separated and
// relative; a file that was put before is an error.
func (s *Staging) Put(path string, data []byte) error {
	if !fs.ValidPath(path) || path == "." || path == Mark || strings.ContainsAny(path, "\\\x00") {
		return fmt.Errorf("%q is not the path of a file that can be published", path)
	}
	if err := s.write(path, data); err != nil {
		return fmt.Errorf("staging %q: %w", path, err)
	}
	s.mu.Lock()
	s.files++
	s.bytes += int64(len(data))
	s.mu.Unlock()
	return nil
}

// Remove is part of the interface of targets; a folder that is staged from
// nothing never holds what would have to be removed.
func (s *Staging) Remove(path string) error {
	return fmt.Errorf("removing %q: a staged folder begins empty", path)
}

func (s *Staging) write(path string, data []byte) error {
	if err := s.folder(filepath.Dir(filepath.FromSlash(path))); err != nil {
		return err
	}
	f, err := s.root.OpenFile(filepath.FromSlash(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// folder makes a folder of the staging area once.
func (s *Staging) folder(dir string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.folders[dir] {
		return nil
	}
	if err := s.root.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for d := dir; !s.folders[d]; d = filepath.Dir(d) {
		s.folders[d] = true
	}
	return nil
}

// Size returns how many files were put and how many bytes they have.
func (s *Staging) Size() (files int, bytes int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.files, s.bytes
}

// Commit makes the staged files durable and switches the folder. After an
// error the old folder is as it was.
func (s *Staging) Commit() error {
	defer s.unlock()
	if err := s.root.Close(); err != nil {
		return err
	}
	if err := durable.SyncTree(s.dir); err != nil {
		return errors.Join(fmt.Errorf("making %q durable: %w", s.target, err), os.RemoveAll(s.dir))
	}
	// The folder may have been filled by somebody else since Stage looked.
	if err := replaceable(s.target); err != nil {
		return errors.Join(err, os.RemoveAll(s.dir))
	}
	_, err := os.Lstat(s.target)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(s.dir, s.target); err != nil {
			return errors.Join(err, os.RemoveAll(s.dir))
		}
		return durable.SyncDir(filepath.Dir(s.target))
	}
	if err := durable.Exchange(s.dir, s.target); err != nil {
		return errors.Join(fmt.Errorf("switching %q: %w", s.target, err), os.RemoveAll(s.dir))
	}
	if err := durable.SyncDir(filepath.Dir(s.target)); err != nil {
		return err
	}
	return os.RemoveAll(s.dir) // now the old folder
}

// Discard gives up what was staged.
func (s *Staging) Discard() error {
	defer s.unlock()
	return errors.Join(s.root.Close(), os.RemoveAll(s.dir))
}
