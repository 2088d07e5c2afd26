package golden_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/golden/scratch"
)

// A pagesCase is an operation: a kind of pages, a type of items, and how the members on the way to them are held.
type pagesCase struct{ op, kind, items, way string }

// pagesKinds are x-pagination of each kind; ITEMS and NEXT are pointers. The third is the type of the query parameter, the last that of next.
var pagesKinds = [][4]string{
	{"cursor", "{kind: cursor, request: q, items: ITEMS, next: NEXT}", "string", "string"},
	{"number", "{kind: cursor, request: q, items: ITEMS, next: NEXT}", "string", "integer"},
	{"key", "{kind: cursor, request: q, items: ITEMS, next: NEXT}", "integer", "integer"},
	{"page", "{kind: page, request: q, items: ITEMS}", "integer", ""},
	{"more", "{kind: page, request: q, items: ITEMS, next: NEXT}", "number", "boolean"},
	{"offset", "{kind: offset, request: q, items: ITEMS}", "integer", ""},
	{"left", "{kind: offset, request: q, items: ITEMS, next: NEXT}", "integer", "integer"},
	{"header", "{kind: link, items: ITEMS}", "integer", ""},
	{"url", "{kind: link, items: ITEMS, next: NEXT}", "integer", "string"},
}

// pagesItems are types of items, with five values each.
var pagesItems = [][3]string{
	{"objects", "{$ref: '#/components/schemas/Thing'}", `{"id":1} {"id":2} {"id":3} {"id":4} {"id":5}`},
	{"strings", "{type: string}", `"1" "2" "3" "4" "5"`},
	{"unions", "{$ref: '#/components/schemas/Event'}", `{"kind":"Up","by":1} {"kind":"Down"} {"kind":"Down"} {"kind":"Up","by":2} {"kind":"Down"}`},
	{"nullable", "{type: [object, 'null'], properties: {a: {type: string}}}", `{"a":"1"} null {"a":"3"} null {"a":"5"}`},
	{"free", "{}", `1 "2" {"c":3} null [5]`},
}

// pagesWays are how the members on the way are held. The body itself is a list in the last.
var pagesWays = []string{"required", "optional", "nullable", "both", "named", "whole"}

// pagesCases are all that can be: a body that is a list has no member that leads on, and a required number never ends.
func pagesCases() (list []pagesCase) {
	for _, k := range pagesKinds {
		for _, items := range pagesItems {
			for _, way := range pagesWays {
				if way == "whole" && k[3] != "" || way == "required" && k[3] == "integer" && k[0] != "left" {
					continue
				}
				list = append(list, pagesCase{fmt.Sprintf("Op%d", len(list)), k[0], items[0], way})
			}
		}
	}
	return list
}

// pagesDocument describes all cases.
func pagesDocument(cases []pagesCase) string {
	var b strings.Builder
	b.WriteString(`openapi: 3.1.0
info: {title: Pages, version: "1"}
components:
  schemas:
    Thing: {type: object, required: [id], properties: {id: {type: integer}}}
    Event: {oneOf: [{$ref: '#/components/schemas/Up'}, {$ref: '#/components/schemas/Down'}], discriminator: {propertyName: kind}}
    Up: {type: object, required: [kind], properties: {kind: {const: Up}, by: {type: integer}}}
    Down: {type: object, required: [kind], properties: {kind: {const: Down}}}
    Cursor: {type: string}
    Link: {type: string, format: uri-reference}
    Key: {type: integer, format: int64}
    More: {type: boolean}
`)
	var lists, paths strings.Builder
	for _, c := range cases {
		k, items := rowOf(pagesKinds, c.kind), rowOfItems(c.items)
		list := "{type: array, items: " + items[1] + "}"
		if c.way == "named" {
			fmt.Fprintf(&lists, "    %sList: %s\n", c.op, list)
			list = "{$ref: '#/components/schemas/" + c.op + "List'}"
		}
		body, pointers := list, strings.NewReplacer("ITEMS", `""`)
		if c.way != "whole" {
			body = pagesObject(c.way, "data", pagesObject(c.way, "items", list, "next", pagesNext(c.way, k)))
			pointers = strings.NewReplacer("ITEMS", "/data/items", "NEXT", "/data/next")
		}
		required := ""
		if c.way == "required" {
			required = "required: true, "
		}
		fmt.Fprintf(&paths, "  /%s:\n    get:\n      operationId: %s\n      x-pagination: %s\n      parameters: [{name: q, in: query, %sschema: {type: %s}}]\n"+
			"      responses: {\"200\": {description: ok, content: {application/json: {schema: %s}}}}\n", c.op, c.op, pointers.Replace(k[1]), required, k[2], body)
	}
	return b.String() + lists.String() + "paths:\n" + paths.String()
}

