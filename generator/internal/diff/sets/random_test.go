package sets_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

type object = map[string]any

// A maker makes schemas of a few names, numbers and strings, so that they have to do with each other.
type maker struct{ *rand.Rand }

func pick[T any](m maker, list ...T) T { return list[m.IntN(len(list))] }

// below refers to a component; only the schemas of parts may, so that no schema applies itself to the same value.
func (m maker) below(depth int) any {
	if m.IntN(6) == 0 {
		return object{"$ref": "#/components/schemas/" + pick(m, "R", "T")}
	}
	return m.schema(depth - 1)
}

func (m maker) schema(depth int) any {
	if depth <= 0 || m.IntN(8) == 0 {
		return m.leaf()
	}
	s := object{}
	for range 1 + m.IntN(3) {
		m.keyword(s, depth)
	}
	if m.IntN(3) > 0 && s["type"] == nil {
		s["type"] = pick[any](m, "object", "array", "string", "integer", "number", "boolean", []any{"object", "null"}, []any{"array", "string"})
	}
	return s
}

func (m maker) leaf() any {
	return pick[any](m, true, false, object{}, object{"type": "string"}, object{"type": "integer"}, object{"type": "boolean"},
		object{"enum": []any{1, "a"}}, object{"const": m.value(1)}, object{"type": []any{"null", "string"}}, object{"maxLength": 1}, object{"minimum": 2},
		object{"type": "object"}, object{"type": "array"}, object{"$ref": "#/components/schemas/" + pick(m, "R", "T", "U")})
}

func (m maker) value(depth int) any {
	switch n := m.IntN(9); {
	case depth > 0 && n == 0:
		return []any{m.value(depth - 1)}
	case depth > 0 && n == 1:
		return object{pick(m, "a", "b", "x1"): m.value(depth - 1)}
	}
	return pick[any](m, nil, true, false, 0, 1, 2, 3, 1.5, "", "a", "ab", "b", []any{}, object{})
}

func (m maker) list(depth int) []any {
	list := []any{}
	for range 1 + m.IntN(3) {
		list = append(list, m.schema(depth-1))
	}
	return list
}

func (m maker) keyword(s object, depth int) {
	name := func() string { return pick(m, "a", "b", "c", "x1") }
	small := func() any { return m.IntN(4) }
	switch k := pick(m, "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
		"prefixItems", "items", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems", "properties", "properties", "properties", "patternProperties",
		"additionalProperties", "propertyNames", "unevaluatedProperties", "required", "required", "dependentRequired", "dependentSchemas", "minProperties",
		"maxProperties", "allOf", "anyOf", "oneOf", "not", "if"); k {
	case "type":
		s[k] = pick[any](m, "object", "array", "string", "integer", "number", "boolean", "null", []any{"integer", "string"})
	case "enum":
		s[k] = []any{m.value(1), m.value(1), m.value(1)}
	case "const":
		s[k] = m.value(2)
	case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
		s[k] = pick[any](m, 0, 1, 2, 3, 1.5, -1)
	case "multipleOf":
		s[k] = pick[any](m, 1, 2, 3, 0.5, 1.5)
	case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties":
		s[k] = small()
	case "pattern":
		s[k] = pick(m, "^a", "b$", "^[ab]*$", "^.{2}$", "x")
	case "prefixItems":
		s[k] = []any{m.below(depth), m.below(depth)}[:1+m.IntN(2)]
	case "items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties":
		s[k] = m.below(depth)
	case "contains":
		s[k] = m.below(depth)
		if m.IntN(2) == 0 {
			s["minContains"] = small()
		}
		if m.IntN(2) == 0 {
			s["maxContains"] = small()
		}
	case "uniqueItems":
		s[k] = true
	case "properties":
		p := object{}
		for range 1 + m.IntN(3) {
			p[name()] = m.below(depth)
		}
		s[k] = p
	case "patternProperties":
		s[k] = object{pick(m, "^x", "a", "^[bc]$"): m.below(depth)}
	case "propertyNames":
		s[k] = pick[any](m, object{"maxLength": 1}, object{"pattern": "^[ab]"}, object{"enum": []any{"a", "b"}}, false, object{"minLength": 2})
	case "required":
		s[k] = []any{"a", name()}[m.IntN(2):]
		if list := s[k].([]any); len(list) == 2 && list[0] == list[1] {
			s[k] = list[:1]
		}
	case "dependentRequired":
		s[k] = object{name(): []any{name()}}
	case "dependentSchemas":
		s[k] = object{name(): m.schema(depth - 1)}
	case "allOf", "anyOf", "oneOf":
		s[k] = m.list(depth)
	case "not":
		s[k] = m.schema(depth - 1)
	case "if":
		s[k], s["then"], s["else"] = m.schema(depth-1), m.schema(depth-1), m.schema(depth-1)
		delete(s, pick(m, "then", "else", "nothing"))
	}
}

