package vietnamese

import "strings"

// paragraph is ordinary Vietnamese of the kind a portal carries, with the
// typography that an editor types: quotation marks, dashes, units.
const paragraph = "Sáng thứ Hai, ngày 23/11/2026, Ủy ban nhân dân tỉnh tổ chức hội nghị trực tuyến với các xã, phường " +
	"về công tác phòng, chống rét cho người dân và đàn gia súc. Theo báo cáo, toàn tỉnh có hơn 15,3 % số hộ " +
	"chăn nuôi đã gia cố chuồng trại; diện tích cỏ trồng đạt 1.240 ha, tăng 12 m² mỗi hộ – “một kết quả đáng ghi " +
	"nhận”, theo lời đại diện ngành nông nghiệp. Nhiệt độ thấp nhất dự kiến 3 °C ± 1 °C; độ ẩm trên 90 %… " +
	"Các địa phương khẩn trương hoàn thành việc rà soát, thống kê và gửi báo cáo trước ngày 30 tháng 11, " +
	"bảo đảm không để hộ nào thiếu thông tin. Đường dây nóng hoạt động 24 giờ mỗi ngày.\n"

// ordinary is about 5 KB of it.
var ordinary = strings.Repeat(paragraph, 7)

// clean is text that has no fault: what people write in several languages.
var clean = []string{
	paragraph,
	"Quà tặng, hoà giải, khoá học, hoãn lại, quá, luân chuyển, tiên tiến, thuê bao, thuý kiều, quý, giá, già, xã.",
	"QUYẾT ĐỊNH VỀ VIỆC PHÊ DUYỆT ĐỀ ÁN HOÀ BÌNH – HÓA, KHOÁ, XÃ HỘI",
	"The résumé of the naïve café owner's protégé cost £5, €6 or ¥700 (± 3 %), § 5 ¶ 2, © 2026, Windows® and Office™.",
	"Façade à l'œuvre : « Où goûter, l'été, un maïs naïf ? » Le coût de l'héroïque aéroport, voilà» dit-il, qu'il eût dû.",
	"«Bonjour»; «État»; «c'est l'été»; l'«œuvre»; «À Hà Nội»",
	"El niño de España, el baúl del país, ¿qué ñandú? ¡Raúl! São João não está à mão, coração.",
	"«Oh là là!», dit-elle à l'hôtel; à l'été, à l'île: dès août, près du théâtre, où l'on goûte du pâté.",
	"Größe, Häuser, Straße, Übung, naïv, beïnvloeden, coördinatie, reünie, ideeën, Noël, Israël.",
	"10 µm, 5 µg/m³, 12 m², 3 m × 4 m, a×b, kW·h, N·m, 25 °C, ½ ¼ ¾, 1ª, 2º, x ÷ y, note¹ và chú thích², col·lecció",
	"“Ngoặc kép”, ‘ngoặc đơn’, gạch – dài — và… 2.530.000 ₫; → • ✓ № ‰ 50% ½ 4½",
	"Emoji 👨‍👩‍👧 ❤️ ☎️ 1️⃣ ‼️ ↔️ 👍🏽 ©️",
	"ປະເທດລາວ · 中国 · 日本語、が · 한국어 · Россия, йод · Ελλάδα · ꪼꪕ · नमस्ते क्‍ष · می‌خواهم",
	"\ufeffBOM ở đầu văn bản\r\n\tthụt vào",
	"x\u0323 is written with a mark that no single character has",
}

// sentences are Vietnamese without characters outside the legacy encodings.
var sentences = []string{
	"Cộng hòa xã hội chủ nghĩa Việt Nam",
	"Ủy ban nhân dân tỉnh thông báo lịch tiếp công dân định kỳ tháng mười một",
	"Người dân được hướng dẫn đăng ký hộ khẩu thường trú tại xã, phường nơi cư trú",
	"Các đơn vị khẩn trương triển khai nhiệm vụ phòng chống thiên tai, bảo đảm an toàn giao thông",
	"Kỹ sư trẻ tình nguyện về bản vùng cao giúp bà con trồng ngô, sắn, mía và chăm sóc vườn cây ăn quả",
	"Thông báo kết quả bầu cử",
}
