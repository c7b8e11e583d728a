package corpus

// name is a name in both languages.
type name struct {
	VI string `yaml:"vi"`
	EN string `yaml:"en"`
}

// record is a record of a portal: of an agency, a type of document, a field, a
// tag.
type record struct {
	id string
	name
	// abbreviation is that of document numbers, if they have one.
	abbreviation string
}

// agencies are the provincial bodies, each of which has a site, the first the
// main one. When they are used up, communes follow, named by placePrefixes and
// placeStems.
var agencies = []record{
	{"main", name{"Ủy ban nhân dân tỉnh", "Provincial People's Committee"}, "UBND"},
	{"so-noi-vu", name{"Sở Nội vụ", "Department of Home Affairs"}, "SNV"},
	{"so-tai-chinh", name{"Sở Tài chính", "Department of Finance"}, "STC"},
	{"so-cong-thuong", name{"Sở Công Thương", "Department of Industry and Trade"}, "SCT"},
	{"so-xay-dung", name{"Sở Xây dựng", "Department of Construction"}, "SXD"},
	{"so-nnmt", name{"Sở Nông nghiệp và Môi trường", "Department of Agriculture and Environment"}, "SNNMT"},
	{"so-khcn", name{"Sở Khoa học và Công nghệ", "Department of Science and Technology"}, "SKHCN"},
	{"so-gddt", name{"Sở Giáo dục và Đào tạo", "Department of Education and Training"}, "SGDĐT"},
	{"so-y-te", name{"Sở Y tế", "Department of Health"}, "SYT"},
	{"so-vhttdl", name{"Sở Văn hóa, Thể thao và Du lịch", "Department of Culture, Sports and Tourism"}, "SVHTTDL"},
	{"so-tu-phap", name{"Sở Tư pháp", "Department of Justice"}, "STP"},
	{"so-dttg", name{"Sở Dân tộc và Tôn giáo", "Department of Ethnic and Religious Affairs"}, "SDTTG"},
	{"thanh-tra", name{"Thanh tra tỉnh", "Provincial Inspectorate"}, "TTT"},
	{"van-phong", name{"Văn phòng Ủy ban nhân dân tỉnh", "Office of the Provincial People's Committee"}, "VP"},
	{"ban-quan-ly-kcn", name{"Ban Quản lý các khu công nghiệp", "Management Board of Industrial Zones"}, "BQLKCN"},
}

// Place names are a prefix and a stem, as in the Thái country.
var (
	placePrefixes = []string{"Chiềng", "Mường", "Phiêng", "Nậm", "Tà", "Huổi", "Púng", "Noong"}
	placeStems    = []string{"Lầu", "Ngần", "Khoang", "Pấc", "Sại", "Hặc", "Cang", "Pha", "Xôm", "Bua", "Đanh", "Lay"}
)

// section is a section of a site.
type section struct {
	path string
	name
}

// aboutSection holds the plain pages of a site.
var aboutSection = section{"gioi-thieu", name{"Giới thiệu", "About"}}

// aboutPages are the plain pages of each site: file name and title.
var aboutPages = [...][2]string{{"gioi-thieu-chung", "Giới thiệu chung"}, {"lien-he", "Liên hệ"}}

var articleSections = []section{
	{"tin-tuc", name{"Tin tức – Sự kiện", "News"}},
	{"tin-tuc/kinh-te", name{"Kinh tế", "Economy"}},
	{"tin-tuc/van-hoa-xa-hoi", name{"Văn hóa – Xã hội", "Culture and society"}},
	{"chi-dao-dieu-hanh", name{"Chỉ đạo điều hành", "Direction"}},
	{"thong-bao", name{"Thông báo", "Notices"}},
	{"chuyen-doi-so", name{"Chuyển đổi số", "Digital transformation"}},
	{"cai-cach-hanh-chinh", name{"Cải cách hành chính", "Administrative reform"}},
	{"nong-thon-moi", name{"Nông thôn mới", "New countryside"}},
	{"phap-luat", name{"Phổ biến pháp luật", "Legal information"}},
	{"y-te-giao-duc", name{"Y tế – Giáo dục", "Health and education"}},
	{"moi-truong", name{"Môi trường", "Environment"}},
	{"du-lich", name{"Du lịch", "Tourism"}},
	{"dau-tu", name{"Đầu tư", "Investment"}},
	{"lao-dong-viec-lam", name{"Lao động – Việc làm", "Labour"}},
	{"an-toan-giao-thong", name{"An toàn giao thông", "Road safety"}},
	{"guong-dien-hinh", name{"Gương điển hình", "Good examples"}},
}

