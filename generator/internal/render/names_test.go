package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/templates"
)

// TestNamesOfServersAreFree: a document may use each name that only servers have. It gets nothing of what support code declares under it.
func TestNamesOfServersAreFree(t *testing.T) {
	s, err := ReadSupport(templates.Support())
	require.NoError(t, err)
	require.NotEmpty(t, s.StepAside())
	for _, name := range s.StepAside() {
		files, err := s.Files("api", "// header\n\n", []File{{Name: "models_gen.go", Data: []byte("package api\n\ntype " + name + " []string\n\nvar x " + name + "\n")}}, nil)
		require.NoError(t, err)
		assert.Empty(t, files, name)
	}
}
