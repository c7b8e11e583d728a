package corpus

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// appendPage appends the bytes of page i after a revision to out.
func (p *Portal) appendPage(out []byte, i, revision int) (path string, data []byte) {
	g := p.page(i)
	front := p.writer(g, out, forFront, revision)
	front.line("---\nid: %s", p.id(i))
	front.line("title: %q", p.title(g, revision))
	front.line("summary: %q", front.phrase("Summary"))
	imageHere := false
	switch g.kind {
	case article:
		imageHere = front.article()
	case document:
		front.document()
	}
	if g.kind != about {
		front.line("field: %s", slug(fields[front.lot.IntN(len(fields))].VI))
		front.tags()
		front.unusual()
	}
	front.line("---\n")
	body := p.writer(g, front.out, forBody, revision)
	body.body(imageHere)
	return p.path(g), body.out
}

func (w *writer) line(format string, args ...any) { w.printf(format+"\n", args...) }

// chance is true so many times of a hundred.
func (w *writer) chance(percent int) bool { return w.lot.IntN(100) < percent }

// article writes the fields of an article. Of five articles one has an image,
// in the front matter or, as it reports, in the body.
func (w *writer) article() (imageHere bool) {
	// The hour belongs to the date, which no revision changes.
	clock := w.portal.lot(w.page.index, forPlace, 1)
	w.line("date: %s %02d:%02d", w.page.day.Format(time.DateOnly), 7+clock.IntN(11), clock.IntN(60))
	w.line("authors: [Cộng tác viên mẫu]\nsource: %q", w.phrase("source"))
	if w.chance(20) {
		if imageHere = w.chance(40); !imageHere {
			w.line("image:\n  file: %s\n  alt: %q\n  credit: %q", w.phrase("image"), w.phrase("Alt"), w.phrase("credit"))
		}
	}
	if w.chance(15) {
		if to, ok := w.earlier(func(g page) bool { return g.kind == document }); ok {
			w.line("documents: [%s]", w.portal.id(to.index))
		}
	}
	return imageHere
}

// document writes the fields of a document.
func (w *writer) document() {
	issued := w.page.day
	w.line("number: %s\ntype: %s\nissuer: %s", w.page.number(), w.page.typ.id, w.page.site.id)
	w.line("issued: %s", issued.Format(time.DateOnly))
	w.validity(issued.AddDate(0, 0, []int{0, 0, 10, 45, 60}[w.lot.IntN(5)]))
	w.line("signer: Người ký mẫu\nsigner_title: Chức danh mẫu")
	w.relations()
	w.line("files:\n  - {file: %s, title: %q}", relative(w.page.dir, attachment(w.page.dir)), "Văn bản số "+w.page.number())
}

// validity writes the days on which the validity of a document changes: of
// most only when it comes into force, of one in twelve not even that.
func (w *writer) validity(effective time.Time) {
	if w.chance(8) {
		return
	}
	w.line("effective: %s", effective.Format(time.DateOnly))
	later := effective.AddDate(0, 0, 100+w.lot.IntN(1500)).Format(time.DateOnly)
	switch n := w.lot.IntN(100); {
	case n < 12:
		w.line("expired: %s", later)
	case n < 16:
		w.line("partly_expired: %s\npartly_expired_note: %q", later, fmt.Sprintf("Điều %d hết hiệu lực do được thay thế", 1+w.lot.IntN(4)))
	case n < 18:
		w.line("suspended: %s", later)
	}
}

// relations writes up to three relations to different earlier documents, and
// sometimes one to a document elsewhere.
func (w *writer) relations() {
	seen := map[int]bool{}
	head := "relations:\n"
	for range w.lot.IntN(4) {
		to, ok := w.earlier(func(g page) bool { return g.kind == document && !seen[g.index] })
		if !ok {
			continue
		}
		seen[to.index] = true
		w.line("%s  - {relation: %s, document: %s}", head, relations[min(w.lot.IntN(len(relations)), w.lot.IntN(len(relations)))], w.portal.id(to.index))
		head = ""
	}
	if w.chance(10) {
		w.line("%s  - {relation: based-on, title: Luật Tổ chức chính quyền địa phương}", head)
	}
}

// tags writes up to two tags, most often those that the site favours.
func (w *writer) tags() {
	var ids []string
	n := w.portal.o.Tags
	favourite := len(w.page.site.id) * 7 // a number that few sites share
	for range (w.lot.IntN(4) + 1) / 2 {
		if id := tag((favourite + min(w.lot.IntN(n), w.lot.IntN(n))) % n).id; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) > 0 {
		w.line("tags: [%s]", strings.Join(ids, ", "))
	}
}

// unusual writes what the trait of the page asks for.
func (w *writer) unusual() {
	// What follows publication does not follow the last day.
	after := func(days int) string {
		day := w.page.day.AddDate(0, 0, days)
		if day.After(w.portal.o.To) {
			day = w.portal.o.To
		}
		return day.Format(time.DateOnly)
	}
	switch w.page.trait {
	case pinned:
		w.line("pinned: true")
	case corrected:
		w.line("corrections:\n  - {date: %s, text: %q}", after(2), w.phrase("Correction"))
	case withdrawn:
		w.line("withdrawn: {by: Trưởng Ban Biên tập (mẫu), date: %s, why: %q}", after(5), w.phrase("withdrawal"))
	case expired:
		w.line("expires_at: %s 17:00", w.page.day.AddDate(0, 0, 30+w.lot.IntN(60)).Format(time.DateOnly))
	case scheduled:
		w.line("publish_at: %s 07:00", w.page.day.Format(time.DateOnly))
	case aliased:
		w.line("aliases: [%stin-cu/%d/]", sitePath(w.page.site), w.page.index)
	case translated:
		w.line("lang: en\ntranslation_of: %s", w.portal.id(w.page.origin))
	}
}