var documentSections = []section{
	{"van-ban", name{"Văn bản chỉ đạo", "Documents"}},
	{"van-ban/quy-pham", name{"Văn bản quy phạm pháp luật", "Legal documents"}},
	{"van-ban/ke-hoach", name{"Kế hoạch, chương trình", "Plans"}},
	{"van-ban/huong-dan", name{"Văn bản hướng dẫn", "Guidance"}},
	{"van-ban/bao-cao", name{"Báo cáo", "Reports"}},
	{"thong-tin-cong-khai", name{"Thông tin công khai", "Public information"}},
	{"cong-bao", name{"Công báo", "Gazette"}},
	{"lay-y-kien", name{"Lấy ý kiến", "Consultation"}},
}

var documentTypes = []record{
	{"quyet-dinh", name{"Quyết định", "Decision"}, "QĐ"},
	{"ke-hoach", name{"Kế hoạch", "Plan"}, "KH"},
	{"cong-van", name{"Công văn", "Official letter"}, ""},
	{"thong-bao", name{"Thông báo", "Notice"}, "TB"},
	{"bao-cao", name{"Báo cáo", "Report"}, "BC"},
	{"huong-dan", name{"Hướng dẫn", "Guidance"}, "HD"},
	{"chi-thi", name{"Chỉ thị", "Directive"}, "CT"},
	{"nghi-quyet", name{"Nghị quyết", "Resolution"}, "NQ"},
	{"to-trinh", name{"Tờ trình", "Submission"}, "TTr"},
}

// relations are what one document can be to an earlier one.
var relations = []string{"based-on", "amends", "replaces", "guides", "repeals", "corrects", "consolidates"}

var fields = []name{
	{"Nông nghiệp", "Agriculture"}, {"Môi trường", "Environment"}, {"Chuyển đổi số", "Digital transformation"},
	{"Nội vụ", "Home affairs"}, {"Tài chính", "Finance"}, {"Giao thông", "Transport"}, {"Xây dựng", "Construction"},
	{"Giáo dục", "Education"}, {"Y tế", "Health"}, {"Văn hóa", "Culture"}, {"Du lịch", "Tourism"}, {"Tư pháp", "Justice"},
	{"Dân tộc", "Ethnic affairs"}, {"Công Thương", "Industry and trade"},
}

// Tags are an aspect of a theme.
var (
	aspects = []name{{"", ""}, {"Chính sách", "Policy: "}, {"Mô hình", "Models: "}, {"Tập huấn", "Training: "}, {"Phong trào", "Campaigns: "}}
	themes  = []name{
		{"chè", "Tea"}, {"cà phê", "Coffee"}, {"cây ăn quả", "Fruit trees"}, {"chăn nuôi", "Livestock"}, {"thủy sản", "Fishery"},
		{"trồng rừng", "Forestry"}, {"nước sạch", "Clean water"}, {"thủy lợi", "Irrigation"}, {"hợp tác xã", "Cooperatives"},
		{"du lịch cộng đồng", "Community tourism"}, {"nghề truyền thống", "Crafts"}, {"lễ hội", "Festivals"}, {"trường học", "Schools"},
		{"y tế cơ sở", "Local health care"}, {"bảo hiểm y tế", "Health insurance"}, {"việc làm", "Employment"}, {"giảm nghèo", "Poverty reduction"},
		{"đường nông thôn", "Rural roads"}, {"phòng chống thiên tai", "Disaster prevention"}, {"dịch vụ công", "Public services"},
	}
)
