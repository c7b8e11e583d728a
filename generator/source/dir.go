package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"sonla.gov.vn/bientap/internal/diag"
)

// Dir opens the given roots of a directory, as [FS] does. The error also says
// when the directory itself cannot be opened. The tree must be closed.
func Dir(dir string, roots []string, l Limits) (*Tree, diag.List, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open tree: %w", err)
	}
	t, found, err := FS(rootFS{root}, roots, l)
	if err != nil {
		root.Close()
		return nil, nil, err
	}
	t.close = root.Close
	return t, found, nil
}

// rootFS is a directory as a file system. It differs from [os.Root.FS] in that
// it opens what it is told to without ever waiting for it: a pipe put in the
// place of a file would otherwise hold up the build for ever.
type rootFS struct{ root *os.Root }

// errLink says that a symbolic link was met where none may be followed.
var errLink = errors.New("is a symbolic link")

func (r rootFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	f, err := openInRoot(r.root, name)
	if err != nil {
		return nil, err
	}
	return f, nil
}
