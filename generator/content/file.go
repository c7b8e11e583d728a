package content

import (
	"path"
	"strings"
)

// FileType is a type of file that may stand beside pages.
type FileType struct {
	// Label is what people call the format.
	Label string
	// Image is true for pictures that pages can show; all others are for
	// download.
	Image bool
}

// fileTypes are the files that a portal may publish, by extension. SVG is not
// among them: it is a program as much as a picture, and comes in only through
// a theme.
var fileTypes = map[string]FileType{
	".jpg": {"JPEG", true}, ".jpeg": {"JPEG", true}, ".png": {"PNG", true}, ".gif": {"GIF", true}, ".webp": {"WebP", true},
	".pdf": {"PDF", false}, ".txt": {"TXT", false}, ".csv": {"CSV", false}, ".zip": {"ZIP", false},
	".doc": {"DOC", false}, ".docx": {"DOCX", false}, ".xls": {"XLS", false}, ".xlsx": {"XLSX", false},
	".ppt": {"PPT", false}, ".pptx": {"PPTX", false}, ".odt": {"ODT", false}, ".ods": {"ODS", false},
}

// TypeOf returns the type of a file by its extension, and false for one that a
// portal does not publish.
func TypeOf(name string) (FileType, bool) {
	t, ok := fileTypes[strings.ToLower(path.Ext(name))]
	return t, ok
}
