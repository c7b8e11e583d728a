// Package view is the contract between the portal and its themes: the plain
// data that a layout may see, one struct for each class of output, and the
// store that makes these views and records what each of them read.
//
// A view holds no functions that reach further, no pointers back into the
// graph of the portal, and nothing that the layout does not print. What a
// layout cannot see, it cannot depend on; what it can see came through the
// store, which wrote it down. That is how an incremental build knows, without
// anyone declaring it, which outputs a change makes stale.
package view
