package sampletest_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/serve"
)

// ordinary are the headers that every server sends beside those of the model.
var ordinary = []string{"Content-Type", "Content-Length", "Etag"}

// Every file of the sample is served with the headers of the model and no
// others, as the type that its name says; what configures servers is not.
func TestServedHeaders(t *testing.T) {
	s, e := theSample(t), sparing(t)
	files, err := serve.NewFiles(s.dir, harden.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer files.Close()
	for name, data := range s.files {
		path := "/" + strings.TrimSuffix(name, "index.html")
		rec := httptest.NewRecorder()
		files.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, path, nil))
		if harden.Hidden(path) {
			if rec.Code != http.StatusNotFound || bytes.Equal(rec.Body.Bytes(), data) {
				e.Errorf("%s is shown: %d", path, rec.Code)
			}
			path = "/404.html"
		} else if rec.Code != http.StatusOK || !bytes.Equal(rec.Body.Bytes(), data) {
			e.Errorf("%s: %d with %d bytes", path, rec.Code, rec.Body.Len())
		}
		checkModel(e, path, rec.Header())
		if got, want := rec.Header().Get("Content-Type"), harden.ContentType(name); got != want && path != "/404.html" {
			e.Errorf("%s: type %q, want %q", path, got, want)
		}
	}
}

// checkModel compares headers with the model for a path.
func checkModel(e *few, path string, got http.Header) {
	e.t.Helper()
	known := slices.Clone(ordinary)
	for _, h := range harden.Headers(path, harden.Options{}) {
		known = append(known, http.CanonicalHeaderKey(h.Name))
		if values := got.Values(h.Name); len(values) != 1 || values[0] != h.Value {
			e.Errorf("%s: %s is %q, want %q", path, h.Name, values, h.Value)
		}
	}
	for name := range got {
		if !slices.Contains(known, name) {
			e.Errorf("%s has the header %s", path, name)
		}
	}
}
