package content

import "sonla.gov.vn/bientap/internal/diag"

// What can be wrong with a page.
var (
	rulePlace = &diag.Rule{Code: "page-place", Severity: diag.Error,
		VI: diag.Text{Message: "trang đặt sai chỗ", Hint: "đặt trang ở content/<mã cổng>/<chuyên mục>/<tên-trang>.md"},
		EN: diag.Text{Message: "the page stands in the wrong place", Hint: "put it at content/<site>/<section>/<name>.md"}}
	ruleSegment = &diag.Rule{Code: "page-name", Severity: diag.Error,
		VI: diag.Text{Message: "tên tệp hoặc thư mục trong %[1]q không dùng làm địa chỉ được", Hint: "chỉ dùng chữ thường không dấu a-z, chữ số và dấu gạch nối"},
		EN: diag.Text{Message: "a file or folder name in %[1]q cannot be part of an address", Hint: "use lower-case letters a-z, digits and hyphens only"}}
	ruleNoSite = &diag.Rule{Code: "page-no-site", Severity: diag.Error,
		VI: diag.Text{Message: "trang %[1]q nằm trong thư mục không thuộc cổng nào", Hint: "khai báo cổng trong config.yaml, hoặc chuyển trang vào thư mục của một cổng"},
		EN: diag.Text{Message: "page %[1]q is in a folder that belongs to no site", Hint: "declare the site in config.yaml, or move the page into a site's folder"}}
	ruleNoFrontMatter = &diag.Rule{Code: "front-missing", Severity: diag.Error,
		VI: diag.Text{Message: "trang không có phần thông tin đầu bài", Hint: "bắt đầu tệp bằng dòng ---, các mục thông tin, rồi một dòng --- nữa; lệnh “bientap new” tạo sẵn mẫu"},
		EN: diag.Text{Message: "the page has no front matter", Hint: "begin the file with a line ---, the fields, and another line ---; \"bientap new\" writes them for you"}}
	ruleFrontTooLarge = &diag.Rule{Code: "front-too-large", Severity: diag.Error,
		VI: diag.Text{Message: "phần thông tin đầu bài dài %[1]d byte, quá giới hạn %[2]d byte", Hint: "chuyển bớt nội dung xuống thân bài"},
		EN: diag.Text{Message: "the front matter is %[1]d bytes long, over the limit of %[2]d bytes", Hint: "move content into the body"}}
	rulePageUnreadable = &diag.Rule{Code: "front-unreadable", Severity: diag.Error,
		VI: diag.Text{Message: "không đọc được thông tin đầu bài, nên trang bị bỏ ra ngoài", Hint: "sửa các lỗi khác của tệp này, hoặc thêm ít nhất mục title"},
		EN: diag.Text{Message: "the front matter cannot be read, so the page is left out", Hint: "mend the other faults of this file, or add at least a title"}}
	ruleNoKind = &diag.Rule{Code: "front-no-kind", Severity: diag.Error,
		VI: diag.Text{Message: "không có loại trang %[1]q", Hint: "gần giống: %[2]q; các loại có: %[3]s"},
		EN: diag.Text{Message: "there is no kind %[1]q", Hint: "nearest: %[2]q; the kinds are: %[3]s"}}
	ruleNoField = &diag.Rule{Code: "front-no-field", Severity: diag.Error,
		VI: diag.Text{Message: "thiếu mục bắt buộc %[1]q (%[2]s)", Hint: "thêm mục này vào phần thông tin đầu bài"},
		EN: diag.Text{Message: "required field %[1]q (%[3]s) is missing", Hint: "add it to the front matter"}}
	ruleNoID = &diag.Rule{Code: "front-no-id", Severity: diag.Error, Fixable: true,
		VI: diag.Text{Message: "trang chưa có mã id", Hint: "chạy “bientap check --fix” để cấp mã"},
		EN: diag.Text{Message: "the page has no id", Hint: "run \"bientap check --fix\" to give it one"}}
	ruleID = &diag.Rule{Code: "front-id", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải mã id của một trang", Hint: "mã gồm 6 đến 26 chữ số và chữ thường a-z; lệnh “bientap new” cấp mã mới"},
		EN: diag.Text{Message: "%[1]q is not the id of a page", Hint: "an id has 6 to 26 digits and letters a-z; \"bientap new\" gives a fresh one"}}
	ruleWhen = &diag.Rule{Code: "front-date", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải ngày, giờ có thật trong khoảng năm 1800–2199", Hint: "viết 2026-11-23 hoặc 2026-11-23 08:30"},
		EN: diag.Text{Message: "%[1]q is not a day or instant of the years 1800 to 2199", Hint: "write 2026-11-23 or 2026-11-23 08:30"}}
	ruleLang = &diag.Rule{Code: "front-lang", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải mã ngôn ngữ", Hint: "viết vi, en hoặc mã hai, ba chữ khác"},
		EN: diag.Text{Message: "%[1]q is not a language code", Hint: "write vi, en or another code of two or three letters"}}
	ruleSlug = &diag.Rule{Code: "front-slug", Severity: diag.Error,
		VI: diag.Text{Message: "slug %[1]q không dùng làm địa chỉ được", Hint: "chỉ dùng a-z, 0-9 và dấu gạch nối, không có dấu gạch chéo"},
		EN: diag.Text{Message: "slug %[1]q cannot be part of an address", Hint: "use a-z, 0-9 and hyphens, no slashes"}}
	ruleAlias = &diag.Rule{Code: "front-alias", Severity: diag.Error,
		VI: diag.Text{Message: "địa chỉ cũ %[1]q không dùng được", Hint: "viết đường dẫn trên cùng tên miền, bắt đầu và kết thúc bằng dấu gạch chéo, ví dụ /tin-cu/bai-viet/"},
		EN: diag.Text{Message: "former address %[1]q cannot be used", Hint: "write a path on the same host that begins and ends with a slash, such as /old/page/"}}
	ruleTooMany = &diag.Rule{Code: "front-too-many", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]s có %[2]d mục, quá giới hạn %[3]d, nên các mục sau bị bỏ qua", Hint: "chỉ giữ những mục cần thiết"},
		EN: diag.Text{Message: "%[1]s has %[2]d entries, over the limit of %[3]d, so the last ones are left out", Hint: "keep those that are needed"}}
	ruleExpiresFirst = &diag.Rule{Code: "front-expires-first", Severity: diag.Error,
		VI: diag.Text{Message: "hết hạn lúc %[1]s, trước khi đăng lúc %[2]s", Hint: "sửa expires_at hoặc publish_at"},
		EN: diag.Text{Message: "it expires at %[1]s, before it is published at %[2]s", Hint: "mend expires_at or publish_at"}}
	ruleWithdrawn = &diag.Rule{Code: "front-withdrawn", Severity: diag.Error,
		VI: diag.Text{Message: "việc gỡ bài phải ghi đủ by (ai), date (ngày) và why (lý do)", Hint: "bổ sung mục còn thiếu; trong khi chờ, bài vẫn được gỡ"},
		EN: diag.Text{Message: "a withdrawal states by, date and why", Hint: "add what is missing; meanwhile the page stays down"}}
	ruleNoCredit = &diag.Rule{Code: "front-no-credit", Severity: diag.Warning,
		VI: diag.Text{Message: "ảnh đại diện chưa ghi nguồn ảnh", Hint: "thêm credit: người chụp hoặc nơi cung cấp ảnh"},
		EN: diag.Text{Message: "the picture has no credit", Hint: "add credit: who took or supplied it"}}
)

