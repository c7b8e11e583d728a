package theme

import "sonla.gov.vn/bientap/internal/diag"

var (
	ruleUnknownFile = &diag.Rule{Code: "theme-unknown-file", Severity: diag.Error,
		VI: diag.Text{Message: "tệp %[1]q không thuộc giao diện", Hint: "chỉ dùng theme.yaml, layouts/*.html, styles/*.css, messages/<ngôn ngữ>.yaml và assets/* (svg, png, jpg, webp, ico, woff2)"},
		EN: diag.Text{Message: "the file %[1]q is no part of a theme", Hint: "a theme has theme.yaml, layouts/*.html, styles/*.css, messages/<language>.yaml and assets/* (svg, png, jpg, webp, ico, woff2)"}}
	ruleMissingFile = &diag.Rule{Code: "theme-missing-file", Severity: diag.Blocking,
		VI: diag.Text{Message: "giao diện thiếu tệp %[1]q", Hint: "giao diện mặc định phải có tệp này"},
		EN: diag.Text{Message: "the theme has no file %[1]q", Hint: "the default theme must have it"}}
	ruleSyntax = &diag.Rule{Code: "theme-syntax", Severity: diag.Blocking,
		VI: diag.Text{Message: "mẫu trang viết sai cú pháp: %[1]s", Hint: "kiểm tra cặp {{ }} và {{end}} ở dòng này"},
		EN: diag.Text{Message: "the layout has a syntax error: %[1]s", Hint: "check the {{ }} and the {{end}} of this line"}}
	ruleEscape = &diag.Rule{Code: "theme-escape", Severity: diag.Blocking,
		VI: diag.Text{Message: "không thể in dữ liệu an toàn ở chỗ này: %[1]s", Hint: "đóng đủ thẻ và dấu nháy quanh chỗ in dữ liệu; không in dữ liệu vào tên thẻ, tên thuộc tính, <style> hay <script>"},
		EN: diag.Text{Message: "data cannot be printed safely here: %[1]s", Hint: "close tags and quotes around the data; never print data into a tag's or an attribute's name, <style> or <script>"}}
	ruleUnquoted = &diag.Rule{Code: "theme-unquoted", Severity: diag.Blocking,
		VI: diag.Text{Message: "giá trị thuộc tính in từ dữ liệu phải đặt trong dấu nháy kép", Hint: `viết href="{{.URL}}", không viết href={{.URL}}`},
		EN: diag.Text{Message: "an attribute's value that is printed from data must be quoted", Hint: `write href="{{.URL}}", not href={{.URL}}`}}
	ruleField = &diag.Rule{Code: "theme-unknown-field", Severity: diag.Blocking,
		VI: diag.Text{Message: "%[2]s không có trường %[1]q", Hint: "xem các trường trong themes/README.md%[3]s"},
		EN: diag.Text{Message: "%[2]s has no field %[1]q", Hint: "themes/README.md lists the fields%[3]s"}}
	ruleFunction = &diag.Rule{Code: "theme-unknown-function", Severity: diag.Blocking,
		VI: diag.Text{Message: "không được gọi %[1]q trong mẫu trang", Hint: "các hàm được dùng: %[2]s"},
		EN: diag.Text{Message: "%[1]q cannot be called in a layout", Hint: "these functions can: %[2]s"}}
	ruleArguments = &diag.Rule{Code: "theme-arguments", Severity: diag.Blocking,
		VI: diag.Text{Message: "hàm %[1]q nhận %[2]s, không phải %[3]s", Hint: "sửa lại các đối số của hàm"},
		EN: diag.Text{Message: "the function %[1]q takes %[2]s, not %[3]s", Hint: "correct the arguments"}}
	rulePartial = &diag.Rule{Code: "theme-unknown-partial", Severity: diag.Blocking,
		VI: diag.Text{Message: "không có mẫu con %[1]q", Hint: "tạo tệp layouts/_%[1]s.html hoặc sửa tên%[2]s"},
		EN: diag.Text{Message: "there is no partial %[1]q", Hint: "add layouts/_%[1]s.html or correct the name%[2]s"}}
	ruleUnusedPartial = &diag.Rule{Code: "theme-unused-partial", Severity: diag.Warning,
		VI: diag.Text{Message: "không mẫu trang nào dùng mẫu con %[1]q", Hint: "xóa tệp hoặc sửa tên%[2]s"},
		EN: diag.Text{Message: "no layout uses the partial %[1]q", Hint: "delete the file or correct its name%[2]s"}}
	rulePrint = &diag.Rule{Code: "theme-not-printable", Severity: diag.Blocking,
		VI: diag.Text{Message: "giá trị kiểu %[1]s không in trực tiếp được", Hint: "in một trường của nó; với ngày dùng date, longdate, datetime hoặc isodate; với nội dung trang dùng markup"},
		EN: diag.Text{Message: "a value of type %[1]s cannot be printed as it is", Hint: "print one of its fields; for dates use date, longdate, datetime or isodate; for the text of a page use markup"}}
	ruleRange = &diag.Rule{Code: "theme-range", Severity: diag.Blocking,
		VI: diag.Text{Message: "không lặp được trên giá trị kiểu %[1]s", Hint: "{{range}} chỉ dùng cho danh sách"},
		EN: diag.Text{Message: "a value of type %[1]s cannot be ranged over", Hint: "{{range}} takes a list"}}
	ruleVariable = &diag.Rule{Code: "theme-variable", Severity: diag.Blocking,
		VI: diag.Text{Message: "không gán được cho biến %[1]q", Hint: "khai báo biến bằng := trước, rồi chỉ gán giá trị cùng kiểu"},
		EN: diag.Text{Message: "the variable %[1]q cannot be set", Hint: "declare it with := first, and give it values of one type only"}}
	ruleMessageKey = &diag.Rule{Code: "theme-message-key", Severity: diag.Blocking,
		VI: diag.Text{Message: "không có câu chữ %[1]q trong messages/", Hint: "thêm %[1]q vào tệp của mọi ngôn ngữ hoặc sửa tên%[2]s"},
		EN: diag.Text{Message: "no catalogue in messages/ has %[1]q", Hint: "add %[1]q to the file of every language or correct the key%[2]s"}}
	ruleMessageStatic = &diag.Rule{Code: "theme-message-static", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên câu chữ phải viết thẳng trong mẫu trang", Hint: `viết {{t "ten-cau-chu"}}, không lấy tên từ dữ liệu`},
		EN: diag.Text{Message: "the key of a message must be written out in the layout", Hint: `write {{t "the-key"}}; a key never comes from data`}}
	ruleMessageMissing = &diag.Rule{Code: "theme-message-missing", Severity: diag.Error,
		VI: diag.Text{Message: "ngôn ngữ %[1]q thiếu câu chữ %[2]q", Hint: "thêm %[2]q vào messages/%[1]s.yaml; tạm thời trang dùng câu tiếng Việt %[3]q"},
		EN: diag.Text{Message: "the language %[1]q has no message %[2]q", Hint: "add %[2]q to messages/%[1]s.yaml; until then pages show the Vietnamese %[3]q"}}
	ruleMessageUnknown = &diag.Rule{Code: "theme-message-unknown", Severity: diag.Error,
		VI: diag.Text{Message: "không có gì dùng câu chữ %[1]q", Hint: "xóa dòng này hoặc sửa tên%[2]s"},
		EN: diag.Text{Message: "nothing uses the message %[1]q", Hint: "delete the line or correct the key%[2]s"}}
	ruleMessagePlaceholder = &diag.Rule{Code: "theme-message-placeholder", Severity: diag.Error,
		VI: diag.Text{Message: "câu chữ %[1]q có các chỗ điền %[2]s, phải là %[3]s", Hint: "mọi ngôn ngữ và mọi lớp giao diện dùng đúng những chỗ điền {1}, {2}… như câu tiếng Việt của giao diện mặc định"},
		EN: diag.Text{Message: "the message %[1]q has the placeholders %[2]s instead of %[3]s", Hint: "every language and layer uses exactly the placeholders {1}, {2}… of the default theme's Vietnamese"}}
	ruleMessageBrace = &diag.Rule{Code: "theme-message-brace", Severity: diag.Error,
		VI: diag.Text{Message: "dấu ngoặc nhọn trong câu chữ %[1]q không phải chỗ điền", Hint: "chỗ điền viết {1} đến {9}; ngoài ra không dùng { và }"},
		EN: diag.Text{Message: "a brace in the message %[1]q is no placeholder", Hint: "placeholders are {1} to {9}; there is no other use of { and }"}}
	ruleMessageArguments = &diag.Rule{Code: "theme-message-arguments", Severity: diag.Blocking,
		VI: diag.Text{Message: "câu chữ %[1]q cần %[2]d giá trị để điền, mẫu trang đưa vào %[3]d", Hint: `ví dụ {{t "ten" .Title}} điền .Title vào {1}`},
		EN: diag.Text{Message: "the message %[1]q needs %[2]d values, the layout gives %[3]d", Hint: `{{t "key" .Title}} puts .Title in the place of {1}`}}
	ruleColour = &diag.Rule{Code: "theme-colour", Severity: diag.Error,
		VI: diag.Text{Message: "%[1]q không phải mã màu", Hint: "viết dạng #rrggbb, ví dụ #9f1d20; phải đặt trong dấu nháy kép"},
		EN: diag.Text{Message: "%[1]q is not a colour", Hint: "write it as #rrggbb, for example #9f1d20, in quotes"}}
	ruleContrast = &diag.Rule{Code: "theme-contrast", Severity: diag.Error,
		VI: diag.Text{Message: "màu %[1]s chỉ tương phản %[2]s:1 với chữ trắng", Hint: "chọn màu đậm hơn: người mắt kém cần ít nhất 4,5:1 (WCAG 2.2, 1.4.3)"},
		EN: diag.Text{Message: "the colour %[1]s has a contrast of only %[2]s:1 with white text", Hint: "choose a darker one: at least 4.5:1 is needed (WCAG 2.2, 1.4.3)"}}
	ruleStyle = &diag.Rule{Code: "theme-style", Severity: diag.Blocking,
		VI: diag.Text{Message: "tệp kiểu dáng viết sai: %[1]s", Hint: "kiểm tra dấu ngoặc và dấu chấm phẩy"},
		EN: diag.Text{Message: "the style sheet has an error: %[1]s", Hint: "check braces and semicolons"}}
)

// Rules returns the rules of this package's findings.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		ruleUnknownFile, ruleMissingFile, ruleSyntax, ruleEscape, ruleUnquoted, ruleField, ruleFunction,
		ruleArguments, rulePartial, ruleUnusedPartial, rulePrint, ruleRange, ruleVariable,
		ruleMessageKey, ruleMessageStatic, ruleMessageMissing, ruleMessageUnknown,
		ruleMessagePlaceholder, ruleMessageBrace, ruleMessageArguments,
		ruleColour, ruleContrast, ruleStyle,
	}
}
