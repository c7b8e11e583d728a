package config

import "sonla.gov.vn/bientap/internal/diag"

var (
	ruleUnusable = &diag.Rule{Code: "config-unusable", Severity: diag.Blocking,
		VI: diag.Text{Message: "chưa dựng được cổng từ tệp cấu hình này", Hint: "sửa các lỗi khác của config.yaml"},
		EN: diag.Text{Message: "no portal can be built from this configuration", Hint: "mend the other faults of config.yaml"}}
	ruleLanguage = &diag.Rule{Code: "config-language", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải mã ngôn ngữ", Hint: "viết mã hai hoặc ba chữ thường, ví dụ vi, en"},
		EN: diag.Text{Message: "%[1]q is not a language code", Hint: "write two or three lower-case letters, such as vi or en"}}
	ruleLanguageTwice = &diag.Rule{Code: "config-language-twice", Severity: diag.Error,
		VI: diag.Text{Message: "ngôn ngữ %[1]q được khai báo hai lần", Hint: "giữ lại một"},
		EN: diag.Text{Message: "the language %[1]q is declared twice", Hint: "keep one of them"}}
	ruleNoText = &diag.Rule{Code: "config-no-text", Severity: diag.Error,
		VI: diag.Text{Message: "ở đây cần chữ bằng ít nhất một ngôn ngữ", Hint: "viết một chuỗi, hoặc {vi: …, en: …}"},
		EN: diag.Text{Message: "a text in at least one language is needed here", Hint: "write a text, or {vi: …, en: …}"}}
	ruleDate = &diag.Rule{Code: "config-date", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải một ngày có thật", Hint: "viết theo dạng năm-tháng-ngày: 2026-11-23"},
		EN: diag.Text{Message: "%[1]q is not a day of the calendar", Hint: "write year-month-day: 2026-11-23"}}
	ruleOffset = &diag.Rule{Code: "config-utc-offset", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải độ lệch giờ", Hint: "viết theo dạng \"+07:00\", trong dấu nháy"},
		EN: diag.Text{Message: "%[1]q is not an offset from UTC", Hint: "write it like \"+07:00\", in quotes"}}
	ruleAddress = &diag.Rule{Code: "config-address", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải địa chỉ của một cổng", Hint: "viết theo dạng https://sonla.gov.vn/ hoặc https://sonla.gov.vn/so-nnmt/, có dấu gạch chéo ở cuối"},
		EN: diag.Text{Message: "%[1]q is not the address of a site", Hint: "write it like https://sonla.gov.vn/ or https://sonla.gov.vn/so-nnmt/, with a slash at its end"}}
	ruleAddressTwice = &diag.Rule{Code: "config-address-twice", Severity: diag.Error,
		VI: diag.Text{Message: "cổng %[1]q và cổng %[3]q cùng dùng địa chỉ %[2]s", Hint: "mỗi cổng một địa chỉ riêng"},
		EN: diag.Text{Message: "site %[1]q has the address %[2]s of site %[3]q", Hint: "give each site an address of its own"}}
	ruleTheme = &diag.Rule{Code: "config-theme", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải tên một giao diện", Hint: "viết tên thư mục trong themes/, chỉ gồm a-z, 0-9 và dấu gạch nối"},
		EN: diag.Text{Message: "%[1]q is not the name of a theme", Hint: "write the name of a folder below themes/: a-z, 0-9 and hyphens"}}
	ruleHSTS = &diag.Rule{Code: "config-hsts", Severity: diag.Error,
		VI: diag.Text{Message: "security.hsts %[1]q không có", Hint: "chọn một trong: %[2]s"},
		EN: diag.Text{Message: "there is no security.hsts %[1]q", Hint: "choose one of: %[2]s"}}
	ruleSecurityExpires = &diag.Rule{Code: "config-security-expires", Severity: diag.Error,
		VI: diag.Text{Message: "security.contact cần đi kèm security.expires", Hint: "thêm expires: ngày phải kiểm tra lại đầu mối liên hệ, không quá một năm"},
		EN: diag.Text{Message: "security.contact needs security.expires", Hint: "add expires: the day by which the contact is checked again, at most a year ahead"}}
	ruleRange = &diag.Rule{Code: "config-range", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]s là %[2]d, ngoài khoảng từ %[3]d đến %[4]d", Hint: "chọn một số trong khoảng đó"},
		EN: diag.Text{Message: "%[1]s is %[2]d, out of the range %[3]d to %[4]d", Hint: "choose a number in that range"}}
	ruleMain = &diag.Rule{Code: "config-main", Severity: diag.Error,
		VI: diag.Text{Message: "có %[1]d cổng chính, trong khi cần đúng một", Hint: "ghi \"main: true\" ở đúng một cổng"},
		EN: diag.Text{Message: "there are %[1]d main sites; a portal has exactly one", Hint: "write \"main: true\" at exactly one site"}}
	ruleMainStatus = &diag.Rule{Code: "config-main-status", Severity: diag.Error,
		VI: diag.Text{Message: "cổng chính không thể đóng hay sáp nhập", Hint: "bỏ mục status của cổng chính"},
		EN: diag.Text{Message: "the main site cannot be closed or merged", Hint: "remove the status of the main site"}}
	ruleSiteID = &diag.Rule{Code: "config-site-id", Severity: diag.Error,
		VI: diag.Text{Message: "mã cổng %[1]q không dùng được", Hint: "chỉ dùng a-z, 0-9 và dấu gạch nối, ví dụ so-nnmt"},
		EN: diag.Text{Message: "site id %[1]q cannot be used", Hint: "use a-z, 0-9 and hyphens only, such as so-nnmt"}}
	ruleSiteTwice = &diag.Rule{Code: "config-site-twice", Severity: diag.Error,
		VI: diag.Text{Message: "có hai cổng cùng mã %[1]q", Hint: "đổi mã của một cổng"},
		EN: diag.Text{Message: "two sites have the id %[1]q", Hint: "give one of them another id"}}
	ruleSiteLanguage = &diag.Rule{Code: "config-site-language", Severity: diag.Error,
		VI: diag.Text{Message: "cổng %[1]q dùng ngôn ngữ %[2]q chưa khai báo", Hint: "thêm vào languages, hoặc chọn một trong: %[3]s"},
		EN: diag.Text{Message: "site %[1]q is in the language %[2]q, which is not declared", Hint: "add it to languages, or choose one of: %[3]s"}}
	ruleColour = &diag.Rule{Code: "config-colour", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải mã màu", Hint: "viết theo dạng \"#9f1d20\", trong dấu nháy"},
		EN: diag.Text{Message: "%[1]q is not a colour", Hint: "write it like \"#9f1d20\", in quotes"}}
	ruleEmail = &diag.Rule{Code: "config-email", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải địa chỉ thư điện tử", Hint: "viết theo dạng ten@donvi.gov.vn"},
		EN: diag.Text{Message: "%[1]q is not an e-mail address", Hint: "write it like name@agency.gov.vn"}}
	rulePhone = &diag.Rule{Code: "config-phone", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải số điện thoại", Hint: "chỉ dùng chữ số, dấu cách và dấu + ở đầu, viết trong dấu nháy"},
		EN: diag.Text{Message: "%[1]q is not a telephone number", Hint: "use digits, spaces and a leading +, in quotes"}}
	ruleEmblem = &diag.Rule{Code: "config-emblem", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải tên một tệp ảnh của cổng này", Hint: "viết đường dẫn trong thư mục content/<mã cổng>, không có .. hay dấu gạch chéo ở đầu; ảnh .png, .jpg, .webp, .gif"},
		EN: diag.Text{Message: "%[1]q is not the name of an image of this site", Hint: "write its path in the folder content/<site>, without .. or a leading slash; images are .png, .jpg, .webp, .gif"}}
	ruleSecurityContact = &diag.Rule{Code: "config-security-contact", Severity: diag.Error,
		VI: diag.Text{Message: "đầu mối an ninh mạng %[1]q không phải địa chỉ liên hệ được", Hint: "viết \"mailto:…\", \"tel:+84…\" hoặc \"https://…\", trong dấu nháy"},
		EN: diag.Text{Message: "the security contact %[1]q is not an address that can be followed", Hint: "write \"mailto:…\", \"tel:+84…\" or \"https://…\", in quotes"}}
	ruleStatus = &diag.Rule{Code: "config-status", Severity: diag.Error,
		VI: diag.Text{Message: "tình trạng %[1]q không có", Hint: "chọn active (hoạt động), closed (đóng) hoặc merged (sáp nhập)"},
		EN: diag.Text{Message: "there is no status %[1]q", Hint: "choose active, closed or merged"}}
	ruleStatusFrom = &diag.Rule{Code: "config-status-from", Severity: diag.Error,
		VI: diag.Text{Message: "cổng đóng hoặc sáp nhập phải ghi ngày", Hint: "thêm from: năm-tháng-ngày vào status"},
		EN: diag.Text{Message: "a closed or merged site states since when", Hint: "add from: year-month-day to status"}}
	ruleInto = &diag.Rule{Code: "config-merged-into", Severity: diag.Error,
		VI: diag.Text{Message: "cổng sáp nhập phải ghi into là mã của một cổng khác, ở đây là %[1]q", Hint: "viết {state: merged, into: mã-cổng, from: ngày}; chỉ cổng merged mới có into"},
		EN: diag.Text{Message: "into must name another site, and only of a merged one; it is %[1]q", Hint: "write {state: merged, into: site-id, from: day}"}}
	ruleIntoMerged = &diag.Rule{Code: "config-merged-chain", Severity: diag.Error,
		VI: diag.Text{Message: "cổng %[1]q cũng đã sáp nhập", Hint: "ghi thẳng cổng tiếp nhận sau cùng"},
		EN: diag.Text{Message: "site %[1]q is itself merged", Hint: "name the last successor directly"}}
	ruleSectionPath = &diag.Rule{Code: "config-section-path", Severity: diag.Error,
		VI: diag.Text{Message: "đường dẫn chuyên mục %[1]q không dùng được", Hint: "chỉ dùng a-z, 0-9, dấu gạch nối và dấu gạch chéo, ví dụ tin-tuc/kinh-te"},
		EN: diag.Text{Message: "section path %[1]q cannot be used", Hint: "use a-z, 0-9, hyphens and slashes only, such as tin-tuc/kinh-te"}}
	ruleSectionTwice = &diag.Rule{Code: "config-section-twice", Severity: diag.Error,
		VI: diag.Text{Message: "chuyên mục %[1]q được khai báo hai lần", Hint: "giữ lại một khai báo"},
		EN: diag.Text{Message: "section %[1]q is declared twice", Hint: "keep one of them"}}
	ruleNoSection = &diag.Rule{Code: "config-no-section", Severity: diag.Error,
		VI: diag.Text{Message: "không có chuyên mục %[1]q", Hint: "gần giống: %[2]q; chuyên mục phải được khai báo trong sections của cổng"},
		EN: diag.Text{Message: "there is no section %[1]q", Hint: "nearest: %[2]q; sections are declared under sections of their site"}}
	ruleStyle = &diag.Rule{Code: "config-style", Severity: diag.Error,
		VI: diag.Text{Message: "kiểu khối %[1]q không có", Hint: "chọn một trong: %[2]s"},
		EN: diag.Text{Message: "there is no block style %[1]q", Hint: "choose one of: %[2]s"}}
	ruleMenuTarget = &diag.Rule{Code: "config-menu-target", Severity: diag.Error,
		VI: diag.Text{Message: "một mục trình đơn phải có đúng một trong: section, page, url", Hint: "giữ lại một; mục chỉ để nhóm thì ghi title và items"},
		EN: diag.Text{Message: "an entry of a menu has exactly one of section, page and url", Hint: "keep one; an entry that only groups has a title and items"}}
	ruleMenuURL = &diag.Rule{Code: "config-menu-url", Severity: diag.Error,
		VI: diag.Text{Message: "địa chỉ %[1]q trong trình đơn không phải một địa chỉ https", Hint: "trang trong cổng ghi bằng section hoặc page; trang ngoài ghi địa chỉ https://…"},
		EN: diag.Text{Message: "address %[1]q of a menu is not an https address", Hint: "name pages of the portal with section or page, others with https://…"}}
	ruleMenuTitle = &diag.Rule{Code: "config-menu-title", Severity: diag.Error,
		VI: diag.Text{Message: "mục trình đơn này thiếu title", Hint: "thêm title"},
		EN: diag.Text{Message: "this entry of a menu has no title", Hint: "add a title"}}
	ruleMenuDeep = &diag.Rule{Code: "config-menu-deep", Severity: diag.Error,
		VI: diag.Text{Message: "trình đơn chỉ có hai cấp", Hint: "đưa các mục này lên cấp trên"},
		EN: diag.Text{Message: "a menu has two levels only", Hint: "move these entries up"}}
)

// Rules returns every rule of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		ruleUnusable, ruleLanguage, ruleLanguageTwice, ruleNoText, ruleDate, ruleOffset, ruleAddress, ruleAddressTwice, ruleTheme, ruleHSTS,
		ruleSecurityContact, ruleSecurityExpires, ruleRange,
		ruleMain, ruleMainStatus, ruleSiteID, ruleSiteTwice, ruleSiteLanguage, ruleColour, ruleEmail, rulePhone,
		ruleEmblem, ruleStatus, ruleStatusFrom, ruleInto,
		ruleIntoMerged, ruleSectionPath, ruleSectionTwice, ruleNoSection, ruleStyle, ruleMenuTarget, ruleMenuURL,
		ruleMenuTitle, ruleMenuDeep,
	}
}
