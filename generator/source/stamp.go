package source

import (
	"io/fs"
	"iter"
	"time"
)

// Stamp is what a file system says about a file without reading it. A file
// whose stamp is the same as before has the same bytes as before, if the stamp
// was old enough when it was taken; see [Tree.Learned].
type Stamp struct {
	// Size is in bytes.
	Size int64
	// MTime and CTime are the times of the last change of the bytes and of
	// the inode, in nanoseconds since 1970. A program can set the first at
	// will, but not the second.
	MTime, CTime int64
	// Inode tells a file from another one put in its place.
	Inode uint64
}

// stampOf returns the stamp of a file. Where the file system has no inodes and
// times of their change, those are zero.
func stampOf(info fs.FileInfo) Stamp {
	s := Stamp{Size: info.Size(), MTime: info.ModTime().UnixNano()}
	s.Inode, s.CTime = inode(info)
	return s
}

// sameFile reports whether two stamps are of one file, changed or not.
func (s Stamp) sameFile(t Stamp) bool { return s.Inode == t.Inode }

// Known is a sum that was computed for a file, and the stamp that the file
// had.
type Known struct {
	Path  string
	Stamp Stamp
	Sum   ID
}

// timeGrain is the coarsest grain in which a file system keeps times: two
// seconds, on FAT.
const timeGrain = 2 * time.Second

// Learned gives the sums that the tree knows by now and that may be trusted by
// a later tree of the same directory, in the order of their paths, for
// [Tree.Recall]. Opened is the time just before the tree was opened, by the
// clock that the file system goes by.
//
// A file that was written just before the tree was opened may be written again
// within the same tick of the clock, and its stamp would not show it. Such a
// file is left out: it will be read again, once (git calls it racily clean).
// So is every file without an inode and a time of its change.
func (t *Tree) Learned(opened time.Time) iter.Seq[Known] {
	before := opened.Add(-timeGrain).UnixNano()
	return func(yield func(Known) bool) {
		for i, f := range t.files {
			sum, stamp := t.sums[i].Load(), t.stamps[i]
			if sum == nil || stamp.Inode == 0 || stamp.CTime == 0 || max(stamp.MTime, stamp.CTime) >= before {
				continue
			}
			if !yield(Known{f.Path, stamp, *sum}) {
				return
			}
		}
	}
}

// Recall gives the tree sums that an earlier tree of the same directory has
// learned. Those whose file is gone or has another stamp are passed over. It
// returns how many were taken.
func (t *Tree) Recall(known iter.Seq[Known]) int {
	taken := 0
	for k := range known {
		i, found := t.find(k.Path)
		if !found || k.Stamp.Inode == 0 || k.Stamp.CTime == 0 || k.Stamp != t.stamps[i] {
			continue
		}
		t.sums[i].Store(&k.Sum)
		taken++
	}
	return taken
}
