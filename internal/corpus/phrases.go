package corpus

// grammar is a table of phrases by name. A name in braces within a phrase
// stands for any phrase of that name, chosen anew each time; with a capital,
// the phrase begins with one. See [writer.slot] for the names that stand for
// something of the page itself.
type grammar map[string][]string

// wordsVI is the language of official news and documents.
var wordsVI = grammar{
	"part":          {"## {Heading}\n\n{paragraph}\n\n{block}\n\n"},
	"part/document": {"## Điều {clause}\n\n{paragraph}\n\n{block}\n\n"},
	"paragraph":     {"{Sentence}. {Sentence}.", "{Sentence}. {Sentence}. {Sentence}."},
	"block": {
		"{List}:\n\n- {do};\n- {do};\n- {do}.",
		"{List}:\n\n- {do};\n- {do};\n- {do};\n- {do};\n- {do}.",
		"{List}:\n\n1. {do};\n2. {do};\n3. {do};\n4. {do}.",
		"{Law}:\n\na) {do};\nb) {do};\nc) {do};\nd) {do};\nđ) {do}.",
		"{Law}:\n\na) {do};\nb) {do};\nc) {do};\nd) {do};\nđ) {do};\ne) {do};\ng) {do}.",
		"| {columns} |\n| --- | ---: | ---: | ---: |\n| {Commune} | {figures} |\n| {Commune} | {figures} |\n| {Commune} | {figures} |\n\n: {Caption}",
		"| {columns} |\n| --- | ---: | ---: | ---: |\n| {Commune} | {figures} |\n| {Commune} | {figures} |\n| {Commune} | {figures} |\n| {Commune} | {figures} |\n| {Commune} | {figures} |\n\n: {Caption}",
		"> {Quote}", "{Sentence}{mark}.", "{Sentence}{mark}. {Sentence}.", "{See}: {link}.", "{Sentence}. {See}: {link}.",
	},
	"block/document": {
		"{List}:\n\n1. {do};\n2. {do};\n3. {do}.",
		"{List}:\n\n1. {do};\n2. {do};\n3. {do};\n4. {do};\n5. {do}.",
		"{Law}:\n\na) {do};\nb) {do};\nc) {do};\nd) {do}.",
		"{Law}:\n\na) {do};\nb) {do};\nc) {do};\nd) {do};\nđ) {do};\ne) {do}.",
		"{Law}:\n\na) {do};\nb) {do};\nc) {do};\nd) {do};\nđ) {do};\ne) {do};\ng) {do};\nh) {do}.",
		"| {columns} |\n| --- | ---: | ---: | ---: |\n| {Commune} | {figures} |\n| {Commune} | {figures} |\n| {Commune} | {figures} |\n| {Commune} | {figures} |\n\n: {Caption}",
		"{Sentence}{mark}.", "{See}: {link}.",
	},
	"figure": {"![{Alt}]({image} \"{Credit}.\")"},
	"title": {
		"{place} tập trung {topic}",
		"{place}: chuyển biến rõ nét trong việc {topic}",
		"{agency} triển khai nhiệm vụ {topic} năm {year}",
		"{agency} kiểm tra việc {topic} tại {place}",
		"{agency} hướng dẫn các xã, phường {topic}",
		"{agency} trả lời kiến nghị của cử tri về việc {topic}",
		"Đẩy mạnh {topic} trên địa bàn {place}",
		"Hội nghị trực tuyến bàn giải pháp {topic}",
		"Nhiều cách làm hay trong việc {topic} ở {place}",
		"Kết quả {topic} tháng {month} năm {year}",
		"Tăng cường {topic} trong năm {year}",
		"Tập huấn kỹ năng {topic} cho cán bộ cơ sở",
		"Tháo gỡ khó khăn trong việc {topic} ở {place}",
		"Tổng kết {few} năm {topic} ở {place}",
		"Những điều cần biết về việc {topic}",
		"Ra quân {topic} tại {place}",
		"Lấy ý kiến góp ý cho kế hoạch {topic}",
		"Khi {people} cùng tham gia {topic}",
	},
	"title/nghi-quyet": {
		"Nghị quyết về một số chính sách hỗ trợ {topic} trên địa bàn tỉnh",
		"Nghị quyết về nhiệm vụ {topic} năm {year}",
	},
	"title/quyet-dinh": {
		"Quyết định ban hành Quy định về việc {topic} trên địa bàn tỉnh",
		"Quyết định phê duyệt Kế hoạch {topic} năm {year}",
		"Quyết định phân công nhiệm vụ {topic} tại {place}",
		"Quyết định thành lập Tổ công tác về việc {topic}",
	},
	"title/chi-thi": {
		"Chỉ thị về tăng cường {topic}",
		"Chỉ thị về một số nhiệm vụ cấp bách nhằm {topic} năm {year}",
	},
	"title/ke-hoach": {
		"Kế hoạch {topic} năm {year}",
		"Kế hoạch {topic} trên địa bàn {place}",
		"Kế hoạch kiểm tra việc {topic} tháng {month} năm {year}",
	},
	"title/thong-bao": {
		"Thông báo kết luận cuộc họp về việc {topic}",
		"Thông báo lịch kiểm tra việc {topic} tại {place}",
	},
	"title/huong-dan": {
		"Hướng dẫn trình tự, hồ sơ {topic}",
		"Hướng dẫn các xã, phường {topic}",
	},
	"title/bao-cao": {
		"Báo cáo kết quả {topic} tháng {month} năm {year}",
		"Báo cáo tình hình {topic} tại {place}",
	},
	"title/to-trinh": {
		"Tờ trình đề nghị phê duyệt Đề án {topic}",
	},
	"title/cong-van": {
		"Công văn về việc {topic} tại {place}",
		"Công văn đề nghị phối hợp {topic} năm {year}",
	},
	"summary": {
		"{agency} yêu cầu các đơn vị {do}, {do}, coi đây là nhiệm vụ trọng tâm của năm {year}.",
		"Đến nay, {thousands} hộ dân của {place} đã tham gia {topic}; kết quả bước đầu {aim}.",
		"{actor} cùng chính quyền {place} {do}, {aim}.",
		"Việc {topic} đạt {pct}% kế hoạch. Các đơn vị đang {do}.",
		"Bài viết nêu cách làm của {place} trong việc {topic}, những kết quả đã đạt và việc cần tiếp tục.",
	},
	"summary/document": {
		"Văn bản quy định việc {topic}, trách nhiệm của các sở, ngành và ủy ban nhân dân các xã, phường.",
		"Văn bản giao {agency} chủ trì {topic}, thời hạn hoàn thành trong năm {year}.",
		"Văn bản nêu mục tiêu, nhiệm vụ và phân công {do}.",
	},
	"sentence": {
		"{time}, {actor} tổ chức {event} về việc {topic} tại {place}",
		"{actor} đã chỉ đạo các đơn vị trực thuộc {do}, đồng thời {do}",
		"{actor} phối hợp với chính quyền {place} {do}, {aim}",
		"Theo báo cáo của {actor}, {time}, toàn tỉnh có {thousands} hộ tham gia {topic}, tăng {pct}% so với cùng kỳ năm trước",
		"Đến ngày {date}, {place} đã hoàn thành {pct}% kế hoạch, vượt {few} ngày so với yêu cầu",
		"Tổng kinh phí thực hiện là {thousands} triệu đồng, trong đó ngân sách nhà nước hỗ trợ {pct}%, phần còn lại do {people} đóng góp",
		"Bên cạnh kết quả đạt được, việc {topic} còn gặp khó khăn do {trouble}",
		"Nguyên nhân chủ yếu là {trouble}; một số nơi chưa chủ động {do}",
		"Để khắc phục, {actor} yêu cầu các đơn vị {do}, không để tình trạng {trouble} kéo dài",
		"Nhờ {do}, nhiều hộ ở {place} đã {gain}",
		"Qua kiểm tra tại {count} đơn vị, đoàn công tác ghi nhận các nơi đều {do}, hồ sơ được lưu đầy đủ",
		"Phát biểu tại {event}, đại diện {actor} đề nghị các xã, phường tiếp tục {do}",
		"Đại diện {people} bày tỏ đồng tình với chủ trương {topic} và mong muốn được {help}",
		"{people} ở {place} cho biết, từ khi tham gia {topic}, gia đình đã {gain}",
		"Trước đây, {trouble} khiến việc {topic} gặp nhiều trở ngại; nay công việc đã {better}",
		"Ngay từ đầu năm {year}, {actor} đã ban hành kế hoạch {topic}, phân công rõ người, rõ việc, rõ thời hạn",
		"Công tác tuyên truyền được thực hiện bằng nhiều hình thức như {channel}, {channel}",
		"Những trường hợp có vướng mắc được {actor} hướng dẫn trực tiếp tại {spot}",
		"Hồ sơ được tiếp nhận tại {spot} hoặc qua Cổng Dịch vụ công, thời hạn giải quyết không quá {few} ngày làm việc",
		"Người dân cần hỗ trợ có thể đến {spot} trong giờ hành chính, mang theo {paper}",
		"Trong {few} tháng tới, {place} phấn đấu {goal}",
		"Mục tiêu đến hết năm {year} là {goal}, {aim}",
		"{actor} giao {unit} theo dõi, đôn đốc việc thực hiện, định kỳ hằng quý báo cáo kết quả",
		"Các ý kiến tại {event} tập trung làm rõ {trouble} và đề xuất {do}",
		"So với năm trước, số hồ sơ trễ hạn giảm {pct}%, mức độ hài lòng của {people} đạt {pct}%",
		"Toàn bộ {count} bản của {place} đã có tổ công tác, mỗi tổ từ {few} người trở lên, cùng {people} {do}",
		"Cùng với đó, {unit} tăng cường {do}, xử lý kịp thời các tình huống phát sinh từ cơ sở",
		"Việc {topic} được lồng ghép với các chương trình mục tiêu quốc gia, {aim}",
		"Khi {weather}, {actor} khuyến cáo {people} chủ động {do}",
		"Mô hình được thực hiện từ tháng {month} năm {year} tại {place} với {count} hộ tham gia, đến nay đã {better}",
	},
	"heading": {
		"Kết quả bước đầu", "Những việc đã làm", "Khó khăn, vướng mắc", "Nhiệm vụ thời gian tới", "Cách làm ở cơ sở",
		"Ý kiến của người dân", "Trách nhiệm của các đơn vị", "Thời gian và địa điểm", "Hồ sơ cần chuẩn bị",
		"Nguồn lực thực hiện", "Công tác kiểm tra, giám sát", "Bài học kinh nghiệm", "Thông tin cần lưu ý",
		"Tuyên truyền, vận động", "Số liệu tổng hợp", "Đề xuất, kiến nghị",
	},
	"sentence/document": {
		"{unit} chủ trì, phối hợp với các cơ quan liên quan {do}",
		"Ủy ban nhân dân các xã, phường {do}, báo cáo kết quả trước ngày {deadline}",
		"Kinh phí thực hiện được bố trí từ ngân sách nhà nước theo phân cấp và các nguồn hợp pháp khác",
		"Trong quá trình thực hiện, nếu {trouble}, các cơ quan, đơn vị phản ánh về {agency} để được hướng dẫn",
		"Việc {topic} phải bảo đảm đúng quy định, công khai, minh bạch, {aim}",
		"Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm về kết quả {topic} thuộc phạm vi quản lý",
		"Đối tượng áp dụng gồm các cơ quan, tổ chức, hộ gia đình và cá nhân tham gia {topic} trên địa bàn",
		"Các hồ sơ đã tiếp nhận trước ngày {date} được tiếp tục giải quyết theo quy định tại thời điểm tiếp nhận",
		"Hằng quý, {unit} tổng hợp tình hình {topic}, đề xuất {do}",
		"Phấn đấu trong năm {year} {goal}, {aim}",
	},
	"list": {
		"Để thực hiện tốt nhiệm vụ trên, {actor} đề nghị các đơn vị",
		"Trong thời gian tới, {place} tập trung vào các việc sau",
		"{actor} khuyến cáo {people}",
		"Tại {event}, các đại biểu thống nhất",
		"Kế hoạch nêu rõ những nhiệm vụ chính",
	},
	"list/document": {
		"Mục tiêu cụ thể trong năm {year} gồm", "Các nhiệm vụ chủ yếu gồm", "Việc {topic} được thực hiện theo các bước sau",
		"Hằng năm, {unit} chủ trì",
	},
	"law": {
		"{unit} có trách nhiệm", "Ủy ban nhân dân cấp xã có trách nhiệm", "Hồ sơ đề nghị {topic} phải bảo đảm các yêu cầu",
		"Tổ chức, cá nhân tham gia {topic} có nghĩa vụ", "Cơ quan kiểm tra có nhiệm vụ",
	},
	"caption": {
		"Kết quả {topic} của một số địa phương tính đến ngày {date}", "Tiến độ {topic} theo địa bàn, năm {year}",
		"Tổng hợp số liệu do {actor} cung cấp, tháng {month} năm {year}",
	},
	"columns": {
		"Đơn vị | Kế hoạch (hộ) | Thực hiện (hộ) | Tỷ lệ (%)", "Địa phương | Chỉ tiêu (ha) | Kết quả (ha) | Đạt (%)",
		"Địa bàn | Số hồ sơ tiếp nhận | Số hồ sơ đã giải quyết | Đúng hạn (%)",
	},
	"footnote": {
		"Số liệu do {actor} cung cấp, tính đến ngày {date}.", "Kế hoạch {topic} năm {year}, mục về tổ chức thực hiện.",
		"Không tính các hộ đã chuyển đi khỏi {place}.", "Theo báo cáo tháng {month} năm {year} của {unit}.",
	},
	"quote": {
		"Việc gì có lợi cho {people} thì làm ngay, việc gì còn vướng thì cùng bàn để gỡ. Điều quan trọng là {do}.",
		"Từ khi có cán bộ về tận bản hướng dẫn, chúng tôi đã biết cách {do}. Công việc nhờ đó {better}.",
		"Chúng tôi mong được {help} để yên tâm tham gia {topic}.",
	},
	"see": {
		"Xem thêm", "Tin liên quan", "Nội dung này đã được nêu trong bài", "Bạn đọc có thể xem lại", "Chi tiết có tại trang",
	},
	"see/document": {"Văn bản liên quan", "Thực hiện cùng", "Nội dung này được nêu tại"},
	"alt": {
		"Những dải đồi nối nhau dưới nền trời sáng, phía trước là bãi đất bằng", "Núi xa mờ trong sương, mặt trời mới lên",
		"Sườn đồi nhiều lớp màu xanh, chân đồi có mặt nước",
	},
	"credit":     {"Tranh minh họa", "Tranh minh họa của {agency}"},
	"source":     {"{agency}", "Theo báo cáo của {actor}", "Cộng tác viên cơ sở"},
	"correction": {"Bản đăng trước ghi số hộ tham gia chưa đúng; nay sửa lại là {thousands} hộ.", "Sửa tên địa phương ở đoạn thứ hai thành {place}."},
	"withdrawal": {"Nội dung đã được thay bằng thông tin mới hơn.", "Số liệu cần được kiểm tra lại với đơn vị cung cấp."},

	"place": {
		"xã {prefix} {stem}", "xã {prefix} {stem}", "phường {prefix} {stem}", "bản {stem}, xã {prefix} {stem}",
		"các xã vùng cao", "các bản vùng lòng hồ", "các xã biên giới",
	},
	"commune": {"xã {prefix} {stem}", "xã {prefix} {stem}", "phường {prefix} {stem}"},
	"prefix":  placePrefixes,
	"stem":    placeStems,
	"actor": {
		"Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Sở Tài chính", "Sở Nông nghiệp và Môi trường", "Sở Y tế", "Sở Giáo dục và Đào tạo",
		"Sở Khoa học và Công nghệ", "Sở Văn hóa, Thể thao và Du lịch", "Hội Nông dân tỉnh", "Tỉnh Đoàn",
		"Hội Liên hiệp Phụ nữ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Trung tâm Phục vụ hành chính công",
		"Chi cục Kiểm lâm", "Trung tâm Khuyến nông", "Ban Quản lý rừng phòng hộ", "{agency}",
	},
	"unit": {
		"Văn phòng Ủy ban nhân dân tỉnh", "Sở Tư pháp", "Sở Xây dựng", "Sở Công Thương", "Thanh tra tỉnh", "Công an tỉnh",
		"Bộ phận Một cửa", "Phòng Kinh tế", "Phòng Văn hóa – Xã hội", "Trung tâm Y tế khu vực", "các phòng chuyên môn",
	},
	"people": {
		"bà con", "người dân", "các hộ trồng cây ăn quả", "các hộ chăn nuôi", "thành viên hợp tác xã", "đoàn viên, thanh niên",
		"hội viên phụ nữ", "phụ huynh và học sinh", "hộ kinh doanh", "doanh nghiệp trên địa bàn",
	},
	"topic": {
		"phòng, chống rét cho đàn vật nuôi", "phòng, chống hạn cho cây trồng", "cải cách thủ tục hành chính",
		"chuyển đổi số ở cấp xã", "xây dựng nông thôn mới", "giảm nghèo bền vững", "bảo vệ và phát triển rừng",
		"quản lý đất đai", "giải ngân vốn đầu tư công", "bảo đảm trật tự, an toàn giao thông", "phòng cháy, chữa cháy rừng",
		"phòng, chống thiên tai", "tiêm chủng mở rộng", "chăm sóc sức khỏe ban đầu", "nâng cao chất lượng dạy và học",
		"đào tạo nghề cho lao động nông thôn", "giữ gìn bản sắc văn hóa các dân tộc", "phát triển du lịch cộng đồng",
		"tiêu thụ nông sản", "bảo đảm an toàn thực phẩm", "cấp nước sạch cho vùng cao", "sửa chữa đường giao thông nông thôn",
		"phân loại rác tại nguồn", "chăm lo người có công", "tiếp công dân, giải quyết kiến nghị",
		"phòng, chống dịch bệnh trên cây trồng", "phát triển kinh tế hợp tác", "xúc tiến đầu tư",
		"phổ biến, giáo dục pháp luật", "số hóa hồ sơ, tài liệu", "trồng cây gây rừng", "phát triển cây ăn quả trên đất dốc",
		"nuôi cá lồng trên hồ", "cấp mã số vùng trồng", "xóa nhà tạm, nhà dột nát", "hỗ trợ học sinh bán trú",
	},
	"do": {
		"rà soát, cập nhật danh sách theo từng bản", "hướng dẫn người dân làm thủ tục trên mạng", "bố trí cán bộ trực tại cơ sở",
		"công khai kết quả tại nhà văn hóa", "kiểm tra việc thực hiện tại chỗ", "dự trữ đủ thức ăn, vật tư cần thiết",
		"gia cố chuồng trại, kho chứa", "nạo vét kênh mương, khơi thông dòng chảy", "mở lớp tập huấn ngắn ngày",
		"ký cam kết với từng hộ", "ghi chép, lưu giữ hồ sơ đầy đủ", "phân công người phụ trách từng địa bàn",
		"xử lý dứt điểm các việc tồn đọng", "vận động các nhà hảo tâm cùng chung tay", "kết nối với doanh nghiệp thu mua",
		"chuẩn bị phương án, phương tiện tại chỗ", "theo dõi sát diễn biến thời tiết", "lắng nghe ý kiến của cơ sở",
		"rút ngắn thời gian giải quyết hồ sơ", "thay thế thiết bị đã hư hỏng", "nhân rộng các mô hình hiệu quả",
		"chăm sóc diện tích đã trồng", "bổ sung biển báo, cọc tiêu trên các tuyến đường", "tuyên truyền bằng tiếng phổ thông và tiếng dân tộc",
	},
	"aim": {
		"góp phần nâng cao đời sống của người dân", "bảo đảm tiến độ và chất lượng", "tạo sự đồng thuận trong nhân dân",
		"giúp người dân bớt đi lại", "từng bước hình thành thói quen mới", "giữ vững ổn định ở cơ sở",
		"phục vụ tốt hơn công tác chỉ đạo, điều hành", "tạo thêm việc làm tại chỗ", "hạn chế thấp nhất thiệt hại",
	},
	"gain": {
		"có thêm thu nhập ổn định", "tiết kiệm được thời gian đi lại", "yên tâm mở rộng sản xuất", "sửa sang lại nhà cửa",
		"thoát nghèo và giúp được hộ khác", "nắm rõ các bước phải làm", "trồng mới thêm nhiều diện tích",
	},
	"trouble": {
		"địa bàn rộng, đường đi lại khó khăn", "thời tiết diễn biến bất thường", "thiếu cán bộ chuyên trách",
		"nguồn vốn về chậm", "một số hộ chưa nắm rõ quy định", "thiết bị ở nhiều nơi đã cũ", "giá vật tư tăng cao",
		"sóng điện thoại chưa phủ hết các bản xa", "hồ sơ lưu trữ qua nhiều thời kỳ chưa thống nhất",
	},
	"better": {
		"có nhiều chuyển biến tích cực", "đi vào nền nếp", "thuận lợi hơn trước", "được đông đảo người dân ủng hộ",
		"mang lại kết quả rõ rệt", "ổn định và từng bước mở rộng",
	},
	"help": {
		"vay vốn với lãi suất ưu đãi", "hỗ trợ giống và kỹ thuật", "tập huấn thường xuyên hơn", "giới thiệu nơi tiêu thụ ổn định",
		"giải đáp kịp thời các vướng mắc", "đầu tư thêm đường và nước sạch",
	},
	"goal": {
		"hoàn thành toàn bộ các chỉ tiêu đã đề ra", "giải quyết trên {pct}% hồ sơ đúng hạn", "trồng mới {count} héc-ta rừng",
		"mở thêm {few} lớp tập huấn cho cán bộ bản", "giảm {pct}% số hộ khó khăn", "đưa {count} sản phẩm lên sàn thương mại điện tử",
		"cứng hóa {count} ki-lô-mét đường liên bản",
	},
	"event": {
		"hội nghị", "buổi tọa đàm", "lớp tập huấn", "cuộc họp giao ban", "hội nghị trực tuyến", "buổi đối thoại với người dân",
		"lễ phát động", "hội nghị sơ kết",
	},
	"channel": {
		"phát thanh lưu động", "họp bản", "nhóm liên lạc của tổ công nghệ số", "tờ rơi song ngữ", "hội thi tìm hiểu",
		"niêm yết tại nhà văn hóa", "bài viết trên Cổng thông tin điện tử",
	},
	"spot": {
		"trụ sở ủy ban nhân dân xã", "Bộ phận Một cửa", "nhà văn hóa bản", "Trung tâm Phục vụ hành chính công", "trạm y tế xã",
	},
	"paper": {
		"thẻ căn cước và giấy tờ liên quan", "đơn đề nghị theo mẫu", "sổ khám bệnh và thẻ bảo hiểm y tế",
		"bản sao giấy chứng nhận quyền sử dụng đất",
	},
	"time": {
		"ngày {date}", "trong tháng {month}", "những tháng đầu năm {year}", "vừa qua", "trong tuần", "sáng ngày {date}",
		"trong quý vừa qua", "thời gian gần đây",
	},
	"weather": {
		"rét đậm, rét hại kéo dài", "mưa lớn xảy ra trên diện rộng", "nắng nóng gay gắt", "vụ thu hoạch đến gần",
		"thời tiết giao mùa, dịch bệnh dễ phát sinh", "nước hồ xuống thấp",
	},
}

