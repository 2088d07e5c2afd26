package generator

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/oas2go/oas2go/generator/internal/diff/policy"
)

const configSchema = "../docs/oas2go.schema.json"

// TestConfigSchema lets the JSON Schema for editors and the reader judge the same configurations.
func TestConfigSchema(t *testing.T) {
	text, err := os.ReadFile(configSchema)
	require.NoError(t, err)
	schemaDocument, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err)
	keys := func(path ...string) []string {
		at := schemaDocument.(map[string]any)
		for _, name := range path {
			at = at[name].(map[string]any)
		}
		return slices.Sorted(maps.Keys(at))
	}
	assert.Equal(t, configKeys(), keys("properties"))
	assert.Equal(t, criterionKinds(), keys("$defs", "criteria", "properties"))
	assert.Equal(t, entryKeys(true), keys("$defs", "api", "properties"))
	assert.Equal(t, ignoreKeys(), keys("properties", "ignores", "items", "properties"))
	var ids struct {
		Properties struct {
			Rules struct{ PropertyNames struct{ Enum []string } }
		}
	}
	require.NoError(t, json.Unmarshal(text, &ids))
	assert.Equal(t, policy.Known(), ids.Properties.Rules.PropertyNames.Enum)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	require.NoError(t, compiler.AddResource("config.json", schemaDocument))
	schema, err := compiler.Compile("config.json")
	require.NoError(t, err)
	spec := document(t, shop)
	for config, valid := range map[string]bool{
		"limits: 4": true, "limits: 0": false, "limits: 1.5": false, "limits: '2'": false, "lenient: true": true, "lenient: yes please": false, "strict: true": true, "strict: error": false,
		"overlays: []": true, "overlays: a.yaml": false, "overlays: [1]": false,
		"allow-refs: [.]": true, "allow-refs: shared": false, "allow-refs: [1]": false,
		"apis: {a: {document: a.yaml, out: a}, b_1-c: {document: ../a.yaml, out: b/c, package: d, generate: [server]}}": true,
		"apis: [{document: a.yaml, out: a}, {name: x, document: a.yaml, out: b, rules: {scalar: off}}]":                 true,
		"apis: {a: {document: a.yaml, out: a, extra: lose}}":                                                            false,
		"apis: {a: {document: a.yaml, out: a, includes: {}}}":                                                           false,
		"apis: {a: {document: a.yaml, out: a, apis: {}}}":                                                               false,
		"apis: {a: {document: a.yaml, out: a, name: b}}":                                                                false,
		"apis: {a: {out: a}}": false, "apis: {a: {document: a.yaml}}": false, "apis: {a: {document: '', out: a}}": false,
		"apis: {a: {document: a.yaml, out: 1}}": false, "apis: {a: {document: a.yaml, out: a, package: ''}}": false,
		"apis: {a.yaml: {document: a.yaml, out: a}}": false, "apis: [{name: a/b, document: a.yaml, out: a}]": false,
		"apis: {a: {document: 'https://a.example/a.yaml', out: a}}": false, "apis: {a: a.yaml}": false,
		"apis: {a: {document: a.yaml, out: a, source: 'https://a.example/a.yaml'}}":     true,
		"apis: {a: {document: a.yaml, out: a, source: 'http://a.example/a.yaml'}}":      false,
		"apis: {a: {document: a.yaml, out: a, source: 'https://me:secret@a.example/'}}": false,
		"apis: {a: {document: a.yaml, out: a, source: a.yaml}}":                         false,
		"apis: {}": false, "apis: []": false, "apis: a.yaml": false, "out: a": false,
		"generate: [tests, docs]": true, "generate: []": true, "generate: [docs]": true, "generate: [go]": false, "generate: docs": false,
		"enums: {lists: true}": true, "enums: {lists: 1}": false, "enums: {list: true}": false, "enums: true": false,
		"extra: keep": true, "extra: ignore": true, "extra: lose": false, "extra: true": false,
		"refs: {'https://a.example/x/': x, 'urn:a:b': b.json}": true, "refs: {'https://a.example/x.yaml': ''}": false, "refs: []": false,
		"refs: {x.yaml: y.yaml}": false, "refs: {'https://a.example/x.yaml#a': y.yaml}": false, "refs: {'https://a.example/x.yaml': 1}": false,
		"group: tags": true, "group: none": true, "group: paths": false, "group: [tags]": false,
		"generate: [service]": true, "generate: [fakes]": true, "generate: service": false, "generate: [servers]": false, "generate: [1]": false,
		"objects: strict": true, "objects: open": true, "objects: closed": false, "objects: [open]": false,
		"closed: whole": true, "closed: letter": true, "closed: false": false, "closed: [whole]": false,
		"inheritance: struct": true, "inheritance: union": true, "inheritance: none": false, "inheritance: [struct]": false,
		"{}": true, "formats: assert": true, "formats: annotate": true, "formats: no": false, "prune: true": true, "prune: 1": false,
		"tolerate: [strings-as-numbers, numbers-as-strings]": true, "tolerate: []": true, "tolerate: [numbers]": false,
		"tolerate: numbers-as-strings": false, "tolerate: [1]": false,
		"initialisms: [A, b2]": true, "initialisms: [A-B]": false, "initialisms: ['']": false, "initialisms: A": false, "initialisms: [1]": false,
		"include: {tags: [a, 'b*'], operations: [], paths: [/x]}": true, "exclude: {tags: [a]}": true, "exclude: {tag: [a]}": false,
		"rules: {not-enforced: error, scalar: off, enum-narrowed: info, ref: warning}": true, "rules: {no-such: off}": false,
		"rules: {scalar: false}": false, "rules: {scalar: fatal}": false, "rules: []": false,
		"ignores: []": true, "ignores: {}": false, "ignores: [1]": false,
		"ignores: [{fingerprint: 0123456789ab, reason: told, expires: '2027-01-31'}]": true,
		"ignores: [{fingerprint: a23456789abc, reason: told}]":                        true,
		"ignores: [{fingerprint: 123456789012, reason: told}]":                        false, "ignores: [{fingerprint: a23456789abC, reason: told}]": false,
		"ignores: [{fingerprint: a23456789abc}]": false, "ignores: [{reason: told}]": false,
		"ignores: [{fingerprint: a23456789abc, reason: ' '}]":                         false,
		"ignores: [{fingerprint: a23456789abc, reason: told, expires: '2027-02-30'}]": false,
		"ignores: [{fingerprint: a23456789abc, reason: told, until: x}]":              false,
		"pagination: detect": true, "pagination: [detect]": true, "pagination: guess": false, "pagination: true": false, "pagination: []": true,
		"pagination: {operations: ['list*'], kind: cursor, request: c, items: /items, next: /next}":  true,
		"pagination: [{paths: [/x], tags: [], kind: link, items: ''}, detect]":                       true,
		"pagination: {operations: [], kind: page, request: p, items: '', next: /more}":               true,
		"pagination: {kind: cursor, request: c, items: /items, next: /next}":                         false,
		"pagination: {operations: ['list*'], kind: cursor, request: c, items: /items}":               false,
		"pagination: {operations: ['list*'], kind: offset, items: /items}":                           false,
		"pagination: {operations: ['list*'], kind: link, request: q, items: /items}":                 false,
		"pagination: {operations: ['list*'], kind: cursors, request: c, items: /items, next: /next}": false,
		"pagination: {operations: ['list*'], request: c, items: /items, next: /next}":                false,
		"pagination: {operations: ['list*'], kind: page, request: 1, items: /items}":                 false,
		"pagination: {operations: 'list*', kind: page, request: p, items: /items}":                   false,
		"pagination: {operations: ['list*'], kind: page, request: p, items: /items, size: 5}":        false,
		"pagination: [[detect]]": false,
		"include: []":            false, "include: {tags: a}": false, "include: {tags: [1]}": false, "other: 1": false, "[]": false,
	} {
		var value any
		require.NoError(t, yaml.Unmarshal([]byte(config), &value))
		assert.Equal(t, valid, schema.Validate(value) == nil, "the schema on %s", config)
		path := filepath.Join(t.TempDir(), "oas2go.yaml")
		require.NoError(t, os.WriteFile(path, []byte(config), 0o600))
		c := Config{Spec: spec, Package: "p", File: path}
		assert.Equal(t, valid, c.check() == nil, "the reader on %s: %v", config, c.check())
	}
}

// TestFirstConfig: the comments of the first configuration are a configuration with all keys.
func TestFirstConfig(t *testing.T) {
	setting := regexp.MustCompile(`(?m)^# ((?:[a-z]+(?:-[a-z]+)?:|  ).*)$`)
	text := setting.ReplaceAllString(string(FirstConfig()), "$1")
	var value map[string]any
	require.NoError(t, yaml.Unmarshal([]byte(text), &value))
	assert.Equal(t, configKeys(), slices.Sorted(maps.Keys(value)))
	path := filepath.Join(t.TempDir(), "oas2go.yaml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	require.NoError(t, os.Mkdir(filepath.Join(filepath.Dir(path), "shared"), 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(path), "go.overlay.yaml"), nil, 0o600))
	c := Config{Spec: document(t, shop), Package: "p", File: path}
	require.NoError(t, c.check())
	assert.Len(t, c.Policy.Ignores, 1)
	assert.Len(t, c.Policy.Rules, 2)
}
