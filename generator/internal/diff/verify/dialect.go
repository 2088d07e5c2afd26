package verify

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/source"
)

// keywords30 are those of a Schema Object that say what is valid. OAS 3.0.4: Schema Object.
const keywords30 = " $ref type enum format multipleOf minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern" +
	" items minItems maxItems uniqueItems" +
	" properties additionalProperties required minProperties maxProperties allOf anyOf oneOf not readOnly writeOnly "

// not20 are those of them that Swagger 2.0 does not have.
const not20 = " anyOf oneOf not writeOnly "

// keywords2020 are those that JSON Schema 2020-12 has beside them.
const keywords2020 = " $dynamicRef $dynamicAnchor $defs const prefixItems contains minContains maxContains unevaluatedItems" +
	" patternProperties propertyNames unevaluatedProperties dependentRequired dependentSchemas if then else "

// hasKeyword reports whether a dialect has a keyword that says what is valid.
func hasKeyword(d dialect, name string) bool {
	name = " " + name + " "
	switch d {
	case dialect2020:
		return strings.Contains(keywords30+keywords2020, name)
	case dialect20:
		return strings.Contains(keywords30, name) && !strings.Contains(not20, name)
	}
	return strings.Contains(keywords30, name)
}

// finish gives the keywords that depend on others their meaning; o is the schema at n so far. A reference stands alone in OpenAPI 3.0 and
// Swagger 2.0. OAS 3.0.4: Schema Object, Reference Object. By the letter nullable says nothing without type, nor beside compositions, nor
// in later versions; it is taken as people mean it.
func (r *sourceReader) finish(n *source.Node, o object) object {
	finishExclusive(o, "minimum", "exclusiveMinimum")
	finishExclusive(o, "maximum", "exclusiveMaximum")
	finishNullType(o)
	if ref := n.Get("$ref"); r.dialect != dialect2020 && ref != nil && ref.Kind == source.String {
		alone := object{}
		for _, keyword := range []string{"$ref", dangling} {
			if value, ok := o[keyword]; ok {
				alone[keyword] = value
			}
		}
		return alone
	}
	if r.dialect == dialect20 && o["type"] == "file" { // of a response; Swagger 2.0: Response Object, schema
		o["type"], o["format"] = "string", "binary"
	}
	finishEnum(o)
	if isNullable(n) {
		addNull(o)
		if values, ok := o["enum"].([]any); ok && r.library.options.Lenient && !slices.Contains(values, nil) {
			o["enum"] = append(values, nil)
		}
	}
	return o
}

// isNullable reports whether a schema says in one of the ways that tools write that null is allowed.
func isNullable(n *source.Node) bool {
	return slices.ContainsFunc([]string{"nullable", "x-nullable"}, func(name string) bool {
		v := n.Get(name)
		return v != nil && v.Kind == source.Bool && v.Text == "true"
	})
}

// finishExclusive reads the boolean limits of OpenAPI 3.0, which later documents have too.
func finishExclusive(o object, limit, exclusive string) {
	isExclusive, isBool := o[exclusive].(bool)
	if !isBool {
		return
	}
	delete(o, exclusive)
	if n, ok := o[limit].(json.Number); ok && isExclusive {
		delete(o, limit)
		o[exclusive] = n
	}
}

// finishNullType reads "type: null" of YAML as it is meant. Beside a composition nothing but null could be valid: there it is as if absent.
func finishNullType(o object) {
	name, ok := o["type"]
	if ok && name == nil {
		o["type"] = "null"
		if o["anyOf"] != nil || o["oneOf"] != nil || o["allOf"] != nil {
			delete(o, "type")
		}
	}
	if list, ok := name.([]any); ok {
		for i := range list {
			if list[i] == nil {
				list[i] = "null"
			}
		}
	}
}

// finishEnum reads values of enum and const that the type forbids as values of the type: an author left quotes out, or put them.
func finishEnum(o object) {
	types, isList := o["type"].([]any)
	if !isList {
		types = []any{o["type"]}
	}
	if values, ok := o["enum"].([]any); ok {
		for i, v := range values {
			values[i] = ofTypes(v, types)
		}
	}
	if v, ok := o["const"]; ok {
		o["const"] = ofTypes(v, types)
	}
}

// ofTypes returns a scalar as a value of one of some types, if it is none and has a text that reads as one.
func ofTypes(v any, types []any) any {
	has := func(name string) bool { return slices.Contains(types, any(name)) }
	text := ""
	switch v := v.(type) {
	case bool:
		if text = strconv.FormatBool(v); has("boolean") {
			return v
		}
	case json.Number:
		if text = v.String(); has("number") || has("integer") {
			return v
		}
	case string:
		switch number := json.Number(v); {
		case has("string"):
		case has("boolean") && (v == "true" || v == "false"):
			return v == "true"
		case has("number") && isNumber(v), has("integer") && isNumber(v) && !strings.ContainsAny(v, ".eE"):
			return number
		}
		return v
	default:
		return v
	}
	if has("string") {
		return text
	}
	return v
}

// isNumber reports whether a text is a number of JSON.
func isNumber(text string) bool {
	var n json.Number
	return !strings.HasPrefix(text, "\"") && strings.TrimSpace(text) == text && json.Unmarshal([]byte(text), &n) == nil && n != ""
}

// addNull lets null in: beside the type, or beside all that the schema says if it has parts, alternatives or a reference, which may forbid
// null.
func addNull(o object) {
	null := object{"type": "null"}
	has := func(keywords ...string) bool {
		return slices.ContainsFunc(keywords, func(keyword string) bool { return o[keyword] != nil })
	}
	switch list, isList := o["anyOf"].([]any); {
	case isList && !has("allOf", "oneOf", "type", "enum", "$ref", dangling):
		o["anyOf"] = append(list, null)
		return
	case isList || has("allOf", "oneOf", "$ref", dangling):
		inner := object{}
		for keyword, value := range o {
			if !slices.Contains([]string{"readOnly", "writeOnly", "$dynamicAnchor", "$defs"}, keyword) {
				inner[keyword] = value
				delete(o, keyword)
			}
		}
		o["anyOf"] = []any{inner, null}
		return
	}
	switch types := o["type"].(type) {
	case string:
		o["type"] = unique([]any{types, "null"})
	case []any:
		o["type"] = unique(append(types, "null"))
	}
}

// unique drops words that a list, or a list in an object, has twice, and what is no word: parse has warned, the validator would refuse it.
func unique(v any) any {
	switch v := v.(type) {
	case []any:
		list := []any{}
		for _, word := range v {
			if _, isText := word.(string); (isText || word == nil) && !slices.Contains(list, word) {
				list = append(list, word)
			}
		}
		return list
	case object:
		for name := range v {
			v[name] = unique(v[name])
		}
	}
	return v
}
