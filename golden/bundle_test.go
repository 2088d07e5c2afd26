package golden_test

import (
	"cmp"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
)

// withoutOrigin returns Go without the sentences that say where in which file something is described.
func withoutOrigin(text []byte) string {
	return origin.ReplaceAllString(broken.ReplaceAllString(string(text), " "), "is")
}

var broken = regexp.MustCompile(`\n\s*// *`) // where comments are wrapped hangs on the length of the name of a file

var origin = regexp.MustCompile(`is the schema [^\n.]*?(of|in) ((the )?document|[^\n ]*\.(yaml|json))\.`)

// TestBundle: the one document that oas2go bundle writes gives the same Go as its parts, and is its own bundle.
func TestBundle(t *testing.T) {
	several := 0
	for _, g := range goldens(t) {
		if g.Name == "swagger-2-of-several-files" || g.Name == "swagger-2-fragments" {
			continue // cannot be bundled, which is a finding
		}
		parts := g.config(t)
		result, err := generator.Bundle(t.Context(), generator.BundleConfig{Reading: parts})
		if err != nil {
			continue
		}
		want, err := generator.Generate(t.Context(), parts)
		if err != nil {
			continue
		}
		folder := t.TempDir()
		whole := parts
		whole.Spec = filepath.Join(folder, filepath.Base(parts.Spec))
		require.NoError(t, os.WriteFile(whole.Spec, result.Text, 0o600))
		got, err := generator.Generate(t.Context(), whole)
		if !assert.NoError(t, err, g.Name) {
			continue
		}
		if len(want.Inputs) > 1+cmp.Compare(parts.File, "") {
			several++
		}
		if g.Name == "files-and-directions" {
			continue // of two components that are references, only other files give the second a name for each direction
		}
		for i, f := range want.Files {
			if assert.Greater(t, len(got.Files), i) {
				assert.Equal(t, withoutOrigin(f.Data), withoutOrigin(got.Files[i].Data), "%s: %s", g.Name, f.Name)
			}
		}
		again, err := generator.Bundle(t.Context(), generator.BundleConfig{Reading: whole})
		if assert.NoError(t, err, g.Name) {
			assert.Equal(t, string(result.Text), string(again.Text), g.Name)
		}
	}
	assert.Greater(t, several, 5)
}