// What can be wrong with the value of a field.
var (
	ruleChoice = &diag.Rule{Code: "field-choice", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không có trong các lựa chọn", Hint: "chọn một trong: %[2]s; gần giống: %[3]q"},
		EN: diag.Text{Message: "%[1]q is not one of the choices", Hint: "choose one of: %[2]s; nearest: %[3]q"}}
	ruleURL = &diag.Rule{Code: "field-url", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải địa chỉ https", Hint: "viết đầy đủ https://…"},
		EN: diag.Text{Message: "%[1]q is not an https address", Hint: "write it in full: https://…"}}
	ruleEmail = &diag.Rule{Code: "field-email", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải địa chỉ thư điện tử", Hint: "viết theo dạng ten@donvi.gov.vn"},
		EN: diag.Text{Message: "%[1]q is not an e-mail address", Hint: "write it like name@agency.gov.vn"}}
	rulePhone = &diag.Rule{Code: "field-phone", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải số điện thoại", Hint: "chỉ dùng chữ số, dấu cách và dấu + ở đầu"},
		EN: diag.Text{Message: "%[1]q is not a telephone number", Hint: "use digits, spaces and a leading +"}}
	ruleDocumentNumber = &diag.Rule{Code: "field-document-number", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải số, ký hiệu văn bản", Hint: "viết theo dạng 2722/QĐ-UBND hoặc 224/2026/NĐ-CP"},
		EN: diag.Text{Message: "%[1]q is not the number of a document", Hint: "write it like 2722/QĐ-UBND or 224/2026/NĐ-CP"}}
	ruleDocumentNumberForm = &diag.Rule{Code: "field-document-number-form", Severity: diag.Warning,
		VI: diag.Text{Message: "số, ký hiệu %[1]q viết chưa đúng thể thức", Hint: "viết %[2]q"},
		EN: diag.Text{Message: "document number %[1]q is not in its proper form", Hint: "write %[2]q"}}
	ruleNoRecord = &diag.Rule{Code: "field-no-record", Severity: diag.Error,
		VI: diag.Text{Message: "không có mã %[1]q trong %[2]s", Hint: "gần giống: %[3]q; hoặc thêm mã mới vào tệp đó"},
		EN: diag.Text{Message: "there is no %[1]q in %[2]s", Hint: "nearest: %[3]q; or add it to that file"}}
)

