package surface_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/internal/diff/surface"
	"github.com/oas2go/oas2go/golden/documents"
)

// TestSupport: the exported names of support code are known without printing the package.
func TestSupport(t *testing.T) {
	list, err := documents.Cases("../../../../golden/cases", t.TempDir())
	require.NoError(t, err)
	checked := 0
	for _, d := range list {
		result, err := generator.Generate(t.Context(), generator.Config{Spec: d.Path, File: d.Config, Package: "api"})
		if err != nil {
			continue
		}
		var printed []string
		for _, f := range result.Files {
			if strings.HasPrefix(f.Name, "support_") {
				printed = append(printed, exported(t, f.Data)...)
			} else if f.Name == "client_gen.go" { // a client with groups has them here
				for _, name := range exported(t, f.Data) {
					if name == "Client" || name == "NewClient" {
						printed = append(printed, name)
					}
				}
			}
		}
		assert.ElementsMatch(t, printed, surface.Support(result.Package), d.Name)
		checked++
	}
	assert.Greater(t, checked, 50)
}

// exported returns the exported names at the top of a file.
func exported(t *testing.T, data []byte) (names []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "", data, 0)
	require.NoError(t, err)
	for name := range file.Scope.Objects {
		if ast.IsExported(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
