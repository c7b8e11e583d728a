package view

import "sonla.gov.vn/bientap/internal/diag"

var (
	ruleNoImage = &diag.Rule{Code: "page-no-image", Severity: diag.Error,
		VI: diag.Text{Message: "không có ảnh %[1]q, hoặc ảnh không đọc được", Hint: "kiểm tra tên tệp; gần giống: %[2]q"},
		EN: diag.Text{Message: "there is no image %[1]q, or it cannot be read", Hint: "check the file name; nearest: %[2]q"}}
	ruleNoFile = &diag.Rule{Code: "page-no-file", Severity: diag.Error,
		VI: diag.Text{Message: "không có tệp %[1]q", Hint: "kiểm tra tên tệp; gần giống: %[2]q"},
		EN: diag.Text{Message: "there is no file %[1]q", Hint: "check the file name; nearest: %[2]q"}}
	ruleUnreadable = &diag.Rule{Code: "page-unreadable", Severity: diag.Error,
		VI: diag.Text{Message: "không đọc được trang: %[1]s", Hint: "kiểm tra quyền đọc của tệp"},
		EN: diag.Text{Message: "the page cannot be read: %[1]s", Hint: "check the permissions of the file"}}
)

// Rules returns every rule of this package.
func Rules() []*diag.Rule { return []*diag.Rule{ruleNoImage, ruleNoFile, ruleUnreadable} }
