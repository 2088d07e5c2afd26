//go:build unix

package proof_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
	"github.com/oas2go/oas2go/generator/internal/plan"
)

// shared is the folder with documents that are not committed.
const shared = "../../../../../shared"

// long is set to run all of the proofs, which takes minutes: make diff-proof.
func long() bool { return os.Getenv("OAS2GO_PROOF") != "" }

// wanted skips a test that only runs if it is asked for by name.
func wanted(t testing.TB, name, target string) {
	t.Helper()
	if os.Getenv("OAS2GO_PROOF") != name {
		t.Skip("runs with " + target)
	}
}

// unpack unpacks an archive of the shared folder, and skips the test if it is not there.
func unpack(t testing.TB, name string) string {
	t.Helper()
	packed := filepath.Join(shared, name)
	if _, err := os.Stat(packed); err != nil {
		t.Skip("not beside the repository: " + packed)
	}
	dir := t.TempDir()
	if out, err := exec.Command("tar", "-xJf", packed, "-C", dir).CombinedOutput(); err != nil {
		t.Skipf("tar: %v: %s", err, out)
	}
	return dir
}

// processTime is the CPU time of this process: other processes of the machine do not change it.
func processTime(t testing.TB) time.Duration {
	var u syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// withPackage is a document with the Go package that it becomes.
func withPackage(d *api.Document) diff.Side {
	return diff.Side{Document: d, Package: plan.Package(d, plan.Options{Package: "api"}, &diag.List{}).Model}
}

// compare compares the wire of two documents.
func compare(old, new *api.Document) *diff.Result {
	return diff.Compare(diff.Side{Document: old}, diff.Side{Document: new}, diff.Options{})
}

func read(t testing.TB, path string) *tree.Document {
	t.Helper()
	d, err := tree.Read(path)
	require.NoError(t, err, path)
	return d
}

// verdicts are in their order.
func verdicts() []change.Verdict {
	return []change.Verdict{change.Equal, change.Compatible, change.Unknown, change.Breaking}
}

// worst is the worst verdict of a change, "" if it is not about messages.
func worst(c change.Change) (w change.Verdict) {
	for _, e := range c.Wire {
		if slices.Index(verdicts(), e.Verdict) > slices.Index(verdicts(), w) {
			w = e.Verdict
		}
	}
	return w
}

// loud returns the changes that some message can show.
func loud(r *diff.Result) (list []change.Change) {
	for _, c := range r.Changes {
		if w := worst(c); w != "" && w != change.Equal {
			list = append(list, c)
		}
	}
	return list
}
