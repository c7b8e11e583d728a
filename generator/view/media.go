package view

import (
	"encoding/hex"
	"net/url"
	"path"
	"strings"

	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/site"
)

// mediaPath is where an image is published on every host that shows it: its
// name carries its content, so that it can be kept for ever by caches.
func mediaPath(file string, f Facts) string {
	rest := strings.TrimPrefix(file, "content/")
	ext := path.Ext(rest)
	return "media/" + strings.TrimSuffix(rest, ext) + "." + hex.EncodeToString(f.Sum[:6]) + strings.ToLower(ext)
}

// downloadPath is where a file for download is published: people keep its
// address, so it does not change with the content.
func downloadPath(file string) string { return "tep/" + strings.TrimPrefix(file, "content/") }

// sum covers the facts of a file: its size and dimensions follow from its
// bytes.
func (f Facts) sum() site.Sum { return site.Sum(f.Sum[:16]) }

// escaped is a path as it is written in an address.
func escaped(p string) string { return (&url.URL{Path: "/" + p}).EscapedPath() }

// want notes that a file of the tree is published on the output's host.
func (r *recorder) want(path, source string) {
	r.trace.Wants = append(r.trace.Wants, Want{Host: r.out.Host, Path: path, Source: source})
}

// resolve turns a path as written in the file from into a path of the tree:
// relative to the file's folder, or from the root of content/ when it begins
// with a slash. It is "" when the path leads out of content/.
func resolve(from, dest string) string {
	p := path.Join(path.Dir(from), dest)
	if strings.HasPrefix(dest, "/") {
		p = path.Join("content", dest)
	}
	if !strings.HasPrefix(p, "content/") || strings.ContainsRune(dest, '\\') || strings.Contains(p, "/_") {
		return ""
	}
	return p
}

// picture shows an image of the tree; ok is false when there is none.
func (r *recorder) picture(from, dest string) (Picture, bool) {
	file := resolve(from, dest)
	if t, known := content.TypeOf(file); file == "" || !known || !t.Image {
		return Picture{}, false
	}
	facts, ok := r.facts(file)
	if !ok || facts.Width == 0 {
		return Picture{}, false
	}
	p := mediaPath(file, facts)
	r.want(p, file)
	return Picture{URL: escaped(p), Width: facts.Width, Height: facts.Height}, true
}

// download offers a file of the tree; ok is false when there is none.
func (r *recorder) download(from, dest, title string) (File, bool) {
	file := resolve(from, dest)
	t, known := content.TypeOf(file)
	if file == "" || !known {
		return File{}, false
	}
	facts, ok := r.facts(file)
	if !ok {
		return File{}, false
	}
	p := downloadPath(file)
	if title == "" {
		title = path.Base(file)
	}
	r.want(p, file)
	return File{Title: title, URL: escaped(p), Type: t.Label, MIME: harden.ContentType(p), Bytes: facts.Size}, true
}

// address is where a page stands as seen from the output.
func (r *recorder) address(n *site.Node) string {
	return across(r.portal().Site(r.out.Site), n.Site, n.URL)
}
