package decide

// A Position is what a schema is meant as where it stands.
type Position uint8

// The positions.
const (
	Value Position = iota // the type of a value: a base with heirs is all of them
	Alone                 // one schema of a hierarchy, not its heirs: what a tag led to
	Part                  // in allOf of another schema
	Open                  // in allOf of an heir, or a base alone: whoever extends it has other members
)

// At is the position in which a schema is meant differently than elsewhere, out of one where it stands.
func (h *Heirs) At(s Schema, at Position) Position {
	switch inside := h.Has(s); {
	case !inside && at == Alone:
		return Value
	case inside && at == Part:
		return Open
	}
	return at
}

// Below is the position of a part of allOf. What is nothing but its one part is another name for it, unless it is a component: an heir that
// adds nothing.
func Below(at Position, isOtherName bool) Position {
	switch {
	case at == Open:
		return Open
	case isOtherName:
		return at
	}
	return Part
}

// Behind is the position of what a reference leads to.
func Behind(at Position) Position {
	if at == Alone {
		return Value
	}
	return at
}
