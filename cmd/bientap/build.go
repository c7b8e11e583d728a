package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/publish"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/durable"
	"sonla.gov.vn/bientap/internal/vietnamese"
)

func (a *app) buildCommand() *cobra.Command {
	var out, now string
	var keepGoing bool
	c := &cobra.Command{
		Use: "build", Short: a.say("build"), Long: a.say("build-long"), Args: a.args(),
		Example: "  bientap build\n  bientap build --out ../www --now 2026-11-23T08:00:00+07:00",
		RunE: func(c *cobra.Command, _ []string) error {
			at, err := a.instant(now)
			if err != nil {
				return err
			}
			return a.build(c.Context(), out, at, keepGoing)
		},
	}
	c.Flags().StringVarP(&out, "out", "o", "public", a.say("build-out"))
	c.Flags().StringVar(&now, "now", "", a.say("build-now"))
	c.Flags().BoolVar(&keepGoing, "keep-going", false, a.say("build-keep"))
	return c
}

// build builds the portal into the folder out, which is replaced only when
// everything went well.
func (a *app) build(ctx context.Context, out string, now time.Time, keepGoing bool) error {
	start := time.Now()
	out = a.inDir(out)
	tree, found, err := a.openTree()
	if err != nil {
		return err
	}
	defer tree.Close()
	portal, more, err := openPortal(tree, now)
	if found = append(found, more...); err != nil {
		return a.refused(found, err)
	}
	target, err := publish.Stage(out)
	if err != nil {
		return err
	}
	show, end := a.progress()
	made, more, err := portal.Build(ctx, target, generator.Options{Progress: show})
	end()
	found = append(found, more...)
	allowed := diag.Warning
	if keepGoing {
		allowed = diag.Error
	}
	if err == nil {
		err = a.report(found, allowed)
	}
	if err != nil {
		return errors.Join(a.explained(found, err), target.Discard())
	}
	if err := target.Commit(); err != nil {
		return err
	}
	if err := a.serverFiles(portal, out); err != nil {
		return err
	}
	n := vietnamese.For(string(a.lang))
	_, err = a.stdout.Write([]byte(a.say("build-done", n.Number(int64(made.Pages)), n.Number(int64(made.Files)),
		n.Size(made.Bytes), out, time.Since(start).Round(10*time.Millisecond))))
	return err
}

// refused prints what stops a build before it began.
func (a *app) refused(found diag.List, err error) error {
	if !errors.Is(err, generator.ErrBlocked) {
		return err
	}
	if err := a.report(found, diag.Error); !errors.Is(err, errFindings) {
		return err
	}
	return a.explained(found, errFindings)
}

// explained says, after the findings, what they mean for the build.
func (a *app) explained(found diag.List, err error) error {
	if !errors.Is(err, errFindings) {
		return err
	}
	b, e, w := counts(found)
	key := a.errorf("blocked", b, e, w)
	if b == 0 {
		key = a.errorf("errors", e)
	}
	_, werr := a.stderr.Write([]byte("bientap: " + key.Error() + "\n"))
	return errors.Join(errFindings, werr)
}

// serverFiles writes the configuration of web servers beside the folder out.
func (a *app) serverFiles(p *generator.Portal, out string) error {
	root, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	servers := p.Servers(filepath.ToSlash(root))
	dir := root + ".server"
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		make func([]harden.Server, harden.Options) ([]byte, error)
	}{{"nginx.conf", harden.Nginx}, {"Caddyfile", harden.Caddy}, {"apache.conf", harden.Apache}} {
		data, err := f.make(servers, p.HeaderOptions())
		if err != nil {
			return err
		}
		if err := durable.WriteFile(filepath.Join(dir, f.name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
