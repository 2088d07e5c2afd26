package random

import "fmt"

// realistic makes a schema as people write them, which gets Go types of its own.
func (m *maker) realistic() object {
	m.extra = object{}
	switch m.IntN(20) {
	case 0:
		return m.tagged()
	case 1:
		return m.inherits()
	case 14, 15:
		return m.plainTags()
	case 16:
		return m.hierarchy()
	case 17, 18, 19:
		return m.holding(m.byMembers("Shape"))
	case 2:
		return m.overlapping()
	case 3:
		return m.holding(m.openEnum())
	case 4:
		return m.holding(m.oneOrMany())
	case 5:
		return m.holding(m.orNull())
	case 6:
		return m.tuple()
	case 7:
		return m.dictionary()
	case 8:
		return m.tree()
	case 9:
		return m.holding(object{pick(m.Rand, "oneOf", "anyOf"): []any{m.stringOf(), m.numberOf(m.one(2)), m.record(1, nil)}[:2+m.IntN(2)]})
	case 10:
		return m.atLeastOne()
	case 11:
		return object{"allOf": []any{m.component("Base", m.record(2, nil)), object{"oneOf": []any{m.record(1, nil), m.record(2, nil)}}}}
	case 12:
		inner := object{"oneOf": []any{m.scalar(), m.record(1, object{"kind": m.constant("ab")})}}
		return m.holding(object{"oneOf": []any{m.component("Inner", inner), m.record(1, object{"kind": m.constant("b")}), m.arrayOf(1)}})
	default:
		return m.record(4, nil)
	}
}

// atLeastOne makes an object that needs some of its properties, of several sorts to say so.
func (m *maker) atLeastOne() object {
	s := m.record(3, nil)
	var branches []any
	for _, name := range sortedKeys(s["properties"].(object)) {
		branches = append(branches, object{"required": []any{name}})
	}
	s[pick(m.Rand, "anyOf", "anyOf", "oneOf")] = branches
	return s
}

// record makes an object of scalars, lists and the like, with the properties that are given.
func (m *maker) record(n int, fixed object) object {
	properties, names := object{}, []any{}
	for _, name := range sortedKeys(fixed) {
		properties[name] = fixed[name]
		names = append(names, name)
	}
	for range n {
		name := m.name()
		if properties[name] != nil {
			continue
		}
		switch m.IntN(6) {
		case 0:
			properties[name] = object{"type": "array", "items": m.leaf(below)}
		case 1:
			properties[name] = object{"type": "object", "additionalProperties": m.leaf(below)}
		case 2:
			properties[name] = m.orNull()
		default:
			properties[name] = m.nullable(m.scalar())
		}
		if m.one(2) {
			names = append(names, name)
		}
	}
	s := object{"type": "object", "properties": properties}
	if len(names) > 0 {
		s["required"] = names
	}
	if m.one(5) {
		s["additionalProperties"] = false
	}
	return s
}

// component makes a component of a schema and returns a reference to it.
func (m *maker) component(name string, s any) object {
	m.extra[name] = s
	return object{"$ref": RefPrefix + name}
}

// holding puts a schema into the places where values of it stand.
func (m *maker) holding(s any) object {
	if m.one(3) {
		s = m.component("Held", s)
		if m.one(3) { // a component that is another name, or nearly
			s = m.component("Alias", pick[any](m.Rand, s, object{"allOf": []any{s}}))
		}
	}
	switch m.IntN(4) {
	case 0:
		if root, ok := s.(object); ok && root["$ref"] == nil {
			return root
		}
		return object{"type": "array", "items": s}
	case 1:
		return object{"type": "array", "items": s, "uniqueItems": m.one(4)}
	case 2:
		return object{"type": "object", "additionalProperties": s}
	default:
		return m.record(2, object{m.name(): s})
	}
}

// constant makes a schema of one value.
func (m *maker) constant(value any) object {
	if m.old || m.one(3) {
		return object{"type": "string", "enum": []any{value}}
	}
	if m.one(2) {
		return object{"type": "string", "const": value}
	}
	return object{"const": value}
}

// tagged makes a union of objects that a constant tells apart.
func (m *maker) tagged() object {
	var variants []any
	mapping := object{}
	for _, tag := range []string{"ab", "b", "12"}[:2+m.IntN(2)] {
		fixed := object{"kind": m.constant(tag)}
		if m.one(8) {
			fixed = nil // this one has no tag
		}
		variant := m.record(2, fixed)
		if m.one(3) {
			variants = append(variants, variant)
			continue
		}
		name := "Variant" + tag
		variants = append(variants, m.component(name, variant))
		mapping[tag] = RefPrefix + name
	}
	s := object{pick(m.Rand, "oneOf", "oneOf", "anyOf"): variants}
	if len(mapping) == len(variants) && m.one(2) {
		s["discriminator"] = object{"propertyName": "kind", "mapping": mapping}
	}
	return m.holding(s)
}

