package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// help gives every command its help, in the language of the command line.
func (a *app) help(root *cobra.Command) {
	root.SetUsageFunc(func(c *cobra.Command) error {
		_, err := io.WriteString(c.OutOrStderr(), a.usageOf(c))
		return err
	})
	root.SetHelpCommand(&cobra.Command{
		Use: "help [COMMAND]", Short: a.say("help"), Long: a.say("help"), Example: "  bientap help build",
		DisableFlagsInUseLine: true,
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(c.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return a.knownCommand(c, args)
			}
			return about.Help()
		},
	})
	root.InitDefaultHelpCmd()
	for _, c := range append(root.Commands(), root) {
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = a.say("flag-help")
	}
}

// usageOf says how a command is used: its line, its examples, what it takes.
func (a *app) usageOf(c *cobra.Command) string {
	line := c.UseLine()
	if c.HasAvailableSubCommands() {
		line = c.CommandPath() + " [COMMAND]"
	}
	var b strings.Builder
	part := func(title, text string) {
		if text = strings.TrimRight(text, " \n"); text != "" {
			fmt.Fprintf(&b, "%s\n%s\n\n", a.say(title), text)
		}
	}
	part("usage", "  "+strings.Replace(line, "[flags]", a.say("flags-here"), 1))
	part("examples", c.Example)
	part("commands", commandTable(c))
	part("flags", a.flagTable(c.LocalFlags().FlagUsages()))
	part("globals", a.flagTable(c.InheritedFlags().FlagUsages()))
	if c.HasAvailableSubCommands() {
		return b.String() + a.say("more") + "\n"
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func commandTable(c *cobra.Command) string {
	var b strings.Builder
	for _, sub := range c.Commands() {
		if !sub.Hidden {
			fmt.Fprintf(&b, "  %-*s %s\n", sub.NamePadding(), sub.Name(), sub.Short)
		}
	}
	return b.String()
}

// flagTable translates the one word that the table of flags has of itself.
func (a *app) flagTable(table string) string {
	return strings.ReplaceAll(table, "(default ", "("+a.say("default")+" ")
}
