package main

import (
	"context"
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
		Use: "demo", Short: a.say("demo"), Long: a.say("demo-long"), Args: usage(cobra.NoArgs),
		Example: "  bientap demo\n  bientap demo --addr localhost:0",
		RunE:    func(c *cobra.Command, _ []string) error { return a.demo(c.Context(), addr) },
	}
	c.Flags().StringVar(&addr, "addr", defaultAddr, a.say("serve-addr"))
	return c
}

// demo builds the sample that the program carries and serves it as a real
// server would.
func (a *app) demo(ctx context.Context, addr string) error {
	tree, found, err := source.FS(bientap.Sample, generator.Roots(), source.Limits{})
	if err != nil {
		return err
	}
	portal, more, err := openPortal(tree, time.Now())
	if found = append(found, more...); err != nil {
		return a.refused(found, err)
	}
	scratch, err := os.MkdirTemp("", "bientap-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	dir := filepath.Join(scratch, "public")
	target, err := publish.Stage(dir)
	if err != nil {
		return err
	}
	show, end := a.progress()
	_, more, err = portal.Build(ctx, target, generator.Options{Progress: show})
	end()
	if err != nil {
		return err
	}
	if err := a.report(append(found, more...), diag.Warning); err != nil {
		return err
	}
	if err := target.Commit(); err != nil {
		return err
	}
	s, err := hosted(portal, dir, func(dir string) (http.Handler, error) { return serve.NewFiles(dir) })
	if err != nil {
		return err
	}
	fmt.Fprint(a.stderr, a.say("demo-note"))
	return a.listen(ctx, addr, s)
}
