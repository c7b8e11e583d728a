package render_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/render"
	"sonla.gov.vn/bientap/generator/view"
)

var when = time.Date(2026, 11, 23, 9, 30, 0, 0, zone)

func sampleFeed() *view.Feed {
	return &view.Feed{
		ID: "https://mau.example.vn/tin-tuc/", Self: "https://mau.example.vn/tin-tuc/feed.xml", Home: "https://mau.example.vn/tin-tuc/",
		Lang: "vi", Title: "Tin tức", Subtitle: "Cổng mẫu", Author: "Ủy ban nhân dân tỉnh Mẫu", Updated: when.AddDate(0, 0, 1),
		Entries: []view.FeedEntry{
			{
				ID: "https://mau.example.vn/id/a1", Title: "Giá <1.000 đồng & “rẻ”", URL: "https://mau.example.vn/tin-tuc/gia/?a=1&b=2",
				Summary: "Tóm tắt \"nháy\"", Author: "Sở Mẫu", Published: when, Updated: when.AddDate(0, 0, 1), Categories: []string{"Giá cả", "Chợ"},
			},
			{ID: "https://mau.example.vn/id/a2", Title: "Không tác giả", URL: "https://mau.example.vn/2/", Published: when},
		},
	}
}

func sampleURLs() *view.URLSet {
	return &view.URLSet{URLs: []view.SitemapURL{
		{URL: "https://mau.example.vn/"},
		{URL: "https://mau.example.vn/tin-tuc/?a=1&b=2", LastMod: when, Alternates: []view.Alternate{
			{Lang: "en", Absolute: "https://mau.example.vn/en/news/"}, {Lang: "vi", Absolute: "https://mau.example.vn/tin-tuc/?a=1&b=2"},
		}},
	}}
}

func sampleSecurity() *view.SecurityTxt {
	return &view.SecurityTxt{
		Contact: "mailto:anninh@mau.example.vn", Expires: when, Languages: []string{"vi", "en"},
		Canonical: "https://mau.example.vn/.well-known/security.txt",
	}
}

func sampleFiles() map[string]any {
	return map[string]any{
		"feed.xml": sampleFeed(), "empty-feed.xml": &view.Feed{ID: "https://a.example.vn/", Title: "Trống"},
		"sitemap.xml":          &view.SitemapIndex{Shards: []string{"https://mau.example.vn/sitemap/2026-11.xml", "https://mau.example.vn/sitemap/x.xml"}},
		"urls.xml":             sampleURLs(),
		"robots.txt":           &view.Robots{Sitemaps: []string{"https://mau.example.vn/sitemap.xml"}},
		"security.txt":         sampleSecurity(),
		"manifest.webmanifest": &view.WebManifest{Name: "Cổng <mẫu> & khác", ShortName: "Cổng mẫu", Lang: "vi", StartURL: "/", ThemeColour: "#9a1b1e", Icon: view.Asset{URL: "/theme/icon.svg"}},
	}
}

// TestFiles: the files are what they were, well formed, and the same each
// time.
func TestFiles(t *testing.T) {
	for name, v := range sampleFiles() {
		t.Run(name, func(t *testing.T) {
			got, err := render.File(v)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name, got)
			if again, _ := render.File(v); !bytes.Equal(got, again) {
				t.Error("two files of one view differ")
			}
			switch {
			case strings.HasSuffix(name, ".xml"):
				wellFormed(t, got)
			case strings.HasSuffix(name, ".webmanifest"):
				if !json.Valid(got) {
					t.Errorf("not JSON: %s", got)
				}
			}
		})
	}
}

func wellFormed(t *testing.T, src []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(src))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, src)
		}
	}
}

