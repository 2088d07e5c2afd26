// Package report turns the changes of a document into a report: it gives the numbers, counts, says the verdict in one line,
// advises a version, and says whether the run fails. All views of a report print its values, so that they cannot disagree.
package report

import (
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A Report is all that views show.
type Report struct {
	Old, New   Document
	Wire       change.Verdict // the worst of all changes
	Go         string         // none, compiling or running
	Line       string         // the verdict line of all views
	Lead       string         // one sentence that says more than the counts, "" for none
	Counts     Counts
	Facets     Facets
	Suggests   string // a version, at least a version, or "a major version"
	Step       string // the step that the document itself makes: "The document goes from 1.4.0 to 1.5.0; these changes need 2.0.0."
	FailOn     FailOn
	Failed     bool
	Operations []Operation // that changes reach, in the order of the new document
	Total      int         // of operations, in the new document and those that are gone
	Changes    []change.Change
	Ignored    []change.Change // that the configuration approves; in no count
}

// A Document is one side of the comparison.
type Document struct {
	File    string // as the user gave it
	Title   string
	Version string // info.version
	Package string // name of the Go package, for examples of code
}

// Counts count each change once, by its class.
type Counts struct {
	Total, Breaking                                              int
	Running, Compiling, Wire, Unknown, Compatible, Docs, Ignored int
}

// Facets overlap: a change may have several.
type Facets struct{ WireBreaking, StopsCompiling, FailsWhenRunning int }

// An Operation is an operation with the numbers of the changes that reach it.
type Operation struct {
	Name    string // operationId, or METHOD /path
	Method  string
	Path    string
	Changes []int
}

// FailOn says which changes make the command fail.
type FailOn string

// The values of FailOn.
const (
	FailWire      FailOn = "wire"
	FailCompiling FailOn = "compiling"
	FailRunning   FailOn = "running"
	FailBreaking  FailOn = "breaking"
	FailUnknown   FailOn = "unknown"
	FailAny       FailOn = "any"
	FailNone      FailOn = "none"
)
