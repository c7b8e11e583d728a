package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sonla.gov.vn/bientap/internal/spell"
)

// usageError is a fault of the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// args asks for one argument for each name.
func (a *app) args(names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return usageError{a.errorf("args-missing", c.CommandPath(), strings.Join(names[len(args):], " "))}
		case len(args) > len(names):
			return usageError{a.errorf("args-extra", c.CommandPath(), args[len(names)])}
		}
		return nil
	}
}

// knownCommand refuses a first argument that is no command.
func (a *app) knownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usageError{a.near("no-command", args[0], commandNames(c.Root()))}
}

func commandNames(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if !sub.Hidden {
			names = append(names, sub.Name())
		}
	}
	return names
}

// knownLanguage refuses a --lang that is neither Vietnamese nor English.
func (a *app) knownLanguage(c *cobra.Command) error {
	f := c.Flag("lang")
	name, _, _ := strings.Cut(strings.ToLower(f.Value.String()), "_")
	if f.Changed && name != "vi" && name != "en" {
		return usageError{a.errorf("no-language", f.Value.String())}
	}
	return nil
}

// flagFault words what the parser of flags found, in the language of the
// command line.
func (a *app) flagFault(c *cobra.Command, err error) error {
	if c == c.Root() && c.Flags().NArg() > 0 { // the command is at fault, not its flag
		return a.knownCommand(c, c.Flags().Args())
	}
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		err = a.errorf("no-flag", "-"+unknown.GetSpecifiedName(), c.CommandPath())
	case errors.As(err, &unknown):
		err = a.near("no-flag", "--"+unknown.GetSpecifiedName(), flagNames(c), c.CommandPath())
	case errors.As(err, &empty):
		err = a.errorf("flag-empty", "--"+empty.GetFlag().Name)
	case errors.As(err, &value):
		err = a.errorf("flag-value", "--"+value.GetFlag().Name, value.GetValue())
	}
	return usageError{err}
}

func flagNames(c *cobra.Command) []string {
	var names []string
	add := func(f *pflag.Flag) { names = append(names, "--"+f.Name) }
	c.LocalFlags().VisitAll(add)
	c.InheritedFlags().VisitAll(add)
	return names
}

// near is the message key about a word that is none of those known, with the
// one that was probably meant. The word is the first argument of the message.
func (a *app) near(key, word string, known []string, more ...any) error {
	text := a.say(key, append([]any{word}, more...)...)
	if meant, ok := spell.Nearest(word, known); ok {
		text += a.say("meant", meant)
	}
	return errors.New(text)
}
