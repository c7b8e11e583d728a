package harden

import "testing"

// The digests are those that `openssl dgst -sha384 -binary | base64` and
// `sha256sum` give for the same bytes.
func TestIntegrity(t *testing.T) {
	const want = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
	if got := Integrity(nil); got != want {
		t.Errorf("Integrity(nil) = %s", got)
	}
	const hello = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
	if got := Integrity([]byte("alert('Hello, world.');")); got != hello {
		t.Errorf("Integrity = %s", got)
	}
}

func TestHashedName(t *testing.T) {
	for name, want := range map[string]string{
		"site.css":         "site.e3b0c44298fc.css",
		"css/site.min.css": "css/site.min.e3b0c44298fc.css",
		"a.b/name":         "a.b/name.e3b0c44298fc",
		".hidden":          ".hidden.e3b0c44298fc",
	} {
		if got := HashedName(name, nil); got != want {
			t.Errorf("HashedName(%q) = %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]bool{
		"site.e3b0c44298fc.css":     true,
		"css/site.e3b0c44298fc.css": true,
		"site.e3b0c44298fd.css":     false,
		"site.css":                  false,
		"e3b0c44298fc.css":          false,
		".e3b0c44298fc.css":         false,
		"site.E3B0C44298FC.css":     false,
		"a.e3b0c44298fc/b":          false,
	} {
		if got := isHashedName(name, nil); got != want {
			t.Errorf("isHashedName(%q) = %v", name, got)
		}
	}
}
