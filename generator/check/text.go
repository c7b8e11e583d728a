package check

import (
	"bytes"
	"strings"

	"sonla.gov.vn/bientap/internal/diag"
	"sonla.gov.vn/bientap/internal/vietnamese"
)

var (
	ruleNotText = &diag.Rule{Code: "text-not-text", Severity: diag.Blocking,
		VI: diag.Text{Message: "có byte không phải văn bản UTF-8: %[1]s", Hint: "mở tệp bằng đúng bảng mã cũ rồi lưu lại với UTF-8"},
		EN: diag.Text{Message: "there are bytes that are not UTF-8 text: %[1]s", Hint: "open the file in its old encoding and save it as UTF-8"}}
	ruleControl = &diag.Rule{Code: "text-control", Severity: diag.Blocking,
		VI: diag.Text{Message: "có ký tự điều khiển (%[2]d lần): %[1]s", Hint: "xóa ký tự đó; thường do chép từ phần mềm khác"},
		EN: diag.Text{Message: "there is a control character (%[2]d times): %[1]s", Hint: "delete it; it usually comes from copying out of another program"}}
	ruleLegacy = &diag.Rule{Code: "text-legacy", Severity: diag.Error,
		VI: diag.Text{Message: "đoạn này viết bằng bảng mã cũ %[1]s: %[2]s", Hint: "%[3]s"},
		EN: diag.Text{Message: "this is in the old encoding %[1]s: %[2]s", Hint: "%[4]s"}}
	ruleLost = &diag.Rule{Code: "text-lost", Severity: diag.Error,
		VI: diag.Text{Message: "có ký tự bị mất khi chuyển mã (%[2]d lần): %[1]s", Hint: "gõ lại chữ đúng ở chỗ có dấu �"},
		EN: diag.Text{Message: "a character was lost in a conversion (%[2]d times): %[1]s", Hint: "type the right letter where � stands"}}
	ruleInvisible = &diag.Rule{Code: "text-invisible", Severity: diag.Error,
		VI: diag.Text{Message: "có ký tự vô hình (%[2]d lần): %[1]s", Hint: "xóa ký tự đó; nó làm sai tìm kiếm và có thể đảo chiều chữ"},
		EN: diag.Text{Message: "there is an invisible character (%[2]d times): %[1]s", Hint: "delete it; it breaks searches and may turn the direction of text"}}
	rulePrivate = &diag.Rule{Code: "text-private-use", Severity: diag.Error,
		VI: diag.Text{Message: "có ký tự chỉ một phông chữ riêng mới hiện được (%[2]d lần): %[1]s", Hint: "thay bằng ký tự thông thường, ví dụ dấu gạch đầu dòng"},
		EN: diag.Text{Message: "there is a character that only one font can show (%[2]d times): %[1]s", Hint: "replace it with an ordinary one, such as a hyphen"}}
	ruleLookAlike = &diag.Rule{Code: "text-look-alike", Severity: diag.Warning,
		VI: diag.Text{Message: "chữ Đ ở đây là một ký tự khác trông giống (%[2]d lần): %[1]s", Hint: "gõ lại chữ Đ/đ tiếng Việt để tìm kiếm được"},
		EN: diag.Text{Message: "the letter here only looks like Đ (%[2]d times): %[1]s", Hint: "type the Vietnamese letter, so that it can be found"}}
	ruleNFC = &diag.Rule{Code: "text-nfc", Severity: diag.Error, Fixable: true,
		VI: diag.Text{Message: "chữ có dấu ở dạng tổ hợp rời (%[2]d lần): %[1]s", Hint: "chạy “bientap check --fix” để đưa về dạng dựng sẵn (NFC)"},
		EN: diag.Text{Message: "accented letters are decomposed (%[2]d times): %[1]s", Hint: "run \"bientap check --fix\" to compose them (NFC)"}}
	ruleNBSP = &diag.Rule{Code: "text-nbsp", Severity: diag.Warning, Fixable: true,
		VI: diag.Text{Message: "có dấu cách không ngắt dòng (%[2]d lần): %[1]s", Hint: "chạy “bientap check --fix” để thay bằng dấu cách thường"},
		EN: diag.Text{Message: "there is a no-break space (%[2]d times): %[1]s", Hint: "run \"bientap check --fix\" to make it an ordinary space"}}
	ruleBOM = &diag.Rule{Code: "text-bom", Severity: diag.Warning, Fixable: true,
		VI: diag.Text{Message: "tệp bắt đầu bằng dấu BOM", Hint: "chạy “bientap check --fix” để bỏ"},
		EN: diag.Text{Message: "the file begins with a byte order mark", Hint: "run \"bientap check --fix\" to remove it"}}
	ruleCRLF = &diag.Rule{Code: "text-crlf", Severity: diag.Warning, Fixable: true,
		VI: diag.Text{Message: "dòng kết thúc theo kiểu Windows (CRLF)", Hint: "chạy “bientap check --fix” để đưa về một kiểu"},
		EN: diag.Text{Message: "lines end in the Windows way (CRLF)", Hint: "run \"bientap check --fix\" to make them alike"}}
)

