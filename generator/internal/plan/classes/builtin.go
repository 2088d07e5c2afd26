package classes

import (
	"math"
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// LiteralOf returns a value of the document as a Go constant of a kind, nil if it is none.
func LiteralOf(v api.Value, kind gomodel.ScalarKind) gomodel.Literal {
	switch v := v.(type) {
	case api.String:
		if kind == gomodel.String {
			return gomodel.StringLit(v)
		}
	case api.Bool:
		if kind == gomodel.Bool {
			return gomodel.BoolLit(v)
		}
	case api.Number:
		i, whole := v.Int64()
		switch {
		case kind == gomodel.Float64:
			if f, err := strconv.ParseFloat(v.String(), 64); err == nil && !math.IsInf(f, 0) {
				return gomodel.FloatLit(v.String())
			}
		case kind == gomodel.Int64 && whole, kind == gomodel.Int32 && whole && int64(int32(i)) == i:
			return gomodel.IntLit(i)
		}
	}
	return nil
}

// TagLiteral returns a value of a tag as a Go constant: a string, an integer or a boolean.
func TagLiteral(v api.Value) gomodel.Literal {
	switch v := v.(type) {
	case api.String:
		return gomodel.StringLit(v)
	case api.Bool:
		return gomodel.BoolLit(v)
	}
	return LiteralOf(v, gomodel.Int64)
}

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

// PlainKind returns the kind of a schema that is a scalar, "" for others.
func (p *Classes) PlainKind(s *api.Schema) gomodel.ScalarKind {
	if p.Classify(s) != Scalar {
		return ""
	}
	return p.ScalarKind(s)
}

// Foreign reports whether the Go type of a scalar is declared elsewhere: a new type on it would lose its methods.
func Foreign(k gomodel.ScalarKind) bool {
	switch k {
	case gomodel.Time, gomodel.Date, gomodel.UUID, gomodel.Bytes:
		return true
	}
	return false
}
