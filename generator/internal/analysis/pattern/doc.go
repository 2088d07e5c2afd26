// Package pattern makes regular expressions of ECMA-262, the dialect of JSON Schema, ready for Go: a loop over runs of character
// classes, an expression for package regexp, or one that is matched by trying. It takes the text of an expression, returns what is
// to be printed or a function that matches, and knows no schemas.
package pattern
