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
var ordinary = strings.Repeat(paragraph, 6)
