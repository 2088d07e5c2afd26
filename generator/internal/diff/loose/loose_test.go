package loose_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/loose"
)

// TestIn loosens a member of a schema that leads to itself.
func TestIn(t *testing.T) {
	anything, text := &api.Schema{Form: api.FormTrue}, &api.Schema{Types: []api.Type{api.TypeString}}
	tree := &api.Schema{}
	tree.Object = &api.ObjectRules{Properties: []api.Named[*api.Schema]{{Name: "name", Value: text}, {Name: "next", Value: tree}}}
	outer := &api.Schema{Array: &api.ArrayRules{Items: tree}}

	members := loose.Members{}
	assert.Same(t, outer, members.In(outer, anything), "nothing is loose")
	members.Add(tree, "name")
	assert.Same(t, text, members.In(text, anything), "it leads to nothing loose")

	copied := members.In(outer, anything).Array.Items
	assert.Same(t, anything, copied.Object.Properties[0].Value)
	assert.Same(t, copied, copied.Object.Properties[1].Value)
	assert.Same(t, text, tree.Object.Properties[0].Value, "the document stays as it is")
}
