package generator

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/explain"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// TestExplainEverything explains each place of the documents of the golden cases: each has an answer, no keyword is left out, and
// what is said to be not enforced has its finding.
func TestExplainEverything(t *testing.T) {
	t.Parallel()
	places := 0
	for _, g := range goldens(t) {
		name, data, _ := g.Spec()
		places += explainAll(t, g.Path, txtar.File{Name: name, Data: data})
	}
	assert.Greater(t, places, 4_000)
}

// explainAll explains each place of a document and returns how many there are.
func explainAll(t *testing.T, name string, f txtar.File) (places int) {
	t.Helper()
	spec := filepath.Join(t.TempDir(), f.Name)
	require.NoError(t, os.WriteFile(spec, f.Data, 0o600))
	r := &run{config: Config{Spec: spec, Package: "api", Lenient: true}, support: sharedSupport(t), explains: true}
	if r.through(t.Context(), r.modelStages(t.Context())) != nil {
		return 0
	}
	l := &locator{r.document.Files, explain.New(r.planned, r.findings.All()), r.again, nil}
	root := source.Again(l.files[0]).Root
	var walk func(n *source.Node, path *diag.Path)
	walk = func(n *source.Node, path *diag.Path) {
		places++
		x, err := l.explain("#" + path.Pointer())
		if assert.NoError(t, err, "%s: %s", name, path.Pointer()) {
			checkExplanation(t, name, root.Get("swagger") != nil, n, x)
		}
		for _, m := range n.Members {
			walk(m.Value, path.Child(m.Name))
		}
	}
	walk(root, nil)
	return places
}

func checkExplanation(t *testing.T, name string, swagger bool, n *source.Node, x *Explanation) {
	t.Helper()
	said := map[string]string{}
	for _, part := range x.Parts {
		for _, row := range part.Rows {
			said[row.Label] = row.Text
			assert.NotEmpty(t, row.Label, "%s: %s", name, x.Place)
			assert.NotEmpty(t, row.Text, "%s: %s: %s", name, x.Place, row.Label)
		}
	}
	if x.What == "schema" && n.Get("$ref") == nil && !swagger { // whose parameters and headers are schemas too
		for _, m := range n.Members {
			if m.Name == "items" && m.Value.Kind == source.Array {
				continue // read and explained as prefixItems
			}
			assert.NotEmpty(t, said[m.Name], "%s: nothing is said of %s of %s", name, m.Name, x.Place)
		}
	}
	for _, f := range x.Findings {
		if keyword := f.Pos.Path.Token; f.Rule == diag.RuleNotEnforced && x.What == "schema" && n.Get(keyword) != nil {
			assert.Contains(t, said[keyword], "not enforced", "%s: %s of %s", name, keyword, x.Place)
		}
	}
}
