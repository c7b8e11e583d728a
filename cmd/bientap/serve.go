package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
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
		Use: "serve", Short: a.say("serve"), Long: a.say("serve-long"), Args: usage(cobra.NoArgs),
		Example: "  bientap serve\n  bientap serve --addr localhost:8080",
		RunE:    func(c *cobra.Command, _ []string) error { return a.serve(c.Context(), addr) },
	}
	c.Flags().StringVar(&addr, "addr", defaultAddr, a.say("serve-addr"))
	return c
}

const defaultAddr = "localhost:8080"

// serve builds the work tree into a folder of its own, serves it, and builds
// what changed whenever something is saved or the clock asks for it.
func (a *app) serve(ctx context.Context, addr string) error {
	dir, err := os.MkdirTemp("", "bientap-serve-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	w := &workshop{app: a, folder: publish.NewFolder(dir)}
	if err := w.build(ctx); err != nil {
		return err
	}
	sites, err := liveSites(w.portal, dir)
	if err != nil {
		return err
	}
	defer sites.close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	watched := make(chan error, 1)
	go func() {
		watched <- serve.Watch(ctx, a.dir, generator.Roots(), w.next, func() {
			if w.build(ctx) == nil {
				sites.built()
			}
		})
	}()
	err = a.listen(ctx, addr, sites)
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
// it was when a finding blocks; other findings are only printed, so that an
// editor sees the page while mending it.
func (w *workshop) build(ctx context.Context) error {
	start := time.Now()
	tree, found, err := w.app.openTree()
	if err != nil {
		return w.app.tell(err)
	}
	defer tree.Close()
	portal, more, err := openPortal(tree, start)
	if found = append(found, more...); err != nil {
		return w.kept(w.app.refused(found, err))
	}
	show, end := w.app.progress()
	made, more, err := portal.Build(ctx, w.folder, generator.Options{Since: w.state, Keep: true, Progress: show})
	end()
	if err != nil {
		return w.kept(err)
	}
	w.portal, w.state = portal, made.State
	reported := w.app.report(append(found, more...), diag.Error)
	fmt.Fprint(w.app.stderr, w.app.say("serve-built", start.Format("15:04:05"), made.Added+made.Changed+made.Removed,
		time.Since(start).Round(time.Millisecond), made.Rendered))
	return reported
}

// kept says that the last build is still shown; before the first there is
// nothing to show, and the error ends the command.
func (w *workshop) kept(err error) error {
	if w.portal != nil {
		_ = w.app.tell(err)
		fmt.Fprint(w.app.stderr, w.app.say("serve-kept"))
	}
	return err
}

// tell prints an error whose findings were not printed already.
func (a *app) tell(err error) error {
	if !errors.Is(err, errFindings) {
		fmt.Fprintf(a.stderr, "bientap: %v\n", err)
	}
	return err
}

// sites are the hosts of a portal as handlers: the main host answers under any
// name, the others under <host>.localhost.
type sites struct {
	main   http.Handler
	others map[string]http.Handler
	built  func()
	close  func()
}

// Hosts returns the names under which the other hosts answer.
func localName(host string) string { return host + ".localhost" }

func (s *sites) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, _, err := net.SplitHostPort(r.Host)
	if err != nil {
		name = r.Host
	}
	if h := s.others[strings.ToLower(name)]; h != nil {
		h.ServeHTTP(w, r)
		return
	}
	s.main.ServeHTTP(w, r)
}

// hosted makes a handler for every host of a portal built into dir.
func hosted(p *generator.Portal, dir string, handler func(dir string) (http.Handler, error)) (*sites, error) {
	s := &sites{others: map[string]http.Handler{}}
	for i, host := range p.Config.Hosts() {
		h, err := handler(strings.TrimSuffix(dir+"/"+p.Folder(host), "/"))
		if err != nil {
			return nil, err
		}
		if i == 0 {
			s.main = h
		} else {
			s.others[localName(host)] = h
		}
	}
	return s, nil
}

func liveSites(p *generator.Portal, dir string) (*sites, error) {
	var all []*serve.Live
	s, err := hosted(p, dir, func(dir string) (http.Handler, error) {
		l, err := serve.NewLive(dir)
		if err == nil {
			all = append(all, l)
		}
		return l, err
	})
	if err != nil {
		return nil, err
	}
	s.built = func() {
		for _, l := range all {
			l.Built()
		}
	}
	s.close = func() {
		for _, l := range all {
			_ = l.Close()
		}
	}
	return s, nil
}

// listen serves until ctx ends, and then stops cleanly.
func (a *app) listen(ctx context.Context, addr string, s *sites) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return a.errorf("busy", addr, err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	host, _, _ := net.SplitHostPort(addr)
	if host == "" {
		host = "localhost"
	}
	fmt.Fprint(a.stdout, a.say("serve-at", fmt.Sprintf("http://%s/", net.JoinHostPort(host, fmt.Sprint(port)))))
	for name := range s.others {
		fmt.Fprint(a.stdout, a.say("serve-host", strings.TrimSuffix(name, ".localhost"), fmt.Sprintf("http://%s:%d/", name, port)))
	}
	server := &http.Server{
		Handler: s, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: time.Minute, IdleTimeout: time.Minute, MaxHeaderBytes: 64 << 10,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	err = server.Shutdown(grace)
	fmt.Fprint(a.stderr, a.say("stopped"))
	return err
}