// TestFeedComesBack: a reader gets what the view says, also of characters
// that XML treats as its own or cannot hold.
func TestFeedComesBack(t *testing.T) {
	type link struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	}
	var got struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		ID      string   `xml:"id"`
		Updated string   `xml:"updated"`
		Links   []link   `xml:"link"`
		Entries []struct {
			Title   string   `xml:"title"`
			Link    link     `xml:"link"`
			Updated string   `xml:"updated"`
			Authors []string `xml:"author>name"`
			Topics  []struct {
				Term string `xml:"term,attr"`
			} `xml:"category"`
		} `xml:"entry"`
	}
	f := sampleFeed()
	f.Entries[1].Title = "a\x00b\x1b]]>"
	src, err := render.File(f)
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(src, &got); err != nil {
		t.Fatal(err)
	}
	first, second := got.Entries[0], got.Entries[1]
	checks := []struct{ name, got, want string }{
		{"language", got.Lang, "vi"}, {"id", got.ID, f.ID}, {"updated", got.Updated, "2026-11-24T09:30:00+07:00"},
		{"self", got.Links[0].Rel + " " + got.Links[0].Href, "self " + f.Self},
		{"title", first.Title, f.Entries[0].Title}, {"address", first.Link.Href, f.Entries[0].URL},
		{"updated entry", first.Updated, "2026-11-24T09:30:00+07:00"}, {"entry never updated", second.Updated, "2026-11-23T09:30:00+07:00"},
		{"authors", fmt.Sprint(first.Authors, second.Authors), "[Sở Mẫu] []"}, {"topics", fmt.Sprint(first.Topics), "[{Giá cả} {Chợ}]"},
		{"bytes that XML cannot hold", second.Title, "a\uFFFDb\uFFFD]]>"},
	}
	for _, c := range checks {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

// TestFilesRefuse: what a format cannot hold is an error that says why.
func TestFilesRefuse(t *testing.T) {
	timeless := sampleFeed()
	timeless.Entries[0].Published, timeless.Entries[0].Updated = time.Time{}, time.Time{}
	security := func(change func(*view.SecurityTxt)) *view.SecurityTxt {
		s := sampleSecurity()
		change(s)
		return s
	}
	tests := []struct {
		name string
		v    any
		want string
	}{
		{"an unknown view", view.Home{}, "no file is made of a view.Home"},
		{"nothing", nil, "no file is made of a <nil>"},
		{"an entry without a time", timeless, "has no time"},
		{"too many pages", &view.URLSet{URLs: make([]view.SitemapURL, 50_001)}, "50001 entries"},
		{"too many shards", &view.SitemapIndex{Shards: make([]string, 50_001)}, "split it"},
		{"a line too many", &view.Robots{Sitemaps: []string{"https://a.example.vn/\nDisallow: /"}}, "Sitemap"},
		{"a path as sitemap", &view.Robots{Sitemaps: []string{"/sitemap.xml"}}, "https"},
		{"no contact", security(func(s *view.SecurityTxt) { s.Contact = "" }), "Contact"},
		{"a bare mail address", security(func(s *view.SecurityTxt) { s.Contact = "a@b.vn" }), "mailto"},
		{"a contact without encryption", security(func(s *view.SecurityTxt) { s.Contact = "http://a.example.vn/" }), "Contact"},
		{"no expiry", security(func(s *view.SecurityTxt) { s.Expires = time.Time{} }), "expiry"},
		{"a line in a language", security(func(s *view.SecurityTxt) { s.Languages = []string{"vi\nPolicy: x"} }), "control character"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out, err := render.File(test.v)
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "render: ") {
				t.Errorf("error %v, want one with %q; output %q", err, test.want, out)
			}
		})
	}
}

// FuzzLines: no value makes a file of lines have another number of lines.
func FuzzLines(f *testing.F) {
	f.Add("mailto:a@b.vn", "vi", "https://a.vn/")
	f.Add("https://a\r\nx: y", "v\u0085i", "https://a.vn/\x0b")
	f.Fuzz(func(t *testing.T, contact, lang, sitemap string) {
		out, err := render.File(&view.SecurityTxt{Contact: contact, Expires: when, Languages: []string{lang}})
		if err == nil && bytes.Count(out, []byte("\n")) != 3 {
			t.Errorf("security.txt: %q", out)
		}
		out, err = render.File(&view.Robots{Sitemaps: []string{sitemap}})
		if err == nil && bytes.Count(out, []byte("\n")) != 3 {
			t.Errorf("robots.txt: %q", out)
		}
	})
}
