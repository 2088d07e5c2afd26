package diag_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
)

// constants returns the rules that rule.go declares.
func constants(t *testing.T) (rules []diag.Rule) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "rule.go", nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && strings.HasPrefix(spec.Names[0].Name, "Rule") {
			require.Len(t, spec.Values, 1)
			value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			require.NoError(t, err)
			rules = append(rules, diag.Rule(value))
		}
		return true
	})
	return rules
}

// TestRules: each constant has its text, in the order in which they are declared, and no id stands for two.
func TestRules(t *testing.T) {
	want := constants(t)
	require.NotEmpty(t, want)
	var got []diag.Rule
	seen := map[diag.Rule]bool{}
	for _, r := range diag.Rules() {
		got = append(got, r.Rule)
		assert.False(t, seen[r.Rule], r.Rule)
		seen[r.Rule] = true
		assert.Regexp(t, regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`), string(r.Rule))
		assert.Regexp(t, regexp.MustCompile(`^[A-Z].*[^.]\.$`), r.Summary)
	}
	assert.Equal(t, want, got)
}
