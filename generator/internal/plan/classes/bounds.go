package classes

import (
	"math"
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
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
