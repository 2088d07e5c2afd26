package jsonvalue_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

// TestParse: members keep their order, numbers their spelling, and the first of two members with one name counts.
func TestParse(t *testing.T) {
	v, err := jsonvalue.Parse(` {"b": [1.50, null, true], "a": {"x": "é"}, "b": 2} `)
	require.NoError(t, err)
	assert.Equal(t, `{"b":[1.50,null,true],"a":{"x":"é"}}`, api.JSON(v))
	assert.Equal(t, api.String("é"), jsonvalue.Member(jsonvalue.Member(v, "a"), "x"))
	assert.Nil(t, jsonvalue.Member(v, "c"))
	for _, bad := range []string{"", "{", "[1,]", "1 2", "{1: 2}", "nul"} {
		_, err := jsonvalue.Parse(bad)
		assert.Error(t, err, bad)
	}
}
