package harden

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"strings"
)

// hashDigits is how many hexadecimal digits of SHA-256 a hashed name holds: 48
// bits, enough that no two versions of one file ever share a name. The name is
// for caches; it is [Integrity] that a browser verifies.
const hashDigits = 12

// Integrity returns the value of an integrity attribute for b: "sha384-" and
// the SHA-384 digest in base64 (W3C Subresource Integrity).
func Integrity(b []byte) string {
	sum := sha512.Sum384(b)
	return "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
}

// HashedName returns name with the beginning of the SHA-256 of b before its
// extension: "css/site.css" becomes "css/site.3fa9c0d1e2b4.css". A name
// without an extension gets the digits as one.
func HashedName(name string, b []byte) string {
	sum := sha256.Sum256(b)
	digits := hex.EncodeToString(sum[:])[:hashDigits]
	folder := strings.LastIndexByte(name, '/') + 1
	dot := strings.LastIndexByte(name, '.')
	if dot <= folder {
		return name + "." + digits
	}
	return name[:dot] + "." + digits + name[dot:]
}

// isHashedName reports whether name is what [HashedName] makes for b of some
// name.
func isHashedName(name string, b []byte) bool {
	folder := strings.LastIndexByte(name, '/') + 1
	dot := strings.LastIndexByte(name, '.')
	if dot <= folder {
		return false
	}
	stem := strings.LastIndexByte(name[:dot], '.')
	return stem > folder && HashedName(name[:stem]+name[dot:], b) == name
}
