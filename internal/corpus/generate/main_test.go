package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "portal")
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"-pages 50 -sites 2 -seed 5 -to 2020-12-31 " + dir, 0, "50 pages, "},
		{"-pages 50 " + dir, 1, "is not empty"},
		{"-pages -3 " + dir + "2", 1, "pages: -3 is out of range"},
		{"-pages 50", 2, "usage: generate"},
		{"-to 2020-13-01 " + dir + "2", 2, "2020-13-01"},
		{"-page 50 " + dir + "2", 2, "not defined: -page"},
	} {
		var stdout, stderr bytes.Buffer
		if code := run(strings.Fields(c.args), &stdout, &stderr); code != c.code {
			t.Errorf("generate %s exits with %d, not %d", c.args, code, c.code)
		}
		if got := stdout.String() + stderr.String(); !strings.Contains(got, c.want) {
			t.Errorf("generate %s says %q, not %q", c.args, got, c.want)
		}
	}
	if _, err := os.Stat(dir + "2"); err == nil {
		t.Error("a folder was made although the command line was refused")
	}
	if pages, err := filepath.Glob(filepath.Join(dir, "content", "main", "gioi-thieu", "*.md")); err != nil || len(pages) != 2 {
		t.Errorf("the main site has %d plain pages: %v", len(pages), err)
	}
}
