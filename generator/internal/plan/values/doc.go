// Package values says which values of a document, its defaults, Go code can have for a member or a type. It takes types and returns values
// that refer to types and constants, not to their names.
package values
