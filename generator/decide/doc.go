// Package decide says what a discriminator decides: which alternative of a union, or which heir of a base, judges a value alone.
//
// OpenAPI says that a discriminator changes nothing about what is valid; authors mean that it does. This package takes it as meant, in one
// place for all who judge values without generated code: the oracle of the conformance tests and the comparison of two documents.
//
// It is public only because the module of the conformance tests needs it. Programs that use the generator do not, and it may change.
package decide
