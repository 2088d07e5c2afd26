package generator

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
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
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("config.json", schemaDocument))
	schema, err := compiler.Compile("config.json")
	require.NoError(t, err)
	spec := document(t, shop)
	for config, valid := range map[string]bool{
		"{}": true, "formats: assert": true, "formats: annotate": true, "formats: no": false, "prune: true": true, "prune: 1": false,
		"initialisms: [A, b2]": true, "initialisms: [A-B]": false, "initialisms: ['']": false, "initialisms: A": false, "initialisms: [1]": false,
		"include: {tags: [a, 'b*'], operations: [], paths: [/x]}": true, "exclude: {tags: [a]}": true, "exclude: {tag: [a]}": false,
		"include: []": false, "include: {tags: a}": false, "include: {tags: [1]}": false, "other: 1": false, "[]": false,
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
