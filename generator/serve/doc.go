// Package serve shows a built portal on this machine: [Files] as a production
// server would, [Live] for an editor at work, with [Watch] to build again when
// something is saved or when the clock reaches the next moment of the portal.
//
// It serves folders and knows nothing of how they came to be; whoever starts
// it passes the listener and the build in.
package serve
