package golden_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
)

// A defaultKind is a kind of schema and a default of it.
type defaultKind struct{ name, schema, value string }

// defaultKinds are all kinds of schemas that Go has a type for, and some of those that it has none for.
var defaultKinds = []defaultKind{
	{"Text", `{"type":"string"}`, `"a\"b"`},
	{"ShortText", `{"type":"string","minLength":1,"maxLength":3}`, `"ab"`},
	{"Matched", `{"type":"string","pattern":"^[a-z]+$"}`, `"ab"`},
	{"Email", `{"type":"string","format":"email"}`, `"a@b.example"`},
	{"Integer", `{"type":"integer"}`, `9007199254740993`},
	{"Small", `{"type":"integer","format":"int32","minimum":-5}`, `-3`},
	{"Number", `{"type":"number"}`, `1`},
	{"Fraction", `{"type":"number","format":"float","exclusiveMinimum":0}`, `0.25`},
	{"Truth", `{"type":"boolean"}`, `false`},
	{"Time", `{"type":"string","format":"date-time"}`, `"2024-01-31T23:04:05.25Z"`},
	{"ZonedTime", `{"type":"string","format":"date-time"}`, `"2024-02-29T03:04:05+05:30"`},
	{"Day", `{"type":"string","format":"date"}`, `"2024-02-29"`},
	{"UUID", `{"type":"string","format":"uuid"}`, `"550e8400-e29b-41d4-a716-446655440000"`},
	{"Bytes", `{"type":"string","format":"byte"}`, `"AP8iXA=="`},
	{"Words", `{"type":"string","enum":["a","b"]}`, `"b"`},
	{"Integers", `{"type":"integer","enum":[1,2]}`, `2`},
	{"Numbers", `{"type":"number","enum":[0.5,1]}`, `0.5`},
	{"One", `{"type":"string","const":"one"}`, `"one"`},
	{"Free", `{}`, `{"z":[1,null]}`},
	{"Open", `{"type":"object"}`, `{"a":{"b":1}}`},
	{"Counts", `{"type":"object","additionalProperties":{"type":"integer"}}`, `{"a":1,"b":2}`},
	{"Object", `{"type":"object","required":["b"],"properties":{"a":{"type":"string"},"b":{"type":"integer"}}}`, `{"a":"x","b":2}`},
	{"ObjectOrNot", `{"properties":{"a":{"type":"string"}}}`, `5`},
	{"Closed", `{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false}`, `{"a":"x"}`},
	{"Typed", `{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":{"type":"integer"}}`, `{"a":"x","z":2}`},
	{"Deep", `{"type":"object","properties":{"a":{"type":"object","properties":{"b":{"type":"array","items":{"type":"object","properties":{"c":{"type":"number"}}}}}}}}`, `{"a":{"b":[{"c":1},{}]}}`},
	{"AllOf", `{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"object","properties":{"b":{"type":"integer"}}}]}`, `{"a":"x","b":2}`},
	{"AnyOf", `{"anyOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"object","properties":{"b":{"type":"integer"}}}]}`, `{"b":2}`},
	{"Empty", `{"type":"array","items":{"type":"string"}}`, `[]`},
	{"Texts", `{"type":"array","items":{"type":"string"}}`, `["a","b"]`},
	{"Objects", `{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}}`, `[{"a":"x"},{}]`},
	{"Grid", `{"type":"array","items":{"type":"array","items":{"type":"integer"}}}`, `[[1,2],[]]`},
	{"Holes", `{"type":"array","items":{"type":["integer","null"]}}`, `[1,null]`},
	{"Days", `{"type":"array","items":{"type":"string","format":"date"}}`, `["2024-01-01"]`},
	{"Pair", `{"type":"array","prefixItems":[{"type":"number"},{"type":"string"}],"minItems":2,"maxItems":2}`, `[1,"a"]`},
	{"Row", `{"type":"array","prefixItems":[{"type":"number"}],"items":{"type":"string"}}`, `[1,"a","b"]`},
	{"ByKind", `{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"integer"}}]}`, `[1]`},
	{"ByTag", `{"oneOf":[{"type":"object","required":["k"],"properties":{"k":{"const":"a"},"x":{"type":"string"}}},{"type":"object","required":["k"],"properties":{"k":{"const":"b"},"y":{"type":"integer"}}}]}`, `{"k":"b","y":2}`},
	{"ByKey", `{"oneOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string"}},"additionalProperties":false},{"type":"object","required":["b"],"properties":{"b":{"type":"integer"}},"additionalProperties":false}]}`, `{"b":2}`},
	{"Node", `{"$ref":"#/components/schemas/Tree"}`, `{"v":1,"next":[{"v":2}]}`},
	{"Color", `{"$ref":"#/components/schemas/Colour"}`, `"red"`},
	{"Stamp", `{"$ref":"#/components/schemas/When"}`, `"2024-01-01T00:00:00Z"`},
	{"Labels", `{"$ref":"#/components/schemas/Labels"}`, `{"a":"b"}`},
	{"Lines", `{"$ref":"#/components/schemas/Lines"}`, `["a"]`},
	{"Rule", `{"type":"object","properties":{"a":{"type":"string"}},"dependentRequired":{"a":["b"]}}`, `{"a":"x","b":null}`},
}

const defaultComponents = `{"Tree":{"type":"object","required":["v"],"properties":{"v":{"type":"integer"},"next":{"type":"array","items":{"$ref":"#/components/schemas/Tree"}}}},
"Colour":{"type":"string","enum":["red","blue"]},"When":{"type":"string","format":"date-time"},
"Labels":{"type":"object","additionalProperties":{"type":"string"}},"Lines":{"type":"array","items":{"type":"string"}}}`

