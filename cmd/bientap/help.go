package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// usageTemplate is the shape of help; the headings in capitals are replaced by
// words in the language of the command line.
const usageTemplate = `USAGE
  {{if .HasAvailableSubCommands}}{{.CommandPath}} [command]{{else}}{{.UseLine}}{{end}}
{{- if .HasExample}}

EXAMPLES
{{.Example}}{{end}}
{{- if .HasAvailableSubCommands}}

COMMANDS{{range .Commands}}{{if or .IsAvailableCommand (eq .Name "help")}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}
{{- if .HasAvailableLocalFlags}}

FLAGS
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- if .HasAvailableInheritedFlags}}

GLOBALS
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- if .HasAvailableSubCommands}}

MORE{{end}}
`

// translate puts the parts of the help that cobra writes into the language of
// the command line.
func (a *app) translate(root *cobra.Command) {
	root.SetUsageTemplate(strings.NewReplacer(
		"USAGE", a.say("usage"), "EXAMPLES", a.say("examples"), "COMMANDS", a.say("commands"),
		"FLAGS", a.say("flags"), "GLOBALS", a.say("globals"), "MORE", a.say("more"),
	).Replace(usageTemplate))
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range append(root.Commands(), root) {
		switch c.Name() {
		case "help":
			c.Short = a.say("help")
		case "completion":
			c.Short = a.say("completion")
		}
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = a.say("flag-help")
	}
}
