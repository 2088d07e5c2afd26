package sets_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/sets"
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
