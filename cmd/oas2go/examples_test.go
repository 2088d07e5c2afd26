package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestExamples runs check with the go:generate lines of examples/: their packages are what the lines would write.
func TestExamples(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(root, "examples/*/*/generate.go"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			_, line, found := strings.Cut(string(data), "\n//go:generate go tool oas2go generate ")
			require.True(t, found)
			t.Chdir(filepath.Dir(path))
			var out strings.Builder
			cmd := newRoot()
			cmd.SetArgs(append([]string{"check"}, strings.Fields(line)...))
			cmd.SetOut(&out)
			cmd.SetErr(&out)
			assert.NoError(t, cmd.Execute(), "%.2000s", out.String())
		})
	}
}
