package content

import (
	"bytes"
	"crypto/sha256"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/spell"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

// MaxFrontMatter bounds the front matter of a page, in bytes.
const MaxFrontMatter = 64 << 10

// Schema is what a page is read against.
type Schema struct {
	Portal  *config.Portal
	Kinds   Kinds
	Records Records
}

// Split cuts a page into its front matter and its body; line is the line on
// which the body begins. ok is false when there is no front matter. A byte
// order mark before it is passed over.
func Split(src []byte) (front, body []byte, line int, ok bool) {
	rest, found := cutLine(bytes.TrimPrefix(src, []byte("\ufeff")), "---")
	if !found {
		return nil, src, 1, false
	}
	for at, n := 0, 2; at < len(rest); n++ {
		end := bytes.IndexByte(rest[at:], '\n')
		if end < 0 {
			end = len(rest) - at
		} else {
			end++
		}
		if strings.TrimRight(string(rest[at:at+end]), " \t\r\n") == "---" {
			return rest[:at], rest[at+end:], n + 1, true
		}
		at += end
	}
	return nil, src, 1, false
}

// cutLine removes the first line of src if it says exactly s.
func cutLine(src []byte, s string) ([]byte, bool) {
	line, rest, _ := bytes.Cut(src, []byte("\n"))
	if strings.TrimRight(string(line), " \t\r") != s {
		return src, false
	}
	return rest, true
}

// Parse reads the page in the file name, whose bytes are src. The page is nil
// when there is too little to make one of; the findings then say why.
func (s *Schema) Parse(name string, src []byte) (*Page, diag.List) {
	p := &Page{Path: name}
	if rule := p.place(s.Portal); rule != nil {
		return nil, diag.List{rule.At(diag.Pos{Path: name}, name)}
	}
	front, _, line, ok := Split(src)
	if !ok {
		return nil, diag.List{ruleNoFrontMatter.At(diag.Pos{Path: name, Line: 1})}
	}
	if len(front) > MaxFrontMatter {
		return nil, diag.List{ruleFrontTooLarge.At(diag.Pos{Path: name, Line: 1}, len(front), MaxFrontMatter)}
	}
	p.BodyLine = line
	p.Meta = metaSum(name, front)
	r, root := strictyaml.Parse(name, front, 2)
	if root == nil {
		return nil, append(r.Findings(), rulePageUnreadable.At(diag.Pos{Path: name, Line: 1}))
	}
	pairs, ok := r.Mapping(root)
	if !ok {
		return nil, append(r.Findings(), rulePageUnreadable.At(diag.Pos{Path: name, Line: 1}))
	}
	d := decoder{schema: s, r: r, page: p, root: root}
	if !d.kind(pairs) {
		return nil, r.Findings()
	}
	d.fields(pairs)
	d.finish()
	if p.Title == "" {
		return nil, r.Findings()
	}
	return p, r.Findings()
}

func metaSum(name string, front []byte) (sum [16]byte) {
	h := sha256.New()
	h.Write([]byte(name))
	h.Write([]byte{0})
	h.Write(front)
	copy(sum[:], h.Sum(nil))
	return sum
}

// place reads the page's place from its path: content/<site>/<dir>/<slug>.md.
func (p *Page) place(portal *config.Portal) *diag.Rule {
	steps := strings.Split(strings.TrimSuffix(p.Path, ".md"), "/")
	if len(steps) < 3 {
		return rulePlace
	}
	for _, step := range steps[1:] {
		if !config.IsSegment(step) {
			return ruleSegment
		}
	}
	p.Site, p.Slug = steps[1], steps[len(steps)-1]
	p.Dir = strings.Join(steps[2:len(steps)-1], "/")
	if portal.Site(p.Site) == nil {
		return ruleNoSite
	}
	return nil
}

// decoder reads the front matter of one page.
type decoder struct {
	schema *Schema
	r      *strictyaml.Reader
	page   *Page
	root   *yaml.Node
	nodes  map[string]*yaml.Node // values by key, for positions
}

// kind finds the kind of the page: its own word, else the section's.
func (d *decoder) kind(pairs []*yaml.Node) bool {
	d.nodes = make(map[string]*yaml.Node, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		d.nodes[pairs[i].Value] = pairs[i+1]
	}
	name, at := d.sectionKind(), d.root
	if n := d.nodes["kind"]; !strictyaml.Empty(n) {
		s, ok := d.r.Text(n)
		if !ok {
			return false
		}
		name, at = s, n
	}
	k := d.schema.Kinds[name]
	if k == nil {
		near, _ := spell.Nearest(name, d.schema.Kinds.Names())
		d.r.Report(ruleNoKind, at, name, near, strings.Join(d.schema.Kinds.Names(), ", "))
		return false
	}
	d.page.Kind = k
	return true
}

// sectionKind is the kind that the nearest section above the page gives.
func (d *decoder) sectionKind() string {
	if sec := sectionOf(d.schema.Portal.Site(d.page.Site), d.page.Dir); sec != nil {
		return sec.Kind
	}
	return "page"
}

// sectionOf returns the nearest section above a folder of a site, or nil.
func sectionOf(s *config.Site, dir string) *config.Section {
	for ; dir != "" && dir != "."; dir = path.Dir(dir) {
		if sec := s.Section(dir); sec != nil {
			return sec
		}
	}
	return nil
}

// fields decodes the common fields and those of the kind.
func (d *decoder) fields(pairs []*yaml.Node) {
	common := yaml.Node{Kind: yaml.MappingNode, Line: d.root.Line, Column: d.root.Column}
	d.page.Fields = make([]Value, len(d.page.Kind.Fields))
	judged := make([]bool, len(d.page.Fields)) // what is wrong with a field was said
	for i := 0; i < len(pairs); i += 2 {
		key, value := pairs[i], pairs[i+1]
		if slices.Contains(commonNames, key.Value) {
			common.Content = append(common.Content, key, value)
			continue
		}
		at := d.page.Kind.FieldIndex(key.Value)
		if at < 0 {
			known := slices.Clone(commonNames)
			for _, f := range d.page.Kind.Fields {
				known = append(known, f.Name)
			}
			d.r.Unknown(key, known)
			continue
		}
		before := len(d.r.Findings())
		d.page.Fields[at] = d.value(&d.page.Kind.Fields[at], value)
		judged[at] = len(d.r.Findings()) > before
	}
	d.r.Decode(&common, &d.page.Common)
	for i, f := range d.page.Kind.Fields {
		if f.Required && !d.page.Fields[i].IsSet() && !judged[i] {
			d.r.Report(ruleNoField, d.at(f.Name), f.Name, f.Label.In("vi"), f.Label.In("en"))
		}
	}
	for _, name := range d.page.Kind.Require {
		n := d.nodes[name]
		wrong := !strictyaml.Empty(n) && n.Kind == yaml.ScalarNode // what is wrong with it was said
		if !d.page.has(name) && !wrong {
			d.r.Report(ruleNoField, d.at(name), name, commonWords[name][0], commonWords[name][1])
		}
	}
}

// commonWords name the common fields that a kind may require.
var commonWords = map[string][2]string{
	"summary": {"tóm tắt", "summary"}, "date": {"ngày", "date"}, "authors": {"tác giả", "authors"},
	"source": {"nguồn", "source"}, "image": {"ảnh đại diện", "picture"}, "tags": {"chủ đề", "topics"},
	"review_by": {"ngày rà soát lại", "day of review"},
}

// at returns the node of a key, or the whole front matter.
func (d *decoder) at(key string) *yaml.Node {
	if n := d.nodes[key]; n != nil {
		return n
	}
	return d.root
}

// item returns the node of an item of the list at a key.
func (d *decoder) item(key string, i int) *yaml.Node {
	n := d.at(key)
	if n.Kind == yaml.SequenceNode && i < len(n.Content) {
		return n.Content[i]
	}
	return n
}

// HasID reports whether the front matter of a page gives it an id, right or
// wrong. A file without front matter counts as having one: there is nowhere
// to put it.
func HasID(src []byte) bool {
	front, _, _, ok := Split(src)
	if !ok {
		return true
	}
	_, root := strictyaml.Parse("", front, 1)
	if root == nil || root.Kind != yaml.MappingNode {
		return true
	}
	for i := 0; i < len(root.Content); i += 2 {
		if root.Content[i].Value == "id" {
			return true
		}
	}
	return false
}
