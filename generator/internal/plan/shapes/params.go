package shapes

import (
	"github.com/oas2go/oas2go/generator/gomodel"
)

// Elements returns what a list holds, whether it has a name or not.
func Elements(s Shape) Use {
	switch s := s.(type) {
	case List:
		return s.Elem
	case Named:
		if def, ok := s.Type.Def.(ListDef); ok {
			return def.Elem
		}
	}
	return Use{}
}

// ScalarText reports whether the values of a shape are text without structure.
func ScalarText(s Shape) bool {
	switch s := s.(type) {
	case Scalar:
		return s.Kind != gomodel.Bytes
	case Named:
		switch def := s.Type.Def.(type) {
		case ScalarDef:
			return def.Kind != gomodel.Bytes
		case EnumDef:
			return true
		}
	}
	return false
}
