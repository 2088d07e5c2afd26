// Package render prints what is the same for every document: it picks the files of support code that a package needs and fits
// them to it.
//
// Support code is real Go in templates/support, tested there. A generated package gets a copy of the files that it needs, so that
// it does not depend on this module. What printed files call is known by names alone: this package sees no model and no document.
package render

import "go/ast"

// A File is one file of a generated package.
type File struct {
	Name   string
	Data   []byte
	Syntax *ast.File // of Data, if it is known
}
