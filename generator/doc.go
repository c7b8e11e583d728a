// Package generator turns the tree of a portal into the bytes of its sites.
// The way of the data is the table of contents of this half of bientap:
//
//	source    a tree of files, from a directory or any fs.FS
//	config    what the portal is: sites, sections, languages, limits
//	content   each page: front matter against its kind, dated records
//	site      the graph of all pages, and every file the portal has
//	view      for each file, the plain data that a layout may see;
//	          every read of that data is written down
//	markdown  the body of a page, through the links that view resolves
//	theme     layouts, styles, messages
//	render    view and layout become bytes
//	harden    what must not be in those bytes stops the build
//	publish   the bytes are staged, and the folder is switched whole
//
// [Open] goes as far as the graph and reports what is wrong; [Portal.Build]
// makes the files, all of them or those whose reads have new answers. The
// result is a function of the tree, the theme, the provenance and the clock, and of nothing
// else: not of the machine, the number of its processors or the folder.
package generator
