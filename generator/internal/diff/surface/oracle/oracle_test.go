package oracle_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/surface"
	"github.com/oas2go/oas2go/generator/internal/diff/surface/oracle"
)

// shared is the folder with documents that are not committed.
const shared = "../../../../../../shared"

// TestExamples compares the documents of the example reports.
func TestExamples(t *testing.T) {
	checker := oracle.NewChecker(t.Context())
	for _, name := range []string{"case1", "case2"} {
		dir := filepath.Join(shared, "target/diff", name)
		if _, err := os.Stat(dir); err != nil {
			t.Skip("the example reports are not beside the repository")
		}
		count := compare(t, checker, filepath.Join(dir, "old.yaml"), filepath.Join(dir, "new.yaml"))
		assert.NotZero(t, count, name)
	}
}

// TestTruth compares the pairs of which the meaning is known.
func TestTruth(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(shared, "specdiff/truth/truth.json"))
	if os.IsNotExist(err) {
		t.Skip("the pairs of documents are not beside the repository")
	}
	require.NoError(t, err)
	var pairs []struct{ ID, Base, Revision string }
	require.NoError(t, json.Unmarshal(data, &pairs))
	checker, total := oracle.NewChecker(t.Context()), 0
	for _, p := range pairs {
		t.Run(p.ID, func(t *testing.T) {
			dir := filepath.Join(shared, "specdiff/truth")
			total += compare(t, checker, filepath.Join(dir, p.Base), filepath.Join(dir, p.Revision))
		})
	}
	t.Logf("%d differences in %d pairs", total, len(pairs))
}

// compare returns how many differences two documents have.
func compare(t *testing.T, checker *oracle.Checker, old, new string) int {
	t.Helper()
	was, err := checker.Load(old, "")
	if err != nil {
		t.Skip(err)
	}
	is, err := checker.Load(new, "")
	if err != nil {
		t.Skip(err)
	}
	list := surface.Compare(was.Model, is.Model)
	problems := oracle.Disagreements(was, is, list)
	if !assert.Empty(t, problems) {
		for _, d := range list {
			t.Logf("%+v with %v", d.Name, d.With)
		}
	}
	return len(list)
}

var folder = flag.String("pairs", "", "a folder of pairs of documents, NAME.old.* and NAME.new.*")

// TestFolder compares the pairs of a folder. Of documents that have errors the best is made.
func TestFolder(t *testing.T) {
	if *folder == "" {
		t.Skip("no -pairs")
	}
	olds, err := filepath.Glob(filepath.Join(*folder, "*.old.*"))
	require.NoError(t, err)
	checker := oracle.NewChecker(t.Context())
	for _, old := range olds {
		t.Run(filepath.Base(old), func(t *testing.T) {
			count := compare(t, checker, old, strings.Replace(old, ".old.", ".new.", 1))
			t.Logf("%d differences", count)
		})
	}
}
