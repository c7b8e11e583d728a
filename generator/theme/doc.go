// Package theme loads the look of a portal: layouts, styles, messages and
// assets. Everything that can be wrong with a theme is found when it is
// loaded, with the file and the line; nothing is left to be discovered by the
// page that happens to use it first.
//
// # Layers
//
// A theme is a stack of layers, the highest first. The last is the default
// theme, which is complete; those above may hold a single file. A layout, a
// style sheet or an asset of a higher layer replaces the file of that name
// below it; messages and colours are replaced one by one. So a portal changes
// one row, one word or one colour without copying the rest.
//
//	theme.yaml           the colours: accent and second, as #rrggbb
//	layouts/<name>.html  a layout: the content of <main>
//	layouts/_<name>.html a partial: the template <name>
//	styles/<name>.css    joined in the order of their names
//	messages/<lang>.yaml the words of a language, key: text
//	assets/<file>        icon, emblem and other files, published as they are
//
// Other files are findings; README.md alone is ignored.
//
// # Layouts
//
// Layouts are html/template files. The partial "base" is the whole document;
// it calls the template "main", which is the layout file, and "head", which a
// layout file may define to add to the document's head. Base, layout and
// partials see one view (see package view) and nothing else.
//
// The layouts home, section, month, archive, tags, map, gone, redirect and
// notfound take the view of that name. Every other layout takes a view.Page
// and serves the kind of pages of its name; "page" serves the kinds that have
// none. The partial "row-<kind>" draws a row of that kind in a list, "row"
// those of all other kinds; a layout calls "row-for", which this package
// writes, to have the right one chosen.
//
// # What a layout may do
//
// Layouts are checked against the types of their views before they are used:
// a field that does not exist, a value that cannot be printed, a function or
// a method outside the closed list of [Functions], a message that no
// catalogue has. Of methods only IsZero and IsEmpty may be called. Therefore
// no layout reaches the clock, the environment, a file, the network or the
// machine's time zone, and what it prints is a function of its view.
//
// # What is made at load
//
// Markup is minified once, in the source of the layouts; a page is never
// minified. For each language the messages without arguments are put into
// the layouts as plain text, and each layout is parsed and escaped, so that a
// page costs one execution.
package theme
