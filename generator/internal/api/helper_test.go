package api_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// at returns a position with the pointer text, as parse would give it.
func at(pointer string) diag.Pos {
	var p *diag.Path
	for _, token := range strings.Split(strings.TrimPrefix(pointer, "/"), "/") {
		p = p.Child(token)
	}
	return diag.Pos{File: &diag.File{Name: "openapi.yaml"}, Path: p, Line: 1, Column: 1}
}

func number(t *testing.T, text string) api.Number {
	t.Helper()
	n, ok := api.ParseNumber(text)
	require.True(t, ok, text)
	return n
}

func typed(types ...api.Type) *api.Schema { return &api.Schema{Types: types} }

func text() *api.Schema { return typed(api.TypeString) }

func minLength(n api.Number) *api.Schema {
	return &api.Schema{Types: []api.Type{api.TypeString}, String: &api.StringRules{MinLength: &n}}
}

func to(target *api.Schema) *api.Schema {
	return &api.Schema{Ref: &api.Ref{Text: "#" + target.Pos.Path.Pointer(), Target: target}}
}

func entry[T any](name string, value T) api.Named[T] { return api.Named[T]{Name: name, Value: value} }

func inPlace[T any](value T) api.Use[T] { return api.Use[T]{Value: &value} }

func object(rules api.ObjectRules) *api.Schema {
	return &api.Schema{Types: []api.Type{api.TypeObject}, Object: &rules}
}

func record(name string, props ...api.Named[*api.Schema]) *api.Schema {
	s := object(api.ObjectRules{Properties: props})
	s.Pos = at("/components/schemas/" + name)
	return s
}

// tree is a schema whose children are of its own kind.
func tree() *api.Schema {
	children := typed(api.TypeArray)
	t := record("Tree", entry("word", text()), entry("children", children))
	children.Array = &api.ArrayRules{Items: to(t)}
	return t
}

func union(d *api.Discriminator, alternatives ...*api.Schema) *api.Schema {
	return &api.Schema{Compose: &api.Composition{OneOf: alternatives}, OpenAPI: &api.OpenAPIRules{Discriminator: d}}
}
