package oracle

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/oas2go/oas2go/generator/decide"
)

// To2020 says in JSON Schema 2020-12 what components of OpenAPI 3.0 say. The components are not changed.
// OAS 3.0.4, Schema Object: nullable, the boolean exclusiveMinimum and exclusiveMaximum, and references without siblings. By the letter,
// nullable has no effect without type, nor beside allOf, anyOf and oneOf; it is taken as people mean it.
func To2020(components object) object {
	return translator{is30: true}.value(components, false).(object)
}

// Meant says in plain JSON Schema 2020-12 what components of OpenAPI 3.1 and later mean: nullable, enums of other types than the type,
// and "type: null" beside a composition.
func Meant(components object) object { return translator{}.value(components, false).(object) }

// Decided says in plain JSON Schema 2020-12 what discriminators mean, of components that have no other keyword of OpenAPI.
func Decided(components object) object { return decide.Components(components) }

type translator struct{ is30 bool }

// value translates a value. In the value of properties, names are no keywords; in enum and default nothing is a schema.
func (t translator) value(v any, schema bool) any {
	switch v := v.(type) {
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = t.value(v[i], schema)
		}
		return list
	case object:
		if schema {
			return t.schema(v)
		}
		o := object{}
		for name, sub := range v {
			o[name] = t.value(sub, true)
		}
		return o
	}
	return v
}

func (t translator) schema(s object) object {
	if ref, ok := s["$ref"]; ok && t.is30 {
		return object{"$ref": ref}
	}
	o := object{}
	for keyword, value := range s {
		switch keyword {
		case "properties", "patternProperties", "dependentSchemas", "$defs":
			o[keyword] = t.value(value, false)
		case "enum", "const", "default", "example", "examples", "discriminator", "required", "dependentRequired":
			o[keyword] = value
		case "nullable":
		default:
			o[keyword] = t.value(value, true)
		}
	}
	withoutNullType(o)
	retype(o)
	if s["nullable"] == true || t.is30 && s["x-nullable"] == true {
		addNull(o)
	}
	if t.is30 {
		exclusives(s, o)
	}
	return o
}

// exclusives gives the boolean limits of OpenAPI 3.0 their meaning.
func exclusives(s, o object) {
	for limit, exclusive := range map[string]string{"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"} {
		delete(o, exclusive)
		if n, ok := s[limit].(json.Number); ok && s[exclusive] == true {
			delete(o, limit)
			o[exclusive] = n
		}
	}
}

// withoutNullType drops "type: null" without quotes beside a composition, where people forget what YAML makes of it.
func withoutNullType(o object) {
	if v, ok := o["type"]; ok && v == nil {
		if o["type"] = "null"; o["anyOf"] != nil || o["oneOf"] != nil || o["allOf"] != nil {
			delete(o, "type")
		}
	}
}

// retype gives values of enum and const the type that stands beside them, if they are of another one and their text allows it.
func retype(o object) {
	types, ok := o["type"].([]any)
	if name, isOne := o["type"].(string); isOne {
		types, ok = []any{name}, true
	}
	if !ok {
		return
	}
	if v, ok := o["const"]; ok {
		o["const"] = retyped(v, types)
	}
	if list, ok := o["enum"].([]any); ok {
		values := make([]any, len(list))
		for i := range list {
			values[i] = retyped(list[i], types)
		}
		o["enum"] = values
	}
}

func retyped(v any, types []any) any {
	text, quoted := v.(string)
	if !quoted {
		switch v.(type) {
		case bool, json.Number:
			text = fmt.Sprint(v)
		default:
			return v
		}
	}
	fits := func(v any, name string) bool {
		switch v := v.(type) {
		case bool:
			return name == "boolean"
		case json.Number:
			return name == "number" || name == "integer" && !(quoted && strings.ContainsAny(v.String(), ".eE"))
		case string:
			return name == "string"
		}
		return false
	}
	readings := []any{v}
	if quoted {
		if other, err := jsonschema.UnmarshalJSON(strings.NewReader(text)); err == nil {
			readings = append(readings, other)
		}
	} else {
		readings = append(readings, text)
	}
	for _, reading := range readings {
		for _, name := range types {
			if fits(reading, name.(string)) {
				return reading
			}
		}
	}
	return v
}

// addNull lets null in, beside the type and beside the alternatives.
func addNull(o object) {
	composed := o["allOf"] != nil || o["oneOf"] != nil || o["anyOf"] != nil
	if list, ok := o["enum"].([]any); ok && !composed && !slices.Contains(list, nil) { // forgotten
		o["enum"] = append(slices.Clone(list), nil)
	}
	switch types := o["type"].(type) {
	case string:
		o["type"] = []any{types, "null"}
	case []any:
		if !slices.Contains(types, any("null")) {
			o["type"] = append(slices.Clone(types), "null")
		}
	}
	null := object{"type": "null"}
	list, isList := o["anyOf"].([]any)
	switch {
	case o["allOf"] != nil || o["oneOf"] != nil:
		inner := object{}
		for _, keyword := range []string{"allOf", "anyOf", "oneOf", "not", "discriminator"} {
			if value, ok := o[keyword]; ok {
				inner[keyword] = value
				delete(o, keyword)
			}
		}
		o["anyOf"] = []any{inner, null}
	case isList:
		o["anyOf"] = append(slices.Clone(list), null)
	}
}