// changed returns a copy of a schema with one keyword more, less or other, somewhere.
func (m maker) changed(v any, depth int) any {
	s, ok := v.(object)
	if !ok || len(s) == 0 {
		return m.schema(1)
	}
	c := object{}
	for k, e := range s {
		c[k] = e
	}
	var inner []string
	for k, e := range c {
		if _, ok := e.(object); ok && k != "const" && k != "dependentRequired" {
			inner = append(inner, k)
		}
	}
	if len(inner) > 0 && m.IntN(3) > 0 {
		k := inner[m.IntN(len(inner))]
		switch k {
		case "properties", "patternProperties", "dependentSchemas":
			p := object{}
			for name, e := range c[k].(object) {
				p[name] = e
			}
			for name := range p {
				p[name] = m.changed(p[name], depth-1)
				break
			}
			c[k] = p
		default:
			c[k] = m.changed(c[k], depth-1)
		}
		return c
	}
	if m.IntN(3) == 0 {
		for k := range c {
			delete(c, k)
			break
		}
	}
	m.keyword(c, 1)
	return c
}

// pool are small values over the same names.
func pool() (texts []string) {
	scalars := []string{"null", "true", "false", "0", "1", "2", "3", "4", "6", "1.5", "-1", "0.5", "0.1", "7", `""`, `"a"`, `"b"`, `"ab"`, `"ba"`, `"aa"`, `"x"`, `"xb"`, `"abc"`}
	texts = append(texts, scalars...)
	few := []string{"null", "false", "0", "1", "3", "1.5", `"a"`, `""`, "[]", "{}", `"ab"`, `{"a":1}`, "[0]"}
	texts = append(texts, "[]", "{}")
	for _, x := range few {
		texts = append(texts, "["+x+"]", `["a",`+x+`]`)
		for _, y := range []string{"1", `"a"`, "null", "{}"} {
			texts = append(texts, "["+x+","+y+"]", "["+x+","+y+","+x+"]", "["+x+","+y+",2,"+x+"]")
			texts = append(texts, `{"a":`+x+`,"b":`+y+`}`, `{"b":`+x+`,"c":`+y+`}`, `{"a":`+x+`,"x1":`+y+`}`, `{"a":`+x+`,"b":`+y+`,"c":`+x+`}`, `{"xx":`+x+`,"yy":`+y+`}`)
		}
		for _, name := range []string{"a", "b", "c", "x1", "d", "aa", "x"} {
			texts = append(texts, `{"`+name+`":`+x+`}`)
		}
	}
	return texts
}

// A reference judges by a library that is not ours.
type reference struct{ schemas map[string]*jsonschema.Schema }

func newReference(t testing.TB, components object) reference {
	t.Helper()
	data, err := json.Marshal(object{"components": object{"schemas": components}})
	require.NoError(t, err)
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	require.NoError(t, c.AddResource("test:api", document))
	r := reference{map[string]*jsonschema.Schema{}}
	for name := range components {
		r.schemas[name], err = c.Compile("test:api#/components/schemas/" + name)
		require.NoError(t, err)
	}
	return r
}

func (r reference) accepts(t testing.TB, name, text string) bool {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err, text)
	return r.schemas[name].Validate(v) == nil
}

// dropOtherTypes drops types that a value of the enum or the const beside them does not have: such values are read as they are meant, which
// the reference does not know.
func dropOtherTypes(v any) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			dropOtherTypes(item)
		}
	case object:
		values, _ := v["enum"].([]any)
		if c, ok := v["const"]; ok {
			values = append(slices.Clone(values), c)
		}
		if slices.ContainsFunc(values, func(value any) bool { return !hasType(value, v["type"]) }) {
			delete(v, "type")
		}
		for _, value := range v {
			dropOtherTypes(value)
		}
	}
}

