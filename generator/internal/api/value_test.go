package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// TestEqual: two values are equal exactly if their canonical texts are.
func TestEqual(t *testing.T) {
	one, oneToo := number(t, "1"), number(t, "10e-1")
	ab := api.Object{{Name: "a", Value: one}, {Name: "b", Value: api.Null{}}}
	for name, c := range map[string]struct {
		a, b api.Value
		want bool
	}{
		"numbers":          {one, oneToo, true},
		"absent":           {nil, nil, true},
		"null, absent":     {api.Null{}, nil, false},
		"null":             {api.Null{}, api.Null{}, true},
		"booleans":         {api.Bool(true), api.Bool(false), false},
		"number, string":   {one, api.String("1"), false},
		"string, array":    {api.String("a"), api.Array{}, false},
		"array, object":    {api.Array{}, api.Object{}, false},
		"bool, string":     {api.Bool(true), api.String("true"), false},
		"arrays":           {api.Array{one, api.Null{}}, api.Array{oneToo, api.Null{}}, true},
		"order":            {api.Array{one, api.Null{}}, api.Array{api.Null{}, one}, false},
		"shorter":          {api.Array{one}, api.Array{one, one}, false},
		"members":          {ab, api.Object{{Name: "b", Value: api.Null{}}, {Name: "a", Value: oneToo}}, true},
		"other member":     {ab, api.Object{{Name: "a", Value: one}, {Name: "c", Value: api.Null{}}}, false},
		"fewer members":    {ab, ab[:1], false},
		"quotes in a text": {api.Array{api.String(`a","b`)}, api.Array{api.String("a"), api.String("b")}, false},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, api.Equal(c.a, c.b))
			assert.Equal(t, c.want, api.Equal(c.b, c.a))
			assert.Equal(t, c.want, api.Canonical(c.a) == api.Canonical(c.b))
		})
	}
}

func TestLookup(t *testing.T) {
	list := []api.Named[int]{entry("a", 1), entry("b", 2)}
	got, ok := api.Find(list, "b")
	assert.True(t, ok)
	assert.Equal(t, 2, got)
	_, ok = api.Find(list, "c")
	assert.False(t, ok)

	s := api.Schema{Extensions: []api.Extension{{Name: "x-a", Value: api.Bool(true)}}}
	assert.Equal(t, api.Bool(true), s.Extension("x-a"))
	assert.Nil(t, s.Extension("x-b"))
}
