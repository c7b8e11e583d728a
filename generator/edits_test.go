package generator_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	bientap "sonla.gov.vn/bientap"
	"sonla.gov.vn/bientap/generator/view"
)

// edits are the changes that a world can undergo, with how often each comes.
// An edit says what it did.
var edits = []struct {
	often int
	do    func(w *world, r *rand.Rand) string
}{
	{6, (*world).article}, {4, (*world).document}, {1, (*world).agency}, {1, (*world).tag}, {3, (*world).kind},
	{2, (*world).attachment}, {1, (*world).image}, {2, (*world).plain}, {2, (*world).body}, {2, (*world).remove},
	{2, (*world).rename}, {4, (*world).clock}, {3, (*world).provide}, {7, (*world).set}, {5, (*world).restyle},
}

// step makes from one to three edits drawn by lot and says which.
func (w *world) step(r *rand.Rand) string {
	all := 0
	for _, e := range edits {
		all += e.often
	}
	var did []string
	for range 1 + r.IntN(3) {
		n := r.IntN(all)
		for _, e := range edits {
			if n -= e.often; n < 0 {
				did = append(did, e.do(w, r))
				break
			}
		}
	}
	return strings.Join(did, "; ")
}

// plain writes or deletes a page that stands in no menu.
func (w *world) plain(r *rand.Rand) string {
	i := 2 + r.IntN(3)
	name := fmt.Sprintf("content/main/gioi-thieu/trang-%d.md", i)
	if _, there := w.files[name]; there && r.IntN(2) == 0 {
		delete(w.files, name)
		return "delete " + name
	}
	w.plainPage(r, i)
	return "write " + name
}

// body adds a paragraph to a page.
func (w *world) body(r *rand.Rand) string {
	names := w.matching(".md")
	name := names[r.IntN(len(names))]
	w.files[name] += fmt.Sprintf("\nThêm một đoạn %d.\n", r.IntN(9))
	return "body of " + name
}

func (w *world) remove(r *rand.Rand) string {
	names := slices.Concat(w.matching("/bai-"), w.matching("/vb-"))
	if len(names) < 8 {
		return "nothing"
	}
	name := names[r.IntN(len(names))]
	delete(w.files, name)
	return "delete " + name
}

// rename moves an article to another file name, or into another folder.
func (w *world) rename(r *rand.Rand) string {
	names := w.matching("/bai-")
	if len(names) == 0 {
		return "nothing"
	}
	from := names[r.IntN(len(names))]
	stem := from[:strings.LastIndexByte(from, '-')]
	to := fmt.Sprintf("%s-%d.md", stem, r.IntN(3))
	if text := w.files[from]; r.IntN(3) == 0 && !strings.Contains(text, "aliases:") {
		to = "content/" + folders[r.IntN(len(folders))] + to[strings.LastIndexByte(to, '/'):]
	}
	if _, taken := w.files[to]; taken {
		return "nothing"
	}
	w.files[to] = w.files[from]
	delete(w.files, from)
	return "rename " + from + " to " + to
}

// clock goes forward, to midnight as often as not.
func (w *world) clock(r *rand.Rand) string {
	w.now = w.now.Add(time.Duration(1+r.IntN(15*24)) * time.Hour)
	if r.IntN(2) == 0 {
		w.now = w.now.Truncate(24 * time.Hour)
	}
	return "clock " + w.now.String()
}

func (w *world) provide(r *rand.Rand) string {
	w.provenance = maps.Clone(w.provenance)
	for range 4 {
		id := fmt.Sprintf("bai%05d", r.IntN(16))
		if r.IntN(3) == 0 {
			delete(w.provenance, id)
		} else {
			w.provenance[id] = view.Provenance{SuppliedBy: "Sở mẫu", ApprovedBy: fmt.Sprintf("Trưởng Ban %d", r.IntN(3))}
		}
	}
	return "provenance"
}

// set changes a setting of the configuration.
func (w *world) set(r *rand.Rand) string {
	names := slices.Sorted(maps.Keys(settings))
	name := names[r.IntN(len(names))]
	w.settings[name] = settings[name][r.IntN(len(settings[name]))]
	w.configure()
	return name + " is " + w.settings[name]
}

// restyle changes the portal's own theme: a partial, a layout, a message, a
// colour, the layout and the row of its own kind; or takes one of them away.
func (w *world) restyle(r *rand.Rand) string {
	const dir = "themes/default/"
	own := map[string]func() string{
		"layouts/_row.html":      func() string { return defaultFile("layouts/_row.html") + fmt.Sprintf("<p>%d</p>", r.IntN(3)) },
		"layouts/_footer.html":   func() string { return defaultFile("layouts/_footer.html") + fmt.Sprintf("<p>%d</p>", r.IntN(3)) },
		"layouts/article.html":   func() string { return fmt.Sprintf("<h1>{{.Heading}}</h1><p>%d</p>{{markup .Body}}", r.IntN(3)) },
		"layouts/lich.html":      func() string { return fmt.Sprintf("<h1>{{.Heading}}</h1><p>Lịch %d</p>", r.IntN(3)) },
		"layouts/_row-lich.html": func() string { return fmt.Sprintf("<li><a href=\"{{.URL}}\">{{.Title}}</a> %d</li>", r.IntN(3)) },
		"messages/vi.yaml": func() string {
			return fmt.Sprintf([]string{"older: Cũ hơn %d\n", "home: Đầu %d\n", "year: \"%d: {1}\"\n", "all-months: Mọi tháng %d\n"}[r.IntN(4)], r.IntN(3))
		},
		"messages/en.yaml": func() string {
			return fmt.Sprintf([]string{"older: Older %d\n", "home: Home %d\n", "feed-title: \"%d: {1}\"\n"}[r.IntN(3)], r.IntN(3))
		},
		"theme.yaml":      func() string { return fmt.Sprintf("colours: {accent: \"#7%d0000\"}\n", r.IntN(9)) },
		"assets/icon.svg": func() string { return defaultFile("assets/icon.svg") + strings.Repeat("\n", r.IntN(3)) },
	}
	names := slices.Sorted(maps.Keys(own))
	name := names[r.IntN(len(names))]
	if _, there := w.files[dir+name]; there && r.IntN(3) == 0 {
		delete(w.files, dir+name)
		return "no " + name + " of its own"
	}
	w.files[dir+name] = own[name]()
	return "theme: " + name
}

func defaultFile(name string) string {
	data, err := bientap.Sample.ReadFile("themes/default/" + name)
	if err != nil {
		panic(err)
	}
	return string(data)
}
