// Package pattern makes regular expressions of ECMA-262, the dialect of JSON Schema, ready for Go: a loop over runs of character
// classes, an expression for package regexp, or one that is matched by trying. It takes the text of an expression and returns how it
// is matched, or a function that matches; it knows neither schemas nor what is printed.
package pattern
