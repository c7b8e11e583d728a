// Command bientap builds, checks and shows a government portal that is kept in
// a git repository. Each subcommand has a file of its own here; none of them
// holds more than flags, wiring and exit codes.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr, os.Getenv))
}

// The exit codes of the program.
const (
	exitFine  = 0
	exitFault = 1 // the portal has faults, or an operation failed
	exitUsage = 2 // the command line was not understood
)

// errFindings says that the findings, already printed, are the reason why the
// command did not succeed.
var errFindings = errors.New("findings")

// run is the program with everything that it takes from its surroundings as
// parameters.
func run(ctx context.Context, args []string, stdout, stderr io.Writer, getenv func(string) string) int {
	a := &app{stdout: stdout, stderr: stderr, lang: language(args, getenv)}
	root := a.command()
	root.SetArgs(args)
	c, err := root.ExecuteContextC(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFindings):
		return exitFault
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "bientap: %v\n%s\n", err, a.say("try-help", c.CommandPath()))
		return exitUsage
	case errors.Is(err, context.Canceled):
		fmt.Fprint(stderr, a.say("interrupted"))
		return exitFault
	}
	fmt.Fprintf(stderr, "bientap: %v\n", err)
	return exitFault
}
