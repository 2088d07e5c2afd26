package generator_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
)

// TestChangeExamples: both documents of the example of a rule can be used, and nothing in them is wrong.
func TestChangeExamples(t *testing.T) {
	for _, r := range generator.Rules().Changes {
		if r.ID == "not-compared" {
			continue // something must be wrong
		}
		old, new := r.Example.Documents()
		for _, text := range []string{old, new} {
			path := filepath.Join(t.TempDir(), "api.yaml")
			require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
			result, err := generator.Lint(t.Context(), generator.Config{Spec: path, Package: "api"})
			require.NoError(t, err, "%s\n%s", r.ID, text)
			var shown strings.Builder
			require.NoError(t, diag.WriteText(&shown, result.Findings))
			assert.False(t, slices.ContainsFunc(result.Findings, func(f diag.Finding) bool {
				return f.Severity >= diag.Warning && f.Rule != diag.RuleNotEnforced
			}), "%s: its example has\n%s", r.ID, &shown)
		}
	}
}

// TestRuleExamples: the example of a rule has a finding of that rule and severity, and no other one that matters.
func TestRuleExamples(t *testing.T) {
	examples := 0
	for _, r := range diag.Rules() {
		if r.Example == "" {
			continue
		}
		examples++
		text := r.Example
		for _, line := range []string{"paths: {}\n", "info: {title: t, version: '1'}\n", "openapi: 3.1.0\n"} {
			if key, _, _ := strings.Cut(line, ":"); !strings.Contains("\n"+text, "\n"+key+":") {
				text = line + text
			}
		}
		path := filepath.Join(t.TempDir(), "api.yaml")
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		result, err := generator.Lint(t.Context(), generator.Config{Spec: path, Package: "api"})
		if !errors.Is(err, generator.ErrUnusable) {
			require.NoError(t, err, r.Rule)
		}
		var shown strings.Builder
		require.NoError(t, diag.WriteText(&shown, result.Findings))
		assert.True(t, slices.ContainsFunc(result.Findings, func(f diag.Finding) bool {
			return f.Rule == r.Rule && f.Severity == r.Severity
		}), "%s: its example has\n%s", r.Rule, &shown)
		assert.False(t, slices.ContainsFunc(result.Findings, func(f diag.Finding) bool {
			return f.Rule != r.Rule && f.Severity >= diag.Warning
		}), "%s: its example has\n%s", r.Rule, &shown)
	}
	assert.Greater(t, examples, 20)
}
