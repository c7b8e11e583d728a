package render_test

import (
	"os"
	"testing"
	"time"

	"sonla.gov.vn/bientap/generator/markdown"
	"sonla.gov.vn/bientap/generator/view"
)

// The samples are views as full as the store can make them, one for each
// layout, about things that do not exist.

var zone = time.FixedZone("+07:00", 7*3600)

func day(y int, m time.Month, d int) view.Date {
	return view.Date{Time: time.Date(y, m, d, 0, 0, 0, 0, zone)}
}

func clock(y int, m time.Month, d, hour, minute int) view.Date {
	return view.Date{Time: time.Date(y, m, d, hour, minute, 0, 0, zone), HasClock: true}
}

// resolver finds every link and image.
type resolver struct{}

func (resolver) Link(dest string) markdown.Link {
	return markdown.Link{State: markdown.Live, URL: "/tin-tuc/" + dest + "/"}
}

func (resolver) Image(string) markdown.Image {
	return markdown.Image{Found: true, URL: "/anh/ruong.svg", Width: 800, Height: 450}
}

func written(t testing.TB) markdown.Document {
	t.Helper()
	src, err := os.ReadFile("testdata/article.md")
	if err != nil {
		t.Fatal(err)
	}
	d, found := markdown.New().Convert(src, markdown.Options{Path: "article.md", Line: 1, Lang: "vi", Resolver: resolver{}})
	if len(found) > 0 {
		t.Fatalf("testdata/article.md has findings: %v", found)
	}
	return d
}

func picture(alt string) view.Picture {
	return view.Picture{URL: "/anh/ruong.svg", Width: 800, Height: 450, Alt: alt}
}

func frame(heading string, path ...view.Link) view.Frame {
	crumbs := append([]view.Link{{Title: "Trang chủ", URL: "/"}}, path...)
	crumbs = append(crumbs, view.Link{Title: heading, Current: true})
	return view.Frame{
		Lang: "vi", Title: heading + " – Cổng mẫu", Heading: heading,
		Description: "Mô tả ngắn của trang, có dấu \"nháy\" và <dấu nhọn>.",
		Canonical:   "https://mau.example.vn/tin-tuc/ret-dam/",
		Sample:      true,
		Site: view.Site{
			ID: "chinh", Name: "Cổng thông tin điện tử tỉnh Mẫu", Tagline: "Ủy ban nhân dân tỉnh Mẫu",
			Home: "/", IsMain: true, Agency: "Ủy ban nhân dân tỉnh Mẫu",
			Emblem: view.Picture{URL: "/theme/emblem.svg", Width: 64, Height: 64},
		},
		Stylesheet: view.Asset{URL: "/theme/style.css"},
		Icon:       view.Asset{URL: "/theme/icon.svg"},
		Manifest:   "/manifest.webmanifest",
		Feed:       view.Link{Title: "Tin mới của Cổng mẫu", URL: "/feed.xml"},
		Menu: []view.Link{
			{Title: "Giới thiệu", URL: "/gioi-thieu/", Items: []view.Link{
				{Title: "Điều kiện tự nhiên", URL: "/gioi-thieu/tu-nhien/"},
				{Title: "Lịch sử, văn hóa, dân tộc", URL: "/gioi-thieu/van-hoa/"},
				{Title: "Bộ máy hành chính", URL: "/gioi-thieu/bo-may/"},
			}},
			{Title: "Tin tức", URL: "/tin-tuc/", Current: true, Items: []view.Link{
				{Title: "Nông nghiệp", URL: "/tin-tuc/nong-nghiep/", Current: true},
				{Title: "Văn hóa – xã hội", URL: "/tin-tuc/van-hoa/"},
			}},
			{Title: "Chỉ đạo điều hành", URL: "/chi-dao/"},
			{Title: "Văn bản", URL: "/van-ban/"},
			{Title: "Thủ tục hành chính", URL: "/thu-tuc/"},
			{Title: "Công khai", URL: "/cong-khai/"},
			{Title: "Hỏi đáp", URL: "/hoi-dap/"},
		},
		Breadcrumbs: crumbs,
		Languages: []view.Alternate{
			{Lang: "en", Name: "English", URL: "/en/news/cold/", Absolute: "https://mau.example.vn/en/news/cold/", Same: true},
			{Lang: "lo", Name: "ພາສາລາວ", URL: "/lo/", Absolute: "https://mau.example.vn/lo/"},
		},
		Footer: view.Footer{
			Responsible: "Trưởng Ban Biên tập", Agency: "Văn phòng Ủy ban nhân dân tỉnh Mẫu",
			Address: "Số 1 đường Mẫu, phường Mẫu, tỉnh Mẫu", Phone: "0200 000 0000", Email: "banbientap@mau.example.vn",
			Links: []view.Link{
				{Title: "Sơ đồ trang", URL: "/so-do/"}, {Title: "Trợ năng", URL: "/tro-nang/"},
				{Title: "Bảo vệ dữ liệu cá nhân", URL: "/du-lieu-ca-nhan/"},
			},
		},
		Meta: []view.Meta{
			{Name: "theme-color", Content: "#9a1b1e"},
			{Name: "DC.title", Content: heading}, {Name: "DC.publisher", Content: "Ủy ban nhân dân tỉnh Mẫu"},
			{Property: "og:title", Content: heading}, {Property: "og:url", Content: "https://mau.example.vn/tin-tuc/ret-dam/"},
		},
		LD: map[string]any{
			"@context": "https://schema.org", "@type": "NewsArticle", "headline": heading,
			"description": "</script><!-- & “nháy”",
		},
	}
}

