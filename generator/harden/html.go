package harden

import (
	"bytes"
	"html"
	"slices"
	"strings"
)

// The HTML that is accepted is a strict subset of the syntax, chosen so that
// no parser can read it in another way than this scanner does: every < begins
// a tag, an end tag or the doctype; names are in lower case; attributes are
// name, name=value or name="value", set apart by white space, no name twice;
// values hold no <; the only raw text is in <title> and in data blocks, and
// holds no < either. What is not of this form is a finding, so there is
// nothing left whose reading could be disputed. A fuzz test compares with a
// parser of the whole language.

// page is an HTML file under examination.
type page struct {
	*file
	at      int // offset of the next byte to read
	ids     map[string]bool
	root    bool // <html lang> was seen
	title   bool
	charset bool
	attrs   []attr // of the tag being read; kept to save allocations
}

// attr is an attribute as written: the value is not yet decoded.
type attr struct {
	name, value []byte
	at          int
}

// doctypeForm is the doctype, which is matched without regard to case.
const doctypeForm = "<!doctype html>"

// charsetWithin is how many bytes a browser reads in search of the encoding.
const charsetWithin = 1024

func (f *file) html() {
	f.unicodeText()
	f.references()
	for _, trace := range []string{"ZgotmplZ", "&lt;no value&gt;"} {
		if i := bytes.Index(f.data, []byte(trace)); i >= 0 {
			f.find(ruleResidue, i, trace)
		}
	}
	p := &page{file: f, ids: make(map[string]bool, 32), attrs: make([]attr, 0, 16)}
	if len(f.data) >= len(doctypeForm) && strings.EqualFold(string(f.data[:len(doctypeForm)]), doctypeForm) {
		p.at = len(doctypeForm)
	} else {
		p.findWhole(ruleMissing, doctypeForm)
	}
	for p.next() {
	}
	p.complete()
}

// complete reports what every page has and this one lacks.
func (p *page) complete() {
	for _, part := range []struct {
		there bool
		name  string
	}{{p.root, "<html lang>"}, {p.title, "<title>"}, {p.charset, "<meta charset=utf-8>"}} {
		if !part.there {
			p.findWhole(ruleMissing, part.name)
		}
	}
}

// next reads up to and including the next tag, and reports whether there may
// be more.
func (p *page) next() bool {
	i := bytes.IndexByte(p.data[p.at:], '<')
	if i < 0 {
		return false
	}
	p.at += i
	rest := p.data[p.at:]
	switch {
	case len(rest) > 1 && isLower(rest[1]):
		p.startTag()
	case len(rest) > 2 && rest[1] == '/' && isLower(rest[2]):
		p.endTag()
	case bytes.HasPrefix(rest, []byte("<!--")):
		p.find(ruleComment, p.at)
		p.skipPast("-->")
	default:
		p.syntax(p.at)
	}
	return p.at < len(p.data) && len(p.list) < mostFindings
}

// syntax reports the markup at start, and goes on behind the next >.
func (p *page) syntax(start int) {
	end := min(start+40, len(p.data))
	p.find(ruleSyntax, start, string(bytes.ToValidUTF8(p.data[start:end], nil)))
	p.at = max(p.at, start+1)
	p.skipPast(">")
}

func (p *page) skipPast(text string) {
	if i := bytes.Index(p.data[p.at:], []byte(text)); i >= 0 {
		p.at += i + len(text)
	} else {
		p.at = len(p.data)
	}
}

// name reads a name at p.at: what is neither white space nor punctuation of a
// tag. Lists of names decide whether it is a good one.
func (p *page) name() []byte {
	start := p.at
	for p.at < len(p.data) && !endsName(p.data[p.at]) {
		p.at++
	}
	return p.data[start:p.at]
}

