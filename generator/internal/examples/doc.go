// Package examples makes sample values of schemas: what the document gives as examples, put together where it gives them for parts only, and
// else the smallest value that is found. Each is judged by a validator that knows nothing of generated code; what it does not accept is not
// used.
//
// It takes a document and returns values. The same document gives the same values.
package examples