var news = view.Link{Title: "Tin tức", URL: "/tin-tuc/"}

func cards() []view.Card {
	section := view.Link{Title: "Nông nghiệp", URL: "/tin-tuc/nong-nghiep/"}
	return []view.Card{
		{
			ID: "a1", Title: "Hội nghị trực tuyến triển khai phương án phòng, chống rét đậm, rét hại vụ đông xuân", URL: "/tin-tuc/ret-dam/",
			Summary: "Mỗi xã lập một tổ giúp dân che chuồng trại, dự trữ thức ăn và đưa trâu bò từ vùng cao về nơi tránh rét trước ngày 30/11.",
			Date:    clock(2026, 11, 23, 9, 30), Kind: "article", KindLabel: "Tin bài", Section: section, Image: picture("Ruộng bậc thang"), Pinned: true,
		},
		{
			ID: "a2", Title: "Khai trương điểm tiếp nhận hồ sơ lưu động tại các bản vùng cao", URL: "/tin-tuc/luu-dong/",
			Summary: "Tổ lưu động nhận hồ sơ hộ tịch, đất đai vào thứ Ba và thứ Năm hằng tuần.",
			Date:    day(2026, 11, 22), Kind: "article", KindLabel: "Tin bài", Section: section,
			Site: view.Link{Title: "Xã Mẫu A", URL: "https://mau-a.example.vn/"},
		},
		{
			ID: "a3", Title: "Winter crops: seed support for 1,200 households", URL: "/en/news/seed/", Lang: "en",
			Summary: "Seed vouchers are issued at commune offices until the end of December.",
			Date:    day(2026, 11, 21), Kind: "article", KindLabel: "Tin bài", Image: picture("Hạt giống"),
		},
		{ID: "a4", URL: "/tin-tuc/go-bo/", Date: day(2026, 11, 20), Kind: "article", Gone: true, Label: "Bài đã được gỡ bỏ"},
		{ID: "a5", Title: "Lịch tạm ngừng cấp nước ngày 15/11", URL: "/tin-tuc/cap-nuoc/", Date: day(2026, 11, 14), Kind: "article", Gone: true, Label: "Đã hết thời hạn đăng"},
	}
}

func documents() []view.Card {
	force := view.State{ID: "in-force", Label: "Còn hiệu lực", Tone: "good"}
	fields := func(number string, issued view.Date) []view.Field {
		return []view.Field{
			{Name: "number", Label: "Số ký hiệu", Type: "document-number", Text: number},
			{Name: "type", Label: "Loại văn bản", Type: "record", Text: "Quyết định"},
			{Name: "issuer", Label: "Cơ quan ban hành", Type: "record", Text: "Ủy ban nhân dân tỉnh Mẫu"},
			{Name: "issued", Label: "Ngày ban hành", Type: "date", Date: issued, Text: "x"},
		}
	}
	return []view.Card{
		{ID: "d1", Title: "Quyết định ban hành Quy chế hoạt động của Ban Biên tập Cổng thông tin điện tử", URL: "/van-ban/1/", Kind: "document", KindLabel: "Văn bản", Date: day(2026, 10, 3), State: force, Fields: fields("27/2026/QĐ-UBND", day(2026, 10, 3))},
		{ID: "d2", Title: "Quyết định về mức chi bảo đảm hoạt động của tổ lưu động", URL: "/van-ban/2/", Kind: "document", KindLabel: "Văn bản", Date: day(2020, 2, 9), State: view.State{ID: "expired", Label: "Hết hiệu lực", Tone: "bad"}, Fields: fields("05/2020/QĐ-UBND", day(2020, 2, 9))},
		{ID: "d3", Title: "Quyết định sửa đổi một số điều của quy định về giá đất", URL: "/van-ban/3/", Kind: "document", KindLabel: "Văn bản", Date: day(2026, 11, 20), State: view.State{ID: "not-yet", Label: "Chưa có hiệu lực", Tone: "warning"}, Fields: fields("31/2026/QĐ-UBND", day(2026, 11, 20)), Site: view.Link{Title: "Sở Mẫu", URL: "https://so-mau.example.vn/"}},
		{ID: "d4", Title: "Công văn về việc rà soát thủ tục", URL: "/van-ban/4/", Kind: "document", KindLabel: "Văn bản", Date: day(2026, 1, 5), State: view.State{ID: "unknown", Label: "Chưa xác định hiệu lực", Tone: "neutral"}, Fields: fields("1411/UBND-NC", day(2026, 1, 5))},
	}
}

