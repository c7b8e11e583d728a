package harden

import (
	"path"
	"strings"
)

const (
	typeHTML    = "text/html; charset=utf-8"
	typeXML     = "application/xml; charset=utf-8"
	typeAtom    = "application/atom+xml; charset=utf-8"
	typeUnknown = "application/octet-stream"
	feedName    = "atom.xml"
)

// mediaTypes are the types of the files of a portal by extension, as registered with IANA. Text types name their charset, because a browser
// that has to guess can be made to guess wrong; JSON has none to name (RFC
// 8259), and SVG and office files say it themselves.
var mediaTypes = map[string]string{
	"avif":        "image/avif",
	"css":         "text/css; charset=utf-8",
	"csv":         "text/csv; charset=utf-8",
	"doc":         "application/msword",
	"docx":        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"gif":         "image/gif",
	"html":        typeHTML,
	"ico":         "image/x-icon",
	"ics":         "text/calendar; charset=utf-8",
	"jpeg":        "image/jpeg",
	"jpg":         "image/jpeg",
	"js":          "text/javascript; charset=utf-8",
	"json":        "application/json",
	"odp":         "application/vnd.oasis.opendocument.presentation",
	"ods":         "application/vnd.oasis.opendocument.spreadsheet",
	"odt":         "application/vnd.oasis.opendocument.text",
	"pdf":         "application/pdf",
	"png":         "image/png",
	"ppt":         "application/vnd.ms-powerpoint",
	"pptx":        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	"svg":         "image/svg+xml",
	"txt":         "text/plain; charset=utf-8",
	"webmanifest": "application/manifest+json",
	"webp":        "image/webp",
	"woff2":       "font/woff2",
	"xls":         "application/vnd.ms-excel",
	"xlsx":        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"xml":         typeXML,
	"zip":         "application/zip",
}

// ContentType returns the value of Content-Type for a path: that of an address
// ("/tin-tuc/", which is a page) or of an output file. What it does not know is
// application/octet-stream, which no browser shows; [Check] lets no such file
// through.
func ContentType(p string) string {
	if p == "" || strings.HasSuffix(p, "/") {
		return typeHTML
	}
	name := path.Base(p)
	if name == feedName {
		return typeAtom
	}
	if t, ok := mediaTypes[extension(name)]; ok {
		return t
	}
	return typeUnknown
}

// extension returns what follows the last full stop of a name, in lower case,
// or nothing. Downloads keep the names that editors gave them, and servers do
// not distinguish letter case here.
func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return strings.ToLower(name[i+1:])
	}
	return ""
}
