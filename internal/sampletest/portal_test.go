package sampletest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"

	bientap "sonla.gov.vn/bientap"
	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/publish"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/generator/theme"
	"sonla.gov.vn/bientap/internal/diag"
)

// now is the moment at which the sample is built: one of its notices has
// expired then and one of its articles is still to come.
var now = time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("", 7*60*60))

// page is an HTML file of the built sample.
type page struct {
	// file is the path in the folder, path the address on the host.
	file, path string
	output     site.Output
	data       []byte
	root       *html.Node
}

// sample is the built sample portal.
type sample struct {
	dir    string
	portal *generator.Portal
	// origin is "https://" and the host of the portal.
	origin string
	// files are all files by their path in the folder.
	files map[string][]byte
	// pages are the HTML files by address, and in the order of addresses.
	byPath map[string]*page
	pages  []*page
}

// shared is what all tests use; each part is made when it is first asked for.
var shared struct {
	sample  lazy[*sample]
	browser lazy[*chromium]
}

// lazy is a value that is made once.
type lazy[T any] struct {
	once  sync.Once
	value T
	err   error
}

func (l *lazy[T]) get(make func() (T, error)) (T, error) {
	l.once.Do(func() { l.value, l.err = make() })
	return l.value, l.err
}

// made returns the value if it was ever asked for.
func (l *lazy[T]) made() T {
	l.once.Do(func() {})
	return l.value
}

func TestMain(m *testing.M) {
	code := m.Run()
	if c := shared.browser.made(); c != nil {
		c.end()
	}
	if s := shared.sample.made(); s != nil {
		_ = os.RemoveAll(filepath.Dir(s.dir))
	}
	os.Exit(code)
}

// built returns the sample.
func built() (*sample, error) { return shared.sample.get(buildSample) }

func buildSample() (*sample, error) {
	dir, err := os.MkdirTemp("", "bientap-sample-")
	if err != nil {
		return nil, err
	}
	s := &sample{dir: filepath.Join(dir, "public"), files: map[string][]byte{}, byPath: map[string]*page{}}
	return s, errors.Join(s.build(), s.read())
}

// theSample returns the sample to a test.
func theSample(t *testing.T) *sample {
	t.Helper()
	s, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// openSample reads the sample that the program carries.
func openSample() (*generator.Portal, error) {
	tree, found, err := source.FS(bientap.Sample, generator.Roots(), source.Limits{})
	if err != nil {
		return nil, err
	}
	sub, err := fs.Sub(bientap.Sample, "themes/default")
	if err != nil {
		return nil, err
	}
	layer := theme.Layer{FS: sub, Dir: "themes/default"}
	p, more, err := generator.Open(generator.Input{Tree: tree, Default: layer, Now: now})
	return p, errors.Join(err, faults(append(found, more...)))
}

// faults makes an error of the findings that are graver than a warning.
func faults(found diag.List) error {
	worst, any := found.Worst()
	if !any || worst == diag.Warning {
		return nil
	}
	var words bytes.Buffer
	if err := found.Write(&words, diag.EN); err != nil {
		return err
	}
	return errors.New(words.String())
}

func (s *sample) build() error {
	var err error
	if s.portal, err = openSample(); err != nil {
		return err
	}
	hosts := s.portal.Config.Hosts()
	if len(hosts) != 1 {
		return fmt.Errorf("the sample has the hosts %q: these tests are for one", hosts)
	}
	s.origin = "https://" + hosts[0]
	target, err := publish.Stage(s.dir)
	if err != nil {
		return err
	}
	_, found, err := s.portal.Build(context.Background(), target, generator.Options{})
	if err := errors.Join(err, faults(found)); err != nil {
		return errors.Join(err, target.Discard())
	}
	return target.Commit()
}

// read reads what was built.
func (s *sample) read() error {
	if s.portal == nil {
		return nil
	}
	outputs := map[string]site.Output{}
	for o := range s.portal.Graph.Outputs() {
		outputs[o.Path] = o
	}
	root := os.DirFS(s.dir)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		s.files[name] = data
		if err == nil && path.Ext(name) == ".html" {
			err = s.addPage(name, data, outputs)
		}
		return err
	})
	slices.SortFunc(s.pages, func(a, b *page) int { return strings.Compare(a.path, b.path) })
	return err
}

func (s *sample) addPage(name string, data []byte, outputs map[string]site.Output) error {
	o, known := outputs[name]
	if !known {
		return fmt.Errorf("%s is no output of the graph", name)
	}
	root, err := html.Parse(bytes.NewReader(data))
	p := &page{file: name, path: "/" + strings.TrimSuffix(name, "index.html"), output: o, data: data, root: root}
	s.byPath[p.path] = p
	s.pages = append(s.pages, p)
	return err
}

// ofClass returns the pages of some classes.
func (s *sample) ofClass(classes ...site.Class) []*page {
	var out []*page
	for _, p := range s.pages {
		if slices.Contains(classes, p.output.Class) {
			out = append(out, p)
		}
	}
	return out
}

// npm returns the path of a file of an npm package, or skips the test; it
// fails if the environment variable BIENTAP_REQUIRE has name in its list.
func npm(t *testing.T, name, file string) string {
	t.Helper()
	dir := os.Getenv("BIENTAP_NPM")
	if dir == "" {
		dir = filepath.Join("..", "..", ".ci")
	}
	file, err := filepath.Abs(filepath.Join(dir, "node_modules", filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); err != nil {
		missing(t, name, err)
	}
	return file
}

// missing skips the test for want of a tool, or fails it if the environment
// variable BIENTAP_REQUIRE has the tool in its list.
func missing(t *testing.T, name string, cause error) {
	t.Helper()
	if slices.Contains(strings.Split(os.Getenv("BIENTAP_REQUIRE"), ","), name) {
		t.Fatalf("%s is required: %v", name, cause)
	}
	t.Skipf("%s is not installed: %v", name, cause)
}