func components() []view.Component {
	link := func(title, url string) view.Link { return view.Link{Title: title, URL: url} }
	return []view.Component{
		{Link: link("Sở Nông nghiệp và Môi trường", "https://a.example.vn/"), Group: "Sở, ban, ngành"},
		{Link: link("Sở Tài chính", "https://b.example.vn/"), Group: "Sở, ban, ngành"},
		{Link: link("Sở Y tế", "https://c.example.vn/"), Group: "Sở, ban, ngành"},
		{Link: link("Xã Mẫu A", "https://mau-a.example.vn/"), Group: "Xã, phường"},
		{Link: link("Xã Mẫu B", "https://mau-b.example.vn/"), Group: "Xã, phường", State: "đã hợp nhất vào Xã Mẫu A"},
		{Link: link("Phường Mẫu C", "https://mau-c.example.vn/"), Group: "Xã, phường"},
	}
}

func files() []view.File {
	return []view.File{
		{Title: "Quyết định số 27/2026/QĐ-UBND (bản ký số)", URL: "/van-ban/1/qd-27.pdf", Type: "PDF", MIME: "application/pdf", Bytes: 1_240_000},
		{Title: "Phụ lục: biểu mẫu", URL: "/van-ban/1/phu-luc.docx", Type: "Word", MIME: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Bytes: 48_200},
	}
}

func provenance() view.Provenance {
	return view.Provenance{
		SuppliedBy: "Sở Nông nghiệp và Môi trường", EditedBy: "Tổ thư ký", ApprovedBy: "Phó trưởng Ban thường trực",
		ApprovedAt: clock(2026, 11, 23, 8, 45),
		Notes:      []view.Correction{{Date: day(2026, 11, 23), Text: "Sửa số hộ theo báo cáo mới."}},
	}
}

func article(t testing.TB) view.Page {
	d := written(t)
	event := view.Field{Name: "event_date", Label: "Ngày diễn ra", Type: "date", Date: day(2026, 11, 23), Text: "23/11/2026"}
	place := view.Field{Name: "place", Label: "Địa điểm", Type: "text", Text: "Trụ sở Ủy ban nhân dân tỉnh và 75 điểm cầu"}
	related := view.Field{Name: "documents", Label: "Văn bản liên quan", Type: "list", Items: []view.Field{{
		Type: "page", Text: "Quyết định ban hành Quy chế", Link: view.Link{Title: "Quyết định", URL: "/van-ban/1/"},
		State: view.State{ID: "in-force", Label: "Còn hiệu lực", Tone: "good"},
	}, {Type: "page", Text: "Trang hiện không đăng"}}}
	p := view.Page{
		Frame: frame("Hội nghị trực tuyến triển khai phương án phòng, chống rét đậm, rét hại vụ đông xuân", news),
		ID:    "a1", Kind: "article", KindLabel: "Tin bài",
		Summary: "Mỗi xã lập một tổ giúp dân che chuồng trại, dự trữ thức ăn và đưa trâu bò từ vùng cao về nơi tránh rét trước ngày 30/11.",
		Date:    clock(2026, 11, 23, 9, 30), Updated: day(2026, 11, 24),
		Authors: []string{"Tổ thư ký", "Cộng tác viên xã Mẫu A"}, Source: "Cổng mẫu",
		Image: picture("Ruộng bậc thang"), Body: d.HTML, Headings: d.Headings,
		Tags:    []view.Link{{Title: "Phòng, chống thiên tai", URL: "/chu-de/thien-tai/"}, {Title: "Chăn nuôi", URL: "/chu-de/chan-nuoi/"}},
		Section: news,
		Fields:  []view.Field{event, place, related},
		ByName:  map[string]view.Field{"event_date": event, "place": place, "documents": related},
		Corrections: []view.Correction{{
			Date: day(2026, 11, 24), Text: "Bản đăng đầu ghi nhầm số hộ là 12.840; số đúng là 12.480.",
		}},
		Older:      cards()[1:4],
		Provenance: provenance(),
	}
	p.Image.Caption, p.Image.Credit = "Bà con che chắn chuồng trại.", "Tổ thư ký"
	return p
}

