// Package types prints the declarations of types, each with the methods that read, write and check it: structs, tuples, enums, named
// types, unions, the functions that read their lists and maps, and those that fill in defaults.
//
// It has one function for each of these kinds of gomodel and returns the whole declaration. What is done with a field or an element it
// asks package values. It knows nothing of clients.
package types

import "github.com/oas2go/oas2go/generator/internal/emit/values"

// A Printer prints the types of one package.
type Printer struct{ values.Scope }
