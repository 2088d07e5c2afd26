package sets_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// tightenings are schemas that are wide, narrower, and as wide as the first in other words. None of them has null.
func tightenings() map[string][3]string {
	return map[string][3]string{
		"type":                  {`{"type":["string","integer"]}`, `{"type":"string"}`, `{"anyOf":[{"type":"integer"},{"type":"string"}]}`},
		"type integer":          {`{"type":"number"}`, `{"type":"integer"}`, `{"type":["integer","number"]}`},
		"enum":                  {`{"enum":["a","b",1]}`, `{"enum":["b","a"]}`, `{"oneOf":[{"const":1.0},{"enum":["b","a"]}]}`},
		"const":                 {`{"enum":["a",{"b":[1]}]}`, `{"const":{"b":[1]}}`, `{"anyOf":[{"const":"a"},{"const":{"b":[1.0]}}]}`},
		"format":                {`{"type":"string","format":"date"}`, `{"type":"string","format":"date","pattern":"^2"}`, `{"type":"string","format":"date","minLength":10}`},
		"format of numbers":     {`{"type":"integer","format":"int64"}`, `{"type":"integer","format":"int32"}`, `{"type":"number","format":"int64","maximum":9223372036854775807}`},
		"minimum":               {`{"type":"integer","minimum":1}`, `{"type":"integer","minimum":2}`, `{"type":"integer","exclusiveMinimum":0}`},
		"maximum":               {`{"type":"integer","maximum":9}`, `{"type":"integer","maximum":8}`, `{"type":"integer","maximum":9.9}`},
		"exclusiveMinimum":      {`{"type":"number","exclusiveMinimum":1}`, `{"type":"number","exclusiveMinimum":1.5}`, `{"type":"number","minimum":1,"not":{"const":1}}`},
		"exclusiveMaximum":      {`{"type":"number","exclusiveMaximum":1}`, `{"type":"number","exclusiveMaximum":0.5}`, `{"type":"number","maximum":1,"not":{"const":1}}`},
		"multipleOf":            {`{"type":"number","multipleOf":0.5}`, `{"type":"number","multipleOf":1.5}`, `{"type":"number","multipleOf":0.5,"not":{"type":"string"}}`},
		"minLength":             {`{"type":"string","minLength":1}`, `{"type":"string","minLength":2}`, `{"type":"string","not":{"const":""}}`},
		"maxLength":             {`{"type":"string","maxLength":5}`, `{"type":"string","maxLength":4}`, `{"type":"string","pattern":"^[\\s\\S]{0,5}$"}`},
		"pattern":               {`{"type":"string","pattern":"^[ab]+$"}`, `{"type":"string","pattern":"^[a]+$"}`, `{"type":"string","pattern":"^(a|b)(b|a)*$"}`},
		"prefixItems":           {`{"type":"array","prefixItems":[{"type":"string"}]}`, `{"type":"array","prefixItems":[{"type":"string"},{"type":"string"}]}`, `{"type":"array","prefixItems":[{"type":"string"},true],"items":{}}`},
		"items":                 {`{"type":"array","items":{"type":"string"}}`, `{"type":"array","items":{"type":"string","maxLength":2}}`, `{"type":"array","not":{"contains":{"not":{"type":"string"}}}}`},
		"contains":              {`{"type":"array","contains":{"type":"string"}}`, `{"type":"array","contains":{"type":"string","minLength":1}}`, `{"type":"array","not":{"items":{"not":{"type":"string"}}}}`},
		"minContains":           {`{"type":"array","contains":{"const":1},"minContains":1}`, `{"type":"array","contains":{"const":1},"minContains":2}`, `{"type":"array","contains":{"const":1}}`},
		"maxContains":           {`{"type":"array","contains":{"const":1},"maxContains":2}`, `{"type":"array","contains":{"const":1},"maxContains":1}`, `{"type":"array","contains":{"const":1},"not":{"contains":{"const":1},"minContains":3}}`},
		"minItems":              {`{"type":"array","minItems":1}`, `{"type":"array","minItems":2}`, `{"type":"array","contains":true}`},
		"maxItems":              {`{"type":"array","maxItems":3}`, `{"type":"array","maxItems":2}`, `{"type":"array","prefixItems":[{},{},{}],"items":false}`},
		"uniqueItems":           {`{"type":"array","items":{"type":"boolean"}}`, `{"type":"array","items":{"type":"boolean"},"uniqueItems":true}`, `{"type":"array","items":{"enum":[true,false]},"uniqueItems":false}`},
		"unevaluatedItems":      {`{"type":"array","prefixItems":[true,true],"unevaluatedItems":false}`, `{"type":"array","prefixItems":[true],"unevaluatedItems":false}`, `{"type":"array","maxItems":2}`},
		"properties":            {`{"type":"object","properties":{"a":{"type":"string"}}}`, `{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}`, `{"type":"object","anyOf":[{"properties":{"a":false}},{"properties":{"a":{"type":"string"}},"required":["a"]}]}`},
		"patternProperties":     {`{"type":"object","patternProperties":{"^x":{"type":"string"}}}`, `{"type":"object","patternProperties":{"x":{"type":"string"}}}`, `{"type":"object","patternProperties":{"^[x]":{"type":"string"},"^xy":{"type":["string","null"]}}}`},
		"additionalProperties":  {`{"type":"object","properties":{"a":true}}`, `{"type":"object","properties":{"a":true},"additionalProperties":false}`, `{"type":"object","properties":{"a":{}},"additionalProperties":{}}`},
		"propertyNames":         {`{"type":"object","propertyNames":{"maxLength":3}}`, `{"type":"object","propertyNames":{"maxLength":2}}`, `{"type":"object","patternProperties":{"^[\\s\\S]{4}":false}}`},
		"unevaluatedProperties": {`{"type":"object","properties":{"a":true}}`, `{"type":"object","allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}`, `{"type":"object","properties":{"a":true},"unevaluatedProperties":true}`},
		"required":              {`{"type":"object","required":["a"]}`, `{"type":"object","required":["a","b"]}`, `{"type":"object","not":{"properties":{"a":false}}}`},
		"dependentRequired":     {`{"type":"object","dependentRequired":{"a":["b"]}}`, `{"type":"object","dependentRequired":{"a":["b","c"]}}`, `{"type":"object","if":{"required":["a"]},"then":{"required":["b"]}}`},
		"dependentSchemas":      {`{"type":"object","dependentSchemas":{"a":{"minProperties":2}}}`, `{"type":"object","dependentSchemas":{"a":{"minProperties":3}}}`, `{"type":"object","anyOf":[{"not":{"required":["a"]}},{"minProperties":2}]}`},
		"minProperties":         {`{"type":"object","minProperties":1}`, `{"type":"object","minProperties":2}`, `{"type":"object","not":{"maxProperties":0}}`},
		"maxProperties":         {`{"type":"object","maxProperties":2}`, `{"type":"object","maxProperties":1}`, `{"type":"object","not":{"minProperties":3}}`},
		"allOf":                 {`{"allOf":[{"type":"string"},{"minLength":1}]}`, `{"allOf":[{"type":"string"},{"minLength":1},{"maxLength":3}]}`, `{"type":"string","minLength":1}`},
		"anyOf":                 {`{"anyOf":[{"type":"string"},{"type":"integer"}]}`, `{"anyOf":[{"type":"string"},{"type":"integer","minimum":0}]}`, `{"anyOf":[{"type":"integer"},{"type":"string"},{"const":"a"}]}`},
		"oneOf":                 {`{"oneOf":[{"type":"string"},{"type":"integer"}]}`, `{"oneOf":[{"type":"string"},{"type":"integer"},{"const":1}]}`, `{"oneOf":[{"type":["string","integer"]},{"type":"boolean"},{"type":["boolean"]}]}`},
		"not":                   {`{"type":"integer","not":{"minimum":5}}`, `{"type":"integer","not":{"minimum":4}}`, `{"type":"integer","exclusiveMaximum":5}`},
		"if":                    {`{"type":["string","integer"],"if":{"type":"string"},"then":{"minLength":1}}`, `{"type":["string","integer"],"if":{"type":"string"},"then":{"minLength":2}}`, `{"anyOf":[{"type":"string","minLength":1},{"type":"integer"}]}`},
	}
}

