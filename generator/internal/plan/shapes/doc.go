// Package shapes decides which Go types there are: what each schema becomes at each place, the members of structs, the variants of unions,
// what is declared and where. It asks analysis what a schema means and classes what kind of type it gets. The types have no names yet, and
// nothing of operations is known here: they ask for the shape of a schema at a place.
package shapes
