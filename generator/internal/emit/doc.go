// Package emit prints gomodel as Go, with one small function for each kind of declaration.
//
// The text is built with jennifer and formatted once a file by go/format. What a printed declaration calls (readers, writers,
// checks, the client) is support code, which is copied beside it; the names of those helpers are known here and nowhere else
// in the generator.
package emit
