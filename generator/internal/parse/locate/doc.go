// Package locate finds what references lead to: it reads the files of a document when a reference first leads there, knows by which
// URIs they and the schemas in them want to be known, and follows JSON pointers and anchors.
//
// It gets the text of a reference with the resource in which it stands, and returns a place or why there is none. It does not know
// what objects mean, nor what becomes of them; files of a specification before OpenAPI 3 are left to a [Dialect].
package locate
