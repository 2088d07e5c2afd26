package sets_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// shared is the folder beside the repository with data that is not part of it.
const shared = "../../../../../shared"

// asserted are the formats that generated code checks.
func asserted(name string, number bool) bool {
	return gomodel.FormatFunc(gomodel.Format{Name: name, Number: number}) != ""
}

// read reads a document; ok is false if it has errors.
func read(t testing.TB, text string) (d *api.Document, ok bool) {
	t.Helper()
	var findings diag.List
	loader := source.NewMemoryLoader(fstest.MapFS{"api.yaml": {Data: []byte(text)}}, "api.yaml")
	tree, err := loader.Document(&findings)
	require.NoError(t, err)
	d = parse.Document(tree, parse.Options{Loader: loader}, &findings)
	return d, findings.Count(diag.Error) == 0
}

// components reads schemas, given as YAML: the lines of components/schemas.
func components(t testing.TB, text string) *api.Document {
	t.Helper()
	d, ok := read(t, "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    "+
		strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n    "))
	require.True(t, ok, text)
	return d
}

// pair reads two schemas.
func pair(t testing.TB, a, b string) (x, y *api.Schema) {
	t.Helper()
	d := components(t, "A: "+a+"\nB: "+b)
	return d.Components.Schemas[0].Value, d.Components.Schemas[1].Value
}

func solver() *sets.Solver { return sets.New(asserted) }

// sharedFile returns the path of a file of shared data; without it the test is skipped.
func sharedFile(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join(shared, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there", path)
	}
	return path
}
