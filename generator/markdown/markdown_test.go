package markdown

import (
	"fmt"
	"strings"
	"testing"

	"sonla.gov.vn/bientap/internal/diag"
)

// portal is a Resolver over a few known targets.
type portal struct{}

func (portal) Link(dest string) Link {
	switch dest {
	case "/cong/tin/bai.md", "bai.md", "../bai khác.md", "bài.md":
		return Link{State: Live, URL: "/tin/bai/"}
	case "id:abc123":
		return Link{State: Live, URL: "/en/news/?a=1&b=2", Lang: "en"}
	case "hen.md":
		return Link{State: Dormant}
	case "bay.md":
		return Link{Near: "bai.md"}
	}
	return Link{}
}

func (portal) Image(dest string) Image {
	switch dest {
	case "anh.jpg", "ảnh đẹp.jpg":
		return Image{Found: true, URL: "/anh/anh.0a1b.jpg", Width: 640, Height: 480}
	case "ang.jpg":
		return Image{Near: "anh.jpg"}
	}
	return Image{}
}

var options = Options{Path: "content/cong/tin/bai.md", Line: 1, Lang: "vi", Resolver: portal{}}

const img = `<img src="/anh/anh.0a1b.jpg" alt="Cầu" width="640" height="480" loading="lazy" decoding="async">`

// convert renders src and returns the markup and the findings as
// "line:column code".
func convert(t *testing.T, src string) (string, []string) {
	t.Helper()
	doc, list := New().Convert([]byte(src), options)
	return doc.HTML.Markup(), places(list)
}

func places(list diag.List) []string {
	var found []string
	for _, f := range list {
		found = append(found, fmt.Sprintf("%d:%d %s", f.Pos.Line, f.Pos.Column, strings.TrimPrefix(f.Rule.Code, "markdown-")))
	}
	return found
}

// example is a text, what it must become, and the findings.
type example struct {
	name, src, want string
	findings        string // joined by ", "
}

func run(t *testing.T, examples []example) {
	t.Helper()
	for _, e := range examples {
		t.Run(e.name, func(t *testing.T) {
			got, findings := convert(t, e.src)
			if got != e.want {
				t.Errorf("source:\n%s\ngot:\n%s\nwant:\n%s", e.src, got, e.want)
			}
			if got := strings.Join(findings, ", "); got != e.findings {
				t.Errorf("findings %q, want %q", got, e.findings)
			}
		})
	}
}
