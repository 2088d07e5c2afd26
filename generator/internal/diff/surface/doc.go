// Package surface says what a change of a document does to Go code that uses the generated package. It compares two packages of
// gomodel, as they would be printed, and returns each difference of their exported names once, with the positions in both documents.
//
// It knows nothing of what changed in the documents. Whether code stops compiling is decided as golang.org/x/exp/apidiff does it for
// printed packages, which tests compare with. A type with another name at the same places is renamed: its uses are no differences of
// their own, as long as the old name of their owner is there.
package surface
