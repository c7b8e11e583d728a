package harden

import (
	"maps"
	"slices"
	"strings"
)

// varyingHeader is a header whose value depends on the path.
type varyingHeader struct {
	name string
	// rest is the value for paths in no case; empty sends no header.
	rest  string
	cases []varyingCase
}

// varyingCase gives the value for paths that begin with prefix.
type varyingCase struct{ prefix, value string }

// globalHeaders returns the headers that every path gets.
func globalHeaders(profiles []Profile) []Header {
	var headers []Header
	for _, p := range profiles {
		if p.isGlobal() {
			headers = append(headers, p.Headers...)
		}
	}
	return headers
}

// varyingHeaders turns the other profiles round: from sets of headers by path
// to values by path of each header, which is what servers are told.
func varyingHeaders(profiles []Profile) []varyingHeader {
	byName := map[string]*varyingHeader{}
	for _, p := range profiles {
		if p.isGlobal() {
			continue
		}
		for _, h := range p.Headers {
			v := byName[h.Name]
			if v == nil {
				v = &varyingHeader{name: h.Name}
				byName[h.Name] = v
			}
			if len(p.Patterns) == 0 {
				v.rest = h.Value
			}
			for _, pattern := range p.Patterns {
				v.cases = append(v.cases, varyingCase{strings.TrimSuffix(pattern, "*"), h.Value})
			}
		}
	}
	var out []varyingHeader
	for _, name := range sortedKeys(byName) {
		out = append(out, *byName[name])
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func sortedValues(m map[string]string) []string { return slices.Compact(slices.Sorted(maps.Values(m))) }
