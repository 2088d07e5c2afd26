// Package hierarchy finds the bases of a document, schemas with a discriminator that others extend by allOf, and decides what a
// schema is where it is the type of a value and where it is a part of another schema (docs/adr/0015). It takes the schemas of a document and
// returns forms: a base as the type of a value is a union of its heirs and itself. It knows no Go types and no directions.
package hierarchy
