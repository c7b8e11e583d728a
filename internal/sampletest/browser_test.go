package sampletest_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/serve"
)

// tabs is how many tabs are open at once.
const tabs = 3

// patience is how long one tab may take, on a busy machine.
const patience = 2 * time.Minute

// chromium is a headless browser, and the server of the sample.
type chromium struct {
	ctx   context.Context
	base  string // "http://127.0.0.1:…"
	slots chan struct{}
	close []func()
}

func launch() (*chromium, error) {
	program, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	c := &chromium{slots: make(chan struct{}, tabs)}
	return c, errors.Join(c.serve(), c.launch(program))
}

func (c *chromium) serve() error {
	s, err := built()
	if err != nil {
		return err
	}
	files, err := serve.NewFiles(s.dir, harden.Options{})
	if err != nil {
		return err
	}
	server := httptest.NewServer(still(files))
	c.base = server.URL
	c.close = append(c.close, server.Close, func() { _ = files.Close() })
	return nil
}

func (c *chromium) launch(program string) error {
	dir, err := os.MkdirTemp("", "bientap-chromium-")
	if err != nil {
		return err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.UserDataDir(dir), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		// Nothing but the server of the test exists.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	allocator, end := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	c.ctx = ctx
	c.close = append(c.close, func() {
		if err := chromedp.Cancel(ctx); err != nil {
			cancel()
		}
		end()
		_ = os.RemoveAll(dir)
	})
	return chromedp.Do(ctx)
}

// end closes the browser and the server.
func (c *chromium) end() {
	for _, end := range c.close {
		end()
	}
}

// theBrowser returns the browser, or skips the test.
func theBrowser(t *testing.T) *chromium {
	t.Helper()
	c, err := shared.browser.get(launch)
	switch {
	case errors.Is(err, exec.ErrNotFound):
		missing(t, "chromium", err)
	case err != nil:
		t.Fatal(err)
	}
	return c
}

// refresh is the element that sends visitors of an old address on.
var refresh = regexp.MustCompile(`<meta http-equiv="?refresh"?[^>]*>`)

// still serves files as h does, and those with the query "still" without the
// element that would lead away from the page before it can be looked at.
func still(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery != "still" {
			h.ServeHTTP(w, r)
			return
		}
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, r)
		for name, values := range rec.Header() {
			w.Header()[name] = values
		}
		w.Header().Del("Content-Length")
		w.WriteHeader(rec.Code)
		_, _ = w.Write(refresh.ReplaceAll(rec.Body.Bytes(), nil))
	})
}

// response is what the browser received for a request.
type response struct {
	url     string
	kind    network.ResourceType
	status  int64
	headers network.Headers
}

// tab is an open page and what was heard of it.
type tab struct {
	t     *testing.T
	ctx   context.Context
	base  string
	world runtime.ExecutionContextID

	mu        sync.Mutex
	requests  []*network.EventRequestWillBeSent
	responses map[network.RequestID]*response
	raw       map[network.RequestID]network.Headers
	messages  []string

	// faults are what the checks found, undecided the rules of axe of which
	// it could not tell.
	faults    []string
	undecided map[string]bool
}

// fault notes what a check found.
func (b *tab) fault(format string, args ...any) {
	b.faults = append(b.faults, fmt.Sprintf(format, args...))
}

// report fails the test with what the checks found.
func (b *tab) report() {
	b.t.Helper()
	for _, f := range b.faults {
		b.t.Error(f)
	}
}

// openTab opens a tab with a cache and storage of its own.
func openTab(t *testing.T) *tab {
	t.Helper()
	c := theBrowser(t)
	c.slots <- struct{}{}
	b := &tab{t: t, base: c.base, responses: map[network.RequestID]*response{}, raw: map[network.RequestID]network.Headers{}, undecided: map[string]bool{}}
	ctx, cancel := chromedp.NewContext(c.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(b.hear))
	t.Cleanup(func() {
		cancel()
		<-c.slots
	})
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	b.ctx, cancel = context.WithTimeout(ctx, patience)
	t.Cleanup(cancel)
	// Several tabs are open, and each believes that it has the focus.
	call(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	call(b, audits.Enable, cdp.Empty{})
	return b
}

// hear notes what the browser says of the tab.
func (b *tab) hear(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := ev.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e)
	case *network.EventResponseReceived:
		b.responses[e.RequestID] = &response{url: e.Response.URL, kind: e.Type, status: e.Response.Status, headers: e.Response.Headers}
	case *network.EventResponseReceivedExtraInfo:
		b.raw[e.RequestID] = e.Headers
	case *network.EventLoadingFailed:
		b.messages = append(b.messages, "loading failed: "+e.ErrorText+" "+string(e.BlockedReason))
	case *log.EventEntryAdded:
		b.messages = append(b.messages, string(e.Entry.Source)+" "+string(e.Entry.Level)+": "+e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		b.messages = append(b.messages, "console."+string(e.Type))
	case *runtime.EventExceptionThrown:
		b.messages = append(b.messages, "exception: "+e.ExceptionDetails.Text)
	case *audits.EventIssueAdded:
		b.messages = append(b.messages, "issue: "+string(e.Issue.Code))
	}
}

// heard returns what the browser complained of so far.
func (b *tab) heard() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.messages)
}

// open loads an address of the server, with its leading slash.
func (b *tab) open(path string) {
	b.t.Helper()
	b.do(chromedp.Navigate(b.base + path))
	b.enter()
}

// enter makes the world in which the tests' own scripts run: they see the
// document, and neither their code nor the page's policy touches the other.
func (b *tab) enter() {
	b.t.Helper()
	tree := call(b, cdppage.GetFrameTree, cdp.Empty{})
	b.world = call(b, cdppage.CreateIsolatedWorld, cdppage.CreateIsolatedWorldParams{
		FrameID: tree.FrameTree.Frame.ID, WorldName: "test",
	}).ExecutionContextID
}

// do runs steps that must succeed.
func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// call sends a command that must succeed.
func call[P, R any](b *tab, cmd cdp.Command[P, R], params P) R {
	b.t.Helper()
	r, err := chromedp.Call(b.ctx, cmd, params)
	if err != nil {
		b.t.Fatalf("%s: %v", cmd.Method, err)
	}
	return r
}

// ask evaluates an expression in the tests' world and waits for its promise.
func ask[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, func(p *runtime.EvaluateParams) {
		wait := true
		p.ContextID, p.AwaitPromise = b.world, &wait
	}))
	if err != nil {
		b.t.Fatalf("evaluating %.80q: %v", expression, err)
	}
	return v
}

// screen sets the size of the window in CSS pixels.
func (b *tab) screen(width int64) {
	b.t.Helper()
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1})
}

// media sets the medium ("print", or "" for the screen) and media features,
// as name and value in turn.
func (b *tab) media(medium string, features ...string) {
	b.t.Helper()
	p := emulation.SetEmulatedMediaParams{Media: medium}
	for i := 0; i < len(features); i += 2 {
		p.Features = append(p.Features, &emulation.MediaFeature{Name: features[i], Value: features[i+1]})
	}
	call(b, emulation.SetEmulatedMedia, p)
}
