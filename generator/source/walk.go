package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync/atomic"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/treepath"
)

// Limits bound a tree. A limit of zero stands for its default. The depth of a
// tree is bounded by [treepath.MaxDepth].
type Limits struct {
	// Files is the greatest number of files and folders together, ignored
	// ones included. The default is 2,000,000.
	Files int
	// FileSize is the greatest size of one file in bytes. The default is 64
	// MiB; what is larger belongs into the store of large files.
	FileSize int64
	// TotalSize is the greatest sum of the sizes of all files in bytes. The
	// default is 256 GiB.
	TotalSize int64
}

func (l Limits) orDefault() (Limits, error) {
	if l.Files < 0 || l.FileSize < 0 || l.TotalSize < 0 {
		return l, fmt.Errorf("limits %+v: a limit is negative: give a positive number, or 0 for the default", l)
	}
	if l.Files == 0 {
		l.Files = 2_000_000
	}
	if l.FileSize == 0 {
		l.FileSize = 64 << 20
	}
	if l.TotalSize == 0 {
		l.TotalSize = 256 << 30
	}
	return l, nil
}

// checkRoots returns the roots without those that lie in another one.
func checkRoots(roots []string) ([]string, error) {
	var kept []string
	for _, root := range slices.Sorted(slices.Values(roots)) {
		if p := treepath.Check(root); p != nil {
			return nil, fmt.Errorf("root %q: %s", root, p)
		}
		inside := func(outer string) bool { return root == outer || strings.HasPrefix(root, outer+"/") }
		if !slices.ContainsFunc(kept, inside) {
			kept = append(kept, root)
		}
	}
	return kept, nil
}

const (
	// batch is the number of entries asked of a folder at a time, so that a
	// huge folder is noticed before it is in memory.
	batch = 1024
	// maxFindings bounds the findings about one tree. A person mends the
	// first ones and looks again.
	maxFindings = 200
)

// walker collects the files of a tree.
type walker struct {
	fsys   fs.FS
	limits Limits

	files   []listed
	entries int   // seen so far, against Limits.Files
	total   int64 // bytes listed so far, against Limits.TotalSize
	stopped bool  // a limit of the whole tree was exceeded

	found diag.List
	more  int // findings beyond maxFindings
}

type listed struct {
	File
	stamp Stamp
}

// place is where the walk is: a path in the tree, and how to open it.
type place struct {
	path string
	// in is the file system of a folder above, and name the path in it.
	in   fs.FS
	name string
}

// below returns the place of an entry of a folder.
func (p place) below(name string) place {
	return place{p.path + "/" + name, p.in, path.Join(p.name, name)}
}

// fill sorts what was found into a tree, and closes the list of findings.
func (w *walker) fill(t *Tree) {
	slices.SortFunc(w.files, func(a, b listed) int { return strings.Compare(a.Path, b.Path) })
	t.files = make([]File, len(w.files))
	t.stamps = make([]Stamp, len(w.files))
	t.sums = make([]atomic.Pointer[ID], len(w.files))
	for i, f := range w.files {
		t.files[i], t.stamps[i] = f.File, f.stamp
	}
	if w.more > 0 {
		w.found = append(w.found, ruleMore.At(diag.Pos{Path: "."}, w.more))
	}
}

func (w *walker) report(rule *diag.Rule, path string, args ...any) {
	w.add(rule.At(diag.Pos{Path: treepath.Printable(path)}, args...))
}

func (w *walker) add(f diag.Finding) {
	if len(w.found) >= maxFindings && !w.stopped {
		w.more++
		return
	}
	w.found = append(w.found, f)
}

// stop ends the walk with a finding, which is never cut off.
func (w *walker) stop(rule *diag.Rule, path string, args ...any) {
	w.stopped = true
	w.report(rule, path, args...)
}

// root walks one root. It looks for the root in the listing of the folder
// above, and so on from the top, instead of opening it by name: a link on the
// way is seen, and a name that a file system merely takes for equal, by letter
// case, is not found on one computer and missing on another.
func (w *walker) root(root string) {
	at := "."
	var info fs.FileInfo // of the folder at, unless it is the top
	for rest, more := root, true; more && !w.stopped; {
		var name string
		name, rest, more = strings.Cut(rest, "/")
		entry := w.lookup(at, info, name)
		if entry == nil {
			return
		}
		at = path.Join(at, name)
		if !more {
			w.visit(place{at, w.fsys, at}, entry)
			return
		}
		var err error
		if info, err = entry.Info(); err != nil || !info.IsDir() {
			w.odd(at, info, err)
			return
		}
	}
}

// lookup returns the entry of a folder that has exactly this name, or nil, and
// reports its twins.
func (w *walker) lookup(folder string, info fs.FileInfo, name string) fs.DirEntry {
	var entry fs.DirEntry
	var twins []*treepath.Problem
	w.each(place{folder, w.fsys, folder}, info, func(e fs.DirEntry) bool {
		if e.Name() != name {
			twins = append(twins, treepath.Twins([]string{name, e.Name()})...)
		} else if entry == nil {
			entry = e
		} else {
			w.report(ruleName, folder, name)
		}
		return len(twins) < maxFindings
	})
	for _, twin := range twins {
		if entry != nil {
			w.twin(folder, twin)
		}
	}
	return entry
}

