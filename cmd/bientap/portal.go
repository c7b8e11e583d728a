package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	bientap "sonla.gov.vn/bientap"
	"sonla.gov.vn/bientap/generator"
	"sonla.gov.vn/bientap/generator/config"
	"sonla.gov.vn/bientap/generator/source"
	"sonla.gov.vn/bientap/generator/theme"
	"sonla.gov.vn/bientap/internal/diag"
)

// defaultTheme is the theme that the program carries.
func defaultTheme() (theme.Layer, error) {
	sub, err := fs.Sub(bientap.Sample, "themes/default")
	return theme.Layer{FS: sub, Dir: "themes/default"}, err
}

// portalHere reports that the folder of the command line holds no portal.
func (a *app) portalHere() error {
	_, err := os.Stat(a.inDir(config.File))
	if errors.Is(err, fs.ErrNotExist) {
		return a.errorf("no-portal", a.dir)
	}
	return err
}

// openTree opens the tree of the portal in the folder of the command line.
func (a *app) openTree() (*source.Tree, diag.List, error) {
	if err := a.portalHere(); err != nil {
		return nil, nil, err
	}
	return source.Dir(a.dir, generator.Roots(), source.Limits{})
}

// openPortal reads a portal from a tree.
func openPortal(tree *source.Tree, now time.Time) (*generator.Portal, diag.List, error) {
	layer, err := defaultTheme()
	if err != nil {
		return nil, nil, err
	}
	return generator.Open(generator.Input{Tree: tree, Default: layer, Now: now})
}

// report prints findings and returns errFindings when the portal may not be
// built from what was found.
func (a *app) report(found diag.List, worstAllowed diag.Severity) error {
	found = found.Sort()
	if err := found.Write(a.stderr, a.lang); err != nil {
		return err
	}
	if worst, any := found.Worst(); any && worst > worstAllowed {
		return errFindings
	}
	return nil
}

// counts are the numbers of findings, the gravest first.
func counts(found diag.List) (blocking, errors, warnings int) {
	return found.Count(diag.Blocking), found.Count(diag.Error), found.Count(diag.Warning)
}

// progress shows on a terminal how far a build is; elsewhere it is silent.
func (a *app) progress() (show func(done, all int), end func()) {
	if !isTerminal(a.stderr) {
		return nil, func() {}
	}
	last := time.Time{}
	show = func(done, all int) {
		if now := time.Now(); done == all || now.Sub(last) > 100*time.Millisecond {
			last = now
			fmt.Fprintf(a.stderr, "\r%s ", a.say("building", done, all))
		}
	}
	return show, func() { fmt.Fprint(a.stderr, "\r\x1b[K") }
}
