package main

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// A translation puts a schema of draft 4 or 7 as OpenAPI 3.0 can say it: OAS 3.0.4, Schema Object.
type translation struct {
	name        string            // of the component
	definitions map[string]string // the components of its definitions, by name
	components  object
	library     library
	base        *url.URL // of the remote that is translated, nil for the document
	remotes     []remote
	outOfReach  string
}

// translate30 puts a schema and what it refers to, or says why 3.0 has no words for it.
func translate30(schema any, name string, others library) *translation {
	t := &translation{name: name, definitions: map[string]string{}, components: object{}, library: others}
	s, _ := schema.(object)
	definitions, _ := s["definitions"].(object)
	names := slices.Sorted(maps.Keys(definitions))
	for i, n := range names { // 3.0 has no definitions in schemas; components are the same
		t.definitions[n] = name + "Definition" + strconv.Itoa(i+1)
	}
	delete(s, "definitions")
	for _, n := range names {
		t.components[t.definitions[n]] = t.schema(definitions[n])
	}
	t.components[name] = t.schema(schema)
	return t
}

// no notes the first thing that 3.0 cannot say.
func (t *translation) no(format string, args ...any) {
	if t.outOfReach == "" {
		t.outOfReach = fmt.Sprintf("OpenAPI 3.0 has no "+format, args...)
	}
}

func (t *translation) schema(schema any) any {
	s, ok := schema.(object)
	if !ok {
		if schema == false {
			return object{"not": object{}}
		}
		return object{}
	}
	if ref, ok := s["$ref"].(string); ok { // what stands beside it has no effect in these dialects, as in 3.0
		s["$ref"] = t.ref(ref)
		if s["$id"] != nil || s["id"] != nil {
			t.no("$id")
		}
		return s
	}
	delete(s, "$schema")
	delete(s, "$comment")
	for _, keyword := range slices.Sorted(maps.Keys(s)) {
		t.keyword(s, keyword)
	}
	subschemas(s, t.schema)
	return s
}

// keyword checks and translates one keyword.
func (t *translation) keyword(s object, keyword string) {
	switch keyword {
	case "allOf", "anyOf", "default", "description", "format", "maxItems", "maxLength", "maxProperties", "maximum", "minItems", "minLength",
		"minProperties", "minimum", "multipleOf", "not", "oneOf", "pattern", "properties", "required", "title", "uniqueItems":
	case "additionalProperties":
		if s[keyword] == true {
			delete(s, keyword) // the default
		}
	case "enum":
		t.enum(s)
	case "const":
		if s["enum"] != nil {
			t.no("const beside enum")
		}
		s["enum"] = []any{s["const"]}
		delete(s, "const")
		t.enum(s)
	case "type":
		t.types(s)
	case "exclusiveMinimum":
		t.exclusive(s, keyword, "minimum")
	case "exclusiveMaximum":
		t.exclusive(s, keyword, "maximum")
	case "items":
		if _, tuple := s[keyword].([]any); tuple {
			t.no("array as items")
		}
	default:
		t.no("%s", keyword)
	}
}

// types translates what 3.0 has no type for: null beside one type is nullable, null alone an enumeration, and of several types each is
// an alternative. An array must have items.
func (t *translation) types(s object) {
	list, isList := s["type"].([]any)
	if !isList {
		list = []any{s["type"]}
	}
	names := slices.DeleteFunc(slices.Clone(list), func(name any) bool { return name == "null" })
	switch null := len(names) < len(list); {
	case len(names) == 1:
		s["type"] = names[0]
		if null {
			s["nullable"] = true
		}
		if s["type"] == "array" && s["items"] == nil {
			s["items"] = object{}
		}
	case len(names) == 0 && s["enum"] == nil:
		delete(s, "type")
		s["enum"] = []any{nil}
	case len(names) == 0:
		t.no("type null beside enum")
	default:
		var each []any
		for _, name := range list {
			each = append(each, object{"type": name})
		}
		t.alternatives(s, each)
	}
}

// alternatives puts schemas in the place of type. They are translated as subschemas.
func (t *translation) alternatives(s object, list []any) {
	if s["anyOf"] != nil {
		t.no("type %v beside anyOf", s["type"])
		return
	}
	delete(s, "type")
	s["anyOf"] = list
}

// enum refuses the empty enumeration, which 3.0 forbids.
func (t *translation) enum(s object) {
	if list, _ := s["enum"].([]any); len(list) == 0 {
		t.no("empty enum")
	}
}

// exclusive translates the limit of draft 7 to the switch beside a limit of draft 4 and 3.0.
func (t *translation) exclusive(s object, keyword, limit string) {
	if _, isSwitch := s[keyword].(bool); isSwitch {
		return
	}
	if s[limit] != nil {
		t.no("%s beside %s", keyword, limit)
		return
	}
	s[limit], s[keyword] = s[keyword], true
}

// ref returns where a reference goes in the OpenAPI document.
func (t *translation) ref(ref string) string {
	const components = "#/components/schemas/"
	pointer, ok := strings.CutPrefix(ref, "#/")
	switch {
	case t.base != nil && (ok || ref == "#"): // a remote keeps its pointers
		return ref
	case ref == "#":
		return components + t.name
	case !ok:
		return t.outside(ref)
	}
	first, rest, _ := strings.Cut(pointer, "/")
	if first != "definitions" {
		return components + t.name + "/" + pointer
	}
	token, rest, deeper := strings.Cut(rest, "/")
	unescaped, err := url.PathUnescape(token)
	name := t.definitions[strings.NewReplacer("~1", "/", "~0", "~").Replace(unescaped)]
	if err != nil || name == "" {
		t.no("definition %s", token)
	}
	if deeper {
		return components + name + "/" + rest
	}
	return components + name
}