// visit judges one entry whose path lies in a root.
func (w *walker) visit(at place, entry fs.DirEntry) {
	if p := treepath.Check(at.path); p != nil {
		w.add(p.Finding())
		return
	}
	info, err := entry.Info()
	switch {
	case err == nil && info.IsDir():
		w.folder(at, info)
	case err == nil && info.Mode().IsRegular():
		w.file(at.path, info)
	default:
		w.odd(at.path, info, err)
	}
}

// odd reports an entry that is neither file nor folder, or that could not be
// looked at.
func (w *walker) odd(at string, info fs.FileInfo, err error) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		// Removed since it was listed: the same as never listed.
	case err != nil:
		w.report(ruleUnreadable, at, cause(err).Error())
	case info.Mode()&fs.ModeSymlink != 0:
		w.report(ruleLink, at)
	default:
		w.report(ruleOdd, at, info.Mode().Type().String())
	}
}

func (w *walker) file(at string, info fs.FileInfo) {
	size := info.Size()
	if size < 0 {
		w.report(ruleOdd, at, "file of negative size")
		return
	}
	if size > w.limits.FileSize {
		w.report(ruleFileSize, at, size, w.limits.FileSize)
		return
	}
	if size > w.limits.TotalSize-w.total {
		w.stop(ruleTotalSize, at, w.limits.TotalSize)
		return
	}
	w.total += size
	w.files = append(w.files, listed{File{Path: at, Size: size}, stampOf(info)})
}

// folder walks a folder. The depth of the recursion is bounded by the depth of
// a good path.
func (w *walker) folder(at place, info fs.FileInfo) {
	var entries []fs.DirEntry
	w.each(at, info, func(e fs.DirEntry) bool {
		if w.entries++; w.entries > w.limits.Files {
			w.stop(ruleFiles, at.path, w.limits.Files)
			return false
		}
		if !ignored(e.Name()) {
			entries = append(entries, e)
		}
		return true
	})
	if slices.ContainsFunc(entries, fs.DirEntry.IsDir) {
		var leave func()
		at, leave = enter(at)
		defer leave()
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	var names treepath.Set
	last := ""
	for _, e := range entries {
		if w.stopped {
			return
		}
		name := e.Name()
		if name == last || name == "" || strings.Contains(name, "/") {
			w.report(ruleName, at.path, name)
			continue
		}
		last = name
		if twin := names.Add(name); twin != nil {
			w.twin(at.path, twin)
			continue
		}
		w.visit(at.below(name), e)
	}
}

// enter makes a directory the place from which the folders in it are opened,
// so that each costs one step and not one for every folder above it. Nothing
// is trusted for it: each is compared with its entry when it is opened.
func enter(at place) (place, func()) {
	if top, ok := at.in.(rootFS); ok {
		if sub, err := top.root.OpenRoot(at.name); err == nil {
			return place{at.path, rootFS{sub}, "."}, func() { sub.Close() }
		}
	}
	return at, func() {}
}

// twin reports a clash between two names of one folder.
func (w *walker) twin(folder string, p *treepath.Problem) {
	p.Path = path.Join(folder, p.Path)
	w.add(p.Finding())
}

// each calls yield with the entries of a folder, in no order, until it returns
// false. If info is given, the folder opened must be the one it describes.
func (w *walker) each(at place, info fs.FileInfo, yield func(fs.DirEntry) bool) {
	fail := func(err error) { w.report(ruleUnreadable, at.path, cause(err).Error()) }
	f, err := at.in.Open(at.name)
	if err != nil {
		fail(err)
		return
	}
	defer f.Close()
	if info != nil {
		now, err := f.Stat()
		if err != nil || !stampOf(now).sameFile(stampOf(info)) {
			fail(ErrChanged)
			return
		}
	}
	folder, ok := f.(fs.ReadDirFile)
	if !ok {
		fail(errors.New("not a folder"))
		return
	}
	for {
		some, err := folder.ReadDir(batch)
		for _, e := range some {
			if !yield(e) {
				return
			}
		}
		if err == io.EOF || err == nil && len(some) == 0 {
			return
		} else if err != nil {
			fail(err)
			return
		}
	}
}

// ignored reports whether a name is one of those that the package comment
// lists as left behind by other programs.
func ignored(name string) bool {
	begins := func(s string) bool { return strings.HasPrefix(name, s) }
	ends := func(s string) bool { return strings.HasSuffix(name, s) }
	switch {
	case strings.EqualFold(name, ".DS_Store"), strings.EqualFold(name, "Thumbs.db"), strings.EqualFold(name, "desktop.ini"):
		return true
	case ends("~"), begins(".#"), begins("#") && ends("#"), begins("._"), begins("~$"), begins(".~lock.") && ends("#"):
		return true
	}
	return begins(".") && (ends(".swp") || ends(".swo") || ends(".swx"))
}
