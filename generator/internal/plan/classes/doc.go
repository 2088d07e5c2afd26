// Package classes says what kind of Go type a schema gets, and which of its keywords such a type shows; the others are its residue, which
// rules judge. It asks package analysis what a schema means, and knows no types by name.
package classes
