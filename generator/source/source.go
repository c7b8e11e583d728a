// Package source opens the tree of files from which a portal is built: a
// directory, or any [fs.FS] (objects of a git commit, the embedded sample, a
// map in a test). The same tree gives the same paths, bytes and sums from
// either.
//
// # What is in a tree
//
// A [Tree] is a snapshot of the named roots, for example "config.yaml",
// "content" and "themes/default"; everything else beside them is neither read
// nor judged. A root that does not exist is simply absent. Under a root, every
// entry is one of these:
//
//   - a regular file with a good path ([sonla.gov.vn/bientap/internal/treepath])
//     within the limits: it is in the tree. Its mode is not looked at: no file
//     of a portal is executed;
//   - a folder: it is walked; an empty one leaves no trace, as in git;
//   - what editors and file managers leave behind: ignored, listed below;
//   - anything else (a symbolic link, a device, a pipe, a socket, a path that
//     is not good, a twin of another path, a file that is too large): a
//     finding that blocks the build, and not in the tree.
//
// Ignored without a finding, because they appear by themselves beside files
// that are being edited: .DS_Store, Thumbs.db and desktop.ini (in any letter
// case); names that end in "~"; .*.swp, .*.swo and .*.swx (Vim); .#* and #*#
// (Emacs); ._* (macOS); ~$* and .~lock.*# (office programs).
//
// Whether a file of such a name or type is wanted where it lies is not judged
// here.
//
// # What may go wrong
//
// The tree is hostile: whoever proposes a change to a portal chooses its
// names, and other programs may change a directory while it is read. A
// directory is therefore opened once and never left ([os.Root]); links are
// never followed, not even one that takes the place of a file between the walk
// and the reading, since a file is read only if it is still the very file that
// was listed; and every number and size is bounded by [Limits], those of the
// findings too.
package source

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync/atomic"

	"sonla.gov.vn/bientap/internal/diag"
)

// ErrChanged says that a file is no longer what it was when the tree was
// opened: it was replaced, written to, or removed. Open the tree again.
var ErrChanged = errors.New("the file changed after the tree was opened: try again")

// File is one file of a tree.
type File struct {
	// Path is relative to the root of the tree, with slashes.
	Path string
	// Size is in bytes.
	Size int64
}

// ID is a content id: two files with equal ids have equal bytes. It is the
// SHA-256 of the bytes, or what a file system with [ContentIDs] says.
type ID [sha256.Size]byte

// ContentIDs may be implemented by the file system given to [FS], when it
// knows the ids of its files without reading them, as git does. An id of fewer
// bytes, such as git's, is followed by zeros.
type ContentIDs interface {
	fs.FS
	ContentID(path string) (ID, error)
}

// Tree is a snapshot of a tree of files. All its methods may be called
// concurrently, if those of the [fs.FS] below it may.
type Tree struct {
	fsys   fs.FS
	near   *nearby // of a directory, else nil
	close  func() error
	files  []File
	stamps []Stamp
	sums   []atomic.Pointer[ID]
}

// Files returns the files, sorted by path in byte order. The slice belongs to
// the tree and must not be changed.
func (t *Tree) Files() []File { return t.files }

// Under returns the files below a folder, sorted by path. The slice belongs to
// the tree and must not be changed.
func (t *Tree) Under(folder string) []File {
	first, _ := t.find(folder + "/")
	after, _ := t.find(folder + "0") // '0' follows '/' in ASCII
	return t.files[first:after:after]
}

// Lookup returns the file with a path, and whether there is one.
func (t *Tree) Lookup(path string) (File, bool) {
	i, found := t.find(path)
	if !found {
		return File{}, false
	}
	return t.files[i], true
}

func (t *Tree) find(path string) (int, bool) {
	return slices.BinarySearchFunc(t.files, path, func(f File, path string) int {
		return strings.Compare(f.Path, path)
	})
}

// Close releases the directory. Reading from the tree fails afterwards.
func (t *Tree) Close() error { return t.close() }

