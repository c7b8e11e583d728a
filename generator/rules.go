package generator

import (
	"slices"

	"sonla.gov.vn/bientap/generator/check"
	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/content"
	"sonla.gov.vn/bientap/generator/harden"
	"sonla.gov.vn/bientap/generator/markdown"
	"sonla.gov.vn/bientap/generator/site"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/generator/theme"
	"sonla.gov.vn/bientap/generator/view"
	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/strictyaml"
)

var (
	ruleStray = &diag.Rule{Code: "file-stray", Severity: diag.Error,
		VI: diag.Text{Message: "tệp này không thuộc %[1]s", Hint: "thư mục đó chỉ chứa các tệp .yaml, không có thư mục con"},
		EN: diag.Text{Message: "this file does not belong in %[1]s", Hint: "that folder holds .yaml files only, and no folders"}}
	ruleUnreadable = &diag.Rule{Code: "file-unreadable", Severity: diag.Blocking,
		VI: diag.Text{Message: "không đọc được tệp: %[1]s", Hint: "kiểm tra quyền đọc của tệp rồi chạy lại"},
		EN: diag.Text{Message: "the file cannot be read: %[1]s", Hint: "check its permissions and run again"}}
	rulePageTooLarge = &diag.Rule{Code: "page-too-large", Severity: diag.Error,
		VI: diag.Text{Message: "trang dài %[1]d byte, quá giới hạn %[2]d byte, nên bị bỏ ra ngoài", Hint: "tách trang, hoặc đưa phần dài vào tệp đính kèm; giới hạn đặt ở limits.page_kb"},
		EN: diag.Text{Message: "the page is %[1]d bytes long, over the limit of %[2]d bytes, so it is left out", Hint: "split it, or attach the long part as a file; limits.page_kb sets the limit"}}
	ruleFileTooLarge = &diag.Rule{Code: "file-too-large", Severity: diag.Error,
		VI: diag.Text{Message: "tệp dài %[1]d byte, quá giới hạn %[2]d byte", Hint: "nén hoặc tách tệp; giới hạn đặt ở limits.file_mb"},
		EN: diag.Text{Message: "the file is %[1]d bytes long, over the limit of %[2]d bytes", Hint: "compress or split it; limits.file_mb sets the limit"}}
	ruleTooManyFiles = &diag.Rule{Code: "file-too-many", Severity: diag.Blocking,
		VI: diag.Text{Message: "cổng có %[1]d tệp, quá giới hạn %[2]d", Hint: "bỏ bớt tệp, hoặc nâng limits.files"},
		EN: diag.Text{Message: "the portal has %[1]d files, over the limit of %[2]d", Hint: "remove some, or raise limits.files"}}
	ruleFileType = &diag.Rule{Code: "file-type", Severity: diag.Error,
		VI: diag.Text{Message: "loại tệp %[1]q không được đăng", Hint: "trang viết bằng .md; ảnh .jpg, .png, .gif, .webp; tài liệu .pdf, .docx, .xlsx, .pptx, .odt, .ods, .csv, .txt, .zip"},
		EN: diag.Text{Message: "files of type %[1]q are not published", Hint: "pages are .md; images .jpg, .png, .gif, .webp; documents .pdf, .docx, .xlsx, .pptx, .odt, .ods, .csv, .txt, .zip"}}
	ruleUnfit = &diag.Rule{Code: "file-unfit", Severity: diag.Error,
		VI: diag.Text{Message: "tệp không đăng được, nên bị bỏ ra ngoài: %[1]s", Hint: "%[2]s"},
		EN: diag.Text{Message: "the file cannot be published, so it is left out: %[3]s", Hint: "%[4]s"}}
	ruleNoPicture = &diag.Rule{Code: "file-no-picture", Severity: diag.Error,
		VI: diag.Text{Message: "không đọc được ảnh này (%[1]s)", Hint: "mở ảnh bằng phần mềm xử lý ảnh, thu nhỏ nếu quá lớn, rồi lưu lại đúng loại tệp"},
		EN: diag.Text{Message: "the picture cannot be read (%[1]s)", Hint: "open it with a picture editor, make it smaller if it is very large, and save it again as its type"}}
	ruleNoEmblem = &diag.Rule{Code: "config-no-emblem", Severity: diag.Error,
		VI: diag.Text{Message: "cổng %[1]q không có tệp biểu trưng %[2]q dùng được", Hint: "đặt tệp ảnh vào content/%[1]s; gần giống: %[3]q"},
		EN: diag.Text{Message: "site %[1]q has no usable emblem %[2]q", Hint: "put the image into content/%[1]s; nearest: %[3]q"}}
	ruleUnused = &diag.Rule{Code: "file-unused", Severity: diag.Warning,
		VI: diag.Text{Message: "không trang nào dùng tệp này, nên tệp không được đăng", Hint: "đưa tệp vào một trang, hoặc xóa tệp"},
		EN: diag.Text{Message: "no page uses this file, so it is not published", Hint: "use it on a page, or delete it"}}
	ruleNoTheme = &diag.Rule{Code: "config-no-theme", Severity: diag.Blocking,
		VI: diag.Text{Message: "không có giao diện %[1]q", Hint: "tạo thư mục themes/%[1]s, hoặc bỏ mục theme để dùng giao diện có sẵn"},
		EN: diag.Text{Message: "there is no theme %[1]q", Hint: "make a folder themes/%[1]s, or remove theme to use the built-in one"}}
	ruleThemeLanguage = &diag.Rule{Code: "config-theme-language", Severity: diag.Blocking,
		VI: diag.Text{Message: "giao diện chưa có ngôn ngữ %[1]q", Hint: "thêm messages/%[1]s.yaml vào giao diện, hoặc bỏ ngôn ngữ này khỏi languages"},
		EN: diag.Text{Message: "the theme does not speak %[1]q", Hint: "add messages/%[1]s.yaml to the theme, or remove the language from languages"}}
)

// Rules returns every rule that a build can report, by code.
func Rules() []*diag.Rule {
	return slices.Concat(
		[]*diag.Rule{ruleStray, ruleUnreadable, rulePageTooLarge, ruleFileTooLarge, ruleTooManyFiles, ruleFileType, ruleUnfit, ruleNoPicture, ruleNoEmblem, ruleUnused, ruleNoTheme, ruleThemeLanguage},
		strictyaml.Rules(), source.Rules(), config.Rules(), content.Rules(), check.Rules(), site.Rules(),
		theme.Rules(), view.Rules(), markdown.Rules(), harden.Rules(),
	)
}
