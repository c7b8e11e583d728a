package treepath

import (
	"slices"

	"sonla.gov.vn/bientap/internal/diag"
)

// A path that breaks a rule cannot be published and, in git objects, cannot be
// approved: on somebody's computer it names something else than it says. All
// rules therefore block.
var (
	ruleEmpty = &diag.Rule{Code: "path-empty", Severity: diag.Blocking,
		VI: diag.Text{Message: "đường dẫn có một tên rỗng",
			Hint: "viết đường dẫn không có dấu gạch chéo ở đầu, ở cuối hay hai dấu liền nhau"},
		EN: diag.Text{Message: "the path has an empty name in it",
			Hint: "write it without a slash at either end and without two slashes in a row"}}
	ruleLong = &diag.Rule{Code: "path-long", Severity: diag.Blocking,
		VI: diag.Text{Message: "đường dẫn dài %[1]d byte, quá %[2]d byte",
			Hint: "rút ngắn tên tệp hoặc tên các thư mục"},
		EN: diag.Text{Message: "the path has %[1]d bytes, more than %[2]d",
			Hint: "shorten the name of the file or of its folders"}}
	ruleNameLong = &diag.Rule{Code: "path-name-long", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên %[1]q dài %[2]d byte, quá %[3]d byte",
			Hint: "rút ngắn tên; một chữ có dấu tiếng Việt chiếm hai hoặc ba byte"},
		EN: diag.Text{Message: "the name %[1]q has %[2]d bytes, more than %[3]d",
			Hint: "shorten it; a Vietnamese letter with marks takes two or three bytes"}}
	ruleDeep = &diag.Rule{Code: "path-deep", Severity: diag.Blocking,
		VI: diag.Text{Message: "đường dẫn sâu %[1]d cấp, quá %[2]d cấp",
			Hint: "đưa tệp lên thư mục gần gốc hơn"},
		EN: diag.Text{Message: "the path is %[1]d levels deep, more than %[2]d",
			Hint: "move the file to a folder nearer to the root"}}
	ruleEncoding = &diag.Rule{Code: "path-encoding", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên tệp hoặc thư mục không viết bằng UTF-8",
			Hint: "gõ lại tên bằng bảng mã Unicode"},
		EN: diag.Text{Message: "the name of the file or of a folder is not UTF-8",
			Hint: "type the name again, in Unicode"}}
	ruleNFC = &diag.Rule{Code: "path-nfc", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên %[2]q viết bằng Unicode tổ hợp",
			Hint: "gõ lại tên bằng Unicode dựng sẵn (NFC); tệp chép từ máy Mac hay gặp lỗi này"},
		EN: diag.Text{Message: "the name %[2]q is written with decomposed letters",
			Hint: "type the name again with precomposed letters (NFC); files copied from a Mac often have this fault"}}
	ruleRelative = &diag.Rule{Code: "path-relative", Severity: diag.Blocking,
		VI: diag.Text{Message: "đường dẫn có tên %[1]q, vốn chỉ một thư mục khác",
			Hint: "viết đường dẫn thẳng từ gốc, không qua \".\" hay \"..\""},
		EN: diag.Text{Message: "the path has the name %[1]q, which means another folder",
			Hint: "write the path straight from the root, without \".\" and \"..\""}}
	ruleGit = &diag.Rule{Code: "path-git", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên %[1]q giống tên tệp riêng của git",
			Hint: "đổi tên hoặc xóa tệp này"},
		EN: diag.Text{Message: "the name %[1]q resembles one that git keeps for itself",
			Hint: "rename or delete the file"}}
	ruleDevice = &diag.Rule{Code: "path-device", Severity: diag.Blocking,
		VI: diag.Text{Message: "Windows dành tên %[1]q cho thiết bị",
			Hint: "đặt tên khác, ví dụ thêm một từ: \"con-nuoi\" thay cho \"con\""},
		EN: diag.Text{Message: "Windows keeps the name %[1]q for a device",
			Hint: "choose another name, for example with one more word"}}
	ruleLetter = &diag.Rule{Code: "path-letter", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên %[1]q có chữ %[2]q (%[3]s) không thuộc bảng chữ cái dùng cho tên tệp, có thể trông giống một chữ khác",
			Hint: "gõ lại tên bằng bộ gõ tiếng Việt; chữ đ là U+0111, Đ là U+0110"},
		EN: diag.Text{Message: "the name %[1]q has the letter %[2]q (%[3]s), which is outside the alphabet of file names and may look like another letter",
			Hint: "type the name again with a Vietnamese or Latin keyboard; đ is U+0111 and Đ is U+0110"}}
	ruleInvisible = &diag.Rule{Code: "path-invisible", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên %[1]q có ký tự không nhìn thấy hoặc dấu rời: %[3]s",
			Hint: "gõ lại tên từ đầu thay vì dán"},
		EN: diag.Text{Message: "the name %[1]q has a character that cannot be seen, or a loose mark: %[3]s",
			Hint: "type the name afresh instead of pasting it"}}
	ruleCharacter = &diag.Rule{Code: "path-character", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên %[1]q có ký tự %[2]q (%[3]s) không dùng được trong tên tệp",
			Hint: "chỉ dùng chữ cái, chữ số, dấu gạch nối, dấu gạch dưới, dấu chấm và dấu cách"},
		EN: diag.Text{Message: "the name %[1]q has the character %[2]q (%[3]s), which file names cannot have",
			Hint: "use letters, digits, hyphens, underscores, full stops and spaces only"}}
	ruleEdge = &diag.Rule{Code: "path-edge", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên %[1]q bắt đầu hoặc kết thúc bằng dấu chấm, dấu cách, hoặc bắt đầu bằng dấu gạch nối",
			Hint: "bỏ dấu đó đi; tệp ẩn không thuộc về cổng"},
		EN: diag.Text{Message: "the name %[1]q begins or ends with a full stop or a space, or begins with a hyphen",
			Hint: "take it away; hidden files do not belong to a portal"}}
	ruleSpaces = &diag.Rule{Code: "path-spaces", Severity: diag.Blocking,
		VI: diag.Text{Message: "tên %[1]q có nhiều dấu cách liền nhau",
			Hint: "chỉ để một dấu cách"},
		EN: diag.Text{Message: "the name %[1]q has several spaces in a row",
			Hint: "keep one of them"}}
	ruleTwin = &diag.Rule{Code: "path-twin", Severity: diag.Blocking,
		VI: diag.Text{Message: "%[1]q và %[2]q chỉ khác nhau ở chữ hoa, chữ thường, cách mã hóa hoặc chỗ đặt dấu thanh",
			Hint: "đổi tên hoặc xóa một trong hai; trên máy khác chúng là một"},
		EN: diag.Text{Message: "%[1]q and %[2]q differ only in letter case, in encoding or in the place of a tone mark",
			Hint: "rename or delete one of them; on another computer they are the same"}}
	ruleClash = &diag.Rule{Code: "path-clash", Severity: diag.Blocking,
		VI: diag.Text{Message: "%[1]q vừa là tệp vừa là thư mục",
			Hint: "đổi tên một trong hai"},
		EN: diag.Text{Message: "%[1]q is both a file and a folder",
			Hint: "rename one of them"}}
)

var rules = []*diag.Rule{
	ruleEmpty, ruleLong, ruleNameLong, ruleDeep, ruleEncoding, ruleNFC,
	ruleRelative, ruleGit, ruleDevice, ruleLetter, ruleInvisible,
	ruleCharacter, ruleEdge, ruleSpaces, ruleTwin, ruleClash,
}

// Rules returns the rules of paths.
func Rules() []*diag.Rule { return slices.Clone(rules) }
