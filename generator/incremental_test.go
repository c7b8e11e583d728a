package generator_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/internal/diag"
)

// TestIncrementalIsFull is the law that what an incremental build leaves in
// its target is byte for byte and file for file what a build from nothing
// makes, with the same findings, after any sequence of edits: to pages,
// records, kinds, configuration, theme, attachments, provenance and the clock.
// BIENTAP_SEED and BIENTAP_STEPS choose other edits, and more of them.
func TestIncrementalIsFull(t *testing.T) {
	first, steps := number("BIENTAP_SEED", 1), number("BIENTAP_STEPS", 16)
	for seed := first; seed < first+2; seed++ {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			incrementalIsFull(t, seed, steps)
		})
	}
}

func incrementalIsFull(t *testing.T, seed, steps uint64) {
	r := rand.New(rand.NewPCG(seed, 0))
	w := newWorld(r)
	kept := newMemory()
	var state *generator.State
	var p *generator.Portal
	rendered, did := 0, "nothing yet"
	for i := range steps {
		p, _ = w.open(t)
		made, found := produce(t, p, kept, generator.Options{Since: state, Keep: true})
		full := newMemory()
		_, foundInFull := produce(t, p, full, generator.Options{})
		if diff := compare(kept.files, full.files); diff != "" {
			t.Fatalf("seed %d, step %d, %s: %s", seed, i, did, diff)
		}
		if a, b := explained(found), explained(foundInFull); a != b {
			t.Fatalf("seed %d, step %d, %s: found\n%sa full build finds\n%s", seed, i, did, a, b)
		}
		if made.Added+made.Changed+made.Unchanged != len(full.files) || i > 0 && made.Rendered == 0 && made.Changed > 3 {
			t.Fatalf("seed %d, step %d, %s: of %d files, the report tells %+v", seed, i, did, len(full.files), made)
		}
		state = made.State
		rendered += made.Rendered
		did = w.step(r)
	}
	for _, dead := range deadLinks(kept.files, p.Config.Hosts(), p.Folder) {
		t.Error(dead)
	}
	t.Logf("%d steps, %d outputs made again, %d files at the end", steps, rendered, len(kept.files))
}

func number(env string, other uint64) uint64 {
	if v, err := strconv.ParseUint(os.Getenv(env), 10, 64); err == nil {
		return v
	}
	return other
}

// compare says what differs between two targets, or nothing.
func compare(got, want map[string][]byte) string {
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if have, ok := got[name]; !ok {
			return name + " is missing"
		} else if !bytes.Equal(have, want[name]) {
			at := 0
			for at < min(len(have), len(want[name])) && have[at] == want[name][at] {
				at++
			}
			from := max(0, at-60)
			return fmt.Sprintf("%s differs at byte %d:\n…%q\nwanted\n…%q", name, at,
				have[from:min(len(have), at+80)], want[name][from:min(len(want[name]), at+80)])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok {
			return name + " should be gone"
		}
	}
	return ""
}

// TestBytesDoNotDependOnTheMachine is the law that the same portal gives the
// same bytes and the same findings, in the same order, with any number of
// workers, from a file system and from directories anywhere, again and again.
func TestBytesDoNotDependOnTheMachine(t *testing.T) {
	w := newWorld(rand.New(rand.NewPCG(7, 0)))
	w.files["content/main/tin/hong.md"] = "---\nid: honghong\ntitel: A\ntags: [khong]\n---\n<b>\n"
	build := func(tree *source.Tree, workers int) (map[string][]byte, diag.List) {
		p, found := w.openTree(t, tree, workers)
		target := newMemory()
		_, more := produce(t, p, target, generator.Options{})
		return target.files, append(found, more...)
	}
	inMemory, _, err := source.FS(w.fs(), generator.Roots(), source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want, wanted := build(inMemory, 1)
	if len(wanted) < 3 {
		t.Errorf("only this is found:\n%s", explained(wanted))
	}
	for i, workers := range []int{1, 2, 8} {
		tree := inMemory
		if i > 0 {
			dir := filepath.Join(t.TempDir(), fmt.Sprint("cổng ", i))
			if err := os.CopyFS(dir, w.fs()); err != nil {
				t.Fatal(err)
			}
			if tree, _, err = source.Dir(dir, generator.Roots(), source.Limits{}); err != nil {
				t.Fatal(err)
			}
			defer tree.Close()
		}
		got, found := build(tree, workers)
		if diff := compare(got, want); diff != "" {
			t.Errorf("with %d workers: %s", workers, diff)
		}
		if a, b := explained(found), explained(wanted); a != b {
			t.Errorf("with %d workers found\n%swith one\n%s", workers, a, b)
		}
	}
}

// TestNothingChangedMakesNothing is the least that an incremental build owes.
func TestNothingChangedMakesNothing(t *testing.T) {
	w := newWorld(rand.New(rand.NewPCG(9, 0)))
	target := newMemory()
	p, _ := w.open(t)
	first, found := produce(t, p, target, generator.Options{Keep: true})
	p, _ = w.open(t)
	again, foundAgain := produce(t, p, target, generator.Options{Since: first.State, Keep: true})
	if again.Rendered+again.Files+again.Added+again.Changed+again.Removed != 0 || again.Unchanged != len(target.files) {
		t.Errorf("a build without a change: %+v", again)
	}
	if a, b := explained(foundAgain), explained(found); a != b {
		t.Errorf("found again\n%sat first\n%s", a, b)
	}
}
