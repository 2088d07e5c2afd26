package sets_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// bodies returns the forms of the bodies of a document, by operation, place and media type.
func bodies(t *testing.T, path string) map[string]*api.Schema {
	t.Helper()
	var findings diag.List
	loader := source.NewLoader(path)
	tree, err := loader.Document(&findings)
	require.NoError(t, err)
	d := parse.Document(tree, parse.Options{Loader: loader}, &findings)
	require.NotNil(t, d, path)
	ways := directions.Plan(d, directions.Options{}, &findings)
	found := map[string]*api.Schema{}
	add := func(where string, content []api.Named[api.Use[api.MediaType]], way directions.Direction) {
		for _, m := range content {
			if m.Value.Value != nil && m.Value.Value.Schema != nil {
				found[where+" "+m.Name] = ways.Form(m.Value.Value.Schema, way)
			}
		}
	}
	for _, p := range d.Paths {
		for _, op := range p.Value.Value.Operations {
			if op.RequestBody != nil && op.RequestBody.Value != nil {
				add("request "+p.Name, op.RequestBody.Value.Content, directions.Sent)
			}
			for _, r := range op.Responses {
				if r.Use.Value != nil {
					add("response "+p.Name, r.Use.Value.Content, directions.Received)
				}
			}
		}
	}
	return found
}

// TestTruth compares the bodies of pairs of documents whose relation is known.
func TestTruth(t *testing.T) {
	data, err := os.ReadFile(sharedFile(t, "specdiff/truth/truth.json"))
	require.NoError(t, err)
	var pairs []struct{ ID, Truth, Side, Why, Base, Revision, Note string }
	require.NoError(t, json.Unmarshal(data, &pairs))
	compared, unknown := 0, 0
	for _, p := range pairs {
		if !strings.Contains(p.ID, "req-") && !strings.Contains(p.ID, "res-") || strings.Contains(p.ID, "op-") {
			continue
		}
		old, revision := bodies(t, filepath.Join(shared, "specdiff/truth", p.Base)), bodies(t, filepath.Join(shared, "specdiff/truth", p.Revision))
		got := "equal"
		for where, a := range old {
			b := revision[where]
			require.NotNil(t, b, "%s %s", p.ID, where)
			if strings.HasPrefix(where, "response") {
				a, b = b, a // responses may not grow
			}
			start := time.Now()
			lost, won := solver().Subset(a, b), solver().Subset(b, a)
			assert.Less(t, time.Since(start), 2*time.Second, p.ID)
			switch {
			case lost.Status == sets.Unknown || won.Status == sets.Unknown:
				got = "unknown"
				t.Logf("%s: %s %s", p.ID, answer(lost), answer(won))
			case lost.Status == sets.Inhabited:
				got = "breaking"
				t.Logf("%s: %s", p.ID, answer(lost))
			case won.Status == sets.Inhabited && got == "equal":
				got = "compatible"
			}
		}
		compared++
		if got == "unknown" {
			unknown++
			continue
		}
		assert.Equal(t, p.Truth, got, "%s: %s", p.ID, p.Why)
	}
	assert.Greater(t, compared, 120)
	assert.Zero(t, unknown)
	t.Logf("%d pairs, %d unknown", compared, unknown)
}
