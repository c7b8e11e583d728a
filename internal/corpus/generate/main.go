// Command generate writes a large portal of package corpus into a new folder:
//
//	go run ./internal/corpus/generate -pages 10000 DIR
//
// It exits with 1 when the portal could not be written, and with 2 when the
// command line was not understood.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"sonla.gov.vn/bientap/internal/corpus"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	var o corpus.Options
	flags := flag.NewFlagSet("generate", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: generate -pages N [flags] DIR")
		flags.PrintDefaults()
	}
	flags.IntVar(&o.Pages, "pages", 1000, "number of `pages`")
	flags.IntVar(&o.Sites, "sites", 0, "number of sites (default 20)")
	flags.IntVar(&o.Sections, "sections", 0, "number of sections of each site (default 12)")
	flags.IntVar(&o.Tags, "tags", 0, "number of tags (default 60)")
	flags.IntVar(&o.Documents, "documents", 0, "`percentage` of documents, negative for none (default 30)")
	flags.Uint64Var(&o.Seed, "seed", 0, "seed: another gives another portal")
	flags.Func("to", "last `day` of ten years (default 2026-11-20)", func(s string) (err error) {
		o.To, err = time.Parse(time.DateOnly, s)
		return err
	})
	if flags.Parse(args) != nil {
		return 2
	}
	if flags.NArg() != 1 {
		flags.Usage()
		return 2
	}
	begun := time.Now()
	stats, err := corpus.Write(flags.Arg(0), o)
	if err != nil {
		fmt.Fprintln(stderr, "generate:", err)
		return 1
	}
	fmt.Fprintf(stdout, "%d pages, %d files, %d bytes in %.1f s\n", stats.Pages, stats.Files, stats.Bytes, time.Since(begun).Seconds())
	return 0
}
