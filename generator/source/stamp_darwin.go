package source

import (
	"io/fs"
	"syscall"
)

// inode returns the number of a file's inode and the time of its last change.
func inode(info fs.FileInfo) (number uint64, ctime int64) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ino, s.Ctimespec.Nano()
	}
	return 0, 0
}
