// Package check looks for what only the whole document shows: paths against their parameters, defaults and examples against their
// schemas, schemas that refuse every value, schemas that lead to themselves without end.
//
// It gets the document as the reader left it, with all references followed, and reports what it finds. It knows no tree and no
// version of a specification beyond that of the document.
package check
