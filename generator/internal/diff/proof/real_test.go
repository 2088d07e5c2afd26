//go:build unix

package proof_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// The bounds for a comparison with everything.
const (
	secondsAtAll = 0.2
	secondsPerMB = 2.0
	mostUnknown  = 0.02 // of the places that differ
)

// A row is what came of one pair.
type row struct {
	changes map[change.Class]int
	differ  int // places
	unknown int // of them
	unclear map[string]int
}

// TestReal compares consecutive versions of real documents: nobody knows the truth, but what breaks must be shown, in time.
func TestReal(t *testing.T) {
	wanted(t, "real", "make diff-real")
	dir := unpack(t, "specdiff/real/pairs.tar.xz")
	olds, err := filepath.Glob(filepath.Join(dir, "real", os.Getenv("ONLY")+"*.old.*"))
	require.NoError(t, err)
	require.NotEmpty(t, olds)
	differ, unknown := 0, 0
	for _, path := range olds {
		r := realPair(t, path, strings.Replace(path, ".old.", ".new.", 1))
		differ, unknown = differ+r.differ, unknown+r.unknown
	}
	t.Logf("%d places differ, of %d nothing is proved (%.1f %%)", differ, unknown, 100*float64(unknown)/float64(max(differ, 1)))
	assert.LessOrEqual(t, float64(unknown), mostUnknown*float64(differ), "places of which nothing is proved")
}

func realPair(t *testing.T, old, new string) row {
	name := strings.Split(filepath.Base(old), ".")[0]
	size := 0.0
	for _, path := range []string{old, new} {
		info, err := os.Stat(path)
		require.NoError(t, err)
		size += float64(info.Size()) / 1e6
	}
	start := processTime(t)
	from, to := read(t, old), read(t, new)
	reading := processTime(t) - start
	oldSide, newSide := withPackage(from.API), withPackage(to.API)
	planning := processTime(t) - start - reading
	result := diff.Compare(oldSide, newSide, diff.Options{})
	took := processTime(t) - start
	r := rowOf(result)
	t.Logf("%-14s %4.1f MB %5.2f s CPU (read %.2f, plan %.2f, compare %.2f); %d running, %d compiling, %d wire, %d unknown, %d compatible, %d docs %v",
		name, size, took.Seconds(), reading.Seconds(), planning.Seconds(), (took - reading - planning).Seconds(),
		r.changes[change.Running], r.changes[change.Compiling], r.changes[change.Wire], r.changes[change.Unproved], r.changes[change.Harmless],
		r.changes[change.Docs], r.unclear)
	assert.LessOrEqual(t, took, time.Duration((secondsAtAll+secondsPerMB*size)*float64(time.Second)), "%s: CPU time", name)
	again := newJudges(read(t, old).API, read(t, new).API)
	for _, c := range result.Changes {
		if c.Breaks() {
			assert.Empty(t, again.problem(c), "%s: %s [%s]", name, c.Message(), c.Rule)
		}
	}
	return r
}

func rowOf(result *diff.Result) row {
	r := row{changes: map[change.Class]int{}, unclear: map[string]int{}}
	for _, c := range result.Changes {
		r.changes[c.Class]++
	}
	for _, c := range loud(result) {
		r.differ++
		if worst(c) == change.Unknown {
			r.unknown++
			r.unclear[c.Rule+": "+c.Advice.Why]++
		}
	}
	return r
}