// places are where a schema can stand; % is its place.
func places() map[string]string {
	return map[string]string{
		"top": `%`, "member": `{"type":"object","properties":{"p":%}}`, "required member": `{"type":"object","required":["p"],"properties":{"p":%}}`,
		"items": `{"type":"array","items":%}`, "prefixItems": `{"type":"array","prefixItems":[true,%]}`, "additionalProperties": `{"type":"object","additionalProperties":%}`,
		"patternProperties": `{"type":"object","patternProperties":{"^p":%}}`, "allOf": `{"allOf":[{"not":{"const":"zz"}},%]}`,
		"anyOf": `{"anyOf":[{"type":"null"},%]}`, "oneOf": `{"oneOf":[%,{"type":"null"}]}`, "not": `{"not":{"not":%}}`, "if": `{"if":{"type":"null"},"else":%}`,
		"three levels":   `{"type":"object","required":["q"],"properties":{"q":{"type":"object","required":["rows"],"properties":{"rows":{"type":"array","minItems":1,"items":{"type":"object","required":["cell"],"properties":{"cell":%}}}}}}}`,
		"closed":         `{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"p":%},"additionalProperties":false}`,
		"tagged":         `{"oneOf":[{"type":"object","required":["k"],"properties":{"k":{"const":"x"}}},{"type":"object","required":["k"],"properties":{"k":{"const":"y"},"p":%}}]}`,
		"dependent":      `{"type":"object","dependentSchemas":{"d":{"properties":{"p":%}}}}`,
		"unevaluated":    `{"type":"object","anyOf":[{"properties":{"u":true}}],"unevaluatedProperties":%}`,
		"uniqueItems":    `{"type":"array","items":%,"uniqueItems":true,"maxItems":2}`,
		"recursion":      `{"type":"object","properties":{"p":%,"next":{"$ref":"#/components/schemas/NAME"}}}`,
		"behind a name":  `{"$ref":"#/components/schemas/NAMEin"}`,
		"unlike another": `{"allOf":[%],"not":{"enum":["q",7]}}`,
	}
}

