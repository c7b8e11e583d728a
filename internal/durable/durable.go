// Package durable writes files so that they are still there, whole, after the
// machine has lost its power.
//
// Three things must reach the disk, in this order: the bytes of a file, before
// its name leads to them; the name, which is an entry of a folder; and, when
// many files change at once, all of them before the one rename that makes them
// visible. A rename is what readers and a crash see as one step.
package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile writes data to the file name, replacing what was there. A reader,
// and a machine that loses its power at any moment, sees the old bytes or the
// new, never a part. The folder must exist.
func WriteFile(name string, data []byte, perm fs.FileMode) error {
	dir := filepath.Dir(name)
	// In the same folder, since a rename does not cross file systems.
	f, err := os.CreateTemp(dir, "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("write %q: %w", name, err)
	}
	if err := fill(f, data, perm); err != nil {
		return fmt.Errorf("write %q: %w", name, errors.Join(err, os.Remove(f.Name())))
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fmt.Errorf("write %q: %w", name, errors.Join(err, os.Remove(f.Name())))
	}
	return SyncDir(dir)
}

// fill writes the bytes and makes them durable before anything refers to them.
func fill(f *os.File, data []byte, perm fs.FileMode) error {
	_, err := f.Write(data)
	if err == nil {
		err = f.Chmod(perm)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// SyncDir makes the entries of a folder durable: names that were added,
// removed or renamed.
func SyncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("sync %q: %w", dir, err)
	}
	if err := errors.Join(syncOpenDir(f), f.Close()); err != nil {
		return fmt.Errorf("sync %q: %w", dir, err)
	}
	return nil
}

// SyncTree makes everything below a folder durable, the folder included.
func SyncTree(dir string) error {
	if err := syncTree(dir); err != nil {
		return fmt.Errorf("sync everything below %q: %w", dir, err)
	}
	return nil
}

// walkSync syncs every file and folder below dir, one by one.
func walkSync(dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return SyncDir(name)
		}
		f, err := os.OpenFile(name, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}
