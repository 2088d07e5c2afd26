package diag_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
)

// constants returns the names of the rules that rule.go declares, with their values, in that order.
func constants(t *testing.T) (names []string, rules []diag.Rule) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "rule.go", nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, "Rule") {
			require.Len(t, spec.Values, 1)
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			require.NoError(t, err)
			names = append(names, spec.Names[0].Name)
			rules = append(rules, diag.Rule(value))
		}
		return true
	})
	return names, rules
}

// TestRules: each constant has its text, in the order in which they are declared, and no id stands for two.
func TestRules(t *testing.T) {
	_, want := constants(t)
	require.NotEmpty(t, want)
	sentences := regexp.MustCompile("(?s)^[A-Z`].*[^.]\\.$")
	var got []diag.Rule
	seen := map[diag.Rule]bool{}
	for _, r := range diag.Rules() {
		got = append(got, r.Rule)
		assert.False(t, seen[r.Rule], r.Rule)
		seen[r.Rule] = true
		assert.Regexp(t, regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`), string(r.Rule))
		for _, text := range []string{r.Summary, r.Why, r.Fix} {
			assert.Regexp(t, sentences, text, r.Rule)
			assert.NotContains(t, text, "\n", r.Rule)
			assert.Zero(t, strings.Count(text, "`")%2, r.Rule)
		}
		assert.True(t, r.Example == "" || strings.HasSuffix(r.Example, "\n"), r.Rule)
		text, ok := r.Rule.Text()
		assert.True(t, ok)
		assert.Equal(t, r, text)
	}
	assert.Equal(t, want, got)
	_, ok := diag.Rule("no-such").Text()
	assert.False(t, ok)
}

// TestRulesAreUsed finds rules that no stage reports.
func TestRulesAreUsed(t *testing.T) {
	names, _ := constants(t)
	used := map[string]bool{}
	require.NoError(t, filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "diag" {
					used[s.Sel.Name] = true
				}
			}
			return true
		})
		return nil
	}))
	for _, name := range names {
		assert.True(t, used[name], "nothing reports %s", name)
	}
}
