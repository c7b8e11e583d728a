package harden

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"
	"unicode/utf16"
)

// magics are the first bytes of files by extension; any of them will do. The
// figures are those of the formats' own specifications.
var magics = map[string][]string{
	"doc":   {compoundMagic},
	"gif":   {"GIF87a", "GIF89a"},
	"ico":   {"\x00\x00\x01\x00"},
	"jpeg":  {"\xff\xd8\xff"},
	"jpg":   {"\xff\xd8\xff"},
	"pdf":   {"%PDF-"},
	"png":   {"\x89PNG\r\n\x1a\n"},
	"ppt":   {compoundMagic},
	"woff2": {"wOF2"},
	"xls":   {compoundMagic},
}

// compoundMagic begins a compound file ([MS-CFB] 2.2).
const compoundMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// magic checks that the first bytes are those of the type that the name says.
func (f *file) magic() {
	ext := extension(f.path)
	ok := false
	switch ext {
	case "webp":
		ok = len(f.data) >= 12 && string(f.data[:4]) == "RIFF" && string(f.data[8:12]) == "WEBP"
	case "avif":
		// An ISO base media file whose brands (major, minor version,
		// compatible ones) name AVIF.
		ok = len(f.data) >= 16 && string(f.data[4:8]) == "ftyp" &&
			bytes.Contains(f.data[8:min(len(f.data), 64)], []byte("avif"))
	default:
		for _, magic := range magics[ext] {
			ok = ok || bytes.HasPrefix(f.data, []byte(magic))
		}
	}
	if !ok {
		f.find(ruleMagic, 0, ext)
	}
}

// macroStorages are the names of the storages that hold macros in compound
// files ([MS-OVBA] 2.2.1), written in UTF-16 in the file's directory.
var macroStorages = []string{"_VBA_PROJECT", "_VBA_PROJECT_CUR"}

// compound checks an office file of the old kind.
func (f *file) compound() {
	f.magic()
	for _, name := range macroStorages {
		var wide []byte
		for _, unit := range utf16.Encode([]rune(name + "\x00")) {
			wide = append(wide, byte(unit), byte(unit>>8))
		}
		if i := bytes.Index(f.data, wide); i >= 0 {
			f.findWhole(ruleMacro, name)
			return
		}
	}
}

// parts are the entries that make an archive a file of its type: the main part
// of Office Open XML (ECMA-376), the content of OpenDocument.
var parts = map[string]string{
	"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml",
	"odt": "content.xml", "ods": "content.xml", "odp": "content.xml",
}

// archive checks a zip archive, and that an office file is what its name says
// and holds no macros. Only the directory of the archive is read.
func (f *file) archive() {
	ext := extension(f.path)
	reader, err := zip.NewReader(bytes.NewReader(f.data), int64(len(f.data)))
	if err != nil || !bytes.HasPrefix(f.data, []byte("PK\x03\x04")) && !bytes.HasPrefix(f.data, []byte("PK\x05\x06")) {
		f.find(ruleMagic, 0, ext)
		return
	}
	part, office := parts[ext]
	found := !office
	for _, entry := range reader.File {
		found = found || entry.Name == part
		base := strings.ToLower(path.Base(entry.Name))
		if office && (base == "vbaproject.bin" || strings.HasPrefix(entry.Name, "Basic/") || strings.HasPrefix(entry.Name, "Scripts/")) {
			f.findWhole(ruleMacro, entry.Name)
			return
		}
	}
	if !found {
		f.find(ruleMagic, 0, ext)
	}
}
