package random

// fitObject makes an object with most of the properties.
func (f *fitter) fitObject(s object, depth int) any {
	o := object{}
	properties, _ := s["properties"].(object)
	required := map[string]bool{}
	list, _ := s["required"].([]any)
	for _, name := range list {
		name := name.(string)
		required[name] = true
		if _, ok := properties[name]; !ok && !f.one(8) {
			o[name] = f.other(s, depth)
		}
	}
	for _, name := range sortedKeys(properties) {
		if required[name] && !f.one(16) || !required[name] && depth > 0 && f.one(2) {
			o[name] = f.fit(properties[name], depth-1)
		}
	}
	if n := f.IntN(4); n < 2 && (len(properties) == 0 || f.one(2)) {
		for range n + 1 {
			o[f.otherName(s)] = f.other(s, depth)
		}
	}
	return o
}

// otherName makes a name for a member that no property describes.
func (f *fitter) otherName(s object) string {
	patterns, _ := s["patternProperties"].(object)
	for _, source := range sortedKeys(patterns) {
		if f.one(2) {
			return f.fitText(object{"pattern": source})
		}
	}
	if names, ok := s["propertyNames"].(object); ok && f.one(2) {
		if text, ok := f.fit(names, 1).(string); ok {
			return text
		}
	}
	return f.name()
}

// other makes a value for such a member.
func (f *fitter) other(s object, depth int) any {
	for _, keyword := range []string{"additionalProperties", "unevaluatedProperties"} {
		if schema, ok := s[keyword].(object); ok && !f.one(4) {
			return f.fit(schema, depth-1)
		}
	}
	patterns, _ := s["patternProperties"].(object)
	for _, source := range sortedKeys(patterns) {
		if f.one(2) {
			return f.fit(patterns[source], depth-1)
		}
	}
	return f.anyValue(1)
}
