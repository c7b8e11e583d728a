package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the program itself available to the tests, as a command in
// PATH.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"bientap": main})
}

// TestScript runs the program as its users type it: an editor, a secretary, an
// operator, and an attacker. The commands beside those of testscript are in
// commands_test.go.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"show": cmdShow, "stop": cmdStop, "get": cmdGet, "hardened": cmdHardened, "until": cmdUntil, "listen": cmdListen,
			"hear": cmdHear, "said": cmdSaid, "edit": cmdEdit, "write": cmdWrite, "copytree": cmdCopyTree, "sametree": cmdSameTree,
		},
	})
}
