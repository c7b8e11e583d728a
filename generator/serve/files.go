package serve

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strings"

	"sonla.gov.vn/bientap/generator/harden"
)

// Files serves a built folder of one host as a hardened server would: only
// GET and HEAD, the headers of the model for every path, 404.html for what is
// not there, no listings, nothing outside the folder, nothing hidden.
type Files struct {
	root    *os.Root
	headers func(path string) []harden.Header
	// rewrite changes the bytes of HTML pages before they are sent; nil for
	// none. Only the development server has one.
	rewrite func([]byte) []byte
}

// NewFiles serves the folder dir with the headers that a production server
// must send.
func NewFiles(dir string, o harden.Options) (*Files, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("serving %q: %w", dir, err)
	}
	headers := func(path string) []harden.Header { return harden.Headers(path, o) }
	return &Files{root: root, headers: headers}, nil
}

// Close releases the folder.
func (f *Files) Close() error { return f.root.Close() }

// ServeHTTP implements http.Handler.
func (f *Files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		f.head(w, r.URL.Path)
		http.Error(w, "405 method not allowed", http.StatusMethodNotAllowed)
		return
	}
	name, status := f.find(r.URL.Path)
	switch status {
	case http.StatusMovedPermanently:
		f.head(w, r.URL.Path)
		http.Redirect(w, r, name, status)
	case http.StatusNotFound:
		f.missing(w, r)
	default:
		f.send(w, r, name, http.StatusOK)
	}
}

// find turns the path of a request into the file to send, or the address of
// the folder that was meant.
func (f *Files) find(url string) (name string, status int) {
	if !strings.HasPrefix(url, "/") || path.Clean(url) != strings.TrimSuffix(url, "/") && url != "/" || url == "//" ||
		strings.ContainsAny(url, "\\\x00") || harden.Hidden(url) {
		return "", http.StatusNotFound
	}
	name = strings.Trim(url, "/")
	if strings.HasSuffix(url, "/") {
		name = path.Join(name, "index.html")
	}
	info, err := f.root.Lstat(name)
	switch {
	case err != nil:
		return "", http.StatusNotFound
	case info.Mode().IsRegular():
		return name, http.StatusOK
	}
	if page, err := f.root.Lstat(path.Join(name, "index.html")); err == nil && page.Mode().IsRegular() {
		// One slash only, so that no path can be taken for another host.
		return "/" + strings.TrimLeft(name, "/") + "/", http.StatusMovedPermanently
	}
	return "", http.StatusNotFound
}

// head sets the headers of the model.
func (f *Files) head(w http.ResponseWriter, path string) {
	for _, h := range f.headers(path) {
		w.Header().Set(h.Name, h.Value)
	}
}

func (f *Files) missing(w http.ResponseWriter, r *http.Request) {
	if _, err := f.root.Lstat("404.html"); err != nil {
		f.head(w, "/404.html")
		http.Error(w, "404 page not found", http.StatusNotFound)
		return
	}
	f.send(w, r, "404.html", http.StatusNotFound)
}

// send sends a file of the folder.
func (f *Files) send(w http.ResponseWriter, r *http.Request, name string, status int) {
	data, err := f.read(name)
	if err != nil {
		code := http.StatusInternalServerError
		if errors.Is(err, fs.ErrNotExist) { // replaced between find and read
			code = http.StatusServiceUnavailable
		}
		f.head(w, r.URL.Path)
		http.Error(w, http.StatusText(code), code)
		return
	}
	path := r.URL.Path
	if status == http.StatusNotFound {
		path = "/404.html"
	}
	f.head(w, path)
	kind := harden.ContentType(name)
	w.Header().Set("Content-Type", kind)
	if f.rewrite != nil && strings.HasPrefix(kind, "text/html") {
		data = f.rewrite(data)
	}
	tag := fmt.Sprintf(`"%s"`, strings.TrimPrefix(harden.Integrity(data), "sha384-")[:24])
	if status == http.StatusOK {
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(data)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(data) // a reader who went away is no fault of ours
	}
}

func (f *Files) read(name string) ([]byte, error) {
	file, err := f.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}
