package golden_test

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSafe looks for what goes round the types of Go, in the code of all cases and in all support code.
func TestSafe(t *testing.T) {
	for _, g := range goldens(t) {
		for _, f := range g.generateOnce(t).Files {
			if strings.HasSuffix(f.Name, ".go") {
				checkSafe(t, g.Name+"/"+f.Name, f.Data)
			}
		}
	}
	paths, err := filepath.Glob("../templates/support/*.go")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		if !strings.HasSuffix(path, "_test.go") {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			checkSafe(t, path, data)
		}
	}
}

func checkSafe(t *testing.T, name string, text []byte) {
	t.Helper()
	assert.NotContains(t, string(text), "//go:linkname", name)
	syntax, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
	require.NoError(t, err)
	for _, i := range syntax.Imports {
		switch path, _ := strconv.Unquote(i.Path.Value); path {
		case "reflect", "unsafe", "C":
			assert.Fail(t, "imports "+path, name)
		}
	}
}
