// Command report reads the events of go test -json from its standard input
// and tells a person what happened: each package as it ends, the output of
// what failed, and in the end what was skipped. What passed stays silent.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// event is one of go test -json; see go doc cmd/test2json.
type event struct {
	Action, Package, ImportPath, Test, Output string
	Elapsed                                   float64
}

func main() {
	output := map[string]*strings.Builder{} // of tests and packages that still run
	counts := map[string]int{}
	var skipped []string
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			fmt.Println(lines.Text()) // of the go command itself
			continue
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "build-output":
			fmt.Print(e.Output)
		case "output":
			if output[key] == nil {
				output[key] = &strings.Builder{}
			}
			output[key].WriteString(e.Output)
		case "pass", "fail", "skip":
			if e.Action == "fail" && output[key] != nil {
				fmt.Print(output[key])
			}
			delete(output, key)
			if e.Test == "" {
				fmt.Printf("%-4s %s %.1f s\n", e.Action, e.Package, e.Elapsed)
				continue
			}
			counts[e.Action]++
			if e.Action == "skip" {
				skipped = append(skipped, key)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(output)) { // cut short
		fmt.Print(output[key])
	}
	fmt.Printf("\npassed %d, failed %d, skipped %d\n", counts["pass"], counts["fail"], counts["skip"])
	for _, key := range skipped {
		fmt.Println("skipped:", key)
	}
	if err := lines.Err(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
