// Package sets takes schemas as sets of JSON values and compares them: whether a value is in some schemas and outside of others, with a
// proof that there is none, or the smallest and plainest such value.
//
// It fixes the kind of the value, takes the schemas apart into what they demand of values of that kind, and decides where there is a
// choice (anyOf, a negated allOf) by trying. What is left is a conjunction that the rooms of numbers, strings, arrays and objects solve,
// for arrays and objects by the same question about their items and members. A question about a part that asks the same as a question
// around it counts as empty: the smallest value never contains another value of the same sets.
//
// An answer is never guessed: where patterns look around, formats are not known exactly or the search would take too long, it is unknown.
package sets
