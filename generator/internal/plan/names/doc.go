// Package names gives names to claims. It takes claims, level by level, and returns a name for each; the order of the claims makes no
// difference (docs/adr/0005). What a claim is for, a type or a method, it does not know.
package names
