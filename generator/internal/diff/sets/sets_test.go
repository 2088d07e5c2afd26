package sets_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// What is in the first schema and not in the second: a witness, "empty" or "unknown".
func difference(t *testing.T, a, b string) string {
	t.Helper()
	x, y := pair(t, a, b)
	return answer(solver().Subset(x, y))
}

func answer(a sets.Answer) string {
	switch a.Status {
	case sets.Inhabited:
		return api.JSON(a.Value)
	case sets.Empty:
		return "empty"
	}
	return "unknown: " + a.Why
}

func TestDifference(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"{}", "{}", "empty"},
		{"{}", "false", "null"},
		{"{}", "{type: 'null'}", "false"},
		{"{}", "{type: ['null', boolean]}", "0"},
		{"{}", "{type: ['null', boolean, number]}", `""`},
		{"{}", "{type: ['null', boolean, number, string]}", `[]`},
		{"{}", "{type: ['null', boolean, number, string, array]}", `{}`},
		{"{}", "{type: ['null', boolean, number, string, array, object]}", `empty`},
		{"{}", "{type: ['null', boolean, integer, string, array, object]}", `0.1`},
		// numbers
		{"{type: number, maximum: 100}", "{type: number, maximum: 50}", "51"},
		{"{type: integer, minimum: 1}", "{type: integer, exclusiveMinimum: 0}", "empty"},
		{"{type: integer, maximum: 9.5}", "{type: integer, maximum: 9}", "empty"},
		{"{type: number, maximum: 9.5}", "{type: number, maximum: 9}", "9.1"},
		{"{type: number, exclusiveMinimum: 1, exclusiveMaximum: 1.001}", "false", "1.0001"},
		{"{type: number, exclusiveMinimum: 1, maximum: 1}", "false", "empty"},
		{"{type: integer, multipleOf: 4}", "{multipleOf: 6}", "4"},
		{"{type: integer, multipleOf: 12}", "{multipleOf: 6}", "empty"},
		{"{type: number, multipleOf: 0.1}", "{multipleOf: 0.3}", "0.1"},
		{"{allOf: [{type: number, multipleOf: 4}, {multipleOf: 6}]}", "{multipleOf: 12}", "empty"},
		{"{type: integer, multipleOf: 6, minimum: 1, maximum: 11}", "{const: 6}", "empty"},
		{"{type: integer, format: int64}", "{format: int32}", "2147483648"},
		{"{type: number, format: double}", "{}", "empty"},
		{"{type: integer, minimum: 1, maximum: 3}", "{enum: [1, 2.0, 3]}", "empty"},
		{"{type: number, minimum: 1, maximum: 3}", "{enum: [1, 2, 3]}", "1.1"},
		{"{type: number, maximum: 1e1000000}", "{maximum: 1e10000}", "unknown: numbers with huge exponents"},
		// strings
		{"{type: string}", "{minLength: 1}", `""`},
		{"{type: string, maxLength: 5}", "{maxLength: 4}", `"aaaaa"`},
		{"{type: string, pattern: '^[a-c]$'}", "{enum: [a, b, c]}", "empty"},
		{"{type: string, pattern: '^[a-c]$'}", "{enum: [a, c]}", `"b"`},
		{"{enum: [abc]}", "{pattern: b}", "empty"},
		{"{type: string, pattern: '^a+$', minLength: 3}", "{pattern: aaa}", "empty"},
		{"{type: string, pattern: '^(?=a)'}", "{pattern: '^a'}", "empty"},
		{"{type: string, pattern: 'b(?=a)'}", "{type: string}", "empty"},
		{"{type: string, pattern: 'b(?=a)'}", "{pattern: ba}", `unknown: pattern b(?=a): the pattern looks around or refers back`},
		{"{type: string, format: date}", "{format: date-time}", `"0000-01-01"`},
		{"{type: string, format: date}", "{format: date}", "empty"},
		{"{type: string, format: date, maxLength: 9}", "false", "empty"},
		{"{type: string, format: uuid}", "{minLength: 36, maxLength: 36}", "empty"},
		{"{type: string, format: email}", "{format: idn-email}", "empty"},
		{"{type: string, format: email}", "{format: uri}", `"a@a"`},
		{"{type: string, format: unheard-of}", "{type: string}", "empty"},
		{"{type: string}", "{format: unheard-of}", "empty"},
		{"{type: string}", "{format: email}", `""`},
		// choices
		{"{anyOf: [{type: integer}, {type: number}]}", "{oneOf: [{type: integer}, {type: number}]}", "0"},
		{"{oneOf: [{type: integer}, {type: number}]}", "{type: number}", "empty"},
		{"{oneOf: [{type: integer}, {type: string}]}", "{type: [integer, string]}", "empty"},
		{"{type: [integer, string]}", "{oneOf: [{type: integer}, {type: string}]}", "empty"},
		{"{not: {type: string}}", "{type: ['null', boolean, number, array, object]}", "empty"},
		{"{if: {type: string}, then: {minLength: 2}, else: {type: integer}}", "{anyOf: [{type: string, minLength: 2}, {type: integer}]}", "empty"},
		{"{anyOf: [{type: string, minLength: 2}, {type: integer}]}", "{if: {type: string}, then: {minLength: 2}, else: {type: integer}}", "empty"},
		{"{if: {type: string}, then: {minLength: 2}}", "{if: {type: string}, then: {minLength: 3}}", `"aa"`},
		// arrays
		{"{type: array, items: {type: integer}, minItems: 2}", "{uniqueItems: true}", "[0,0]"},
		{"{type: array, items: {type: boolean}, uniqueItems: true}", "{maxItems: 2}", "empty"},
		{"{type: array, items: {enum: [a, b]}, uniqueItems: true}", "{maxItems: 1}", `["a","b"]`},
		{"{type: array, items: false}", "{maxItems: 0}", "empty"},
		{"{type: array, maxItems: 0}", "{items: false}", "empty"},
		{"{type: array, minItems: 1}", "{contains: true}", "empty"},
		{"{type: array, contains: true}", "{minItems: 1}", "empty"},
		{"{type: array, contains: {type: string}, minContains: 2}", "{contains: {type: string}, minContains: 3}", `["",""]`},
		{"{type: array, contains: {type: string}, maxContains: 2}", "{contains: {type: string}, maxContains: 1}", `["",""]`},
		{"{type: array, prefixItems: [{type: string}], items: {type: integer}}", "{items: {type: [string, integer]}}", "empty"},
		{"{type: array, items: {type: [string, integer]}}", "{prefixItems: [{type: string}], items: {type: integer}}", `[0]`},
		{"{type: array, minItems: 5, items: {type: string}}", "{contains: {type: integer}, minContains: 0}", `empty`},
		{"{type: array, items: {minimum: 1, maximum: 3, type: integer}, uniqueItems: true, minItems: 3}", "{contains: {const: 2}}", `empty`},
		{"{type: array, items: {enum: [1, 2]}, minItems: 3, uniqueItems: true}", "false", `empty`},
		{"{type: array, maxItems: 1}", "{uniqueItems: true}", `empty`},
		// objects
		{"{type: object}", "{required: [a]}", `{}`},
		{"{type: object, required: [b, a], properties: {a: {type: string}, b: {type: integer}}}", "{properties: {a: {maxLength: 1}}}", `{"a":"aa","b":0}`},
		{"{type: object}", "{additionalProperties: false}", `{"a":null}`},
		{"{type: object, properties: {a: true, b: {type: string}}, additionalProperties: false}", "{properties: {a: true}, additionalProperties: false}", `{"b":""}`},
		{"{type: object, additionalProperties: {type: string}}", "{properties: {a: {type: string}}, additionalProperties: {type: string}}", `empty`},
		{"{type: object, additionalProperties: {type: string}}", "{additionalProperties: {maxLength: 3}}", `{"a":"aaaa"}`},
		{"{type: object}", "{patternProperties: {'^x-': {type: string}}}", `{"x-":null}`},
		{"{type: object, patternProperties: {'^x': {type: string}}, additionalProperties: false}", "{propertyNames: {minLength: 1}}", `empty`},
		{"{type: object, propertyNames: {maxLength: 2}}", "{propertyNames: {maxLength: 1}}", `{"aa":null}`},
		{"{type: object, propertyNames: {enum: [a, b]}}", "{maxProperties: 2}", `empty`},
		{"{type: object, propertyNames: {enum: [a, b]}}", "{maxProperties: 1}", `{"a":null,"b":null}`},
		{"{type: object, minProperties: 3}", "{maxProperties: 3}", `{"a":null,"b":null,"c":null,"d":null}`},
		{"{type: object, properties: {a: {const: 1}}, minProperties: 2}", "{required: [a]}", `{"b":null,"c":null}`},
		{"{type: object, dependentRequired: {a: [b]}}", "{anyOf: [{not: {required: [a]}}, {required: [b]}]}", "empty"},
		{"{type: object}", "{dependentRequired: {a: [b]}}", `{"a":null}`},
		{"{type: object}", "{dependentSchemas: {a: {maxProperties: 1}}}", `{"a":null,"b":null}`},
		{"{type: object, required: [a]}", "{anyOf: [{properties: {a: {type: string}}}, {properties: {a: {type: integer}}}]}", `{"a":null}`},
		{"{type: object, properties: {a: {type: string}}}", "{anyOf: [{properties: {a: {type: string}}}, {properties: {a: {type: integer}}}]}", `empty`},
		// unevaluated
		{"{type: object, properties: {a: true}, unevaluatedProperties: false}", "{properties: {a: true}, additionalProperties: false}", "empty"},
		{"{type: object, properties: {a: true}, additionalProperties: false}", "{properties: {a: true}, unevaluatedProperties: false}", "empty"},
		{"{type: object, allOf: [{properties: {a: true}}], properties: {b: true}, unevaluatedProperties: false}", "{properties: {a: true, b: true}, additionalProperties: false}", "empty"},
		{"{type: object, anyOf: [{properties: {a: {const: 1}}, required: [a]}, {properties: {b: true}}], unevaluatedProperties: false}",
			"{properties: {a: true, b: true}, additionalProperties: false}", "empty"},
		{"{type: object, properties: {a: true, b: true}, additionalProperties: false}",
			"{anyOf: [{properties: {a: {const: 1}}, required: [a]}, {properties: {b: true}}], unevaluatedProperties: false}", `{"a":null}`},
		{"{type: array, prefixItems: [true], unevaluatedItems: false}", "{maxItems: 1}", "empty"},
		{"{type: array, contains: {type: string}, unevaluatedItems: {type: integer}}", "{items: {type: [integer, string]}, contains: {type: string}}", "empty"},
		{"{type: array, items: {type: [integer, string]}, contains: {type: string}}", "{contains: {type: string}, unevaluatedItems: {type: integer}}", "empty"},
	} {
		assert.Equal(t, c.want, difference(t, c.a, c.b), "%s\nminus %s", c.a, c.b)
	}
}
