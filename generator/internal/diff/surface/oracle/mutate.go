package oracle

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// Mutate changes a few things of a document, given as what encoding/json makes of it, and returns what it did.
func Mutate(doc map[string]any, random *rand.Rand) (done []string) {
	m := mutator{random: random, doc: doc}
	m.gather(doc, "")
	for range 1 + random.IntN(4) {
		if len(m.places) > 0 {
			p := m.places[random.IntN(len(m.places))]
			done = append(done, p.what+" at "+p.path)
			p.change()
		}
	}
	return done
}

type mutator struct {
	random *rand.Rand
	doc    map[string]any
	places []mutation
}

// A mutation is something that can be done at a place.
type mutation struct {
	what, path string
	change     func()
}

func (m *mutator) add(what, path string, change func()) {
	m.places = append(m.places, mutation{what, path, change})
}

// gather finds what can be done in a node and below it.
func (m *mutator) gather(node any, path string) {
	switch node := node.(type) {
	case map[string]any:
		m.object(node, path)
		for _, name := range slices.Sorted(maps.Keys(node)) {
			if name != "examples" && name != "example" && name != "default" {
				m.gather(node[name], path+"/"+name)
			}
		}
	case []any:
		for _, item := range node {
			m.gather(item, path+"/-")
		}
	}
}

func (m *mutator) object(node map[string]any, path string) {
	last := path[strings.LastIndex(path, "/")+1:]
	switch last {
	case "properties", "paths", "schemas", "headers", "responses", "securitySchemes", "content":
		for _, name := range slices.Sorted(maps.Keys(node)) {
			m.add("remove "+name, path, func() { delete(node, name) })
			if last == "properties" {
				m.add("rename "+name, path, func() { move(node, name, name+"_other") })
			}
		}
	}
	if last == "properties" {
		m.add("add a member", path, func() { node["brand_new"] = m.schema() })
	}
	if last == "schemas" {
		for _, name := range slices.Sorted(maps.Keys(node)) {
			m.add("rename schema "+name, path, func() { m.renameSchema(node, name) })
		}
	}
	m.schemaKeywords(node, path)
	m.operation(node, path)
}

func move(node map[string]any, from, to string) {
	if v, ok := node[from]; ok {
		delete(node, from)
		node[to] = v
	}
}

func (m *mutator) renameSchema(schemas map[string]any, name string) {
	move(schemas, name, "Other"+name)
	from, to := "#/components/schemas/"+name, "#/components/schemas/Other"+name
	replaceRefs(m.doc, func(ref string) string {
		if ref == from || strings.HasPrefix(ref, from+"/") {
			return to + ref[len(from):]
		}
		return ref
	})
}

func replaceRefs(node any, replace func(string) string) {
	switch node := node.(type) {
	case map[string]any:
		for name, v := range node {
			if ref, ok := v.(string); ok && name == "$ref" {
				node[name] = replace(ref)
			}
			replaceRefs(v, replace)
		}
	case []any:
		for _, v := range node {
			replaceRefs(v, replace)
		}
	}
}

// schemaKeywords changes what stands in a schema.
func (m *mutator) schemaKeywords(node map[string]any, path string) {
	if t, ok := node["type"].(string); ok && !strings.Contains(path, "securitySchemes") {
		m.add("another type", path, func() { node["type"] = m.other(t, "string", "integer", "boolean", "number") })
		m.add("null", path, func() { node["type"] = []any{t, "null"} })
		m.add("another format", path, func() { node["format"] = m.other("", "int32", "int64", "date", "date-time", "uuid", "byte") })
		m.add("an enum", path, func() { node["enum"] = []any{"one", "two"} })
		m.add("a default", path, func() { node["default"] = "one" })
		if t == "object" {
			m.add("closed", path, func() { node["additionalProperties"] = false })
			m.add("a map", path, func() { node["additionalProperties"] = map[string]any{"type": "string"} })
		}
	}
	for _, name := range []string{"enum", "oneOf", "anyOf", "allOf", "prefixItems", "required", "parameters", "tags"} {
		list, ok := node[name].([]any)
		if !ok || len(list) == 0 {
			continue
		}
		i := m.random.IntN(len(list))
		m.add("one less of "+name, path, func() { node[name] = slices.Delete(slices.Clone(list), i, i+1) })
		if name == "enum" {
			m.add("one more of "+name, path, func() { node[name] = append(slices.Clone(list), "brand new") })
		} else if strings.HasSuffix(name, "Of") {
			m.add("one more of "+name, path, func() { node[name] = append(slices.Clone(list), m.schema()) })
		}
	}
	if properties, ok := node["properties"].(map[string]any); ok {
		for _, name := range slices.Sorted(maps.Keys(properties)) {
			m.add("require "+name, path, func() {
				list, _ := node["required"].([]any)
				node["required"] = append(slices.Clone(list), name)
			})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(node)) {
		if strings.HasPrefix(name, "$ref") {
			m.add("in place of a reference", path, func() { delete(node, name); maps.Copy(node, m.schema()) })
		}
	}
}

// operation changes what stands in an operation or a parameter.
func (m *mutator) operation(node map[string]any, path string) {
	if id, ok := node["operationId"].(string); ok {
		m.add("rename operation", path, func() { node["operationId"] = id + "Again" })
		m.add("without id", path, func() { delete(node, "operationId") })
		m.add("without body", path, func() { delete(node, "requestBody") })
	}
	if _, ok := node["in"].(string); ok && node["name"] != nil {
		m.add("required", path, func() { node["required"] = node["required"] != true || node["in"] == "path" })
	}
	if url, ok := node["url"].(string); ok {
		m.add("another server", path, func() { node["url"] = url + "/v9" })
	}
}

func (m *mutator) other(than string, list ...string) string {
	return cmp.Or(list[m.random.IntN(len(list))], than)
}

// schema returns a new schema.
func (m *mutator) schema() map[string]any {
	switch m.random.IntN(6) {
	case 0:
		return map[string]any{"type": "string", "enum": []any{"red", "green"}}
	case 1:
		return map[string]any{"type": "array", "items": map[string]any{"type": "integer"}}
	case 2:
		return map[string]any{"type": "object", "properties": map[string]any{"inner": map[string]any{"type": "string"}}}
	case 3:
		if schemas, _ := at(m.doc, "components", "schemas").(map[string]any); len(schemas) > 0 {
			names := slices.Sorted(maps.Keys(schemas))
			return map[string]any{"$ref": "#/components/schemas/" + names[m.random.IntN(len(names))]}
		}
	case 4:
		return map[string]any{"type": "number"}
	}
	return map[string]any{"type": "string"}
}

func at(node any, names ...string) any {
	for _, name := range names {
		object, _ := node.(map[string]any)
		node = object[name]
	}
	return node
}
