package golden_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
)

// TestTypedStaysTyped: what Go types show is not judged by a rule, so values are not written as JSON to be validated.
func TestTypedStaysTyped(t *testing.T) {
	documents := []string{"../spec/dis/openapi.yaml"}
	for _, g := range goldens(t) {
		if g.Name == "records" {
			documents = append(documents, g.write(t).Path)
		}
	}
	require.Len(t, documents, 2)
	for _, path := range documents {
		result, err := generator.Generate(t.Context(), generator.Config{Spec: path, Package: "typed"})
		require.NoError(t, err)
		assert.Empty(t, result.Survey.Ruled)
		assert.Positive(t, result.Survey.Schemas)
		for _, f := range result.Files {
			assert.NotContains(t, f.Name, "rule", path)
		}
	}
}
