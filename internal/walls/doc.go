// Package walls holds the tests that keep the rooms of bientap apart and its
// habits alive. It has no code of its own.
//
// The tests parse the source of the whole module, without building it, and
// complain with the reason for what they ask:
//
//   - walls: which package never imports which, directly or by way of others;
//     who alone may import a library, call a function, read the clock;
//   - habits: no init function, no state in package variables, no package
//     whose name says nothing, a comment on every package and every exported
//     name, functions and files that can be read in one go;
//   - the folders that a portal's repository has.
//
// Every one of them is also run on a small tree in memory in which what it
// forbids is done, so that none can pass because it no longer sees anything.
package walls
