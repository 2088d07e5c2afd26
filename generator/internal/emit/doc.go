// Package emit prints gomodel as Go, a file at a time.
//
// It takes a package of gomodel and returns the text of each file, with the syntax of it. The text is built with jennifer and formatted
// once a file, in the way of go/format. Here declarations become a file and its imports; the rooms below print them: golang has the pieces
// of Go, values what is done with one value, types, tables and client one function for each kind of declaration.
//
// What a printed declaration calls (readers, writers, checks, the client) is support code, which is copied beside it; the names of those
// helpers are known in these rooms and nowhere else in the generator.
package emit
