package harden

import (
	"fmt"
	"net"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Server is a host as a web server of one's own serves it.
type Server struct {
	// Host is the name of the host ("sonla.gov.vn"); empty means any.
	Host string
	// Root is the absolute path of the host's folder on the server.
	Root string
	// Listen is the address to listen on, "host:port". Empty means the usual
	// port of every address: 443 with a certificate, otherwise 80; Caddy
	// without either obtains a certificate for the host by itself.
	Listen string
	// Certificate and Key are PEM files on the server. Without them the
	// server speaks plain HTTP, for a front server that ends TLS.
	Certificate, Key string
	// Redirects are the host's; their order does not matter.
	Redirects []Redirect
}

// Redirect is a permanent redirect (301) from an old path.
type Redirect struct {
	// From is the old path, decoded, with its leading slash. It is compared
	// byte for byte with the decoded path of the request.
	From string
	// To is an address on the same host ("/tin-tuc/") or a whole https one.
	To string
}

var (
	hostForm = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$`)
	fileForm = regexp.MustCompile(`^/[\pL\pM\pN ._~@+,=/-]*$`)
)

// check returns the first reason why s cannot be written into a configuration.
func (s Server) check() error {
	if s.Host != "" && !hostForm.MatchString(s.Host) {
		return fmt.Errorf("host %q: want a host name in lower case, without scheme or port", s.Host)
	}
	if !fileForm.MatchString(s.Root) {
		return fmt.Errorf("root %q of host %q: want an absolute path of letters, digits, spaces and ._~@+,=-", s.Root, s.Host)
	}
	if (s.Certificate == "") != (s.Key == "") {
		return fmt.Errorf("host %q: a certificate and its key go together", s.Host)
	}
	for _, file := range []string{s.Certificate, s.Key} {
		if file != "" && !fileForm.MatchString(file) {
			return fmt.Errorf("file %q of host %q: want an absolute path of letters, digits, spaces and ._~@+,=-", file, s.Host)
		}
	}
	if s.Listen != "" && !isListenAddress(s.Listen) {
		return fmt.Errorf("listen address %q of host %q: want \"ip:port\" or \":port\"", s.Listen, s.Host)
	}
	return checkRedirects(s.Redirects)
}

func isListenAddress(address string) bool {
	host, port, err := net.SplitHostPort(address)
	if err != nil || port == "" || strings.Trim(port, "0123456789") != "" {
		return false
	}
	return host == "" || net.ParseIP(host) != nil
}

// port returns the port of Listen, or "" if it says none.
func (s Server) port() string {
	_, port, err := net.SplitHostPort(s.Listen)
	if err != nil {
		return ""
	}
	return port
}

func checkServers(servers []Server) error {
	for _, s := range servers {
		if err := s.check(); err != nil {
			return err
		}
	}
	return nil
}

// checkRedirects returns the first redirect that is refused, or that has the
// From of another.
func checkRedirects(redirects []Redirect) error {
	seen := make(map[string]string, len(redirects))
	for _, r := range redirects {
		if reason := r.fault(); reason != "" {
			return fmt.Errorf("redirect from %q to %q: %s", r.From, r.To, reason)
		}
		if other, twice := seen[r.From]; twice {
			return fmt.Errorf("redirect from %q: leads to %q and to %q; keep one", r.From, other, r.To)
		}
		seen[r.From] = r.To
	}
	return nil
}

// fault returns why r cannot be, or nothing.
func (r Redirect) fault() string {
	switch {
	case !strings.HasPrefix(r.From, "/"):
		return "the old path must begin with a slash"
	case !utf8.ValidString(r.From) || !utf8.ValidString(r.To):
		return "not UTF-8"
	case strings.ContainsFunc(r.From, unicode.IsControl) || strings.ContainsFunc(r.To, unicode.IsControl):
		return "control characters have no place in an address"
	case strings.Contains(r.From, "//") || strings.Contains(r.From+"/", "/./") || strings.Contains(r.From+"/", "/../"):
		return "servers resolve //, . and .. before they compare; write the clean path"
	case strings.Contains(r.From, `\`):
		return "browsers write / for \\; write the path so"
	case isKeptPath(r.From):
		return "this path belongs to the portal itself"
	case !isRedirectTarget(r.To):
		return "the new address must begin with one slash, or with https:// and a host"
	case r.From == r.To:
		return "it leads to itself"
	}
	return ""
}

// isKeptPath reports whether a redirect from path would break the serving of
// files: servers look up index.html and 404.html by an inner redirect.
func isKeptPath(path string) bool {
	return path == "/" || path == "/404.html" || strings.HasSuffix(path, "/index.html") || Hidden(path) ||
		strings.HasPrefix(path, "/assets/") || strings.HasPrefix(path, "/media/")
}

func isRedirectTarget(to string) bool {
	if strings.ContainsAny(to, "\\ ") {
		return false
	}
	rest, whole := strings.CutPrefix(to, "https://")
	if whole {
		host, _, _ := strings.Cut(rest, "/")
		name, port, found := strings.Cut(host, ":")
		return hostForm.MatchString(name) && (!found || port != "" && strings.Trim(port, "0123456789") == "")
	}
	return strings.HasPrefix(to, "/") && !strings.HasPrefix(to, "//")
}

// sorted returns the redirects by From, so that a configuration is a function
// of the set.
func sorted(redirects []Redirect) []Redirect {
	out := slices.Clone(redirects)
	slices.SortFunc(out, func(a, b Redirect) int { return strings.Compare(a.From, b.From) })
	return out
}

// location returns To as it is sent: ASCII, with everything percent-encoded
// that is not a letter, a digit or one of -._~/:?#=&%+,@. None of these means
// anything to the servers' syntaxes inside quotes, except % in Apache's. An
// existing escape stays; a lone % is escaped.
func (r Redirect) location() string {
	return escapeBytes(r.To, func(i int, c byte) bool {
		if c == '%' {
			return isEscape(r.To[i:])
		}
		return isAlnum(c) || strings.IndexByte("-._~/:?#=&+,@", c) >= 0
	})
}

// isEscape reports whether s begins with a percent-escape.
func isEscape(s string) bool {
	return len(s) >= 3 && s[0] == '%' && isHex(s[1]) && isHex(s[2])
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// escapeBytes percent-encodes the bytes of s that are not kept.
func escapeBytes(s string, keep func(i int, c byte) bool) string {
	var b strings.Builder
	for i := range len(s) {
		if keep(i, s[i]) {
			b.WriteByte(s[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", s[i])
		}
	}
	return b.String()
}

// exactRegexp returns a regular expression, valid in PCRE and in RE2, that
// matches path and nothing else. Only letters, digits and /-_~ stand for
// themselves; the other ASCII characters are written \xHH, so that no quote,
// brace, dollar, space or backslash is left for a configuration's syntax to
// find. Bytes from 0x80 are letters in all of them.
func exactRegexp(path string) string {
	var b strings.Builder
	b.WriteByte('^')
	for i := range len(path) {
		c := path[i]
		if isAlnum(c) || c >= utf8.RuneSelf || strings.IndexByte("/-_~", c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, `\x%02x`, c)
		}
	}
	b.WriteByte('$')
	return b.String()
}
