package parse

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

const rewritesFile = "testdata/swagger.txt"

// A rewriteCase is a document of Swagger 2.0 and the members of the tree that it is rewritten to.
type rewriteCase struct{ name, document, want string }

func rewriteCases(t testing.TB) (list []rewriteCase) {
	t.Helper()
	data, err := os.ReadFile(rewritesFile)
	require.NoError(t, err)
	for _, c := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		name, rest, _ := strings.Cut(c, "\n")
		document, want, _ := strings.Cut(rest, "\n---\n")
		list = append(list, rewriteCase{name, document, want})
	}
	return list
}

// TestRewriting reads testdata/swagger.txt, which has the form of findings.txt: the rewritten tree stands after "---".
func TestRewriting(t *testing.T) {
	var all strings.Builder
	for _, c := range rewriteCases(t) {
		t.Run(c.name, func(t *testing.T) {
			root := rewritten(t, expand(c.document)).entry.root.root
			var got strings.Builder
			for _, m := range root.node.Members {
				if m.Name != "openapi" && m.Name != "info" {
					show20(&got, m.Name, m.Value, 2)
				}
			}
			fmt.Fprintf(&all, "=== %s\n%s\n---\n%s\n", c.name, strings.TrimRight(c.document, "\n"), got.String())
			if !*update {
				require.Equal(t, strings.TrimSpace(c.want), strings.TrimSpace(got.String()))
			}
		})
	}
	if *update {
		require.NoError(t, os.WriteFile(rewritesFile, []byte(all.String()), 0o644))
	}
}

// rewritten returns a parser that has rewritten a document and read nothing.
func rewritten(t testing.TB, text string) *parser {
	t.Helper()
	var findings diag.List
	d := source.Read("openapi.yaml", []byte(text), &findings)
	require.NotNil(t, d.Root)
	version, ok := readVersion(d, &findings)
	require.True(t, ok, listed(&findings))
	p := newParser(d, api.Version{Text: "2.0", Major: 3}, Options{}, &findings)
	p.doc.Version = version
	p.rewriteSwagger(p.entry.root)
	return p
}

// show20 writes objects of the first levels line by line.
func show20(b *strings.Builder, name string, n *source.Node, levels int) {
	if n.Kind != source.Object || levels == 0 || len(n.Members) == 0 {
		fmt.Fprintf(b, "%s: %s\n", name, asJSON(n))
		return
	}
	for _, m := range n.Members {
		show20(b, name+" "+m.Name, m.Value, levels-1)
	}
}

