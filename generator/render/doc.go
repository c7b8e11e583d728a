// Package render turns views into bytes: pages through the layouts of a
// theme ([Renderer.Page]), all other files by themselves ([File]).
//
// It is the only package that looks into view.HTML: the function "markup" of
// layouts is [Markup]. It reads no file and no clock; the same views give the
// same bytes.
//
// # Formats
//
// A feed is Atom (RFC 4287). Sitemaps and their index follow the protocol of
// sitemaps.org 0.9, with the languages of a page as xhtml:link elements. The
// manifest is a Web Application Manifest (W3C). robots.txt is as in RFC 9309,
// security.txt as in RFC 9116.
package render
