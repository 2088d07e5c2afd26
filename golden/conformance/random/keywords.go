package random

import (
	"encoding/json"
	"strconv"
)

// Few names and texts, so that schemas and values meet.
func (m *maker) name() string {
	return pick(m.Rand, "a", "b", "c", "d", "kind", "x-y", "A", "ä", "type", "id", "a/~", "value")
}

func (m *maker) text() string {
	return pick(m.Rand, "", "a", "b", "ab", "abc", "x-1", "ä😀", "A", "kind", "12")
}

func (m *maker) pattern() string {
	return pick(m.Rand, "^a", "^[a-z]+$", "b", "^x-", "^[A-Z]{1,3}$", "[0-9]", "^(a|b)$", "^$", "^[^a]*$", "^a?b?c?$")
}

func (m *maker) number() json.Number {
	return json.Number(pick(m.Rand, "0", "1", "2", "3", "-1", "5", "10", "0.5", "1.5", "-2.5", "0.1", "100", "1e2", "2.0", "-0.0", "9007199254740993"))
}

func (m *maker) integer() json.Number { return json.Number(strconv.Itoa(m.IntN(8) - 2)) }

// anything makes a value for const and enum.
func (m *maker) anything(depth int) any {
	switch n := m.IntN(10); {
	case n == 0:
		return nil
	case n == 1:
		return m.one(2)
	case n < 4:
		return m.number()
	case n < 7 || depth == 0:
		return m.text()
	case n < 9:
		list := make([]any, m.IntN(3))
		for i := range list {
			list[i] = m.anything(depth - 1)
		}
		return list
	default:
		o := object{}
		for range m.IntN(3) {
			o[m.name()] = m.anything(depth - 1)
		}
		return o
	}
}

// values makes const and enum.
func (m *maker) values() object {
	if m.one(3) && !m.old {
		return object{"const": m.anything(2)}
	}
	var list []any
	for range 1 + m.IntN(4) {
		list = append(list, m.anything(1))
	}
	return object{"enum": list}
}

// scalar makes a schema of one scalar type.
func (m *maker) scalar() object {
	switch m.IntN(9) {
	case 0, 1, 2:
		return m.stringOf()
	case 3, 4:
		return m.numberOf(true)
	case 5, 6:
		return m.numberOf(false)
	case 7:
		if !m.old && m.one(2) {
			return object{"type": "null"}
		}
		s := object{"type": "boolean"}
		if m.one(3) {
			s["enum"] = []any{m.one(2)}
		}
		return s
	default:
		return object{"type": "string", "enum": []any{m.text(), m.text() + "x", "b"}}
	}
}

func (m *maker) stringOf() object {
	s := object{"type": "string"}
	if m.one(4) {
		s["minLength"] = m.IntN(3)
	}
	if m.one(4) {
		s["maxLength"] = m.IntN(4)
	}
	if m.one(4) {
		s["pattern"] = m.pattern()
	}
	if m.one(10) && !m.old {
		s["const"] = m.text()
	}
	return s
}

func (m *maker) numberOf(integer bool) object {
	s, limit := object{"type": "number"}, m.number
	if integer {
		s["type"] = "integer"
		if !m.one(5) {
			limit = m.integer
		}
	}
	if m.one(3) {
		m.limit(s, "minimum", "exclusiveMinimum", limit())
	}
	if m.one(3) {
		m.limit(s, "maximum", "exclusiveMaximum", limit())
	}
	if m.one(5) {
		s["multipleOf"] = json.Number(pick(m.Rand, "2", "3", "0.5", "0.1", "0.01", "1", "1.5", "5"))
	}
	if m.one(8) {
		s["enum"] = []any{limit(), limit(), m.integer()}
	}
	return s
}

// limit adds a limit, in the words of the dialect.
func (m *maker) limit(s object, keyword, exclusive string, value json.Number) {
	switch {
	case !m.one(3):
		s[keyword] = value
	case m.old:
		s[keyword], s[exclusive] = value, m.one(2)
	default:
		s[exclusive] = value
	}
}

func (m *maker) arrayOf(depth int) object {
	s := object{"type": "array"}
	if !m.one(4) {
		s["items"] = m.schema(depth-1, below)
	}
	if m.one(3) {
		s["minItems"] = m.IntN(3)
	}
	if m.one(3) {
		s["maxItems"] = m.IntN(4)
	}
	if m.one(5) {
		s["uniqueItems"] = true
	}
	m.arrayHasItems(s)
	if m.old {
		return s
	}
	if m.one(4) {
		s["prefixItems"] = []any{m.schema(depth-1, below), m.schema(depth-1, below)}[:1+m.IntN(2)]
		if m.one(2) {
			s["items"] = m.one(4)
		}
	}
	if m.one(6) {
		s["contains"] = m.schema(depth-1, below)
		if m.one(2) {
			s["minContains"] = m.IntN(3)
		}
		if m.one(2) {
			s["maxContains"] = 1 + m.IntN(2)
		}
	}
	if m.one(10) {
		s["unevaluatedItems"] = m.leaf(below)
	}
	return s
}

func (m *maker) objectOf(depth int) object {
	s := object{"type": "object"}
	var names []any
	if !m.one(8) {
		properties := object{}
		for range 1 + m.IntN(4) {
			name := m.name()
			properties[name] = m.schema(depth-1, below)
			if m.one(2) {
				names = append(names, name)
			}
		}
		s["properties"] = properties
	}
	if m.one(8) {
		names = append(names, m.name())
	}
	if names = distinct(names); len(names) > 0 {
		s["required"] = names
	}
	switch m.IntN(8) {
	case 0, 1:
		s["additionalProperties"] = m.one(5)
	case 2:
		s["additionalProperties"] = m.schema(depth-1, below)
	}
	if m.one(10) {
		s["minProperties"] = m.IntN(3)
	}
	if m.one(10) {
		s["maxProperties"] = 1 + m.IntN(3)
	}
	if !m.old {
		m.newObject(s, depth)
	}
	return s
}

// newObject adds what 3.0 does not have.
func (m *maker) newObject(s object, depth int) {
	if m.one(10) {
		s["patternProperties"] = object{m.pattern(): m.schema(depth-1, below)}
	}
	if m.one(12) {
		s["propertyNames"] = pick(m.Rand, object{"maxLength": 2}, object{"pattern": m.pattern()}, object{"enum": []any{"a", "b", m.name()}})
	}
	if m.one(12) {
		s["dependentRequired"] = object{m.name(): distinct([]any{m.name(), m.name()})}
	}
	if m.one(15) {
		s["dependentSchemas"] = object{m.name(): m.schema(depth-1, len(m.names)-1)}
	}
	if m.one(12) {
		s["unevaluatedProperties"] = m.leaf(below)
	}
}

func distinct(list []any) (unique []any) {
	seen := map[any]bool{}
	for _, v := range list {
		if !seen[v] {
			seen[v] = true
			unique = append(unique, v)
		}
	}
	return unique
}
