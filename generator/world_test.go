package generator_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	bientap "sonla.gov.vn/bientap"
	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/generator/theme"
	"sonla.gov.vn/bientap/generator/view"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

// memory is a target in memory. It refuses what a target may refuse: removing
// what is not there.
type memory struct {
	mu    sync.Mutex
	files map[string][]byte
}

func newMemory() *memory { return &memory{files: map[string][]byte{}} }

func (m *memory) Put(path string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[path] = data
	return nil
}

func (m *memory) Remove(path string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.files[path]; !ok {
		return fmt.Errorf("%q is not there", path)
	}
	delete(m.files, path)
	return nil
}

// world is everything that the bytes of a portal depend on. It is a small
// portal of three sites with pages of every kind, that can change in every way.
type world struct {
	files      map[string]string
	now        time.Time
	provenance map[string]view.Provenance
	settings   map[string]string // what stands for the capitals in worldConfig
}

func (w *world) fs() fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range w.files {
		out[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	return out
}

// open opens the world; a finding may not block it.
func (w *world) open(t *testing.T) (*generator.Portal, diag.List) {
	t.Helper()
	tree, found, err := source.FS(w.fs(), generator.Roots(), source.Limits{})
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	return w.openTree(t, tree, 2)
}

func defaultLayer(t testing.TB) theme.Layer {
	t.Helper()
	layer, err := fs.Sub(bientap.Sample, "themes/default")
	if err != nil {
		t.Fatal(err)
	}
	return theme.Layer{FS: layer, Dir: "themes/default"}
}

func (w *world) openTree(t *testing.T, tree *source.Tree, workers int) (*generator.Portal, diag.List) {
	t.Helper()
	p, found, err := generator.Open(generator.Input{
		Tree: tree, Default: defaultLayer(t), Now: w.now, Provenance: w.provenance, Workers: workers,
	})
	if err != nil {
		t.Fatalf("%v\n%s", err, explained(found))
	}
	return p, found
}

// produce builds a portal into a target.
func produce(t *testing.T, p *generator.Portal, target generator.Target, o generator.Options) (generator.Report, diag.List) {
	t.Helper()
	report, found, err := p.Build(context.Background(), target, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		diagtest.Finding(t, f)
	}
	return report, found
}

const worldConfig = `title: {vi: Cổng thử, en: Trial portal}
languages: LANGUAGES
utc_offset: "OFFSET"
lists: LISTS
SECURITY
sites:
  - id: main
    main: true
    title: {vi: Cổng chính, en: Main}
    tagline: {vi: TAGLINE}
    address: https://thu.example/
    agency: ubnd
    owner: Tổ thư ký mẫu
    responsible: {vi: Trưởng Ban (mẫu)}
    sections:
      - {path: tin, title: {vi: Tin tức}, kind: article}
      - {path: tin/kinh-te, title: {vi: Kinh tế}, kind: article}
      - {path: van-ban, title: {vi: Văn bản}, kind: document}
      - {path: gioi-thieu, title: {vi: Giới thiệu}, kind: page}
      SECTION
    menu: [{section: tin}, {page: trang00000}, {title: Nhóm, items: [{section: so/tin}]}]
    footer: [{page: trang00001}]
    home:
      - {section: tin, style: lead, count: 3}
      - {section: so/tin, style: cards, count: 2}
      - {section: van-ban, style: documents, count: 2}
  - id: so
    title: {vi: NAME}
    address: ADDRESS
    agency: so-mau
    owner: Tổ thư ký mẫu
    responsible: {vi: Giám đốc (mẫu)}
    status: STATUS
    EMBLEM
    sections:
      - {path: tin, title: {vi: Tin của Sở}, kind: article}
      - {path: van-ban, title: {vi: Văn bản của Sở}, kind: document}
    home: [{section: tin, style: rows, count: 3}, {section: main/tin, style: rows, count: 2}]
  - id: en
    language: en
    title: {en: English site, vi: Trang tiếng Anh}
    address: https://thu.example/ENGLISH/
    agency: ubnd
    owner: Tổ thư ký mẫu
    responsible: {en: Head of the Board (sample)}
    sections: [{path: news, title: {en: News}, kind: article}]
    home: [{section: news, style: lead, count: 3}]
`

// The values that settings can have, the first of them at the beginning.
var settings = map[string][]string{
	"LANGUAGES": {"[vi, en]", "[en, vi]"},
	"OFFSET":    {"+07:00", "+00:00", "-09:30"},
	"LISTS":     {"{newest: 4, month: 2, feed: 3, older: 2}", "{newest: 3, month: 3, feed: 2, older: 1}", "{newest: 5, month: 1, feed: 4, older: 3}"},
	"SECURITY":  {"", `security: {contact: "mailto:a@thu.example", expires: 2027-11-30}`},
	"NAME":      {"Sở mẫu", "Sở mẫu đổi tên"},
	"ENGLISH":   {"en", "english"},
	"TAGLINE":   {"Khẩu hiệu", "Khẩu hiệu khác"},
	"SECTION":   {"", "- {path: moi, title: {vi: Mục mới}, kind: article}", "- {path: moi, title: {vi: Mục khác}, kind: article}"},
	"ADDRESS":   {"https://thu.example/so/", "https://so.thu.example/"},
	"STATUS":    {"{state: active}", "{state: closed, from: 2026-05-01}", "{state: merged, into: main, from: 2026-05-01}"},
	"EMBLEM":    {"", "emblem: {file: tin/anh.png, alt: Huy hiệu}", "emblem: {file: khong-co.png, alt: Huy hiệu}"},
}

func (w *world) configure() {
	var pairs []string
	for name, value := range w.settings {
		pairs = append(pairs, name, value)
	}
	w.files["config.yaml"] = strings.NewReplacer(pairs...).Replace(worldConfig)
	if w.settings["ADDRESS"] != settings["ADDRESS"][0] { // aliases would lie outside a site that moved
		for name, text := range w.files {
			w.files[name] = strings.ReplaceAll(text, "\naliases: [/so/cu/", "\n# [/so/cu/")
		}
	}
}

// newWorld is a world with pages drawn by lot.
func newWorld(r *rand.Rand) *world {
	w := bareWorld()
	for _, first := range []func(*rand.Rand) string{w.agency, w.tag, w.kind, w.attachment, w.image} {
		first(r)
	}
	for i := range 4 {
		w.plainPage(r, i)
	}
	for range 14 {
		w.article(r)
	}
	for range 8 {
		w.document(r)
	}
	return w
}

// bareWorld is a world without pages.
func bareWorld() *world {
	w := &world{
		files: map[string]string{
			"content/_data/document-types.yaml": "- {id: qd, names: [{vi: Quyết định, en: Decision}]}\n",
			"content/_data/fields.yaml":         "- {id: y-te, names: [{vi: Y tế, en: Health}]}\n",
		},
		now:        time.Date(2026, 6, 15, 8, 0, 0, 0, time.UTC),
		provenance: map[string]view.Provenance{},
		settings:   map[string]string{},
	}
	for name, values := range settings {
		w.settings[name] = values[0]
	}
	w.configure()
	return w
}

// folders are where articles may stand.
var folders = []string{"main/tin", "main/tin/kinh-te", "main/moi", "so/tin", "en/news", "en/news"}

// matching returns the files whose names have a part, sorted.
func (w *world) matching(part string) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(w.files)), func(n string) bool { return !strings.Contains(n, part) })
}

