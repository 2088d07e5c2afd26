package shapes

import (
	"github.com/oas2go/oas2go/generator/gomodel"
)

// IsText reports whether a scalar is a string in JSON.
func IsText(s Shape) bool {
	kind := gomodel.String
	switch s := s.(type) {
	case Scalar:
		kind = s.Kind
	case Named:
		switch def := s.Type.Def.(type) {
		case ScalarDef:
			kind = def.Kind
		case EnumDef:
			kind = def.Kind
		}
	}
	switch kind {
	case gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Float64:
		return false
	}
	return true
}
