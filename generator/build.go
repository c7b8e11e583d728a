package generator

import (
	"context"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/render"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/generator/view"
	"sonla.gov.vn/bientap/internal/diag"
)

// Target takes the files of a built portal. Its methods may be called from
// several goroutines; a path is put or removed at most once in a build. Paths
// begin with the host when the portal has more than one.
type Target interface {
	Put(path string, data []byte) error
	Remove(path string) error
}

// Folder is where the files of a host stand in a target: at its root while
// the portal has one host, else in a folder named like the host.
func (p *Portal) Folder(host string) string {
	if len(p.Config.Hosts()) == 1 {
		return ""
	}
	return host + "/"
}

// Options change how a build is done, never what it makes.
type Options struct {
	// Since is what the target holds already; nil when it is empty. Files
	// whose reads would be answered as before are not made again.
	Since *State
	// Keep asks for the new state in the report, for the next build.
	Keep bool
	// Progress is called, from one goroutine at a time, after each output.
	Progress func(done, all int)
}

// Report says what a build did.
type Report struct {
	// Files and Bytes are what the target received.
	Files int
	Bytes int64
	// Pages are the pages that the portal shows.
	Pages int
	// Added, Changed, Removed and Unchanged count the files of the target
	// against Options.Since.
	Added, Changed, Removed, Unchanged int
	// Rendered counts the outputs that were made, also if to the same bytes.
	Rendered int
	// State is what the target holds now, if it was asked for.
	State *State
}

// Build makes every file of the portal that is not in the target already and
// removes those that the portal no longer has. It stops at the first error;
// findings never stop it, but a target with a blocking one must not be
// published.
func (p *Portal) Build(ctx context.Context, target Target, o Options) (Report, diag.List, error) {
	b := &build{p: p, ctx: ctx, target: target, options: o, wants: map[string]view.Want{}, used: map[string]bool{}}
	b.state.files = map[string]entry{}
	b.outputs = slices.Collect(p.Graph.Outputs())
	each(p.in.Workers, len(b.outputs), b.output)
	b.dormant()
	b.shown()
	b.theme()
	b.remove()
	b.unused()
	if b.err == nil {
		b.err = ctx.Err()
	}
	if o.Keep {
		b.report.State = &b.state
	}
	return b.report, b.found.Sort(), b.err
}

// build is one run of Build.
type build struct {
	p       *Portal
	ctx     context.Context
	target  Target
	options Options
	outputs []site.Output

	mu     sync.Mutex
	err    error
	done   int
	found  diag.List
	state  State
	wants  map[string]view.Want // by published path
	used   map[string]bool      // files of the tree that some page uses
	report Report
}

// output makes one output, unless it is as it was.
func (b *build) output(i int) {
	if b.stopped() {
		return
	}
	o := b.outputs[i]
	name := b.p.Folder(o.Host) + o.Path
	old, had := b.options.Since.find(name)
	if had && b.p.fresh(o, old) {
		b.note(name, o, old, nil)
		return
	}
	e, data, err := b.p.render(o)
	if err == nil && (!had || old.sum != e.sum) {
		err = b.target.Put(name, data)
		b.received(data)
	}
	b.note(name, o, e, err)
}

func (b *build) stopped() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.err != nil || b.ctx.Err() != nil
}

// render makes the bytes of one output and checks them.
func (p *Portal) render(o site.Output) (entry, []byte, error) {
	made := p.store.Make(o)
	e := entry{output: o, trace: made.Trace}
	data, err := p.bytes(made, &e)
	if err != nil {
		return e, nil, fmt.Errorf("rendering %q: %w", o.Path, err)
	}
	e.sum = sum(data)
	e.trace.Found = append(e.trace.Found, p.harden(o.Host, o.Path, data, o.Class == site.Redirect)...)
	e.rendered = true
	return e, data, nil
}

// harden checks one file; what it finds is placed in the file as the target
// has it.
func (p *Portal) harden(host, path string, data []byte, redirect bool) diag.List {
	found := harden.Check(path, data, harden.CheckOptions{Redirect: redirect, Hosts: p.Config.Hosts()})
	for i := range found {
		found[i].Pos.Path = p.Folder(host) + found[i].Pos.Path
	}
	return found
}

func (p *Portal) bytes(made view.Made, e *entry) ([]byte, error) {
	if made.Layout == "" {
		return render.File(made.View)
	}
	layout, ok := p.theme.Layout(made.Lang, made.Layout)
	if !ok {
		return nil, fmt.Errorf("the theme does not speak %q", made.Lang)
	}
	e.lang, e.layout, e.digest = made.Lang, made.Layout, layout.Digest()
	return p.renderer.Page(layout, made.View)
}

// received counts what the target was given.
func (b *build) received(data []byte) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.report.Files++
	b.report.Bytes += int64(len(data))
}