// article writes an article about which everything is drawn by lot.
func (w *world) article(r *rand.Rand) string {
	i := r.IntN(16)
	for _, name := range w.matching(fmt.Sprintf("/bai-%d-", i)) {
		delete(w.files, name)
	}
	dir := folders[r.IntN(len(folders))]
	var b strings.Builder
	fmt.Fprintf(&b, "---\nid: bai%05d\ntitle: Bài %d bản %d\nsummary: Tóm tắt %d\n", i, i, r.IntN(3), r.IntN(3))
	fmt.Fprintf(&b, "date: 2026-%02d-%02d\n", 1+r.IntN(6), 1+r.IntN(28))
	if r.IntN(2) == 0 {
		fmt.Fprintf(&b, "tags: [%s]\n", []string{"a", "b", "a, b"}[r.IntN(3)])
	}
	if r.IntN(3) == 0 {
		fmt.Fprintf(&b, "image: {file: %s/tin/anh.png, alt: Ảnh, credit: Tranh mẫu}\n", []string{"/main", "/so"}[r.IntN(2)])
	}
	switch r.IntN(12) {
	case 0:
		b.WriteString("withdrawn: {by: Ban Biên tập, date: 2026-06-02, why: Sai sót}\n")
	case 1, 7:
		b.WriteString("publish_at: 2026-07-01 08:00\n")
	case 2, 8:
		b.WriteString("expires_at: 2026-06-30 17:00\n")
	case 3, 4:
		b.WriteString("pinned: true\n")
	case 5:
		b.WriteString("corrections: [{date: 2026-06-10, text: Sửa ngày}]\n")
	case 6:
		switch site, _, _ := strings.Cut(dir, "/"); {
		case site == "main":
			fmt.Fprintf(&b, "aliases: [/cu/bai-%d/]\n", i)
		case site == "so" && w.settings["ADDRESS"] == settings["ADDRESS"][0]:
			fmt.Fprintf(&b, "aliases: [/so/cu/bai-%d/]\n", i)
		}
	}
	if dir == "en/news" && r.IntN(3) > 0 {
		fmt.Fprintf(&b, "translation_of: bai%05d\n", r.IntN(16))
	}
	if r.IntN(3) == 0 && dir != "main/moi" {
		fmt.Fprintf(&b, "documents: [vanban%04d]\n", r.IntN(8))
	}
	fmt.Fprintf(&b, "---\n\n## Mục\n\nXem [bài](id:bai%05d), [bài](/main/tin/bai-%d-0.md), [trang](/main/gioi-thieu/trang-%d.md), [mục](/main/moi/) lần %d.\n\n",
		r.IntN(16), r.IntN(16), r.IntN(5), r.IntN(100))
	fmt.Fprintf(&b, "![Ảnh](%s/tin/anh.png) [tệp](/main/van-ban/tep-%d.txt)\n", []string{"/main", "/so"}[r.IntN(2)], r.IntN(3))
	w.files[fmt.Sprintf("content/%s/bai-%d-0.md", dir, i)] = b.String()
	return fmt.Sprintf("write article %d", i)
}

