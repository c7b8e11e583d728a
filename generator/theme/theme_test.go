package theme

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"sonla.gov.vn/bientap/generator/view"
	"sonla.gov.vn/bientap/internal/diag"
)

const defaultDir = "../../themes/default"

func defaultLayers() []Layer {
	return []Layer{{FS: os.DirFS(defaultDir), Dir: "themes/default"}}
}

// over lays files over the default theme.
func over(files map[string]string) []Layer {
	m := fstest.MapFS{}
	for name, src := range files {
		m[name] = &fstest.MapFile{Data: []byte(src)}
	}
	return append([]Layer{{FS: m, Dir: "themes/mau"}}, defaultLayers()...)
}

func loadDefault(t testing.TB) *Theme {
	t.Helper()
	return mustLoad(t, defaultLayers())
}

func mustLoad(t testing.TB, layers []Layer) *Theme {
	t.Helper()
	th, found, err := Load(stubMarkup, layers...)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%s: %s", f.Pos, f.Message(diag.EN))
	}
	if th == nil {
		t.FailNow()
	}
	return th
}

func execute(t testing.TB, th *Theme, lang, name string, v any) string {
	t.Helper()
	l, ok := th.Layout(lang, name)
	if !ok {
		t.Fatalf("no layout %q in %q", name, lang)
	}
	var b strings.Builder
	if err := l.Execute(&b, v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestDefaultTheme(t *testing.T) {
	th := loadDefault(t)
	if got, want := th.Languages(), []string{"en", "vi"}; !slices.Equal(got, want) {
		t.Errorf("languages %q, want %q", got, want)
	}
	want := []string{"archive", "article", "document", "gone", "home", "map", "month", "notfound", "page", "redirect", "section", "tags"}
	if got := th.Names(); !slices.Equal(got, want) {
		t.Errorf("layouts %q, want %q", got, want)
	}
	var assets []string
	for _, a := range th.Assets() {
		assets = append(assets, a.Name+" "+a.MIME)
	}
	if want := []string{"emblem.svg image/svg+xml", "icon.svg image/svg+xml"}; !slices.Equal(assets, want) {
		t.Errorf("assets %q, want %q", assets, want)
	}
}

// TestEveryViewExecutes: a layout has an answer to any view, empty or full.
func TestEveryViewExecutes(t *testing.T) {
	th := loadDefault(t)
	for _, lang := range th.Languages() {
		for _, name := range th.Names() {
			for seed := range uint64(25) {
				if page := execute(t, th, lang, name, newFiller(seed).view(name)); !strings.Contains(page, "</html>") {
					t.Fatalf("layout %s, seed %d: the page has no end", name, seed)
				}
			}
		}
	}
}

func TestLayoutOfKind(t *testing.T) {
	th := mustLoad(t, over(map[string]string{"layouts/question.html": `<p class="q">{{.KindLabel}}</p>`}))
	for _, test := range []struct{ name, want string }{
		{"question", "question"}, {"procedure", "page"}, {"article", "article"}, {"month", "month"},
	} {
		if l, ok := th.Layout("vi", test.name); !ok || l.Name() != test.want {
			t.Errorf("the layout of %q is %q, want %q", test.name, l.Name(), test.want)
		}
	}
	if _, ok := th.Layout("lo", "home"); ok {
		t.Error("there is a layout in a language that the theme does not speak")
	}
	if page := execute(t, th, "vi", "question", view.Page{KindLabel: "Hỏi đáp"}); !strings.Contains(page, `<p class="q">Hỏi đáp</p>`) {
		t.Error("the portal's own layout was not used")
	}
	l, _ := th.Layout("vi", "month")
	if err := l.Execute(&strings.Builder{}, view.Page{}); err == nil || !strings.Contains(err.Error(), `layout "month" takes view.Month, not view.Page`) {
		t.Errorf("a layout took the view of another: %v", err)
	}
	if err := l.Execute(&strings.Builder{}, nil); err == nil {
		t.Error("a layout took no view at all")
	}
}

// TestLayers: each part of a theme can be replaced alone.
func TestLayers(t *testing.T) {
	list := view.Month{Cards: []view.Card{{Title: "A", Kind: "document"}, {Title: "B", Kind: "article"}, {Title: "C", Kind: "question"}}}
	tests := []struct {
		name  string
		files map[string]string
		want  []string
		not   string
	}{
		{"nothing", nil, []string{`<html lang="">`, `<li class="row paper">`, "Bỏ qua"}, "<i>"},
		{"a row", map[string]string{"layouts/_row.html": "<li><i>{{.Title}}</i></li>"}, []string{"<i>B</i>", "<i>C</i>", `<li class="row paper">`}, "<i>A</i>"},
		{"a row of a kind", map[string]string{"layouts/_row-question.html": "<li><i>{{.Title}}</i></li>"}, []string{"<i>C</i>"}, "<i>B</i>"},
		{"a layout", map[string]string{"layouts/month.html": "<h1>{{len .Cards}}</h1>"}, []string{`tabindex="-1"><h1>3</h1></main>`}, "<li"},
		{"the head", map[string]string{"layouts/month.html": `{{define "head"}}<meta name="x" content="{{.Heading}}">{{end}}<p>y</p>`}, []string{`<meta name="x" content="">`, "<p>y</p>"}, "<li"},
		{"a message", map[string]string{"messages/vi.yaml": "skip-to-content: Xuống <b> nội dung & \"hết\"\n"}, []string{"Xuống &lt;b&gt; nội dung &amp; &#34;hết&#34;"}, "Bỏ qua"},
		{"a page around", map[string]string{"layouts/_base.html": `<!doctype html><title>{{.Title}}</title>{{template "main" .}}`}, []string{"<title></title>"}, "<html"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			th, found, err := Load(stubMarkup, over(test.files)...)
			if err != nil || th == nil {
				t.Fatal(found, err)
			}
			for _, f := range found {
				if f.Rule != ruleUnusedPartial {
					t.Errorf("%s: %s", f.Pos, f.Message(diag.EN))
				}
			}
			page := execute(t, th, "vi", "month", list)
			for _, want := range test.want {
				if !strings.Contains(page, want) {
					t.Errorf("the page has no %q:\n%s", want, page)
				}
			}
			if strings.Contains(page, test.not) {
				t.Errorf("the page has %q", test.not)
			}
		})
	}
}

func TestThirdLanguage(t *testing.T) {
	vi, err := os.ReadFile(defaultDir + "/messages/vi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lao := strings.Replace(string(vi), "Bỏ qua, đến nội dung chính", "ຂ້າມໄປຫາເນື້ອໃນ", 1)
	th := mustLoad(t, over(map[string]string{"messages/lo.yaml": lao}))
	if got, want := th.Languages(), []string{"en", "lo", "vi"}; !slices.Equal(got, want) {
		t.Errorf("languages %q, want %q", got, want)
	}
	if page := execute(t, th, "lo", "home", view.Home{}); !strings.Contains(page, "ຂ້າມໄປຫາເນື້ອໃນ") {
		t.Error("the page does not speak the language")
	}
}

func TestMessage(t *testing.T) {
	th := loadDefault(t)
	tests := []struct {
		lang, key string
		args      []any
		want      string
	}{
		{"vi", "close", nil, "Đóng"},
		{"en", "close", nil, "Close"},
		{"lo", "close", nil, "Đóng"},
		{"vi", "part", []any{2}, "Phần 2"},
		{"vi", "heading-month", []any{"Tin tức", "Tháng 11/2026"}, "Tin tức: Tháng 11/2026"},
		{"vi", "heading-month", nil, ": "},
		{"vi", "no-such-key", nil, "no-such-key"},
	}
	for _, test := range tests {
		if got := th.Message(test.lang, test.key, test.args...); got != test.want {
			t.Errorf("Message(%q, %q, %v) = %q, want %q", test.lang, test.key, test.args, got, test.want)
		}
	}
}

// TestDigest: the digest of a layout changes with what the layout uses, and
// with nothing else.
func TestDigest(t *testing.T) {
	base := digests(t, nil)
	if again := digests(t, nil); !mapsEqual(base, again) {
		t.Fatal("two loads give two digests")
	}
	row, err := os.ReadFile(defaultDir + "/layouts/_row.html")
	if err != nil {
		t.Fatal(err)
	}
	lists := []string{"home", "month", "section"}
	tests := []struct {
		name  string
		files map[string]string
		want  []string // layouts whose Vietnamese digest changes
	}{
		{"a layout", map[string]string{"layouts/month.html": "<p>{{.Heading}}</p>{{template \"row\" index .Cards 0}}{{template \"row-document\" index .Cards 0}}"}, []string{"month"}},
		{"a partial", map[string]string{"layouts/_row.html": "<li class=\"x\">{{.Title}}</li>"}, lists},
		{"a comment and white space", map[string]string{"layouts/_row.html": "<!-- x -->{{/* y */}}\n\n" + string(row)}, nil},
		{"a message", map[string]string{"messages/vi.yaml": "by-month: Theo tháng\n"}, []string{"section"}},
		{"a message with values", map[string]string{"messages/vi.yaml": "year: Năm thứ {1}\n"}, []string{"archive"}},
		{"a message in English", map[string]string{"messages/en.yaml": "by-month: Months\n"}, nil},
		{"a message of the generator", map[string]string{"messages/vi.yaml": "home: Nhà\n"}, nil},
		{"a style", map[string]string{"styles/99.css": "a{color:red}"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for name, digest := range digests(t, test.files) {
				if base[name] != digest {
					got = append(got, name)
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) {
				t.Errorf("the digests of %q changed, want %q", got, test.want)
			}
		})
	}
}

func digests(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	th, found, err := Load(stubMarkup, over(files)...)
	if err != nil || th == nil {
		t.Fatal(found, err)
	}
	out := map[string]string{}
	for _, name := range th.Names() {
		l, _ := th.Layout("vi", name)
		if len(l.Digest()) != 64 {
			t.Errorf("the digest of %s is %q", name, l.Digest())
		}
		out[name] = l.Digest()
	}
	return out
}

func mapsEqual(a, b map[string]string) bool {
	for k := range a {
		if a[k] != b[k] {
			return false
		}
	}
	return len(a) == len(b)
}

// TestAssetsArePlain: the drawings of the default theme are made of shapes
// alone, and name themselves.
func TestAssetsArePlain(t *testing.T) {
	allowed := strings.Fields(`svg title g path rect circle xmlns viewBox width height d fill stroke stroke-width
		stroke-linecap transform cx cy r x y rx`)
	for _, a := range loadDefault(t).Assets() {
		titled := false
		d := xml.NewDecoder(bytes.NewReader(a.Bytes))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", a.Name, err)
			}
			e, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			titled = titled || e.Name.Local == "title"
			names := []string{e.Name.Local}
			for _, attr := range e.Attr {
				names = append(names, attr.Name.Local)
			}
			for _, name := range names {
				if !slices.Contains(allowed, name) {
					t.Errorf("%s has %q", a.Name, name)
				}
			}
		}
		if !titled {
			t.Errorf("%s has no title", a.Name)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		loadDefault(b)
	}
}
