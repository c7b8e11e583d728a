package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Exchange swaps two folders, or two files, that stand on one file system and
// exist both. It is durable after [SyncDir] of the folders that hold them.
// After an error both are what they were.
//
// On Linux and macOS this is one step: whoever looks sees one or the other,
// and so does a machine that loses its power. Elsewhere, and on file systems
// that cannot do it (some network and container file systems), it takes three
// renames through a hidden name beside b, and for a moment b does not exist.
// What a crash in that moment leaves behind is mended by the next Exchange of
// the same b; until then, the former b is found under the hidden name
// ".<name of b>.bientap-aside".
func Exchange(a, b string) error {
	err := exchange(a, b)
	if errors.Is(err, errors.ErrUnsupported) {
		err = exchangeByRenames(a, b)
	}
	return err
}

// exchangeByRenames is Exchange where there is no such system call.
func exchangeByRenames(a, b string) error {
	aside := filepath.Join(filepath.Dir(b), "."+filepath.Base(b)+".bientap-aside")
	if err := settle(aside, b); err != nil {
		return err
	}
	// Looked for first, since every rename that need not be undone is one
	// fewer that can fail.
	if _, err := os.Lstat(a); err != nil {
		return err
	}
	if err := os.Rename(b, aside); err != nil {
		return err
	}
	if err := os.Rename(a, b); err != nil {
		return errors.Join(err, os.Rename(aside, b))
	}
	if err := os.Rename(aside, a); err != nil {
		return errors.Join(err, os.Rename(b, a), os.Rename(aside, b))
	}
	return nil
}

// settle mends what an exchange that was cut short left. If b is missing, the
// exchange had not come to its point, and b is put back. If b is there, the
// exchange was done but for the former b, which nobody has asked for since.
func settle(aside, b string) error {
	if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	_, err := os.Lstat(b)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = os.Rename(aside, b)
	case err == nil:
		err = os.RemoveAll(aside)
	}
	if err != nil {
		return fmt.Errorf("mending an exchange that was cut short: %w", err)
	}
	return nil
}
