package markdown

import "sonla.gov.vn/bientap/internal/diag"

// What can be wrong with a text.
var (
	ruleRawHTML = &diag.Rule{Code: "markdown-raw-html", Severity: diag.Error,
		VI: diag.Text{Message: "không dùng được HTML trong bài: %[1]q", Hint: "dùng ký hiệu Markdown (**đậm**, *nghiêng*, [chữ](địa chỉ), bảng…); nếu muốn hiện dấu < thì viết \\<"},
		EN: diag.Text{Message: "HTML cannot be used in a text: %[1]q", Hint: "use Markdown (**bold**, *italic*, [text](address), tables…); to show a < write \\<"}}
	ruleControl = &diag.Rule{Code: "markdown-control-character", Severity: diag.Error,
		VI: diag.Text{Message: "có ký tự điều khiển hoặc byte hỏng %[1]s trong bài", Hint: "xóa ký tự này; thường nó lọt vào khi sao chép từ phần mềm khác"},
		EN: diag.Text{Message: "the text has a control character or damaged byte %[1]s", Hint: "delete it; such characters come along when text is copied from other software"}}
	ruleHeadingEmpty = &diag.Rule{Code: "markdown-heading-empty", Severity: diag.Warning,
		VI: diag.Text{Message: "tiêu đề không có chữ nào nên bị bỏ qua", Hint: "viết chữ sau dấu #, hoặc xóa dòng này"},
		EN: diag.Text{Message: "a heading without words is left out", Hint: "write words after the #, or delete the line"}}
	ruleTableRow = &diag.Rule{Code: "markdown-table-row", Severity: diag.Error,
		VI: diag.Text{Message: "dòng này của bảng có %[1]d ô, nhiều hơn %[2]d cột của dòng đầu bảng; các ô thừa không hiện", Hint: "thêm cột vào dòng đầu bảng; nếu muốn hiện dấu | trong ô thì viết \\|"},
		EN: diag.Text{Message: "this row of the table has %[1]d cells, more than the %[2]d columns of the header; the others are not shown", Hint: "add columns to the header; to show a | in a cell write \\|"}}

	ruleLinkScheme = &diag.Rule{Code: "markdown-link-scheme", Severity: diag.Error,
		VI: diag.Text{Message: "liên kết %[1]q dùng loại địa chỉ không được phép", Hint: "chỉ dùng https, http, mailto, tel, id, hoặc đường dẫn tới một trang của cổng"},
		EN: diag.Text{Message: "the link %[1]q has a kind of address that is not allowed", Hint: "use https, http, mailto, tel, id, or a path to a page of the portal"}}
	ruleLinkNoScheme = &diag.Rule{Code: "markdown-link-no-scheme", Severity: diag.Error,
		VI: diag.Text{Message: "địa chỉ %[1]q thiếu phần đầu https:", Hint: "viết đủ https://…"},
		EN: diag.Text{Message: "the address %[1]q lacks https: at its beginning", Hint: "write https://… in full"}}
	ruleLinkMalformed = &diag.Rule{Code: "markdown-link-malformed", Severity: diag.Error,
		VI: diag.Text{Message: "địa chỉ %[1]q viết không đúng", Hint: "kiểm tra khoảng trắng, dấu \\, ký tự ẩn, dấu %% và tên máy chủ trong địa chỉ; số điện thoại viết liền như tel:+842123852xxx"},
		EN: diag.Text{Message: "the address %[1]q is not well formed", Hint: "look for white space, backslashes, invisible characters, percent signs and the name of the host; write phone numbers without spaces, as tel:+842123852xxx"}}
	ruleLinkEmpty = &diag.Rule{Code: "markdown-link-empty", Severity: diag.Error,
		VI: diag.Text{Message: "liên kết hoặc ảnh không có địa chỉ", Hint: "viết địa chỉ trong dấu ngoặc: [chữ](địa chỉ)"},
		EN: diag.Text{Message: "a link or image has no address", Hint: "write it in the parentheses: [text](address)"}}
	ruleLinkTooLong = &diag.Rule{Code: "markdown-link-too-long", Severity: diag.Error,
		VI: diag.Text{Message: "địa chỉ quá dài: %[1]q", Hint: "dùng địa chỉ ngắn hơn"},
		EN: diag.Text{Message: "the address is too long: %[1]q", Hint: "use a shorter one"}}
	ruleTitleTooLong = &diag.Rule{Code: "markdown-title-too-long", Severity: diag.Error,
		VI: diag.Text{Message: "chú thích của liên kết hoặc ảnh dài %[1]d byte, quá giới hạn %[2]d byte", Hint: "rút ngắn, hoặc đưa thành một đoạn văn"},
		EN: diag.Text{Message: "the title of a link or image is %[1]d bytes long, over the limit of %[2]d bytes", Hint: "shorten it, or make it a paragraph"}}
	ruleLinkNoText = &diag.Rule{Code: "markdown-link-no-text", Severity: diag.Warning,
		VI: diag.Text{Message: "liên kết tới %[1]q không có chữ", Hint: "viết trong dấu ngoặc vuông vài chữ cho biết liên kết dẫn tới đâu"},
		EN: diag.Text{Message: "the link to %[1]q has no text", Hint: "write some words in the brackets that say where it leads"}}
	ruleLinkMissing = &diag.Rule{Code: "markdown-link-missing", Severity: diag.Error,
		VI: diag.Text{Message: "liên kết tới %[1]q nhưng không có trang hoặc tệp này", Hint: "sửa lại đường dẫn, hoặc bỏ liên kết"},
		EN: diag.Text{Message: "the link leads to %[1]q, but there is no such page or file", Hint: "mend the path, or remove the link"}}
	ruleLinkMisspelt = &diag.Rule{Code: "markdown-link-misspelt", Severity: diag.Error,
		VI: diag.Text{Message: "liên kết tới %[1]q nhưng không có trang hoặc tệp này", Hint: "có phải là %[2]q không?"},
		EN: diag.Text{Message: "the link leads to %[1]q, but there is no such page or file", Hint: "did you mean %[2]q?"}}
	ruleLinkDormant = &diag.Rule{Code: "markdown-link-dormant", Severity: diag.Warning,
		VI: diag.Text{Message: "liên kết tới %[1]q, trang chưa đến ngày đăng hoặc đã hết hạn, nên chỉ hiện chữ", Hint: "liên kết tự hoạt động khi trang đó được đăng"},
		EN: diag.Text{Message: "the link leads to %[1]q, a page that is scheduled or has expired, and shows as text", Hint: "it works by itself while that page is published"}}
	ruleFragmentMissing = &diag.Rule{Code: "markdown-fragment-missing", Severity: diag.Error,
		VI: diag.Text{Message: "liên kết tới %[1]q nhưng trong bài không có mục này", Hint: "mã của một mục là các chữ của tiêu đề, không dấu, nối bằng dấu gạch: #nhung-viec-can-lam"},
		EN: diag.Text{Message: "the link leads to %[1]q, but the text has no such place", Hint: "the name of a place is its heading in lower case without marks, joined by hyphens: #nhung-viec-can-lam"}}
	ruleFragmentMisspelt = &diag.Rule{Code: "markdown-fragment-misspelt", Severity: diag.Error,
		VI: diag.Text{Message: "liên kết tới %[1]q nhưng trong bài không có mục này", Hint: "có phải là %[2]q không?"},
		EN: diag.Text{Message: "the link leads to %[1]q, but the text has no such place", Hint: "did you mean %[2]q?"}}

	ruleImageRemote = &diag.Rule{Code: "markdown-image-remote", Severity: diag.Error,
		VI: diag.Text{Message: "ảnh %[1]q nằm ngoài cổng", Hint: "tải ảnh về, đặt cạnh bài và dùng tên tệp; trang của cổng không lấy gì từ máy chủ khác"},
		EN: diag.Text{Message: "the image %[1]q is not in the portal", Hint: "save it beside the page and use the name of the file; pages of the portal load nothing from other hosts"}}
	ruleImageMissing = &diag.Rule{Code: "markdown-image-missing", Severity: diag.Error,
		VI: diag.Text{Message: "không có ảnh %[1]q", Hint: "đặt ảnh cạnh bài, hoặc sửa lại đường dẫn"},
		EN: diag.Text{Message: "there is no image %[1]q", Hint: "put it beside the page, or mend the path"}}
	ruleImageMisspelt = &diag.Rule{Code: "markdown-image-misspelt", Severity: diag.Error,
		VI: diag.Text{Message: "không có ảnh %[1]q", Hint: "có phải là %[2]q không?"},
		EN: diag.Text{Message: "there is no image %[1]q", Hint: "did you mean %[2]q?"}}
	ruleImageAlt = &diag.Rule{Code: "markdown-image-alt", Severity: diag.Warning,
		VI: diag.Text{Message: "ảnh %[1]q không có lời mô tả", Hint: "viết trong dấu ngoặc vuông điều mà ảnh cho thấy, để người không nhìn được ảnh cũng biết: ![mô tả](ảnh)"},
		EN: diag.Text{Message: "the image %[1]q has no description", Hint: "say in the brackets what it shows, for those who cannot see it: ![description](image)"}}

	ruleNoteMissing = &diag.Rule{Code: "markdown-note-missing", Severity: diag.Error,
		VI: diag.Text{Message: "chú thích %[1]s không có nội dung", Hint: "thêm một đoạn bắt đầu bằng %[1]s: rồi đến nội dung chú thích"},
		EN: diag.Text{Message: "there is no text for footnote %[1]s", Hint: "add a paragraph that begins with %[1]s: and the text of the note"}}
	ruleNoteUnused = &diag.Rule{Code: "markdown-note-unused", Severity: diag.Warning,
		VI: diag.Text{Message: "không chỗ nào dẫn tới chú thích [^%[1]s], hoặc chú thích bị trùng tên, nên không hiện", Hint: "đặt [^%[1]s] vào chỗ cần dẫn, hoặc xóa chú thích"},
		EN: diag.Text{Message: "nothing refers to footnote [^%[1]s], or its name is used twice, so it is not shown", Hint: "put [^%[1]s] where it belongs, or delete the note"}}
)

