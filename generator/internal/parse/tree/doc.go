// Package tree reads single values of the trees that package source makes: a [Place] knows where a node stands, an [Object] has the
// fields that a specification gives it, a [Reader] hands out texts, numbers, lists and maps and reports what has another type.
//
// It gets nodes and the tables of fields, and returns values of api. It follows no reference, and does not know what any object means.
package tree
