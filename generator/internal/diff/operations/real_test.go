package operations_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/operations"
)

// TestRealDocuments: pairs of consecutive versions of public documents. A document that is compared with itself has no change, and every
// change of a pair says where it is.
func TestRealDocuments(t *testing.T) {
	archive := filepath.Join(shared, "real/pairs.tar.xz")
	if _, err := os.Stat(archive); err != nil {
		t.Skip("needs ../shared/specdiff/real beside the repository")
	}
	dir := t.TempDir()
	if out, err := exec.Command("tar", "-xJf", archive, "-C", dir).CombinedOutput(); err != nil {
		t.Skipf("needs tar and xz: %v %s", err, out)
	}
	olds, err := filepath.Glob(filepath.Join(dir, "real/*.old.*"))
	require.NoError(t, err)
	require.NotEmpty(t, olds)
	for _, path := range olds {
		t.Run(filepath.Base(path), func(t *testing.T) {
			oldDoc, newDoc := readFile(t, path), readFile(t, strings.Replace(path, ".old.", ".new.", 1))
			if oldDoc == nil || newDoc == nil {
				t.Skip("no document of a version that is supported")
			}
			start := time.Now()
			result := operations.Compare(oldDoc, newDoc, sample)
			took := time.Since(start)
			breaking := 0
			for _, c := range result.Changes {
				assert.NotEmpty(t, c.Sentence, line(c))
				assert.NotEmpty(t, c.Subject, line(c))
				assert.NotEmpty(t, c.Pointer, line(c))
				if c.Class == change.Wire {
					breaking++
				}
			}
			t.Logf("%d operations, %d places, %d changes, %d breaking, %v", len(result.Operations), len(result.Places), len(result.Changes), breaking, took)
			assert.Empty(t, lines(operations.Compare(oldDoc, oldDoc, sample).Changes))
			assert.Empty(t, lines(operations.Compare(newDoc, newDoc, sample).Changes))
		})
	}
}
