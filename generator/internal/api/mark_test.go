package api_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// TestKeywordNames: the list of names has the order of the constants, which only their names can show.
func TestKeywordNames(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "mark.go", nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	var constants []string
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, "Kw") {
			constants = append(constants, spec.Names[0].Name)
		}
		return true
	})
	require.Len(t, constants, int(api.KwNullable)+1)
	for i, name := range constants[1:] {
		k := api.Keyword(i + 1)
		assert.True(t, strings.EqualFold(strings.TrimPrefix(name, "Kw"), strings.TrimPrefix(k.String(), "$")), "%s is %q", name, k)
		assert.Equal(t, k, api.KeywordOf(k.String()))
	}
	for _, unknown := range []string{"", "x-a", "Type", "ref"} {
		assert.Equal(t, api.KwUnknown, api.KeywordOf(unknown), unknown)
	}
}

func TestTypeNames(t *testing.T) {
	for want, typ := range map[string]api.Type{"null": api.TypeNull, "boolean": api.TypeBoolean, "object": api.TypeObject, "array": api.TypeArray,
		"number": api.TypeNumber, "string": api.TypeString, "integer": api.TypeInteger} {
		assert.Equal(t, want, typ.String())
	}
}

func TestAt(t *testing.T) {
	s := &api.Schema{Pos: at("/components/schemas/A~B"), Marks: []api.Mark{{Keyword: api.KwRef, Line: 7, Column: 9},
		{Keyword: api.KwMaxLength, Fate: api.Hidden, Line: 8, Column: 11}}}
	got := s.At(api.KwMaxLength)
	assert.Equal(t, "openapi.yaml:8:11", got.String())
	assert.Equal(t, "openapi.yaml#/components/schemas/A~0B/maxLength", got.Address())
	assert.Equal(t, api.Hidden, s.Written(api.KwMaxLength).Fate)
	assert.Equal(t, s.Pos, s.At(api.KwType), "an absent keyword is at the schema")
	assert.Nil(t, s.Written(api.KwType))
}
