package verify

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A traveller takes out of schemas what does not travel in a direction: a property that is readOnly is not sent, one that is writeOnly not
// received, and nobody requires it there. OAS 3.0.4: Schema Object, Fixed Fields; Validation 9.4. It also takes out properties that the
// value does not have.
type traveller struct {
	library *library
	way     change.Direction
	unit    *unit
	met     *met
	base    string // URI that numbers of units follow
	err     error
}

// schema returns a schema without what does not travel, with references to the units of its direction. lost are the names that a schema
// around it, for the same value, has lost.
func (t *traveller) schema(v any, lost []string) any {
	s, ok := v.(object)
	if !ok {
		return v
	}
	if t.library.directions {
		lost = append(slices.Clone(lost), t.lostNames(s, map[string]bool{})...)
	}
	o := make(object, len(s))
	for keyword, value := range s {
		o[keyword] = t.keyword(keyword, value, lost)
	}
	return o
}

func (t *traveller) keyword(keyword string, value any, lost []string) any {
	switch keyword {
	case "$ref", "$dynamicRef":
		return t.base + strings.TrimPrefix(value.(string), "/")
	case "properties":
		return t.all(value.(object), func(name string, property any) bool { return t.met.has(t.unit, name) && !t.isDropped(property) })
	case "dependentSchemas":
		return t.all(value.(object), func(name string, _ any) bool { return t.met.has(t.unit, name) })
	case "patternProperties":
		return t.all(value.(object), func(string, any) bool { return true })
	case "$defs": // references lead to units, but for dynamic ones
		return t.all(value.(object), func(string, any) bool { return t.met == nil })
	case "allOf", "anyOf", "oneOf":
		return t.list(value.([]any), lost)
	case "prefixItems":
		return t.list(value.([]any), nil)
	case "if", "then", "else":
		return t.schema(value, lost)
	case "items", "additionalProperties", "propertyNames", "unevaluatedProperties", "contains", "unevaluatedItems", "not":
		return t.schema(value, nil)
	case "required":
		if names, ok := value.([]any); ok {
			return slices.DeleteFunc(slices.Clone(names), func(name any) bool {
				text, _ := name.(string)
				return slices.Contains(lost, text)
			})
		}
	}
	return value
}

// all returns the schemas that a function keeps.
func (t *traveller) all(schemas object, isKept func(name string, s any) bool) object {
	o := object{}
	for name, s := range schemas {
		if isKept(name, s) {
			o[name] = t.schema(s, nil)
		}
	}
	return o
}

func (t *traveller) list(schemas []any, lost []string) []any {
	list := make([]any, len(schemas))
	for i, s := range schemas {
		list[i] = t.schema(s, lost)
	}
	return list
}

// isDropped reports whether a property does not travel. The keyword may stand behind a reference, or in the only part of allOf. Both at
// once say nothing.
func (t *traveller) isDropped(v any) bool {
	if !t.library.directions {
		return false
	}
	readOnly, writeOnly := false, false
	for range len(t.library.units) + 1 { // a circle of references ends here
		s, ok := v.(object)
		if !ok {
			break
		}
		readOnly, writeOnly = readOnly || s["readOnly"] == true, writeOnly || s["writeOnly"] == true
		if ref, ok := s["$ref"].(string); ok {
			v = t.follow(ref)
		} else if parts, ok := s["allOf"].([]any); ok && len(parts) == 1 {
			v = parts[0]
		} else {
			break
		}
	}
	return readOnly != writeOnly && (t.way == change.Request && readOnly || t.way == change.Response && writeOnly)
}

// lostNames returns the names of the properties that a schema, and what it applies to the same value, has lost.
func (t *traveller) lostNames(v any, seen map[string]bool) (names []string) {
	s, ok := v.(object)
	if !ok {
		return nil
	}
	properties, _ := s["properties"].(object)
	for name, property := range properties {
		if t.isDropped(property) {
			names = append(names, name)
		}
	}
	if ref, ok := s["$ref"].(string); ok && !seen[ref] {
		seen[ref] = true
		names = append(names, t.lostNames(t.follow(ref), seen)...)
	}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		parts, _ := s[keyword].([]any)
		for _, part := range parts {
			names = append(names, t.lostNames(part, seen)...)
		}
	}
	return names
}

// follow returns the schema that a reference leads to, nil if there is none.
func (t *traveller) follow(ref string) any {
	u, way, err := t.library.unitOf(ref)
	if err == nil {
		var tree any
		if tree, err = t.library.tree(u); err == nil {
			return descend(tree, way)
		}
	}
	t.err = err
	return nil
}

// descend follows a JSON pointer, in the form of a URI fragment, through a schema.
func descend(v any, fragment string) any {
	for _, token := range strings.Split(strings.TrimPrefix(fragment, "/"), "/") {
		if fragment == "" {
			break
		}
		switch held := v.(type) {
		case object:
			v = held[unescapeFragment(token)]
		case []any:
			i := slices.IndexFunc(indexes(len(held)), func(index string) bool { return index == token })
			if i < 0 {
				return nil
			}
			v = held[i]
		default:
			return nil
		}
	}
	return v
}
