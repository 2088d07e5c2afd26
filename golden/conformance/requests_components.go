package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/golden/conformance/random"
)

// components are the schemas of a document, and which of them extend which.
type components struct {
	all   map[string]any
	heirs map[string][]string
}

func newComponents(all map[string]any) components {
	c := components{all, map[string][]string{}}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		schema, _ := all[name].(map[string]any)
		parts, _ := schema["allOf"].([]any)
		for _, part := range parts {
			if base, ok := part.(map[string]any)["$ref"].(string); ok {
				base = strings.TrimPrefix(base, random.RefPrefix)
				c.heirs[base] = append(c.heirs[base], name)
			}
		}
	}
	return c
}

// neededBy returns the components that a schema refers to, and their heirs, which discriminators may lead to.
func (c components) neededBy(v any) map[string]any {
	needed := map[string]any{}
	var walk func(v any)
	use := func(name string) {
		if schema, ok := c.all[name]; ok && needed[name] == nil {
			needed[name] = schema
			walk(schema)
		}
	}
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, child := range v {
				walk(child)
			}
		case []any:
			for _, child := range v {
				walk(child)
			}
		case string: // of a reference or a mapping; that others are names of components too does no harm
			name := strings.TrimPrefix(v, random.RefPrefix)
			use(name)
			for _, heir := range c.heirs[name] {
				use(heir)
			}
		}
	}
	walk(v)
	return needed
}

// directed leaves out the members that are only received, or only sent.
func directed(all map[string]any, sent bool) map[string]any {
	d := direction{all, "writeOnly"}
	if sent {
		d.drop = "readOnly"
	}
	return d.value(all).(map[string]any)
}

type direction struct {
	all  map[string]any
	drop string
}

func (d direction) value(v any) any {
	switch v := v.(type) {
	case map[string]any:
		c := map[string]any{}
		for name, inner := range v {
			c[name] = d.value(inner)
		}
		properties, _ := c["properties"].(map[string]any)
		required, isList := c["required"].([]any)
		isDropped := func(name string) bool { return d.marked(properties[name], 0) }
		if isList && properties != nil {
			c["required"] = slices.DeleteFunc(slices.Clone(required), func(name any) bool { text, ok := name.(string); return ok && isDropped(text) })
		}
		maps.DeleteFunc(properties, func(name string, _ any) bool { return isDropped(name) })
		return c
	case []any:
		c := make([]any, len(v))
		for i := range v {
			c[i] = d.value(v[i])
		}
		return c
	}
	return v
}

// marked reports whether a schema, or what it refers to, is for the other direction only.
func (d direction) marked(v any, depth int) bool {
	s, ok := v.(map[string]any)
	if !ok || depth > 5 {
		return false
	}
	if ref, ok := s["$ref"].(string); ok && d.marked(d.all[strings.TrimPrefix(ref, random.RefPrefix)], depth+1) {
		return true
	}
	parts, _ := s["allOf"].([]any)
	return s[d.drop] == true || slices.ContainsFunc(parts, func(part any) bool { return d.marked(part, depth+1) })
}
