// Package ident turns names of a document into Go identifiers: it splits words, knows initialisms and reserved words, and gives
// every set of claims distinct names by a fixed ladder. Its functions are pure.
package ident
