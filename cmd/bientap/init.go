package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	bientap "sonla.gov.vn/bientap"
)

func (a *app) initCommand() *cobra.Command {
	var empty bool
	c := &cobra.Command{
		Use: "init DIR", Short: a.say("init"), Long: a.say("init-long"), Args: a.args("DIR"),
		Example: "  bientap init cong-tinh\n  bientap init --empty cong-xa",
		RunE: func(_ *cobra.Command, args []string) error {
			files := sampleFiles
			if empty {
				files = emptyFiles
			}
			return a.init(args[0], files)
		},
	}
	c.Flags().BoolVar(&empty, "empty", false, a.say("init-empty"))
	return c
}

// init fills a new or empty folder.
func (a *app) init(dir string, files func(yield func(name string, data []byte) error) error) error {
	into := a.inDir(dir)
	entries, err := os.ReadDir(into)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if e.Name() != ".git" { // a repository may come first
			return a.errorf("init-full", dir)
		}
	}
	if err := os.MkdirAll(into, 0o755); err != nil {
		return err
	}
	write := func(name string, data []byte) error { return writeNew(into, name, data) }
	if err := files(write); err != nil {
		return err
	}
	if err := write(".gitignore", []byte("/public/\n/public.server/\n/.public.bientap-*\n")); err != nil {
		return err
	}
	fmt.Fprint(a.stdout, a.say("init-done", into, into))
	return nil
}

// sampleFiles are the content and the configuration of the sample portal; the
// theme is not copied, since the program carries it.
func sampleFiles(yield func(name string, data []byte) error) error {
	return fs.WalkDir(bientap.Sample, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "themes/") {
			return err
		}
		data, err := bientap.Sample.ReadFile(name)
		if err != nil {
			return err
		}
		return yield(name, data)
	})
}

// emptyFiles are the least that makes a portal.
func emptyFiles(yield func(name string, data []byte) error) error {
	for _, f := range []struct{ name, text string }{
		{"config.yaml", emptyConfig}, {"content/_data/agencies.yaml", emptyAgencies},
		{"content/_data/document-types.yaml", emptyTypes}, {"content/_data/fields.yaml", "[]\n"},
		{"content/_data/tags.yaml", "[]\n"},
	} {
		if err := yield(f.name, []byte(f.text)); err != nil {
			return err
		}
	}
	return nil
}

const emptyConfig = `# Cấu hình của cổng. Mỗi mục được giải thích trong docs/noi-dung.md của bientap.
title: {vi: Cổng thông tin điện tử}
utc_offset: "+07:00"
languages: [vi]
sites:
  - id: main
    main: true
    title: {vi: Cổng thông tin điện tử}
    address: https://example.gov.vn/
    agency: co-quan
    owner: Tổ thư ký
    responsible: {vi: Trưởng Ban Biên tập}
    sections:
      - {path: gioi-thieu, title: {vi: Giới thiệu}, kind: page}
      - {path: tin-tuc, title: {vi: Tin tức}, kind: article}
      - {path: van-ban, title: {vi: Văn bản}, kind: document}
    menu:
      - {section: gioi-thieu}
      - {section: tin-tuc}
      - {section: van-ban}
    home:
      - {section: tin-tuc, style: lead, count: 5}
      - {section: van-ban, style: documents, count: 5}
`

const emptyAgencies = `# Các cơ quan, với tên theo thời gian.
- id: co-quan
  names:
    - {vi: Tên cơ quan}
`

const emptyTypes = `# Các loại văn bản.
- id: quyet-dinh
  names:
    - {vi: Quyết định}
  abbreviation: QĐ
- id: thong-bao
  names:
    - {vi: Thông báo}
  abbreviation: TB
`
