package shapes

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
