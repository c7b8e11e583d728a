package main

// documents are the sample files by the page that they belong to. What they
// say is what their page says.
var documents = []document{
	{
		file:  "content/main/van-ban/2722-qd-ubnd-gioi-thieu.pdf",
		head:  "TỜ GIỚI THIỆU (MẪU)",
		title: "Quyết định số 2722/QĐ-UBND ngày 23/10/2017",
		facts: [][2]string{{"Nội dung chính", "Quy chế hoạt động của Ban Biên tập Cổng thông tin điện tử tỉnh Sơn La"}},
		text: []string{
			"Quyết định là văn bản có thật, nhưng tệp này không phải bản gốc và không chứa toàn văn.",
			"Khi cần trích dẫn, đề nghị đối chiếu bản gốc do cơ quan ban hành lưu giữ.",
		},
	},
	sample("content/main/van-ban/99901-qd-ubnd.pdf", "99901/QĐ-UBND", "Quyết định",
		"Quyết định ban hành Quy trình kiểm duyệt thông tin trước khi đăng tải (văn bản mẫu)", "15/7/2026",
		"Minh họa một văn bản còn hiệu lực, căn cứ vào văn bản khác và thay thế một văn bản trước đó."),
	sample("content/main/van-ban/99902-qd-ubnd.pdf", "99902/QĐ-UBND", "Quyết định",
		"Quyết định sửa đổi, bổ sung Quy trình kiểm duyệt thông tin trước khi đăng tải (văn bản mẫu)", "16/11/2026",
		"Minh họa một văn bản chưa có hiệu lực, sửa đổi, bổ sung văn bản khác."),
	sample("content/main/van-ban/99903-qd-ubnd.pdf", "99903/QĐ-UBND", "Quyết định",
		"Quyết định ban hành Quy định tạm thời về đăng tải thông tin (văn bản mẫu)", "05/3/2024",
		"Minh họa một văn bản đã hết hiệu lực do bị thay thế."),
	sample("content/main/van-ban/99904-kh-ubnd.pdf", "99904/KH-UBND", "Kế hoạch",
		"Kế hoạch nâng cao chất lượng tin, bài trên Cổng giai đoạn 2025 - 2027 (văn bản mẫu)", "20/01/2025",
		"Minh họa một văn bản hết hiệu lực một phần."),
	sample("content/main/van-ban/99905-ct-ubnd.pdf", "99905/CT-UBND", "Chỉ thị",
		"Chỉ thị về việc chủ động phòng, chống rét đậm, rét hại mùa đông 2026 - 2027 (văn bản mẫu)", "12/10/2026",
		"Minh họa một văn bản được văn bản của cổng thành phần hướng dẫn."),
	sample("content/main/van-ban/99908-kh-bdt.pdf", "99908/KH-BDT", "Kế hoạch",
		"Kế hoạch tuyên truyền bằng tiếng dân tộc năm 2024 (văn bản mẫu)", "19/02/2024",
		"Minh họa văn bản của một cơ quan đã đổi tên."),
	sample("content/so-nnmt/van-ban/99901-hd-snnmt.pdf", "99901/HD-SNNMT", "Hướng dẫn",
		"Hướng dẫn phòng, chống rét cho cây trồng, vật nuôi mùa đông 2026 - 2027 (văn bản mẫu)", "09/11/2026",
		"Minh họa một văn bản hướng dẫn văn bản của cổng chính."),
	sample("content/so-nnmt/van-ban/99902-tb-snnmt.pdf", "99902/TB-SNNMT", "Thông báo",
		"Thông báo lịch kiểm tra vật tư nông nghiệp quý IV năm 2026 (văn bản mẫu)", "28/9/2026",
		"Minh họa một văn bản ngưng hiệu lực."),
	sample("content/so-nnmt/van-ban/99903-hd-snn.pdf", "99903/HD-SNN", "Hướng dẫn",
		"Hướng dẫn phòng, chống rét cho vật nuôi năm 2024 (văn bản mẫu)", "11/11/2024",
		"Minh họa văn bản của một cơ quan trước khi hợp nhất."),
}

// sample is an invented document. Its number has five digits, more than any
// real one of a province has had, so that nobody takes it for real.
func sample(file, number, kind, title, issued, text string) document {
	return document{
		file:  file,
		head:  "VĂN BẢN MẪU",
		title: title,
		facts: [][2]string{{"Số ký hiệu", number + " (số giả định)"}, {"Loại văn bản", kind}, {"Ngày ban hành", issued + " (ngày giả định)"}},
		text:  []string{text},
	}
}
