package corpus

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// host is where all sites stand, the main one at its root.
const host = "https://cong.example"

// sitePath is the path of a site on the host.
func sitePath(site record) string {
	if site.id == agencies[0].id {
		return "/"
	}
	return "/" + site.id + "/"
}

// colours are pairs of colours on which white text can be read.
var colours = [][2]string{{"#9f1d20", "#0b4f6c"}, {"#1f6b4a", "#7a4b12"}, {"#0b4f6c", "#7a4b12"}, {"#5b2a6e", "#1f6b4a"}}

// mapping and encode make YAML of plain data.
type mapping = map[string]any

func encode(v any) []byte {
	out, err := yaml.Marshal(v)
	if err != nil {
		panic(err) // plain data of ours: a fault of the program
	}
	return out
}

// config returns config.yaml. All sites have the same sections.
func (p *Portal) config() []byte {
	var sections, menu, home, sites []mapping
	for _, group := range []struct {
		kind   string
		list   []section
		styles []string // of the first ones, on the home page
	}{
		{"page", []section{aboutSection}, nil},
		{"article", p.articles, []string{"lead", "rows", "cards"}},
		{"document", p.documents, []string{"documents"}},
	} {
		for i, s := range group.list {
			sections = append(sections, mapping{"path": s.path, "title": s.name, "kind": group.kind})
			if i < len(group.styles) {
				home = append(home, mapping{"section": s.path, "style": group.styles[i], "count": 5})
			}
			entry := mapping{"section": s.path}
			if strings.Contains(s.path, "/") {
				above := menu[len(menu)-1] // tables have a section before those within
				items, _ := above["items"].([]mapping)
				above["items"] = append(items, entry)
				continue
			}
			menu = append(menu, entry)
		}
	}
	for i, a := range p.sites {
		var footer []mapping
		for n := i; n < min(len(aboutPages)*len(p.sites), p.o.Pages); n += len(p.sites) {
			footer = append(footer, mapping{"page": p.id(n)})
		}
		c := colours[i%len(colours)]
		sites = append(sites, mapping{
			"id": a.id, "main": i == 0, "title": a.name, "address": host + sitePath(a), "agency": a.id,
			"owner":       "Thành viên phụ trách (mẫu)",
			"responsible": name{"Người chịu trách nhiệm (mẫu)", "Person responsible (sample)"},
			"colours":     mapping{"accent": c[0], "second": c[1]},
			"sections":    sections, "menu": menu, "footer": footer, "home": home,
		})
	}
	return encode(mapping{
		"title":  name{"Cổng thông tin điện tử tỉnh (mẫu)", "Provincial portal (sample)"},
		"sample": true, "utc_offset": "+07:00", "languages": []string{"vi", "en"}, "sites": sites,
	})
}

// tag returns tag number i.
func tag(i int) record {
	aspect, theme := aspects[i/len(themes)], themes[i%len(themes)]
	vi := capital(strings.TrimSpace(aspect.VI + " " + theme.VI))
	return record{id: slug(vi), name: name{vi, aspect.EN + theme.EN}}
}

// records hands the files of records to yield, until it returns false.
func (p *Portal) records(yield func(string, []byte) bool) bool {
	var areas, tags []record
	for _, f := range fields {
		areas = append(areas, record{id: slug(f.VI), name: f})
	}
	for i := range p.o.Tags {
		tags = append(tags, tag(i))
	}
	for _, file := range []struct {
		name string
		list []record
	}{{"agencies", p.sites}, {"document-types", documentTypes}, {"fields", areas}, {"tags", tags}} {
		var out []mapping
		for _, r := range file.list {
			m := mapping{"id": r.id, "names": []name{r.name}}
			if r.abbreviation != "" {
				m["abbreviation"] = r.abbreviation
			}
			out = append(out, m)
		}
		if !yield("content/_data/"+file.name+".yaml", encode(out)) {
			return false
		}
	}
	return true
}