// document writes a document.
func (w *world) document(r *rand.Rand) string {
	i := r.IntN(8)
	var b strings.Builder
	fmt.Fprintf(&b, "---\nid: vanban%04d\ntitle: Quyết định %d\nsummary: Về việc %d\nnumber: %d/QĐ-UBND\ntype: qd\nissuer: so-mau\n", i, i, r.IntN(5), 10+i)
	fmt.Fprintf(&b, "issued: 2026-%02d-%02d\n", 1+r.IntN(8), 1+r.IntN(28))
	fmt.Fprintf(&b, "effective: 2026-%02d-01\n", 5+r.IntN(4))
	if r.IntN(3) == 0 {
		b.WriteString("expired: 2026-06-20\n")
	}
	if r.IntN(3) > 0 {
		fmt.Fprintf(&b, "relations: [{relation: %s, document: vanban%04d}]\n", []string{"amends", "replaces"}[r.IntN(2)], r.IntN(8))
	}
	fmt.Fprintf(&b, "files: [tep-%d.txt]\n---\n\nĐiều 1.\n\na) một;\nb) hai.\n", r.IntN(3))
	w.files[fmt.Sprintf("content/main/van-ban/vb-%d.md", i)] = b.String()
	return fmt.Sprintf("write document %d", i)
}

