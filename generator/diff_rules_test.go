package generator

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

// TestExamplesOfChanges: the example of a rule is one change of that rule and no other, with the advice of its class.
func TestExamplesOfChanges(t *testing.T) {
	beside := map[string][]string{
		"schema-changed": {"maximum-raised"}, // an edit that is harmless alone is a change of its own
	}
	for _, r := range rules.All() {
		old, new := r.Example.Documents()
		result, err := Diff(t.Context(), DiffConfig{Old: document(t, old), New: document(t, new), Reading: Config{Package: "orders"}})
		require.NoError(t, err, r.ID)
		var found, shown []string
		for _, c := range result.report.Changes {
			found, shown = append(found, c.Rule), append(shown, "["+c.Rule+"] "+c.Message())
			if c.Rule != r.ID {
				continue
			}
			assert.Equal(t, rules.IsDocs(r.ID), c.Class == change.Docs, "%s is of class %s", r.ID, c.Class)
			advised := c.Class != change.Docs && c.Class != change.Harmless || r.ID == "security-loosened"
			assert.Equal(t, advised, c.Advice.Author != "", r.ID)
		}
		assert.ElementsMatch(t, append(beside[r.ID], r.ID), found, strings.Join(shown, "\n"))
	}
}

// TestRulesOfChanges: what looks like the id of a rule in the packages that compare is one.
func TestRulesOfChanges(t *testing.T) {
	form := regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)
	others := []string{"x-sunset", "x-sunset-date", "x-pagination"}
	ids := map[string]bool{}
	for _, folder := range []string{"internal/diff", "internal/diff/operations", "internal/diff/schemas", "internal/diff/annotations", "."} {
		paths, err := filepath.Glob(filepath.Join(folder, "*.go"))
		require.NoError(t, err)
		require.NotEmpty(t, paths)
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") || folder == "." && path != "diff_compare.go" {
				continue
			}
			for _, text := range literals(t, path) {
				if form.MatchString(text) {
					ids[text] = true
				}
			}
		}
	}
	for _, id := range others {
		assert.True(t, ids[id], "%s is no reason to look away", id)
		delete(ids, id)
	}
	assert.Greater(t, len(ids), 80)
	for id := range ids {
		_, known := rules.Find(id)
		assert.True(t, known, "%s has no text in diff/rules", id)
	}
}

// literals returns the texts in a file of Go.
func literals(t *testing.T, path string) (list []string) {
	t.Helper()
	source, err := os.ReadFile(path)
	require.NoError(t, err)
	file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.SkipObjectResolution)
	require.NoError(t, err)
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err := strconv.Unquote(lit.Value)
			require.NoError(t, err)
			list = append(list, text)
		}
		return true
	})
	return list
}
