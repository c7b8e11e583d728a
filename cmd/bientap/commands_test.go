package main

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// want stops a script that misuses a command.
func want(ts *testscript.TestScript, ok bool, usage string) {
	if !ok {
		ts.Fatalf("usage: %s", usage)
	}
}

// cmdEdit replaces a text that occurs once in a file, as an editor would who
// saves in place.
func cmdEdit(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, !neg && len(args) == 3, "edit FILE OLD NEW")
	name, from, to := ts.MkAbs(args[0]), literal(ts, args[1]), literal(ts, args[2])
	data, err := os.ReadFile(name)
	ts.Check(err)
	if n := bytes.Count(data, from); n != 1 {
		ts.Fatalf("%q occurs %d times in %s", from, n, args[0])
	}
	ts.Check(os.WriteFile(name, bytes.Replace(data, from, to, 1), 0o644))
}

// literal is a text of a script: as it is, or in quotation marks a Go string.
func literal(ts *testscript.TestScript, text string) []byte {
	if strings.HasPrefix(text, `"`) {
		s, err := strconv.Unquote(text)
		ts.Check(err)
		text = s
	}
	return []byte(text)
}

// cmdWrite writes a file of bytes that a script could not hold, or that no
// reader of it could see.
func cmdWrite(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, !neg && len(args) == 2, `write FILE TEXT`)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), literal(ts, args[1]), 0o644))
}

// cmdCopyTree copies a folder to a new one.
func cmdCopyTree(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, !neg && len(args) == 2, "copytree FROM TO")
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

// cmdSameTree compares two folders byte for byte.
func cmdSameTree(ts *testscript.TestScript, neg bool, args []string) {
	want(ts, len(args) == 2, "[!] sametree A B")
	a, b := readTree(ts, args[0]), readTree(ts, args[1])
	var differ []string
	for _, name := range slices.Sorted(maps.Keys(a)) {
		if other, there := b[name]; !there || other != a[name] {
			differ = append(differ, name)
		}
		delete(b, name)
	}
	differ = append(differ, slices.Sorted(maps.Keys(b))...)
	if (len(differ) == 0) == neg {
		ts.Fatalf("%s and %s differ in %d files: %s", args[0], args[1], len(differ), strings.Join(differ, " "))
	}
}

// readTree reads every file of a folder; a folder without files is no test.
func readTree(ts *testscript.TestScript, dir string) map[string]string {
	files := map[string]string{}
	root := ts.MkAbs(dir)
	ts.Check(filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		files[strings.TrimPrefix(name, root)] = string(data)
		return err
	}))
	if len(files) == 0 {
		ts.Fatalf("%s holds no files", dir)
	}
	return files
}
