package operations_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// shared is beside the repository; it is not a part of it.
const shared = "../../../../../shared/specdiff"

// A truePair is a pair of documents whose verdict is known by reasoning.
type truePair struct {
	ID, Truth, Side, Why, Base, Revision string
	Note                                 *string
}

func truePairs(t *testing.T) (list []truePair) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared, "truth/truth.json"))
	if err != nil {
		t.Skip("needs ../shared/specdiff/truth beside the repository")
	}
	require.NoError(t, json.Unmarshal(data, &list))
	require.NotEmpty(t, list)
	return list
}

func readFile(t *testing.T, path string) *api.Document {
	t.Helper()
	var findings diag.List
	loader := source.NewLoader(path)
	defer loader.Close()
	tree, err := loader.Document(&findings)
	require.NoError(t, err, path)
	return parse.Document(tree, parse.Options{Lenient: true, Loader: loader}, &findings)
}

// ours says of the debatable pairs where we differ from the list, and why.
var ours = map[string]change.Verdict{
	"n-op-default-added": change.Compatible, // what a caller gets that leaves the parameter out has a meaning
}

func verdict(changes []edits.Change) change.Verdict {
	order := []change.Verdict{change.Equal, change.Compatible, change.Unknown, change.Breaking}
	worst := 0
	for _, c := range changes {
		for _, e := range c.Wire {
			worst = max(worst, slices.Index(order, e.Verdict))
		}
	}
	return order[worst]
}

// TestTruth: where no schema differs, the verdict is the truth; elsewhere nothing but schemas breaks.
func TestTruth(t *testing.T) {
	decided := 0
	for _, pair := range truePairs(t) {
		t.Run(pair.ID, func(t *testing.T) {
			oldDoc, newDoc := readFile(t, filepath.Join(shared, "truth", pair.Base)), readFile(t, filepath.Join(shared,
				"truth", pair.Revision))
			result := operations.Compare(oldDoc, newDoc, sample)
			want, debatable := ours[pair.ID]
			if !debatable {
				want = change.Verdict(pair.Truth)
			}
			got := verdict(result.Changes)
			if schemasDiffer(result.Places) {
				assert.Contains(t, []change.Verdict{change.Equal, change.Compatible, want}, got, "%v", lines(result.Changes))
				if want != change.Breaking {
					assert.NotEqual(t, change.Breaking, got, "%v", lines(result.Changes))
				}
				return
			}
			decided++
			assert.Equal(t, want, got, "%s\n%v", pair.Why, lines(result.Changes))
		})
	}
	t.Logf("%d pairs have no difference of schemas", decided)
	assert.Greater(t, decided, 50)
}

// schemasDiffer reports whether any pair of schemas says different things, references by their text.
func schemasDiffer(places []operations.Place) bool {
	for _, p := range places {
		if p.Old == nil || p.New == nil {
			return true
		}
		if !same(p.Old, p.New, map[[2]*api.Schema]bool{}) {
			return true
		}
	}
	return false
}

func same(a, b *api.Schema, seen map[[2]*api.Schema]bool) bool {
	if seen[[2]*api.Schema{a, b}] {
		return true
	}
	seen[[2]*api.Schema{a, b}] = true
	for a.Ref != nil && a.Ref.Target != nil && len(a.Marks) <= 1 {
		a = a.Ref.Target
	}
	for b.Ref != nil && b.Ref.Target != nil && len(b.Marks) <= 1 {
		b = b.Ref.Target
	}
	var m api.Summer
	plainA, plainB := *a, *b
	plainA.Meta, plainB.Meta = nil, nil
	return m.Sum(&plainA) == m.Sum(&plainB)
}
