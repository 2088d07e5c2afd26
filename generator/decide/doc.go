// Package decide says what a discriminator decides: which alternative of a union, or which heir of a base, judges a value alone.
//
// OpenAPI says that a discriminator changes nothing about what is valid; authors mean that it does. This package takes it as meant, in one
// place for all who judge values without generated code: the oracle of the conformance tests and the comparison of two documents.
package decide