// Read returns the bytes of a file; they are as many as its size says. The
// error wraps [fs.ErrNotExist] when the tree has no such file, and
// [ErrChanged] when the file is no longer the one that was listed.
func (t *Tree) Read(path string) ([]byte, error) {
	var data []byte
	err := t.with("read", path, func(r io.Reader, size int64) error {
		data = make([]byte, size)
		_, err := io.ReadFull(r, data)
		return err
	})
	if err != nil {
		return nil, err
	}
	return data, nil
}

// Sum returns the SHA-256 of the bytes of a file. It is computed when it is
// first asked for, without holding the file in memory, and remembered. Errors
// are those of Read.
func (t *Tree) Sum(path string) ([sha256.Size]byte, error) {
	i, found := t.find(path)
	if found {
		if known := t.sums[i].Load(); known != nil {
			return *known, nil
		}
	}
	hash := sha256.New()
	err := t.with("sum", path, func(r io.Reader, size int64) error {
		_, err := io.CopyN(hash, r, size)
		return err
	})
	if err != nil {
		return [sha256.Size]byte{}, err
	}
	sum := ID(hash.Sum(nil))
	t.sums[i].Store(&sum)
	return sum, nil
}

// ID returns the content id of a file, at the least cost: from the file system
// if it knows, else by Sum.
func (t *Tree) ID(path string) (ID, error) {
	known, ok := t.fsys.(ContentIDs)
	if !ok {
		return t.Sum(path)
	}
	if _, found := t.find(path); !found {
		return ID{}, &fs.PathError{Op: "id", Path: path, Err: fs.ErrNotExist}
	}
	id, err := known.ContentID(path)
	if err != nil {
		return ID{}, &fs.PathError{Op: "id", Path: path, Err: err}
	}
	return id, nil
}

// with opens a file of the tree, calls use with its bytes, and makes sure that
// what use saw is what was listed: the same file before and after, and neither
// fewer nor more bytes. The bytes read never exceed the size listed by more
// than one.
func (t *Tree) with(op, path string, use func(r io.Reader, size int64) error) error {
	fail := func(err error) error { return &fs.PathError{Op: op, Path: path, Err: err} }
	i, found := t.find(path)
	if !found {
		return fail(fs.ErrNotExist)
	}
	f, err := t.openFile(i)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, errLink) {
		return fail(ErrChanged)
	} else if err != nil {
		return fail(cause(err))
	}
	defer f.Close()
	if err := t.unchanged(i, f); err != nil {
		return fail(err)
	}
	err = use(f, t.files[i].Size)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return fail(ErrChanged)
	} else if err != nil {
		return fail(cause(err))
	}
	if n, _ := io.ReadFull(f, make([]byte, 1)); n != 0 {
		return fail(ErrChanged)
	}
	if err := t.unchanged(i, f); err != nil {
		return fail(err)
	}
	return nil
}

// unchanged compares an open file with what the walk saw.
func (t *Tree) unchanged(i int, f fs.File) error {
	info, err := f.Stat()
	if err != nil {
		return cause(err)
	}
	if !info.Mode().IsRegular() || stampOf(info) != t.stamps[i] {
		return ErrChanged
	}
	return nil
}

// cause strips the path from an error that is about to get one, so that no
// message names the same file twice, or where a directory lies.
func cause(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// FS opens the given roots of a file system. It returns the tree and what is
// wrong with it; when a finding blocks, the tree lacks what the finding is
// about. The error is about the arguments only.
func FS(fsys fs.FS, roots []string, l Limits) (*Tree, diag.List, error) {
	roots, err := checkRoots(roots)
	if err != nil {
		return nil, nil, fmt.Errorf("open tree: %w", err)
	}
	if l, err = l.orDefault(); err != nil {
		return nil, nil, fmt.Errorf("open tree: %w", err)
	}
	t := &Tree{fsys: fsys, close: func() error { return nil }}
	w := walker{fsys: fsys, limits: l}
	for _, root := range roots {
		w.root(root)
	}
	w.fill(t)
	return t, w.found.Sort(), nil
}
