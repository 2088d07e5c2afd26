// Package mechanical makes OpenAPI documents of any size, to measure what a schema and an operation cost.
package mechanical

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Document returns a document with component schemas and operations; the same seed gives the same bytes. Each schema is an object with
// ten properties, one of each kind of fields, in an order of its own; three of them
// are constrained, four are required. Each operation sends one of the
// schemas and gets one.
func Document(schemas, operations int, seed uint64) []byte {
	d := document{random: rand.New(rand.NewPCG(seed, 11)), schemas: schemas}
	d.print("openapi: 3.1.0\ninfo: {title: Mechanical, version: \"1\"}\n")
	d.print("paths:%s\n", map[bool]string{true: " {}"}[operations == 0])
	for i := range operations {
		d.operation(i)
	}
	d.print("components:\n  schemas:\n")
	for i := range schemas {
		d.schema(i)
	}
	return []byte(d.text.String())
}

type document struct {
	random  *rand.Rand
	schemas int
	text    strings.Builder
}

func (d *document) print(format string, args ...any) { fmt.Fprintf(&d.text, format, args...) }

func (d *document) operation(i int) {
	content := func() string {
		return fmt.Sprintf("{application/json: {schema: {$ref: '#/components/schemas/Thing%d'}}}", d.random.IntN(d.schemas))
	}
	d.print("  /things%d/{id}:\n    post:\n      operationId: changeThing%d\n", i, i)
	d.print("      parameters:\n        - {name: id, in: path, required: true, schema: {type: string}}\n")
	d.print("        - {name: limit, in: query, schema: {type: integer, minimum: 1}}\n")
	d.print("      requestBody: {content: %s}\n", content())
	d.print("      responses: {\"200\": {description: what it is now, content: %s}}\n", content())
}

func (d *document) schema(i int) {
	ref := func() string { // an earlier schema: no value contains itself
		if i == 0 {
			return "{type: string}"
		}
		return fmt.Sprintf("{$ref: '#/components/schemas/Thing%d'}", d.random.IntN(i))
	}
	kinds := []string{
		fmt.Sprintf("{type: string, minLength: 1, maxLength: %d}", 16+d.random.IntN(100)),
		fmt.Sprintf("{type: integer, minimum: 0, maximum: %d}", 100+d.random.IntN(1000)),
		fmt.Sprintf("{type: array, maxItems: %d, items: {type: string}}", 4+d.random.IntN(60)),
		"{type: integer, format: int32}",
		"{type: number}",
		"{type: boolean}",
		"{type: string, format: date-time}",
		"{type: [string, 'null']}",
		"{type: array, items: " + ref() + "}",
		ref(),
	}
	names := strings.Fields("name size color owner weight state parent label origin change")
	d.random.Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
	d.random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	d.print("    Thing%d:\n      type: object\n      description: One of the things.\n", i)
	d.print("      required: [%s]\n      properties:\n", strings.Join(names[:4], ", "))
	for i := range kinds {
		d.print("        %s: %s\n", names[i], kinds[i])
	}
}