func asJSON(n *source.Node) string {
	var parts []string
	switch n.Kind {
	case source.Object:
		for _, m := range n.Members {
			parts = append(parts, m.Name+": "+asJSON(m.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case source.Array:
		for _, item := range n.Items {
			parts = append(parts, asJSON(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case source.Null:
		return "null"
	case source.String:
		text, _ := json.Marshal(n.Text) // a string never fails
		return string(text)
	}
	return n.Text
}

// harbour is the document of a golden case.
func harbour(t testing.TB) string {
	t.Helper()
	archive, err := txtar.ParseFile("../../../golden/cases/swagger-2.txtar")
	require.NoError(t, err)
	return string(archive.Files[slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "spec.yaml" })].Data)
}

// visit calls f for a place and all below it.
func visit(at place, f func(place)) {
	f(at)
	for _, m := range at.node.Members {
		visit(at.child(m.Name, m.Value), f)
	}
	for i, item := range at.node.Items {
		visit(at.child(strconv.Itoa(i), item), f)
	}
}

// What is carried over knows where the file has it: line, column and pointer.
func TestRewrittenPlacesKnowTheFile(t *testing.T) {
	type spot struct {
		line, column uint32
		text         string
		kind         source.Kind
	}
	documents := []string{harbour(t)}
	for _, c := range rewriteCases(t) {
		documents = append(documents, expand(c.document))
	}
	for _, text := range documents {
		p := rewritten(t, text)
		pointers := map[spot][]string{} // several for what YAML aliases repeat
		visit(p.entry.root.swagger.written, func(at place) {
			if n := at.node; n.Kind != source.Object && n.Kind != source.Array {
				s := spot{n.Line, n.Column, n.Text, n.Kind}
				pointers[s] = append(pointers[s], at.path.Pointer())
			}
		})
		carried := 0
		visit(p.entry.root.root, func(at place) {
			n := at.node
			require.NotZero(t, n.Line, at.path.Pointer())
			names := map[string]bool{}
			for _, m := range n.Members {
				require.False(t, names[m.Name], "%s has %q twice", at.path.Pointer(), m.Name)
				require.NotZero(t, m.Line)
				names[m.Name] = true
			}
			if pointer, ok := pointers[spot{n.Line, n.Column, n.Text, n.Kind}]; ok && n.Kind != source.Object && n.Kind != source.Array {
				carried++
				assert.Contains(t, pointer, at.path.Original().Pointer(), "now %s", at.path.Pointer())
			}
		})
		assert.NotZero(t, carried)
	}
}

// The tree of the file is not changed: it can be read again, with the same result.
func TestRewritingLeavesTheFile(t *testing.T) {
	var findings diag.List
	d := source.Read("openapi.yaml", []byte(harbour(t)), &findings)
	before := asJSON(d.Root)
	first := Document(d, Options{}, &findings)
	assert.Equal(t, before, asJSON(d.Root))
	second := Document(d, Options{}, new(diag.List))
	require.Equal(t, len(first.Schemas), len(second.Schemas))
	for i := range first.Schemas {
		assert.Equal(t, first.Schemas[i].Pos.Address(), second.Schemas[i].Pos.Address())
	}
}

// Findings show the pointers of the file, also those of things that stand several times in the new tree.
func TestFindingsOfSwaggerPointIntoTheFile(t *testing.T) {
	_, findings := read(t, expand(`2.0 root
consumes: [application/json, text/json, {}]
parameters:
  b: {name: b, in: body, schema: {type: object, properties: {p: {type: strin}}}}
  f: {name: f, in: formData, type: array, collectionFormat: tsv, items: {type: string}}
paths:
  /a:
    parameters: [{$ref: '#/parameters/b'}, {$ref: '#/parameters/f'}]
    post:
      consumes: [text/xml]
      parameters:
      - {name: x, in: formData, type: string, pattern: 5}
      - {name: q, in: query, type: array, collectionFormat: csv, items: {type: string, maxLength: x}}
      - {name: y, in: body, schema: {type: string, x-nullable: true, enum: [a]}}
      responses: {200: {description: ok, schema: {maximum: x}, headers: {H: {type: nothing}}}}
definitions:
  D: {discriminator: kind, x-nullable: true, description: 5}
`), Options{})
	var got []string
	for _, f := range findings.All() {
		if f.Severity != diag.Info {
			got = append(got, fmt.Sprintf("%d %s", f.Pos.Line, f.Pos.Path.Pointer()))
		}
	}
	assert.Equal(t, []string{
		"3 /consumes/2",
		"5 /parameters/b/schema/properties/p/type",
		"6 /parameters/f/collectionFormat",
		"9 /paths/~1a/parameters/1",
		"13 /paths/~1a/post/parameters/0",
		"14 /paths/~1a/post/parameters/1/items/maxLength",
		"15 /paths/~1a/post/parameters/2/schema/x-nullable",
		"16 /paths/~1a/post/responses/200/schema/maximum",
		"16 /paths/~1a/post/responses/200/headers/H/type",
		"18 /definitions/D/description",
	}, got)
}

// References lead to what the file has there, wherever that is now.
func TestReferencesInSwagger(t *testing.T) {
	d := sound(t, expand(`2.0 root
consumes: [application/json]
produces: [application/json]
x-models:
  A: {type: object, properties: {b: {$ref: '#/x-models/B'}}}
  B: {type: string, x-nullable: true, discriminator: b}
x-parameters:
  page: {name: page, in: query, type: integer}
  body: {name: body, in: body, schema: {$ref: '#/x-models/A'}}
x-responses:
  ok: {description: ok, schema: {$ref: '#/x-models/A'}}
x-paths:
  one: {get: {parameters: [{$ref: '#/x-parameters/page'}], responses: {200: {$ref: '#/x-responses/ok'}}}}
parameters:
  again: {$ref: '#/parameters/thing'}
  thing: {name: thing, in: body, schema: {type: object, properties: {p: {type: string}}}}
paths:
  /a:
    post:
      parameters: [{$ref: '#/x-parameters/page'}, {$ref: '#/x-parameters/body'}]
      responses: {200: {$ref: '#/x-responses/ok'}}
  /b:
    post:
      parameters: [{$ref: '#/parameters/again'}]
      responses: {200: {description: ok, schema: {$ref: '#/parameters/thing/schema/properties/p'}}}
  /c:
    post:
      parameters: [{$ref: '#/paths/~1a/post/parameters/0'}, {$ref: '#/paths/~1b/post/parameters/0'}]
      responses: {200: {description: ok, schema: {$ref: '#/paths/~1b/post/responses/200/schema'}}}
  /d: {$ref: '#/x-paths/one'}
  /e:
    post:
      produces: [text/plain]
      parameters: [{$ref: '#/paths/~1a/post/parameters/0'}]
      responses: {200: {$ref: '#/responses/shared'}}
responses:
  shared: {description: ok, schema: {$ref: '#/definitions/S'}}
definitions:
  S: {type: string}
`))
	op := func(i int) *api.Operation { return d.Paths[i].Value.Value.Operations[0] }
	a := op(0)
	assert.Equal(t, "page", a.Parameters[0].Value.Name)
	assert.Equal(t, []api.Type{api.TypeInteger}, a.Parameters[0].Value.Schema.Types)
	model := a.RequestBody.Value.Content[0].Value.Value.Schema.Ref.Target
	assert.Equal(t, "#/x-models/A", a.RequestBody.Value.Content[0].Value.Value.Schema.Ref.Text)
	assert.Equal(t, []api.Type{api.TypeString, api.TypeNull}, model.Object.Properties[0].Value.Ref.Target.Types)
	assert.Same(t, model, a.Responses[0].Use.Value.Content[0].Value.Value.Schema.Ref.Target)

	b := op(1)
	thing, _ := api.Find(d.Components.RequestBodies, "thing")
	assert.Same(t, thing.Value, b.RequestBody.Value)
	property := thing.Value.Content[0].Value.Value.Schema.Object.Properties[0].Value
	assert.Same(t, property, b.Responses[0].Use.Value.Content[0].Value.Value.Schema.Ref.Target)

	c := op(2)
	assert.Same(t, a.Parameters[0].Value, c.Parameters[0].Value)
	assert.NotNil(t, c.RequestBody)
	assert.Same(t, b.Responses[0].Use.Value.Content[0].Value.Value.Schema, c.Responses[0].Use.Value.Content[0].Value.Value.Schema.Ref.Target)
	assert.Equal(t, "page", op(3).Parameters[0].Value.Name)
	assert.Equal(t, "text/plain", op(4).Responses[0].Use.Value.Content[0].Name, "a shared response with the media types of the operation")
}

// What the document says is in the model: styles, encodings, bodies.
func TestModelOfSwagger(t *testing.T) {
	d := sound(t, harbour(t))
	assert.Equal(t, api.Version{Text: "2.0", Major: 3}, d.Version)
	assert.Equal(t, []string{"https://api.harbour.example/v2", "http://api.harbour.example/v2"}, []string{d.Servers[0].URL, d.Servers[1].URL})
	operations := map[string]*api.Operation{}
	for _, path := range d.Paths {
		for _, op := range path.Value.Value.Operations {
			operations[op.OperationID] = op
		}
	}
	styles := map[string]string{}
	for _, u := range operations["listShips"].Parameters {
		styles[u.Value.Name] = fmt.Sprint(u.Value.Serial.Style, " ", u.Value.Serial.Explode)
	}
	assert.Equal(t, map[string]string{"limit": "form true", "flags": "form false", "kind": "form true", "draught": "pipeDelimited false",
		"word": "spaceDelimited false", "since": "form true", "dry": "form true", "X-Trace": "simple false"}, styles)

	book := operations["bookBerth"].RequestBody.Value
	require.Len(t, book.Content, 1)
	assert.True(t, book.Required)
	assert.Equal(t, "application/x-www-form-urlencoded", book.Content[0].Name)
	form := book.Content[0].Value.Value
	assert.Equal(t, []string{"ship", "nights", "extras", "crew", "paid"}, namesOf(form.Schema.Object.Properties))
	assert.Equal(t, "ship", form.Schema.Object.Required[0].Name)
	require.Equal(t, []string{"extras", "crew"}, namesOf(form.Encoding.ByName))
	assert.Equal(t, api.Serialization{Style: api.StyleForm, HasStyle: true, HasExplode: true}, form.Encoding.ByName[0].Value.Serial)
	assert.Equal(t, api.Serialization{Style: api.StyleForm, Explode: true, HasStyle: true, HasExplode: true}, form.Encoding.ByName[1].Value.Serial)

	picture := operations["addPicture"].RequestBody.Value.Content[0]
	assert.Equal(t, "multipart/form-data", picture.Name)
	assert.Equal(t, []string{"picture", "caption", "marks"}, namesOf(picture.Value.Value.Schema.Object.Properties))
	file, _ := api.Find(picture.Value.Value.Schema.Object.Properties, "picture")
	assert.Equal(t, "binary", file.Format)
	assert.Equal(t, "shipBody", operations["addShip"].RequestBody.Ref.Component)
	assert.Equal(t, []string{"https://api.harbour.example/v2"}, []string{operations["sinkShip"].Servers[0].URL})
}

// A small file that asks for a huge tree is an error, soon.
func TestRewritingHasABound(t *testing.T) {
	var b strings.Builder
	b.WriteString("swagger: '2.0'\ninfo: {title: t, version: '1'}\nproduces: [")
	for i := range 3000 {
		fmt.Fprintf(&b, "a/b%d, ", i)
	}
	b.WriteString("a/b]\npaths:\n")
	for i := range 3000 {
		fmt.Fprintf(&b, "  /p%d: {get: {responses: {200: {description: ok, schema: {type: string}}}}}\n", i)
	}
	_, findings := read(t, b.String(), Options{})
	require.Equal(t, 1, findings.Count(diag.Error))
	for _, f := range findings.All() {
		if f.Severity == diag.Error {
			assert.Equal(t, diag.RuleTooLarge, f.Rule)
		}
	}
}
