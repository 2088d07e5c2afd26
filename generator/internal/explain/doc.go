// Package explain says what became of each place of a document: which type, field, check or rule, why it is called so, and what
// enforces each keyword. It takes the results of all stages of plan, returns explanations, and decides nothing itself.
package explain
