// Package tests prints the examples of the tests of a package, which show calls and are run by go test.
//
// The functions are in a package of their own, which imports the generated one, as users do.
package tests
