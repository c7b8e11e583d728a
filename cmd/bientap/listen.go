package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"slices"
	"strings"
	"syscall"

	"sonla.gov.vn/bientap/generator/serve"
)

// defaultAddr is where a portal is shown if nothing was said of it and nobody
// else is there.
const defaultAddr = "localhost:8080"

// place is an open address, and the name to call its host by.
type place struct {
	net.Listener
	host string
}

// open opens an address, before the work begins that it is for. Without one it
// is the usual address, or any free port when that is taken.
func (a *app) open(addr string) (place, error) {
	want := addr
	if want == "" {
		want = defaultAddr
	}
	host, _, err := net.SplitHostPort(want)
	if err != nil {
		return place{}, usageError{a.errorf("bad-addr", addr)}
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	l, err := net.Listen("tcp", want)
	if errors.Is(err, syscall.EADDRINUSE) {
		if addr != "" {
			return place{}, a.errorf("busy", addr)
		}
		l, err = net.Listen("tcp", "localhost:0")
	}
	if err != nil {
		return place{}, a.errorf("no-listen", want, err)
	}
	return place{l, strings.ToLower(host)}, nil
}

// show says where hosts are shown, and shows them until ctx ends.
func (a *app) show(ctx context.Context, at place, hosts serve.Hosts) error {
	hosts.Names = []string{at.host}
	port := at.Addr().(*net.TCPAddr).Port
	fmt.Fprint(a.stdout, a.say("serve-at", fmt.Sprintf("http://%s/", net.JoinHostPort(at.host, fmt.Sprint(port)))))
	for _, name := range slices.Sorted(maps.Keys(hosts.Others)) {
		fmt.Fprint(a.stdout, a.say("serve-host", name, fmt.Sprintf("http://%s:%d/", serve.LocalName(name), port)))
	}
	err := serve.Run(ctx, at, hosts)
	fmt.Fprint(a.stderr, a.say("stopped"))
	return err
}