// byMembers makes a union of objects that the names of their members tell apart, more or less. They may hold each other.
func (m *maker) byMembers(name string) object {
	self := object{"$ref": RefPrefix + name}
	var variants []any
	for i, own := range []string{"a", "b", "c", "d"}[:2+m.IntN(3)] {
		fixed := object{own: m.scalar()}
		if m.one(6) {
			fixed = nil // it has none of its own
		}
		variant := m.record(m.IntN(4), fixed)
		if m.one(3) {
			variant["properties"].(object)["in"] = self
		}
		variants = append(variants, pick[any](m.Rand, variant, m.component(fmt.Sprint(name, i), variant)))
	}
	if m.one(4) {
		variants = append(variants, pick[any](m.Rand, m.scalar(), m.arrayOf(1)))
	}
	return m.component(name, object{pick(m.Rand, "oneOf", "oneOf", "anyOf"): variants})
}

// inherits makes an object that extends others.
func (m *maker) inherits() object {
	parts := []any{m.component("Base", m.record(2, nil)), m.record(2, nil)}
	if m.one(3) {
		parts = append(parts, m.component("Other", m.record(2, nil)))
	}
	s := object{"allOf": parts}
	if m.one(3) {
		s["required"] = distinct([]any{m.name(), m.name()})
	}
	if m.one(4) {
		m.add(s, m.record(2, nil))
	}
	if m.one(4) && !m.old {
		s["unevaluatedProperties"] = false
	}
	return s
}

// overlapping makes alternatives that one value can fit several of.
func (m *maker) overlapping() object {
	first := m.record(2, nil)
	s := object{pick(m.Rand, "anyOf", "anyOf", "oneOf"): []any{
		m.component("First", first), m.component("Second", m.record(2, nil)), m.record(1, nil)}[:2+m.IntN(2)]}
	if m.one(3) {
		m.add(s, m.record(2, nil))
		s["type"] = "object"
	}
	if m.one(3) { // one of the alternatives describes what all must have
		s["type"], s["required"] = "object", []any{pick(m.Rand, sortedKeys(first["properties"].(object))...)}
	}
	return m.holding(s)
}

// openEnum makes texts of which some are known.
func (m *maker) openEnum() object {
	return object{"anyOf": []any{object{"type": "string", "enum": []any{"a", "abc", "x-1"}}, m.stringOf()}}
}

func (m *maker) oneOrMany() object {
	item := m.scalar()
	return object{pick(m.Rand, "oneOf", "anyOf"): []any{item, object{"type": "array", "items": item, "minItems": m.IntN(2)}}}
}

// orNull makes a schema that lets null in, in one of the ways to say so.
func (m *maker) orNull() object {
	s := m.record(1, nil)
	if m.one(2) {
		s = m.scalar()
	}
	switch {
	case m.old && m.one(4):
		return object{"nullable": true, "allOf": []any{s}} // which does not work, but people write it
	case m.old:
		s["nullable"] = true
		return s
	}
	return object{pick(m.Rand, "oneOf", "anyOf"): []any{s, object{"type": "null"}}}
}

func (m *maker) tuple() object {
	if m.old {
		return object{"type": "array", "items": m.leaf(below), "minItems": 2, "maxItems": 2}
	}
	s := object{"type": "array", "prefixItems": []any{m.leaf(below), m.leaf(below), m.leaf(below)}[:1+m.IntN(3)]}
	if !m.one(3) {
		s["items"] = pick[any](m.Rand, false, m.leaf(below))
	}
	if m.one(2) {
		s["minItems"] = m.IntN(4)
	}
	return s
}

func (m *maker) dictionary() object {
	s := object{"type": "object", "additionalProperties": m.schema(1, below)}
	if m.one(3) {
		s["minProperties"] = 1 + m.IntN(2)
	}
	if m.one(3) {
		s["maxProperties"] = 2
	}
	if m.one(3) && !m.old {
		s["propertyNames"] = object{"pattern": m.pattern()}
	}
	if m.one(4) {
		s["required"] = []any{m.name()}
	}
	return s
}

// tree makes an object that holds more of itself.
func (m *maker) tree() object {
	self := object{"$ref": RefPrefix + Root}
	s := m.record(2, nil)
	properties := s["properties"].(object)
	properties["left"] = pick[any](m.Rand, self, object{"allOf": []any{self}}, object{"anyOf": []any{self, object{"type": "string"}}})
	properties["all"] = object{"type": "array", "items": self}
	if m.one(3) {
		properties["by"] = object{"type": "object", "additionalProperties": self}
	}
	return s
}
