package random

import (
	"encoding/json"
	"fmt"
	"strings"
)

// plainTags makes a union of objects that overlap: only the mapping, or the name of a component, tells what a tag means.
func (m *maker) plainTags() object {
	mapping, variants := object{}, []any{}
	shared := m.one(2) // one list of tags for all
	integers := !shared && m.one(4)
	tags := []any{"a", "ab", "abc", "b", "12", "x-1"}
	for i := range 2 + m.IntN(2) {
		tag := object{"type": "string"}
		switch {
		case integers:
			tag = object{"type": "integer"}
		case shared:
			tag["enum"] = tags
		case !m.old && m.one(3):
			tag["enum"] = tags[2*i : 2*i+2]
		}
		name := fmt.Sprintf("Variant%d", i)
		variant := m.record(2, object{"kind": tag})
		if m.one(4) {
			delete(variant, "required")
		}
		variants = append(variants, m.component(name, variant))
		keys := []string{fmt.Sprint(tags[2*i]), fmt.Sprint(tags[2*i+1])}
		if integers {
			keys = []string{fmt.Sprint(2 * i), fmt.Sprint(2*i + 1)}
		}
		for _, key := range keys[:1+m.IntN(2)] {
			mapping[key] = RefPrefix + name
		}
	}
	s := object{pick(m.Rand, "oneOf", "oneOf", "anyOf"): variants, "discriminator": object{"propertyName": "kind", "mapping": mapping}}
	if m.old && m.one(4) {
		s["nullable"] = true
	}
	if m.one(4) { // a union in a union that goes by the same member
		inner := m.component("Inner", s)
		other := m.component("Other", m.record(1, object{"kind": m.constant("kind")}))
		s = object{"oneOf": []any{inner, other}, "discriminator": object{"propertyName": "kind", "mapping": object{"kind": other["$ref"]}}}
	}
	return m.holding(s)
}

// hierarchy makes a base with a discriminator, heirs of one or two levels, and a value of the base or of an heir.
func (m *maker) hierarchy() object {
	base := m.record(2, object{"kind": object{"type": "string"}})
	if m.one(3) {
		delete(base, "required")
	}
	mapping := object{}
	base["discriminator"] = object{"propertyName": "kind", "mapping": mapping}
	ref := m.component("Base", base)
	last := ref
	for i, tag := range []string{"a", "ab", "b"}[:1+m.IntN(3)] {
		above := ref
		if m.one(3) {
			above = last
		}
		last = m.component(fmt.Sprintf("Heir%d", i), object{"allOf": []any{above, m.record(2, nil)}})
		mapping[tag] = last["$ref"]
	}
	held := ref
	if m.one(4) {
		held = object{"$ref": RefPrefix + "Heir0"}
	}
	return m.record(1, object{"held": held})
}

// tag gives a value the tag of an alternative, of those that a discriminator maps, mostly that which was chosen.
func (f *fitter) tag(s object, chosen, v any, depth int) any {
	d, _ := s["discriminator"].(object)
	mapping, _ := d["mapping"].(object)
	property, _ := d["propertyName"].(string)
	if len(mapping) == 0 || f.one(5) {
		return v
	}
	keys := sortedKeys(mapping)
	key := pick(f.Rand, keys...)
	for _, k := range keys {
		if ref, ok := chosen.(object); ok && ref["$ref"] == mapping[k] && f.one(2) {
			key = k
		}
	}
	target := f.set.target(fmt.Sprint(mapping[key]))
	if s["oneOf"] == nil && s["anyOf"] == nil && depth > 0 { // an heir is more than its base
		v = f.fit(target, depth-1)
	}
	if o, ok := v.(object); ok {
		o[property] = f.tagValue(key, target, property)
	}
	return v
}

// tagValue is a key of a mapping as the type of the member has it.
func (f *fitter) tagValue(key string, target any, property string) any {
	s, _ := target.(object)
	properties, _ := s["properties"].(object)
	if member, ok := properties[property].(object); ok && member["type"] == "integer" && strings.Trim(key, "0123456789") == "" {
		return json.Number(key)
	}
	return key
}
