package generator_test

import (
	"fmt"
	"maps"
	"strings"
	"time"

	"sonla.gov.vn/bientap/generator/view"
)

func (w *world) clone() *world {
	return &world{files: maps.Clone(w.files), now: w.now, provenance: maps.Clone(w.provenance), settings: maps.Clone(w.settings)}
}

// The pages that single edits change.
const (
	pageA   = "content/main/tin/a.md"
	pageB   = "content/main/tin/b.md"
	english = "content/en/news/a.md"
	plain0  = "content/main/gioi-thieu/trang-3.md"
	paperA  = "content/main/van-ban/a.md"
	paperB  = "content/main/van-ban/b.md"
	ownKind = "content/_kinds/lich.yaml"
)

// prepare writes the pages that single edits change, so that what they are is
// not a matter of chance.
func (w *world) prepare() {
	article := func(id, date, more, body string) string {
		return fmt.Sprintf("---\nid: %s\ntitle: %s\nsummary: Tóm tắt\ndate: %s\n%s---\n\n%s\n", id, id, date, more, body)
	}
	paper := func(id, more string) string {
		return fmt.Sprintf("---\nid: %s\ntitle: %s\nsummary: A\nnumber: 99/QĐ-UBND\ntype: qd\nissuer: so-mau\nissued: 2026-06-0%d\neffective: 2026-06-01\nfiles: [tep-a.txt]\n%s---\n",
			id, id, len(id)%9+1, more)
	}
	w.files[pageA] = article("baivieta", "2026-06-10", "pinned: true\ntags: [a]\ndocuments: [vanbana]\nimage: {file: a.png, alt: A, credit: B}\n",
		"[B](b.md) [id](id:baivietb) [thiếu](khong-co.md) [tệp](/main/van-ban/tep-aa.txt) [số liệu](/main/van-ban/so-lieu-2026.txt) ![A](a.png)")
	w.files[pageB] = article("baivietb", "2026-06-09", "", "Nội dung.")
	w.files[english] = article("baivietc", "2026-06-08", "", "Text.")
	for i := range 4 {
		w.files[fmt.Sprintf("content/main/tin/f%d.md", i)] = article(fmt.Sprint("baivietf", i), fmt.Sprintf("2026-02-0%d", i+1), "", "Cũ.")
	}
	w.files["content/so/tin/d.md"] = article("baivietx", "2026-06-07", "expires_at: 2026-06-17\n", "[E](e.md)")
	w.files["content/so/tin/e.md"] = article("baiviety", "2026-06-06", "publish_at: 2026-06-19\n", "[A](/main/tin/a.md)")
	w.files[plain0] = "---\nid: trang00003\ntitle: Trang\nsummary: A\n---\n"
	for i := range 2 { // those that stand in menus
		w.files[fmt.Sprintf("content/main/gioi-thieu/trang-%d.md", i)] = fmt.Sprintf("---\nid: trang%05d\ntitle: Trang %d\nsummary: A\n---\n", i, i)
	}
	w.files[paperA] = paper("vanbana", "")
	w.files[paperB] = paper("vanbanbb", "")
	w.files["content/main/van-ban/tep-a.txt"] = "một tệp\n"
	w.files["content/main/tin/a.png"] = pixel
	w.files["content/so/tin/anh.png"] = pixel
	w.files["content/main/tin/lich.md"] = "---\nid: lichlich\nkind: lich\ntitle: Lịch\nbegins: 2026-07-20\nhost: so-mau\n---\n"
	w.files[ownKind] = "kind: lich\nlabel: {vi: Lịch}\ndate: begins\nfields: [{name: begins, type: date, required: true, listed: true, label: {vi: Bắt đầu}}, " +
		"{name: host, type: record, of: agencies, label: {vi: Đơn vị}}]\nstates: [{id: over, from: begins, label: {vi: Đã qua}}, {id: soon, label: {vi: Sắp tới}}]\n"
	w.files["content/_data/tags.yaml"] = "- {id: a, names: [{vi: Chủ đề A}]}\n- {id: b, names: [{vi: Chủ đề B}]}\n- {id: c, names: [{vi: Chủ đề C}]}\n"
	w.files["content/_data/agencies.yaml"] = "- {id: ubnd, names: [{vi: Ủy ban}]}\n- id: so-mau\n  names:\n    - {vi: Sở cũ}\n    - {from: 2026-07-05, vi: Sở mới}\n"
	w.provenance["baivietb"] = view.Provenance{ApprovedBy: "Trưởng Ban"}
}

// change exchanges words in a file.
func change(file, from, to string) func(*world) {
	return func(w *world) {
		if !strings.Contains(w.files[file], from) {
			panic(file + " does not hold " + from)
		}
		w.files[file] = strings.Replace(w.files[file], from, to, 1)
	}
}

