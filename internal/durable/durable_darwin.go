package durable

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

func syncTree(dir string) error { return walkSync(dir) }

func syncOpenDir(f *os.File) error { return f.Sync() }

// exchange is one step on APFS and HFS+.
func exchange(a, b string) error {
	err := unix.RenamexNp(a, b, unix.RENAME_SWAP)
	if errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.EINVAL) {
		return errors.ErrUnsupported
	}
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}
