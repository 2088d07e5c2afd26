package surface_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/surface"
)

const groupsDocument = `
paths:
  /orders:
    get: {operationId: listOrders, tags: [orders], responses: {"204": {description: ok}}}
    post: {operationId: createOrder, tags: [orders], responses: {"204": {description: ok}}}
  /stock:
    get: {operationId: listStock, tags: [stock], responses: {"204": {description: ok}}}
`

// TestGroups: what callers write changes with the first tag of an operation, if operations are grouped, and what is declared for it does not.
func TestGroups(t *testing.T) {
	grouped := func(doc string) *gomodel.Package {
		path := filepath.Join(t.TempDir(), "spec.yaml")
		require.NoError(t, os.WriteFile(path, []byte("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"+doc), 0o600))
		result, err := generator.Generate(t.Context(), generator.Config{Spec: path, Package: "api", Group: true})
		require.NoError(t, err)
		return result.Package
	}
	for name, test := range map[string]struct {
		pairs []string
		want  string
	}{
		"another first tag": {[]string{"createOrder, tags: [orders]", "createOrder, tags: [stock]"}, "!renamed Client.Orders.Create [] [Stock.CreateOrder]  @ post post\n"},
		"a second tag":      {[]string{"createOrder, tags: [orders]", "createOrder, tags: [orders, stock]"}, ""},
		"no tag":            {[]string{"createOrder, tags: [orders]", "createOrder, tags: []"}, "!renamed Client.Orders.Create [] [CreateOrder]  @ post post\n"},
		"a new group": {[]string{"listStock, tags: [stock]", "listStock, tags: [store]"},
			"!gone StockClient [] [] a struct @ get -\nadded StoreClient [] [a struct]  @ - get\n!renamed Client.Stock.ListStock [] [Store.ListStock]  @ get get\n"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, lines(surface.Compare(grouped(groupsDocument), grouped(changed(groupsDocument, test.pairs...)))))
		})
	}
	flat := surface.Compare(written(t, groupsDocument), written(t, changed(groupsDocument, "createOrder, tags: [orders]", "createOrder, tags: [stock]")))
	assert.Empty(t, flat, "without groups a tag changes no name")
}
