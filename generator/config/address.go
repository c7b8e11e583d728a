package config

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/internal/strictyaml"
	"sonla.gov.vn/bientap/internal/treepath"
)

// Address is where a site stands: a host, and a path on it that begins and
// ends with a slash. A site with a path of "/" has the host to itself, apart
// from the sites below it.
type Address struct{ Host, Path string }

// Origin returns the scheme and the host: "https://sonla.gov.vn".
func (a Address) Origin() string { return "https://" + a.Host }

var (
	hostShape    = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$`)
	segmentShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// ParseAddress reads an address like https://sonla.gov.vn/so-nnmt/. Only https
// is accepted, without user, port, query or fragment.
func ParseAddress(s string) (Address, error) {
	u, err := url.Parse(s)
	if err != nil {
		return Address{}, fmt.Errorf("%q is not an address", s)
	}
	bare := url.URL{Scheme: "https", Host: u.Host, Path: u.Path}
	switch {
	case bare.String() != s:
		return Address{}, fmt.Errorf("%q is not an https address without port, query or fragment", s)
	case len(u.Host) > 253 || !hostShape.MatchString(u.Host):
		return Address{}, fmt.Errorf("the host of %q is not a domain name in lower case", s)
	case !strings.HasPrefix(u.Path, "/") || !strings.HasSuffix(u.Path, "/"):
		return Address{}, fmt.Errorf("%q does not end with a slash", s)
	}
	if u.Path != "/" && !IsPath(strings.TrimSuffix(u.Path[1:], "/")) {
		return Address{}, fmt.Errorf("the path of %q has characters other than a-z, 0-9 and hyphens", s)
	}
	return Address{u.Host, u.Path}, nil
}

// DecodeYAML reads an address.
func (a *Address) DecodeYAML(r *strictyaml.Reader, n *yaml.Node) {
	s, ok := r.Text(n)
	if !ok || s == "" {
		return
	}
	v, err := ParseAddress(s)
	if err != nil {
		r.Report(ruleAddress, n, s)
		return
	}
	*a = v
}

// IsWebAddress reports whether s is the address of a page elsewhere: https, a
// host, and no user name, which is only good for deceiving.
func IsWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil && !strings.ContainsFunc(s, unicode.IsSpace)
}

var (
	emailShape = regexp.MustCompile(`^[a-zA-Z0-9.!#$%&'*+/=^_{|}~-]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+$`)
	phoneShape = regexp.MustCompile(`^\+?[0-9][0-9 .()-]{2,30}$`)
)

// IsEmail reports whether s has the shape of an e-mail address.
func IsEmail(s string) bool { return len(s) <= 254 && emailShape.MatchString(s) }

// IsPhone reports whether s has the shape of a telephone number.
func IsPhone(s string) bool { return phoneShape.MatchString(s) }

// IsSegment reports whether s can be one step of an address: lower-case
// letters a to z, digits, and single hyphens between them, and no name that
// some computers keep for themselves, since a step becomes a folder.
func IsSegment(s string) bool {
	return len(s) <= 120 && segmentShape.MatchString(s) && treepath.Check(s) == nil
}

// IsPath reports whether s is a sequence of segments joined by slashes.
func IsPath(s string) bool {
	for step := range strings.SplitSeq(s, "/") {
		if !IsSegment(step) {
			return false
		}
	}
	return true
}
