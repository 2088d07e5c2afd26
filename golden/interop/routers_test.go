package interop

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/golden/scratch"
)

// The handler of the document of docs/server.md works below other routers, by the lines that the page shows.
func TestHandlerBelowOtherRouters(t *testing.T) {
	m, err := scratch.New(t.Context(), t.TempDir(), "routers.test")
	require.NoError(t, err)
	copyFile := func(from, to string, change func([]byte) []byte) {
		data, err := os.ReadFile(from)
		require.NoError(t, err)
		require.NoError(t, m.Write(to, change(data)))
	}
	same := func(data []byte) []byte { return data }
	copyFile("go.sum", "go.sum", same)
	copyFile("go.mod", "go.mod", func(data []byte) []byte { // its versions, but the name of the scratch module
		data = regexp.MustCompile(`(?m)^module .*`).ReplaceAll(data, []byte("module routers.test"))
		return bytes.Replace(data, []byte("=> ../.."), []byte("=> "+m.Root), 1)
	})
	copyFile("routers.go", "routers.go", same)
	copyFile("testdata/routers_test.go.txt", "routers_test.go", same)
	spec := filepath.Join(m.Root, "cmd/oas2go/testdata/server/desk.yaml")
	result, err := generator.Generate(t.Context(), generator.Config{Spec: spec, Package: "desk", Parts: []generator.Part{generator.PartFakes}})
	require.NoError(t, err)
	for _, f := range result.Files {
		require.NoError(t, m.Write("desk/"+f.Name, f.Data))
	}
	out, err := m.Go(t.Context(), "test", ".")
	require.NoError(t, err, "%s", out)
}

// TestPageHasTheLines asks that docs/server.md shows the lines of Routers.
func TestPageHasTheLines(t *testing.T) {
	page, err := os.ReadFile("../../docs/server.md")
	require.NoError(t, err)
	code, err := os.ReadFile("routers.go")
	require.NoError(t, err)
	shown := regexp.MustCompile("`(router\\.[^`]+)`").FindAllSubmatch(page, -1)
	require.Len(t, shown, 4)
	for _, line := range shown {
		assert.Contains(t, string(code), "\t\t"+string(line[1])+"\n")
	}
}
