//go:build !unix

package source

import (
	"io/fs"
	"os"
)

// openInRoot opens a file or folder, never through a link. Where the stamp of
// a file has no inode, only comparing the file with what its name stands for
// shows that a link was followed.
func openInRoot(root *os.Root, name string) (*os.File, error) {
	before, err := root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !before.IsDir() && !before.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errLink}
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	after, err := f.Stat()
	if err == nil && !os.SameFile(before, after) {
		err = &fs.PathError{Op: "open", Path: name, Err: errLink}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
