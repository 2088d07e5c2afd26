// Package golang has the pieces of Go that say nothing of OpenAPI: comments that go doc reads and gofmt leaves alone, names of types,
// literals, and the blocks and lists that jennifer lays out otherwise than we do.
//
// It takes texts, literals and types of gomodel and returns code of jennifer. It knows no declaration, no codec, and nothing of support
// code. What it is given may come from a document: whatever that holds, a comment stays a comment and a string a string.
package golang
