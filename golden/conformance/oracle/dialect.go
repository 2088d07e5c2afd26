package oracle

import "encoding/json"

// To2020 says in JSON Schema 2020-12 what components of OpenAPI 3.0 say. The components are not changed.
// OAS 3.0.4, Schema Object: nullable, the boolean exclusiveMinimum and exclusiveMaximum, and references without siblings. There,
// nullable has no effect without type; beside allOf, anyOf and oneOf it is taken as people mean it, as oas2go does.
func To2020(components object) object {
	return translated(components, false).(object)
}

// translated translates a value. In the value of properties, names are no keywords; in enum and default nothing is a schema.
func translated(v any, schema bool) any {
	switch v := v.(type) {
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = translated(v[i], schema)
		}
		return list
	case object:
		if schema {
			return translatedSchema(v)
		}
		o := object{}
		for name, sub := range v {
			o[name] = translated(sub, true)
		}
		return o
	}
	return v
}

func translatedSchema(s object) object {
	if ref, ok := s["$ref"]; ok {
		return object{"$ref": ref}
	}
	o := object{}
	for keyword, value := range s {
		switch keyword {
		case "properties":
			o[keyword] = translated(value, false)
		case "enum", "default", "discriminator":
			o[keyword] = value
		case "nullable":
		default:
			o[keyword] = translated(value, true)
		}
	}
	if s["nullable"] == true {
		addNull(o)
	}
	for limit, exclusive := range map[string]string{"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"} {
		delete(o, exclusive)
		if n, ok := s[limit].(json.Number); ok && s[exclusive] == true {
			delete(o, limit)
			o[exclusive] = n
		}
	}
	return o
}

// addNull lets null in, beside the type or beside the alternatives.
func addNull(o object) {
	if name, ok := o["type"].(string); ok {
		o["type"] = []any{name, "null"}
		return
	}
	null := object{"type": "null"}
	list, isList := o["anyOf"].([]any)
	switch {
	case o["allOf"] != nil || o["oneOf"] != nil:
		inner := object{}
		for _, keyword := range []string{"allOf", "anyOf", "oneOf", "not"} {
			if value, ok := o[keyword]; ok {
				inner[keyword] = value
				delete(o, keyword)
			}
		}
		o["anyOf"] = []any{inner, null}
	case isList:
		o["anyOf"] = append(list, null)
	}
}
