package main

import (
	"encoding/json"
	"regexp"
	"strconv"
)

// exactNumbers are the integers of a document that float64 rounds, by what they are rounded to. kin-openapi holds numbers so.
type exactNumbers map[float64]json.Number

var longInteger = regexp.MustCompile(`-?\b[1-9][0-9]{15,}\b`)

// newExactNumbers finds the integers in the text of a document. Of two that are rounded to one, the first counts.
func newExactNumbers(document []byte) exactNumbers {
	x := exactNumbers{}
	for _, text := range longInteger.FindAllString(string(document), -1) {
		if f, err := strconv.ParseFloat(text, 64); err == nil && x[f] == "" {
			x[f] = json.Number(text)
		}
	}
	return x
}

// back puts the integers of the document in the place of those that were rounded.
func (x exactNumbers) back(v any) any {
	if len(x) == 0 {
		return v
	}
	switch v := v.(type) {
	case json.Number:
		if f, err := v.Float64(); err == nil && x[f] != "" {
			return x[f]
		}
	case map[string]any:
		c := map[string]any{}
		for name, inner := range v {
			c[name] = x.back(inner)
		}
		return c
	case []any:
		c := make([]any, len(v))
		for i := range v {
			c[i] = x.back(v[i])
		}
		return c
	}
	return v
}
