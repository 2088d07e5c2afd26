package shapes

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

func IsStruct(s Shape) bool {
	n, ok := s.(Named)
	if !ok {
		return false
	}
	_, isStruct := n.Type.Def.(*StructDef)
	return isStruct
}