// clauses are the articles of a document, in their order.
var clauses = []string{
	"Phạm vi điều chỉnh và đối tượng áp dụng", "Nguyên tắc thực hiện", "Nội dung thực hiện", "Trình tự, thủ tục",
	"Trách nhiệm của các sở, ban, ngành", "Trách nhiệm của ủy ban nhân dân cấp xã", "Kinh phí thực hiện",
	"Chế độ thông tin, báo cáo", "Kiểm tra, giám sát", "Khen thưởng, xử lý vi phạm", "Tổ chức thực hiện",
	"Điều khoản chuyển tiếp", "Hiệu lực thi hành",
}

// wordsEN is for the few pages that are translated.
var wordsEN = grammar{
	"part":      {"## {Heading}\n\n{paragraph}\n\n{block}\n\n"},
	"paragraph": {"{Sentence}. {Sentence}.", "{Sentence}. {Sentence}. {Sentence}."},
	"block":     {"{List}:\n\n- {do};\n- {do};\n- {do}.", "{List}:\n\n1. {do};\n2. {do};\n3. {do};\n4. {do}.", "{See}: {link}.", "{Sentence}."},
	"figure":    {"![{Alt}]({image} \"{Credit}.\")"},
	"title": {
		"Progress with {topic} in {place} in {year}", "Communes work together on {topic}", "Province reviews {topic} in {place}",
		"Training on {topic} opens for local officials", "What residents need to know about {topic}",
	},
	"summary": {
		"The province reports on {topic} and sets out what remains to be done in {year}.",
		"Communes have {done}; the next step is {topic}.",
	},
	"sentence": {
		"The provincial authorities held a meeting on {topic} with {who}", "Since the beginning of {year}, {who} have {done}",
		"According to the latest report, {thousands} households have taken part in {topic}, an increase of {few} per cent over the year before",
		"The main difficulty is that {trouble}, which slows down {topic}", "To overcome this, {who} have {done}",
		"In the coming {few} months, the focus will be on {topic}", "Residents can obtain help from the commune office, which has {done}",
		"Officials stressed that work on {topic} must be carried out openly and on time", "As a result, {who} in {place} have seen clear improvements",
		"A working group visited {count} villages in {place} and found that {who} had {done}", "The work is funded from the budget and by contributions of {who}",
		"Because {trouble}, several communes asked for more support with {topic}",
	},
	"heading": {
		"First results", "What has been done", "Difficulties", "Next steps", "Views of residents", "Funding", "Where to find help",
		"Supervision", "Lessons learned", "Background",
	},
	"list": {"The province asks the communes to see that the following is done", "The plan names these tasks", "The meeting agreed on these points"},
	"do": {
		"check the lists village by village", "publish the results at the community house", "keep complete records",
		"assign an official to each area", "hold short training courses", "repair what the rains have damaged",
		"follow the weather forecasts closely", "answer questions within a week",
	},
	"alt":    {"Layers of green hills under a bright sky"},
	"credit": {"Illustration"},
	"source": {"Provincial portal"},
	"see":    {"See also", "Related", "More in Vietnamese"},
	"topic": {
		"protecting livestock against the cold", "planting fruit trees on sloping land", "digital services in communes", "forest protection",
		"clean water for the highlands", "community tourism", "rural roads", "road safety", "vocational training", "the sale of farm produce",
	},
	"place":  {"{prefix} {stem} Commune", "the highland communes", "the villages around the lake", "the communes along the border"},
	"prefix": placePrefixes,
	"stem":   placeStems,
	"who":    {"farmers", "local residents", "cooperatives", "village teams", "schools and parents", "small businesses", "commune officials"},
	"done": {
		"repaired the roads between villages", "opened new training courses", "shortened the time needed to handle applications",
		"planted trees along the slopes", "updated the lists of households", "prepared stocks of fodder", "shared their experience with others",
	},
	"trouble": {"some villages are hard to reach", "the weather has been unusual", "equipment is old", "funds arrived late", "staff are few"},
}
