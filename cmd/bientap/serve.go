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

	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/publish"
	"sonla.gov.vn/bientap/generator/serve"
	"sonla.gov.vn/bientap/internal/diag"
)

func (a *app) serveCommand() *cobra.Command {
	var addr string
	c := &cobra.Command{
		Use: "serve", Short: a.say("serve"), Long: a.say("serve-long"), Args: a.args(),
		Example: "  bientap serve\n  bientap serve --dir ../cong-tinh --addr localhost:0",
		RunE:    func(c *cobra.Command, _ []string) error { return a.serve(c.Context(), addr) },
	}
	c.Flags().StringVar(&addr, "addr", "", a.say("serve-addr"))
	return c
}

// serve builds the work tree into a folder of its own, serves it, and builds
// what changed whenever something is saved or the clock asks for it.
func (a *app) serve(ctx context.Context, addr string) error {
	if err := a.portalHere(); err != nil {
		return err
	}
	at, err := a.open(addr)
	if err != nil {
		return err
	}
	defer at.Close()
	watcher, err := serve.NewWatcher(a.dir, generator.Roots())
	if err != nil {
		return err
	}
	defer watcher.Close()
	dir, err := os.MkdirTemp("", "bientap-serve-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	w := &workshop{app: a, folder: publish.NewFolder(dir)}
	if err := w.build(ctx); err != nil {
		return err
	}
	var pages []*serve.Live
	defer func() {
		for _, l := range pages {
			_ = l.Close()
		}
	}()
	hosts, err := hosted(w.portal, dir, func(dir string) (http.Handler, error) {
		l, err := serve.NewLive(dir)
		if err == nil {
			pages = append(pages, l)
		}
		return l, err
	})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	watched := make(chan error, 1)
	go func() {
		defer cancel()
		watched <- watcher.Run(ctx, w.next, func() {
			if w.build(ctx) == nil {
				for _, l := range pages {
					l.Built()
				}
			}
		})
	}()
	err = a.show(ctx, at, hosts)
	cancel()
	return errors.Join(err, <-watched)
}

// workshop builds the work tree again and again into one folder.
type workshop struct {
	app    *app
	folder *publish.Folder
	portal *generator.Portal
	state  *generator.State
}

// next is the moment at which the clock alone changes the portal.
func (w *workshop) next() time.Time { return w.portal.Graph.Next() }

// build brings the folder up to date with the work tree. The folder is left as
// it was when there is no portal to be made of the tree; other findings are
// only printed, so that an editor sees the page while mending it.
func (w *workshop) build(ctx context.Context) error {
	start := time.Now()
	tree, found, err := w.app.openTree()
	if err != nil {
		return w.kept(ctx, err)
	}
	defer tree.Close()
	portal, more, err := openPortal(tree, start)
	if found = append(found, more...); err != nil {
		return w.kept(ctx, w.app.refused(found, err))
	}
	show, end := w.app.progress()
	made, more, err := portal.Build(ctx, w.folder, generator.Options{Since: w.state, Keep: true, Progress: show})
	end()
	if err != nil {
		return w.kept(ctx, err)
	}
	w.portal, w.state = portal, made.State
	if err := w.app.report(append(found, more...), diag.Error); errors.Is(err, errFindings) {
		fmt.Fprint(w.app.stderr, w.app.say("serve-unfit"))
	} else if err != nil {
		return err
	}
	fmt.Fprint(w.app.stderr, w.app.say("serve-built", start.Format("15:04:05"), made.Added+made.Changed+made.Removed,
		time.Since(start).Round(time.Millisecond), made.Rendered))
	return nil
}

// kept says why the last build is still shown. Before the first there is
// nothing to show, and the error ends the command; after Ctrl-C nobody asks.
func (w *workshop) kept(ctx context.Context, err error) error {
	if w.portal == nil || ctx.Err() != nil {
		return err
	}
	if !errors.Is(err, errFindings) { // these were printed
		fmt.Fprintf(w.app.stderr, "bientap: %v\n", w.app.worded(err))
	}
	fmt.Fprint(w.app.stderr, w.app.say("serve-kept"))
	return err
}

// hosted makes a handler for every host of a portal built into dir.
func hosted(p *generator.Portal, dir string, handler func(dir string) (http.Handler, error)) (serve.Hosts, error) {
	hosts := serve.Hosts{Others: map[string]http.Handler{}}
	for i, host := range p.Config.Hosts() {
		h, err := handler(filepath.Join(dir, p.Folder(host)))
		if err != nil {
			return hosts, err
		}
		if i == 0 {
			hosts.Main = h
		} else {
			hosts.Others[host] = h
		}
	}
	return hosts, nil
}
