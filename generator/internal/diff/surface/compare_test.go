package surface_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/surface"
)

// written returns the package of a document whose first lines are always the same.
func written(t *testing.T, doc string) *gomodel.Package {
	t.Helper()
	path := filepath.Join(t.TempDir(), "spec.yaml")
	require.NoError(t, os.WriteFile(path, []byte("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"+doc), 0o600))
	return plan(t, path)
}

// lines shows differences one a line: what breaks has an exclamation mark, what breaks rarely a question mark; behind the bar is what
// makes it.
func lines(list []surface.Difference) string {
	var b strings.Builder
	for _, d := range list {
		mark := map[[2]bool]string{{true, false}: "!", {false, true}: "?"}[[2]bool{d.Breaks, d.Rare}]
		fmt.Fprintf(&b, "%s%s %s [%s] [%s] %s @ %s %s", mark, d.Kind, d.Name.Name, d.Name.Old, d.Name.New, d.Note, pointer(d.Old), pointer(d.New))
		for _, p := range d.Through {
			fmt.Fprintf(&b, " | %s %s", pointer(p.Old), pointer(p.New))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// pointer returns the end of a pointer, - for no position.
func pointer(p diag.Pos) string {
	text := p.Path.Pointer()
	if p.File == nil {
		return "-"
	}
	return text[strings.LastIndex(text, "/")+1:]
}

// change replaces texts of a document.
func changed(doc string, pairs ...string) string { return strings.NewReplacer(pairs...).Replace(doc) }

const shop = `
servers: [{url: https://a.example}]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}, headers: {X-Page: {schema: {type: integer}}}}
        '422': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
  /pets:
    post:
      operationId: addPet
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: x}}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: {type: string}
        line: {type: object, properties: {text: {type: string}}}
        size: {type: string, enum: [s, m]}
    Problem: {type: object, properties: {title: {type: string}}}
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
`

// TestCompare: what one edit of a document does to the names of its package.
func TestCompare(t *testing.T) {
	for name, c := range map[string]struct{ new, want string }{
		"nothing":    {shop, ""},
		"words only": {changed(shop, "description: x", "description: other words"), ""},
		"a member with another type": {changed(shop, "lives: {type: integer}", "lives: {type: number}"),
			"!changed Cat.Lives [*int64] [*float64]  @ lives lives\n"},
		"a member with another Go name": {changed(shop, "lives: {type: integer}", "lives: {type: integer, x-go-name: Count}"),
			"!renamed Cat.Lives [] [Count]  @ lives lives\n"},
		"a list in a struct that was comparable": {changed(shop, "lives: {type: integer}", "lives: {type: integer}, toys: {type: array, items: {type: string}}"),
			"added Cat.Toys [] [a []string]  @ - toys\n?changed Cat [comparable] [not comparable] == on it stops compiling @ Cat Cat\n"},
		"a member with an inline type goes": {changed(shop, "        line: {type: object, properties: {text: {type: string}}}\n", ""),
			"!gone OrderLine [] [] a struct @ line - | line -\n!gone Order.Line [] [] it was a *OrderLine @ line -\n"},
		"a schema with inline types is renamed": {changed(shop, "schemas/Order'", "schemas/Purchase'", "    Order:\n", "    Purchase:\n"),
			"!renamed Order [] [Purchase]  @ Order Purchase\n" +
				"!renamed OrderLine [] [PurchaseLine]  @ line line | Order Purchase\n" +
				"!renamed OrderSize [] [PurchaseSize]  @ size size | Order Purchase\n"},
		"an operation is renamed": {changed(shop, "getOrder", "readOrder"),
			"!renamed GetOrderHeader [] [ReadOrderHeader] with ParseGetOrderHeader @ get get\n" +
				"!renamed Client.GetOrder [] [ReadOrder]  @ get get\n!renamed GetOrderParams [] [ReadOrderParams]  @ get get\n"},
		"an operation moves": {changed(shop, "/orders/{id}", "/v2/orders/{id}"), ""},
		"an operation goes": {shop[:strings.Index(shop, "  /pets:")] + shop[strings.Index(shop, "components:"):],
			"!gone Client.AddPet [] [] with AddPetParams @ post -\n"},
		"a variant goes": {changed(shop, ", {$ref: '#/components/schemas/Dog'}", ""),
			"!gone PetUnknown"},
		"another variant": {changed(shop, "schemas/Dog'", "schemas/Cow'", "    Dog:", "    Cow: {type: object, required: [kind], properties: {kind: {type: string}}}\n    Dog:"),
			"!changed Dog [a Pet] [no Pet]  @ 1 Pet\nadded Cow [] [a struct]  @ - Cow\n"},
		"null": {changed(shop, "lives: {type: integer}", "lives: {type: [integer, 'null']}"),
			"!changed Cat.Lives [*int64] [Nullable[int64]]  @ lives lives\nadded Nullable, NewNullable, NewNull [] [support code]  @ - - | lives lives\n"},
		"another server": {changed(shop, "a.example", "b.example"),
			"?changed ServerURL [\"https://a.example\"] [\"https://b.example\"]  @ 0 0\n"},
		"another error": {changed(shop, "schemas/Problem'", "schemas/Dog'"),
			"changed Client.GetOrder, APIError.Body of 422 [*Problem] [*Dog]  @ get get\n"},
		"no content": {changed(shop, ", content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}", ""),
			"!changed Client.GetOrder [(*Order, error)] [error]  @ get get\n"},
		"a default": {changed(shop, "lives: {type: integer}", "lives: {type: integer, default: 9}"),
			"added NewCat [] [fills in the default]  @ - Cat | lives lives\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got := lines(surface.Compare(written(t, shop), written(t, c.new)))
			if name == "a variant goes" { // the union is an alias then
				assert.Contains(t, got, c.want)
				return
			}
			assert.Equal(t, c.want, got)
		})
	}
}

// TestPairs: what the caller knows to be one type is one, however it looks.
func TestPairs(t *testing.T) {
	const doc = "paths: {}\ncomponents: {schemas: {%s: {type: object, properties: {%s: {type: string}}}}}\n"
	old, new := written(t, fmt.Sprintf(doc, "Old", "a")), written(t, fmt.Sprintf(doc, "New", "b"))
	assert.Equal(t, "!gone Old [] [] a struct @ Old -\nadded New [] [a struct]  @ - New\n", lines(surface.Compare(old, new)))
	from := func(p *gomodel.Package) diag.Pos { return p.Files[1].Decls[0].Common().From }
	assert.Equal(t, "!renamed Old [] [New]  @ Old New\n!gone Old.A [] [] it was a *string @ a -\nadded New.B [] [a *string]  @ - b\n",
		lines(surface.Compare(old, new, surface.Pair{Old: from(old), New: from(new)})))
}
