package config_test

import (
	"strings"
	"testing"

	"sonla.gov.vn/bientap/generator/config"
)

func TestParseAddress(t *testing.T) {
	for in, want := range map[string]config.Address{
		"https://sonla.gov.vn/":                {Host: "sonla.gov.vn", Path: "/"},
		"https://sonla.gov.vn/so-nnmt/":        {Host: "sonla.gov.vn", Path: "/so-nnmt/"},
		"https://so-nnmt.sonla.gov.vn/a/b2/c/": {Host: "so-nnmt.sonla.gov.vn", Path: "/a/b2/c/"},
		"https://xn--sn-yja.vn/":               {Host: "xn--sn-yja.vn", Path: "/"},
	} {
		got, err := config.ParseAddress(in)
		if err != nil || got != want {
			t.Errorf("%q is read as %v, %v; want %v", in, got, err, want)
		}
		if back := got.Origin() + got.Path; back != in {
			t.Errorf("%q is written back as %q", in, back)
		}
	}
}

// An address has one spelling; everything else is refused.
func TestParseAddressRefuses(t *testing.T) {
	for _, in := range []string{
		"", "sonla.gov.vn", "//sonla.gov.vn/", "http://sonla.gov.vn/", "HTTPS://sonla.gov.vn/", "https:/sonla.gov.vn/",
		"https://sonla.gov.vn", "https://sonla.gov.vn/so", "https:///so/", "https://SonLa.gov.vn/", "https://sơnla.vn/",
		"https://sonla.gov.vn:443/", "https://a@sonla.gov.vn/", "https://a:b@sonla.gov.vn/", "https://sonla.gov.vn./",
		"https://sonla/", "https://-a.vn/", "https://a-.vn/", "https://a..vn/", "https://" + strings.Repeat("a", 64) + ".vn/",
		"https://" + strings.Repeat("a.", 130) + "vn/", "https://localhost/", "https://[::1]/", "https://sonla.gov.vn/?a",
		"https://sonla.gov.vn/?", "https://sonla.gov.vn/#", "https://sonla.gov.vn/a//b/", "https://sonla.gov.vn//",
		"https://sonla.gov.vn/../", "https://sonla.gov.vn/./", "https://sonla.gov.vn/a/../b/", "https://sonla.gov.vn/A/",
		"https://sonla.gov.vn/%61/", "https://sonla.gov.vn/a_b/", "https://sonla.gov.vn/-a/", "https://sonla.gov.vn/a--b/",
		"https://sonla.gov.vn/sở/", "https://sonla.gov.vn/a.b/", "https://sonla.gov.vn/a /", " https://sonla.gov.vn/",
		"https://sonla.gov.vn/\n", "https://sonla.gov.vn\\a/", "https://sonla.gov.vn/" + strings.Repeat("a", 121) + "/",
		"javascript://sonla.gov.vn/%0aalert(1)/", "data:text/html,x/",
	} {
		if got, err := config.ParseAddress(in); err == nil {
			t.Errorf("%q is taken for %v", in, got)
		} else if strings.ContainsAny(err.Error(), "\n\x1b") {
			t.Errorf("%q: the error prints it as it is: %v", in, err)
		}
	}
}

func TestIsWebAddress(t *testing.T) {
	for in, want := range map[string]bool{
		"https://chinhphu.vn/": true, "https://chinhphu.vn": true, "https://chinhphu.vn:8443/a?b=c#d": true,
		"https://vanban.chinhphu.vn/?pageid=27160&docid=1": true,
		"http://chinhphu.vn/":                              false, "//chinhphu.vn/": false, "/tin-tuc/": false, "https:": false, "https:///a": false,
		"https://a@chinhphu.vn/": false, "https://chinhphu.vn@evil.example/": false, "javascript:alert(1)": false,
		"https://chinhphu.vn/a b": false, "https://chinhphu.vn/\n": false, "https://chinhphu.vn/%": false, "": false,
	} {
		if got := config.IsWebAddress(in); got != want {
			t.Errorf("IsWebAddress(%q) is %v", in, got)
		}
	}
}

func TestIsEmail(t *testing.T) {
	for in, want := range map[string]bool{
		"bientap@sonla.gov.vn": true, "van.phong+web@ubnd.sonla.gov.vn": true,
		"bientap": false, "@sonla.gov.vn": false, "a@b": false, "a@b.vn?cc=c@d.vn": false, "a@b.vn,c@d.vn": false,
		"Ban <a@b.vn>": false, "a b@c.vn": false, "a@b.vn\n": false, "\"a\"@b.vn": false, "biên@tập.vn": false,
		strings.Repeat("a", 250) + "@b.vn": false,
	} {
		if got := config.IsEmail(in); got != want {
			t.Errorf("IsEmail(%q) is %v", in, got)
		}
	}
}

func TestIsPhone(t *testing.T) {
	for in, want := range map[string]bool{
		"0212 385 2000": true, "+84 212 3852000": true, "(0212) 3852": false, "0212.385.2000": true, "19001234": true,
		"113": true, "11": false, "0212 385 2000 (máy lẻ 5)": false, "tel:0212": false, "+": false, "0212\n385": false,
	} {
		if got := config.IsPhone(in); got != want {
			t.Errorf("IsPhone(%q) is %v", in, got)
		}
	}
}

func TestIsPath(t *testing.T) {
	for in, want := range map[string]bool{
		"tin-tuc": true, "tin-tuc/kinh-te": true, "2026/05": true, "a": true, strings.Repeat("a", 120): true,
		"": false, "/a": false, "a/": false, "a//b": false, ".": false, "..": false, "a/../b": false, "A": false, "a_b": false,
		"á": false, "a b": false, "-a": false, "a-": false, "a--b": false, strings.Repeat("a", 121): false, "a\n": false,
		"con": false, "tin/nul": false, "com1": false, "con-nuoi": true, "git": true,
	} {
		if got := config.IsPath(in); got != want {
			t.Errorf("IsPath(%q) is %v", in, got)
		}
		if strings.Contains(in, "/") && config.IsSegment(in) {
			t.Errorf("%q is taken for one segment", in)
		}
	}
}

// What is accepted has one spelling: what is read, written back, is what was
// there, and reads the same again.
func FuzzParseAddress(f *testing.F) {
	for _, s := range []string{"https://sonla.gov.vn/", "https://a.vn/b/c-d/", "https://a.vn/%2e%2e/", "https://a.vn:1/", "https://[::1]/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := config.ParseAddress(s)
		if err != nil {
			return
		}
		back := a.Origin() + a.Path
		if back != s {
			t.Errorf("%q is written back as %q", s, back)
		}
		if again, err := config.ParseAddress(back); err != nil || again != a {
			t.Errorf("%q reads as %v, then as %v, %v", s, a, again, err)
		}
		if strings.Trim(back, "abcdefghijklmnopqrstuvwxyz0123456789-./:") != "" || strings.Contains(back[8:], "//") || strings.Contains(back, "..") {
			t.Errorf("%q is accepted", s)
		}
	})
}
