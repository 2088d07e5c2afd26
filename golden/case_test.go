package golden_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/golden/documents"
)

const (
	wantFindings = "want.findings"
	runTest      = "run_test.go"
)

// A golden is one file of cases/.
type golden struct{ *documents.Case }

// goldens reads all cases.
func goldens(t *testing.T) (list []*golden) {
	t.Helper()
	cases, err := documents.ReadCases("cases")
	require.NoError(t, err)
	for _, c := range cases {
		list = append(list, &golden{c})
	}
	return list
}

// write puts the inputs of the case into a folder.
func (g *golden) write(t *testing.T) documents.Document {
	t.Helper()
	d, err := g.Unpack(t.TempDir())
	require.NoError(t, err)
	return d
}

// title is how the names of the case's test functions begin: TestUnionByKind.
func (g *golden) title() string {
	var b strings.Builder
	b.WriteString("Test")
	for word := range strings.SplitSeq(g.Name, "-") {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}

// replaceWants writes the case with new expectations.
func (g *golden) replaceWants(t *testing.T, wants []txtar.File) {
	t.Helper()
	isWant := func(f txtar.File) bool {
		return f.Name == wantFindings || strings.HasPrefix(f.Name, documents.WantPrefix)
	}
	g.Archive.Files = append(slices.DeleteFunc(g.Archive.Files, isWant), wants...)
	data := txtar.Format(g.Archive)
	if old, err := os.ReadFile(g.Path); err == nil && string(old) == string(data) {
		return
	}
	require.NoError(t, os.WriteFile(g.Path, data, 0o644))
}

// compareWants compares the expectations of the case with what came out.
func (g *golden) compareWants(t *testing.T, got []txtar.File) {
	t.Helper()
	known := map[string]bool{}
	for _, f := range got {
		known[f.Name] = true
		want, ok := g.File(f.Name)
		if !assert.True(t, ok, "%s is not in %s: run go test ./golden -update", f.Name, g.Path) {
			continue
		}
		assert.Equal(t, string(want), string(f.Data), "%s of %s", f.Name, g.Path)
	}
	for _, f := range g.Archive.Files {
		switch {
		case known[f.Name], f.Name == runTest, documents.IsInput(f.Name):
		default:
			assert.Fail(t, "unexpected file", "%s of %s does not come out any more, or has no meaning", f.Name, g.Path)
		}
	}
}
