package generator_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// deadLinks follows every address in the files of a built portal that leads to
// one of its hosts, in pages, feeds, sitemaps, manifests and redirects, and
// says which leads nowhere. folder is where the files of a host stand.
func deadLinks(files map[string][]byte, hosts []string, folder func(host string) string) []string {
	c := &crawler{files: files, folder: folder, hosts: hosts, ids: map[string]map[string]bool{}}
	for _, host := range hosts {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			file, ours := strings.CutPrefix(name, folder(host))
			if !ours || folder(host) == "" && len(hosts) > 1 {
				continue
			}
			base := &url.URL{Scheme: "https", Host: host, Path: "/" + strings.TrimSuffix(file, "index.html")}
			for _, ref := range references(file, files[name]) {
				c.follow(name, base, ref)
			}
		}
	}
	slices.Sort(c.dead)
	return c.dead
}

type crawler struct {
	files  map[string][]byte
	hosts  []string
	folder func(host string) string
	ids    map[string]map[string]bool // of elements, by file
	dead   []string
}

// follow judges one reference of the file from.
func (c *crawler) follow(from string, base *url.URL, ref string) {
	to, err := base.Parse(ref)
	switch {
	case err != nil || ref == "":
		c.dead = append(c.dead, fmt.Sprintf("%s: %q is no address", from, ref))
		return
	case to.Scheme != "https" || !slices.Contains(c.hosts, to.Host):
		return
	}
	name := c.folder(to.Host) + strings.TrimPrefix(to.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	data, there := c.files[name]
	if !there {
		c.dead = append(c.dead, fmt.Sprintf("%s: %s leads nowhere", from, ref))
		return
	}
	if to.Fragment == "" {
		return
	}
	if c.ids[name] == nil {
		c.ids[name] = idsIn(data)
	}
	if !c.ids[name][to.Fragment] {
		c.dead = append(c.dead, fmt.Sprintf("%s: %s leads to no place of the page", from, ref))
	}
}

func idsIn(page []byte) map[string]bool {
	out := map[string]bool{}
	if doc, err := html.Parse(bytes.NewReader(page)); err == nil {
		for n := range doc.Descendants() {
			if id, ok := attr(n, "id"); ok {
				out[id] = true
			}
		}
	}
	return out
}

// references are the addresses in a file.
func references(name string, data []byte) []string {
	switch path.Ext(name) {
	case ".html":
		return pageReferences(data)
	case ".xml":
		return xmlReferences(data)
	case ".webmanifest":
		var m struct {
			StartURL string `json:"start_url"`
			Scope    string
			Icons    []struct{ Src string }
		}
		if err := json.Unmarshal(data, &m); err != nil {
			return []string{""}
		}
		out := []string{m.StartURL, m.Scope}
		for _, i := range m.Icons {
			out = append(out, i.Src)
		}
		return out
	}
	switch name {
	case "robots.txt", ".well-known/security.txt":
		return after(data, ": ", 1, "Sitemap", "Canonical")
	case "_redirects":
		return after(data, " ", 1)
	}
	return nil
}

// after are the words at a place of each line, of those that begin with one of
// some names if there are names.
func after(data []byte, separator string, at int, names ...string) []string {
	var out []string
	for line := range strings.Lines(string(data)) {
		words := strings.Split(strings.TrimSpace(line), separator)
		if len(words) > at && (len(names) == 0 || slices.Contains(names, words[0])) {
			out = append(out, words[at])
		}
	}
	return out
}

func pageReferences(page []byte) []string {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return []string{""}
	}
	var out []string
	for n := range doc.Descendants() {
		for _, key := range []string{"href", "src", "srcset", "action", "poster"} {
			if v, ok := attr(n, key); ok {
				out = append(out, v)
			}
		}
		content, _ := attr(n, "content")
		if to, ok := strings.CutPrefix(content, "0; url="); ok && n.Data == "meta" {
			out = append(out, to)
		}
		if property, _ := attr(n, "property"); property == "og:url" || property == "og:image" {
			out = append(out, content)
		}
	}
	return out
}

func xmlReferences(data []byte) []string {
	var out []string
	d := xml.NewDecoder(bytes.NewReader(data))
	for inside := ""; ; {
		token, err := d.Token()
		switch t := token.(type) {
		case xml.StartElement:
			inside = t.Name.Local
			for _, a := range t.Attr {
				if a.Name.Local == "href" {
					out = append(out, a.Value)
				}
			}
		case xml.CharData:
			if inside == "loc" && len(bytes.TrimSpace(t)) > 0 {
				out = append(out, string(t))
			}
		case xml.EndElement:
			inside = ""
		}
		if err == io.EOF {
			return out
		} else if err != nil {
			return append(out, "")
		}
	}
}
