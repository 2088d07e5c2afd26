package wire_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

func TestExpand(t *testing.T) {
	one, text := json.Number("1"), "1"
	assert.Equal(t, []any{one, text}, wire.Expand(wire.Leaf("1"), 9))
	assert.Equal(t, []any{"01"}, wire.Expand(wire.Leaf("01"), 9), "no number of JSON")
	assert.Equal(t, []any{[]any{}}, wire.Expand([]any{}, 9))
	assert.Equal(t, []any{[]any{one, one}, []any{text, one}, []any{one, text}, []any{text, text}},
		wire.Expand([]any{wire.Leaf("1"), wire.Leaf("1")}, 9))
	assert.Equal(t, []any{wire.Object{"a": true, "b": "x"}, wire.Object{"a": "true", "b": "x"}},
		wire.Expand(wire.Object{"a": wire.Leaf("true"), "b": "x"}, 9))
	assert.Equal(t, []any{one, text, []any{one}}, wire.Expand(wire.Choice{wire.Leaf("1"), []any{wire.Leaf("1")}}, 3), "not more than that")

	var many []any
	for range 100 {
		many = append(many, wire.Leaf("1"))
	}
	all := wire.Expand(many, wire.MaxReadings)
	assert.Len(t, all, wire.MaxReadings)
	assert.NotContains(t, all[0], text)
	assert.NotContains(t, all[1], one)
}

func TestMediaRank(t *testing.T) {
	for _, c := range []struct {
		declared, actual string
		fits             bool
	}{
		{"application/json", "Application/JSON; charset=utf-8", true},
		{"application/json; charset=utf-8", "application/json", true},
		{"application/json; v=1", "application/json; v=1; a=b", true},
		{"application/json; v=1", "application/json", false},
		{"application/json", "application/x+json", false},
		{"text/*", "text/plain", true},
		{"*/*", "a/b", true},
		{"application/*+json", "application/x+json", true},
		{"application/*+json", "application/json", false},
		{"text/*", "image/png", false},
	} {
		assert.Equal(t, c.fits, wire.MediaRank(c.declared, c.actual) >= 0, "%s %s", c.declared, c.actual)
	}
	assert.Greater(t, wire.MediaRank("a/b; c=d", "a/b; c=d"), wire.MediaRank("a/b", "a/b; c=d"))
	assert.Greater(t, wire.MediaRank("a/b", "a/b"), wire.MediaRank("a/*", "a/b"))
	assert.Greater(t, wire.MediaRank("a/*", "a/b"), wire.MediaRank("*/*", "a/b"))
}
