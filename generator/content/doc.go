// Package content turns the files of a portal into typed pages. A page is one
// Markdown file: a front matter in YAML between two lines "---", and a body.
//
// What a front matter may hold is data, not code: the common fields that every
// page has (see [Page]), and the fields of the page's kind. A [Kind] is a file,
// built in (kinds/*.yaml here) or the portal's own (content/_kinds/*.yaml); both
// are read by the same reader. Bodies of agencies, types of documents, fields
// of activity and tags are dated [Record]s in content/_data/, referred to by
// id, because agencies merge and names change while old pages keep theirs.
//
// Every field is decoded strictly and keeps its place in the file. This
// package looks at one file at a time; what pages are to one another is the
// business of package site.
package content
