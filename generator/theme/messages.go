package theme

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/spell"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

// reference is the language whose messages are the measure of the others.
const reference = "vi"

// required are the languages that the default theme speaks.
var required = []string{"vi", "en"}

// message is a text with places to fill in. It is text, never markup.
type message struct {
	text string
	pos  diag.Pos
	// between are the texts around the placeholders, numbers the
	// placeholders from 0: between[0] numbers[0] between[1] …
	between []string
	numbers []int
}

// catalogue holds the messages of a language by their keys.
type catalogue map[string]message

// catalogues are the catalogues of a theme while it is loaded.
type catalogues struct {
	languages map[string]catalogue
	// origin is the reference catalogue of the lowest layer.
	origin catalogue
	// where is the highest file of each language.
	where map[string]string
}

// parseMessage finds the placeholders {1} to {9}; it reports false when there
// is another brace.
func parseMessage(text string) (message, bool) {
	m := message{text: text}
	rest := text
	for {
		i := strings.IndexAny(rest, "{}")
		if i < 0 {
			m.between = append(m.between, rest)
			return m, true
		}
		if len(rest) < i+3 || rest[i] != '{' || rest[i+1] < '1' || rest[i+1] > '9' || rest[i+2] != '}' {
			return m, false
		}
		m.between = append(m.between, rest[:i])
		m.numbers = append(m.numbers, int(rest[i+1]-'1'))
		rest = rest[i+3:]
	}
}

// fill returns the text with args in their places; a place without an
// argument stays empty.
func (m message) fill(args []any) string {
	if len(m.numbers) == 0 {
		return m.text
	}
	var b strings.Builder
	for i, n := range m.numbers {
		b.WriteString(m.between[i])
		if n < len(args) {
			fmt.Fprint(&b, args[n])
		}
	}
	b.WriteString(m.between[len(m.numbers)])
	return b.String()
}

// places names the placeholders, each once, in order: "{1} {2}".
func (m message) places() string {
	numbers := slices.Compact(slices.Sorted(slices.Values(m.numbers)))
	names := make([]string, len(numbers))
	for i, n := range numbers {
		names[i] = fmt.Sprintf("{%d}", n+1)
	}
	return strings.Join(names, " ")
}

// arity is the number of arguments that the message takes.
func (m message) arity() int {
	n := 0
	for _, i := range m.numbers {
		n = max(n, i+1)
	}
	return n
}

// readCatalogues merges the catalogues of all layers, key by key.
func readCatalogues(stacks map[string][]file) (*catalogues, diag.List) {
	c := &catalogues{languages: map[string]catalogue{}, where: map[string]string{}}
	var found diag.List
	for _, name := range slices.Sorted(maps.Keys(stacks)) {
		dir, base := path.Split(name)
		if dir != "messages/" {
			continue
		}
		lang := strings.TrimSuffix(base, ".yaml")
		merged := catalogue{}
		for i, f := range stacks[name] {
			one, more := readCatalogue(f)
			found = append(found, more...)
			for key, m := range one {
				if _, above := merged[key]; !above {
					merged[key] = m
				}
			}
			if lang == reference && i == len(stacks[name])-1 {
				c.origin = one
			}
		}
		c.languages[lang], c.where[lang] = merged, stacks[name][0].path
	}
	return c, found
}

func readCatalogue(f file) (catalogue, diag.List) {
	out := catalogue{}
	r, root := strictyaml.Parse(f.path, f.src, 1)
	if root == nil {
		return out, r.Findings()
	}
	pairs, _ := r.Mapping(root)
	for i := 0; i+1 < len(pairs); i += 2 {
		text, ok := r.Text(pairs[i+1])
		if !ok {
			continue
		}
		m, ok := parseMessage(text)
		if !ok {
			r.Report(ruleMessageBrace, pairs[i], pairs[i].Value)
			continue
		}
		m.pos = r.Pos(pairs[i])
		out[pairs[i].Value] = m
	}
	return out, r.Findings()
}

// arity returns every key that any language has, with the number of its
// arguments in the reference language.
func (c *catalogues) arity() map[string]int {
	out := map[string]int{}
	for _, lang := range slices.Sorted(maps.Keys(c.languages)) {
		for key := range c.languages[lang] {
			out[key] = c.model(key).arity()
		}
	}
	return out
}

// model returns the message that the others of its key must agree with: that
// of the lowest layer's reference language, else of the reference language,
// else of the first language that has it.
func (c *catalogues) model(key string) message {
	if m, ok := c.origin[key]; ok {
		return m
	}
	if m, ok := c.languages[reference][key]; ok {
		return m
	}
	for _, lang := range slices.Sorted(maps.Keys(c.languages)) {
		if m, ok := c.languages[lang][key]; ok {
			return m
		}
	}
	return message{}
}

// complete compares the languages with each other and with the keys that
// layouts use, and puts the model in the place of what is missing or does not
// agree, so that every language has every message.
func (c *catalogues) complete(used map[string]bool) diag.List {
	var found diag.List
	keys := slices.Sorted(maps.Keys(c.arity()))
	known := slices.Sorted(maps.Keys(c.origin))
	for lang, messages := range c.languages {
		for _, key := range keys {
			model := c.model(key)
			m, ok := messages[key]
			_, original := c.origin[key]
			switch {
			case !ok && (original || used[key]):
				found = append(found, ruleMessageMissing.At(diag.Pos{Path: c.where[lang]}, lang, key, model.text))
				messages[key] = model
			case !ok:
			case !original && !used[key]:
				found = append(found, ruleMessageUnknown.At(m.pos, key, nearest(key, known)))
			case m.places() != model.places():
				found = append(found, ruleMessagePlaceholder.At(m.pos, key, orNone(m.places()), orNone(model.places())))
				messages[key] = model
			}
		}
	}
	return found.Sort()
}

func orNone(places string) string {
	if places == "" {
		return "∅"
	}
	return places
}

// nearest is the end of a hint: the known name that was probably meant.
func nearest(name string, known []string) string {
	if near, ok := spell.Nearest(name, known); ok {
		return fmt.Sprintf(" (%q?)", near)
	}
	return ""
}