func write(file, text string) func(*world) { return func(w *world) { w.files[file] = text } }
func remove(file string) func(*world)      { return func(w *world) { delete(w.files, file) } }

func setting(name string, i int) func(*world) {
	return func(w *world) { w.settings[name] = settings[name][i]; w.configure() }
}

func at(day string) func(*world) {
	return func(w *world) {
		now, err := time.Parse("2006-01-02", day)
		if err != nil {
			panic(err)
		}
		w.now = now
	}
}

// singles are edits of the prepared world. Those that are silent change only
// what is found.
var singles = []struct {
	name   string
	do     func(*world)
	silent bool
}{
	{"title", change(pageA, "title: baivieta", "title: Khác"), false},
	{"body", change(pageB, "Nội dung.", "Nội dung khác."), false},
	{"new page", write("content/main/tin/c.md", "---\nid: baivietd\ntitle: D\nsummary: A\ndate: 2026-06-11\n---\n"), false},
	{"renamed page", func(w *world) { w.files["content/main/tin/bb.md"] = w.files[pageB]; delete(w.files, pageB) }, false},
	{"pinned page, too old for the newest", change("content/main/tin/f0.md", "date:", "pinned: true\ndate:"), false},
	{"withdrawn page", change(pageB, "date:", "withdrawn: {by: A, date: 2026-06-12, why: B}\ndate:"), false},
	{"first use of a tag", change(plain0, "summary: A", "summary: A\ntags: [c]"), false},
	{"tag taken away", change(pageA, "tags: [a]\n", ""), false},
	{"alias", change(pageB, "date:", "aliases: [/cu/b/]\ndate:"), false},
	{"translation", change(english, "date:", "translation_of: baivietb\ndate:"), false},
	{"relation", change(paperB, "files:", "relations: [{relation: amends, document: vanbana}]\nfiles:"), false},
	{"validity", change(paperA, "effective: 2026-06-01", "effective: 2026-12-01"), false},
	{"link that was missing", write("content/main/tin/khong-co.md", "---\nid: baiviete\ntitle: E\nsummary: A\ndate: 2026-01-01\n---\n"), false},
	{"file spelled nearly so", write("content/main/van-ban/so-lieu-2025.txt", "một tệp\n"), true},

	{"attachment", write("content/main/van-ban/tep-a.txt", "một tệp dài hơn\n"), false},
	{"attachment that is not fit", write("content/main/van-ban/tep-a.txt", "\x00\x00\n"), false},
	{"broken image", write("content/main/tin/a.png", pixel[:20]), false},

	{"name of a tag", change("content/_data/tags.yaml", "Chủ đề A", "Chủ đề khác"), false},
	{"name of an agency", change("content/_data/agencies.yaml", "Sở cũ", "Sở rất cũ"), false},
	{"label of a kind's state", change(ownKind, "Sắp tới", "Sắp diễn ra"), false},
	{"provenance", func(w *world) { w.provenance["baivieta"] = view.Provenance{ApprovedBy: "Phó trưởng Ban"} }, false},
	{"no provenance", func(w *world) { delete(w.provenance, "baivietb") }, false},

	{"end of a document", change(paperA, "effective:", "expired: 2026-06-18\neffective:"), false},
	{"clock, an expiry", at("2026-06-18"), false}, {"clock, a publication", at("2026-06-20"), false},
	{"clock, an agency's name", at("2026-07-06"), false},
	{"clock, a state", at("2026-07-21"), false},
	{"languages", setting("LANGUAGES", 1), false}, {"time zone", setting("OFFSET", 1), false}, {"lists", setting("LISTS", 1), false},
	{"name of a site", setting("NAME", 1), false},
	{"address of a site", setting("ENGLISH", 1), false}, {"host of a site", setting("ADDRESS", 1), false},
	{"section", setting("SECTION", 1), false}, {"merged site", setting("STATUS", 2), false},
	{"emblem", setting("EMBLEM", 1), false},

	{"row", write("themes/default/layouts/_row.html", defaultFile("layouts/_row.html")+"<p>x</p>"), false},
	{"layout", write("themes/default/layouts/article.html", "<h1>{{.Heading}}</h1>{{markup .Body}}"), false},
	{"colour", write("themes/default/theme.yaml", "colours: {accent: \"#123456\"}\n"), false},
	{"message of views", write("themes/default/messages/vi.yaml", "home: Về đầu trang\n"), false},
	{"message of layouts", write("themes/default/messages/vi.yaml", "older: Cũ hơn\n"), false},
	{"message with a value", write("themes/default/messages/vi.yaml", "year: \"Năm: {1}\"\n"), false},
}
