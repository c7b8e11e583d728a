package durable

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// syncTree syncs the whole file system at once: for the thousands of files of
// a portal that is far cheaper than one sync a file.
func syncTree(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = unix.Syncfs(int(f.Fd()))
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EINVAL) {
		err = walkSync(dir)
	}
	return errors.Join(err, f.Close())
}

func syncOpenDir(f *os.File) error { return f.Sync() }

func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EINVAL) {
		return errors.ErrUnsupported
	}
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}
