package sets_test

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// TestRealPairs compares the bodies of consecutive versions of real documents, of which nobody knows the truth: it asks for answers in
// time, and that what did not change is equal.
func TestRealPairs(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	packed := sharedFile(t, "specdiff/real/pairs.tar.xz")
	dir := t.TempDir()
	if err := exec.Command("tar", "-xJf", packed, "-C", dir).Run(); err != nil {
		t.Skipf("tar: %v", err)
	}
	olds, err := filepath.Glob(filepath.Join(dir, "real", "*.old.*"))
	require.NoError(t, err)
	require.NotEmpty(t, olds)
	total, same, unknown := 0, 0, 0
	for _, path := range olds {
		a, b := bodies(t, path), bodies(t, strings.Replace(path, ".old.", ".new.", 1))
		start, asked := time.Now(), 0
		solver, whys := sets.New(asserted), map[string]int{}
		for where, x := range a {
			y := b[where]
			if y == nil {
				continue
			}
			total++
			if solver.Same(x, y) {
				same++
				continue
			}
			for _, got := range []sets.Answer{solver.Subset(x, y), solver.Subset(y, x)} {
				asked++
				if got.Status == sets.Unknown {
					unknown++
					whys[got.Why]++
				}
				assert.NotContains(t, got.Why, "internal", "%s: %s", filepath.Base(path), where)
			}
		}
		took := time.Since(start)
		if took > time.Second || len(whys) > 0 {
			t.Logf("%s: %d questions in %v: %v", filepath.Base(path), asked, took.Round(time.Millisecond), whys)
		}
	}
	t.Logf("%d bodies, %d the same, %d unknown answers", total, same, unknown)
}

// inOtherWords returns copies of all schemas of a document in which each one has one keyword more, which says nothing.
func inOtherWords(d *api.Document) map[*api.Schema]*api.Schema {
	copies := map[*api.Schema]*api.Schema{}
	var rewrite func(s *api.Schema) *api.Schema
	rewrite = func(s *api.Schema) *api.Schema {
		if c, ok := copies[s]; ok {
			return c
		}
		c := new(api.Schema)
		copies[s] = c
		*c = *s.Rewrite(rewrite, rewrite)
		if c.Form == api.FormObject && c.Ref == nil {
			k := api.Composition{}
			if c.Compose != nil {
				k = *c.Compose
			}
			k.AllOf = append(slices.Clone(k.AllOf), &api.Schema{})
			c.Compose = &k
		}
		return c
	}
	for _, s := range d.Schemas {
		rewrite(s)
	}
	return copies
}

// TestOtherWords proves that components of real documents are equal to themselves in other words, where no two schemas look alike.
func TestOtherWords(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	packed := sharedFile(t, "specdiff/real/pairs.tar.xz")
	dir := t.TempDir()
	if err := exec.Command("tar", "-xJf", packed, "-C", dir).Run(); err != nil {
		t.Skipf("tar: %v", err)
	}
	paths, err := filepath.Glob(filepath.Join(dir, "real", "*.old.*"))
	require.NoError(t, err)
	asked := 0
	for i := 0; i < len(paths); i += 6 {
		var findings diag.List
		loader := source.NewLoader(paths[i])
		tree, err := loader.Document(&findings)
		require.NoError(t, err)
		d := parse.Document(tree, parse.Options{Loader: loader, Lenient: true}, &findings)
		require.NotNil(t, d)
		copies, solver := inOtherWords(d), sets.New(asserted, d.Schemas)
		for _, c := range d.Components.Schemas {
			asked++
			assert.Equal(t, "empty", answer(solver.Subset(c.Value, copies[c.Value])), "%s %s", filepath.Base(paths[i]), c.Name)
			assert.Equal(t, "empty", answer(solver.Subset(copies[c.Value], c.Value)), "%s %s", filepath.Base(paths[i]), c.Name)
		}
	}
	t.Logf("%d components", asked)
}
