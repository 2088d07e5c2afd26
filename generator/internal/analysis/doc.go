// Package analysis answers what schemas mean: which kinds of JSON values are valid, whether null is, what stands behind a wrapper, which
// members an object can have, which values an enumeration, which alternatives there are and what tells them apart, which keywords a
// value can break.
//
// It takes the schemas of a document (package api) and computes each answer once, when it is first asked for. It knows no Go types and
// no Go names, and reports nothing but the findings that [Analysis.Findings] returns.
package analysis
