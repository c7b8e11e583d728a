package harden

// isElement reports whether a page may have the element. Left out are those
// that run, embed, submit, or change how the rest is read. SVG and MathML are
// left out whole: inside them HTML is read by other rules. It is a switch and
// not a map because it is asked twice for every element of every page.
func isElement(name []byte) bool {
	switch string(name) {
	case "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "body", "br", "button",
		"caption", "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
		"figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
		"i", "img", "input", "ins", "kbd", "li", "link", "main", "mark", "menu", "meta", "nav", "ol", "p", "picture", "pre",
		"q", "rp", "rt", "ruby", "s", "samp", "script", "search", "section", "small", "source", "span", "strong", "sub",
		"summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "title", "tr", "u", "ul", "var", "wbr":
		return true
	}
	return false
}

// attrKind says how the value of an attribute is judged.
type attrKind uint8

const (
	plain   attrKind = iota // any text
	id                      // unique in the page
	link                    // an address that a visitor may follow
	local                   // an address that the page loads
	sources                 // a list of such addresses (srcset)
	special                 // judged with its element
)

// attrRule says on which elements an attribute may stand, each between spaces;
// none means all.
type attrRule struct {
	kind attrKind
	on   string
}

// attributes are the attributes that a page may have, besides aria-* and
// data-*, which are text.
var attributes = map[string]attrRule{
	"class": {}, "dir": {}, "hidden": {}, "id": {kind: id}, "inert": {}, "lang": {}, "popover": {}, "role": {},
	"tabindex": {}, "title": {}, "translate": {},

	"abbr":                {on: " th "},
	"align":               {on: " td th "},
	"alt":                 {on: " img "},
	"as":                  {on: " link "},
	"charset":             {special, " meta "},
	"checked":             {on: " input "},
	"cite":                {link, " blockquote del ins q "},
	"colspan":             {on: " td th "},
	"content":             {on: " meta "},
	"crossorigin":         {on: " link "},
	"datetime":            {on: " del ins time "},
	"decoding":            {on: " img "},
	"disabled":            {on: " button input "},
	"download":            {on: " a "},
	"fetchpriority":       {on: " img link "},
	"headers":             {on: " td th "},
	"height":              {on: " img source "},
	"href":                {link, " a link "},
	"hreflang":            {on: " a link "},
	"http-equiv":          {special, " meta "},
	"imagesizes":          {on: " link "},
	"imagesrcset":         {sources, " link "},
	"integrity":           {on: " link "},
	"loading":             {on: " img "},
	"media":               {on: " link meta source "},
	"name":                {on: " details meta "},
	"open":                {on: " details "},
	"popovertarget":       {on: " button "},
	"popovertargetaction": {on: " button "},
	"prefix":              {on: " html "},
	"property":            {on: " meta "},
	"rel":                 {on: " a link "},
	"reversed":            {on: " ol "},
	"rowspan":             {on: " td th "},
	"scope":               {on: " th "},
	"sizes":               {on: " img link source "},
	"span":                {on: " col colgroup "},
	"src":                 {local, " img "},
	"srcset":              {sources, " img source "},
	"start":               {on: " ol "},
	"target":              {special, " a "},
	"type":                {on: " a button input li link ol script source "},
	"value":               {on: " data li "},
	"width":               {on: " img source "},
}

// linkRelations are the relations of <link> that a page may declare, and
// whether the browser loads what they lead to. Those that open connections to
// be quicker later (preconnect, prefetch and their like) are left out.
var linkRelations = map[string]bool{
	"alternate": false, "author": false, "canonical": false, "help": false, "license": false, "me": false,
	"next": false, "prev": false, "search": false,
	"apple-touch-icon": true, "icon": true, "manifest": true, "preload": true, "stylesheet": true,
}

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, name := range names {
		m[name] = true
	}
	return m
}
