package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"sonla.gov.vn/bientap/internal/diag"
)

// speakers are the methods whose argument at the index is a key of words.
var speakers = map[string]int{"say": 0, "errorf": 0, "near": 0, "part": 0}

// usedKeys are the keys of words in the source of the program.
func usedKeys(t *testing.T) map[string]bool {
	t.Helper()
	used := map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			name := ""
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				name = f.Sel.Name
			case *ast.Ident:
				name = f.Name
			}
			if i, ok := speakers[name]; ok && i < len(call.Args) {
				if lit, ok := call.Args[i].(*ast.BasicLit); ok && lit.Kind == token.STRING {
					key, err := strconv.Unquote(lit.Value)
					if err != nil {
						t.Fatal(err)
					}
					used[key] = true
				}
			}
			return true
		})
	}
	if len(used) < 50 {
		t.Fatalf("only %d keys were found in the source: this test no longer sees them", len(used))
	}
	return used
}

func TestEveryKeyOfWordsIsUsed(t *testing.T) {
	used := usedKeys(t)
	for key := range words {
		if !used[key] {
			t.Errorf("no part of the program says %q", key)
		}
	}
	for key := range used {
		if _, ok := words[key]; !ok {
			t.Errorf("the program says %q, for which there are no words", key)
		}
	}
}

var verb = regexp.MustCompile(`%(\[\d+\])?[a-z]`)

// TestBothLanguages expects every message in both languages, about the same
// things in the same order.
func TestBothLanguages(t *testing.T) {
	for key, w := range words {
		vi, en := w[0], w[1]
		if strings.TrimSpace(vi) == "" || strings.TrimSpace(en) == "" {
			t.Errorf("%q lacks a language", key)
		}
		if v, e := verb.FindAllString(vi, -1), verb.FindAllString(en, -1); !slices.Equal(v, e) {
			t.Errorf("%q speaks of %v in Vietnamese and of %v in English", key, v, e)
		}
		if strings.HasSuffix(vi, "\n") != strings.HasSuffix(en, "\n") {
			t.Errorf("%q ends its line in one language only", key)
		}
		if strings.Count(vi, "`") != strings.Count(en, "`") {
			t.Errorf("%q names a value in one language only", key)
		}
	}
}

// everyCommand calls do with each command of the program.
func everyCommand(lang diag.Lang, do func(c *cobra.Command)) {
	a := &app{stdout: io.Discard, stderr: io.Discard, lang: lang}
	root := a.command()
	do(root)
	for _, c := range root.Commands() {
		do(c)
	}
}

func TestEveryCommandIsDescribed(t *testing.T) {
	everyCommand(diag.VI, func(c *cobra.Command) {
		if c.Short == "" || c.Example == "" {
			t.Errorf("%q lacks its words or an example", c.CommandPath())
		}
		for line := range strings.SplitSeq(c.Example, "\n") {
			if !strings.HasPrefix(line, "  bientap ") {
				t.Errorf("the example %q of %q is no command of ours", line, c.CommandPath())
			}
		}
	})
}

// english are words that the library beneath would say in its own language.
var english = regexp.MustCompile(`\b(Usage|Flags|default|command|flags|string|help for|unknown|Available)\b`)

func TestVietnameseHelpIsVietnamese(t *testing.T) {
	everyCommand(diag.VI, func(c *cobra.Command) {
		var b strings.Builder
		c.SetOut(&b)
		if err := c.Help(); err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(b.String(), c.Example, "")
		if w := english.FindString(text); w != "" {
			t.Errorf("the help of %q says %q:\n%s", c.CommandPath(), w, text)
		}
	})
}

// TestExamples runs every example of the help as it is written.
func TestExamples(t *testing.T) {
	everyCommand(diag.VI, func(c *cobra.Command) {
		t.Run(c.Name(), func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			env := append(os.Environ(), "HOME="+home, "TMPDIR="+home, "LC_ALL=", "LANG=")
			for _, dir := range []string{"portals", ".local/share/bash-completion/completions", ".config/fish/completions"} {
				if err := os.MkdirAll(filepath.Join(home, dir), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			dir := filepath.Join(home, "portals")
			if slices.Contains([]string{"build", "check", "new", "serve"}, c.Name()) {
				runShell(t, dir, env, "bientap init cong-tinh")
				dir = filepath.Join(dir, "cong-tinh")
			}
			for line := range strings.SplitSeq(c.Example, "\n") {
				runShell(t, dir, env, strings.TrimSpace(line))
			}
		})
	})
}
