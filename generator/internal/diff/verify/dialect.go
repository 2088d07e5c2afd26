package verify

import (
	"encoding/json"
	"slices"
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

// finish gives the keywords of OpenAPI 3.0 and Swagger 2.0 that depend on others their meaning; o is the schema at n so far. A reference
// stands alone there. OAS 3.0.4: Schema Object, Reference Object. nullable has no effect without type; beside allOf, anyOf and oneOf it
// is taken as people mean it.
func (r *sourceReader) finish(n *source.Node, o object) object {
	finishExclusive(o, "minimum", "exclusiveMinimum")
	finishExclusive(o, "maximum", "exclusiveMaximum")
	if r.dialect == dialect2020 {
		finishNullType(o)
		return o
	}
	if ref := n.Get("$ref"); ref != nil && ref.Kind == source.String {
		alone := object{}
		for _, keyword := range []string{"$ref", dangling} {
			if value, ok := o[keyword]; ok {
				alone[keyword] = value
			}
		}
		return alone
	}
	name := "nullable"
	if r.dialect == dialect20 {
		if name = "x-nullable"; o["type"] == "file" { // of a response; Swagger 2.0: Response Object, schema
			o["type"], o["format"] = "string", "binary"
		}
	}
	if nullable := n.Get(name); nullable != nil && nullable.Kind == source.Bool && nullable.Text == "true" {
		addNull(o)
		if values, ok := o["enum"].([]any); ok && r.library.options.Lenient && !slices.Contains(values, nil) {
			o["enum"] = append(values, nil)
		}
	}
	return o
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

// finishNullType reads "type: null" of YAML as it is meant.
func finishNullType(o object) {
	name, ok := o["type"]
	if ok && name == nil {
		o["type"] = "null"
	}
	if list, ok := name.([]any); ok {
		for i := range list {
			if list[i] == nil {
				list[i] = "null"
			}
		}
	}
}

// addNull lets null in, beside the type or beside the alternatives.
func addNull(o object) {
	null := object{"type": "null"}
	switch types := o["type"].(type) {
	case string:
		o["type"] = []any{types, "null"}
		return
	case []any:
		o["type"] = unique(append(types, "null"))
		return
	}
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
