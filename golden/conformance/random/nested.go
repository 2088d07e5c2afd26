package random

import (
	"fmt"
	"math/rand/v2"
)

// Nested makes a set of unions by a tag, or by members, that stand inside of each other, and of lists, maps, allOf, anyOf, oneOf, not and if.
func Nested(random *rand.Rand, openAPI30 bool) *Set {
	m := &maker{Rand: random, old: openAPI30, extra: object{}}
	m.names = []string{Root}
	var held any = m.union("Kind")
	for range 1 + m.IntN(3) {
		held = m.around(held)
	}
	s := &Set{Components: m.extra, OpenAPI30: openAPI30}
	s.Components[Root] = held
	s.normalize()
	s.prune()
	return s
}

func (m *maker) union(name string) object {
	if m.one(2) {
		return m.byMembers(name)
	}
	return m.tags(name)
}

// tags makes a union of objects that overlap, so that only the tag tells which is meant.
func (m *maker) tags(name string) object {
	mapping, variants := object{}, []any{}
	for i := range 2 + m.IntN(2) {
		variant := m.record(1, object{"kind": object{"type": "string"}})
		variant["properties"].(object)[string(rune('a'+m.IntN(2)))] = object{"type": pick(m.Rand, "string", "integer", "boolean")}
		if m.one(3) {
			delete(variant, "required")
		}
		if m.one(2) {
			delete(variant, "additionalProperties")
		}
		ref := m.component(fmt.Sprint(name, i), variant)
		variants = append(variants, ref)
		mapping[string(rune('p'+i))] = ref["$ref"]
		if m.one(3) {
			mapping[string(rune('u'+i))] = ref["$ref"]
		}
	}
	union := object{pick(m.Rand, "oneOf", "oneOf", "anyOf"): variants, "discriminator": object{"propertyName": "kind", "mapping": mapping}}
	if m.one(3) {
		return m.component(name, union)
	}
	return union
}

// around puts a schema into another one.
func (m *maker) around(s any) any {
	name := fmt.Sprint("Other", len(m.extra))
	either := pick(m.Rand, "oneOf", "anyOf", "anyOf")
	switch m.IntN(12) {
	case 0:
		return object{"type": "array", "items": s}
	case 1:
		return object{"type": "object", "additionalProperties": s}
	case 2:
		return m.record(1, object{"held": s})
	case 3:
		holder := m.record(1, object{"held": s})
		holder["not"] = object{"required": []any{"a", "b"}}
		return holder
	case 4:
		return object{"allOf": []any{s, object{"type": "object", "properties": object{m.name(): m.scalar()}}}}
	case 5:
		return object{either: []any{s, m.scalar()}}
	case 6:
		return object{either: []any{s, m.record(2, nil)}}
	case 7:
		return object{either: []any{s, m.union(name)}}
	case 8:
		return object{either: []any{s, object{"type": "array", "items": s, "minItems": 1}}}
	case 9:
		return object{"type": "object", "not": s}
	case 10:
		if m.old {
			return object{"anyOf": []any{object{"not": s}, object{"required": []any{"a"}}}}
		}
		return object{"if": s, "then": object{"required": []any{"a"}}, "else": object{"type": "object"}}
	default:
		return m.component(name, s)
	}
}
