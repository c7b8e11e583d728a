//go:build !linux && !darwin

package durable

import (
	"errors"
	"os"
	"runtime"
)

func syncTree(dir string) error { return walkSync(dir) }

// syncOpenDir does nothing on Windows, where folders cannot be synced and
// their entries are journaled by the file system.
func syncOpenDir(f *os.File) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	return f.Sync()
}

func exchange(string, string) error { return errors.ErrUnsupported }
