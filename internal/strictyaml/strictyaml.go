// Package strictyaml reads YAML that people write and machines must not
// misread: configuration, front matter, records, people and policy.
//
// It accepts a small part of YAML: one document of mappings, sequences and
// scalars, in UTF-8, with lines that end in LF or CRLF. Anchors, aliases, merge
// keys, explicit tags, repeated keys, more than one document, and escapes that
// put into a value what an editor cannot see are findings, and so are unknown
// keys ("did you mean …") and values of another type than asked for. Size,
// depth, the number of nodes and that of findings are bounded. Nothing is
// guessed: a value that is not understood is reported with its line, left out,
// and the rest is still read, so that one run shows every fault.
package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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
	// MaxFindings is how many findings are kept; more are counted. A person
	// mends the first ones and looks again.
	MaxFindings = 50
)

// Reader decodes one document and collects what is wrong with it.
type Reader struct {
	path  string
	shift int // added to every line: a front matter begins below "---"
	src   []byte
	lines []int // where each line of src begins; made when first asked for
	found diag.List
	more  int // findings beyond MaxFindings
}

// Parse reads src as one document of the file path, whose first line is line
// number firstLine of that file. The node is nil when the document is empty
// or cannot be read at all; Findings says which.
func Parse(path string, src []byte, firstLine int) (*Reader, *yaml.Node) {
	r := &Reader{path: path, shift: firstLine - 1, src: bytes.TrimPrefix(src, []byte("\ufeff"))}
	if len(src) > MaxBytes {
		r.report(ruleTooLarge, diag.Pos{Path: path}, len(src), MaxBytes)
		return r, nil
	}
	if at := notText(r.src); at >= 0 {
		r.report(ruleNotText, r.offset(at))
		return r, nil
	}
	dec := yaml.NewDecoder(spaced(r.src))
	var doc, more yaml.Node
	if err := dec.Decode(&doc); err != nil {
		if !errors.Is(err, io.EOF) {
			r.syntax(err)
		}
		return r, nil
	}
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		line := more.Line
		if err != nil {
			line, _ = explain(err)
		}
		r.report(ruleManyDocuments, r.line(line))
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

// plain reports whether the tree below n uses only the accepted part of YAML.
func (r *Reader) plain(n *yaml.Node, depth int, count *int) bool {
	*count++
	switch {
	case depth > MaxDepth:
		r.Report(ruleTooDeep, n, MaxDepth)
		return false
	case *count > MaxNodes:
		r.Report(ruleTooMany, n, MaxNodes)
		return false
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.Report(ruleAnchor, n)
		return false
	case n.Style&yaml.TaggedStyle != 0:
		r.Report(ruleTag, n, n.Tag)
		return false
	case n.Style&yaml.DoubleQuotedStyle != 0:
		if c, ok := smuggled(n.Value, r.src); ok {
			r.Report(ruleEscape, n, fmt.Sprintf("U+%04X", c))
			return false
		}
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
			r.Report(ruleKey, k)
			ok = false
		case twice:
			r.Report(ruleRepeated, k, k.Value, r.line(first).Line)
			ok = false
		default:
			seen[k.Value] = k.Line
		}
	}
	return ok
}

func (r *Reader) report(rule *diag.Rule, pos diag.Pos, args ...any) {
	if r.Full() {
		r.more++
		return
	}
	r.found = append(r.found, rule.At(pos, args...))
}

// Report adds a finding of the caller's at n.
func (r *Reader) Report(rule *diag.Rule, n *yaml.Node, args ...any) {
	if r.Full() {
		r.more++
		return
	}
	r.found = append(r.found, rule.At(r.Pos(n), args...))
}

// Full reports whether so much was found that more is only counted: what a
// finding would say need no longer be worked out.
func (r *Reader) Full() bool { return len(r.found) >= MaxFindings }

// Findings returns all that was found so far.
func (r *Reader) Findings() diag.List {
	if r.more > 0 {
		return append(slices.Clone(r.found), ruleMore.At(diag.Pos{Path: r.path}, r.more))
	}
	return r.found
}

// Unknown reports that key is none of the known ones, with the nearest.
func (r *Reader) Unknown(key *yaml.Node, known []string) {
	if r.Full() {
		r.more++
		return
	}
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

// Empty reports whether n has no value: "key:" with nothing behind it, or with
// a text of nothing but spaces, as forms and drafts have it.
func Empty(n *yaml.Node) bool {
	return n == nil || n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || strings.TrimSpace(n.Value) == "")
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
