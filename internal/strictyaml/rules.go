package strictyaml

import "sonla.gov.vn/bientap/internal/diag"

var (
	ruleTooLarge = &diag.Rule{Code: "yaml-too-large", Severity: diag.Error,
		VI: diag.Text{Message: "phần YAML dài %[1]d byte, quá giới hạn %[2]d byte", Hint: "chuyển nội dung dài xuống phần thân bài hoặc tách thành nhiều tệp"},
		EN: diag.Text{Message: "the YAML is %[1]d bytes long, over the limit of %[2]d bytes", Hint: "move long content into the body, or split the file"}}
	ruleNotText = &diag.Rule{Code: "yaml-not-text", Severity: diag.Blocking,
		VI: diag.Text{Message: "có byte không phải văn bản UTF-8, hoặc ký tự điều khiển như NUL", Hint: "xóa ký tự lạ ở chỗ này, lưu lại tệp với bảng mã UTF-8 và kiểu xuống dòng thông thường"},
		EN: diag.Text{Message: "there are bytes that are not UTF-8 text, or a control character such as NUL", Hint: "delete the odd character, and save the file as UTF-8 with ordinary line ends"}}
	ruleSyntax = &diag.Rule{Code: "yaml-syntax", Severity: diag.Error,
		VI: diag.Text{Message: "YAML viết sai: %[1]s", Hint: "kiểm tra dấu hai chấm, dấu cách thụt đầu dòng và dấu nháy ở dòng này; giá trị có dấu hai chấm phải đặt trong dấu nháy kép"},
		EN: diag.Text{Message: "malformed YAML: %[1]s", Hint: "check the colon, the indentation and the quotes on this line; a value that contains a colon must be quoted"}}
	ruleManyDocuments = &diag.Rule{Code: "yaml-many-documents", Severity: diag.Error,
		VI: diag.Text{Message: "tệp chứa nhiều hơn một tài liệu YAML", Hint: "bỏ dòng --- thừa"},
		EN: diag.Text{Message: "there is more than one YAML document", Hint: "remove the extra --- line"}}
	ruleTooDeep = &diag.Rule{Code: "yaml-too-deep", Severity: diag.Error,
		VI: diag.Text{Message: "lồng nhau quá %[1]d cấp", Hint: "viết phẳng lại"},
		EN: diag.Text{Message: "nested more than %[1]d levels deep", Hint: "write it flatter"}}
	ruleTooMany = &diag.Rule{Code: "yaml-too-many", Severity: diag.Error,
		VI: diag.Text{Message: "có hơn %[1]d mục", Hint: "tách thành nhiều tệp"},
		EN: diag.Text{Message: "more than %[1]d entries", Hint: "split the file"}}
	ruleAnchor = &diag.Rule{Code: "yaml-anchor", Severity: diag.Error,
		VI: diag.Text{Message: "không dùng neo và bí danh YAML (& và *)", Hint: "viết lại giá trị ở từng chỗ; nếu giá trị bắt đầu bằng & hoặc * thì đặt trong dấu nháy"},
		EN: diag.Text{Message: "YAML anchors and aliases (& and *) are not accepted", Hint: "write the value out in each place; quote a value that begins with & or *"}}
	ruleTag = &diag.Rule{Code: "yaml-tag", Severity: diag.Error,
		VI: diag.Text{Message: "không dùng thẻ kiểu YAML (%[1]q)", Hint: "bỏ thẻ; nếu giá trị bắt đầu bằng ! thì đặt trong dấu nháy"},
		EN: diag.Text{Message: "YAML tags (%[1]q) are not accepted", Hint: "remove the tag; quote a value that begins with !"}}
	ruleEscape = &diag.Rule{Code: "yaml-escape", Severity: diag.Error,
		VI: diag.Text{Message: "giá trị có ký tự không nhìn thấy %[1]s, viết bằng dấu \\", Hint: "xóa phần \\… trong dấu nháy kép; muốn viết dấu \\ thì dùng dấu nháy đơn"},
		EN: diag.Text{Message: "an escape puts %[1]s into the value, a character that cannot be seen", Hint: "delete the \\… between the double quotes; to write a backslash use single quotes"}}
	ruleKey = &diag.Rule{Code: "yaml-key", Severity: diag.Error,
		VI: diag.Text{Message: "tên mục phải là chữ, không dùng << hay khóa phức", Hint: "viết tên mục ở dạng chữ thường"},
		EN: diag.Text{Message: "a key must be plain text; << and complex keys are not accepted", Hint: "write the key as a word"}}
	ruleRepeated = &diag.Rule{Code: "yaml-repeated-key", Severity: diag.Error,
		VI: diag.Text{Message: "mục %[1]q đã có ở dòng %[2]d", Hint: "giữ lại một mục, xóa mục kia"},
		EN: diag.Text{Message: "key %[1]q already stands on line %[2]d", Hint: "keep one and delete the other"}}
	ruleUnknownNear = &diag.Rule{Code: "yaml-unknown-key", Severity: diag.Error,
		VI: diag.Text{Message: "không có mục %[1]q", Hint: "có phải ý bạn là %[2]q?"},
		EN: diag.Text{Message: "unknown key %[1]q", Hint: "did you mean %[2]q?"}}
	ruleUnknown = &diag.Rule{Code: "yaml-unknown-key", Severity: diag.Error,
		VI: diag.Text{Message: "không có mục %[1]q", Hint: "các mục dùng được ở đây: %[2]s"},
		EN: diag.Text{Message: "unknown key %[1]q", Hint: "keys that may stand here: %[2]s"}}
	ruleMissing = &diag.Rule{Code: "yaml-missing-key", Severity: diag.Error,
		VI: diag.Text{Message: "thiếu mục bắt buộc %[1]q", Hint: "thêm dòng “%[1]s: …”"},
		EN: diag.Text{Message: "required key %[1]q is missing", Hint: "add a line \"%[1]s: …\""}}
	ruleWantMapping = &diag.Rule{Code: "yaml-want-mapping", Severity: diag.Error,
		VI: diag.Text{Message: "ở đây cần các cặp “tên: giá trị”, nhưng lại là %[1]s", Hint: "viết mỗi cặp một dòng, thụt vào hai dấu cách"},
		EN: diag.Text{Message: "expected \"key: value\" pairs, found %[1]s", Hint: "write one pair a line, indented by two spaces"}}
	ruleWantList = &diag.Rule{Code: "yaml-want-list", Severity: diag.Error,
		VI: diag.Text{Message: "ở đây cần một danh sách, nhưng lại là %[1]s", Hint: "viết [a, b] hoặc mỗi mục một dòng bắt đầu bằng dấu gạch ngang"},
		EN: diag.Text{Message: "expected a list, found %[1]s", Hint: "write [a, b], or one item a line beginning with a hyphen"}}
	ruleWantText = &diag.Rule{Code: "yaml-want-text", Severity: diag.Error,
		VI: diag.Text{Message: "ở đây cần chữ, nhưng lại là %[1]s", Hint: "viết giá trị trên cùng dòng, trong dấu nháy kép nếu cần"},
		EN: diag.Text{Message: "expected text, found %[1]s", Hint: "write the value on the same line, quoted if need be"}}
	ruleWantBool = &diag.Rule{Code: "yaml-want-bool", Severity: diag.Error,
		VI: diag.Text{Message: "ở đây chỉ nhận true (có) hoặc false (không), nhưng lại là %[1]s", Hint: "viết true hoặc false, không đặt trong dấu nháy"},
		EN: diag.Text{Message: "expected true or false, found %[1]s", Hint: "write true or false without quotes"}}
	ruleWantInt = &diag.Rule{Code: "yaml-want-number", Severity: diag.Error,
		VI: diag.Text{Message: "ở đây cần một số nguyên, nhưng lại là %[1]s", Hint: "chỉ viết các chữ số, không có dấu chấm hay dấu phẩy"},
		EN: diag.Text{Message: "expected a whole number, found %[1]s", Hint: "write digits only, without separators"}}
	ruleMore = &diag.Rule{Code: "yaml-more", Severity: diag.Error,
		VI: diag.Text{Message: "còn %[1]d lỗi khác trong phần YAML này, không liệt kê ở đây", Hint: "sửa các lỗi đã nêu rồi kiểm tra lại"},
		EN: diag.Text{Message: "%[1]d more faults of this YAML are not listed", Hint: "mend those that are, then check again"}}
)

// Rules returns every rule of this package.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		ruleTooLarge, ruleNotText, ruleSyntax, ruleManyDocuments, ruleTooDeep, ruleTooMany,
		ruleAnchor, ruleTag, ruleEscape, ruleKey, ruleRepeated, ruleUnknownNear, ruleUnknown, ruleMissing,
		ruleWantMapping, ruleWantList, ruleWantText, ruleWantBool, ruleWantInt, ruleMore,
	}
}
