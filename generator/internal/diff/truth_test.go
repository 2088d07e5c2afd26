package diff_test

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
	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// truthFolder has pairs of documents whose verdict is known by reasoning. It is not part of the project.
const truthFolder = "../../../../shared/specdiff/truth"

// A truth is one pair.
type truth struct {
	ID, Truth, Side, Why, Base, Revision, Note string
}

func readTruth(t *testing.T) (list []truth) {
	data, err := os.ReadFile(filepath.Join(truthFolder, "truth.json"))
	if err != nil {
		t.Skip("the pairs with known truth are not there: " + truthFolder)
	}
	require.NoError(t, json.Unmarshal(data, &list))
	return list
}

func readDocument(t *testing.T, path string) *api.Document {
	t.Helper()
	var findings diag.List
	loader := source.NewLoader(path)
	defer loader.Close()
	tree, err := loader.Document(&findings)
	require.NoError(t, err)
	d := parse.Document(tree, parse.Options{Loader: loader, Lenient: true}, &findings)
	require.NotNil(t, d, "%v", findings.All())
	return d
}

// wireVerdict is the worst verdict of all changes.
func wireVerdict(r *diff.Result) change.Verdict {
	order := []change.Verdict{change.Equal, change.Compatible, change.Unknown, change.Breaking}
	worst := change.Equal
	for _, c := range r.Changes {
		for _, e := range c.Wire {
			if slices.Index(order, e.Verdict) > slices.Index(order, worst) {
				worst = e.Verdict
			}
		}
	}
	return worst
}

// TestTruth compares pairs whose verdict is known. Those that are debatable are listed.
func TestTruth(t *testing.T) {
	for _, pair := range readTruth(t) {
		t.Run(pair.ID, func(t *testing.T) {
			old, new := readDocument(t, filepath.Join(truthFolder, pair.Base)), readDocument(t, filepath.Join(truthFolder, pair.Revision))
			result := diff.Compare(diff.Side{Document: old}, diff.Side{Document: new}, diff.Options{})
			got := wireVerdict(result)
			if pair.Note != "" {
				t.Logf("debatable: truth %s, our answer %s (%s; %s)", pair.Truth, got, pair.Why, pair.Note)
				return
			}
			if !assert.Equal(t, pair.Truth, string(got), "%s: %s", pair.Side, pair.Why) {
				for _, c := range result.Changes {
					t.Logf("%s [%s] %v %s", c.Message(), c.Rule, c.Wire, c.Advice.Why)
				}
			}
		})
	}
}
