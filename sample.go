// Package bientap holds the sample portal that this repository itself is: its
// content, its configuration and the default theme, embedded so that one
// binary can show it (bientap demo), copy it (bientap init), and build a portal
// that has no theme of its own.
//
// The program is cmd/bientap; the generator is documented in package generator.
package bientap

import "embed"

// Sample is the tree of the sample portal: config.yaml, content and themes.
//
//go:embed config.yaml all:content all:themes
var Sample embed.FS
