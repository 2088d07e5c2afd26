package oracle_test

import (
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/oas2go/oas2go/golden/documents"

	"github.com/oas2go/oas2go/generator/internal/diff/surface"
	"github.com/oas2go/oas2go/generator/internal/diff/surface/oracle"
)

var (
	rounds = flag.Int("rounds", 2, "how often each golden document is changed")
	seed   = flag.Uint64("seed", 1, "where the changes begin")
)

// TestMutations compares each golden document with changed ones.
func TestMutations(t *testing.T) {
	list, err := documents.Cases("../../../../../golden/cases", t.TempDir())
	require.NoError(t, err)
	checker, compared, total := oracle.NewChecker(t.Context()), 0, 0
	for i, d := range list {
		if len(d.Others) > 0 {
			continue
		}
		doc := read(t, d.Path)
		old := filepath.Join(t.TempDir(), "old.json")
		write(t, old, doc)
		was, err := checker.Load(old, d.Config)
		if err != nil {
			continue
		}
		for round := range *rounds {
			random := rand.New(rand.NewPCG(*seed, uint64(i*1000+round)))
			changed := clone(t, doc)
			done := oracle.Mutate(changed, random)
			new := filepath.Join(t.TempDir(), "new.json")
			write(t, new, changed)
			is, err := checker.Load(new, d.Config)
			if err != nil {
				continue
			}
			differences := surface.Compare(was.Model, is.Model)
			if problems := oracle.Disagreements(was, is, differences); !assert.Empty(t, problems, "%s, round %d: %v", d.Name, round, done) {
				for _, d := range differences {
					t.Logf("\t%+v with %v", d.Name, d.With)
				}
			}
			compared, total = compared+1, total+len(differences)
		}
	}
	assert.NotZero(t, compared)
	t.Logf("%d differences in %d pairs", total, compared)
}

func read(t *testing.T, path string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var doc map[string]any
	if yaml.Unmarshal(data, &doc) != nil {
		return nil
	}
	return doc
}

func write(t *testing.T, path string, doc map[string]any) {
	t.Helper()
	data, err := json.MarshalIndent(doc, "", " ")
	if err == nil {
		err = os.WriteFile(path, data, 0o600)
	}
	if err != nil {
		t.Logf("%s: %v", path, err)
	}
}

func clone(t *testing.T, doc map[string]any) (copied map[string]any) {
	t.Helper()
	data, err := json.Marshal(doc)
	if err != nil {
		return map[string]any{}
	}
	require.NoError(t, json.Unmarshal(data, &copied))
	return copied
}
