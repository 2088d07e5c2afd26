package api_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// everyChild owns one schema by each keyword that holds some.
func everyChild() *api.Schema {
	named := func() []api.Named[*api.Schema] { return []api.Named[*api.Schema]{entry("n", text())} }
	list := func() []*api.Schema { return []*api.Schema{text(), text()} }
	return &api.Schema{
		Core: &api.CoreRules{Defs: named()},
		Object: &api.ObjectRules{Properties: named(), PatternProperties: named(), AdditionalProperties: text(), PropertyNames: text(),
			DependentSchemas: named(), UnevaluatedProperties: text()},
		Array:   &api.ArrayRules{PrefixItems: list(), Items: text(), Contains: text(), UnevaluatedItems: text()},
		Compose: &api.Composition{AllOf: list(), AnyOf: list(), OneOf: list(), Not: text(), If: text(), Then: text(), Else: text()},
		Content: &api.ContentRules{Schema: text()},
	}
}

func TestChildren(t *testing.T) {
	var got []string
	for c := range everyChild().Children() {
		got = append(got, c.Keyword.String()+"/"+c.Name+strconv.Itoa(c.Index))
		assert.NotNil(t, c.Schema)
	}
	assert.Equal(t, []string{"$defs/n0", "properties/n0", "patternProperties/n0", "additionalProperties/0", "propertyNames/0",
		"dependentSchemas/n0", "unevaluatedProperties/0", "prefixItems/0", "prefixItems/1", "items/0", "contains/0", "unevaluatedItems/0",
		"allOf/0", "allOf/1", "anyOf/0", "anyOf/1", "oneOf/0", "oneOf/1", "not/0", "if/0", "then/0", "else/0", "contentSchema/0"}, got)
}

func TestAll(t *testing.T) {
	root := tree()
	all := slices.Collect(root.All())
	assert.Len(t, all, 4, "the tree, word, children and its items: the reference is not followed")
	assert.Same(t, root, all[0])
	n := 0
	for range everyChild().All() {
		if n++; n == 3 {
			break
		}
	}
	assert.Equal(t, 3, n)
}

func TestHas(t *testing.T) {
	for name, c := range map[string]struct {
		types []api.Type
		asked api.Type
		want  bool
	}{
		"any":               {nil, api.TypeNull, true},
		"one":               {[]api.Type{api.TypeString, api.TypeNull}, api.TypeNull, true},
		"other":             {[]api.Type{api.TypeString}, api.TypeNull, false},
		"integer of number": {[]api.Type{api.TypeNumber}, api.TypeInteger, true},
		"number of integer": {[]api.Type{api.TypeInteger}, api.TypeNumber, false},
	} {
		assert.Equal(t, c.want, typed(c.types...).Has(c.asked), name)
	}
}
