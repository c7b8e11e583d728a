package markdown

import "strings"

// words are what the package says to visitors, in one language. Formats take
// the number of a footnote, then the number of a reference to it.
type words struct {
	footnotes, footnote string
	back, backTo        string
	table               string
	done, open          string
}

var (
	wordsVI = words{
		footnotes: "Chú thích",
		footnote:  "Chú thích %d",
		back:      "Trở lại chỗ dẫn chú thích %d",
		backTo:    "Trở lại chỗ dẫn thứ %[2]d của chú thích %[1]d",
		table:     "Bảng",
		done:      "Đã xong",
		open:      "Chưa xong",
	}
	wordsEN = words{
		footnotes: "Footnotes",
		footnote:  "Footnote %d",
		back:      "Back to the reference to footnote %d",
		backTo:    "Back to reference %[2]d to footnote %[1]d",
		table:     "Table",
		done:      "Done",
		open:      "Not done",
	}
)

// wordsFor chooses by the primary language of a BCP 47 tag.
func wordsFor(lang string) words {
	primary, _, _ := strings.Cut(lang, "-")
	if strings.EqualFold(primary, "en") {
		return wordsEN
	}
	return wordsVI
}
