package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
)

// overlay is a file for the key overlays.
const overlay = "overlay: 1.1.0\ninfo: {title: Go, version: '1'}\nactions:\n  - {target: $.info, update: {x-a: b}}\n"

const schemaPath = "../../docs/oas2go.schema.json"

// TestPage asks that the page is what the schema and the file of oas2go init make.
func TestPage(t *testing.T) {
	schema, err := os.ReadFile(schemaPath)
	require.NoError(t, err)
	kept, err := os.ReadFile("../../docs/configuration.md")
	require.NoError(t, err)
	want, err := write(kept, schema, generator.FirstConfig())
	require.NoError(t, err)
	assert.Equal(t, string(want), string(kept), "docs/configuration.md is out of date: run make configuration")
}

// TestExamples reads the example of each key as a configuration.
func TestExamples(t *testing.T) {
	const document = "../../golden/picture/testdata/api.yaml"
	for name, example := range examples(string(generator.FirstConfig())) {
		path := filepath.Join(t.TempDir(), "oas2go.yaml")
		require.NoError(t, os.Mkdir(filepath.Join(filepath.Dir(path), "shared"), 0o700)) // for allow-refs
		require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(path), "go.overlay.yaml"), []byte(overlay), 0o600))
		require.NoError(t, os.WriteFile(path, []byte(example), 0o600))
		_, err := generator.Lint(t.Context(), generator.Config{Spec: document, Package: "api", File: path})
		if name != "include" && name != "exclude" { // this document has no such operations
			assert.NoError(t, err, example)
		}
	}
}

// TestExampleIsMissing refuses a key that nobody shows.
func TestExampleIsMissing(t *testing.T) {
	_, err := write([]byte("# P\n"+mark), []byte(`{"properties": {"new": {"type": "string"}}}`), []byte("# old: 1\n"))
	assert.ErrorContains(t, err, "no example of new")
}

// TestKinds writes what a schema may say of a key.
func TestKinds(t *testing.T) {
	page, err := write([]byte("# P\n\nBy hand.\n"+mark+"\nold\n"), []byte(`{"properties": {
		"a": {"enum": ["x", "y"], "default": "x", "description": "One. Two."},
		"b": {"$ref": "#/$defs/b"}},
		"$defs": {"b": {"description": "Three.", "type": "object", "properties": {"c": {"type": "array", "description": "A | b."}}}}}`),
		[]byte("# Text: not a key.\n# a: x\n\n# b:\n#   c: [1]\n"))
	require.NoError(t, err)
	for _, text := range []string{
		"# P\n\nBy hand.\n\n## Keys\n", "| [`a`](#a) | One |\n", "### a\n\nOne. Two.\n\nValues: `x`, `y`. The default is `x`.\n\n```yaml\na: x\n```\n",
		"### b\n\nThree.\n\n| Key | Values | |\n|--|--|--|\n| `c` | a list | A \\| b. |\n\n```yaml\nb:\n  c: [1]\n```\n",
	} {
		assert.Contains(t, string(page), text)
	}
	assert.NotContains(t, string(page), "old")
}
