package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/content"
)

func (a *app) newCommand() *cobra.Command {
	var title string
	c := &cobra.Command{
		Use: "new KIND PATH", Short: a.say("new"), Long: a.say("new-long"), Args: usage(cobra.ExactArgs(2)),
		Example: "  bientap new article main/tin-tuc/khai-mac-hoi-cho --title \"Khai mạc hội chợ\"\n  bientap new document main/van-ban/2722-qd-ubnd",
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
		return usageError{a.errorf("new-kind", kind, strings.Join(kinds.Names(), ", "))}
	}
	file := "content/" + strings.TrimSuffix(strings.TrimPrefix(path.Clean(name), "content/"), ".md") + ".md"
	_, _, ok := content.PlaceOf(conf, file)
	if !ok {
		return usageError{a.errorf("new-place", name)}
	}
	id, err := content.NewID(rand.Reader)
	if err != nil {
		return err
	}
	text := content.Draft(k, id, title, string(a.lang), time.Now().In(conf.Offset.Location()))
	if err := writeNew(filepath.Join(a.dir, filepath.FromSlash(file)), text); errors.Is(err, fs.ErrExist) {
		return a.errorf("new-exists", file)
	} else if err != nil {
		return err
	}
	fmt.Fprint(a.stdout, a.say("new-done", file, id))
	return nil
}

// writeNew writes a file that must not exist yet.
func writeNew(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
