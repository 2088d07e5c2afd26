// Package directions decides what a schema is when it is sent and when it is received: what is readOnly is only received, what is
// writeOnly only sent (docs/adr/0008). It takes a document and returns its components and, for each schema that loses a member in a
// direction, a form for that direction. It knows no Go types.
package directions
