package markdown

import (
	"strings"
	"sync"
	"testing"
)

// sample is an article of about 5 KB as an editor writes it.
var sample = strings.Repeat(`## Điều %. Phạm vi và đối tượng áp dụng

Sáng thứ Hai, ngày 23/11/2026, Ủy ban nhân dân tỉnh tổ chức hội nghị trực tuyến với các xã, phường về công tác phòng, chống rét cho người dân và đàn gia súc. Theo báo cáo, toàn tỉnh có hơn **15,3 %** số hộ chăn nuôi đã gia cố chuồng trại; xem thêm [bài trước](bai.md) và [trang của Cục](https://cuc.vn/thong-bao?id=1).

1. Các xã, phường có trách nhiệm:
   a) rà soát, thống kê số hộ *cần hỗ trợ*;
   b) gửi báo cáo trước ngày 30 tháng 11;
   đ) bảo đảm thông tin đến từng hộ[^1].
2. Sở chủ trì tổng hợp, báo cáo.

![Cầu](anh.jpg "Cán bộ kiểm tra chuồng trại")

| Địa bàn | Số hộ | Tỷ lệ |
|---|--:|--:|
| Phường A | 1.240 | 15,3 % |
| Xã B | 980 | 12,1 % |

: Kết quả gia cố chuồng trại

- Đường dây nóng: https://sonla.gov.vn/duong-day-nong
- Thư điện tử: hoidap@sonla.gov.vn

> Không để hộ nào thiếu thông tin.

`, 4) + "[^1]: Theo Quyết định số 01/2026/QĐ-UBND.\n"

func TestSampleHasNoFindings(t *testing.T) {
	doc, list := New().Convert([]byte(strings.ReplaceAll(sample, "%.", "4.")), options)
	if len(list) > 0 {
		t.Errorf("findings %v", places(list))
	}
	if err := check(doc); err != nil {
		t.Error(err)
	}
	if strings.Contains(doc.HTML.Markup(), "\n<") || strings.Contains(doc.HTML.Markup(), ">\n") {
		t.Error("white space between elements")
	}
}

// TestConcurrent is for the race detector too.
func TestConcurrent(t *testing.T) {
	c := New()
	want, _ := c.Convert([]byte(sample), options)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, seed := range seeds {
				c.Convert([]byte(seed), options)
			}
			if got, _ := c.Convert([]byte(sample), options); got.HTML != want.HTML {
				t.Error("not the same when converted beside others")
			}
		})
	}
	group.Wait()
}

func TestPositions(t *testing.T) {
	o := options
	o.Line = 12
	_, list := New().Convert([]byte("Đường\n\n   - ẩn <b>\n"), o)
	if len(list) != 1 || list[0].Pos.String() != "content/cong/tin/bai.md:14:11" {
		t.Errorf("got %v", places(list))
	}
}

func TestRules(t *testing.T) {
	codes := map[string]bool{}
	for _, r := range Rules() {
		if codes[r.Code] || !strings.HasPrefix(r.Code, "markdown-") {
			t.Errorf("code %s", r.Code)
		}
		codes[r.Code] = true
		if r.VI.Message == "" || r.EN.Message == "" || r.VI.Hint == "" || r.EN.Hint == "" {
			t.Errorf("%s lacks words", r.Code)
		}
	}
}

func BenchmarkConvert(b *testing.B) {
	c, src := New(), []byte(sample)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		c.Convert(src, options)
	}
}
