// Package sampletest holds no code: its tests look at the sample portal as its
// visitors get it. They build the sample at a fixed moment, and then
//
//   - read every built page as a document: links, addresses, outlines,
//     languages, feeds, sitemaps, sizes;
//   - serve the folder with the headers of production and look at one page of
//     every class in a headless Chromium: what it requests, what it complains
//     of, whether it fits small screens and large text, whether the keyboard
//     reaches everything, how it prints; axe-core looks for barriers;
//   - give every page to the Nu HTML checker.
//
// Chromium is looked for in PATH; axe-core (npm: axe-core) and the Nu HTML
// checker (npm: vnu-jar, which needs Java) in the node_modules of the folder
// that BIENTAP_NPM names, or of .ci. What is not there is skipped, unless the
// list BIENTAP_REQUIRE ("chromium,axe,vnu") names it.
//
// With BIENTAP_SHOTS=DIR, go test -run Shots writes pictures of all those
// pages to DIR.
package sampletest
