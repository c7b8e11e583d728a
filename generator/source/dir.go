package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"

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
	t.near = &nearby{top: root, open: make(map[string]*os.Root)}
	t.close = t.near.close
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

// nearby keeps some folders of a directory open. A root opens a path by one
// step for each folder in it; files are mostly read in the order of their
// paths, so most of those steps would be the same ones again.
type nearby struct {
	top  *os.Root
	mu   sync.Mutex
	open map[string]*os.Root // by path; at most maxNearby
}

const (
	maxNearby = 16
	// crowd is how many places away in the order of paths another file of a
	// folder must be for the folder to be worth keeping open.
	crowd = 4
)

// openFile opens the i-th file of the tree.
func (t *Tree) openFile(i int) (fs.File, error) {
	path := t.files[i].Path
	if n := t.crowded(i); t.near != nil && n > 0 {
		if root := t.near.folder(path[:n]); root != nil {
			// It may have been closed meanwhile, or lead to nowhere.
			if f, err := openInRoot(root, path[n+1:]); err == nil {
				return f, nil
			}
		}
	}
	return t.fsys.Open(path)
}

// crowded returns the length of the path of the nearest folder above the i-th
// file that holds more than a few files, or -1.
func (t *Tree) crowded(i int) int {
	path := t.files[i].Path
	n := strings.LastIndexByte(path, '/')
	for n > 0 {
		for _, j := range [...]int{i - crowd, i + crowd} {
			if j >= 0 && j < len(t.files) && strings.HasPrefix(t.files[j].Path, path[:n+1]) {
				return n
			}
		}
		n = strings.LastIndexByte(path[:n], '/')
	}
	return n
}

// folder returns an open folder, or nil if it cannot be opened.
func (n *nearby) folder(path string) *os.Root {
	n.mu.Lock()
	defer n.mu.Unlock()
	if root := n.open[path]; root != nil {
		return root
	}
	root, err := n.top.OpenRoot(path)
	if err != nil {
		return nil
	}
	for other, root := range n.open {
		if len(n.open) < maxNearby {
			break
		}
		root.Close()
		delete(n.open, other)
	}
	n.open[path] = root
	return root
}

func (n *nearby) close() error {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, root := range n.open {
		root.Close()
	}
	clear(n.open)
	return n.top.Close()
}