// plainPage writes a page that is listed by title. The first two stand in menus.
func (w *world) plainPage(r *rand.Rand, i int) {
	more := []string{"", "tags: [a]\n", "tags: [c]\n", "sort_as: A\n"}[r.IntN(4)]
	w.files[fmt.Sprintf("content/main/gioi-thieu/trang-%d.md", i)] = fmt.Sprintf(
		"---\nid: trang%05d\ntitle: Trang %d bản %d\nsummary: Tóm tắt\n%s---\n\nNội dung [bài](id:bai%05d).\n", i, i, r.IntN(3), more, r.IntN(16))
}

func (w *world) agency(r *rand.Rand) string {
	w.files["content/_data/agencies.yaml"] = fmt.Sprintf(`- {id: ubnd, names: [{vi: Ủy ban mẫu %d, en: Sample committee}]}
- id: so-mau
  names:
    - {vi: Sở cũ, en: Old department}
    - {from: 2026-07-0%d, vi: Sở mới %d, en: New department}
`, r.IntN(2), 1+r.IntN(5), r.IntN(3))
	return "agencies"
}

func (w *world) tag(r *rand.Rand) string {
	w.files["content/_data/tags.yaml"] = fmt.Sprintf(
		"- {id: a, names: [{vi: Chủ đề A%d}]}\n- {id: b, names: [{vi: Chủ đề B%d}]}\n- {id: c, names: [{vi: Chủ đề C}]}\n", r.IntN(3), r.IntN(3))
	return "tags"
}

// kind writes a kind of the portal's own, with a page of it.
func (w *world) kind(r *rand.Rand) string {
	w.files["content/_kinds/lich.yaml"] = fmt.Sprintf(`kind: lich
label: {vi: Lịch %d}
date: begins
fields: [{name: begins, type: date, required: true, listed: %v, label: {vi: Bắt đầu}}, {name: host, type: record, of: agencies, label: {vi: Đơn vị %d}}]
states: [{id: over, from: begins, label: {vi: Đã qua %d}}, {id: soon, label: {vi: Sắp tới}}]
`, r.IntN(2), r.IntN(2) == 0, r.IntN(2), r.IntN(2))
	const page = "content/main/tin/lich.md"
	if _, there := w.files[page]; !there || r.IntN(4) == 0 {
		w.files[page] = fmt.Sprintf("---\nid: lichlich\nkind: lich\ntitle: Lịch\nbegins: 2026-07-%02d\nhost: so-mau\n---\n", 1+r.IntN(20))
	}
	return "a kind of the portal's own"
}

// attachment writes an attachment, a good one, one that is not fit, or none.
func (w *world) attachment(r *rand.Rand) string {
	for i := range 3 {
		name := fmt.Sprintf("content/main/van-ban/tep-%d.txt", i)
		switch r.IntN(4) {
		case 0:
			delete(w.files, name)
		case 1:
			w.files[name] = "một tệp \x00 hỏng\n"
		default:
			w.files[name] = fmt.Sprintf("một tệp %d\n", r.IntN(5))
		}
	}
	return "attachments"
}

// pixel is a white PNG of 1 × 1 pixel.
const pixel = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\x1b\xb6\xeeV\x00\x00\x00\x00IEND\xaeB`\x82"

// image writes an image, another one, a broken one, or none.
func (w *world) image(r *rand.Rand) string {
	for _, site := range []string{"main", "so"} {
		name := "content/" + site + "/tin/anh.png"
		switch r.IntN(4) {
		case 0:
			delete(w.files, name)
		case 1:
			w.files[name] = pixel[:20]
		default:
			w.files[name] = pixel
		}
	}
	return "images"
}