func document() view.Page {
	text := func(name, label, value string) view.Field {
		return view.Field{Name: name, Label: label, Type: "text", Text: value}
	}
	relation := func(label string, target view.Field) view.Field {
		return view.Field{Type: "group", Items: []view.Field{{Name: "relation", Label: "Quan hệ", Type: "choice", Text: label}, target}}
	}
	list := view.Field{Name: "files", Label: "Tệp đính kèm", Type: "list"}
	for _, f := range files() {
		list.Items = append(list.Items, view.Field{Type: "file", File: f})
	}
	relations := view.Field{Name: "relations", Label: "Quan hệ với văn bản khác", Type: "list", Items: []view.Field{
		relation("Thay thế", view.Field{
			Name: "document", Label: "Văn bản", Type: "page", Text: "Quyết định số 2722/QĐ-UBND về Quy chế hoạt động của Ban Biên tập",
			Link: view.Link{URL: "/van-ban/5/"}, State: view.State{ID: "expired", Label: "Hết hiệu lực", Tone: "bad"},
		}),
		{Type: "group", Items: []view.Field{
			{Name: "relation", Label: "Quan hệ", Type: "choice", Text: "Căn cứ"},
			{Name: "title", Label: "Văn bản ngoài Cổng", Type: "text", Text: "Nghị định mẫu của Chính phủ"},
			{Name: "address", Label: "Địa chỉ", Type: "url", Text: "https://vanban.example.vn/1", Link: view.Link{Title: "https://vanban.example.vn/1", URL: "https://vanban.example.vn/1"}},
		}},
	}}
	issued := view.Field{Name: "issued", Label: "Ngày ban hành", Type: "date", Date: day(2026, 10, 3), Text: "03/10/2026"}
	phone := view.Field{Name: "phone", Label: "Điện thoại hỏi đáp", Type: "phone", Text: "0200 000 0000", Link: view.Link{URL: "tel:02000000000"}}
	fields := []view.Field{
		text("number", "Số ký hiệu", "27/2026/QĐ-UBND"), text("type", "Loại văn bản", "Quyết định"),
		text("issuer", "Cơ quan ban hành", "Ủy ban nhân dân tỉnh Mẫu"), issued,
		text("signer", "Người ký", "Chủ tịch"), phone, relations, list,
	}
	p := view.Page{
		Frame: frame("Quyết định ban hành Quy chế hoạt động của Ban Biên tập Cổng thông tin điện tử", view.Link{Title: "Văn bản", URL: "/van-ban/"}),
		ID:    "d1", Kind: "document", KindLabel: "Văn bản", Date: day(2026, 10, 3),
		Summary: "Quy chế hoạt động của Ban Biên tập Cổng thông tin điện tử tỉnh Mẫu",
		State:   view.State{ID: "in-force", Label: "Còn hiệu lực", Tone: "good"},
		Section: view.Link{Title: "Văn bản", URL: "/van-ban/"},
		Fields:  fields, ByName: map[string]view.Field{}, Files: files(), Provenance: provenance(),
		Backlinks: []view.Field{
			{Type: "page", Label: "Được sửa đổi, bổ sung bởi", Text: "Quyết định số 30/2026/QĐ-UBND", Link: view.Link{URL: "/van-ban/6/"}, State: view.State{Label: "Chưa có hiệu lực", Tone: "warning"}},
			{Type: "page", Label: "Được sửa đổi, bổ sung bởi", Text: "Quyết định số 31/2026/QĐ-UBND", Link: view.Link{URL: "/van-ban/7/"}},
			{Type: "page", Text: "Hội nghị phổ biến Quy chế", Link: view.Link{URL: "/tin-tuc/quy-che/"}},
		},
	}
	for _, f := range fields {
		p.ByName[f.Name] = f
	}
	return p
}

