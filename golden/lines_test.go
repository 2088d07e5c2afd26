package golden_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var updateLines = flag.Bool("lines", false, "write the lines of the packages of all cases into "+linesFile)

// linesFile has the lines of the package of each case, with its support code, as they were when somebody looked at them. It is not
// rewritten by -update: that packages grow is decided by itself.
const linesFile = "testdata/lines.txt"

// TestLines fails when the package of a case has become more than 5 % longer than the committed figure.
func TestLines(t *testing.T) {
	committed := committedLines(t)
	lines := map[string]int{}
	for _, g := range goldens(t) {
		n := 0
		for _, f := range g.generateOnce(t).Files {
			n += bytes.Count(f.Data, []byte("\n"))
		}
		if n > 0 {
			lines[g.Name] = n
		}
	}
	if *updateLines {
		writeLines(t, committed, lines)
		committed = committedLines(t)
	}
	for name, n := range lines {
		most, ok := committed[name]
		if assert.True(t, ok, "%s is not in %s: run make golden SIZE=1", name, linesFile) {
			assert.False(t, tooMany(n, most), "the package of %s has %d lines, not %d; if they are worth it, run make golden SIZE=1", name, n, most)
		}
	}
	for name := range committed {
		assert.Contains(t, lines, name, "a case of %s has no package any more: run make golden SIZE=1", linesFile)
	}
}

func tooMany(lines, committed int) bool { return 100*lines > 105*committed }

// writeLines writes new figures. What has grown a little keeps its old one, so that many small steps are noticed too.
func writeLines(t *testing.T, committed, lines map[string]int) {
	t.Helper()
	var text strings.Builder
	for _, name := range slices.Sorted(maps.Keys(lines)) {
		n := lines[name]
		if old, ok := committed[name]; ok && !tooMany(n, old) {
			n = min(n, old)
		}
		fmt.Fprintf(&text, "%6d %s\n", n, name)
	}
	require.NoError(t, os.WriteFile(linesFile, []byte(text.String()), 0o644))
}

func committedLines(t *testing.T) map[string]int {
	t.Helper()
	data, err := os.ReadFile(linesFile)
	require.NoError(t, err)
	lines := map[string]int{}
	for line := range strings.Lines(string(data)) {
		var n int
		var name string
		_, err := fmt.Sscan(line, &n, &name)
		require.NoError(t, err)
		lines[name] = n
	}
	return lines
}
