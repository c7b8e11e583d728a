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

	"sonla.gov.vn/bientap/generator/publish"
	"sonla.gov.vn/bientap/generator/source"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // whoever asks twice does not want to wait
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
	}
	fmt.Fprintf(stderr, "bientap: %v\n", a.worded(err))
	return exitFault
}

// worded is an error in the language of the command line, if it is one of
// those that users meet.
func (a *app) worded(err error) error {
	switch {
	case errors.Is(err, context.Canceled):
		return a.errorf("interrupted")
	case errors.Is(err, publish.ErrForeign):
		return a.errorf("out-foreign", err)
	case errors.Is(err, source.ErrChanged):
		return a.errorf("changed", err)
	}
	return err
}