// What is over a limit.
var (
	ruleTooLong = &diag.Rule{Code: "markdown-too-long", Severity: diag.Error,
		VI: diag.Text{Message: "bài dài %[1]d byte, quá giới hạn %[2]d byte, nên không hiện được", Hint: "chia thành nhiều bài, hoặc đính kèm thành tệp"},
		EN: diag.Text{Message: "the text is %[1]d bytes long, over the limit of %[2]d bytes, and is not shown", Hint: "make several pages of it, or attach it as a file"}}
	ruleTooManyLines = &diag.Rule{Code: "markdown-too-many-lines", Severity: diag.Error,
		VI: diag.Text{Message: "bài có %[1]d dòng, quá giới hạn %[2]d dòng, nên không hiện được", Hint: "chia thành nhiều bài, hoặc đính kèm thành tệp"},
		EN: diag.Text{Message: "the text has %[1]d lines, over the limit of %[2]d lines, and is not shown", Hint: "make several pages of it, or attach it as a file"}}
	ruleTooDeep = &diag.Rule{Code: "markdown-too-deep", Severity: diag.Error,
		VI: diag.Text{Message: "danh sách hoặc trích dẫn lồng nhau quá sâu (tối đa %[1]d cấp danh sách); phần sâu hơn hiện như chữ thường", Hint: "giảm số cấp"},
		EN: diag.Text{Message: "lists or quotes nest too deep (at most %[1]d levels of lists); what is deeper shows as plain text", Hint: "use fewer levels"}}
	ruleTooComplex = &diag.Rule{Code: "markdown-too-complex", Severity: diag.Error,
		VI: diag.Text{Message: "đoạn này có quá nhiều ký hiệu Markdown nên phần còn lại của đoạn hiện như chữ thường", Hint: "chia đoạn ra, hoặc viết \\ trước những dấu không dùng để định dạng"},
		EN: diag.Text{Message: "this paragraph has too many marks of Markdown, so the rest of it shows as plain text", Hint: "split it, or write \\ before signs that are not meant as marks"}}
	ruleTableTooLarge = &diag.Rule{Code: "markdown-table-too-large", Severity: diag.Error,
		VI: diag.Text{Message: "bảng quá lớn nên hiện như chữ thường; giới hạn là %[1]d cột, %[2]d ô, %[3]d dấu \\|", Hint: "chia thành nhiều bảng, hoặc đính kèm thành tệp"},
		EN: diag.Text{Message: "the table is too large and shows as plain text; the limits are %[1]d columns, %[2]d cells, %[3]d signs \\|", Hint: "make several tables of it, or attach it as a file"}}
	ruleTooManyReferences = &diag.Rule{Code: "markdown-too-many-definitions", Severity: diag.Error,
		VI: diag.Text{Message: "có hơn %[1]d dòng định nghĩa liên kết liền nhau nên chúng hiện như chữ thường", Hint: "để dòng trống giữa các nhóm"},
		EN: diag.Text{Message: "more than %[1]d lines of link definitions stand together, and show as plain text", Hint: "leave blank lines between groups of them"}}
	ruleTooManyNotes = &diag.Rule{Code: "markdown-too-many-notes", Severity: diag.Error,
		VI: diag.Text{Message: "bài có hơn %[1]d chú thích; phần sau hiện như chữ thường", Hint: "bớt chú thích, hoặc chia thành nhiều bài"},
		EN: diag.Text{Message: "the text has more than %[1]d footnotes; the rest shows as plain text", Hint: "use fewer notes, or make several pages of it"}}
	ruleTooManyLinks = &diag.Rule{Code: "markdown-too-many-links", Severity: diag.Error,
		VI: diag.Text{Message: "bài có hơn %[1]d liên kết và ảnh; phần sau chỉ hiện chữ", Hint: "chia thành nhiều bài"},
		EN: diag.Text{Message: "the text has more than %[1]d links and images; the rest shows as text", Hint: "make several pages of it"}}
	ruleMore = &diag.Rule{Code: "markdown-more", Severity: diag.Error,
		VI: diag.Text{Message: "bài còn lỗi khác ngoài %[1]d lỗi đã nêu", Hint: "sửa các lỗi đã nêu rồi kiểm tra lại"},
		EN: diag.Text{Message: "there is more to mend than the %[1]d findings listed", Hint: "mend these, then check again"}}
	ruleFault = &diag.Rule{Code: "markdown-parser-fault", Severity: diag.Error,
		VI: diag.Text{Message: "bộ đọc Markdown gặp lỗi với bài này (%[1]s) nên bài hiện như chữ thường", Hint: "đây là lỗi của phần mềm: xin báo cho nhóm kỹ thuật kèm nội dung bài"},
		EN: diag.Text{Message: "the Markdown parser failed on this text (%[1]s), which shows as plain text", Hint: "this is a fault of the software: please report it with the text"}}
)

// Rules returns every rule that a text can break.
func Rules() []*diag.Rule {
	return []*diag.Rule{
		ruleRawHTML, ruleControl, ruleHeadingEmpty, ruleTableRow,
		ruleLinkScheme, ruleLinkNoScheme, ruleLinkMalformed, ruleLinkEmpty, ruleLinkTooLong, ruleTitleTooLong,
		ruleLinkNoText, ruleLinkMissing, ruleLinkMisspelt, ruleLinkDormant, ruleFragmentMissing, ruleFragmentMisspelt,
		ruleImageRemote, ruleImageMissing, ruleImageMisspelt, ruleImageAlt,
		ruleNoteMissing, ruleNoteUnused,
		ruleTooLong, ruleTooManyLines, ruleTooDeep, ruleTooComplex, ruleTableTooLarge, ruleTooManyReferences,
		ruleTooManyNotes, ruleTooManyLinks, ruleMore, ruleFault,
	}
}