// A defaultPlace is where a schema S stands, with the default D: as a property, maybe required, and what New<Type> must give for it.
type defaultPlace struct {
	name     string
	required bool
	property string
	want     string
}

var defaultPlaces = []defaultPlace{
	{"optional", false, `{"allOf":[S],"default":D}`, `D`},
	{"required", true, `{"allOf":[S],"default":D}`, `D`},
	{"optionalOrNull", false, `{"anyOf":[S,{"type":"null"}],"default":D}`, `D`},
	{"requiredOrNull", true, `{"anyOf":[S,{"type":"null"}],"default":D}`, `D`},
	{"optionalNull", false, `{"anyOf":[S,{"type":"null"}],"default":null}`, `null`},
	{"requiredNull", true, `{"anyOf":[S,{"type":"null"}],"default":null}`, `null`},
	{"items", false, `{"type":"array","items":S,"default":[D,D]}`, `[D,D]`},
	{"itemsOrNull", false, `{"type":"array","items":{"anyOf":[S,{"type":"null"}]},"default":[D,null]}`, `[D,null]`},
	{"values", false, `{"type":"object","additionalProperties":S,"default":{"k":D}}`, `{"k":D}`},
	{"valuesOrNull", false, `{"type":"object","additionalProperties":{"anyOf":[S,{"type":"null"}]},"default":{"k":D,"n":null}}`, `{"k":D,"n":null}`},
	{"member", false, `{"type":"object","required":["m"],"properties":{"m":S,"o":S,"u":S},"default":{"m":D,"o":D}}`, `{"m":D,"o":D}`},
	{"memberOrNull", false, `{"type":"object","properties":{"m":{"anyOf":[S,{"type":"null"}]}},"default":{"m":null}}`, `{"m":null}`},
	{"inner", true, `{"type":"object","properties":{"m":{"allOf":[S],"default":D}}}`, `{"m":D}`},
	{"first", false, `{"type":"array","prefixItems":[S,{"type":"string"}],"minItems":1,"default":[D]}`, `[D]`},
	{"variant", false, `{"oneOf":[{"type":"object","required":["v"],"properties":{"v":S},"additionalProperties":false},{"type":"boolean"}],"default":{"v":D}}`, `{"v":D}`},
}

// of returns the schema of an object with a kind in all places, and what New<Type> must give.
func (k defaultKind) of(places []defaultPlace) (schema, want string) {
	fill := strings.NewReplacer("S", k.schema, "D", k.value)
	var required, properties, wants []string
	for _, p := range places {
		if p.required {
			required = append(required, strconv.Quote(p.name))
		}
		properties = append(properties, fmt.Sprintf("%q:%s", p.name, fill.Replace(p.property)))
		wants = append(wants, fmt.Sprintf("%q:%s", p.name, fill.Replace(p.want)))
	}
	schema = fmt.Sprintf(`{"type":"object","required":[%s],"properties":{%s}}`, strings.Join(required, ","), strings.Join(properties, ",\n"))
	return schema, "{" + strings.Join(wants, ",") + "}"
}

// TestDefaults: New<Type> has each default of the document, of every kind of schema, in every place.
func TestDefaults(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles and runs generated code")
	}
	var schemas, cases []string
	for _, k := range defaultKinds {
		schema, want := k.of(defaultPlaces)
		schemas = append(schemas, fmt.Sprintf("%q:%s", k.name+"Places", schema))
		cases = append(cases, fmt.Sprintf("{%q, New(defaults.New%sPlaces()), %q},\n", k.name, k.name, want))
	}
	components := defaultComponents[:len(defaultComponents)-1] + "," + strings.Join(schemas, ",\n") + "}"
	document := `{"openapi":"3.1.0","info":{"title":"Defaults","version":"1"},"paths":{},"components":{"schemas":` + components + `}}`
	spec := filepath.Join(t.TempDir(), "openapi.json")
	require.NoError(t, os.WriteFile(spec, []byte(document), 0o644))
	result, err := generator.Generate(t.Context(), generator.Config{Spec: spec, Package: "defaults"})
	require.NoError(t, err)
	for _, f := range result.Findings {
		assert.NotContains(t, []diag.Rule{diag.RuleNotGenerated, diag.RuleDefault}, f.Rule, f.Message)
	}
	m := newModule(t)
	for _, f := range result.Files {
		m.write(t, "defaults/"+f.Name, f.Data)
	}
	m.write(t, "run/defaults_test.go", []byte(strings.Replace(defaultsProgram, "CASES", strings.Join(cases, "\t"), 1)))
	assert.Empty(t, string(m.goCommand(t, "test", "-count=1", "./run")))
}

const defaultsProgram = `package run

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"golden.test/defaults"
)

type made interface {
	Validate() error
	AppendJSON(buf []byte) ([]byte, error)
}

func New[T any, P interface { *T; made }](v T) made { return P(&v) }

func TestDefaultsOfAllKinds(t *testing.T) {
	for _, c := range []struct {
		name string
		made made
		want string
	}{
	CASES
	} {
		got, err := c.made.AppendJSON(nil)
		assert.NoError(t, err, c.name)
		assert.Equal(t, exact(t, c.want), exact(t, string(got)), c.name)
		assert.NoError(t, c.made.Validate(), c.name)
	}
}

// exact reads JSON and keeps the digits of its numbers.
func exact(t *testing.T, text string) (v any) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	assert.NoError(t, d.Decode(&v))
	return v
}
`
