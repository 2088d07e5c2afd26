package oracle

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

func components(text string) object { return jsontext.MustDecode([]byte(text)).(object) }

func TestTo2020(t *testing.T) {
	for _, c := range []struct{ name, old, want string }{
		{"nullable", `{"type":"string","nullable":true,"enum":["a"]}`, `{"enum":["a",null],"type":["string","null"]}`},
		{"nullable beside type and allOf", `{"type":"object","nullable":true,"allOf":[{}]}`,
			`{"anyOf":[{"allOf":[{}]},{"type":"null"}],"type":["object","null"]}`},
		{"nullable beside type and oneOf, with a discriminator", `{"type":"object","nullable":true,"oneOf":[{}],"discriminator":{"propertyName":"t"}}`,
			`{"anyOf":[{"discriminator":{"propertyName":"t"},"oneOf":[{}]},{"type":"null"}],"type":["object","null"]}`},
		{"x-nullable", `{"type":"integer","x-nullable":true}`, `{"type":["integer","null"],"x-nullable":true}`},
		{"an enum without quotes", `{"type":"string","enum":[2021,true,"x",null]}`, `{"enum":["2021","true","x",null],"type":"string"}`},
		{"an enum with quotes", `{"type":"integer","enum":["1",2,"x","1.5"]}`, `{"enum":[1,2,"x","1.5"],"type":"integer"}`},
		{"an enum of booleans with quotes", `{"type":"boolean","enum":["true"]}`, `{"enum":[true],"type":"boolean"}`},
		{"an enum without type", `{"enum":["1",2]}`, `{"enum":["1",2]}`},
		{"nullable without type", `{"nullable":true,"minLength":1}`, `{"minLength":1}`},
		{"nullable beside allOf", `{"nullable":true,"allOf":[{}],"not":{}}`, `{"anyOf":[{"allOf":[{}],"not":{}},{"type":"null"}]}`},
		{"nullable beside anyOf", `{"nullable":true,"anyOf":[{}]}`, `{"anyOf":[{},{"type":"null"}]}`},
		{"exclusive", `{"minimum":1,"exclusiveMinimum":true,"maximum":2,"exclusiveMaximum":false}`, `{"exclusiveMinimum":1,"maximum":2}`},
		{"exclusive without limit", `{"exclusiveMinimum":true}`, `{}`},
		{"siblings of a reference", `{"$ref":"#/components/schemas/A","nullable":true,"type":"string"}`, `{"$ref":"#/components/schemas/A"}`},
		{"below", `{"items":{"anyOf":[{"properties":{"nullable":{"type":"integer","nullable":true}}}]}}`,
			`{"items":{"anyOf":[{"properties":{"nullable":{"type":["integer","null"]}}}]}}`},
		{"data", `{"enum":[{"nullable":true,"type":"string"}]}`, `{"enum":[{"nullable":true,"type":"string"}]}`},
	} {
		old := components(`{"A":` + c.old + `}`)
		assert.Equal(t, `{"A":`+c.want+`}`, string(jsontext.MustEncode(To2020(old))), c.name)
		assert.Equal(t, components(`{"A":`+c.old+`}`), old, "%s: the components stay as they are", c.name)
	}
}

func TestMeant(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nullable", `{"type":"string","nullable":true}`, `{"type":["string","null"]}`},
		{"nullable beside types", `{"type":["string","null"],"nullable":true}`, `{"type":["string","null"]}`},
		{"nullable beside oneOf", `{"nullable":true,"oneOf":[{"$ref":"#/components/schemas/A"}]}`,
			`{"anyOf":[{"oneOf":[{"$ref":"#/components/schemas/A"}]},{"type":"null"}]}`},
		{"x-nullable is of 3.0", `{"type":"string","x-nullable":true}`, `{"type":"string","x-nullable":true}`},
		{"type null beside anyOf", `{"type":null,"anyOf":[{"type":"string"}]}`, `{"anyOf":[{"type":"string"}]}`},
		{"type null alone", `{"type":null}`, `{"type":"null"}`},
		{"const", `{"type":"string","const":1}`, `{"const":"1","type":"string"}`},
		{"limits, and beside a reference", `{"exclusiveMinimum":1,"$ref":"#/components/schemas/A","patternProperties":{"enum":{"type":"integer","enum":["1"]}}}`,
			`{"$ref":"#/components/schemas/A","exclusiveMinimum":1,"patternProperties":{"enum":{"enum":[1],"type":"integer"}}}`},
	} {
		assert.Equal(t, `{"A":`+c.want+`}`, string(jsontext.MustEncode(Meant(components(`{"A":`+c.text+`}`)))), c.name)
	}
}

func TestRoundTrip(t *testing.T) {
	for _, c := range []struct{ name, schema, before, after, want string }{
		{"equal", `{}`, `{"a":[1,null,"b"]}`, `{"a":[1,null,"b"]}`, ""},
		{"another notation", `{}`, `[1.0,1e2,-0.0]`, `[1,100,0]`, ""},
		{"another number", `{}`, `[1]`, `[2]`, "/0: 1 becomes 2"},
		{"another type", `{}`, `1`, `"1"`, `: 1 becomes "1"`},
		{"no JSON", `{}`, `1`, `x`, "it is encoded as what is no JSON: x"},
		{"shorter", `{}`, `[1,2]`, `[1]`, ": [1,2] becomes [1]"},
		{"a new member", `{}`, `{}`, `{"a":null}`, ": a is new"},
		{"a member that nothing describes", `{"properties":{"b":{}}}`, `{"a":1}`, `{}`, ""},
		{"a property", `{"properties":{"a":{}}}`, `{"a":1}`, `{}`, ": the member a is lost"},
		{"a property below", `{"items":{"$ref":"#/components/schemas/B"}}`, `[{"b":{"c":1}}]`, `[{"b":{}}]`, "/0/b: the member c is lost"},
		{"of an alternative that holds", `{"anyOf":[{"properties":{"a":{"type":"string"}}},{"required":["a"]}]}`, `{"a":"x"}`, `{}`, ": the member a is lost"},
		{"of an alternative that does not hold", `{"anyOf":[{"properties":{"a":{"type":"string"}}},{"required":["a"]}]}`, `{"a":1}`, `{}`, ""},
		{"of a condition", `{"if":{"required":["a"]},"then":{"properties":{"b":{}}}}`, `{"a":1,"b":2}`, `{"a":1}`, ": the member b is lost"},
		{"additional", `{"additionalProperties":{"type":"integer"}}`, `{"a":1}`, `{}`, ": the member a is lost"},
		{"additional, but free", `{"additionalProperties":true}`, `{"a":1}`, `{}`, ""},
		{"of a pattern", `{"patternProperties":{"^a":{}}}`, `{"a":1}`, `{}`, ": the member a is lost"},
	} {
		all := components(`{"Root":` + c.schema + `,"B":{"properties":{"b":{"properties":{"c":{}}}}}}`)
		got, err := RoundTrip(all, "Root", []byte(c.before), []byte(c.after))
		require.NoError(t, err, c.name)
		assert.Equal(t, c.want, got, c.name)
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string][2]bool{"1": {}, "0.1": {}, "1e2": {}, "9007199254740993": {false, true}, "9223372036854775807": {false, true},
		"9223372036854775808": {true, true}, "1e400": {true, true}, "1e-400": {false, true}, "0e500": {}, "-9223372036854775808": {false, true}, "0.5": {}} {
		assert.Equal(t, want, [2]bool{Wide(json.Number(text)), Rounded(json.Number(text))}, text)
	}
}
