package harden

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"

	"sonla.gov.vn/bientap/internal/diag"
)

// CheckOptions say what kind of output file is checked.
type CheckOptions struct {
	// Redirect is true for the page at an old address: only there may a
	// page send the visitor on by itself.
	Redirect bool
	// Hosts are the portal's hosts: a redirect page may lead to them over
	// https, besides paths on its own host.
	Hosts []string
}

// mostFindings bounds the findings about one file: a layout that is wrong is
// wrong many times.
const mostFindings = 50

// Check judges one output file of a host. The path is relative to the host's
// folder ("tin-tuc/index.html"); a leading slash is ignored. It is pure and
// strict: what it does not know is a finding, never a silent pass.
//
//   - Names: letters, digits, -._~ and spaces inside only, none hidden, and
//     each type in its folder (see the package comment); names in assets/
//     carry their hash.
//   - Text of every kind: UTF-8, no control characters, no invisible
//     characters that reorder what is seen.
//   - HTML: a strict subset of the syntax that every parser reads alike, with
//     closed lists of elements and attributes. No script but JSON-LD, no
//     inline style, no handlers, no embedding, no forms, no comments;
//     subresources are local, style sheets and preloads have integrity; links
//     have a known scheme.
//   - CSS: no @import, no address outside the portal's assets.
//   - XML: a feed or a sitemap, elements and text only.
//   - SVG: shapes and colours only.
//   - JSON, calendars, tables, text: well formed.
//   - Images, documents, archives: the content is of the type that the name
//     says; office files hold no macros.
//
// All findings block.
func Check(name string, data []byte, o CheckOptions) diag.List {
	name = strings.TrimPrefix(name, "/")
	f := &file{path: name, data: data, options: o}
	kind, ok := f.place()
	if !ok {
		return f.list
	}
	checks[kind](f)
	return f.list
}

// checks are the checks by kind of content; a kind is an extension, or one of
// the names that place gives.
var checks = map[string]func(*file){
	"avif": (*file).magic, "gif": (*file).magic, "ico": (*file).magic, "jpeg": (*file).magic, "jpg": (*file).magic,
	"png": (*file).magic, "webp": (*file).magic, "woff2": (*file).magic, "pdf": (*file).magic,
	"doc": (*file).compound, "xls": (*file).compound, "ppt": (*file).compound,
	"docx": (*file).archive, "xlsx": (*file).archive, "pptx": (*file).archive,
	"odt": (*file).archive, "ods": (*file).archive, "odp": (*file).archive, "zip": (*file).archive,
	"css": (*file).css, "csv": (*file).table, "html": (*file).html, "ics": (*file).calendar,
	"json": (*file).json, "svg": (*file).svg, "txt": (*file).text, "webmanifest": (*file).manifest,
	"feed": (*file).feed, "sitemap": (*file).sitemap,
}

// file is an output file under examination.
type file struct {
	path    string
	data    []byte
	options CheckOptions
	list    diag.List
}

// find adds a finding at a byte offset of the data.
func (f *file) find(rule *diag.Rule, offset int, args ...any) {
	if len(f.list) >= mostFindings {
		return
	}
	before := f.data[:min(max(offset, 0), len(f.data))]
	line := 1 + bytes.Count(before, []byte("\n"))
	column := len(before) - bytes.LastIndexByte(before, '\n')
	f.list = append(f.list, rule.At(diag.Pos{Path: f.path, Line: line, Column: column}, args...))
}

// findWhole adds a finding about the file as a whole.
func (f *file) findWhole(rule *diag.Rule, args ...any) {
	if len(f.list) < mostFindings {
		f.list = append(f.list, rule.At(diag.Pos{Path: f.path}, args...))
	}
}

var nameForm = regexp.MustCompile(`^[\pL\pM\pN_~-]([\pL\pM\pN._~ -]*[\pL\pM\pN._~-])?$`)

const images = " avif gif jpeg jpg png webp "

// folders are the reserved folders with the types that they may hold.
var folders = map[string]string{
	"assets": images + "css ico svg woff2 ",
	"media":  images,
	"tep":    images + "csv doc docx ics json odp ods odt pdf ppt pptx txt xls xlsx zip ",
}

// rootFiles are files that a host has once, with their kind of content.
var rootFiles = map[string]string{
	"404.html": "html", "robots.txt": "txt", "favicon.ico": "ico", ".well-known/security.txt": "txt",
	"_headers": "txt", "_redirects": "txt",
}

// place judges the name, and returns the kind of content that belongs there.
func (f *file) place() (kind string, ok bool) {
	if kind, ok := rootFiles[f.path]; ok {
		return kind, true
	}
	for _, name := range strings.Split(f.path, "/") {
		if !nameForm.MatchString(name) {
			f.findWhole(ruleName, f.path)
			return "", false
		}
	}
	folder, _, _ := strings.Cut(f.path, "/")
	name, ext := path.Base(f.path), extension(f.path)
	if types, reserved := folders[folder]; reserved {
		kind, ok = ext, ext != "" && strings.Contains(types, " "+ext+" ")
	} else {
		kind, ok = pageKind(f.path, name, ext)
	}
	if !ok {
		f.findWhole(rulePlace, f.path)
		return "", false
	}
	if folder == "assets" && !isHashedName(f.path, f.data) {
		f.findWhole(ruleUnhashed, f.path, HashedName(name, f.data))
	}
	return kind, true
}

// pageKind returns the kind of a file outside the reserved folders.
func pageKind(file, name, ext string) (kind string, ok bool) {
	switch {
	case name == "index.html":
		return "html", true
	case name == feedName:
		return "feed", true
	case name == "sitemap.xml", ext == "xml" && path.Base(path.Dir(file)) == "sitemap":
		return "sitemap", true
	case name == "site.webmanifest":
		return "webmanifest", true
	}
	return ext, slices.Contains([]string{"csv", "ics", "json"}, ext)
}
