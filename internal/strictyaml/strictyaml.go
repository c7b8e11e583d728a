// Package strictyaml reads YAML that people write and machines must not
// misread: configuration, front matter, records, people and policy.
//
// It accepts a small part of YAML: one document of mappings, sequences and
// scalars. Anchors, aliases, merge keys, explicit tags, repeated keys and more
// than one document are findings, and so are unknown keys ("did you mean …")
// and values of another type than asked for. Size, depth and the number of
// nodes are bounded. Nothing is guessed: a value that is not understood is
// reported with its line, left out, and the rest is still read, so that one
// run shows every fault.
package strictyaml

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"bytes"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/spell"
)

// Bounds on one document. They are far above what a person writes and far
// below what could exhaust a machine.
const (
	MaxBytes = 1 << 20 // size of a document
	MaxDepth = 24      // nesting of mappings and sequences
	MaxNodes = 100_000 // keys and values together
)

// Reader decodes one document and collects what is wrong with it.
type Reader struct {
	path  string
	shift int // added to every line: a front matter begins below "---"
	found diag.List
}

// Parse reads src as one document of the file path, whose first line is line
// number firstLine of that file. The node is nil when the document is empty
// or cannot be read at all; Findings says which.
func Parse(path string, src []byte, firstLine int) (*Reader, *yaml.Node) {
	r := &Reader{path: path, shift: firstLine - 1}
	if len(src) > MaxBytes {
		r.add(ruleTooLarge, 0, 0, len(src), MaxBytes)
		return r, nil
	}
	if at := invalidText(src); at >= 0 {
		r.add(ruleNotText, 1+bytes.Count(src[:at], []byte("\n")), 0)
		return r, nil
	}
	dec := yaml.NewDecoder(bytes.NewReader(src))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		if !errors.Is(err, io.EOF) {
			r.syntax(err)
		}
		return r, nil
	}
	var more yaml.Node
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		r.add(ruleManyDocuments, more.Line, 0)
		return r, nil
	}
	root := doc.Content[0]
	count := 0
	if !r.plain(root, 0, &count) {
		return r, nil
	}
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return r, nil
	}
	return r, root
}

