package harden

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// Nginx returns a configuration for nginx (1.22 or later), to be included in
// its http block: the maps from paths to header values, and a server block for
// each host. TLS settings beyond the certificate are the operator's.
//
// Header values hang on $uri, which follows inner redirects: an answer 404
// gets the headers of /404.html. Redirects are exact locations, because nginx
// compares the keys of a map without regard to letter case; their number does
// not slow requests down.
func Nginx(servers []Server, o Options) ([]byte, error) {
	if err := checkServers(servers); err != nil {
		return nil, fmt.Errorf("nginx: %w", err)
	}
	var b bytes.Buffer
	profiles := Profiles(o)
	varying := varyingHeaders(profiles)
	b.WriteString("# Included in the http block of nginx.\n")
	for _, v := range varying {
		fmt.Fprintf(&b, "map $uri %s {\n    default %s;\n", nginxVariable(v.name), nginxQuote(v.rest))
		for _, c := range v.cases {
			fmt.Fprintf(&b, "    %s %s;\n", nginxQuote("~^"+c.prefix), nginxQuote(c.value))
		}
		b.WriteString("}\n")
	}
	// RFC 9110 asks for Allow in an answer 405; an empty value sends nothing.
	b.WriteString("map $status $bientap_allow {\n    default \"\";\n    405 \"GET, HEAD\";\n}\n")
	for _, s := range servers {
		writeNginxServer(&b, s, profiles, varying)
	}
	return b.Bytes(), nil
}

func writeNginxServer(b *bytes.Buffer, s Server, profiles []Profile, varying []varyingHeader) {
	line := func(format string, args ...any) { fmt.Fprintf(b, "    "+format+";\n", args...) }
	b.WriteString("\nserver {\n")
	writeNginxListen(line, s)
	line("root %s", nginxQuote(s.Root))
	line("index index.html")
	line("autoindex off")
	line("server_tokens off")
	line("log_not_found off")
	line("absolute_redirect off")
	line("error_page 404 /404.html")
	// A folder without a page is no secret to be forbidden; it is not there.
	line("error_page 403 =404 /404.html")
	line("gzip on")
	line("gzip_vary on")
	line("gzip_types %s", strings.Join(compressible(), " "))
	line("charset utf-8")
	line("charset_types %s", strings.Join(withCharset(), " "))
	writeNginxTypes(b)
	for _, h := range globalHeaders(profiles) {
		line("add_header %s %s always", h.Name, nginxQuote(h.Value))
	}
	for _, v := range varying {
		line("add_header %s %s always", v.name, nginxVariable(v.name))
	}
	line("add_header Allow $bientap_allow always")
	b.WriteString("    if ($request_method !~ ^(GET|HEAD)$) {\n        return 405;\n    }\n")
	b.WriteString("    location ~ \"^/(?!\\.well-known/)([^/]+/)*\\.|^/\\.well-known/([^/]+/)*\\.|^/_(headers|redirects)$\" {\n        return 404;\n    }\n")
	fmt.Fprintf(b, "    location ~ \"/%s$\" {\n        types { }\n        default_type %s;\n    }\n",
		strings.ReplaceAll(feedName, ".", `\.`), nginxQuote(bareType(typeAtom)))
	for _, r := range sorted(s.Redirects) {
		fmt.Fprintf(b, "    location = %s {\n        return 301 %s;\n    }\n", nginxQuote(r.From), nginxQuote(r.location()))
	}
	b.WriteString("}\n")
}

func writeNginxListen(line func(string, ...any), s Server) {
	listen, tls := s.Listen, s.Certificate != ""
	switch {
	case listen == "" && tls:
		listen = "443"
	case listen == "":
		listen = "80"
	case strings.HasPrefix(listen, ":"):
		listen = listen[1:]
	}
	if s.Host == "" {
		line("server_name _")
		listen += " default_server"
	} else {
		line("server_name %s", s.Host)
	}
	if tls {
		line("listen %s ssl", listen)
		line("ssl_certificate %s", nginxQuote(s.Certificate))
		line("ssl_certificate_key %s", nginxQuote(s.Key))
	} else {
		line("listen %s", listen)
	}
}

func writeNginxTypes(b *bytes.Buffer) {
	b.WriteString("    types {\n")
	for _, ext := range sortedKeys(mediaTypes) {
		fmt.Fprintf(b, "        %s %s;\n", bareType(mediaTypes[ext]), ext)
	}
	fmt.Fprintf(b, "    }\n    default_type %s;\n", typeUnknown)
}

// nginxQuote writes s as one token. Within double quotes only the quote and
// the backslash need escaping; a dollar would begin a variable in some
// directives, and no text that comes here holds one, except the path of a
// location, where nginx does not look for variables.
func nginxQuote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// nginxVariable names the variable that holds the value of a header.
func nginxVariable(header string) string {
	return "$bientap_" + strings.ReplaceAll(strings.ToLower(header), "-", "_")
}

// bareType returns a media type without its parameters.
func bareType(t string) string {
	bare, _, _ := strings.Cut(t, ";")
	return bare
}

// withCharset lists the types that name their charset. nginx adds it to
// text/html whether listed or not, and refuses to be told twice.
func withCharset() []string {
	var types []string
	for _, t := range append(sortedValues(mediaTypes), typeAtom) {
		if t != bareType(t) && t != typeHTML {
			types = append(types, bareType(t))
		}
	}
	return slices.Compact(types)
}

// compressible lists the types, but for text/html, that compression makes
// smaller: text in one form or another.
func compressible() []string {
	return append(withCharset(), "application/json", "application/manifest+json", "image/svg+xml")
}
