package harden

import (
	"bytes"
	"path"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// atRules are the at-rules that a style sheet may use.
var atRules = set("charset", "container", "counter-style", "font-face", "font-feature-values", "font-palette-values",
	"keyframes", "layer", "media", "page", "position-try", "property", "scope", "starting-style", "supports", "view-transition")

// cssDenied are functions and properties that load or run what a plain url()
// does not: strings taken for addresses, and what old browsers executed.
var cssDenied = set("behavior", "-ms-behavior", "-moz-binding", "progid", "expression(", "src(", "image(", "image-set(",
	"-webkit-image-set(", "cross-fade(", "-webkit-cross-fade(", "element(", "-moz-element(", "paint(")

// css checks a style sheet token by token. A backslash outside a string is
// refused: it could spell any of the names above in another way.
func (f *file) css() {
	f.unicodeText()
	lexer := css.NewLexer(parse.NewInputBytes(bytes.Clone(f.data)))
	at := 0
	for {
		kind, token := lexer.Next()
		if kind == css.ErrorToken {
			break
		}
		f.cssToken(kind, string(token), at)
		at += len(token)
	}
	if at != len(f.data) {
		f.find(ruleCSS, at, "\ufffd")
	}
}

func (f *file) cssToken(kind css.TokenType, token string, at int) {
	name := strings.ToLower(token)
	switch kind {
	case css.StringToken, css.CommentToken, css.WhitespaceToken:
	case css.URLToken:
		if strings.HasPrefix(name, "url(") && strings.HasSuffix(token, ")") {
			f.cssAddress(token[len("url("):len(token)-len(")")], at)
		} else {
			f.find(ruleCSS, at, token)
		}
	case css.AtKeywordToken:
		switch {
		case name == "@import":
			f.find(ruleImport, at)
		case !atRules[name[1:]]:
			f.find(ruleCSS, at, token)
		}
	case css.BadStringToken, css.BadURLToken, css.CDOToken, css.CDCToken:
		f.find(ruleCSS, at, token)
	default:
		if cssDenied[name] || strings.Contains(token, `\`) {
			f.find(ruleCSS, at, token)
		}
	}
}

// cssAddress judges the address in url(): a fragment, or a file of the
// theme's assets.
func (f *file) cssAddress(written string, at int) {
	address := strings.Trim(written, " \t\r\n\f")
	if n := len(address); n >= 2 && (address[0] == '"' || address[0] == '\'') && address[n-1] == address[0] {
		address = address[1 : n-1]
	}
	resolved := path.Join("/", path.Dir(f.path), address)
	if strings.HasPrefix(address, "/") {
		resolved = path.Clean(address)
	}
	switch {
	case !isLocal(address):
		f.find(ruleForeign, at, address)
	case address[0] != '#' && !strings.HasPrefix(resolved, "/assets/"):
		f.find(ruleForeign, at, address)
	}
}
