package random

import (
	"encoding/json"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

// A fitter makes values that nearly fit schemas: it follows each keyword by itself.
type fitter struct {
	maker
	set   *Set
	hints []any // the scalars of the schemas: constants, limits, names
}

// Values makes n values for a set.
func Values(random *rand.Rand, set *Set, n int) []string {
	f := &fitter{maker: maker{Rand: random}, set: set}
	for _, name := range sortedKeys(set.Components) {
		f.collect(set.Components[name])
	}
	list := make([]string, n)
	for i := range list {
		v := f.fit(object{"$ref": RefPrefix + Root}, 6)
		if i%8 == 7 {
			v = f.anyValue(2)
		}
		for range max(0, f.IntN(5)-2) {
			v = f.mutate(v)
		}
		list[i] = string(jsontext.MustEncode(v))
	}
	return list
}

// collect notes the scalars below a schema.
func (f *fitter) collect(v any) {
	switch v := v.(type) {
	case object:
		for _, name := range sortedKeys(v) {
			f.hints = append(f.hints, name)
			f.collect(v[name])
		}
	case []any:
		for _, item := range v {
			f.collect(item)
		}
	case string:
		if !strings.HasPrefix(v, RefPrefix) {
			f.hints = append(f.hints, v)
		}
	default:
		f.hints = append(f.hints, v)
	}
}

// fit makes a value for a schema.
func (f *fitter) fit(schema any, depth int) any {
	s, ok := schema.(object)
	if !ok || depth < 0 {
		return f.anyValue(0)
	}
	if list, ok := s["enum"].([]any); ok && !f.one(10) {
		return pick(f.Rand, list...)
	}
	if value, ok := s["const"]; ok && !f.one(10) {
		return value
	}
	var parts []any // values of subschemas that judge the same value
	if ref, ok := s["$ref"].(string); ok {
		parts = append(parts, f.fit(f.set.target(ref), depth-1))
	}
	var chosen any
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		list, _ := s[keyword].([]any)
		if keyword != "allOf" && len(list) > 0 {
			i := f.IntN(len(list))
			list = list[i : i+1]
			chosen = list[0]
		}
		for _, branch := range list {
			parts = append(parts, f.fit(branch, depth-1))
		}
	}
	for _, keyword := range []string{"if", "then", "else"} {
		if branch, ok := s[keyword]; ok && f.one(2) {
			parts = append(parts, f.fit(branch, depth-1))
		}
	}
	if null, _ := s["nullable"].(bool); null && f.one(4) {
		return nil
	}
	if name := f.typeOf(s); name != "" {
		parts = append(parts, f.typed(name, s, depth))
	}
	return f.tag(s, chosen, f.join(parts), depth)
}

// typeOf picks a type that a schema allows, or one that its keywords are about.
func (f *fitter) typeOf(s object) string {
	switch t := s["type"].(type) {
	case string:
		return t
	case []any:
		return pick(f.Rand, t...).(string)
	}
	var about []string
	for _, keyword := range sortedKeys(s) {
		switch keyword {
		case "properties", "required", "additionalProperties", "patternProperties", "minProperties", "maxProperties", "propertyNames",
			"dependentRequired", "dependentSchemas", "unevaluatedProperties":
			about = append(about, "object")
		case "items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems":
			about = append(about, "array")
		case "minLength", "maxLength", "pattern":
			about = append(about, "string")
		case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf":
			about = append(about, "number")
		}
	}
	if len(about) == 0 {
		return ""
	}
	return pick(f.Rand, about...)
}

// join makes one value of those that several schemas ask for: objects become one, else any of them.
func (f *fitter) join(parts []any) any {
	if len(parts) == 0 {
		return f.anyValue(1)
	}
	merged := object{}
	for _, part := range parts {
		o, ok := part.(object)
		if !ok {
			return pick(f.Rand, parts...)
		}
		for name, v := range o {
			if _, there := merged[name]; !there || v == nil {
				merged[name] = v
			}
		}
	}
	return merged
}

func (f *fitter) typed(name string, s object, depth int) any {
	switch name {
	case "null":
		return nil
	case "boolean":
		return f.one(2)
	case "string":
		return f.fitText(s)
	case "integer", "number":
		return f.fitNumber(s, name == "integer")
	case "array":
		return f.fitArray(s, depth)
	default:
		return f.fitObject(s, depth)
	}
}

// fitText makes a text of a length at the limits, or one for the pattern.
func (f *fitter) fitText(s object) string {
	if source, ok := s["pattern"].(string); ok && !f.one(4) {
		re, err := regexp.Compile(source) // it may look around, as in real documents
		for range 20 {
			if text := f.hintText(); err == nil && re.MatchString(text) {
				return text
			}
		}
	}
	for _, keyword := range []string{"minLength", "maxLength"} {
		if n := int(f.limitOf(s, keyword)); s[keyword] != nil && f.one(2) {
			return strings.Repeat(pick(f.Rand, "a", "ä", "😀", "A", "b"), min(max(0, n-f.IntN(2)+f.IntN(2)), 10000))
		}
	}
	return f.hintText()
}

func (f *fitter) hintText() string {
	if len(f.hints) > 0 && f.one(3) {
		if text, ok := pick(f.Rand, f.hints...).(string); ok {
			return text
		}
	}
	return f.text()
}

// limitOf returns the number of a keyword.
func (f *fitter) limitOf(s object, keyword string) float64 {
	n, _ := s[keyword].(json.Number)
	limit, _ := n.Float64()
	return limit
}

// fitNumber makes a number at a limit or a multiple.
func (f *fitter) fitNumber(s object, integer bool) json.Number {
	var at []float64
	for _, keyword := range []string{"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"} {
		if s[keyword] != nil {
			at = append(at, f.limitOf(s, keyword))
		}
	}
	if factor := f.limitOf(s, "multipleOf"); factor != 0 {
		at = append(at, factor*float64(f.IntN(20)-5))
	}
	if len(at) == 0 || f.one(4) {
		if integer {
			return json.Number(pick(f.Rand, "0", "1", "-1", "2", "3", "5", "7", "1.0", "1e2", "10", "-3", "30"))
		}
		return f.number()
	}
	step := pick(f.Rand, 0, 0, 0, 1, -1, 0.5, -0.25)
	if integer && !f.one(8) {
		step = float64(int(step))
	}
	return json.Number(strconv.FormatFloat(pick(f.Rand, at...)+step, 'f', -1, 64))
}

func (f *fitter) fitArray(s object, depth int) any {
	prefix, _ := s["prefixItems"].([]any)
	n := f.IntN(3)
	switch {
	case s["minItems"] != nil && f.one(2):
		n = int(f.limitOf(s, "minItems"))
	case s["maxItems"] != nil && f.one(2):
		n = int(f.limitOf(s, "maxItems")) + f.IntN(2)
	case len(prefix) > 0:
		n = len(prefix) - 1 + f.IntN(3)
	}
	list := []any{}
	for i := range max(0, n) {
		switch contains, ok := s["contains"]; {
		case ok && f.one(2):
			list = append(list, f.fit(contains, depth-1))
		case i < len(prefix):
			list = append(list, f.fit(prefix[i], depth-1))
		case s["items"] != nil && s["items"] != false:
			list = append(list, f.fit(s["items"], depth-1))
		default:
			list = append(list, f.anyValue(1))
		}
	}
	if len(list) > 1 && f.one(6) {
		list[len(list)-1] = list[0]
	}
	return list
}
