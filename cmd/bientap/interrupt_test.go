package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// quiet is an environment that says nothing.
func quiet(string) string { return "" }

// TestInterruptedBuild asks for a build that is given up before it is done: by
// Ctrl-C, or by whoever stops the machine.
func TestInterruptedBuild(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cong")
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"init", dir}, &out, &errs, quiet); code != exitFine {
		t.Fatal(errs.String())
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, args := range [][]string{{"build"}, {"check"}} {
		errs.Reset()
		code := run(ctx, append(args, "--dir", dir), &out, &errs, quiet)
		if code != exitFault || !strings.Contains(errs.String(), "bientap: đã dừng giữa chừng; những gì đã đăng vẫn giữ nguyên\n") {
			t.Errorf("%s ends with %d: %s", args[0], code, errs.String())
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("half a build was published")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".public.bientap-staging*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestLanguage is about the words of people and machines.
func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		args string
		env  map[string]string
		want string
	}{
		{"", nil, "vi"},
		{"", map[string]string{"LANG": "C.UTF-8"}, "vi"},
		{"", map[string]string{"LANG": "en_US.UTF-8"}, "en"},
		{"", map[string]string{"LANG": "EN"}, "en"},
		{"", map[string]string{"LANG": "vi_VN"}, "vi"},
		{"", map[string]string{"LANG": "fr_FR.UTF-8"}, "vi"},
		{"", map[string]string{"LANG": "en_US", "LC_ALL": "vi_VN"}, "vi"},
		{"", map[string]string{"LANG": "vi_VN", "LC_MESSAGES": "en_GB"}, "en"},
		{"build --lang en", map[string]string{"LANG": "vi_VN"}, "en"},
		{"--lang=vi build", map[string]string{"LANG": "en_US"}, "vi"},
		{"build --lang", map[string]string{"LANG": "en_US"}, "en"},
	} {
		if got := language(strings.Fields(c.args), func(k string) string { return c.env[k] }); string(got) != c.want {
			t.Errorf("%q with %v speaks %s, want %s", c.args, c.env, got, c.want)
		}
	}
}