var textRules = []*diag.Rule{
	ruleNotText, ruleControl, ruleLegacy, ruleLost, ruleInvisible, rulePrivate, ruleLookAlike, ruleNFC, ruleNBSP, ruleBOM, ruleCRLF,
}

var faultRules = map[vietnamese.FaultKind]*diag.Rule{
	vietnamese.InvalidUTF8:        ruleNotText,
	vietnamese.ControlCharacter:   ruleControl,
	vietnamese.LegacyTCVN3:        ruleLegacy,
	vietnamese.LegacyVNI:          ruleLegacy,
	vietnamese.LostCharacter:      ruleLost,
	vietnamese.InvisibleCharacter: ruleInvisible,
	vietnamese.PrivateUse:         rulePrivate,
	vietnamese.LookAlikeD:         ruleLookAlike,
	vietnamese.NotNFC:             ruleNFC,
	vietnamese.NoBreakSpace:       ruleNBSP,
}

// Text looks at the characters of a file. It reports whether they are text at
// all: a file with bytes that are not must not be read further.
func Text(path string, src []byte) (found diag.List, readable bool) {
	text := string(src)
	readable = true
	line, from := 1, 0
	for _, f := range vietnamese.Inspect(text) {
		line += strings.Count(text[from:f.Offset], "\n")
		from = f.Offset
		column := f.Offset - strings.LastIndexByte(text[:f.Offset], '\n')
		rule := faultRules[f.Kind]
		args := []any{f.Sample, f.Count}
		if rule == ruleLegacy {
			args = legacy(f)
		}
		found = append(found, rule.At(diag.Pos{Path: path, Line: line, Column: column}, args...))
		readable = readable && rule.Severity != diag.Blocking
	}
	if bytes.HasPrefix(src, []byte("\ufeff")) {
		found = append(found, ruleBOM.At(diag.Pos{Path: path, Line: 1}))
	}
	if i := bytes.Index(src, []byte("\r\n")); i >= 0 {
		found = append(found, ruleCRLF.At(diag.Pos{Path: path, Line: 1 + bytes.Count(src[:i], []byte("\n"))}))
	}
	return found, readable
}

// legacy words a line in an old encoding, with what it would be in Unicode as
// a proposal: capital letters of TCVN3 depend on the font, so nothing is ever
// converted without a person looking at it.
func legacy(f vietnamese.Fault) []any {
	name, decode := "TCVN3 (ABC)", vietnamese.DecodeTCVN3
	if f.Kind == vietnamese.LegacyVNI {
		name, decode = "VNI", vietnamese.DecodeVNI
	}
	if s, ok := decode(f.Sample); ok {
		return []any{name, f.Sample, "chuyển sang Unicode; có lẽ là: " + s, "convert it to Unicode; perhaps: " + s}
	}
	return []any{name, f.Sample, "chuyển sang Unicode bằng công cụ chuyển mã, rồi đọc lại từng chữ", "convert it to Unicode and proof-read it"}
}
