package generator

import (
	"crypto/sha256"
	"maps"
	"slices"

	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/generator/view"
)

// State is what a target holds after a build, and what each file of it
// depends on. It lives in memory, for a server that builds again and again.
type State struct {
	files map[string]entry
}

// entry is one file of a target.
type entry struct {
	sum    [sha256.Size]byte
	output site.Output
	trace  view.Trace
	// layout, lang and digest name the layout that made it, for files that
	// have one.
	layout, lang, digest string
	// rendered is true while the build that made the file still runs.
	rendered bool
}

func sum(data []byte) [sha256.Size]byte { return sha256.Sum256(data) }

func (s *State) find(name string) (entry, bool) {
	if s == nil {
		return entry{}, false
	}
	e, ok := s.files[name]
	return e, ok
}

func (s *State) names() []string {
	if s == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(s.files))
}

// fresh reports whether an output would be made to the same bytes again: it is
// the same output, every question that its view asked would be answered as
// before, and its layout is the same.
func (p *Portal) fresh(o site.Output, old entry) bool {
	if old.output != o {
		return false
	}
	if _, stale := p.store.Stale(old.trace); stale {
		return false
	}
	if old.layout == "" {
		return true
	}
	layout, ok := p.theme.Layout(old.lang, old.layout)
	return ok && layout.Digest() == old.digest
}
