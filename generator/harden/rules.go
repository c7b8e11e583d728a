package harden

import "sonla.gov.vn/bientap/internal/diag"

// What these rules find is never the fault of a text, which cannot hold code,
// but of a layout, of a theme's file or of an attachment; and it would be
// served to every visitor. All of them block.
var (
	ruleName = &diag.Rule{Code: "harden-name", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên tệp xuất bản %[1]q không dùng được",
			Hint: "chỉ dùng chữ, số, dấu cách và -._~ trong tên; không bắt đầu bằng dấu chấm, trừ .well-known/"},
		EN: diag.Text{Message: "the output file name %[1]q cannot be used",
			Hint: "use letters, digits, spaces and -._~ only; no name begins with a full stop, except .well-known/"}}
	rulePlace = &diag.Rule{Code: "harden-place", Severity: diag.Blocking,
		VI: diag.Text{Message: "không được xuất bản tệp %[1]q tại đây",
			Hint: "xem danh mục loại tệp của từng thư mục: giao diện trong assets/, ảnh trong media/, tệp tải về trong tep/"},
		EN: diag.Text{Message: "no file such as %[1]q may be published here",
			Hint: "each folder has its types: the theme's in assets/, images in media/, downloads in tep/"}}
	ruleUnhashed = &diag.Rule{Code: "harden-unhashed", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên tệp %[1]q không mang mã băm của nội dung",
			Hint: "tệp trong assets/ được trình duyệt giữ một năm; đặt tên theo nội dung: %[2]q"},
		EN: diag.Text{Message: "the name %[1]q does not carry the hash of its content",
			Hint: "browsers keep files in assets/ for a year; name it by its content: %[2]q"}}
	ruleEncoding = &diag.Rule{Code: "harden-encoding", Severity: diag.Blocking,
		VI: diag.Text{Message: "có byte không phải UTF-8", Hint: "lưu lại tệp bằng bảng mã UTF-8"},
		EN: diag.Text{Message: "there are bytes that are not UTF-8", Hint: "save the file in UTF-8"}}
	ruleControl = &diag.Rule{Code: "harden-control", Severity: diag.Blocking,
		VI: diag.Text{Message: "có ký tự điều khiển %[1]s", Hint: "xóa ký tự này"},
		EN: diag.Text{Message: "there is a control character, %[1]s", Hint: "remove it"}}
	ruleBidi = &diag.Rule{Code: "harden-bidi", Severity: diag.Blocking,
		VI: diag.Text{Message: "có ký tự ẩn đảo chiều chữ %[1]s, làm chữ hiện ra khác với chữ đã duyệt",
			Hint: "xóa ký tự này; tiếng Việt không cần đến nó"},
		EN: diag.Text{Message: "there is an invisible character that reorders text, %[1]s: what is seen is not what was approved",
			Hint: "remove it; no left-to-right text needs it"}}
	ruleMagic = &diag.Rule{Code: "harden-magic", Severity: diag.Blocking,
		VI: diag.Text{Message: "nội dung tệp không đúng loại .%[1]s", Hint: "mở tệp bằng phần mềm của nó và lưu lại đúng loại"},
		EN: diag.Text{Message: "the content is not that of a .%[1]s file", Hint: "open it with its program and save it as that type"}}
	ruleMacro = &diag.Rule{Code: "harden-macro", Severity: diag.Blocking,
		VI: diag.Text{Message: "tệp có chứa macro (%[1]s)", Hint: "lưu lại thành loại tệp không có macro"},
		EN: diag.Text{Message: "the file holds macros (%[1]s)", Hint: "save it as a type without macros"}}

	ruleSyntax = &diag.Rule{Code: "harden-html-syntax", Severity: diag.Blocking,
		VI: diag.Text{Message: "mã HTML không theo dạng chặt: %[1]q", Hint: "sửa mẫu trang: thẻ viết chữ thường, mỗi thuộc tính một lần, đóng đủ dấu nháy, < viết thành &lt;"},
		EN: diag.Text{Message: "the markup is not in the strict form: %[1]q", Hint: "mend the layout: lower-case tags, each attribute once, closed quotes, < written &lt;"}}
	ruleScript = &diag.Rule{Code: "harden-script", Severity: diag.Blocking,
		VI: diag.Text{Message: "trang có thẻ <script>", Hint: "chỉ được dùng khối dữ liệu <script type=\"application/ld+json\">"},
		EN: diag.Text{Message: "the page has a <script>", Hint: "only the data block <script type=\"application/ld+json\"> is allowed"}}
	ruleStyle = &diag.Rule{Code: "harden-style", Severity: diag.Blocking,
		VI: diag.Text{Message: "trang có kiểu dáng viết ngay trong %[1]s", Hint: "chuyển vào tệp CSS của giao diện"},
		EN: diag.Text{Message: "the page has inline style in %[1]s", Hint: "move it to the theme's style sheet"}}
	ruleHandler = &diag.Rule{Code: "harden-handler", Severity: diag.Blocking,
		VI: diag.Text{Message: "thuộc tính %[1]q chạy mã lệnh", Hint: "xóa thuộc tính này"},
		EN: diag.Text{Message: "the attribute %[1]q runs code", Hint: "remove it"}}
	ruleFrame = &diag.Rule{Code: "harden-embed", Severity: diag.Blocking,
		VI: diag.Text{Message: "thẻ <%[1]s> nhúng nội dung khác vào trang", Hint: "thay bằng một liên kết"},
		EN: diag.Text{Message: "<%[1]s> embeds other content in the page", Hint: "link to it instead"}}
	ruleForm = &diag.Rule{Code: "harden-form", Severity: diag.Blocking,
		VI: diag.Text{Message: "trang có biểu mẫu (<%[1]s>)", Hint: "trang tĩnh không nhận dữ liệu; dẫn liên kết đến hệ thống tiếp nhận"},
		EN: diag.Text{Message: "the page has a form (<%[1]s>)", Hint: "a static page receives nothing; link to the service that does"}}
	ruleElement = &diag.Rule{Code: "harden-element", Severity: diag.Blocking,
		VI: diag.Text{Message: "thẻ <%[1]s> không có trong danh mục cho phép", Hint: "dùng thẻ HTML thông thường"},
		EN: diag.Text{Message: "<%[1]s> is not on the list of elements", Hint: "use an ordinary HTML element"}}
	ruleAttribute = &diag.Rule{Code: "harden-attribute", Severity: diag.Blocking,
		VI: diag.Text{Message: "thuộc tính %[1]q của <%[2]s> không có trong danh mục cho phép", Hint: "xóa thuộc tính này"},
		EN: diag.Text{Message: "the attribute %[1]q of <%[2]s> is not on the list", Hint: "remove it"}}
	ruleValue = &diag.Rule{Code: "harden-value", Severity: diag.Blocking,
		VI: diag.Text{Message: "thuộc tính %[1]q của <%[2]s> có giá trị không được phép: %[3]q", Hint: "giá trị được phép: %[4]s"},
		EN: diag.Text{Message: "the attribute %[1]q of <%[2]s> has a value that is not allowed: %[3]q", Hint: "allowed: %[4]s"}}
	ruleURL = &diag.Rule{Code: "harden-url", Severity: diag.Blocking,
		VI: diag.Text{Message: "địa chỉ %[1]q không được phép", Hint: "liên kết chỉ dùng https, http, mailto, tel hoặc đường dẫn trong cổng"},
		EN: diag.Text{Message: "the address %[1]q is not allowed", Hint: "links use https, http, mailto, tel or a path of the portal"}}
	ruleForeign = &diag.Rule{Code: "harden-foreign", Severity: diag.Blocking,
		VI: diag.Text{Message: "trang tải %[1]q từ nơi khác", Hint: "chép tệp vào cổng; trang không gọi đến máy chủ nào khác"},
		EN: diag.Text{Message: "the page loads %[1]q from elsewhere", Hint: "copy the file into the portal; a page calls no other server"}}
	ruleIntegrity = &diag.Rule{Code: "harden-integrity", Severity: diag.Blocking,
		VI: diag.Text{Message: "%[1]q được tải mà không có mã toàn vẹn", Hint: "thêm thuộc tính integrity=\"sha384-…\""},
		EN: diag.Text{Message: "%[1]q is loaded without integrity", Hint: "add the attribute integrity=\"sha384-…\""}}
	ruleOpener = &diag.Rule{Code: "harden-opener", Severity: diag.Blocking,
		VI: diag.Text{Message: "liên kết mở cửa sổ mới mà không có rel=\"noopener\"", Hint: "thêm rel=\"noopener\", hoặc bỏ target"},
		EN: diag.Text{Message: "a link opens a window without rel=\"noopener\"", Hint: "add rel=\"noopener\", or drop target"}}
	ruleRefresh = &diag.Rule{Code: "harden-http-equiv", Severity: diag.Blocking,
		VI: diag.Text{Message: "thẻ <meta http-equiv> không được phép ở đây", Hint: "chỉ trang chuyển hướng được dùng http-equiv=\"refresh\", đến một địa chỉ của cổng"},
		EN: diag.Text{Message: "<meta http-equiv> is not allowed here", Hint: "only a redirect page may use http-equiv=\"refresh\", to an address of the portal"}}
	ruleTwice = &diag.Rule{Code: "harden-id-twice", Severity: diag.Blocking,
		VI: diag.Text{Message: "hai phần tử cùng mang id %[1]q", Hint: "đổi một id"},
		EN: diag.Text{Message: "two elements have the id %[1]q", Hint: "change one of them"}}
	ruleComment = &diag.Rule{Code: "harden-comment", Severity: diag.Blocking,
		VI: diag.Text{Message: "tệp còn lời ghi chú của người viết mẫu", Hint: "xóa ghi chú <!-- … --> hoặc chuyển thành ghi chú của mẫu {{/* … */}}"},
		EN: diag.Text{Message: "the file holds a comment", Hint: "remove <!-- … --> or make it a comment of the layout, {{/* … */}}"}}
	ruleMissing = &diag.Rule{Code: "harden-missing", Severity: diag.Blocking,
		VI: diag.Text{Message: "trang thiếu %[1]s", Hint: "bổ sung trong mẫu trang"},
		EN: diag.Text{Message: "the page lacks %[1]s", Hint: "add it to the layout"}}
	ruleResidue = &diag.Rule{Code: "harden-residue", Severity: diag.Blocking,
		VI: diag.Text{Message: "trang còn dấu vết của mẫu: %[1]s", Hint: "mẫu đã in một giá trị không có hoặc không an toàn; sửa mẫu"},
		EN: diag.Text{Message: "a trace of the layout is left: %[1]s", Hint: "the layout printed a value that is missing or unsafe there; mend it"}}
	ruleData = &diag.Rule{Code: "harden-data", Severity: diag.Blocking,
		VI: diag.Text{Message: "dữ liệu không đúng dạng %[1]s: %[2]s", Hint: "sửa nơi tạo ra tệp này"},
		EN: diag.Text{Message: "this is not well-formed %[1]s: %[2]s", Hint: "mend what makes this file"}}

	ruleCSS = &diag.Rule{Code: "harden-css", Severity: diag.Blocking,
		VI: diag.Text{Message: "tệp CSS có %[1]q, không được phép", Hint: "chỉ dùng CSS thông thường, không dấu \\ ngoài chuỗi"},
		EN: diag.Text{Message: "the style sheet has %[1]q, which is not allowed", Hint: "use ordinary CSS, without \\ outside strings"}}
	ruleImport = &diag.Rule{Code: "harden-css-import", Severity: diag.Blocking,
		VI: diag.Text{Message: "tệp CSS có @import", Hint: "nối các tệp CSS thành một khi dựng giao diện"},
		EN: diag.Text{Message: "the style sheet has @import", Hint: "join the style sheets when the theme is built"}}

	ruleDoctype = &diag.Rule{Code: "harden-xml-markup", Severity: diag.Blocking,
		VI: diag.Text{Message: "tệp XML có %[1]s", Hint: "chỉ dùng phần tử và chữ"},
		EN: diag.Text{Message: "the XML has %[1]s", Hint: "use elements and text only"}}
	ruleXMLName = &diag.Rule{Code: "harden-xml-name", Severity: diag.Blocking,
		VI: diag.Text{Message: "%[1]q không có trong danh mục cho phép của loại tệp này", Hint: "xóa phần tử hoặc thuộc tính này"},
		EN: diag.Text{Message: "%[1]q is not on the list for this kind of file", Hint: "remove the element or attribute"}}
)

// Rules returns the rules by which [Check] judges.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		ruleName, rulePlace, ruleUnhashed, ruleEncoding, ruleControl, ruleBidi, ruleMagic, ruleMacro,
		ruleSyntax, ruleScript, ruleStyle, ruleHandler, ruleFrame, ruleForm, ruleElement, ruleAttribute, ruleValue,
		ruleURL, ruleForeign, ruleIntegrity, ruleOpener, ruleRefresh, ruleTwice, ruleComment, ruleMissing,
		ruleResidue, ruleData, ruleCSS, ruleImport, ruleDoctype, ruleXMLName,
	}
}