// TestEachKeywordInEachPlace: a schema that became narrower, one that became wider, and one in other words, wherever they stand.
func TestEachKeywordInEachPlace(t *testing.T) {
	compared := 0
	for _, where := range slices.Sorted(maps.Keys(places())) {
		for _, keyword := range slices.Sorted(maps.Keys(tightenings())) {
			three := tightenings()[keyword]
			schemas := object{}
			for i, inner := range three {
				name := fmt.Sprint("S", i)
				text := strings.ReplaceAll(strings.ReplaceAll(places()[where], "%", inner), "NAME", name)
				schemas[name], schemas[name+"in"] = json.RawMessage(text), json.RawMessage(inner)
			}
			text, err := json.Marshal(object{"openapi": "3.1.0", "info": object{"title": "t", "version": "1"}, "paths": object{}, "components": object{"schemas": schemas}})
			require.NoError(t, err)
			d, ok := read(t, string(text))
			require.True(t, ok, "%s in %s: %s", keyword, where, text)
			ref := newReference(t, schemas)
			s := func(i int) *api.Schema { v, _ := api.Find(d.Components.Schemas, fmt.Sprint("S", i)); return v }
			solver := sets.New(asserted, d.Schemas)
			name := keyword + " in " + where
			assert.Equal(t, "empty", answer(solver.Subset(s(1), s(0))), "narrower: %s", name)
			assert.Equal(t, "empty", answer(solver.Subset(s(0), s(2))), "in other words: %s", name)
			assert.Equal(t, "empty", answer(solver.Subset(s(2), s(0))), "from other words: %s", name)
			lost := solver.Subset(s(0), s(1))
			if assert.Equal(t, sets.Inhabited, lost.Status, "%s: %s", name, lost.Why) && !strings.Contains(keyword, "format") {
				text := api.JSON(lost.Value)
				assert.True(t, ref.accepts(t, "S0", text) && !ref.accepts(t, "S1", text), "%s: %s", name, text)
			}
			compared++
		}
	}
	t.Logf("%d", compared)
}
