//go:build unix

package proof_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/proof/rewrite"
	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
	"github.com/oas2go/oas2go/golden/documents"
)

// mostBytes is the size of the documents of the corpus that are rewritten in each run. The others take longer.
const mostBytes = 40_000

// TestMeaningOfCases rewrites the documents of the golden cases in ways that mean the same.
func TestMeaningOfCases(t *testing.T) {
	list, err := documents.Cases("../../../../golden/cases", t.TempDir())
	require.NoError(t, err)
	for i, d := range list {
		if !long() && i%2 != 0 || strings.HasPrefix(d.Name, "error-") {
			continue
		}
		t.Run(d.Name, func(t *testing.T) { sameMeaning(t, d.Path) })
	}
}

// TestMeaningOfCorpus does the same with real documents.
func TestMeaningOfCorpus(t *testing.T) {
	for _, path := range tree.Files(unpack(t, "corpus/documents.tar.xz")) {
		info, err := os.Stat(path)
		require.NoError(t, err)
		if !long() && info.Size() > mostBytes || !strings.Contains(path, os.Getenv("ONLY")) {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) { sameMeaning(t, path) })
	}
}

// sameMeaning rewrites a document in each way. No message may differ.
func sameMeaning(t *testing.T, path string) {
	d := read(t, path)
	if len(d.API.Files) > 1 {
		t.Skip("it has several files")
	}
	plain, err := tree.Model(d.Fresh().Root.JSON()) // YAML spells numbers in more ways, and what is meant as text keeps its spelling
	require.NoError(t, err)
	for _, w := range rewrite.All() {
		if only := os.Getenv("REWRITE"); only != "" && only != w.Name {
			continue
		}
		fresh := d.Fresh()
		places := w.Do(fresh, rand.New(rand.NewPCG(1, 2)))
		if places == 0 {
			continue
		}
		text := fresh.Root.JSON()
		if keep := os.Getenv("KEEP"); keep != "" {
			require.NoError(t, os.WriteFile(keep, text, 0o600))
		}
		again, err := tree.Model(text)
		if !assert.NoError(t, err, w.Name) {
			continue
		}
		start := processTime(t)
		r := compare(plain, again)
		if took := processTime(t) - start; took.Seconds() > 1 {
			t.Logf("SLOW %s: %s %s", t.Name(), w.Name, took)
		}
		for i, c := range loud(r) {
			if i == 3 {
				break
			}
			t.Errorf("%s (%d places): %s [%s] %s %v; %s", w.Name, places, c.Message(), c.Rule, worst(c), c.Place().Pos, c.Advice.Why)
		}
	}
}
