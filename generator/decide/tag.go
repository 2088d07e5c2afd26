package decide

import (
	"encoding/json"
	"math/big"
	"slices"
)

// tagKey is a text that two tags have in common if they are equal as JSON; "" for a value that is no scalar.
func tagKey(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		if v {
			return "true"
		}
		return "false"
	case string:
		return "\"" + v
	case json.Number:
		if len(v) > 40 { // a number of many digits as it is written
			return v.String()
		}
		if n, ok := new(big.Rat).SetString(v.String()); ok {
			return n.RatString()
		}
		return v.String()
	}
	return ""
}

func common(a, b []any) (both []any) {
	for _, v := range a {
		if slices.ContainsFunc(b, func(o any) bool { return tagKey(o) == tagKey(v) }) {
			both = append(both, v)
		}
	}
	return both
}

// tagOf reads a key of a mapping, which is a text, as a value of the type that the schema gives the tag.
func tagOf(text string, s Schema, property string) any {
	types := typesOf(s, property)
	if types == nil {
		values, _ := valuesOf(s, property)
		for _, v := range values {
			switch v.(type) {
			case string:
				return text
			case json.Number:
				types = append(types, "number")
			case bool:
				types = append(types, "boolean")
			}
		}
	}
	if slices.Contains(types, "string") {
		return text
	}
	for _, name := range types {
		switch name {
		case "integer", "number":
			if n, ok := number(text); ok {
				return n
			}
		case "boolean":
			if text == "true" || text == "false" {
				return text == "true"
			}
		}
	}
	return text
}

func number(text string) (json.Number, bool) {
	var v any
	d := json.Unmarshal([]byte(text), &v)
	_, is := v.(float64)
	return json.Number(text), d == nil && is
}
