package config_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/diag/diagtest"
)

// small is a configuration without faults, one line a fact so that tests can
// exchange lines.
const small = `title: {vi: Cổng, en: Portal}
languages: [vi, en]
theme: rieng
lists: {newest: 3, month: 4}
limits: {page_kb: 9}
security: {contact: "mailto:a@mau.example", expires: 2027-11-30, hsts: subdomains}
utc_offset: "+07:00"
sites:
  - id: main
    main: true
    title: Cổng chính
    address: https://mau.example/
    agency: ubnd
    owner: Tổ thư ký
    responsible: Trưởng Ban
    colours: {accent: "#9f1d20"}
    emblem: {file: hinh/huy-hieu.png, alt: Huy hiệu}
    contact: {phone: "0212 000 0000", email: a@mau.example}
    sections:
      - {path: tin, title: Tin}
      - {path: van-ban, title: Văn bản, kind: document}
    menu:
      - {section: tin}
      - {title: Nhóm, items: [{section: so/tin}, {page: abcdef1234}]}
    footer:
      - {title: Chính phủ, url: "https://chinhphu.vn/"}
    home:
      - {section: tin, style: lead, count: 3}
      - {section: so/tin}
  - id: so
    title: {vi: Sở}
    address: https://mau.example/so/
    agency: so
    owner: Thành viên
    responsible: Giám đốc
    sections:
      - {path: tin, title: Tin}
  - id: cu
    title: {vi: Sở cũ}
    address: https://cu.mau.example/
    language: en
    agency: cu
    owner: Thành viên
    responsible: Giám đốc
    status: {state: merged, into: so, from: 2026-01-01}
`

// edit exchanges the line that begins with from, spaces aside, for to, which
// may be several lines or none.
func edit(t testing.TB, src, from, to string) string {
	t.Helper()
	lines := strings.SplitAfter(src, "\n")
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), from) {
			indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
			lines[i] = ""
			if to != "" {
				lines[i] = indent + to + "\n"
			}
			return strings.Join(lines, "")
		}
	}
	t.Fatalf("no line begins with %q", from)
	return ""
}

func places(found diag.List) string {
	var out []string
	for _, f := range found.Sort() {
		if f.Pos.Path != config.File {
			out = append(out, "in "+f.Pos.Path)
		}
		out = append(out, fmt.Sprintf("%d %s", f.Pos.Line, f.Rule.Code))
	}
	return strings.Join(out, ", ")
}

func TestParse(t *testing.T) {
	p, found := config.Parse([]byte(small))
	if len(found) > 0 || p == nil {
		t.Fatalf("found %s", places(found))
	}
	if p.Theme != "rieng" || p.Lists != (config.Lists{Newest: 3, Month: 4, Feed: 20, Older: 5}) ||
		p.Limits != (config.Limits{PageKB: 9, FileMB: 50, Files: 2_000_000}) {
		t.Errorf("read %+v", p)
	}
	if got := p.Hosts(); !slices.Equal(got, []string{"mau.example", "cu.mau.example"}) {
		t.Errorf("the hosts are %q", got)
	}
	main, so, old := p.Site("main"), p.Site("so"), p.Site("cu")
	if main != p.MainSite() || p.Site("khac") != nil || main.Language != "vi" || old.Language != "en" {
		t.Error("sites are not found by their ids, or do not have their languages")
	}
	if main.Status.State != config.Active || old.Status.State != config.Merged || old.Status.Into != "so" {
		t.Errorf("the states are %+v and %+v", main.Status, old.Status)
	}
	if sec := main.Section("tin"); sec == nil || sec.Kind != "article" || sec.Pos != (diag.Pos{Path: config.File, Line: 20, Column: 9}) {
		t.Errorf("the section is %+v", sec)
	}
	if b := main.Home[1]; b.Style != "rows" || b.Count != 5 {
		t.Errorf("a block without style and count is %+v", b)
	}
	if s, sec := p.SplitSection(main, "so/tin"); s != so || sec != so.Section("tin") {
		t.Errorf("so/tin leads to %v, %v", s, sec)
	}
	if s, sec := p.SplitSection(so, "tin"); s != so || sec != so.Section("tin") {
		t.Errorf("tin, said on so, leads to %v, %v", s, sec)
	}
	for _, ref := range []string{"khac/tin", "so/khac", "so", "", "/", "main"} {
		if s, sec := p.SplitSection(main, ref); s != nil || sec != nil {
			t.Errorf("%q leads to %v, %v", ref, s, sec)
		}
	}
}

