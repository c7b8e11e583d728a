package harden

import (
	"bytes"
	"regexp"
	"strings"
)

// judge judges the attributes of the tag just read.
func (p *page) judge(element []byte, start int) {
	for i := range p.attrs {
		p.judgeAttribute(element, p.attrs[i])
	}
	switch string(element) {
	case "html":
		lang, _ := p.get("lang")
		p.root = p.root || langForm.MatchString(lang)
	case "a":
		p.anchor(element)
	case "link":
		p.linkElement(element, start)
	case "meta":
		p.meta(element, start)
	case "input":
		// The boxes of task lists, which cannot be changed nor sent.
		kind, _ := p.get("type")
		if _, disabled := p.get("disabled"); kind != "checkbox" || !disabled {
			p.find(ruleForm, start, "input")
		}
	case "button":
		if kind, _ := p.get("type"); kind != "button" {
			p.find(ruleForm, start, "button")
		}
	}
}

var (
	langForm      = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
	integrityForm = regexp.MustCompile(`^sha(256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)$`)
	refreshForm   = regexp.MustCompile(`(?i)^[0-9]+; ?url=(.+)$`)
)

func (p *page) judgeAttribute(element []byte, a attr) {
	rule, known := attributes[string(a.name)]
	switch {
	case known && (rule.on == "" || strings.Contains(rule.on, " "+string(element)+" ")):
	case !known && (bytes.HasPrefix(a.name, []byte("aria-")) || bytes.HasPrefix(a.name, []byte("data-"))):
		return
	case bytes.HasPrefix(a.name, []byte("on")):
		p.find(ruleHandler, a.at, string(a.name))
		return
	case string(a.name) == "style":
		p.find(ruleStyle, a.at, `style="…"`)
		return
	default:
		p.find(ruleAttribute, a.at, string(bytes.ToValidUTF8(a.name, nil)), string(element))
		return
	}
	switch rule.kind {
	case id:
		p.identifier(element, a)
	case link:
		if text := a.text(); !isLink(text) {
			p.find(ruleURL, a.at, text)
		}
	case local:
		p.loads(a.text(), a.at)
	case sources:
		for _, candidate := range strings.Split(a.text(), ",") {
			address, _, _ := strings.Cut(strings.Trim(candidate, " \n\t"), " ")
			p.loads(address, a.at)
		}
	}
}

// loads judges an address that the page loads by itself.
func (p *page) loads(address string, at int) {
	switch {
	case isLocal(address):
	case isLink(address) || strings.HasPrefix(address, "//"):
		p.find(ruleForeign, at, address)
	default:
		p.find(ruleURL, at, address)
	}
}

func (p *page) identifier(element []byte, a attr) {
	text := a.text()
	switch {
	case text == "" || strings.ContainsAny(text, " \t\n\r\f"):
		p.wrong(element, a, "id=\"ten\"")
	case p.ids[text]:
		p.find(ruleTwice, a.at, text)
	default:
		p.ids[text] = true
	}
}

func (p *page) anchor(element []byte) {
	for _, a := range p.attrs {
		if string(a.name) != "target" {
			continue
		}
		rel, _ := p.get("rel")
		switch target := a.text(); {
		case target == "_self":
		case target != "_blank":
			p.wrong(element, a, "_self, _blank")
		case !hasWord(rel, "noopener") && !hasWord(rel, "noreferrer"):
			p.find(ruleOpener, a.at)
		}
	}
}

func hasWord(list, word string) bool {
	for _, w := range strings.Fields(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// linkElement judges <link>: its relations, that what is loaded is local, and
// that style sheets and preloads are verified.
func (p *page) linkElement(element []byte, start int) {
	rel, _ := p.get("rel")
	href, _ := p.get("href")
	relations := strings.Fields(strings.ToLower(rel))
	loads, verified := false, false
	for _, r := range relations {
		loaded, known := linkRelations[r]
		if !known {
			p.find(ruleValue, start, "rel", string(element), rel, strings.Join(sortedKeys(linkRelations), ", "))
		}
		loads = loads || loaded
		verified = verified || r == "stylesheet" || r == "preload"
	}
	if len(relations) == 0 || href == "" {
		p.find(ruleValue, start, "rel, href", string(element), rel, `rel="…" href="…"`)
	}
	if loads && href != "" && !isLocal(href) {
		p.find(ruleForeign, start, href)
	}
	if integrity, _ := p.get("integrity"); verified && !isIntegrity(integrity) {
		p.find(ruleIntegrity, start, href)
	}
}

func isIntegrity(value string) bool {
	words := strings.Fields(value)
	for _, w := range words {
		if !integrityForm.MatchString(w) {
			return false
		}
	}
	return len(words) > 0
}

// meta judges <meta>: the encoding, which must come early; http-equiv, which
// acts like a header; and the referrer policy, which would override ours.
func (p *page) meta(element []byte, start int) {
	for _, a := range p.attrs {
		switch string(a.name) {
		case "charset":
			if p.charset || !strings.EqualFold(a.text(), "utf-8") || p.at > charsetWithin {
				p.wrong(element, a, "utf-8")
			}
			p.charset = true
		case "http-equiv":
			content, _ := p.get("content")
			if !strings.EqualFold(a.text(), "refresh") || !p.options.Redirect || !p.leadsHome(content) {
				p.find(ruleRefresh, start)
			}
		case "name":
			if strings.EqualFold(strings.TrimSpace(a.text()), "referrer") {
				p.wrong(element, a, "description, viewport, robots, …")
			}
		}
	}
}

// leadsHome reports whether the content of a refresh leads to a path of the
// host, or to a host of the portal over https.
func (p *page) leadsHome(content string) bool {
	match := refreshForm.FindStringSubmatch(content)
	if match == nil || !isPlainAddress(match[1]) {
		return false
	}
	address := match[1]
	rest, whole := strings.CutPrefix(address, "https://")
	if !whole {
		return strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//")
	}
	host, _, _ := strings.Cut(rest, "/")
	for _, known := range p.options.Hosts {
		if known == host {
			return true
		}
	}
	return false
}
