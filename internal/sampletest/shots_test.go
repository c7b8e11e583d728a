package sampletest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestShots writes pictures of the visited pages, for people to look at, to
// the folder that BIENTAP_SHOTS names: at two widths, in light and dark, and
// as printed.
func TestShots(t *testing.T) {
	dir := os.Getenv("BIENTAP_SHOTS")
	if dir == "" {
		t.Skip("BIENTAP_SHOTS names no folder")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	theBrowser(t)
	for _, v := range visited {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			b := openTab(t)
			b.open(v.path)
			b.loadAll()
			for _, width := range []int64{1280, 360} {
				b.screen(width)
				for _, scheme := range []string{"light", "dark"} {
					b.media("", "prefers-color-scheme", scheme)
					b.shoot(filepath.Join(dir, fmt.Sprintf("%s-%d-%s.png", v.name, width, scheme)))
				}
			}
			b.screen(794) // A4
			b.media("print")
			b.shoot(filepath.Join(dir, v.name+"-print.png"))
			b.report()
		})
	}
}

// shoot writes a picture of the whole page.
func (b *tab) shoot(name string) {
	b.t.Helper()
	picture, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(name, picture, 0o644)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}
