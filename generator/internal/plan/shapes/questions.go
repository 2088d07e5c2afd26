package shapes

import (
	"github.com/oas2go/oas2go/generator/gomodel"
)

// IsAnything reports whether a value has no Go type but json.RawMessage.
func IsAnything(u Use) bool {
	_, ok := u.Shape.(Anything)
	return ok
}

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

// IsRuledUnion reports whether t is a union whose values a rule judges.
func (t *Type) IsRuledUnion() bool {
	def, ok := t.Def.(*UnionDef)
	return ok && (def.Plan.Ruled || def.ruled)
}

// Judges reports whether the rule of a union judges one of its variants, because nothing else tells it apart.
func (d *UnionDef) Judges(v *Variant) bool {
	return v.Ruled || d.Plan.Mixed || d.Plan.Ruled && d.Plan.Tags == nil
}

// SameShape reports whether two shapes are certainly one Go type.
func SameShape(a, b Shape) bool {
	switch a := a.(type) {
	case List:
		b, ok := b.(List)
		return ok && SameShape(a.Elem.Shape, b.Elem.Shape) && a.Elem.Nullable == b.Elem.Nullable
	case Map:
		b, ok := b.(Map)
		return ok && SameShape(a.Elem.Shape, b.Elem.Shape) && a.Elem.Nullable == b.Elem.Nullable
	}
	return a == b
}

// IsStruct reports whether a shape is a declared struct.
func IsStruct(s Shape) bool {
	n, ok := s.(Named)
	if !ok {
		return false
	}
	_, isStruct := n.Type.Def.(*StructDef)
	return isStruct
}

// OwnShape returns the shape that the definition of t has by itself.
func OwnShape(t *Type) Shape {
	switch def := t.Def.(type) {
	case ScalarDef:
		return Scalar(def)
	case ListDef:
		return List(def)
	case MapDef:
		return Map(def)
	}
	return Named{t}
}

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

// IsListOrMap reports whether a shape is a list or a map, with a name or without.
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

// IsUnion reports whether a shape is a union.
func IsUnion(s Shape) bool {
	n, ok := s.(Named)
	if !ok {
		return false
	}
	_, ok = n.Type.Def.(*UnionDef)
	return ok
}

// IsValue reports whether t is used by value: scalars and enums, and what has no name in the document.
func (t *Type) IsValue() bool {
	switch t.Def.(type) {
	case ScalarDef, EnumDef:
		return true
	}
	return t.ByValue
}
