package values

import "github.com/oas2go/oas2go/generator/internal/analysis"

// Values answers which value of the document is which value in Go.
type Values struct{ analysis *analysis.Analysis }

// New returns the values that fit what an analysis knows.
func New(a *analysis.Analysis) *Values { return &Values{a} }
