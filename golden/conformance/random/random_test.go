package random

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
	"github.com/oas2go/oas2go/golden/conformance/oracle"
)

func source(i int) *rand.Rand { return rand.New(rand.NewPCG(1, uint64(i))) }

// TestSameSeed: a run can be repeated.
func TestSameSeed(t *testing.T) {
	for i := range 200 {
		a, b := source(i), source(i)
		first, second := New(a, i%2 == 0), New(b, i%2 == 0)
		require.Equal(t, first.Text(), second.Text())
		require.Equal(t, Values(a, first, 10), Values(b, second, 10))
	}
}

// TestSchemasAreUsable: each is a schema, and values of all sorts are made for it.
func TestSchemasAreUsable(t *testing.T) {
	var all strings.Builder
	valid, values, right, tagged, letter := 0, 0, 0, 0, 0
	for i := range 500 {
		r := source(i)
		set := New(r, i%4 == 0)
		all.WriteString(set.Text())
		components := set.Components
		if set.OpenAPI30 {
			components = oracle.To2020(components)
		}
		meant := oracle.Decided(components)
		decided, err := oracle.Compile(meant, Root)
		require.NoError(t, err, set.Text())
		schema, err := oracle.Compile(components, Root)
		require.NoError(t, err, set.Text())
		for _, text := range Values(r, set, 10) {
			ok, err := schema.Accepts([]byte(text))
			require.NoError(t, err, text)
			values++
			if ok {
				valid++
			}
			if is, err := decided.Accepts([]byte(text)); strings.Contains(set.Text(), `"mapping"`) {
				require.NoError(t, err, text)
				if is {
					right++
				}
				tagged++
			} else if reflect.DeepEqual(meant, components) {
				letter++
				require.Equal(t, ok, is, "%s of %s, which has no discriminator, and no parts closed against each other", text, set.Text())
			}
		}
	}
	assert.Greater(t, letter, values/2, "most schemas mean what they say")
	share := float64(valid) / float64(values)
	assert.True(t, share > 0.25 && share < 0.75, "%.2f of the values are valid: both sides need many", share)
	share = float64(right) / float64(tagged)
	assert.True(t, tagged > 200 && share > 0.2 && share < 0.8, "%.2f of %d values are valid where tags decide", share, tagged)
	for _, keyword := range []string{"$ref", "additionalProperties", "allOf", "anyOf", "const", "contains", "dependentRequired", "dependentSchemas",
		"discriminator", "else", "enum", "exclusiveMaximum", "exclusiveMinimum", "if", "items", "maxContains", "maxItems", "maxLength", "maxProperties",
		"maximum", "minContains", "minItems", "minLength", "minProperties", "minimum", "multipleOf", "not", "nullable", "oneOf", "pattern",
		"patternProperties", "prefixItems", "properties", "propertyNames", "required", "then", "type", "unevaluatedItems", "unevaluatedProperties",
		"uniqueItems"} {
		assert.Contains(t, all.String(), `"`+keyword+`":`)
	}
}

// TestShrink: steps lead from a large schema and value to what a disagreement is about, here multipleOf of an item.
func TestShrink(t *testing.T) {
	set := &Set{Components: jsontext.MustDecode([]byte(`{"Root":{"type":"object","required":["a"],"properties":{"a":{"$ref":"#/components/schemas/Ada"},
		"b":{"type":"string"}}},"Ada":{"type":"array","items":{"allOf":[{"type":"integer"},{"multipleOf":30,"minimum":7}]},"maxItems":3}}`)).(object)}
	value := `{"a":[60,31,90],"b":"text"}`
	wrong := func(set *Set, value string) bool {
		schema, err := oracle.Compile(set.Components, Root)
		if err != nil || !strings.Contains(set.Text(), "multipleOf") {
			return false
		}
		ok, err := schema.Accepts([]byte(value))
		return err == nil && !ok
	}
	require.True(t, wrong(set, value))
	for changed := true; changed; {
		changed = false
		for _, s := range set.Smaller() {
			if wrong(s, value) && len(s.Text()) < len(set.Text()) {
				set, changed = s, true
				break
			}
		}
		for _, v := range SmallerValues(value) {
			if wrong(set, v) && len(v) < len(value) {
				value, changed = v, true
				break
			}
		}
	}
	assert.Less(t, len(set.Text()), 70, set.Text())
	assert.Less(t, len(value), 12, value)
}
