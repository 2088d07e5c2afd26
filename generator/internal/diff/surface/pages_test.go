package surface_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/diff/surface"
)

const pagesDocument = `
paths:
  /orders/{shop}:
    get:
      operationId: listOrders
      x-pagination: {kind: cursor, request: cursor, items: /items, next: /next}
      parameters: [{name: shop, in: path, required: true, schema: {type: string}}, {name: cursor, in: query, schema: {type: string}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}
components:
  schemas:
    Page: {type: object, properties: {items: {type: array, items: {type: string}}, next: {type: string}}}
`

// TestPages: the methods for pages come and go with x-pagination, are renamed with their operation, and change with its types.
func TestPages(t *testing.T) {
	const pagination = "\n      x-pagination: {kind: cursor, request: cursor, items: /items, next: /next}"
	for name, test := range map[string]struct {
		pairs []string
		want  string
	}{
		"gone": {[]string{pagination, ""}, "!gone Client.ListOrdersPages [] [] a method @ get -\n!gone Client.ListOrdersAll [] [] a method @ get -\n"},
		"renamed": {[]string{"listOrders", "ordersOf"}, "!renamed Client.ListOrders [] [OrdersOf]  @ get get\n" +
			"!renamed ListOrdersParams [] [OrdersOfParams]  @ get get\n!renamed Client.ListOrdersPages [] [OrdersOfPages]  @ get get\n" +
			"!renamed Client.ListOrdersAll [] [OrdersOfAll]  @ get get\n"},
		"another item": {[]string{"items: {type: string}", "items: {type: boolean}"}, "!changed Page.Items [[]string] [[]bool]  @ items items\n" +
			"!changed Client.ListOrdersAll [iter.Seq2[string, error]] [iter.Seq2[bool, error]]  @ get get\n"},
		"another page": {[]string{"schemas/Page", "schemas/Leaf", "Page:", "Leaf:"}, "!renamed Page [] [Leaf]  @ Page Leaf\n"},
		"another way":  {[]string{"kind: cursor, request: cursor, items: /items, next: /next", "kind: link, items: /items"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			list := surface.Compare(written(t, pagesDocument), written(t, changed(pagesDocument, test.pairs...)))
			assert.Equal(t, test.want, lines(list))
		})
	}
	added := surface.Compare(written(t, changed(pagesDocument, pagination, "")), written(t, pagesDocument))
	assert.Len(t, added, 2)
	for _, d := range added {
		assert.False(t, d.Breaks)
	}
}
