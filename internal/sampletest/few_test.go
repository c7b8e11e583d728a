package sampletest_test

import (
	"sync"
	"testing"
)

// few reports each kind of fault a few times only: one fault of a layout is
// on every page that has it.
type few struct {
	t    *testing.T
	mu   sync.Mutex
	seen map[string]int // by format
}

const fewEnough = 5

func sparing(t *testing.T) *few {
	f := &few{t: t, seen: map[string]int{}}
	t.Cleanup(func() {
		for format, n := range f.seen {
			if n > fewEnough {
				t.Errorf("%d more times: %s", n-fewEnough, format)
			}
		}
	})
	return f
}

// Errorf is like that of testing.T; the format is the kind.
func (f *few) Errorf(format string, args ...any) {
	f.t.Helper()
	f.mu.Lock()
	f.seen[format]++
	n := f.seen[format]
	f.mu.Unlock()
	if n <= fewEnough {
		f.t.Errorf(format, args...)
	}
}