// What can be wrong with a kind or a record.
var (
	ruleKindUnusable = &diag.Rule{Code: "kind-unusable", Severity: diag.Error,
		VI: diag.Text{Message: "loại trang này chưa dùng được", Hint: "sửa các lỗi khác của tệp này"},
		EN: diag.Text{Message: "this kind cannot be used", Hint: "mend the other faults of this file"}}
	ruleKindTwice = &diag.Rule{Code: "kind-twice", Severity: diag.Error,
		VI: diag.Text{Message: "đã có loại trang %[1]q", Hint: "đặt tên khác"},
		EN: diag.Text{Message: "there is already a kind %[1]q", Hint: "choose another name"}}
	ruleKindName = &diag.Rule{Code: "kind-name", Severity: diag.Error,
		VI: diag.Text{Message: "tên loại trang %[1]q phải trùng tên tệp và chỉ gồm a-z, 0-9, dấu gạch nối", Hint: "đổi tên tệp hoặc mục kind"},
		EN: diag.Text{Message: "the kind's name %[1]q must be the file's and have only a-z, 0-9 and hyphens", Hint: "rename the file or change kind"}}
	ruleKindLayout = &diag.Rule{Code: "kind-layout", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q là tên một mẫu trang khác của giao diện, không đặt cho loại trang được", Hint: "đặt tên khác"},
		EN: diag.Text{Message: "%[1]q is the name of another layout of themes, so no kind can have it", Hint: "choose another name"}}
	ruleKindIDTwice = &diag.Rule{Code: "kind-id-twice", Severity: diag.Error,
		VI: diag.Text{Message: "mã %[1]q có hai lần trong states hoặc choices", Hint: "đổi một mã"},
		EN: diag.Text{Message: "the id %[1]q stands twice among states or choices", Hint: "change one of them"}}
	ruleKindList = &diag.Rule{Code: "kind-list", Severity: diag.Error,
		VI: diag.Text{Message: "cách liệt kê %[1]q không có", Hint: "chọn months (theo tháng) hoặc titles (theo tên)"},
		EN: diag.Text{Message: "there is no list %[1]q", Hint: "choose months or titles"}}
	ruleKindRequire = &diag.Rule{Code: "kind-require", Severity: diag.Error,
		VI: diag.Text{Message: "không thể bắt buộc mục %[1]q", Hint: "các mục chung có thể bắt buộc: %[2]s"},
		EN: diag.Text{Message: "%[1]q cannot be required", Hint: "common fields that can be: %[2]s"}}
	ruleKindCommon = &diag.Rule{Code: "kind-common-field", Severity: diag.Error,
		VI: diag.Text{Message: "mục %[1]q trùng tên với một mục chung", Hint: "đặt tên khác"},
		EN: diag.Text{Message: "field %[1]q has the name of a common field", Hint: "choose another name"}}
	ruleKindDate = &diag.Rule{Code: "kind-date", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải một mục kiểu date của loại này", Hint: "ghi tên một mục kiểu date"},
		EN: diag.Text{Message: "%[1]q is not a date field of this kind", Hint: "name a field of type date"}}
	ruleKindTone = &diag.Rule{Code: "kind-tone", Severity: diag.Error,
		VI: diag.Text{Message: "sắc thái %[1]q không có", Hint: "chọn good, neutral, warning hoặc bad"},
		EN: diag.Text{Message: "there is no tone %[1]q", Hint: "choose good, neutral, warning or bad"}}
	ruleKindState = &diag.Rule{Code: "kind-state", Severity: diag.Error,
		VI: diag.Text{Message: "trạng thái %[1]q có nhiều hơn một điều kiện", Hint: "giữ lại một trong from, before, absent"},
		EN: diag.Text{Message: "state %[1]q has more than one condition", Hint: "keep one of from, before and absent"}}
	ruleKindField = &diag.Rule{Code: "kind-field", Severity: diag.Error,
		VI: diag.Text{Message: "tên mục %[1]q không dùng được hoặc bị trùng", Hint: "dùng a-z, 0-9, dấu gạch dưới, bắt đầu bằng chữ"},
		EN: diag.Text{Message: "field name %[1]q cannot be used, or is used twice", Hint: "use a-z, 0-9 and underscores, beginning with a letter"}}
	ruleKindLabel = &diag.Rule{Code: "kind-label", Severity: diag.Error,
		VI: diag.Text{Message: "mục %[1]q thiếu nhãn", Hint: "thêm label: {vi: …}"},
		EN: diag.Text{Message: "field %[1]q has no label", Hint: "add label: {vi: …}"}}
	ruleKindType = &diag.Rule{Code: "kind-type", Severity: diag.Error,
		VI: diag.Text{Message: "mục %[1]q có kiểu %[2]q không tồn tại", Hint: "chọn một trong: %[3]s"},
		EN: diag.Text{Message: "field %[1]q has the unknown type %[2]q", Hint: "choose one of: %[3]s"}}
	ruleKindShape = &diag.Rule{Code: "kind-shape", Severity: diag.Error,
		VI: diag.Text{Message: "mục %[1]q kiểu %[2]s khai báo thừa hoặc thiếu", Hint: "list cần items (không lồng list), group cần fields, choice cần choices, record cần of; không lồng quá hai cấp"},
		EN: diag.Text{Message: "field %[1]q of type %[2]s declares too much or too little", Hint: "a list needs items (not lists again), a group fields, a choice choices, a record of; nest two levels at most"}}
	ruleKindOf = &diag.Rule{Code: "kind-of", Severity: diag.Error,
		VI: diag.Text{Message: "mục %[1]q trỏ tới loại trang %[2]q không tồn tại", Hint: "sửa mục of"},
		EN: diag.Text{Message: "field %[1]q refers to the unknown kind %[2]q", Hint: "mend of"}}
	ruleRecordID = &diag.Rule{Code: "record-id", Severity: diag.Error,
		VI: diag.Text{Message: "mã %[1]q không dùng được", Hint: "chỉ dùng a-z, 0-9 và dấu gạch nối"},
		EN: diag.Text{Message: "id %[1]q cannot be used", Hint: "use a-z, 0-9 and hyphens only"}}
	ruleRecordTwice = &diag.Rule{Code: "record-twice", Severity: diag.Error,
		VI: diag.Text{Message: "mã %[1]q có hai lần", Hint: "gộp lại hoặc đổi mã"},
		EN: diag.Text{Message: "id %[1]q stands twice", Hint: "merge them or change one id"}}
	ruleRecordNames = &diag.Rule{Code: "record-names", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q thiếu tên, hoặc các tên không xếp theo thời gian", Hint: "mỗi tên sau tên đầu phải có from muộn hơn tên trước"},
		EN: diag.Text{Message: "%[1]q has no name, or its names are not in order of time", Hint: "every name after the first has a later from than the one before"}}
	ruleRecordSuccessor = &diag.Rule{Code: "record-successor", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q được kế thừa bởi %[2]q, nhưng không có mã đó", Hint: "sửa successor"},
		EN: diag.Text{Message: "%[1]q is succeeded by %[2]q, which does not exist", Hint: "mend successor"}}
)

// Rules returns every rule of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		rulePlace, ruleSegment, ruleNoSite, ruleNoFrontMatter, ruleFrontTooLarge, rulePageUnreadable, ruleNoKind,
		ruleNoField, ruleNoID, ruleID, ruleWhen, ruleLang, ruleSlug, ruleAlias, ruleTooMany, ruleExpiresFirst, ruleWithdrawn,
		ruleNoCredit, ruleChoice, ruleURL, ruleEmail, rulePhone, ruleDocumentNumber, ruleDocumentNumberForm,
		ruleNoRecord, ruleKindUnusable, ruleKindTwice, ruleKindName, ruleKindLayout, ruleKindIDTwice, ruleKindList, ruleKindRequire, ruleKindCommon,
		ruleKindDate, ruleKindTone, ruleKindState, ruleKindField, ruleKindLabel, ruleKindType, ruleKindShape,
		ruleKindOf, ruleRecordID, ruleRecordTwice, ruleRecordNames, ruleRecordSuccessor,
	}
}
