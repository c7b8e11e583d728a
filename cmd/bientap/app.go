package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sonla.gov.vn/bientap/internal/diag"
)

// app is what the subcommands share: where to write, and in which language.
type app struct {
	stdout, stderr io.Writer
	lang           diag.Lang
	dir            string // the portal's folder, flag --dir
}

// language chooses the language of messages: --lang, else the locale of the
// environment, else Vietnamese. It is needed before the flags are parsed, for
// the help texts.
func language(args []string, getenv func(string) string) diag.Lang {
	for i, a := range args {
		value, ok := strings.CutPrefix(a, "--lang=")
		if a == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok {
			return tongue(value)
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return tongue(v)
		}
	}
	return diag.VI
}

// tongue is the language for the name of a locale: English for en_…, and
// Vietnamese for all others, the untranslated C among them.
func tongue(locale string) diag.Lang {
	if strings.HasPrefix(strings.ToLower(locale), "en") {
		return diag.EN
	}
	return diag.VI
}

func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use: "bientap", Short: a.say("bientap"), Long: a.say("bientap-long"), Example: "  bientap demo\n  bientap init cong-tinh",
		SilenceErrors: true, SilenceUsage: true, CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              func(c *cobra.Command, args []string) error { return a.knownCommand(c, args) },
		RunE:              func(c *cobra.Command, _ []string) error { return c.Help() },
		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return a.knownLanguage(c) },
	}
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.PersistentFlags().String("lang", string(a.lang), a.say("flag-lang"))
	root.PersistentFlags().StringVarP(&a.dir, "dir", "C", ".", a.say("flag-dir"))
	root.SetFlagErrorFunc(a.flagFault)
	root.AddCommand(a.initCommand(), a.newCommand(), a.buildCommand(), a.serveCommand(), a.checkCommand(), a.demoCommand(),
		a.completionCommand(), a.versionCommand())
	a.help(root)
	return root
}

// inDir is a file or folder as the command line names it: counted from the
// folder of the portal.
func (a *app) inDir(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(a.dir, name)
}

// instant reads --now: an instant of RFC 3339, or nothing for this moment.
func (a *app) instant(s string) (time.Time, error) {
	if s == "" {
		return time.Now(), nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, usageError{a.errorf("bad-instant", s)}
	}
	return t, nil
}

// isTerminal reports whether w shows a person what is written.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
