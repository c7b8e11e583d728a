package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/content"
)

func (a *app) newCommand() *cobra.Command {
	var title string
	c := &cobra.Command{
		Use: "new KIND PATH", Short: a.say("new"), Long: a.say("new-long"), Args: a.args("KIND", "PATH"),
		Example: "  bientap new article main/tin-tuc/khai-mac-hoi-cho --title \"Khai mạc hội chợ\"\n  bientap new document main/van-ban/2815-qd-ubnd",
		RunE:    func(_ *cobra.Command, args []string) error { return a.newPage(args[0], args[1], title) },
	}
	c.Flags().StringVarP(&title, "title", "t", "", a.say("new-title"))
	return c
}

// newPage writes a fresh page of a kind.
func (a *app) newPage(kind, name, title string) error {
	tree, found, err := a.openTree()
	if err != nil {
		return err
	}
	defer tree.Close()
	conf, kinds, more, err := generator.Kinds(tree)
	if err != nil {
		return a.refused(append(found, more...), err)
	}
	k := kinds[kind]
	if k == nil {
		return usageError{a.near("new-kind", kind, kinds.Names(), strings.Join(kinds.Names(), ", "))}
	}
	file := "content/" + strings.TrimSuffix(strings.TrimPrefix(path.Clean(name), "content/"), ".md") + ".md"
	if !content.HasPlace(conf, file) {
		return usageError{a.errorf("new-place", name)}
	}
	id, err := content.NewID(rand.Reader)
	if err != nil {
		return err
	}
	text := content.Draft(k, id, title, string(a.lang), time.Now().In(conf.Offset.Location()))
	if err := writeNew(a.dir, file, text); errors.Is(err, fs.ErrExist) {
		return a.errorf("new-exists", file)
	} else if err != nil {
		return err
	}
	fmt.Fprint(a.stdout, a.say("new-done", file, id))
	return nil
}

// writeNew writes a file that must not exist yet into the folder dir, and
// nowhere else, whatever links a portal may hold.
func writeNew(dir, name string, data []byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
