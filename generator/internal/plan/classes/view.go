package classes

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
)

// BuiltinKind returns the built-in Go type for values of these kinds, "" if there is none.
func BuiltinKind(k analysis.KindSet) gomodel.ScalarKind {
	switch k {
	case analysis.KindString:
		return gomodel.String
	case analysis.KindBoolean:
		return gomodel.Bool
	case analysis.KindInteger:
		return gomodel.Int64
	case analysis.KindNumber, analysis.KindFraction:
		return gomodel.Float64
	}
	return ""
}
