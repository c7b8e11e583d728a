package bientap_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// documents are the texts for developers and operators.
var documents = []string{
	"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", "docs/dependencies.md", "docs/operating.md",
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var link = regexp.MustCompile(`\]\(([^)#]+)(#[^)]*)?\)`)

// TestLinksBetweenDocuments expects what a document refers to.
func TestLinksBetweenDocuments(t *testing.T) {
	for _, name := range documents {
		for _, m := range link.FindAllStringSubmatch(read(t, name), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s leads to %q: %v", name, m[1], err)
			}
		}
	}
}

var packageName = regexp.MustCompile("`((?:generator|internal|cmd)(?:/[a-z]+)+)`")

// TestArchitectureNamesEveryPackage compares the map with the land.
func TestArchitectureNamesEveryPackage(t *testing.T) {
	named := map[string]bool{}
	for _, m := range packageName.FindAllStringSubmatch(read(t, "docs/architecture.md"), -1) {
		named[m[1]] = true
		if files, _ := filepath.Glob(m[1] + "/*.go"); len(files) == 0 {
			t.Errorf("docs/architecture.md names %s, which is no package", m[1])
		}
	}
	for _, root := range []string{"generator", "internal", "cmd"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			if d.Name() == "testdata" {
				return fs.SkipDir
			}
			files, err := filepath.Glob(name + "/*.go")
			name = filepath.ToSlash(name)
			if len(files) > 0 && name != "generator" && !named[name] && !named[path.Dir(name)] {
				t.Errorf("docs/architecture.md does not know %s", name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// module is a module that go.mod names directly.
type module struct {
	Path, Version string
	Indirect      bool
}

// required asks the go command what go.mod says.
func required(t *testing.T) []module {
	t.Helper()
	out, err := exec.Command("go", "mod", "edit", "-json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var mod struct{ Require []module }
	if err := json.Unmarshal(out, &mod); err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(mod.Require, func(m module) bool { return m.Indirect })
}

var row = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| ([^ |]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$")

// TestDependencies compares docs/dependencies.md with go.mod, and the licences
// with the files of the modules.
func TestDependencies(t *testing.T) {
	type entry struct{ version, licence string }
	rows := map[string]entry{}
	for _, m := range row.FindAllStringSubmatch(read(t, "docs/dependencies.md"), -1) {
		rows[m[1]] = entry{m[2], m[3]}
	}
	modules := required(t)
	if len(modules) == 0 {
		t.Fatal("go.mod requires nothing directly: is it tidy?")
	}
	for _, m := range modules {
		r, ok := rows[m.Path]
		if !ok {
			t.Errorf("docs/dependencies.md does not say why %s is needed", m.Path)
			continue
		}
		delete(rows, m.Path)
		if r.version != m.Version {
			t.Errorf("docs/dependencies.md has %s %s, go.mod has %s", m.Path, r.version, m.Version)
		}
		if got := licence(t, m.Path); got != r.licence {
			t.Errorf("docs/dependencies.md says that %s is under %s; its own file says %s", m.Path, r.licence, got)
		}
	}
	for name := range rows {
		t.Errorf("docs/dependencies.md names %s, which go.mod does not require directly", name)
	}
}

// licence recognises the licence of a module by the words that only it has.
func licence(t *testing.T, modulePath string) string {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", modulePath).Output()
	if err != nil {
		t.Fatalf("%s: %v", modulePath, err)
	}
	files, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "LICENSE*"))
	var names []string
	for _, f := range files {
		text := strings.Join(strings.Fields(read(t, f)), " ")
		for _, l := range []struct{ name, words string }{
			{"MIT", "Permission is hereby granted, free of charge"},
			{"Apache-2.0", "Apache License, Version 2.0"},
			{"Apache-2.0", "Apache License Version 2.0"},
			{"BSD-3-Clause", "Neither the name of"},
		} {
			if strings.Contains(text, l.words) && !slices.Contains(names, l.name) {
				names = append(names, l.name)
			}
		}
	}
	return strings.Join(names, " and ")
}
