// Package reference prints what a package declares as Markdown: one page with its operations, parameters, types and failures, for people
// who look for a name without an editor at hand.
//
// It takes a package of gomodel and returns the text. What it says of a declaration is what the comment in the Go code says.
package reference
