// Package plan turns what a document says (package api) into the Go declarations to print (package gomodel). It puts the packages below it in
// order: each takes the results of earlier ones and returns its own. It decides itself only which file a declaration is in and which support
// code is for users alone, and counts what needs a rule.
package plan
