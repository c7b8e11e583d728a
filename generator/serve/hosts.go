package serve

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// Hosts shows all hosts of a portal on one address of this machine. The main
// host answers to localhost, to every IP address and to the further Names; the
// others each to their name with ".localhost" after it, which browsers take
// for this machine.
//
// Any other name is refused (421): a site elsewhere could have its own name
// lead to this machine and would then read, through the visitor's browser,
// what is not published yet.
type Hosts struct {
	Main   http.Handler
	Others map[string]http.Handler // by host
	Names  []string
}

// LocalName is the name under which a host of the portal that is not the main
// one answers on this machine.
func LocalName(host string) string { return host + ".localhost" }

// ServeHTTP implements http.Handler.
func (h Hosts) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.Host
	if host, _, err := net.SplitHostPort(name); err == nil {
		name = host
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	if host, ok := strings.CutSuffix(name, ".localhost"); ok && h.Others[host] != nil {
		h.Others[host].ServeHTTP(w, r)
		return
	}
	if name != "localhost" && net.ParseIP(name) == nil && !slices.Contains(h.Names, name) {
		http.Error(w, "421 this name is not served here", http.StatusMisdirectedRequest)
		return
	}
	h.Main.ServeHTTP(w, r)
}
