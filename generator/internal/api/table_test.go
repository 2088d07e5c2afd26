package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

func TestTable(t *testing.T) {
	var d api.Document
	first, second := d.NewSchema(diag.Pos{}), d.NewSchema(diag.Pos{})
	table := api.NewTable[int](d.Schemas)
	later, standIn := d.NewSchema(diag.Pos{}), &api.Schema{ID: second.ID} // neither is in the list
	for i, s := range []*api.Schema{first, second, later, standIn, nil} {
		assert.Zero(t, table.Get(s))
		*table.At(s) = i + 1
	}
	for i, s := range []*api.Schema{first, second, later, standIn, nil} {
		assert.Equal(t, i+1, table.Get(s))
		assert.Equal(t, i+1, *table.At(s))
	}
	assert.Zero(t, table.Get(&api.Schema{ID: first.ID}))
}
