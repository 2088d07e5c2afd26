package main

// subschemas replaces each schema directly below a schema by what f returns for it. Values of enum, const, default and unknown
// keywords are no schemas: what looks like a reference there is data.
func subschemas(s object, f func(any) any) {
	for keyword, value := range s {
		switch v := value.(type) {
		case []any:
			if inList(keyword) {
				for i := range v {
					v[i] = f(v[i])
				}
			}
		case object:
			switch {
			case inMap(keyword):
				for name := range v {
					if _, names := v[name].([]any); !names { // dependencies may list names
						v[name] = f(v[name])
					}
				}
			case inSchema(keyword):
				s[keyword] = f(v)
			}
		case bool:
			if inSchema(keyword) {
				s[keyword] = f(v)
			}
		}
	}
}

// inSchema reports whether the value of a keyword is a schema.
func inSchema(keyword string) bool {
	switch keyword {
	case "additionalItems", "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then",
		"unevaluatedItems", "unevaluatedProperties":
		return true
	}
	return false
}

// inList reports whether the value of a keyword is an array of schemas, if it is an array.
func inList(keyword string) bool {
	switch keyword {
	case "allOf", "anyOf", "items", "oneOf", "prefixItems":
		return true
	}
	return false
}

// inMap reports whether the value of a keyword is an object of schemas.
func inMap(keyword string) bool {
	switch keyword {
	case "$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties":
		return true
	}
	return false
}
