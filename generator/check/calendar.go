package check

import (
	"time"

	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/internal/diag"
)

var (
	ruleReview = &diag.Rule{Code: "calendar-review", Severity: diag.Warning,
		VI: diag.Text{Message: "đã quá ngày rà soát lại (%[1]s)", Hint: "xem lại nội dung; nếu còn đúng thì dời review_by, nếu không thì cập nhật hoặc gỡ bài"},
		EN: diag.Text{Message: "the day of review (%[1]s) has passed", Hint: "look at it again: move review_by if it still holds, else update or withdraw it"}}
	ruleFuture = &diag.Rule{Code: "calendar-future", Severity: diag.Warning,
		VI: diag.Text{Message: "ngày của bài (%[1]s) ở tương lai, nhưng bài đã hiện ngay", Hint: "nếu muốn hẹn giờ đăng, thêm publish_at; nếu không, sửa date"},
		EN: diag.Text{Message: "the page's date (%[1]s) lies in the future, yet it is shown now", Hint: "to schedule it, add publish_at; else mend date"}}
	ruleSecurity = &diag.Rule{Code: "calendar-security-txt", Severity: diag.Warning,
		VI: diag.Text{Message: "tệp security.txt đã hết hạn (%[1]s)", Hint: "kiểm tra lại đầu mối liên hệ rồi dời security.expires"},
		EN: diag.Text{Message: "security.txt has expired (%[1]s)", Hint: "check the contact, then move security.expires"}}
)

var calendarRules = []*diag.Rule{ruleReview, ruleFuture, ruleSecurity}

// Calendar reports what is late at the moment now. The clock alone never
// causes an error, so these are warnings.
func Calendar(conf *config.Portal, pages []*content.Page, now time.Time) diag.List {
	var found diag.List
	loc := conf.Offset.Location()
	for _, p := range pages {
		pos := diag.Pos{Path: p.Path, Line: 1}
		if !p.ReviewBy.IsZero() && p.Withdrawn == nil && p.ReviewBy.At(loc).AddDate(0, 0, 1).Before(now) {
			found = append(found, ruleReview.At(pos, p.ReviewBy.String()))
		}
		if p.PublishAt.IsZero() && p.Date.At(loc).After(now) {
			found = append(found, ruleFuture.At(pos, p.Date.String()))
		}
	}
	if s := conf.Security; s.Contact != "" && s.Expires.Start(loc).AddDate(0, 0, 1).Before(now) {
		found = append(found, ruleSecurity.At(diag.Pos{Path: config.File}, s.Expires.Start(loc).Format(time.DateOnly)))
	}
	return found
}
