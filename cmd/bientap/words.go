package main

import (
	"fmt"

	"sonla.gov.vn/bientap/internal/diag"
)

// words are the messages of the command line, Vietnamese and English.
var words = map[string][2]string{
	"bientap": {"Cổng thông tin điện tử từ một kho git: mọi byte đăng lên đều được phê duyệt", "A government portal from a git repository: every published byte is approved"},
	"bientap-long": {
		"bientap dựng cổng thông tin điện tử từ một kho git. Bài viết là tệp Markdown;\nmỗi lần dựng cho ra các trang tĩnh, an toàn, đọc được trên mọi máy.",
		"bientap builds a government portal from a git repository. Articles are Markdown\nfiles; every build gives static, hardened pages that any device can read.",
	},
	"flag-lang":  {"ngôn ngữ của thông báo: vi hoặc en", "language of messages: vi or en"},
	"flag-dir":   {"thư mục của cổng", "folder of the portal"},
	"flag-help":  {"xem trợ giúp", "show help"},
	"try-help":   {"Xem cách dùng: bientap --help", "For usage: bientap --help"},
	"usage":      {"Cách dùng:", "Usage:"},
	"examples":   {"Ví dụ:", "Examples:"},
	"commands":   {"Các lệnh:", "Commands:"},
	"flags":      {"Tùy chọn:", "Flags:"},
	"globals":    {"Tùy chọn chung:", "Global flags:"},
	"more":       {"Xem thêm về một lệnh: bientap [lệnh] --help", "More about a command: bientap [command] --help"},
	"help":       {"Xem trợ giúp về một lệnh", "Help about a command"},
	"completion": {"Tạo tệp gợi ý lệnh cho bash, zsh, fish, powershell", "Make a completion script for bash, zsh, fish, powershell"},

	"bad-instant": {"%q không phải một thời điểm; viết như 2026-11-23T08:30:00+07:00", "%q is not an instant; write it like 2026-11-23T08:30:00+07:00"},
	"no-portal":   {"không có config.yaml trong %q; chạy “bientap init THƯ-MỤC” để tạo cổng mới, hoặc dùng --dir", "there is no config.yaml in %q; run \"bientap init DIR\" to start a portal, or use --dir"},
	"blocked":     {"không dựng được: %d lỗi chặn, %d lỗi, %d cảnh báo; những gì đã đăng vẫn giữ nguyên", "nothing was built: %d blocking, %d errors, %d warnings; what was published stays as it was"},
	"errors":      {"chưa thay thư mục đích vì còn %d lỗi; sửa các lỗi trên, hoặc thêm --keep-going để vẫn dựng", "the target was not replaced because of %d errors; mend them, or add --keep-going to build anyway"},

	"init":        {"Tạo một cổng mới trong thư mục", "Start a portal in a folder"},
	"init-long":   {"Tạo một cổng mới trong thư mục DIR: chép cổng mẫu vào đó, hoặc với --empty chỉ tạo\ncấu hình và các danh mục tối thiểu.", "Start a portal in the folder DIR: a copy of the sample portal, or with --empty only\nthe least configuration and records."},
	"init-empty":  {"chỉ tạo phần tối thiểu, không chép nội dung mẫu", "only the least that a portal needs, without the sample"},
	"init-full":   {"thư mục %q đã có tệp; chọn một thư mục trống", "folder %q holds files already; choose an empty one"},
	"init-done":   {"Đã tạo cổng mới trong %s.\nTiếp theo:\n  cd %s\n  bientap serve        xem cổng trên máy này\n  bientap check        kiểm tra nội dung\nNội dung chưa qua phê duyệt: chỉ dùng để xem thử.\n", "The portal is in %s.\nNext:\n  cd %s\n  bientap serve        look at it on this machine\n  bientap check        check the content\nNothing here is approved yet: it is for trying out.\n"},
	"new":         {"Tạo một trang mới", "Start a page"},
	"new-long":    {"Tạo một trang mới thuộc loại KIND (article, document, page…) tại PATH, với mã id mới\nvà các mục thông tin của loại đó. PATH tính từ thư mục content.", "Start a page of a KIND (article, document, page…) at PATH, with a fresh id and the\nfields of the kind. PATH is counted from the folder content."},
	"new-title":   {"tiêu đề của trang", "title of the page"},
	"new-kind":    {"không có loại trang %q; các loại có: %s", "there is no kind %q; the kinds are: %s"},
	"new-place":   {"không đặt được trang ở %q; viết như main/tin-tuc/ten-bai: mã cổng, chuyên mục, tên không dấu", "a page cannot stand at %q; write it like main/tin-tuc/name: site, section, name without diacritics"},
	"new-exists":  {"%q đã có; chọn tên khác", "%q exists already; choose another name"},
	"new-done":    {"Đã tạo %s (id %s).\n", "Made %s (id %s).\n"},
	"build":       {"Dựng cổng thành các trang tĩnh", "Build the portal into static pages"},
	"build-long":  {"Dựng toàn bộ cổng vào thư mục đích. Thư mục cũ được thay trọn vẹn một lần, chỉ khi\nmọi tệp mới đã ghi xong; nếu có lỗi thì thư mục cũ giữ nguyên. Cấu hình cho nginx, Caddy\nvà Apache nằm trong thư mục bên cạnh, tên là <thư mục đích>.server.", "Build the whole portal into a folder. The old folder is replaced at once, and only when\nevery new file is written; if something is wrong the old one stays. Configuration for\nnginx, Caddy and Apache is written beside it, into <folder>.server."},
	"build-out":   {"thư mục đích", "folder to write"},
	"build-now":   {"dựng như đang ở thời điểm này (RFC 3339)", "build as of this instant (RFC 3339)"},
	"build-keep":  {"vẫn dựng khi còn lỗi không chặn", "build in spite of errors that do not block"},
	"build-done":  {"Đã dựng %s trang, %s tệp, %s vào %s trong %s.\n", "Built %s pages, %s files, %s into %s in %s.\n"},
	"building":    {"Đang dựng: %d/%d", "Building: %d/%d"},
	"check":       {"Kiểm tra nội dung và báo mọi lỗi", "Check the content and report every fault"},
	"check-long":  {"Kiểm tra toàn bộ cổng và báo mọi lỗi kèm dòng, cách sửa. Kết thúc với mã 1 nếu có lỗi.\nVới --fix, những gì sửa được một cách máy móc sẽ được sửa: mã id còn thiếu, dạng chữ\ntổ hợp, dấu cách không ngắt, kiểu xuống dòng, dấu BOM.", "Check the whole portal and report every fault with its line and its mend. Exits with 1 if\nthere are errors. With --fix, what can be mended mechanically is mended: missing ids,\ndecomposed letters, no-break spaces, line ends, byte order marks."},
	"check-json":  {"in kết quả dạng JSON", "print the findings as JSON"},
	"check-fix":   {"sửa những gì sửa được một cách máy móc", "mend what can be mended mechanically"},
	"check-fixed": {"Đã sửa %s\n", "Mended %s\n"},
	"check-done":  {"%d lỗi chặn, %d lỗi, %d cảnh báo.\n", "%d blocking, %d errors, %d warnings.\n"},
	"serve":       {"Xem cổng trên máy này, tự dựng lại khi lưu tệp", "Look at the portal on this machine; it is built again on save"},
	"serve-long":  {"Dựng cổng từ thư mục làm việc và phục vụ trên máy này. Khi một tệp được lưu, chỉ những\ntrang phụ thuộc vào nó được dựng lại, và trình duyệt tự tải lại.", "Build the portal from the work tree and serve it on this machine. When a file is saved,\nonly the pages that depend on it are made again, and the browser reloads."},
	"serve-addr":  {"địa chỉ và cổng để lắng nghe", "address to listen on"},
	"serve-at":    {"Xem tại %s (Ctrl-C để dừng)\n", "Look at it on %s (Ctrl-C stops)\n"},
	"serve-host":  {"  %s tại %s\n", "  %s on %s\n"},
	"serve-built": {"%s: %d tệp đổi trong %s (%d trang tính lại)\n", "%s: %d files changed in %s (%d pages made again)\n"},
	"serve-kept":  {"vẫn hiện bản dựng trước; sửa lỗi rồi lưu lại\n", "the last build stays; mend the faults and save again\n"},
	"stopped":     {"Đã dừng.\n", "Stopped.\n"},
	"demo":        {"Xem cổng mẫu trên máy này", "Look at the sample portal on this machine"},
	"demo-long":   {"Dựng cổng mẫu có sẵn trong chương trình và phục vụ trên máy này với đúng các tiêu đề\nbảo mật của máy chủ thật. Không cần kho git, không ghi gì ngoài thư mục tạm.", "Build the sample portal that the program carries and serve it on this machine with exactly\nthe security headers of a real server. Needs no repository, writes only to a temporary folder."},
	"demo-note":   {"Đây là cổng mẫu: nội dung chỉ để minh họa, chưa qua phê duyệt.\n", "This is a sample: its content is for show and was approved by nobody.\n"},
	"busy":        {"không lắng nghe được ở %s: %v; chọn địa chỉ khác bằng --addr", "cannot listen on %s: %v; choose another address with --addr"},
	"version":     {"In phiên bản", "Print the version"},
}

// say returns a message in the language of the command line.
func (a *app) say(key string, args ...any) string {
	w, ok := words[key]
	if !ok {
		panic("no words for " + key) // a fault of the program: every key is tested
	}
	text := w[0]
	if a.lang == diag.EN {
		text = w[1]
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// errorf returns a message as an error.
func (a *app) errorf(key string, args ...any) error {
	return fmt.Errorf("%s", a.say(key, args...))
}
