package harden

import (
	"bytes"
	"fmt"
	"strings"
)

// Caddy returns a Caddyfile (Caddy 2.6 or later) with a site for each host. It
// holds no global options, so that it can be imported into a Caddyfile that
// has them.
//
// Redirects and types are maps from the decoded path. Keys are regular
// expressions wherever a path holds anything but letters, digits and /-_~,
// because a Caddyfile has no escape for braces. Maps are searched in order: ten
// thousand redirects cost a request about a millisecond.
func Caddy(servers []Server, o Options) ([]byte, error) {
	if err := checkServers(servers); err != nil {
		return nil, fmt.Errorf("caddy: %w", err)
	}
	var b bytes.Buffer
	for i, s := range servers {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeCaddySite(&b, s, Profiles(o))
	}
	return b.Bytes(), nil
}

func writeCaddySite(b *bytes.Buffer, s Server, profiles []Profile) {
	line := func(format string, args ...any) { fmt.Fprintf(b, "\t"+format+"\n", args...) }
	fmt.Fprintf(b, "%s {\n", caddyAddress(s))
	if host, _, _ := strings.Cut(s.Listen, ":"); s.Listen != "" && host != "" {
		line("bind %s", strings.Trim(s.Listen[:strings.LastIndexByte(s.Listen, ':')], "[]"))
	}
	if s.Certificate != "" {
		line("tls %s %s", caddyQuote(s.Certificate), caddyQuote(s.Key))
	}
	line("root * %s", caddyQuote(s.Root))
	line("encode gzip")
	writeCaddyMaps(b, s)
	varying := varyingHeaders(profiles)
	line("route {")
	for _, h := range globalHeaders(profiles) {
		line("\theader %s %s", h.Name, caddyQuote(h.Value))
	}
	writeCaddyVarying(b, varying)
	line("\theader Content-Type {bientap_type}")
	line("\t@method not method GET HEAD")
	line("\theader @method Allow \"GET, HEAD\"")
	line("\theader @method -Content-Type")
	line("\trespond @method 405")
	line("\t@moved not vars {bientap_to} \"\"")
	line("\tredir @moved {bientap_to} 301")
	line("\t@dot {")
	line("\t\tpath_regexp ^/\\.")
	line("\t\tnot path_regexp ^/\\.well-known/")
	line("\t}")
	line("\terror @dot 404")
	line("\t@hidden path_regexp ^/([^/]+/)+\\.|^/_(headers|redirects)$")
	line("\terror @hidden 404")
	line("\tfile_server")
	line("}")
	// The headers set above stay on the answer; those that hang on the path
	// become those of the page that is sent.
	line("handle_errors {")
	line("\t@missing expression {http.error.status_code} in [403, 404]")
	line("\thandle @missing {")
	line("\t\trewrite * /404.html")
	for _, v := range varying {
		line("\t\theader %s %s", v.name, caddyQuote(v.rest))
	}
	line("\t\theader Content-Type %s", caddyQuote(typeHTML))
	line("\t\tfile_server {\n\t\t\t\tstatus 404\n\t\t\t}")
	line("\t}")
	line("}")
	b.WriteString("}\n")
}

// caddyAddress returns the address of a site. With a scheme or a port of its
// own it is spelled out; otherwise Caddy serves HTTPS and obtains the
// certificate.
func caddyAddress(s Server) string {
	scheme := ""
	switch {
	case s.Certificate != "":
		scheme = "https://"
	case s.Listen != "" || s.Host == "":
		scheme = "http://"
	}
	if port := s.port(); port != "" {
		return scheme + s.Host + ":" + port
	}
	return scheme + s.Host
}

func writeCaddyMaps(b *bytes.Buffer, s Server) {
	b.WriteString("\tmap {path} {bientap_type} {\n")
	fmt.Fprintf(b, "\t\t\"~(^|/)$\" %s\n", caddyQuote(typeHTML))
	fmt.Fprintf(b, "\t\t\"~/%s$\" %s\n", strings.ReplaceAll(feedName, ".", `\.`), caddyQuote(typeAtom))
	for _, ext := range sortedKeys(mediaTypes) {
		fmt.Fprintf(b, "\t\t\"~(?i)\\.%s$\" %s\n", ext, caddyQuote(mediaTypes[ext]))
	}
	fmt.Fprintf(b, "\t\tdefault %s\n\t}\n", caddyQuote(typeUnknown))
	b.WriteString("\tmap {path} {bientap_to} {\n")
	for _, r := range sorted(s.Redirects) {
		fmt.Fprintf(b, "\t\t%s %s\n", caddyKey(r.From), caddyQuote(r.location()))
	}
	b.WriteString("\t\tdefault \"\"\n\t}\n")
}

// caddyKey writes a path as a key of a map.
func caddyKey(path string) string {
	exact := exactRegexp(path)
	if exact == "^"+path+"$" {
		return caddyQuote(path)
	}
	return caddyQuote("~" + exact)
}

func writeCaddyVarying(b *bytes.Buffer, varying []varyingHeader) {
	for i, v := range varying {
		var prefixes []string
		for j, c := range v.cases {
			fmt.Fprintf(b, "\t\t@h%d_%d path_regexp ^%s\n", i, j, c.prefix)
			fmt.Fprintf(b, "\t\theader @h%d_%d %s %s\n", i, j, v.name, caddyQuote(c.value))
			prefixes = append(prefixes, c.prefix)
		}
		if v.rest != "" {
			fmt.Fprintf(b, "\t\t@h%d_rest not path_regexp ^(%s)\n", i, strings.Join(prefixes, "|"))
			fmt.Fprintf(b, "\t\theader @h%d_rest %s %s\n", i, v.name, caddyQuote(v.rest))
		}
	}
}

// caddyQuote writes s as one token. Within double quotes only the quote can be
// escaped; no text that comes here holds a brace or a backslash before a
// quote.
func caddyQuote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` }