func endsName(c byte) bool {
	return c == '>' || c == '=' || c == '/' || isSpace(c) || c == '<' || c == '"' || c == '\''
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

func (p *page) space() bool {
	start := p.at
	for p.at < len(p.data) && isSpace(p.data[p.at]) {
		p.at++
	}
	return p.at > start
}

func (p *page) endTag() {
	start := p.at
	p.at += len("</")
	name := p.name()
	p.space()
	if p.at == len(p.data) || p.data[p.at] != '>' {
		p.syntax(start)
		return
	}
	p.at++
	p.element(name, start)
}

func (p *page) startTag() {
	start := p.at
	p.at++
	name := p.name()
	if !p.attributes() {
		p.syntax(start)
		return
	}
	p.element(name, start)
	p.judge(name, start)
	switch string(name) {
	case "script":
		p.dataBlock(start)
	case "title":
		p.titleText(start)
	case "style":
		p.skipPast("</style>")
	}
}

// attributes reads the attributes of a tag and its end, and reports whether
// they were of the strict form.
func (p *page) attributes() bool {
	p.attrs = p.attrs[:0]
	for {
		spaced := p.space()
		if p.at == len(p.data) {
			return false
		}
		switch c := p.data[p.at]; {
		case c == '>':
			p.at++
			return true
		case c == '/':
			if p.at+1 == len(p.data) || p.data[p.at+1] != '>' {
				return false
			}
			p.at += 2
			return true
		case !spaced || !isLower(c):
			return false
		}
		a := attr{at: p.at}
		a.name = p.name()
		if p.at < len(p.data) && p.data[p.at] == '=' {
			p.at++
			if !p.value(&a) {
				return false
			}
		}
		for _, other := range p.attrs {
			if bytes.Equal(other.name, a.name) {
				return false
			}
		}
		p.attrs = append(p.attrs, a)
	}
}

// value reads the value of an attribute.
func (p *page) value(a *attr) bool {
	if p.at == len(p.data) {
		return false
	}
	if quote := p.data[p.at]; quote == '"' || quote == '\'' {
		p.at++
		end := bytes.IndexByte(p.data[p.at:], quote)
		if end < 0 {
			return false
		}
		a.value = p.data[p.at : p.at+end]
		p.at += end + 1
		return bytes.IndexByte(a.value, '<') < 0
	}
	start := p.at
	for p.at < len(p.data) && p.data[p.at] != '>' && !isSpace(p.data[p.at]) {
		p.at++
	}
	a.value = p.data[start:p.at]
	return len(a.value) > 0 && !bytes.ContainsAny(a.value, "\"'`=<")
}

// text returns the decoded value.
func (a attr) text() string {
	if bytes.IndexByte(a.value, '&') < 0 {
		return string(a.value)
	}
	return html.UnescapeString(string(a.value))
}

// get returns the decoded value of the attribute of the tag, if it has it.
func (p *page) get(name string) (string, bool) {
	i := slices.IndexFunc(p.attrs, func(a attr) bool { return string(a.name) == name })
	if i < 0 {
		return "", false
	}
	return p.attrs[i].text(), true
}

// element judges the name of a start or end tag.
func (p *page) element(name []byte, start int) {
	if isElement(name) {
		return
	}
	rule := ruleElement
	switch string(name) {
	case "style":
		p.find(ruleStyle, start, "<style>")
		return
	case "iframe", "object", "embed", "applet", "frame", "frameset", "portal", "fencedframe", "noframes", "noembed":
		rule = ruleFrame
	case "form", "select", "option", "textarea", "label", "fieldset", "legend", "output", "datalist", "optgroup", "keygen":
		rule = ruleForm
	}
	p.find(rule, start, string(bytes.ToValidUTF8(name[:min(len(name), 40)], nil)))
}

// dataBlock reads the content of <script>, which must be JSON-LD and free of
// the character that could begin anything else.
func (p *page) dataBlock(start int) {
	kind, _ := p.get("type")
	if len(p.attrs) != 1 || kind != "application/ld+json" {
		p.find(ruleScript, start)
		p.skipPast("</script>")
		return
	}
	content, ok := p.rawText("</script>")
	if !ok {
		p.syntax(start)
		return
	}
	p.jsonValue(content, p.at-len(content)-len("</script>"))
}

func (p *page) titleText(start int) {
	content, ok := p.rawText("</title>")
	switch {
	case !ok:
		p.syntax(start)
	case len(bytes.TrimSpace(content)) > 0:
		p.title = true
	}
}

// rawText reads up to the end tag, before which there is no <.
func (p *page) rawText(end string) ([]byte, bool) {
	i := bytes.IndexByte(p.data[p.at:], '<')
	if i < 0 || !bytes.HasPrefix(p.data[p.at+i:], []byte(end)) {
		return nil, false
	}
	content := p.data[p.at : p.at+i]
	p.at += i + len(end)
	return content, true
}

// wrong reports a value that is not among those allowed.
func (p *page) wrong(element []byte, a attr, allowed string) {
	p.find(ruleValue, a.at, string(a.name), string(element), a.text(), allowed)
}
