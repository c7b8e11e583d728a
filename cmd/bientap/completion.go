package main

import (
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"
)

// shells are those for which a completion script can be made.
var shells = map[string]func(root *cobra.Command, w io.Writer) error{
	"bash":       func(c *cobra.Command, w io.Writer) error { return c.GenBashCompletionV2(w, true) },
	"fish":       func(c *cobra.Command, w io.Writer) error { return c.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
	"zsh":        (*cobra.Command).GenZshCompletion,
}

func (a *app) completionCommand() *cobra.Command {
	names := slices.Sorted(maps.Keys(shells))
	return &cobra.Command{
		Use: "completion SHELL", Short: a.say("completion"), Long: a.say("completion-long"), Args: a.args("SHELL"),
		Example:   "  bientap completion bash > ~/.local/share/bash-completion/completions/bientap\n  bientap completion fish > ~/.config/fish/completions/bientap.fish",
		ValidArgs: names,
		RunE: func(c *cobra.Command, args []string) error {
			script, ok := shells[args[0]]
			if !ok {
				return usageError{a.near("no-shell", args[0], names)}
			}
			return script(c.Root(), a.stdout)
		},
	}
}
