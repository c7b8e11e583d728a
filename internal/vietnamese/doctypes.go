package vietnamese

import (
	"slices"
	"strings"
)

// DocumentType is one type of official document and its abbreviation in
// document numbers.
type DocumentType struct {
	Abbreviation string
	VI, EN       string
}

// DocumentTypes returns the types of document that have an abbreviation: those
// of the annex III of Decree 30/2020/NĐ-CP in its order, then normative,
// consolidated and Party documents as practice has them.
func DocumentTypes() []DocumentType { return slices.Clone(documentTypes) }

var documentTypes = []DocumentType{
	{"NQ", "Nghị quyết", "Resolution"},
	{"QĐ", "Quyết định", "Decision"},
	{"CT", "Chỉ thị", "Directive"},
	{"QC", "Quy chế", "Regulation"},
	{"QyĐ", "Quy định", "Rules"},
	{"TC", "Thông cáo", "Communiqué"},
	{"TB", "Thông báo", "Notice"},
	{"HD", "Hướng dẫn", "Guidelines"},
	{"CTr", "Chương trình", "Programme"},
	{"KH", "Kế hoạch", "Plan"},
	{"PA", "Phương án", "Arrangement"},
	{"ĐA", "Đề án", "Scheme"},
	{"DA", "Dự án", "Project"},
	{"BC", "Báo cáo", "Report"},
	{"BB", "Biên bản", "Minutes"},
	{"TTr", "Tờ trình", "Submission"},
	{"HĐ", "Hợp đồng", "Contract"},
	{"CĐ", "Công điện", "Official telegram"},
	{"BGN", "Bản ghi nhớ", "Memorandum of understanding"},
	{"BTT", "Bản thỏa thuận", "Agreement"},
	{"GUQ", "Giấy ủy quyền", "Letter of authorisation"},
	{"GM", "Giấy mời", "Invitation"},
	{"GGT", "Giấy giới thiệu", "Letter of introduction"},
	{"GNP", "Giấy nghỉ phép", "Leave permit"},
	{"PG", "Phiếu gửi", "Dispatch slip"},
	{"PC", "Phiếu chuyển", "Transfer slip"},
	{"PB", "Phiếu báo", "Notification slip"},

	{"NĐ", "Nghị định", "Decree"},
	{"TT", "Thông tư", "Circular"},
	{"L", "Lệnh", "Order"},
	{"PL", "Pháp lệnh", "Ordinance"},
	{"NQLT", "Nghị quyết liên tịch", "Joint resolution"},
	{"TTLT", "Thông tư liên tịch", "Joint circular"},
	{"VBHN", "Văn bản hợp nhất", "Consolidated text"},
	{"KL", "Kết luận", "Conclusion"},
	{"CV", "Công văn", "Letter"},
}

// typeSpelling gives the proper spelling of a type by its small letters, and
// by those without đ where that leaves no doubt (qd, but not da or hd).
var typeSpelling = spellTypes()

func spellTypes() map[string]string {
	spelling := make(map[string]string, 2*len(documentTypes))
	for _, t := range documentTypes {
		spelling[strings.ToLower(t.Abbreviation)] = t.Abbreviation
	}
	for _, t := range documentTypes {
		if plain := Fold(t.Abbreviation); spelling[plain] == "" {
			spelling[plain] = t.Abbreviation
		}
	}
	return spelling
}