// invalidText returns the offset of the first byte that is not UTF-8 text or
// is a NUL, or -1.
func invalidText(src []byte) int {
	if i := bytes.IndexByte(src, 0); i >= 0 {
		return i
	}
	if utf8.Valid(src) {
		return -1
	}
	for i := 0; i < len(src); {
		c, n := utf8.DecodeRune(src[i:])
		if c == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

func (r *Reader) syntax(err error) {
	line, text := 0, err.Error()
	if m := yamlLine.FindStringSubmatch(text); m != nil {
		line, _ = strconv.Atoi(m[1])
		text = m[2]
	}
	r.add(ruleSyntax, line, 0, text)
}

// plain reports whether the tree below n uses only the accepted part of YAML.
func (r *Reader) plain(n *yaml.Node, depth int, count *int) bool {
	*count++
	switch {
	case depth > MaxDepth:
		r.add(ruleTooDeep, n.Line, n.Column, MaxDepth)
		return false
	case *count > MaxNodes:
		r.add(ruleTooMany, n.Line, n.Column, MaxNodes)
		return false
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.add(ruleAnchor, n.Line, n.Column)
		return false
	case n.Style&yaml.TaggedStyle != 0:
		r.add(ruleTag, n.Line, n.Column, n.Tag)
		return false
	}
	ok := true
	for _, c := range n.Content {
		ok = r.plain(c, depth+1, count) && ok
		if *count > MaxNodes {
			return false
		}
	}
	if n.Kind == yaml.MappingNode {
		ok = r.keys(n) && ok
	}
	return ok
}

// keys checks that the keys of a mapping are texts, each once.
func (r *Reader) keys(n *yaml.Node) bool {
	seen := make(map[string]int, len(n.Content)/2)
	ok := true
	for i := 0; i < len(n.Content); i += 2 {
		k := n.Content[i]
		switch first, twice := seen[k.Value]; {
		case k.Kind != yaml.ScalarNode || k.Tag == "!!merge":
			r.add(ruleKey, k.Line, k.Column)
			ok = false
		case twice:
			r.add(ruleRepeated, k.Line, k.Column, k.Value, first+r.shift)
			ok = false
		default:
			seen[k.Value] = k.Line
		}
	}
	return ok
}

func (r *Reader) add(rule *diag.Rule, line, column int, args ...any) {
	if line > 0 {
		line += r.shift
	}
	r.found = append(r.found, rule.At(diag.Pos{Path: r.path, Line: line, Column: column}, args...))
}

// Pos returns the place of n in the file.
func (r *Reader) Pos(n *yaml.Node) diag.Pos {
	if n == nil {
		return diag.Pos{Path: r.path, Line: r.shift + 1}
	}
	return diag.Pos{Path: r.path, Line: n.Line + r.shift, Column: n.Column}
}

// Report adds a finding of the caller's at n.
func (r *Reader) Report(rule *diag.Rule, n *yaml.Node, args ...any) {
	r.found = append(r.found, rule.At(r.Pos(n), args...))
}

// Findings returns all that was found so far.
func (r *Reader) Findings() diag.List { return r.found }

// Unknown reports that key is none of the known ones, with the nearest.
func (r *Reader) Unknown(key *yaml.Node, known []string) {
	if near, ok := spell.Nearest(key.Value, known); ok {
		r.Report(ruleUnknownNear, key, key.Value, near)
		return
	}
	r.Report(ruleUnknown, key, key.Value, strings.Join(known, ", "))
}

// Mapping returns the keys and values of n, or reports that n is not a
// mapping.
func (r *Reader) Mapping(n *yaml.Node) ([]*yaml.Node, bool) {
	if n.Kind != yaml.MappingNode {
		r.Report(ruleWantMapping, n, describe(n))
		return nil, false
	}
	return n.Content, true
}

// Sequence returns the elements of n, or reports that n is not a list.
func (r *Reader) Sequence(n *yaml.Node) ([]*yaml.Node, bool) {
	if n.Kind != yaml.SequenceNode {
		r.Report(ruleWantList, n, describe(n))
		return nil, false
	}
	return n.Content, true
}

// Text returns the scalar n as it is written, with white space at its ends
// cut off: a title that looks like a number is still a title. An empty value
// is the empty text.
func (r *Reader) Text(n *yaml.Node) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		r.Report(ruleWantText, n, describe(n))
		return "", false
	}
	if Empty(n) {
		return "", true
	}
	return strings.TrimSpace(n.Value), true
}

// Bool returns the scalar n as true or false, the only two accepted spellings.
func (r *Reader) Bool(n *yaml.Node) (bool, bool) {
	if n.Kind == yaml.ScalarNode && n.Style == 0 && (n.Value == "true" || n.Value == "false") {
		return n.Value == "true", true
	}
	r.Report(ruleWantBool, n, describe(n))
	return false, false
}

// Int returns the scalar n as a whole number in decimal digits.
func (r *Reader) Int(n *yaml.Node) (int64, bool) {
	if n.Kind == yaml.ScalarNode {
		if v, err := strconv.ParseInt(n.Value, 10, 64); err == nil {
			return v, true
		}
	}
	r.Report(ruleWantInt, n, describe(n))
	return 0, false
}

// Empty reports whether n has no value ("key:" with nothing behind it).
func Empty(n *yaml.Node) bool {
	return n == nil || n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

// describe names what stands at n, for messages.
func describe(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "{…}"
	case yaml.SequenceNode:
		return "[…]"
	}
	v := n.Value
	if len(v) > 60 {
		cut := 60
		for !utf8.RuneStart(v[cut]) {
			cut--
		}
		v = v[:cut] + "…"
	}
	return fmt.Sprintf("%q", v)
}
