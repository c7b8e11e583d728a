package serve

import (
	"context"
	"net"
	"net/http"
	"time"
)

// farewell bounds how long answers that are under way are waited for.
const farewell = 3 * time.Second

// Run answers on l until ctx ends; then it lets the answers under way be
// finished and returns nil. It closes l.
func Run(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{
		Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: time.Minute, IdleTimeout: time.Minute, MaxHeaderBytes: 64 << 10,
		// Pages that wait for news go when ctx ends.
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	rest, cancel := context.WithTimeout(context.WithoutCancel(ctx), farewell)
	defer cancel()
	if server.Shutdown(rest) != nil { // somebody reads very slowly
		return server.Close()
	}
	return nil
}
