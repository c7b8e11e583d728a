//go:build unix

package source

import (
	"os"
	"syscall"
)

// openInRoot opens a file or folder. A root follows links that stay inside
// it; the caller sees by the inode that it got another file.
func openInRoot(root *os.Root, name string) (*os.File, error) {
	return root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK|syscall.O_NOCTTY, 0)
}
