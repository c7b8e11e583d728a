package render

import (
	"bytes"
	"fmt"
	"html/template"
	"sync"

	"sonla.gov.vn/bientap/generator/theme"
	"sonla.gov.vn/bientap/generator/view"
)

// Markup hands the trusted markup of a page's text to a layout, unescaped. It
// is the argument of theme.Load.
func Markup(h view.HTML) template.HTML { return template.HTML(h.Markup()) }

// Renderer renders pages. The zero Renderer is ready; it keeps buffers and
// may be used by several goroutines at once.
type Renderer struct{ buffers sync.Pool }

// keep bounds the buffers that a Renderer holds on to, in bytes: one huge
// page must not cost memory for ever.
const keep = 1 << 20

// Page returns the page that a layout makes of its view, in a slice of its
// own. The view is the struct that the layout takes or a pointer to it.
func (r *Renderer) Page(l *theme.Layout, v any) ([]byte, error) {
	b, ok := r.buffers.Get().(*bytes.Buffer)
	if !ok {
		b = new(bytes.Buffer)
	}
	b.Reset()
	defer func() {
		if b.Cap() <= keep {
			r.buffers.Put(b)
		}
	}()
	if err := l.Execute(b, v); err != nil {
		return nil, fmt.Errorf("render: %w", err)
	}
	return bytes.Clone(b.Bytes()), nil
}
