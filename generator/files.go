package generator

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"path"
	"strings"
	"sync"
	"testing/fstest"

	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/image"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/generator/view"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/spell"
)

// files answers what views ask about files of the tree. What it found out
// about a file is remembered for as long as the tree is open.
type files struct {
	tree  *source.Tree
	known sync.Map // path → *fact
}

type fact struct {
	once  sync.Once
	facts view.Facts
	ok    bool
}

func newFiles(t *source.Tree) *files { return &files{tree: t} }

// Read returns the bytes of a file.
func (f *files) Read(path string) ([]byte, error) { return f.tree.Read(path) }

// Facts returns the sum and size of a file, and for an image its dimensions.
// A file that a portal does not publish has none: one of another type, or one
// whose bytes are not fit for visitors. That is a finding at the file, and pages
// go without it: an editor's old attachment must not hold up the portal.
func (f *files) Facts(path string) (view.Facts, bool) {
	kind, publishable := content.TypeOf(path)
	if _, there := f.tree.Lookup(path); !there || !publishable {
		return view.Facts{}, false
	}
	v, _ := f.known.LoadOrStore(path, &fact{})
	known := v.(*fact)
	known.once.Do(func() { known.facts, known.ok = f.examine(path, kind) })
	return known.facts, known.ok
}

func (f *files) examine(path string, kind content.FileType) (view.Facts, bool) {
	data, err := f.tree.Read(path)
	if err != nil {
		return view.Facts{Found: diag.List{ruleUnreadable.At(diag.Pos{Path: path}, err.Error())}}, false
	}
	facts := view.Facts{Sum: sha256.Sum256(data), Size: int64(len(data))}
	published := map[bool]string{true: "media/", false: "tep/"}[kind.Image] + strings.TrimPrefix(path, "content/")
	for _, u := range harden.Check(published, data, harden.CheckOptions{}) {
		pos := diag.Pos{Path: path, Line: u.Pos.Line, Column: u.Pos.Column}
		facts.Found = append(facts.Found, ruleUnfit.At(pos, u.Message(diag.VI), u.Hint(diag.VI), u.Message(diag.EN), u.Hint(diag.EN)))
	}
	if len(facts.Found) > 0 || !kind.Image {
		return facts, len(facts.Found) == 0
	}
	info, err := image.Probe(bytes.NewReader(data), image.Limits{})
	if err != nil {
		facts.Found = diag.List{ruleNoPicture.At(diag.Pos{Path: path}, err.Error())}
		return facts, false
	}
	facts.Width, facts.Height = info.Width, info.Height
	return facts, true
}

// Near returns another file in the same folder whose name is spelled most like
// that of name, or "".
func (f *files) Near(name string) string {
	dir := path.Dir(name)
	var names []string
	for _, file := range f.tree.Under(dir) {
		if path.Dir(file.Path) == dir && file.Path != name {
			names = append(names, path.Base(file.Path))
		}
	}
	near, ok := spell.Nearest(path.Base(name), names)
	if !ok {
		return ""
	}
	return dir + "/" + near
}

// themeFS reads a folder of the tree, a portal's own theme, into memory.
func themeFS(t *source.Tree, dir string) (fs.FS, error) {
	out := fstest.MapFS{}
	for _, f := range t.Under(dir) {
		data, err := t.Read(f.Path)
		if err != nil {
			return nil, err
		}
		out[strings.TrimPrefix(f.Path, dir+"/")] = &fstest.MapFile{Data: data, Mode: 0o444}
	}
	return out, nil
}
