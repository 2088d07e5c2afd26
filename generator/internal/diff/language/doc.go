// Package language computes with sets of strings: the languages of patterns, what they have in common, what is outside of them, and
// their shortest words. It takes patterns of ECMA-262 and knows no schemas.
//
// A pattern becomes an automaton over the code points of Unicode, which is made deterministic while it is walked. Lengths stay numbers: a
// maxLength of 65,536 costs no states.
package language
