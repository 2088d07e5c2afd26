// Package bundle makes one document of the files of a document that was parsed: what a reference leads to in another file becomes a
// component, with a name that is free. It works on trees, so that order, the text of scalars and comments stay.
package bundle