// pagesNext is the schema of what leads on.
func pagesNext(way string, k [4]string) string {
	if way == "named" && k[3] != "" {
		name := map[string]string{"string": "Cursor", "integer": "Key", "boolean": "More"}[k[3]]
		if k[0] == "url" {
			name = "Link"
		}
		return "{$ref: '#/components/schemas/" + name + "'}"
	}
	return "{type: " + map[bool]string{true: "string", false: k[3]}[k[3] == ""] + "}"
}

// pagesObject is the schema of an object; members are names and schemas in turn.
func pagesObject(way string, members ...string) string {
	var names, properties []string
	for i := 0; i < len(members); i += 2 {
		s := members[i+1]
		if way == "nullable" || way == "both" {
			s = "{anyOf: [" + s + ", {type: 'null'}]}"
		}
		names, properties = append(names, members[i]), append(properties, members[i]+": "+s)
	}
	required := ""
	if way == "required" || way == "nullable" {
		required = "required: [" + strings.Join(names, ", ") + "], "
	}
	return "{type: object, " + required + "properties: {" + strings.Join(properties, ", ") + "}}"
}

func rowOf(rows [][4]string, name string) [4]string {
	for _, row := range rows {
		if row[0] == name {
			return row
		}
	}
	panic(name)
}

func rowOfItems(name string) [3]string {
	for _, row := range pagesItems {
		if row[0] == name {
			return row
		}
	}
	panic(name)
}

// TestPagesOfAllKinds reads the pages of each kind, with items of each type, held in each way, from a server that gives two items at once.
func TestPagesOfAllKinds(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles and runs a package")
	}
	cases := pagesCases()
	spec := filepath.Join(t.TempDir(), "spec.yaml")
	require.NoError(t, os.WriteFile(spec, []byte(pagesDocument(cases)), 0o600))
	result, err := generator.Generate(t.Context(), generator.Config{Spec: spec, Package: "pages"})
	require.NoError(t, err)
	for _, f := range result.Findings {
		assert.NotContains(t, f.Message, "page", "%s: %s", f.Pos, f.Message)
	}
	m, err := scratch.New(t.Context(), t.TempDir(), modulePath)
	require.NoError(t, err)
	for _, f := range result.Files {
		require.NoError(t, m.Write("pages/"+f.Name, f.Data))
	}
	var calls strings.Builder
	for _, c := range cases {
		fmt.Fprintf(&calls, "\tread(t, s, c, pagesCase{%q, %q, %q, %q}, c.%sPages(t.Context(), new(api.%sParams)), c.%sAll(t.Context(), new(api.%sParams)))\n",
			c.op, c.kind, rowOfItems(c.items)[2], c.way, c.op, c.op, c.op, c.op)
	}
	program, err := os.ReadFile("testdata/pages/program_test.go.txt")
	require.NoError(t, err)
	require.NoError(t, m.Write("run/pages_test.go", []byte(strings.Replace(string(program), "\t// CALLS\n", calls.String(), 1))))
	out, err := m.Go(t.Context(), "test", "./run")
	require.NoError(t, err, "%s", out)
	require.Greater(t, len(cases), 200)
	t.Logf("%d operations", len(cases))
}
