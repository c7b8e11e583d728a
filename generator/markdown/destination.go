package markdown

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
	"golang.org/x/net/idna"

	"sonla.gov.vn/bientap/internal/diag"
)

// destination is where a link or an image leads, as far as it can be told
// without asking the resolver.
type destination struct {
	// href is set for an external destination: what is written into the
	// attribute, not yet escaped for HTML. The scheme is in lower case.
	href string
	// web is true for an external destination with http or https.
	web bool
	// path is set for an internal one: percent-decoded, or an id: reference.
	path string
	// suffix is the query and the fragment after path, for a URL.
	suffix string
	// fragment is set for a place in the same text: percent-decoded,
	// without #.
	fragment string
}

var (
	mailAddress = regexp.MustCompile(`^[^@:/?#%"<>]+@[^@:/?#%"<>]+(\?.*)?$`)
	webHost     = regexp.MustCompile(`^([-A-Za-z0-9_]+(\.[-A-Za-z0-9_]+)*\.?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?$`)
	phoneNumber = regexp.MustCompile(`^\+?[0-9][0-9.()-]*$`)
)

// decodeDestination resolves the entities and backslashes of a destination or
// a title in Markdown, once: what is judged is what is written.
func decodeDestination(raw []byte) string {
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(raw))))
}

// judge says what a decoded destination is, or which rule it breaks. Only what
// is known to be harmless passes: a scheme on the list, nothing that a browser
// would skip or turn into something else (control characters, white space,
// invisible characters, backslashes).
func judge(s string) (destination, *diag.Rule) {
	switch {
	case s == "":
		return destination{}, ruleLinkEmpty
	case len(s) > maxDestination:
		return destination{}, ruleLinkTooLong
	case devious(s) || strings.TrimSpace(s) != s:
		return destination{}, ruleLinkMalformed
	case strings.HasPrefix(s, "//"):
		return destination{}, ruleLinkNoScheme
	case s[0] == '#':
		fragment, err := url.PathUnescape(s[1:])
		if err != nil || fragment == "" || devious(fragment) {
			return destination{}, ruleLinkMalformed
		}
		return destination{fragment: fragment}, nil
	}
	if end := strings.IndexAny(s, ":/?#"); end >= 0 && s[end] == ':' {
		return judgeScheme(strings.ToLower(s[:end]), s[end+1:])
	}
	return judgePath(s)
}

func judgeScheme(scheme, rest string) (destination, *diag.Rule) {
	good := false
	switch scheme {
	case "id":
		path, suffix := cutSuffix(rest)
		return destination{path: "id:" + path, suffix: suffix}, unless(path != "" && !strings.ContainsAny(path, "%/ "))
	case "https", "http":
		rest, good = judgeWeb(rest)
	case "mailto":
		plain, err := url.PathUnescape(rest)
		good = err == nil && !devious(plain) && mailAddress.MatchString(rest)
	case "tel":
		good = phoneNumber.MatchString(rest)
	default:
		return destination{}, ruleLinkScheme
	}
	good = good && !strings.Contains(rest, " ")
	return destination{href: writeURL(scheme + ":" + rest), web: scheme == "https" || scheme == "http"}, unless(good)
}

// judgeWeb judges what stands after http: or https:, and returns it with the
// host in ASCII. A user name before the host is only good for deceiving.
func judgeWeb(rest string) (string, bool) {
	rest, ok := strings.CutPrefix(rest, "//")
	if !ok {
		return "", false
	}
	host, path := rest, ""
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host, path = rest[:i], rest[i:]
	}
	if strings.ContainsFunc(host, func(r rune) bool { return r > '~' }) {
		name, _, _ := strings.Cut(host, ":")
		ascii, err := idna.Lookup.ToASCII(name)
		if err != nil {
			return "", false
		}
		host = ascii + host[len(name):]
	}
	rest = "//" + host + path
	_, err := url.Parse(rest)
	return rest, err == nil && webHost.MatchString(host)
}

// judgePath judges a destination without a scheme. What it becomes when it is
// percent-decoded must be a path too: "javascript%3A…" and "/%2Fhost" are not.
func judgePath(s string) (destination, *diag.Rule) {
	path, suffix := cutSuffix(s)
	decoded, err := url.PathUnescape(path)
	first, _, _ := strings.Cut(decoded, "/")
	good := err == nil && decoded != "" && !devious(decoded) && !strings.HasPrefix(decoded, "//") &&
		!strings.Contains(first, ":")
	return destination{path: decoded, suffix: suffix}, unless(good)
}

func unless(good bool) *diag.Rule {
	if good {
		return nil
	}
	return ruleLinkMalformed
}

// cutSuffix cuts off the query and the fragment, and writes them as a URL.
func cutSuffix(s string) (path, suffix string) {
	if i := strings.IndexAny(s, "?#"); i >= 0 {
		return s[:i], writeURL(s[i:])
	}
	return s, ""
}

// writeURL percent-encodes what may not stand in a URL; what is encoded
// already stays as it is.
func writeURL(s string) string { return string(util.URLEscape([]byte(s), false)) }

// devious reports whether s has characters that have no business in a
// destination and that readers, or browsers, do not see as what they are.
func devious(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		if r < 0x7f {
			return r < ' ' || r == '\\'
		}
		return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Z, unicode.Co, unicode.Cs)
	})
}
