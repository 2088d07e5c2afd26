package surface_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/surface"
)

// target is the folder with the reports that are the aim.
const target = "../../../../../shared/target/diff"

// plan returns the package of a document.
func plan(t *testing.T, path string) *gomodel.Package {
	t.Helper()
	result, err := generator.Generate(t.Context(), generator.Config{Spec: path, Package: "api"})
	require.NoError(t, err, path)
	return result.Package
}

// TestTargets: the names of both example reports come out, in their order, with their words.
func TestTargets(t *testing.T) {
	for _, name := range []string{"case1", "case2"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(target, name)
			data, err := os.ReadFile(filepath.Join(dir, "report.json"))
			if os.IsNotExist(err) {
				t.Skip("the example reports are not beside the repository")
			}
			require.NoError(t, err)
			var report struct {
				Changes []struct {
					GoEffect struct {
						Names []struct{ Kind, Name, Old, New, Note string }
					}
				}
			}
			require.NoError(t, json.Unmarshal(data, &report))
			list := surface.Compare(plan(t, filepath.Join(dir, "old.yaml")), plan(t, filepath.Join(dir, "new.yaml")))
			at := map[change.Name]int{}
			for i, d := range list {
				t.Logf("%+v breaks=%v %s %s %d", d.Name, d.Breaks, d.Old.Path.Pointer(), d.New.Path.Pointer(), len(d.Through))
				at[d.Name] = i
			}
			count := 0
			for _, c := range report.Changes {
				before := -1
				for _, n := range c.GoEffect.Names {
					i, ok := at[change.Name{Kind: change.NameKind(n.Kind), Name: n.Name, Old: n.Old, New: n.New, Note: n.Note}]
					if assert.True(t, ok, "%+v", n) {
						assert.Less(t, before, i, "%+v stands too early", n)
						before = i
					}
					count++
				}
			}
			assert.Len(t, list, count)
		})
	}
}
