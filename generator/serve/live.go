package serve

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"sync"
	"time"

	"sonla.gov.vn/bientap/generator/harden"
)

// The addresses that the development server adds to the portal's.
const (
	scriptPath = "/_live.js"
	eventsPath = "/_live"
)

// script reloads the page when the server says that the portal was built
// again. It runs only under the development server.
const script = `"use strict";
const events = new EventSource("` + eventsPath + `");
events.addEventListener("built", () => location.reload());
`

var scriptTag = []byte(`<script src="` + scriptPath + `" defer></script></head>`)

// Live is the development server of one folder: the same files under the
// header profile "serve", with a script in every page that reloads it after
// each build. The script is added to what is sent, never to a built file.
type Live struct {
	files *Files
	bell  bell
}

// NewLive serves the folder dir for an editor at work.
func NewLive(dir string) (*Live, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("serving %q: %w", dir, err)
	}
	headers := func(string) []harden.Header { return harden.Development().Headers }
	rewrite := func(page []byte) []byte { return bytes.Replace(page, []byte("</head>"), scriptTag, 1) }
	return &Live{files: &Files{root: root, headers: headers, rewrite: rewrite}}, nil
}

// Close releases the folder.
func (l *Live) Close() error { return l.files.Close() }

// Built tells every open page that there is something new.
func (l *Live) Built() { l.bell.ring() }

// ServeHTTP implements http.Handler.
func (l *Live) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case scriptPath:
		l.files.head(w, r.URL.Path)
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = w.Write([]byte(script))
	case eventsPath:
		l.events(w, r)
	default:
		l.files.ServeHTTP(w, r)
	}
}

// heartbeat is how often an open page hears that the server is still there.
const heartbeat = 20 * time.Second

// events keeps a page informed until it goes away.
func (l *Live) events(w http.ResponseWriter, r *http.Request) {
	out := http.NewResponseController(w)
	_ = out.SetWriteDeadline(time.Time{}) // the server's own deadline is for pages
	l.files.head(w, r.URL.Path)
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	rung := l.bell.wait()
	tick := time.NewTicker(heartbeat)
	defer tick.Stop()
	message := ": hello\n\n"
	for {
		if _, err := fmt.Fprint(w, message); err != nil {
			return
		}
		if err := out.Flush(); err != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-rung:
			message, rung = "event: built\ndata: 1\n\n", l.bell.wait()
		case <-tick.C:
			message = ": still here\n\n"
		}
	}
}

// bell wakes everybody who waits for it.
type bell struct {
	mu sync.Mutex
	ch chan struct{}
}

func (b *bell) wait() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ch == nil {
		b.ch = make(chan struct{})
	}
	return b.ch
}

func (b *bell) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ch != nil {
		close(b.ch)
		b.ch = nil
	}
}
