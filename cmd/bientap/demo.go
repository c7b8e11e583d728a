package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	bientap "sonla.gov.vn/bientap"
	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/publish"
	"sonla.gov.vn/bientap/generator/serve"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/internal/diag"
)

func (a *app) demoCommand() *cobra.Command {
	var addr string
	c := &cobra.Command{
		Use: "demo", Short: a.say("demo"), Long: a.say("demo-long"), Args: a.args(),
		Example: "  bientap demo\n  bientap demo --addr localhost:0 --lang en",
		RunE:    func(c *cobra.Command, _ []string) error { return a.demo(c.Context(), addr) },
	}
	c.Flags().StringVar(&addr, "addr", "", a.say("serve-addr"))
	return c
}

// demo builds the sample that the program carries and serves it as a real
// server would.
func (a *app) demo(ctx context.Context, addr string) error {
	at, err := a.open(addr)
	if err != nil {
		return err
	}
	defer at.Close()
	scratch, err := os.MkdirTemp("", "bientap-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	dir := filepath.Join(scratch, "public")
	portal, err := a.sample(ctx, dir)
	if err != nil {
		return err
	}
	hosts, err := hosted(portal, dir, func(dir string) (http.Handler, error) { return serve.NewFiles(dir, portal.HeaderOptions()) })
	if err != nil {
		return err
	}
	fmt.Fprint(a.stderr, a.say("demo-note"))
	return a.show(ctx, at, hosts)
}

// sample builds the sample into the folder dir.
func (a *app) sample(ctx context.Context, dir string) (*generator.Portal, error) {
	tree, found, err := source.FS(bientap.Sample, generator.Roots(), source.Limits{})
	if err != nil {
		return nil, err
	}
	portal, more, err := openPortal(tree, time.Now())
	if found = append(found, more...); err != nil {
		return nil, a.refused(found, err)
	}
	target, err := publish.Stage(dir)
	if err != nil {
		return nil, err
	}
	show, end := a.progress()
	_, more, err = portal.Build(ctx, target, generator.Options{Progress: show})
	end()
	if err == nil {
		err = a.report(append(found, more...), diag.Warning)
	}
	if err != nil {
		return nil, errors.Join(err, target.Discard())
	}
	return portal, target.Commit()
}
