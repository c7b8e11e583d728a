package harden

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Apache returns a configuration for Apache (2.4.10 or later), to be included
// at server level: a virtual host for each host. It needs the modules headers,
// rewrite, mime, dir and alias, and uses deflate where it is loaded. It is not
// an .htaccess file, which would be read again at every request, and which
// anybody who can write a file into the folder could add to.
//
// Apache puts whole addresses into Location. Behind a front server that ends
// TLS they begin with http://, and cost the visitor one more redirect. Rewrite
// rules are searched in order: ten thousand redirects cost a request about two
// milliseconds.
func Apache(servers []Server, o Options) ([]byte, error) {
	if err := checkServers(servers); err != nil {
		return nil, fmt.Errorf("apache: %w", err)
	}
	var b bytes.Buffer
	b.WriteString("# Included at server level.\nServerTokens Prod\nServerSignature Off\nTraceEnable Off\n")
	// The first virtual host of an address answers for unknown hosts.
	ordered := slices.Clone(servers)
	slices.SortStableFunc(ordered, func(a, b Server) int { return cmp.Compare(min(1, len(a.Host)), min(1, len(b.Host))) })
	for _, s := range ordered {
		writeApacheHost(&b, s, Profiles(o))
	}
	return b.Bytes(), nil
}

func writeApacheHost(b *bytes.Buffer, s Server, profiles []Profile) {
	line := func(format string, args ...any) { fmt.Fprintf(b, "    "+format+"\n", args...) }
	writeApacheAddress(b, line, s)
	line("DocumentRoot %s", apacheQuote(s.Root))
	line("<Directory %s>", apacheQuote(s.Root))
	line("    Require all granted\n        AllowOverride None\n        Options SymLinksIfOwnerMatch")
	line("    DirectoryIndex index.html\n        DirectorySlash On")
	line("</Directory>")
	line("ErrorDocument 404 /404.html")
	line("AddDefaultCharset Off")
	for _, ext := range sortedKeys(mediaTypes) {
		line("AddType %s .%s", apacheQuote(mediaTypes[ext]), ext)
	}
	line("<FilesMatch %s>\n        ForceType %s\n    </FilesMatch>",
		apacheQuote("^"+strings.ReplaceAll(feedName, ".", `\.`)+"$"), apacheQuote(typeAtom))
	line("<IfModule mod_deflate.c>\n        AddOutputFilterByType DEFLATE text/html %s\n    </IfModule>", strings.Join(compressible(), " "))
	for _, h := range globalHeaders(profiles) {
		line("Header always set %s %s", h.Name, apacheQuote(h.Value))
	}
	writeApacheVarying(line, varyingHeaders(profiles))
	line(`Header always set Allow "GET, HEAD" "expr=%%{REQUEST_STATUS} == 405"`)
	line("RewriteEngine On")
	line("RewriteCond %%{REQUEST_METHOD} !^(GET|HEAD)$")
	line("RewriteRule ^ - [R=405,L]")
	line(`RewriteRule "^/(?!\.well-known/)([^/]+/)*\.|^/\.well-known/([^/]+/)*\.|^/_(headers|redirects)$" - [R=404,L]`)
	// A folder without a page is no secret to be forbidden; it is not there.
	line(`RewriteCond "%%{DOCUMENT_ROOT}$1/index.html" !-f`)
	line("RewriteCond \"%%{DOCUMENT_ROOT}$1/\" -d")
	line(`RewriteRule "^(.*)/$" - [R=404,L]`)
	for _, r := range sorted(s.Redirects) {
		// %N would be a reference to a condition; a query that the new
		// address lacks is dropped.
		to := strings.ReplaceAll(r.location(), "%", `\%`)
		line("RewriteRule %s %s [R=301,L,NE,QSD]", apacheQuote(exactRegexp(r.From)), apacheQuote(to))
	}
	b.WriteString("</VirtualHost>\n")
}

func writeApacheAddress(b *bytes.Buffer, line func(string, ...any), s Server) {
	host, port := "*", s.port()
	if i := strings.LastIndexByte(s.Listen, ':'); i > 0 {
		host = s.Listen[:i]
	}
	scheme := "http"
	if s.Certificate != "" {
		scheme = "https"
	}
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[scheme]
	}
	fmt.Fprintf(b, "\n<VirtualHost %s:%s>\n", host, port)
	if s.Host != "" {
		line("ServerName %s", s.Host)
	}
	if s.Certificate != "" {
		line("SSLEngine on")
		line("SSLCertificateFile %s", apacheQuote(s.Certificate))
		line("SSLCertificateKeyFile %s", apacheQuote(s.Key))
	}
}

// writeApacheVarying sets the headers that hang on the path. The sections are
// merged in order, the later over the earlier, and are looked up again for the
// page that an error sends.
func writeApacheVarying(line func(string, ...any), varying []varyingHeader) {
	for _, v := range varying {
		if v.rest != "" {
			line("Header always set %s %s", v.name, apacheQuote(v.rest))
		}
		for _, c := range v.cases {
			line("<LocationMatch %s>\n        Header always set %s %s\n    </LocationMatch>",
				apacheQuote("^"+c.prefix), v.name, apacheQuote(c.value))
		}
	}
}

// apacheQuote writes s as one argument. No text that comes here holds a double
// quote or ends in a backslash; regular expressions keep their backslashes,
// which Apache leaves alone unless doubled or before a quote.
func apacheQuote(s string) string { return `"` + s + `"` }
