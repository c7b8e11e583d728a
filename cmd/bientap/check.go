package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/check"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/durable"
)

func (a *app) checkCommand() *cobra.Command {
	var asJSON, fix bool
	var now string
	c := &cobra.Command{
		Use: "check", Short: a.say("check"), Long: a.say("check-long"), Args: a.args(),
		Example: "  bientap check\n  bientap check --fix\n  bientap check --json > loi.json",
		RunE: func(c *cobra.Command, _ []string) error {
			at, err := a.instant(now)
			if err != nil {
				return err
			}
			if fix {
				if err := a.fix(asJSON); err != nil {
					return err
				}
			}
			return a.check(c.Context(), at, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, a.say("check-json"))
	c.Flags().BoolVar(&fix, "fix", false, a.say("check-fix"))
	c.Flags().StringVar(&now, "now", "", a.say("build-now"))
	return c
}

// check makes every file of the portal without writing one, and prints all
// findings.
func (a *app) check(ctx context.Context, now time.Time, asJSON bool) error {
	tree, found, err := a.openTree()
	if err != nil {
		return err
	}
	defer tree.Close()
	portal, more, err := openPortal(tree, now)
	found = append(found, more...)
	blocked := errors.Is(err, generator.ErrBlocked)
	if portal != nil {
		// What stops a build may also stop the search for further faults.
		_, more, err = portal.Build(ctx, nowhere{}, generator.Options{})
		found = append(found, more...)
	}
	if err != nil && !blocked {
		return err
	}
	found = found.Sort()
	if asJSON {
		err = found.WriteJSON(a.stdout, a.lang)
	} else {
		err = found.Write(a.stdout, a.lang)
		b, e, w := counts(found)
		fmt.Fprint(a.stderr, a.say("check-done", b, e, w))
	}
	if err != nil {
		return err
	}
	if worst, any := found.Worst(); any && worst >= diag.Error {
		return errFindings
	}
	return nil
}

// nowhere is a target that keeps nothing.
type nowhere struct{}

func (nowhere) Put(string, []byte) error { return nil }
func (nowhere) Remove(string) error      { return nil }

// fix mends the pages and data files that can be mended mechanically.
func (a *app) fix(quiet bool) error {
	tree, _, err := a.openTree()
	if err != nil {
		return err
	}
	defer tree.Close()
	for _, f := range tree.Files() {
		if ext := path.Ext(f.Path); ext != ".md" && ext != ".yaml" {
			continue
		}
		src, err := tree.Read(f.Path)
		if err != nil {
			return err
		}
		if _, readable := check.Text(f.Path, src); !readable {
			continue
		}
		mended, err := mend(f.Path, src)
		if err != nil {
			return err
		}
		if bytes.Equal(src, mended) {
			continue
		}
		if err := durable.WriteFile(filepath.Join(a.dir, filepath.FromSlash(f.Path)), mended, 0o644); err != nil {
			return err
		}
		if !quiet {
			fmt.Fprint(a.stdout, a.say("check-fixed", f.Path))
		}
	}
	return nil
}

// mend returns the mended text of a file; a page without an id gets one.
func mend(name string, src []byte) ([]byte, error) {
	out := check.Fix(src)
	if path.Ext(name) != ".md" || content.HasID(out) {
		return out, nil
	}
	id, err := content.NewID(rand.Reader)
	if err != nil {
		return nil, err
	}
	return check.AddID(out, id), nil
}
