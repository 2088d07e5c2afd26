package classes

import (
	"math"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// wholeKind returns the Go type for the integers of a schema: what its format says, else uint64 where int64 does not hold them
// and no negative one is allowed.
func (p *Classes) wholeKind(s *api.Schema) gomodel.ScalarKind {
	switch s.Format {
	case "int32":
		return gomodel.Int32
	case "uint64":
		return gomodel.Uint64
	}
	if Limited(s.Format) {
		return gomodel.Int64
	}
	if p.largeBounds(s.Number) || p.largeValues(s) {
		return gomodel.Uint64
	}
	return gomodel.Int64
}

// Limited reports whether a format is a size of integers.
func Limited(format string) bool {
	switch format {
	case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64":
		return true
	}
	return false
}

// largeBounds reports whether bounds allow integers beyond int64, and no negative ones.
func (p *Classes) largeBounds(r *api.NumberRules) bool {
	if r == nil {
		return false
	}
	lower, exclusive := analysis.Stricter(r.Minimum, r.ExclusiveMinimum, 1)
	if lower == nil || lower.Cmp(api.Int(-1)) < 0 || lower.Sign() < 0 && !exclusive && lower.Cmp(api.Int(-1)) == 0 {
		return false
	}
	upper, exclusive := analysis.Stricter(r.Maximum, r.ExclusiveMaximum, -1)
	if upper == nil {
		return isLarge(*lower)
	}
	greatest, possible := analysis.Floor(*upper, exclusive)
	return isLarge(*upper) && possible && greatest == math.MaxInt64
}

// largeValues reports whether a constant, or one of the values of an enum, is beyond int64, and none is negative.
func (p *Classes) largeValues(s *api.Schema) bool {
	if s.Const != nil {
		n, ok := s.Const.Value.(api.Number)
		return ok && isLarge(n)
	}
	large := false
	for _, e := range p.analysis.Entries(s) {
		n, ok := e.Value.(api.Number)
		if ok && n.Sign() < 0 {
			return false
		}
		large = large || ok && isLarge(n)
	}
	return large
}

func isLarge(n api.Number) bool { return n.Cmp(api.Int(math.MaxInt64)) > 0 }

// isDecimal reports whether a format asks for the number as it is written.
func isDecimal(s *api.Schema) bool { return s.Format == "decimal" || s.Format == "decimal128" }

// Sized reports whether the format of a schema is that of the Go type of its numbers.
func Sized(s *api.Schema, kind gomodel.ScalarKind) bool {
	return s != nil && (s.Format == string(kind) || kind == gomodel.Float64 && s.Format == "double")
}
