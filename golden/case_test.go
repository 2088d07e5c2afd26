package golden_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/golden/documents"
)

const (
	wantPrefix   = "want/"
	wantFindings = "want.findings"
	runTest      = "run_test.go"
)

// A golden is one file of cases/.
type golden struct {
	name    string // of the file, without .txtar: union-by-kind
	pkg     string // the package that is generated: unionbykind
	path    string
	archive *txtar.Archive
}

// goldens reads all cases.
func goldens(t *testing.T) (list []*golden) {
	t.Helper()
	paths, err := filepath.Glob("cases/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		require.NoError(t, err)
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		list = append(list, &golden{name: name, pkg: strings.ReplaceAll(name, "-", ""), path: path, archive: archive})
	}
	return list
}

// file returns a file of the case.
func (g *golden) file(name string) (data []byte, ok bool) {
	for _, f := range g.archive.Files {
		if f.Name == name {
			return f.Data, true
		}
	}
	return nil, false
}

// spec returns the document of the case.
func (g *golden) spec(t *testing.T) (name string, data []byte) {
	t.Helper()
	for _, name := range []string{"spec.yaml", "spec.json"} {
		if data, ok := g.file(name); ok {
			return name, data
		}
	}
	t.Fatalf("%s has no spec.yaml and no spec.json", g.path)
	return "", nil
}

// write puts the inputs of the case into a folder.
func (g *golden) write(t *testing.T) documents.Document {
	t.Helper()
	d, err := documents.Unpack(g.name, g.archive, t.TempDir())
	require.NoError(t, err)
	return d
}

// title is how the names of the case's test functions begin: TestUnionByKind.
func (g *golden) title() string {
	var b strings.Builder
	b.WriteString("Test")
	for word := range strings.SplitSeq(g.name, "-") {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}

// replaceWants writes the case with new expectations.
func (g *golden) replaceWants(t *testing.T, wants []txtar.File) {
	t.Helper()
	isWant := func(f txtar.File) bool { return f.Name == wantFindings || strings.HasPrefix(f.Name, wantPrefix) }
	g.archive.Files = append(slices.DeleteFunc(g.archive.Files, isWant), wants...)
	data := txtar.Format(g.archive)
	if old, err := os.ReadFile(g.path); err == nil && string(old) == string(data) {
		return
	}
	require.NoError(t, os.WriteFile(g.path, data, 0o644))
}

// compareWants compares the expectations of the case with what came out.
func (g *golden) compareWants(t *testing.T, got []txtar.File) {
	t.Helper()
	known := map[string]bool{}
	for _, f := range got {
		known[f.Name] = true
		want, ok := g.file(f.Name)
		if !assert.True(t, ok, "%s is not in %s: run go test ./golden -update", f.Name, g.path) {
			continue
		}
		assert.Equal(t, string(want), string(f.Data), "%s of %s", f.Name, g.path)
	}
	for _, f := range g.archive.Files {
		switch {
		case known[f.Name], f.Name == runTest, documents.IsInput(f.Name):
		default:
			assert.Fail(t, "unexpected file", "%s of %s does not come out any more, or has no meaning", f.Name, g.path)
		}
	}
}
