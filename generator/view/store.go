package view

import (
	"sync"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/markdown"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/internal/diag"
)

// Inputs are what a store serves: everything that an output may depend on.
type Inputs struct {
	Graph *site.Graph
	Files Files
	// Markdown renders the bodies of pages.
	Markdown *markdown.Converter
	// Looks are the theme's files for each site, by the site's id.
	Looks map[string]Look
	// Words returns a message of the theme's catalogue in a language.
	Words func(lang, key string, args ...any) string
	// Provenance tells who answers for a page, by the page's id. It is
	// computed from the signed record of decisions, or absent.
	Provenance map[string]Provenance
}

// Files gives access to the files of the portal's tree.
type Files interface {
	// Read returns the bytes of a file.
	Read(path string) ([]byte, error)
	// Facts returns what is known of a file without its bytes, and false
	// when there is no such file or it may not be published.
	Facts(path string) (Facts, bool)
	// Near returns the file whose path is spelled most like path, or "".
	Near(path string) string
}

// Facts are what a page may say of a file.
type Facts struct {
	// Sum is the SHA-256 of the bytes.
	Sum  [32]byte
	Size int64
	// Width and Height are those of an image as displayed, in pixels.
	Width, Height int
	// Found is what is wrong with a file that therefore may not be published.
	Found diag.List
}

// Look is what a theme gives to a site.
type Look struct {
	Stylesheet Asset
	Icon       Asset
	Emblem     Asset
	// ThemeColour is the site's accent as #rrggbb.
	ThemeColour string
}

// Store makes views. It is safe for concurrent use.
type Store struct {
	in   Inputs
	memo sync.Map // Query → answer[T], for what many outputs ask alike
}

// answer is an answer with its sum.
type answer[T any] struct {
	value T
	sum   site.Sum
}

// remember asks once and gives the same answer ever after.
func remember[T any](s *Store, q Query, ask func(Query) (T, site.Sum)) (T, site.Sum) {
	if known, ok := s.memo.Load(q); ok {
		a := known.(answer[T])
		return a.value, a.sum
	}
	v, sum := ask(q)
	s.memo.Store(q, answer[T]{v, sum})
	return v, sum
}

// NewStore returns a store over the inputs.
func NewStore(in Inputs) *Store { return &Store{in: in} }

// Query is one question that a view asked of the store. Queries are plain
// values, so that they can be asked again of another store.
type Query struct {
	Op   Op
	A, B string
	List site.ListKey
	// Month and N are a month and a number, where the question has them.
	Month site.Month
	N     int
}

// Read is a query with the sum of what was answered.
type Read struct {
	Query Query
	Sum   site.Sum
}

// Want is a file of the portal's tree that an output shows or offers: it is
// published at Path on Host because of that.
type Want struct{ Host, Path, Source string }

// Trace is what one output depends on.
type Trace struct {
	Reads []Read
	Wants []Want
	// Found is what is wrong with the sources that the output shows.
	Found diag.List
}

// Op is the kind of a query.
type Op uint8

// The questions that can be asked. Each has one function in ask.go, which
// makes both the answer and its sum.
const (
	opFrame Op = iota
	opPage
	opPath
	opBody
	opFacts
	opNewest
	opPinned
	opOlder
	opPart
	opMonths
	opNeighbours
	opUndated
	opSectionPages
	opTranslations
	opBacklinks
	opRecord
	opTags
	opSites
	opSite
	opProvenance
	opWord
	opNear
)

// Stale returns the first read of the trace whose answer would be another one
// in this store, and false if there is none: then the output is as it was.
func (s *Store) Stale(t Trace) (Query, bool) {
	for _, r := range t.Reads {
		if s.Sum(r.Query) != r.Sum {
			return r.Query, true
		}
	}
	return Query{}, false
}

// recorder answers the questions of one output and writes them down.
type recorder struct {
	*Store
	out   site.Output
	lang  string
	trace Trace
}

func (r *recorder) note(q Query, sum site.Sum) {
	r.trace.Reads = append(r.trace.Reads, Read{q, sum})
}

func (r *recorder) report(rule *diag.Rule, pos diag.Pos, args ...any) {
	r.trace.Found = append(r.trace.Found, rule.At(pos, args...))
}

// portal is the configuration. Only what opSite and opFrame cover may be read
// from it.
func (s *Store) portal() *config.Portal { return s.in.Graph.Portal }
