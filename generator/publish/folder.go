package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Folder is a target that is changed file by file: the scratch folder of a
// server on this machine. Every file is replaced whole, by a rename, so that
// a reader sees the old bytes or the new; nothing is made durable.
type Folder struct{ dir string }

// NewFolder returns the folder dir, which must exist, as a target.
func NewFolder(dir string) *Folder { return &Folder{dir} }

// Put writes or replaces a file.
func (f *Folder) Put(path string, data []byte) error {
	name, err := f.name(path)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	t, err := os.CreateTemp(filepath.Dir(name), ".bientap-*")
	if err != nil {
		return err
	}
	_, err = t.Write(data)
	if e := t.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(t.Name(), name)
	}
	if err != nil {
		_ = os.Remove(t.Name())
	}
	return err
}

// Remove removes a file, and the folders that are empty without it.
func (f *Folder) Remove(path string) error {
	name, err := f.name(path)
	if err != nil {
		return err
	}
	if err := os.Remove(name); err != nil {
		return err
	}
	for dir := filepath.Dir(name); dir != f.dir && os.Remove(dir) == nil; dir = filepath.Dir(dir) {
	}
	return nil
}

func (f *Folder) name(path string) (string, error) {
	if !fs.ValidPath(path) || path == "." {
		return "", fmt.Errorf("%q is not the path of a file that can be published", path)
	}
	return filepath.Join(f.dir, filepath.FromSlash(path)), nil
}
