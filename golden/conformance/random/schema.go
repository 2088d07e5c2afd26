package random

import "math/rand/v2"

// A maker makes schemas.
type maker struct {
	*rand.Rand
	old   bool     // the dialect of OpenAPI 3.0
	names []string // of the components
	extra object   // components that a realistic schema brings
}

// one is true once in n times.
func (m *maker) one(n int) bool { return m.IntN(n) == 0 }

func pick[T any](random *rand.Rand, list ...T) T { return list[random.IntN(len(list))] }

// below says that a schema is for a part of the value: a reference to any component ends there.
const below = -1

// schema makes a schema. While it judges the value of the component itself, place is the place of that component, and it refers only to
// components behind it: a schema that refers to itself for the same value means nothing.
func (m *maker) schema(depth, place int) any {
	if depth <= 0 {
		return m.leaf(place)
	}
	var s object
	switch m.IntN(12) {
	case 0, 1:
		return m.leaf(place)
	case 2, 3, 4:
		s = m.objectOf(depth)
	case 5:
		s = m.arrayOf(depth)
	case 6, 7:
		s = m.choice(depth, place)
	case 8:
		s = m.untyped(depth)
	case 9:
		s = m.values()
	case 10:
		s = m.reference(place)
	case 11:
		s = m.several(depth)
	}
	return m.more(s, depth, place)
}

// leaf makes a schema without subschemas.
func (m *maker) leaf(place int) any {
	switch n := m.IntN(16); {
	case n == 0 && !m.old:
		return m.one(4)
	case n == 1:
		return object{}
	case n == 2:
		return m.values()
	case n == 3:
		return m.reference(place)
	default:
		return m.nullable(m.scalar())
	}
}

// more adds keywords to some schemas.
func (m *maker) more(s object, depth, place int) object {
	if ref := s["$ref"] != nil; ref && (m.old || !m.one(4)) {
		return s
	}
	if m.one(5) {
		m.add(s, m.choice(depth-1, place))
	}
	if m.one(10) {
		m.add(s, m.untyped(1))
	}
	return m.nullable(s)
}

// add adds the keywords that a schema does not have.
func (m *maker) add(s, other object) {
	if other["$ref"] != nil {
		return
	}
	for _, keyword := range sortedKeys(other) {
		if s[keyword] == nil && (keyword != "type" || m.one(3)) {
			s[keyword] = other[keyword]
		}
	}
	m.arrayHasItems(s)
}

// arrayHasItems adds what OpenAPI 3.0 demands of arrays.
func (m *maker) arrayHasItems(s object) {
	if m.old && s["type"] == "array" && s["items"] == nil {
		s["items"] = object{}
	}
}

// nullable lets null in, now and then.
func (m *maker) nullable(s object) object {
	name, typed := s["type"].(string)
	if !typed || name == "null" || !m.one(6) {
		return s
	}
	if m.old {
		s["nullable"] = true
		return s
	}
	s["type"] = []any{name, "null"}
	return s
}

// reference makes a reference to a component, or something else if there is none to refer to.
func (m *maker) reference(place int) object {
	list := m.names
	if place >= 0 {
		list = list[place+1:]
	}
	if len(list) == 0 {
		return m.scalar()
	}
	return object{"$ref": RefPrefix + pick(m.Rand, list...)}
}

// choice makes a schema with subschemas for the same value.
func (m *maker) choice(depth, place int) object {
	branches := func() []any {
		list := make([]any, 1+m.IntN(3))
		for i := range list {
			list[i] = m.schema(depth-1, place)
		}
		return list
	}
	n := m.IntN(12)
	if m.old {
		n = m.IntN(9)
	}
	switch n {
	case 0, 1, 2:
		return object{"anyOf": branches()}
	case 3, 4:
		return object{"oneOf": branches()}
	case 5, 6:
		return object{"allOf": branches()}
	case 7, 8:
		return object{"not": m.schema(depth-1, place)}
	case 9:
		s := object{"if": m.schema(depth-1, place), "then": m.schema(depth-1, place)}
		if m.one(2) {
			s["else"] = m.schema(depth-1, place)
		}
		return s
	default:
		s := object{"dependentSchemas": object{m.name(): m.schema(depth-1, place)}}
		if m.one(2) {
			s["unevaluatedProperties"] = m.leaf(below)
		}
		return s
	}
}

// untyped makes keywords of several types without a type.
func (m *maker) untyped(depth int) object {
	s := object{}
	for range 1 + m.IntN(3) {
		var part object
		switch m.IntN(5) {
		case 0:
			part = m.stringOf()
		case 1:
			part = m.numberOf(m.one(2))
		case 2:
			part = m.arrayOf(depth)
		default:
			part = m.objectOf(depth)
		}
		delete(part, "type")
		m.add(s, part)
	}
	return s
}

// several makes a list of types with keywords of them.
func (m *maker) several(depth int) object {
	s := m.untyped(depth)
	if m.old {
		return s
	}
	types := []any{"string", "integer", "number", "boolean", "null", "array", "object"}
	m.Shuffle(len(types), func(i, k int) { types[i], types[k] = types[k], types[i] })
	s["type"] = types[:1+m.IntN(3)]
	return s
}
