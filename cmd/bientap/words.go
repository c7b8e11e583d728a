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
	"flag-lang":  {"ngôn ngữ của thông báo, `LANG`: vi hoặc en", "language of messages, `LANG`: vi or en"},
	"flag-dir":   {"làm việc với cổng trong thư mục `DIR`", "work on the portal in the folder `DIR`"},
	"flag-help":  {"xem trợ giúp", "show help"},
	"flags-here": {"[TÙY CHỌN]", "[FLAGS]"},
	"default":    {"mặc định", "default"},
	"try-help":   {"Xem cách dùng: %s --help", "For usage: %s --help"},
	"usage":      {"Cách dùng:", "Usage:"},
	"examples":   {"Ví dụ:", "Examples:"},
	"commands":   {"Các lệnh:", "Commands:"},
	"flags":      {"Tùy chọn:", "Flags:"},
	"globals":    {"Tùy chọn chung:", "Global flags:"},
	"more":       {"Xem thêm về một lệnh: bientap help COMMAND", "More about a command: bientap help COMMAND"},
	"help":       {"Xem trợ giúp về một lệnh", "Help about a command"},
	"completion": {"In tệp gợi ý lệnh cho bash, fish, powershell, zsh", "Print a completion script for bash, fish, powershell, zsh"},
	"completion-long": {
		"In tệp gợi ý lệnh cho trình vỏ SHELL: bash, fish, powershell hoặc zsh. Đặt tệp đó vào chỗ\ntrình vỏ tìm, rồi mở cửa sổ lệnh mới.",
		"Print a completion script for SHELL: bash, fish, powershell or zsh. Put it where the shell\nlooks for such files, then open a new terminal.",
	},
	"no-shell": {"không có tệp gợi ý cho %q; có bash, fish, powershell, zsh", "there is no completion for %q; there is for bash, fish, powershell, zsh"},

	"no-command":   {"không có lệnh %q", "there is no command %q"},
	"no-flag":      {"không có tùy chọn %s ở “%s”", "there is no flag %s in \"%s\""},
	"no-language":  {"chưa có ngôn ngữ %q; dùng --lang vi hoặc --lang en", "language %q is not known; use --lang vi or --lang en"},
	"meant":        {"; có phải là %s?", "; did you mean %s?"},
	"flag-empty":   {"tùy chọn %s cần một giá trị theo sau", "flag %s needs a value after it"},
	"flag-value":   {"tùy chọn %s không nhận giá trị %q", "flag %s does not take the value %q"},
	"args-missing": {"“%s” cần thêm: %s", "\"%s\" needs more: %s"},
	"args-extra":   {"“%s” không nhận thêm %q", "\"%s\" does not take %q"},
	"interrupted":  {"đã dừng giữa chừng; những gì đã đăng vẫn giữ nguyên", "stopped halfway; what was published stays as it was"},
	"out-foreign":  {"thư mục đích có những tệp không do bientap ghi, nên không thay; chọn thư mục trống bằng --out\n  (%v)", "the folder holds files that bientap did not write, so it is not replaced; choose an empty one with --out\n  (%v)"},
	"changed":      {"có tệp bị thay đổi trong khi đang đọc; chạy lại lệnh này\n  (%v)", "a file changed while it was read; run this again\n  (%v)"},

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
	"new-title":   {"tiêu đề của trang, `TITLE`", "the `TITLE` of the page"},
	"new-kind":    {"không có loại trang %q; các loại có: %s", "there is no kind %q; the kinds are: %s"},
	"new-place":   {"không đặt được trang ở %q; viết như main/tin-tuc/ten-bai: mã cổng, chuyên mục, tên không dấu", "a page cannot stand at %q; write it like main/tin-tuc/name: site, section, name without diacritics"},
	"new-exists":  {"%q đã có; chọn tên khác", "%q exists already; choose another name"},
	"new-done":    {"Đã tạo %s (id %s).\n", "Made %s (id %s).\n"},
	"build":       {"Dựng cổng thành các trang tĩnh", "Build the portal into static pages"},
	"build-long":  {"Dựng toàn bộ cổng vào thư mục đích. Thư mục cũ được thay trọn vẹn một lần, chỉ khi\nmọi tệp mới đã ghi xong; nếu có lỗi thì thư mục cũ giữ nguyên. Cấu hình cho nginx, Caddy\nvà Apache nằm trong thư mục bên cạnh, tên là <thư mục đích>.server.", "Build the whole portal into a folder. The old folder is replaced at once, and only when\nevery new file is written; if something is wrong the old one stays. Configuration for\nnginx, Caddy and Apache is written beside it, into <folder>.server."},
	"build-out":   {"ghi vào thư mục `DIR`", "write into the folder `DIR`"},
	"build-now":   {"coi như đang ở thời điểm `INSTANT` (RFC 3339), thay vì lúc này", "take `INSTANT` (RFC 3339) for the present"},
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
	"serve-addr":  {"hiện ở `HOST:PORT`; nếu không ghi thì ở localhost:8080, hoặc ở một cổng còn trống khi cổng đó đang bận", "show it on `HOST:PORT`; without it on localhost:8080, or on a free port when that is taken"},
	"serve-at":    {"Xem tại %s (Ctrl-C để dừng)\n", "Look at it on %s (Ctrl-C stops)\n"},
	"serve-host":  {"  %s tại %s\n", "  %s on %s\n"},
	"serve-built": {"%s: %d tệp đổi trong %s (%d trang tính lại)\n", "%s: %d files changed in %s (%d pages made again)\n"},
	"serve-kept":  {"vẫn hiện bản dựng trước; sửa lỗi rồi lưu lại\n", "the last build stays; mend the faults and save again\n"},
	"serve-unfit": {"bản dựng này có lỗi chặn: chỉ xem được ở đây, không đăng được\n", "this build has blocking faults: it can be looked at here, and not be published\n"},
	"stopped":     {"Đã dừng.\n", "Stopped.\n"},
	"demo":        {"Xem cổng mẫu trên máy này", "Look at the sample portal on this machine"},
	"demo-long":   {"Dựng cổng mẫu có sẵn trong chương trình và phục vụ trên máy này với đúng các tiêu đề\nbảo mật của máy chủ thật. Không cần kho git, không ghi gì ngoài thư mục tạm.", "Build the sample portal that the program carries and serve it on this machine with exactly\nthe security headers of a real server. Needs no repository, writes only to a temporary folder."},
	"demo-note":   {"Đây là cổng mẫu: nội dung chỉ để minh họa, chưa qua phê duyệt.\n", "This is a sample: its content is for show and was approved by nobody.\n"},
	"busy":        {"%s đang được chương trình khác dùng; chọn địa chỉ khác bằng --addr, hoặc bỏ --addr để máy tự chọn", "%s is in use by another program; choose another address with --addr, or leave --addr out to have one chosen"},
	"bad-addr":    {"%q không phải một địa chỉ; viết như localhost:8080", "%q is not an address; write it like localhost:8080"},
	"no-listen":   {"không mở được địa chỉ %s: %v", "cannot listen on %s: %v"},
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
