package generator_test

import (
	"math/bits"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
)

// TestEachChoiceOfParts generates a package for each set of at most three parts that generate may name.
func TestEachChoiceOfParts(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "api.yaml")
	require.NoError(t, os.WriteFile(path, []byte(`openapi: 3.1.0
info: {title: Parts, version: "1"}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {type: string}, example: [a]}}}}}
webhooks:
  born: {post: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {"204": {description: ok}}}}
`), 0o600))
	parts := []generator.Part{
		generator.PartModels, generator.PartClient, generator.PartService, generator.PartServer, generator.PartFakes, generator.PartTests, generator.PartDocs,
	}
	for set := range 1 << len(parts) {
		if bits.OnesCount(uint(set)) > 3 {
			continue
		}
		config := generator.Config{Spec: path, Package: "api", ImportPath: "example.com/api", Group: set&1 == 1}
		for i, p := range parts {
			if set>>i&1 == 1 {
				config.Parts = append(config.Parts, p)
			}
		}
		result, err := generator.Generate(t.Context(), config)
		require.NoError(t, err, config.Parts)
		assert.NotEmpty(t, result.Files, config.Parts)
	}
}
