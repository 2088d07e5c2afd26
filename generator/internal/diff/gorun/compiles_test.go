package gorun_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
	"github.com/oas2go/oas2go/generator/internal/diff/gorun"
)

// changes are schemas of a member before and after, with values that were sent. A value may be missing: "".
var changes = []struct {
	old, new string
	values   []string
}{
	{`{type: string}`, `{type: string, enum: [a, b]}`, []string{``, `"a"`, `"c"`}},
	{`{type: string, enum: [a, b, c]}`, `{type: string, enum: [a, b]}`, []string{`"a"`, `"c"`}},
	{`{type: string, enum: [a, b]}`, `{type: string}`, []string{`"a"`}},
	{`{type: string}`, `{type: string, format: date}`, []string{`"2024-02-29"`, ``}},
	{`{type: string, format: date}`, `{type: string}`, []string{`"2024-02-29"`}},
	{`{type: string, format: date-time}`, `{type: string, format: date}`, []string{`"2024-02-29T00:00:00Z"`}},
	{`{type: string, format: uuid}`, `{type: string}`, []string{`"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"`}},
	{`{type: string, format: byte}`, `{type: string}`, []string{`"aGk="`}},
	{`{type: integer}`, `{type: integer, format: int32}`, []string{`5`, `5000000000`}},
	{`{type: integer, format: int32}`, `{type: integer}`, []string{`5`}},
	{`{type: integer}`, `{type: number}`, []string{`5`}},
	{`{type: number}`, `{type: integer}`, []string{`5`, `1.5`}},
	{`{type: boolean}`, `{type: string}`, []string{`true`, ``}},
	{`{type: [string, 'null']}`, `{type: string}`, []string{`null`, `"a"`, ``}},
	{`{type: string}`, `{type: [string, 'null']}`, []string{`"a"`, ``}},
	{`{type: array, items: {type: string}}`, `{type: array, items: {type: string, enum: [a]}}`, []string{`["a"]`, `[]`, ``}},
	{`{type: array, items: {type: string}}`, `{type: array, items: {type: [string, 'null']}}`, []string{`["a"]`}},
	{`{type: array, items: {$ref: '#/components/schemas/Node'}}`, `{type: array, items: {$ref: '#/components/schemas/Node'}, maxItems: 1}`, []string{`[{"value": 1}]`, `[{"gone": "x"}]`}},
	{`{type: object, additionalProperties: {type: integer}}`, `{type: object, additionalProperties: {type: string}}`, []string{`{"a": 1}`, ``}},
	{`{type: object, properties: {a: {type: string}}, additionalProperties: {type: integer}}`, `{type: object, properties: {a: {type: string}}}`, []string{`{"a": "x"}`, `{"b": 1}`}},
	{`{$ref: '#/components/schemas/Node'}`, `{$ref: '#/components/schemas/Node'}`, []string{`{"value": 1}`, `{"gone": "x"}`, `{"next": {"value": 1}}`, `{"next": {"gone": ""}}`}},
	{`{$ref: '#/components/schemas/Named'}`, `{$ref: '#/components/schemas/Called'}`, []string{`{"a": "x"}`, ``}},
	{`{oneOf: [{type: string}, {type: integer}, {type: boolean}]}`, `{oneOf: [{type: string}, {type: integer}]}`, []string{`"a"`, `5`, `true`, ``}},
	{`{oneOf: [{type: string}, {type: integer}]}`, `{type: string}`, []string{`"a"`, `5`}},
	{`{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}`,
		`{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Cow'}], discriminator: {propertyName: kind}}`,
		[]string{`{"kind": "Cat", "lives": 9}`, `{"kind": "Dog"}`}},
	{`{type: array, prefixItems: [{type: string}, {type: integer}]}`, `{type: array, prefixItems: [{type: string}, {type: string}]}`, []string{`["a"]`, `["a", 1]`, `["a", 1, true]`}},
	{`{}`, `{type: string}`, []string{`{"a": 1}`, ``}},
}

const oldComponents = `
components:
  schemas:
    Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, value: {type: integer}, gone: {type: string}}}
    Named: {type: object, properties: {a: {type: string}}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}}}
`

var newComponents = strings.NewReplacer(", gone: {type: string}", "", "Named:", "Called:", "Dog:", "Cow:").Replace(oldComponents)

// document has two operations for each change: the member is required, or may be absent.
func document(components string, schema func(i int) string) string {
	var doc strings.Builder
	doc.WriteString("openapi: 3.1.0\ninfo: {title: Changes, version: '1'}\npaths:\n")
	for i := range changes {
		for name, required := range map[string]string{"r": "required: [v], ", "o": ""} {
			fmt.Fprintf(&doc, "  /%s%d:\n    post:\n      operationId: %s%d\n      requestBody: {required: true, content: {application/json: "+
				"{schema: {type: object, %sproperties: {v: %s}}}}}\n      responses: {'204': {description: x}}\n", name, i, name, i, required, schema(i))
		}
	}
	return doc.String() + components
}

// TestStillCompiles asks the compiler about old code and a new package: the code compiles if it is said to, and else it does not.
func TestStillCompiles(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles a program")
	}
	old, before := written(t, document(oldComponents, func(i int) string { return changes[i].old }))
	new, files := written(t, document(newComponents, func(i int) string { return changes[i].new }))
	var messages []gorun.Message
	for i, c := range changes {
		for _, value := range c.values {
			for _, name := range []string{"R", "O"} {
				body := "{}"
				if value != "" {
					body = `{"v": ` + value + `}`
				}
				r := gocall.Request{Operation: fmt.Sprintf("%s%d", name, i), Body: parse(t, body)}
				code, err := gocall.New(old).Write(r)
				if value == "null" && name == "R" && err != nil {
					continue
				}
				require.NoError(t, err, "%s %s", c.old, body)
				messages = append(messages, gorun.Message{Operation: r.Operation, Code: code})
			}
		}
	}
	outcomes, err := gorun.Run(t.Context(), before, messages)
	require.NoError(t, err)
	for i, o := range outcomes {
		assert.True(t, o.Compiles, "%s: with the old package the compiler says %q", messages[i].Code.Params, o.Compiler)
	}
	outcomes, err = gorun.Run(t.Context(), files, messages)
	require.NoError(t, err)
	compiles := 0
	for i, o := range outcomes {
		code := messages[i].Code
		missing := gocall.New(new).Missing(code.Needs)
		assert.Equal(t, o.Compiles, len(missing) == 0, "%s: the compiler says %q, missing are %v", code.Params, o.Compiler, missing)
		if o.Compiles {
			compiles++
		}
	}
	t.Logf("%d of %d compile", compiles, len(outcomes))
	assert.Greater(t, compiles, len(outcomes)/5)
	assert.Less(t, compiles, len(outcomes)*4/5)
}

// written returns the package of a document in memory.
func written(t *testing.T, doc string) (model *gomodel.Package, files gorun.Package) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "spec.yaml")
	require.NoError(t, os.WriteFile(path, []byte(doc), 0o600))
	return generate(t, path, "api")
}
