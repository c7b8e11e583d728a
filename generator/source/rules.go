package source

import (
	"slices"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/treepath"
)

// What is left out of the tree might be what a page needs, so every rule
// blocks: a build must not silently go on without it.
var (
	ruleLink = &diag.Rule{Code: "source-link", Severity: diag.Blocking,
		VI: diag.Text{Message: "đây là liên kết tượng trưng (symlink), không phải tệp",
			Hint: "thay bằng bản sao của tệp, hoặc xóa đi"},
		EN: diag.Text{Message: "this is a symbolic link, not a file",
			Hint: "put a copy of the file in its place, or delete it"}}
	ruleOdd = &diag.Rule{Code: "source-odd", Severity: diag.Blocking,
		VI: diag.Text{Message: "đây không phải tệp thường hay thư mục (loại %[1]s)",
			Hint: "xóa đi: cổng chỉ gồm tệp thường và thư mục"},
		EN: diag.Text{Message: "this is neither a regular file nor a folder (type %[1]s)",
			Hint: "delete it: a portal is made of regular files and folders"}}
	ruleName = &diag.Rule{Code: "source-name", Severity: diag.Blocking,
		VI: diag.Text{Message: "thư mục này liệt kê tên %[1]q hai lần, hoặc tên không hợp lệ",
			Hint: "dữ liệu của kho git đã hỏng hoặc bị sửa: lấy lại kho từ bản gốc"},
		EN: diag.Text{Message: "this folder lists the name %[1]q twice, or no file can have that name",
			Hint: "the data of the git repository are damaged or forged: fetch it afresh"}}
	ruleUnreadable = &diag.Rule{Code: "source-unreadable", Severity: diag.Blocking,
		VI: diag.Text{Message: "không đọc được: %[1]s",
			Hint: "kiểm tra quyền đọc và thử lại"},
		EN: diag.Text{Message: "cannot be read: %[1]s",
			Hint: "check the permissions and try again"}}
	ruleFileSize = &diag.Rule{Code: "source-file-size", Severity: diag.Blocking,
		VI: diag.Text{Message: "tệp có %[1]d byte, quá giới hạn %[2]d byte",
			Hint: "nén hoặc chia nhỏ tệp, hoặc đưa vào kho tệp lớn (Git LFS)"},
		EN: diag.Text{Message: "the file has %[1]d bytes, more than the limit of %[2]d",
			Hint: "compress or split it, or move it to the store of large files (Git LFS)"}}
	ruleTotalSize = &diag.Rule{Code: "source-total-size", Severity: diag.Blocking,
		VI: diag.Text{Message: "từ tệp này, tổng dung lượng vượt giới hạn %[1]d byte; các tệp còn lại chưa được xem",
			Hint: "đưa tệp lớn vào kho tệp lớn (Git LFS), hoặc tăng giới hạn"},
		EN: diag.Text{Message: "from this file on, all files together exceed the limit of %[1]d bytes; the rest was not looked at",
			Hint: "move large files to the store of large files (Git LFS), or raise the limit"}}
	ruleFiles = &diag.Rule{Code: "source-files", Severity: diag.Blocking,
		VI: diag.Text{Message: "từ thư mục này, số tệp và thư mục vượt giới hạn %[1]d; phần còn lại chưa được xem",
			Hint: "kiểm tra xem có thư mục lạ không, hoặc tăng giới hạn"},
		EN: diag.Text{Message: "from this folder on, there are more than %[1]d files and folders; the rest was not looked at",
			Hint: "look for a folder that does not belong here, or raise the limit"}}
	ruleMore = &diag.Rule{Code: "source-more", Severity: diag.Blocking,
		VI: diag.Text{Message: "còn %[1]d lỗi khác về tệp và thư mục, không liệt kê ở đây",
			Hint: "sửa các lỗi đã nêu rồi kiểm tra lại"},
		EN: diag.Text{Message: "%[1]d more faults of files and folders are not listed",
			Hint: "mend those that are, then check again"}}
)

var rules = []*diag.Rule{
	ruleLink, ruleOdd, ruleName, ruleUnreadable, ruleFileSize, ruleTotalSize, ruleFiles, ruleMore,
}

// Rules returns the rules of trees: those of this package, and those of paths,
// whose findings it reports.
func Rules() []*diag.Rule { return slices.Concat(rules, treepath.Rules()) }