// hasType reports whether a value is of a type, or of one of a list; nil is any.
func hasType(v, types any) bool {
	list, isList := types.([]any)
	if !isList {
		list = []any{types}
	}
	names := map[string][]any{"string": {"string"}, "bool": {"boolean"}, "int": {"integer", "number"}, "float64": {"number"}, "[]interface {}": {"array"}}
	is, known := names[fmt.Sprintf("%T", v)]
	switch _, isObject := v.(object); {
	case isObject:
		is = []any{"object"}
	case !known:
		is = []any{"null"}
	}
	return types == nil || slices.ContainsFunc(is, func(name any) bool { return slices.Contains(list, name) })
}

// TestRandom compares random schemas: witnesses are judged by another validator, and no small value contradicts a proof.
func TestRandom(t *testing.T) {
	rounds := 80
	if n, err := strconv.Atoi(os.Getenv("SETS_ROUNDS")); err == nil {
		rounds = n
	}
	seed, _ := strconv.Atoi(os.Getenv("SETS_SEED"))
	values := pool()
	counts := map[string]int{}
	for round := range rounds {
		m := maker{rand.New(rand.NewPCG(uint64(seed), uint64(round)))}
		schemas := object{"T": m.leaf(), "R": m.schema(2), "U": object{"type": pick(m, "string", "object", "array", "integer")}}
		for _, name := range []string{"T", "R"} { // no schema applies itself to the same value
			data, _ := json.Marshal(schemas[name])
			if strings.Contains(string(data), "$ref") {
				schemas[name] = object{"type": "object", "properties": object{"a": object{"$ref": "#/components/schemas/R"}}, pick(m, "required", "x-nothing"): []any{"a"}}
			}
		}
		const pairs = 6
		for i := range pairs {
			a := m.schema(3)
			schemas[fmt.Sprint("A", i)] = a
			schemas[fmt.Sprint("B", i)] = m.changed(a, 3)
			if m.IntN(4) == 0 {
				schemas[fmt.Sprint("B", i)] = m.schema(3)
			}
		}
		dropOtherTypes(schemas)
		text, err := json.Marshal(object{"openapi": "3.1.0", "info": object{"title": "t", "version": "1"}, "paths": object{}, "components": object{"schemas": schemas}})
		require.NoError(t, err)
		d, ok := read(t, string(text))
		if !ok {
			counts["unread"]++
			continue
		}
		ref := newReference(t, schemas)
		solver := sets.New(nil, d.Schemas)
		for i := range pairs {
			x, y := fmt.Sprint("A", i), fmt.Sprint("B", i)
			compare(t, ref, solver, d, x, y, schemas, values, counts)
			compare(t, ref, solver, d, y, x, schemas, values, counts)
		}
	}
	t.Logf("%v", counts)
	require.Less(t, counts["unknown"]*50, counts["empty"]+counts["inhabited"], "too few answers")
}

func compare(t *testing.T, ref reference, solver *sets.Solver, d *api.Document, x, y string, schemas object, values []string, counts map[string]int) {
	a, _ := api.Find(d.Components.Schemas, x)
	b, _ := api.Find(d.Components.Schemas, y)
	got := solver.Subset(a, b)
	show := func() string {
		p, _ := json.Marshal(schemas[x])
		q, _ := json.Marshal(schemas[y])
		r, _ := json.Marshal(object{"R": schemas["R"], "T": schemas["T"], "U": schemas["U"]})
		return fmt.Sprintf("%s\nminus %s\nwith %s", p, q, r)
	}
	counts[got.Status.String()]++
	switch got.Status {
	case sets.Inhabited:
		text := api.JSON(got.Value)
		if !ref.accepts(t, x, text) || ref.accepts(t, y, text) {
			t.Errorf("%s is no witness: %v %v\n%s", text, ref.accepts(t, x, text), ref.accepts(t, y, text), show())
		}
	case sets.Empty:
		for _, text := range values {
			if ref.accepts(t, x, text) && !ref.accepts(t, y, text) {
				t.Errorf("%s is a counterexample\n%s", text, show())
				break
			}
		}
	default:
		counts[got.Why]++
		if strings.HasPrefix(got.Why, "internal") {
			t.Errorf("%s\n%s", got.Why, show())
		}
	}
}