func TestDefaults(t *testing.T) {
	src := small
	for _, line := range []string{"languages", "theme", "lists", "limits", "security", "utc_offset", "- id: cu"} {
		if line == "- id: cu" {
			src = src[:strings.Index(src, "  - id: cu")]
		} else {
			src = edit(t, src, line, "")
		}
	}
	p, found := config.Parse([]byte(src))
	if len(found) > 0 || p == nil {
		t.Fatalf("found %s", places(found))
	}
	if p.Theme != "default" || !slices.Equal(p.Languages, []string{"vi"}) || p.Lists != (config.Lists{Newest: 20, Month: 50, Feed: 20, Older: 5}) ||
		p.Limits != (config.Limits{PageKB: 1024, FileMB: 50, Files: 2_000_000}) || p.Offset.Location().String() != "+07:00" {
		t.Errorf("the defaults are %+v", p)
	}
	if p.Hosts()[0] != "mau.example" || len(p.Hosts()) != 1 {
		t.Errorf("two sites on one host have the hosts %q", p.Hosts())
	}
}

func TestOffset(t *testing.T) {
	for in, want := range map[string]string{
		"+07:00": "2026-11-23T00:00:00+07:00", "+00:00": "2026-11-23T00:00:00Z", "-03:30": "2026-11-23T00:00:00-03:30",
		"+14:00": "2026-11-23T00:00:00+14:00", "+05:45": "2026-11-23T00:00:00+05:45",
	} {
		p, found := config.Parse([]byte(edit(t, small, "utc_offset", `utc_offset: "`+in+`"`)))
		if p == nil {
			t.Errorf("%s: found %s", in, places(found))
			continue
		}
		loc := p.Offset.Location()
		if got := (config.Date{Year: 2026, Month: 11, Day: 23}).Start(loc).Format(time.RFC3339); got != want || loc.String() != in {
			t.Errorf("with the offset %s, called %s, the day begins at %s, want %s", in, loc, got, want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]config.Date{
		"2026-11-23": {Year: 2026, Month: 11, Day: 23}, "2024-02-29": {Year: 2024, Month: 2, Day: 29},
		"1800-01-01": {Year: 1800, Month: 1, Day: 1}, "2199-12-31": {Year: 2199, Month: 12, Day: 31},
	} {
		if got, err := config.ParseDate(in); err != nil || got != want {
			t.Errorf("%q is read as %v, %v", in, got, err)
		}
	}
	for _, in := range []string{
		"", "2026", "2026-11", "23/11/2026", "2026-11-31", "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-2", "1799-12-31",
		"2200-01-01", "0000-00-00", "20266-01-01", "2026-11-23 08:00", " 2026-11-23", "२०२६-११-२३", "-2026-11-23",
	} {
		if got, err := config.ParseDate(in); err == nil {
			t.Errorf("%q is taken for %v", in, got)
		}
	}
}

func TestText(t *testing.T) {
	both := config.Text{"vi": "Tin", "en": "News"}
	for _, c := range []struct {
		text     config.Text
		lang     string
		fallback []string
		want     string
	}{
		{both, "vi", nil, "Tin"}, {both, "en", nil, "News"}, {both, "lo", nil, "Tin"}, {both, "lo", []string{"zh", "en"}, "News"},
		{config.Same("Tin"), "en", nil, "Tin"}, {config.Text{"en": "News"}, "vi", nil, "News"},
		{config.Text{"zh": "新闻", "lo": "ຂ່າວ"}, "vi", []string{"en"}, "ຂ່າວ"}, {nil, "vi", nil, ""}, {config.Text{}, "vi", nil, ""},
	} {
		for range 20 { // maps have no order; the answer has
			if got := c.text.In(c.lang, c.fallback...); got != c.want {
				t.Fatalf("%v in %q, else %q, is %q, want %q", c.text, c.lang, c.fallback, got, c.want)
			}
		}
	}
}

// faulty are single changes to the small configuration, with what is found.
// The finding "0 config-unusable" follows from every error.
var faulty = []struct{ name, line, with, want string }{
	{"unknown key", "theme:", "them: rieng", "3 yaml-unknown-key"},
	{"unknown key of a site", "owner: Tổ", "onwer: Tổ", "9 yaml-missing-key, 14 yaml-unknown-key"},
	{"unknown key of a section", "- {path: tin,", "- {path: tin, titel: Tin}", "20 yaml-missing-key, 20 yaml-unknown-key"},
	{"no title", "title: {vi: Cổng,", "", "1 yaml-missing-key"},
	{"empty title", "title: {vi: Cổng,", `title: ""`, "1 yaml-missing-key"},
	{"title in no language", "title: {vi: Cổng,", "title: {}", "1 config-no-text"},
	{"title without words", "title: {vi: Cổng,", "title: {vi: ~, en: \" \"}", "1 config-no-text"},
	{"title in an odd language", "title: {vi: Cổng,", "title: {vi: Cổng, VN: Cổng}", "1 config-language"},
	{"title as a list", "title: {vi: Cổng,", "title: [Cổng]", "1 yaml-want-mapping"},
	{"no site", "sites:", "sites: []\nx:", "8 config-main, 9 yaml-unknown-key"},
	{"language code", "languages:", "languages: [vi, en, English]", "2 config-language"},
	{"language code further down", "languages:", "languages:\n  - vi\n  - en\n  - e", "5 config-language"},
	{"language twice", "languages:", "languages: [vi, en, vi]", "2 config-language-twice"},
	{"theme path", "theme:", "theme: ../../etc", "3 config-theme"},
	{"theme capital", "theme:", "theme: Rieng", "3 config-theme"},
	{"list too long", "lists:", "lists: {newest: 201}", "4 config-range"},
	{"list of nothing", "lists:", "lists:\n  newest: 3\n  feed: 0", "6 config-range"},
	{"list below nothing", "lists:", "lists: {month: -1}", "4 config-range"},
	{"limit too large", "limits:", "limits: {file_mb: 99999999}", "5 config-range"},
	{"limit of nothing", "limits:", "limits: {files: 0}", "5 config-range"},
	{"limit in words", "limits:", "limits: {page_kb: 1MB}", "5 yaml-want-number"},
	{"hsts", "security:", "security: {hsts: always}", "6 config-hsts"},
	{"security contact", "security:", "security: {contact: a@mau.example, expires: 2027-11-30}", "6 config-security-contact"},
	{"security contact of another scheme", "security:", `security: {contact: "ftp://a", expires: 2027-11-30}`, "6 config-security-contact"},
	{"security contact of two lines", "security:", `security: {contact: "mailto:a@b.vn\nExpires: never", expires: 2027-11-30}`, "6 config-security-contact"},
	{"security without end", "security:", `security: {contact: "mailto:a@mau.example"}`, "6 config-security-expires"},
	{"security date", "security:", `security: {contact: "mailto:a@mau.example", expires: 2027-02-30}`, "6 config-date, 6 config-security-expires"},
	{"offset", "utc_offset:", `utc_offset: "7"`, "7 config-utc-offset"},
	{"offset by name", "utc_offset:", "utc_offset: Asia/Ho_Chi_Minh", "7 config-utc-offset"},
	{"offset beyond the world", "utc_offset:", `utc_offset: "+15:00"`, "7 config-utc-offset"},
	{"no main site", "main: true", "main: false", "9 config-main"},
	{"two main sites", "title: {vi: Sở}", "title: {vi: Sở}\n    main: true", "9 config-main"},
	{"site id", "- id: so", "- id: Sở", "30 config-site-id, 24 config-no-section, 29 config-no-section, 45 config-merged-into"},
	{"site id of two steps", "- id: cu", "- id: a/b", "38 config-site-id"},
	{"site id with a path", "- id: cu", "- id: ..", "38 config-site-id"},
	{"site twice", "- id: cu", "- id: so", "38 config-site-twice"},
	{"address", "address: https://mau.example/so/", "address: mau.example/so", "32 config-address"},
	{"address twice", "address: https://mau.example/so/", "address: https://mau.example/", "32 config-address-twice"},
	{"no address", "address: https://mau.example/so/", "", "30 yaml-missing-key"},
	{"site language", "language: en", "language: lo", "41 config-site-language"},
	{"colour", "colours:", `colours: {accent: red}`, "16 config-colour"},
	{"colour unquoted", "colours:", "colours:\n      accent: \"#123456\"\n      second: \"#12345\"", "18 config-colour"},
	{"emblem elsewhere", "emblem:", "emblem: {file: ../so/a.png, alt: Huy hiệu}", "17 config-emblem"},
	{"emblem from the root", "emblem:", "emblem: {file: /etc/a.png, alt: Huy hiệu}", "17 config-emblem"},
	{"emblem with backslashes", "emblem:", `emblem: {file: 'hinh\a.png', alt: Huy hiệu}`, "17 config-emblem"},
	{"emblem that is no image", "emblem:", "emblem: {file: huy-hieu.svg, alt: Huy hiệu}", "17 config-emblem"},
	{"emblem on the web", "emblem:", `emblem: {file: "https://a.vn/b.png", alt: Huy hiệu}`, "17 config-emblem"},
	{"email", "contact:", "contact: {email: a@b}", "18 config-email"},
	{"phone", "contact:", `contact: {phone: "máy lẻ 5"}`, "18 config-phone"},
	{"status", "status:", "status: {state: open}", "45 config-status, 45 config-status-from"},
	{"status without a day", "status:", "status: {state: closed}", "45 config-status-from"},
	{"status date", "status:", "status: {state: closed, from: 2026-02-30}", "45 config-date, 45 config-status-from"},
	{"closed into", "status:", "status: {state: closed, into: so, from: 2026-01-01}", "45 config-merged-into"},
	{"merged into nothing", "status:", "status: {state: merged, from: 2026-01-01}", "45 config-merged-into"},
	{"merged into itself", "status:", "status: {state: merged, into: cu, from: 2026-01-01}", "45 config-merged-into"},
	{"merged into an unknown site", "status:", "status: {state: merged, into: x, from: 2026-01-01}", "45 config-merged-into"},
	{"merged into a merged site", "title: {vi: Sở}", "title: {vi: Sở}\n    status: {state: merged, into: cu, from: 2026-01-01}",
		"32 config-merged-chain, 46 config-merged-chain"},
	{"main site closed", "main: true", "main: true\n    status: {state: closed, from: 2026-01-01}", "11 config-main-status"},
	{"section path", "- {path: van-ban,", "- {path: Văn bản, title: Văn bản}", "21 config-section-path"},
	{"section path up", "- {path: van-ban,", "- {path: ../so, title: Văn bản}", "21 config-section-path"},
	{"section path with a slash", "- {path: van-ban,", "- {path: van-ban/, title: Văn bản}", "21 config-section-path"},
	{"section twice", "- {path: van-ban,", "- {path: tin, title: Văn bản}", "21 config-section-twice"},
	{"menu to no section", "- {section: tin}", "- {section: tinn}", "23 config-no-section"},
	{"menu without a target", "- {section: tin}", "- {title: Tin}", "23 config-menu-target"},
	{"menu with two targets", "- {section: tin}", "- {section: tin, page: abcdef1234}", "23 config-menu-target"},
	{"menu address", "- {title: Chính", `- {title: Chính phủ, url: "http://chinhphu.vn/"}`, "26 config-menu-url"},
	{"menu script", "- {title: Chính", `- {title: Chính phủ, url: "javascript:alert(1)"}`, "26 config-menu-url"},
	{"menu with a user name", "- {title: Chính", `- {title: Chính phủ, url: "https://chinhphu.vn@evil.example/"}`, "26 config-menu-url"},
	{"menu without a title", "- {title: Chính", `- {url: "https://chinhphu.vn/"}`, "26 config-menu-title"},
	{"menu of three levels", "- {section: tin}", "- {title: A, items: [{title: B, items: [{section: tin}]}]}", "23 config-menu-deep"},
	{"block of no section", "- {section: so/tin}", "- {section: so/tim}", "29 config-no-section"},
	{"block style", "- {section: so/tin}", "- {section: so/tin, style: big}", "29 config-style"},
	{"block of nothing", "- {section: so/tin}", "- {section: so/tin, count: 0}", "29 config-range"},
	{"block too long", "- {section: so/tin}", "- {section: so/tin, count: 51}", "29 config-range"},
	{"no block section", "- {section: so/tin}", "- {style: rows}", "29 config-no-section, 29 yaml-missing-key"},
	{"anchor", "theme:", "theme: &a rieng", "3 yaml-anchor"},
	{"NUL", "theme:", "theme: a\x00", "3 yaml-not-text"},
	{"colon", "theme:", "theme: a: b", "3 yaml-syntax"},
}

func TestFaults(t *testing.T) {
	diagtest.Rules(t, config.Rules())
	var seen diagtest.Coverage
	for _, c := range faulty {
		p, found := config.Parse([]byte(edit(t, small, c.line, c.with)))
		want := strings.Split(c.want, ", ")
		want = append(want, "0 config-unusable")
		got := strings.Split(places(found), ", ")
		slices.Sort(got)
		slices.Sort(want)
		if p != nil || !slices.Equal(got, want) {
			t.Errorf("%s: found %q, want %q", c.name, got, want)
		}
		seen.Add(t, found)
	}
	seen.Complete(t, config.Rules())
}

func TestDidYouMean(t *testing.T) {
	for line, want := range map[string]string{
		"- {section: van-bn}": `nearest: "van-ban"`, "- {section: so/tim}": `nearest: "so/tin"`,
	} {
		_, found := config.Parse([]byte(edit(t, small, "- {section: tin}", line)))
		if len(found) == 0 || !strings.Contains(found[0].Hint(diag.EN), want) {
			t.Errorf("%s: found %v, want %s", line, found, want)
		}
	}
}

// Whatever cannot be read gives no portal, and says so.
func TestUnreadable(t *testing.T) {
	for _, src := range []string{"", "# không có gì\n", "[]", "a", "\x00", "\xff", strings.Repeat("[", 50_000), "title: [", strings.Repeat("a", 2<<20)} {
		p, found := config.Parse([]byte(src))
		if worst, _ := found.Worst(); p != nil || worst != diag.Blocking {
			t.Errorf("%.20q gives %v with %s", src, p, places(found))
		}
	}
}

// The sample portal is configured without a finding.
func TestSample(t *testing.T) {
	src, err := os.ReadFile("../../config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if p, found := config.Parse(src); p == nil || len(found) > 0 {
		t.Errorf("found %s", places(found))
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(small))
	for _, c := range faulty {
		f.Add([]byte(edit(f, small, c.line, c.with)))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		p, found := config.Parse(src)
		for _, one := range found {
			diagtest.Finding(t, one)
		}
		worst, any := found.Worst()
		if (p == nil) != (any && worst == diag.Blocking) {
			t.Fatalf("portal %v with the findings %s", p != nil, places(found))
		}
		if p == nil {
			return
		}
		// What is promised of an accepted portal.
		if p.MainSite() == nil || len(p.Hosts()) == 0 || len(p.Languages) == 0 || p.Title.In("vi") == "" {
			t.Errorf("accepted, but %+v", p)
		}
		for i := range p.Sites {
			s := &p.Sites[i]
			if p.Site(s.ID) != s || s.Title.In(s.Language) == "" || s.Address.Host == "" {
				t.Errorf("accepted, but the site is %+v", s)
			}
			for _, b := range s.Home {
				if _, sec := p.SplitSection(s, b.Section); sec == nil {
					t.Errorf("accepted, but a block shows %q", b.Section)
				}
			}
		}
	})
}