func sections() []view.Link {
	return []view.Link{
		{Title: "Tin tức", URL: "/tin-tuc/", Items: []view.Link{{Title: "Nông nghiệp", URL: "/tin-tuc/nong-nghiep/"}, {Title: "Văn hóa – xã hội", URL: "/tin-tuc/van-hoa/"}}},
		{Title: "Chỉ đạo điều hành", URL: "/chi-dao/"}, {Title: "Văn bản", URL: "/van-ban/"},
		{Title: "Thủ tục hành chính", URL: "/thu-tuc/"}, {Title: "Công khai ngân sách", URL: "/cong-khai/"}, {Title: "Hỏi đáp", URL: "/hoi-dap/"},
	}
}

func months() []view.Link {
	return []view.Link{
		{Title: "Tháng 11/2026", URL: "/tin-tuc/2026/11/"}, {Title: "Tháng 10/2026", URL: "/tin-tuc/2026/10/"},
		{Title: "Tháng 9/2026", URL: "/tin-tuc/2026/09/"},
	}
}

func home() view.Home {
	h := view.Home{
		Frame: frame("Cổng thông tin điện tử tỉnh Mẫu"), Lead: cards()[0], Components: components(), Sections: sections(),
		Blocks: []view.Block{
			{Heading: news, Style: "cards", Cards: cards()[:3]},
			{Heading: view.Link{Title: "Chỉ đạo điều hành", URL: "/chi-dao/"}, Style: "lead", Cards: cards()[:4]},
			{Heading: view.Link{Title: "Văn bản mới", URL: "/van-ban/"}, Style: "documents", Cards: documents()},
			{Heading: view.Link{Title: "Thông báo", URL: "/thong-bao/"}, Style: "rows", Cards: cards()[1:]},
		},
	}
	h.Breadcrumbs = nil
	return h
}

// samples returns a view for each layout of the default theme.
func samples(t testing.TB) map[string]any {
	a := article(t)
	generic := document()
	generic.Kind, generic.KindLabel = "procedure", "Thủ tục"
	closed := frame("Trang đã được gỡ bỏ", news)
	closed.Site.Notice = view.Notice{Text: "Từ ngày 01/07/2025, cổng này đã hợp nhất vào Xã Mẫu A.", Link: view.Link{Title: "Xã Mẫu A", URL: "https://mau-a.example.vn/"}}
	closed.Site.IsMain, closed.Main, closed.Sample = false, view.Link{Title: "Cổng tỉnh Mẫu", URL: "https://mau.example.vn/"}, false
	closed.NoIndex, closed.LD = true, nil
	moved := frame("Trang đã chuyển địa chỉ")
	moved.NoIndex = true
	month := frame("Tin tức: Tháng 11/2026", news)
	return map[string]any{
		"home": home(),
		"section": view.Section{
			Frame: frame("Tin tức"), Intro: "Tin của Ủy ban nhân dân tỉnh, các sở và các xã, phường.", Sections: sections()[0].Items, Pinned: cards()[:1], Cards: cards(),
			Months: months(), Archive: view.Link{Title: "Tất cả", URL: "/tin-tuc/luu-tru/"},
			Feed: view.Link{Title: "Tin tức", URL: "/tin-tuc/feed.xml"},
		},
		"month": view.Month{
			Frame: month, Name: "Tháng 11/2026, Phần 2", Month: day(2026, 11, 1), Number: 2, Cards: cards(),
			Earlier: view.Link{Title: "Tháng 10/2026", URL: "/tin-tuc/2026/10/"}, Index: news,
			Later: view.Link{Title: "Tháng 12/2026", URL: "/tin-tuc/2026/12/"},
		},
		"archive": view.Archive{
			Frame: frame("Tin tức: tất cả các tháng", news), Index: news,
			Years: []view.Year{{Number: 2026, Months: months()}, {Number: 2025, Months: months()[:1]}},
		},
		"tags":     view.Tags{Frame: frame("Chủ đề"), Tags: append(a.Tags, sections()...)},
		"map":      view.Map{Frame: frame("Sơ đồ trang"), Sections: sections(), Sites: components(), Tags: view.Link{Title: "Chủ đề", URL: "/chu-de/"}},
		"page":     generic,
		"article":  a,
		"document": document(),
		"gone": view.Gone{
			Frame: closed, Withdrawn: true, Date: clock(2026, 11, 20, 16, 0), By: "Phó trưởng Ban thường trực",
			Why: "Thông tin đã lạc hậu; xem quyết định mới.", Section: news,
		},
		"redirect": view.Redirect{Frame: moved, Target: view.Link{Title: "Hội nghị phòng, chống rét", URL: "/tin-tuc/ret-dam/?a=1&b=2"}},
		"notfound": view.NotFound{Frame: frame("Không tìm thấy trang"), Sections: sections()},
	}
}
