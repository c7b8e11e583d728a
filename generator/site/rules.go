package site

import "sonla.gov.vn/bientap/internal/diag"

var (
	ruleIDTwice = &diag.Rule{Code: "page-id-twice", Severity: diag.Blocking,
		VI: diag.Text{Message: "mã id %[1]q đã thuộc về %[2]s", Hint: "mỗi trang một mã riêng: trang chép lại phải xóa dòng id rồi chạy “bientap check --fix”"},
		EN: diag.Text{Message: "id %[1]q already belongs to %[2]s", Hint: "every page has an id of its own: delete the id of the copy and run \"bientap check --fix\""}}
	ruleNoAgency = &diag.Rule{Code: "config-no-agency", Severity: diag.Error,
		VI: diag.Text{Message: "cổng %[1]q thuộc cơ quan %[2]q, nhưng content/_data/agencies.yaml không có mã đó", Hint: "gần giống: %[3]q; hoặc thêm cơ quan vào tệp đó"},
		EN: diag.Text{Message: "site %[1]q belongs to agency %[2]q, which content/_data/agencies.yaml does not have", Hint: "nearest: %[3]q; or add the agency to that file"}}
	ruleSectionKind = &diag.Rule{Code: "config-section-kind", Severity: diag.Error,
		VI: diag.Text{Message: "chuyên mục %[1]q dùng loại trang %[2]q không tồn tại", Hint: "các loại có: %[3]s"},
		EN: diag.Text{Message: "section %[1]q has the unknown kind %[2]q", Hint: "the kinds are: %[3]s"}}
	ruleNoSection = &diag.Rule{Code: "page-no-section", Severity: diag.Error,
		VI: diag.Text{Message: "thư mục %[1]q không thuộc chuyên mục nào", Hint: "khai báo chuyên mục trong sections của cổng ở config.yaml, hoặc chuyển trang đi"},
		EN: diag.Text{Message: "folder %[1]q belongs to no section", Hint: "declare the section under sections of the site in config.yaml, or move the page"}}
	ruleUndated = &diag.Rule{Code: "page-undated", Severity: diag.Error,
		VI: diag.Text{Message: "trang chưa có ngày nên chưa xếp được vào danh sách và bị bỏ ra ngoài", Hint: "thêm date (với văn bản: issued)"},
		EN: diag.Text{Message: "the page has no date, so it cannot be listed and is left out", Hint: "add date (for a document: issued)"}}
	ruleNoPage = &diag.Rule{Code: "page-reference", Severity: diag.Error,
		VI: diag.Text{Message: "mục %[1]s trỏ tới trang có mã %[2]q, nhưng không có trang nào mang mã đó", Hint: "chép lại mã id của trang cần trỏ tới"},
		EN: diag.Text{Message: "%[1]s refers to the page with id %[2]q, which does not exist", Hint: "copy the id of the page that is meant"}}
	ruleWrongKind = &diag.Rule{Code: "page-reference-kind", Severity: diag.Error,
		VI: diag.Text{Message: "trang %[1]q là loại %[2]s, trong khi ở đây cần loại %[3]s", Hint: "trỏ tới trang đúng loại"},
		EN: diag.Text{Message: "page %[1]q is of kind %[2]s; a page of kind %[3]s is expected here", Hint: "refer to a page of that kind"}}
	ruleTranslationChain = &diag.Rule{Code: "page-translation-chain", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]s cũng là bản dịch", Hint: "ghi mã của bản gốc: %[2]s"},
		EN: diag.Text{Message: "%[1]s is itself a translation", Hint: "name the original: %[2]s"}}
	ruleTranslationLang = &diag.Rule{Code: "page-translation-lang", Severity: diag.Error,
		VI: diag.Text{Message: "bản gốc %[1]s cũng viết bằng ngôn ngữ %[2]q", Hint: "sửa lang hoặc bỏ translation_of"},
		EN: diag.Text{Message: "the original %[1]s is in the language %[2]q too", Hint: "mend lang or remove translation_of"}}
	ruleAddressTwice = &diag.Rule{Code: "address-twice", Severity: diag.Blocking,
		VI: diag.Text{Message: "địa chỉ %[1]s đã thuộc về %[2]s", Hint: "đổi tên tệp, slug hoặc aliases của một trong hai"},
		EN: diag.Text{Message: "address %[1]s already belongs to %[2]s", Hint: "change the file name, slug or aliases of one of them"}}
	ruleReserved = &diag.Rule{Code: "address-reserved", Severity: diag.Blocking,
		VI: diag.Text{Message: "địa chỉ %[1]s dành riêng cho hệ thống", Hint: "đổi tên thư mục, slug hoặc aliases"},
		EN: diag.Text{Message: "address %[1]s is reserved", Hint: "change the folder, slug or aliases"}}
	ruleGround = &diag.Rule{Code: "address-of-other-site", Severity: diag.Blocking,
		VI: diag.Text{Message: "địa chỉ %[1]s thuộc cổng %[2]q", Hint: "chỉ trang của cổng đó mới được đặt ở đây; đổi thư mục, slug hoặc aliases"},
		EN: diag.Text{Message: "address %[1]s belongs to site %[2]q", Hint: "only pages of that site may stand there; change the folder, slug or aliases"}}
	ruleOutside = &diag.Rule{Code: "address-outside-site", Severity: diag.Blocking,
		VI: diag.Text{Message: "địa chỉ %[1]s nằm ngoài cổng %[2]q", Hint: "địa chỉ cũ của cổng này phải bắt đầu bằng %[3]s"},
		EN: diag.Text{Message: "address %[1]s lies outside site %[2]q", Hint: "former addresses of this site begin with %[3]s"}}
)

// Rules returns every rule of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		ruleIDTwice, ruleNoAgency, ruleSectionKind, ruleNoSection, ruleUndated, ruleNoPage, ruleWrongKind,
		ruleTranslationChain, ruleTranslationLang, ruleAddressTwice, ruleReserved, ruleGround, ruleOutside,
	}
}
