package decide

import (
	"maps"
	"slices"
	"strings"
)

// wholes says in JSON Schema what allOf of parts that are closed against each other means: the whole is closed, and no part.
func wholes(components object) object {
	w := &wholeReader{components: components, made: object{}}
	for _, name := range slices.Sorted(maps.Keys(components)) {
		w.made[name] = w.value(components[name])
	}
	return w.made
}

type wholeReader struct{ components, made object }

// value makes a schema where it is none of the parts of a whole.
func (w *wholeReader) value(v any) any {
	s, ok := v.(object)
	if !ok {
		return v
	}
	if !w.isWhole(s) {
		return below(s, w.value)
	}
	o := w.opened(s)
	if _, has := o["unevaluatedProperties"]; !has {
		o["unevaluatedProperties"] = false
	}
	return o
}

// opened makes a part of a whole.
func (w *wholeReader) opened(s object) object {
	o := below(s, w.value)
	if isClosed(s) || allowsAny(s) {
		delete(o, "additionalProperties")
	}
	if name := w.target(s); name != "" {
		made := name + "..opened"
		if _, known := w.made[made]; !known {
			w.made[made] = nil
			if target, is := w.components[name].(object); is {
				w.made[made] = w.opened(target)
			} else {
				w.made[made] = w.components[name]
			}
		}
		o["$ref"] = prefix + made
	}
	if parts, is := s["allOf"].([]any); is {
		list := make([]any, len(parts))
		for i, part := range parts {
			if list[i] = part; isObject(part) {
				list[i] = w.opened(part.(object))
			}
		}
		o["allOf"] = list
	}
	return o
}

func isObject(v any) bool {
	_, is := v.(object)
	return is
}

// target is the component that a reference leads to, "" if there is none.
func (w *wholeReader) target(s object) string {
	ref, _ := s["$ref"].(string)
	name, is := strings.CutPrefix(ref, prefix)
	if !is || w.components[name] == nil {
		return ""
	}
	return name
}

func (w *wholeReader) isWhole(s object) bool {
	branches := 0
	for _, keyword := range []string{"properties", "required", "additionalProperties", "patternProperties", "propertyNames", "minProperties", "maxProperties",
		"unevaluatedProperties", "dependentRequired", "dependentSchemas"} {
		if _, has := s[keyword]; has {
			branches = 1
		}
	}
	if s["$ref"] != nil {
		branches++
	}
	parts, _ := s["allOf"].([]any)
	if branches += len(parts); branches < 2 {
		return false
	}
	var members []Members
	isBase := false
	seen := map[string]bool{}
	var visit func(v any)
	visit = func(v any) {
		part, is := v.(object)
		if !is {
			return
		}
		isBase = isBase || part["discriminator"] != nil && part["oneOf"] == nil && part["anyOf"] == nil
		members = append(members, membersOf(part))
		if name := w.target(part); name != "" && !seen[name] {
			seen[name] = true
			visit(w.components[name])
		}
		list, _ := part["allOf"].([]any)
		for _, part := range list {
			visit(part)
		}
	}
	visit(s)
	_, _, is := ClosesWhole(members)
	return is && !isBase
}

func membersOf(s object) (m Members) {
	properties, _ := s["properties"].(object)
	m.Names = slices.Sorted(maps.Keys(properties))
	required, _ := s["required"].([]any)
	for _, name := range required {
		if text, is := name.(string); is {
			m.Required = append(m.Required, text)
		}
	}
	m.Closed = isClosed(s)
	m.Others = s["additionalProperties"] != nil && s["additionalProperties"] != false && !allowsAny(s)
	return m
}

// allowsAny reports whether a schema says that other members may be anything.
func allowsAny(s object) bool {
	empty, is := s["additionalProperties"].(object)
	return s["additionalProperties"] == true || is && len(empty) == 0
}

func isClosed(s object) bool {
	patterns, _ := s["patternProperties"].(object)
	return s["additionalProperties"] == false && len(patterns) == 0
}

// below copies a schema, with others in the places of those that stand inside of it.
func below(s object, f func(any) any) object {
	o := object{}
	for keyword, value := range s {
		o[keyword] = value
		switch keyword {
		case "properties", "patternProperties", "dependentSchemas", "$defs":
			if named, is := value.(object); is {
				made := object{}
				for name, v := range named {
					made[name] = f(v)
				}
				o[keyword] = made
			}
		case "allOf", "anyOf", "oneOf", "prefixItems":
			if list, is := value.([]any); is {
				made := make([]any, len(list))
				for i, v := range list {
					made[i] = f(v)
				}
				o[keyword] = made
			}
		case "items", "additionalProperties", "propertyNames", "unevaluatedProperties", "contains", "unevaluatedItems", "not", "if", "then", "else":
			o[keyword] = f(value)
		}
	}
	return o
}
