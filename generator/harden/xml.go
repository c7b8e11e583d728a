package harden

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// The namespaces of the XML that a portal publishes.
const (
	nsAtom      = "http://www.w3.org/2005/Atom"
	nsTombstone = "http://purl.org/atompub/tombstones/1.0"
	nsSitemap   = "http://www.sitemaps.org/schemas/sitemap/0.9"
	nsImage     = "http://www.google.com/schemas/sitemap-image/1.1"
	nsXHTML     = "http://www.w3.org/1999/xhtml"
	nsSVG       = "http://www.w3.org/2000/svg"
	nsXML       = "http://www.w3.org/XML/1998/namespace"
)

// dialect is a kind of XML: which elements it has, the first being possible
// roots, and how attributes are judged.
type dialect struct {
	roots    map[xml.Name]bool
	elements map[xml.Name]bool
	// attribute reports whether an attribute may stand, and whether its
	// value, where the name is good, may.
	attribute func(element xml.Name, a xml.Attr) (name, value bool)
}

func names(space string, locals ...string) map[xml.Name]bool {
	m := make(map[xml.Name]bool, len(locals))
	for _, local := range locals {
		m[xml.Name{Space: space, Local: local}] = true
	}
	return m
}

func union(sets ...map[xml.Name]bool) map[xml.Name]bool {
	m := map[xml.Name]bool{}
	for _, s := range sets {
		for name := range s {
			m[name] = true
		}
	}
	return m
}

// feedDialect is Atom (RFC 4287) with text constructs of type text alone, so
// that no reader has markup of ours to interpret, and tombstones (RFC 6721).
var feedDialect = dialect{
	roots: names(nsAtom, "feed"),
	elements: union(names(nsAtom, "author", "category", "contributor", "content", "email", "entry", "feed", "generator", "icon", "id",
		"link", "logo", "name", "published", "rights", "source", "subtitle", "summary", "title", "updated", "uri"),
		names(nsTombstone, "deleted-entry", "comment")),
	attribute: func(element xml.Name, a xml.Attr) (bool, bool) {
		switch a.Name.Local {
		case "type":
			return true, element.Local == "link" || a.Value == "text"
		case "href", "uri", "scheme":
			return true, isLink(a.Value)
		case "rel", "hreflang", "title", "length", "term", "label", "version", "ref", "when":
			return true, true
		}
		return false, false
	},
}

// sitemapDialect is the sitemap protocol 0.9 with alternates and images.
var sitemapDialect = dialect{
	roots: names(nsSitemap, "urlset", "sitemapindex"),
	elements: union(names(nsSitemap, "urlset", "sitemapindex", "sitemap", "url", "loc", "lastmod", "changefreq", "priority"),
		names(nsXHTML, "link"), names(nsImage, "image", "loc")),
	attribute: func(element xml.Name, a xml.Attr) (bool, bool) {
		if element.Space != nsXHTML {
			return false, false
		}
		switch a.Name.Local {
		case "rel":
			return true, a.Value == "alternate"
		case "href":
			return true, isLink(a.Value)
		case "hreflang":
			return true, true
		}
		return false, false
	},
}

func (f *file) feed() { f.xml(feedDialect) }

func (f *file) sitemap() { f.xml(sitemapDialect) }

// xml checks well-formedness, and that there is nothing but elements and text
// of the dialect: no document type, whose entities could be anything, no
// processing instruction, which could be a style sheet, no comment.
func (f *file) xml(d dialect) {
	f.unicodeText()
	f.references()
	decoder := xml.NewDecoder(bytes.NewReader(f.data))
	depth, roots := 0, 0
	for len(f.list) < mostFindings {
		at := int(decoder.InputOffset())
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			f.find(ruleData, int(decoder.InputOffset()), "XML", err.Error())
			return
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				roots++
				if !d.roots[token.Name] || roots > 1 {
					f.find(ruleXMLName, at, token.Name.Local)
				}
			}
			depth++
			f.xmlElement(d, token, at)
		case xml.EndElement:
			depth--
		case xml.CharData:
			if depth == 0 && len(bytes.TrimSpace(token)) > 0 {
				f.find(ruleData, at, "XML", strings.TrimSpace(string(token)))
			}
		default:
			f.xmlMarkup(token, at)
		}
	}
	if roots == 0 {
		f.find(ruleData, 0, "XML", "<…>")
	}
}

func (f *file) xmlMarkup(token xml.Token, at int) {
	switch token := token.(type) {
	case xml.Comment:
		f.find(ruleComment, at)
	case xml.Directive:
		f.find(ruleDoctype, at, "<!…>")
	case xml.ProcInst:
		if token.Target != "xml" || at != 0 {
			f.find(ruleDoctype, at, "<?"+token.Target+"?>")
		}
	}
}

func (f *file) xmlElement(d dialect, element xml.StartElement, at int) {
	if !d.elements[element.Name] {
		f.find(ruleXMLName, at, element.Name.Local)
		return
	}
	seen := map[xml.Name]bool{}
	for _, a := range element.Attr {
		if seen[a.Name] {
			f.find(ruleData, at, "XML", a.Name.Local)
		}
		seen[a.Name] = true
		if a.Name.Space == "xmlns" || a.Name == (xml.Name{Local: "xmlns"}) || a.Name == (xml.Name{Space: nsXML, Local: "lang"}) {
			continue
		}
		name, value := d.attribute(element.Name, a)
		switch {
		case !name || a.Name.Space != "":
			f.find(ruleXMLName, at, a.Name.Local)
		case !value:
			f.find(ruleURL, at, a.Value)
		}
	}
}
