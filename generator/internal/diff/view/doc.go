// Package view holds what all views of a report share: the words for classes, operations, proofs and Go names, and lines of the
// documents. The views themselves are the packages below; none of them decides anything.
package view
