package corpus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// writer writes one page.
type writer struct {
	portal *Portal
	page   page
	words  grammar
	// variant is whose phrases are preferred: those of "title/chi-thi" to
	// those of "title".
	variant string
	// subject is what the page is about: the topic and the place that its
	// title names, and of a hundred mentions astray are of another.
	subject map[string]string
	astray  int
	// decks hold, by name, the phrases that were not used yet: none comes
	// again before all have come.
	decks map[string][]string
	lot   *rand.Rand
	out   []byte
	// notes and clauses count the footnotes and the articles so far.
	notes, clauses int
}

func (p *Portal) writer(g page, out []byte, purpose, revision int) *writer {
	w := &writer{portal: p, page: g, words: wordsVI, decks: map[string][]string{}, lot: p.lot(g.index, forSubject, revision)}
	switch {
	case g.kind == document:
		w.variant = "document"
	case g.trait == translated:
		w.words = wordsEN
	}
	w.subject = map[string]string{"topic": w.phrase("topic"), "place": w.phrase("place")}
	w.lot, w.out = p.lot(g.index, purpose, revision), out
	return w
}

// title returns the title of a page after a revision.
func (p *Portal) title(g page, revision int) string {
	if g.kind == about {
		return aboutPages[g.index/len(p.sites)][1] + " " + g.site.VI
	}
	w := p.writer(g, nil, forTitle, revision)
	w.variant = g.typ.id
	return w.phrase("Title")
}

// say writes one of the phrases of a name, with a capital if the name has one.
func (w *writer) say(name string) {
	start := len(w.out)
	lower := strings.ToLower(name)
	w.slot(lower)
	if lower != name {
		w.out = append(w.out[:start], capital(string(w.out[start:]))...)
	}
}

// capital returns s with a capital at its beginning.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

// phrase returns a phrase instead of writing it.
func (w *writer) phrase(name string) string {
	start := len(w.out)
	w.say(name)
	s := string(w.out[start:])
	w.out = w.out[:start]
	return s
}

// expand writes a phrase and what the names in it stand for.
func (w *writer) expand(phrase string) {
	for {
		before, rest, found := strings.Cut(phrase, "{")
		w.out = append(w.out, before...)
		if !found {
			return
		}
		before, phrase, _ = strings.Cut(rest, "}")
		w.say(before)
	}
}

// draw takes one of the phrases of a name.
func (w *writer) draw(name string) string {
	deck := w.decks[name]
	if len(deck) == 0 {
		deck = w.words[name]
		if own := w.words[name+"/"+w.variant]; own != nil {
			deck = own
		}
		deck = slices.Clone(deck)
	}
	k := w.lot.IntN(len(deck))
	deck[0], deck[k] = deck[k], deck[0]
	w.decks[name] = deck[1:]
	return deck[0]
}

// slot writes what stands for a name in braces.
func (w *writer) slot(name string) {
	switch day := w.page.day; name {
	case "few":
		w.printf("%d", 2+w.lot.IntN(8))
	case "count":
		w.printf("%d", 10+w.lot.IntN(80))
	case "thousands":
		point := map[bool]string{false: ".", true: ","}[w.page.trait == translated]
		w.printf("%d%s%03d", 1+w.lot.IntN(9), point, w.lot.IntN(1000))
	case "pct":
		w.printf("%d,%d", 50+w.lot.IntN(49), 1+w.lot.IntN(9))
	case "figures": // planned, done, per cent
		planned := 40 + w.lot.IntN(900)
		done := planned * (50 + w.lot.IntN(50)) / 100
		w.printf("%d | %d | %d,%d", planned, done, 100*done/planned, 1000*done/planned%10)
	case "month":
		w.printf("%d", day.Month())
	case "year":
		w.printf("%d", day.Year())
	case "date":
		w.out = day.AddDate(0, 0, -w.lot.IntN(60)).AppendFormat(w.out, "02/01/2006")
	case "deadline":
		w.out = day.AddDate(0, 0, 15+w.lot.IntN(60)).AppendFormat(w.out, "02/01/2006")
	case "agency":
		w.out = append(w.out, w.page.site.VI...)
	case "clause": // articles of documents in their usual order
		w.clauses++
		w.printf("%d. %s", w.clauses, clauses[(w.clauses-1)%len(clauses)])
	case "mark":
		w.notes++
		w.printf("[^%d]", w.notes)
	case "image":
		w.printf("%s", relative(w.page.dir, imageFile(w.page.site, w.lot.IntN(len(scenes)))))
	case "link":
		w.link()
	default:
		if s := w.subject[name]; s != "" && w.lot.IntN(100) >= w.astray {
			w.out = append(w.out, s...)
			return
		}
		w.expand(w.draw(name))
	}
}

func (w *writer) printf(format string, args ...any) { w.out = fmt.Appendf(w.out, format, args...) }

// link writes a link to an earlier page, by its path or by its id. Documents
// refer to documents; the first ones, for want of any, to the first page.
func (w *writer) link() {
	to, ok := w.earlier(func(g page) bool { return w.page.kind != document || g.kind == document })
	if !ok {
		to = w.portal.page(0)
	}
	w.printf("[%s](", w.portal.title(to, 0))
	if w.lot.IntN(3) == 0 {
		w.printf("id:%s)", w.portal.id(to.index))
		return
	}
	w.printf("%s)", relative(w.page.dir, w.portal.path(to)))
}

// Sizes in bytes: of the smallest pages and how much more the others have at
// most, up to a sentence; of a footnote; and of what is left to the last
// paragraph, within which the size is reached.
const (
	minSize, sizeRange = 4050, 800
	noteSize, lastPart = 80, 1200
)

// body writes the text below the front matter.
func (w *writer) body(imageHere bool) {
	size := minSize + w.lot.IntN(sizeRange)
	w.astray = 30
	w.expand("{paragraph}\n\n")
	switch {
	case imageHere:
		w.expand("{figure}\n\n")
	case w.page.kind == about && w.page.index < len(w.portal.sites):
		w.exhibit()
	}
	for len(w.out) < size-lastPart {
		w.expand("{part}")
	}
	w.expand("{See}: {link}.\n\n")
	for len(w.out) < size-w.notes*noteSize {
		w.expand("{Sentence}. ")
	}
	w.out[len(w.out)-1] = '\n'
	for n := range w.notes {
		w.printf("\n[^%d]: ", n+1)
		w.expand("{Footnote}\n")
	}
}

// exhibit shows every image and names every attachment of the site, so that
// each is used, however few other pages there are.
func (w *writer) exhibit() {
	for i := range scenes {
		w.printf("![%s](%s)\n\n", w.phrase("Alt"), relative(w.page.dir, imageFile(w.page.site, i)))
	}
	for _, s := range w.portal.documents {
		w.printf("- [Tệp mẫu của mục %s](%s)\n", s.VI, relative(w.page.dir, attachment("content/"+w.page.site.id+"/"+s.path)))
	}
	w.out = append(w.out, '\n')
}

// window is how far back pages refer to others: references to a page come
// from a time, and no page collects more of them the larger the portal is.
const window = 5000

// earlier draws one of the earlier pages that fit.
func (w *writer) earlier(fits func(page) bool) (page, bool) {
	before := min(w.page.index, w.portal.o.Pages)
	for range min(before, 30) {
		g := w.portal.page(before - 1 - w.lot.IntN(min(before, window)))
		if g.steady() && fits(g) {
			return g, true
		}
	}
	return page{}, false
}
