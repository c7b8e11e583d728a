package durable

import (
	"os"
	"path/filepath"
	"testing"
)

// pair makes the folders a and b, each with a file that holds its name.
func pair(t *testing.T) (dir, a, b string) {
	t.Helper()
	dir = t.TempDir()
	a, b = filepath.Join(dir, "a"), filepath.Join(dir, "b")
	for _, name := range []string{a, b} {
		if err := os.Mkdir(name, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(name, "who"), []byte(filepath.Base(name)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, a, b
}

func who(name string) string {
	data, err := os.ReadFile(filepath.Join(name, "who"))
	if err != nil {
		return "nobody"
	}
	return string(data)
}

func expect(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(want) {
		t.Errorf("the folder holds %v, want %v", entries, want)
	}
	for name, content := range want {
		if got := who(filepath.Join(dir, name)); got != content {
			t.Errorf("%s holds %s, want %s", name, got, content)
		}
	}
}

func TestExchangeByRenames(t *testing.T) {
	dir, a, b := pair(t)
	for _, want := range []map[string]string{{"a": "b", "b": "a"}, {"a": "a", "b": "b"}} {
		if err := exchangeByRenames(a, b); err != nil {
			t.Fatal(err)
		}
		expect(t, dir, want)
	}
}

func TestExchangeByRenamesThatFails(t *testing.T) {
	dir, a, b := pair(t)
	if err := exchangeByRenames(filepath.Join(dir, "none"), b); err == nil {
		t.Error("nothing was exchanged with b")
	}
	if err := exchangeByRenames(a, filepath.Join(dir, "none")); err == nil {
		t.Error("a was exchanged with nothing")
	}
	// A folder cannot be moved into itself: the second rename fails, and the
	// first is undone.
	if err := exchangeByRenames(a, filepath.Join(a, "sub")); err == nil {
		t.Error("a was exchanged with nothing in it")
	}
	expect(t, dir, map[string]string{"a": "a", "b": "b"})
	inner := filepath.Join(a, "sub")
	if err := os.Mkdir(inner, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := exchangeByRenames(a, inner); err == nil {
		t.Error("a was exchanged with a folder in it")
	}
	if _, err := os.Lstat(inner); err != nil {
		t.Errorf("the first rename was not undone: %v", err)
	}
	expect(t, dir, map[string]string{"a": "a", "b": "b"})
}

func TestExchangeAfterACrash(t *testing.T) {
	for name, tt := range map[string]struct {
		crash func(t *testing.T, a, b, aside string) error
		want  map[string]string
	}{
		"after the first rename": {
			func(t *testing.T, a, b, aside string) error { return os.Rename(b, aside) },
			map[string]string{"a": "b", "b": "a"},
		},
		// The staging folder a is made anew before the next exchange.
		"after the second rename": {
			func(t *testing.T, a, b, aside string) error {
				if err := os.Rename(b, aside); err != nil {
					return err
				}
				if err := os.Rename(a, b); err != nil {
					return err
				}
				if err := os.Mkdir(a, 0o755); err != nil {
					return err
				}
				return os.WriteFile(filepath.Join(a, "who"), []byte("new"), 0o644)
			},
			map[string]string{"a": "a", "b": "new"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir, a, b := pair(t)
			if err := tt.crash(t, a, b, filepath.Join(dir, ".b.bientap-aside")); err != nil {
				t.Fatal(err)
			}
			if err := exchangeByRenames(a, b); err != nil {
				t.Fatal(err)
			}
			expect(t, dir, tt.want)
		})
	}
}
