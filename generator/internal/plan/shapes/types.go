package shapes

import (
	"github.com/oas2go/oas2go/generator/gomodel"
)

// HasNil reports whether the Go type of a shape has a nil of its own.
func HasNil(s Shape) bool {
	switch s := s.(type) {
	case List, Map, Anything:
		return true
	case Scalar:
		return s.Kind == gomodel.Bytes
	case Named:
		switch s.Type.Def.(type) {
		case ListDef, MapDef, *UnionDef, AnythingDef:
			return true
		}
	}
	return false
}

func IsListOrMap(s Shape) bool {
	switch s := s.(type) {
	case List, Map:
		return true
	case Named:
		switch s.Type.Def.(type) {
		case ListDef, MapDef:
			return true
		}
	}
	return false
}

func IsUnion(s Shape) bool {
	n, ok := s.(Named)
	if !ok {
		return false
	}
	_, ok = n.Type.Def.(*UnionDef)
	return ok
}