// note adds what an output came to.
func (b *build) note(name string, o site.Output, e entry, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err != nil && b.err == nil {
		b.err = err
	}
	b.found = append(b.found, e.trace.Found...)
	if o.Class == site.Page {
		b.report.Pages++
	}
	if e.rendered {
		b.report.Rendered++
	}
	for _, w := range e.trace.Wants {
		b.wants[b.p.Folder(w.Host)+w.Path] = w
		b.used[w.Source] = true
	}
	b.compare(name, e)
	b.done++
	if b.options.Progress != nil {
		b.options.Progress(b.done, len(b.outputs))
	}
}

// compare counts a file against what the target held and keeps its entry.
func (b *build) compare(name string, e entry) {
	switch old, had := b.options.Since.find(name); {
	case !had:
		b.report.Added++
	case old.sum != e.sum:
		b.report.Changed++
	default:
		b.report.Unchanged++
	}
	e.rendered = false
	if !b.options.Keep {
		e = entry{sum: e.sum}
	}
	b.state.files[name] = e
}

// dormant checks the pages that are not shown at this moment, so that their
// faults are found before their time comes.
func (b *build) dormant() {
	for n := range b.p.Graph.Dormant() {
		made := b.p.store.Make(site.Output{Class: site.Page, Host: n.Host(), Site: n.Site.ID, Page: n.ID})
		b.found = append(b.found, made.Trace.Found...)
		for _, w := range made.Trace.Wants {
			b.used[w.Source] = true
		}
	}
}

// shown puts the files of the tree that some output shows or offers.
func (b *build) shown() {
	for _, name := range slices.Sorted(maps.Keys(b.wants)) {
		w := b.wants[name]
		if b.stopped() {
			return
		}
		data, err := b.p.in.Tree.Read(w.Source)
		if err != nil {
			b.err = fmt.Errorf("publishing %q: %w", name, err)
			return
		}
		b.put(name, data)
	}
}

// theme puts the theme's files, and those that tell servers what to send.
func (b *build) theme() {
	for _, host := range b.p.Config.Hosts() {
		for _, a := range b.p.assets[host] {
			b.checked(host, a.path, a.data)
		}
		// What _redirects cannot say still works: every old address has a
		// page that leads on.
		redirects, _, err := harden.RedirectsFile(redirects(b.outputs, host))
		if err != nil && b.err == nil {
			b.err = err
		}
		b.checked(host, "_headers", harden.HeadersFile(b.p.HeaderOptions()))
		b.checked(host, "_redirects", redirects)
	}
}

// checked checks and puts a file that is not made from a view.
func (b *build) checked(host, path string, data []byte) {
	b.found = append(b.found, b.p.harden(host, path, data, false)...)
	b.put(b.p.Folder(host)+path, data)
}

// put puts one file, unless the target has it already.
func (b *build) put(name string, data []byte) {
	if b.stopped() {
		return
	}
	e := entry{sum: sum(data)}
	if old, had := b.options.Since.find(name); !had || old.sum != e.sum {
		b.err = b.target.Put(name, data)
		b.received(data)
	}
	b.compare(name, e)
}

// remove takes away what the target held and the portal no longer has.
func (b *build) remove() {
	for _, name := range b.options.Since.names() {
		if _, still := b.state.files[name]; still || b.stopped() {
			continue
		}
		b.report.Removed++
		b.err = b.target.Remove(name)
	}
}

// unused reports files that no page shows or offers: they are not published.
// Of one that a page asks for in vain it was said why.
func (b *build) unused() {
	for _, f := range b.found {
		b.used[f.Pos.Path] = true
	}
	for _, f := range b.p.in.Tree.Under("content") {
		if _, publishable := content.TypeOf(f.Path); publishable && !b.used[f.Path] && !isData(f.Path) {
			b.found = append(b.found, ruleUnused.At(diag.Pos{Path: f.Path}))
		}
	}
}

// redirects are the old addresses of a host, without its root: servers look
// up the root's file by an inner redirect, so a merged site with a host of its
// own leads on by its page alone.
func redirects(outputs []site.Output, host string) []harden.Redirect {
	var out []harden.Redirect
	for _, o := range outputs {
		if o.Class == site.Redirect && o.Host == host && o.Path != "index.html" {
			out = append(out, harden.Redirect{From: "/" + strings.TrimSuffix(o.Path, "index.html"), To: o.Target})
		}
	}
	return out
}

// HeaderOptions are the operator's decisions about headers.
func (p *Portal) HeaderOptions() harden.Options {
	return harden.Options{HSTS: map[string]harden.HSTS{
		"host": harden.HSTSHost, "subdomains": harden.HSTSSubdomains, "preload": harden.HSTSPreload, "off": harden.HSTSOff,
	}[p.Config.Security.HSTS]}
}

// Servers describes the hosts for the configuration of web servers; root is
// the folder that the portal was built into, as the server sees it.
func (p *Portal) Servers(root string) []harden.Server {
	outputs := slices.Collect(p.Graph.Outputs())
	var out []harden.Server
	for _, host := range p.Config.Hosts() {
		out = append(out, harden.Server{
			Host: host, Root: path.Join(root, strings.TrimSuffix(p.Folder(host), "/")), Redirects: redirects(outputs, host),
		})
	}
	return out
}
