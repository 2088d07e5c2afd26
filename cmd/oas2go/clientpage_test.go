package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/golden/scratch"
)

// TestClientPage compiles the Go of docs/client.md with the package of a document, and calls each function of it.
func TestClientPage(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	m, err := scratch.New(t.Context(), t.TempDir(), "page.test")
	require.NoError(t, err)
	result, err := generator.Generate(t.Context(), generator.Config{Spec: "testdata/client/shop.yaml", Package: "shop", Parts: []generator.Part{generator.PartService, generator.PartServer}})
	require.NoError(t, err)
	for _, f := range result.Files {
		require.NoError(t, m.Write("shop/"+f.Name, f.Data))
	}
	program, err := os.ReadFile("testdata/client/page_test.go.txt")
	require.NoError(t, err)
	program = append(program, "\n"+strings.Join(blocks(t, "docs/client.md", "go"), "\n")...)
	require.NoError(t, m.Write("page_test.go", program))
	for _, args := range [][]string{{"vet", "."}, {"test", "."}} {
		out, err := m.Go(t.Context(), args...)
		require.NoError(t, err, "%s", out)
	}
}
