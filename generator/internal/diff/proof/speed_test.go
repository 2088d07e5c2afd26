//go:build unix

package proof_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/golden/mechanical"
)

// The document of the measurements has 2.5 MB, and 50 edits in schemas that several operations use.
const (
	operationsOfLarge = 600
	schemasOfLarge    = 2500
	editsOfLarge      = 50
	mostComparing     = 1.0 // seconds of CPU on a machine that does nothing else
)

// large returns the document and the same with edits.
func large(t testing.TB) (old, new []byte) {
	text := mechanical.Document(schemasOfLarge, operationsOfLarge, 1)
	d, err := tree.ReadText("large.yaml", text)
	require.NoError(t, err)
	old = d.Root.JSON()
	schemas := d.Root.Get("components").Get("schemas")
	used := reachedBy(d.Root)
	r := rand.New(rand.NewPCG(3, 3))
	edited := map[*tree.Node]bool{}
	for n := 0; n < editsOfLarge; {
		m := schemas.Members[r.IntN(len(schemas.Members)/8)] // the first are used by most of the others
		if edited[m.Value] || !used[m.Name] {
			continue
		}
		edited[m.Value] = true
		for _, p := range m.Value.Get("properties").Members {
			if limit := p.Value.Get("maxLength"); limit != nil {
				number, err := strconv.Atoi(limit.Text)
				require.NoError(t, err)
				p.Value.Set("maxLength", tree.Number(number-1))
				n++
			}
		}
	}
	return old, d.Root.JSON()
}

// reachedBy returns the names of the components that operations lead to.
func reachedBy(root *tree.Node) map[string]bool {
	used := map[string]bool{}
	schemas := root.Get("components").Get("schemas")
	var visit func(*tree.Node)
	visit = func(n *tree.Node) {
		n.Walk(func(at *tree.Node) {
			ref := at.Get("$ref")
			if !ref.Is(source.String) {
				return
			}
			name := tree.Tokens(ref.Text)[2]
			if !used[name] {
				used[name] = true
				visit(schemas.Get(name))
			}
		})
	}
	visit(root.Get("paths"))
	return used
}

// side reads a document as the command does: the tree of what was read is kept.
func side(t testing.TB, text []byte) diff.Side {
	t.Helper()
	var findings diag.List
	read := source.Read("large.json", text, &findings)
	require.NotNil(t, read.Root)
	trees := source.NewTrees(read)
	document := parse.Document(read, parse.Options{Lenient: true}, &findings)
	require.NotNil(t, document)
	return diff.Side{Document: document, Trees: trees}
}

// TestLarge compares a large document with edits in shared schemas: one change for each, in time.
func TestLarge(t *testing.T) {
	oldText, newText := large(t)
	start := processTime(t)
	old, new := side(t, oldText), side(t, newText)
	reading := processTime(t) - start
	start = processTime(t)
	r := diff.Compare(old, new, diff.Options{})
	comparing := processTime(t) - start
	t.Logf("%.1f MB: reading %s, comparing %s", float64(len(oldText))/1e6, reading, comparing)
	list := slices.DeleteFunc(slices.Clone(r.Changes), func(c change.Change) bool { return c.Class == change.Docs })
	assert.Len(t, list, editsOfLarge)
	operations := 0
	for _, c := range list {
		assert.Equal(t, "max-length-lowered", c.Rule, c.Message())
		assert.LessOrEqual(t, len(c.Wire), 2)
		operations += len(c.Operations())
	}
	t.Logf("%d changes reach %d operations", len(list), operations)
	if os.Getenv("OAS2GO_PROOF") == "" {
		return // others use the machine too
	}
	for range 2 { // the best of three: a machine is never quite alone
		old, new := side(t, oldText), side(t, newText)
		start = processTime(t)
		diff.Compare(old, new, diff.Options{})
		comparing = min(comparing, processTime(t)-start)
	}
	assert.LessOrEqual(t, comparing.Seconds(), mostComparing, "CPU seconds of the comparison")
}

// BenchmarkLarge reports the CPU milliseconds of the steps of a comparison.
func BenchmarkLarge(b *testing.B) {
	oldText, newText := large(b)
	var reading, planning, comparing time.Duration
	for b.Loop() {
		start := processTime(b)
		old, new := side(b, oldText), side(b, newText)
		reading += processTime(b) - start
		start = processTime(b)
		old.Package, new.Package = withPackage(old.Document).Package, withPackage(new.Document).Package
		planning += processTime(b) - start
		start = processTime(b)
		r := diff.Compare(old, new, diff.Options{})
		comparing += processTime(b) - start
		require.NotEmpty(b, r.Changes)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(reading.Milliseconds())/float64(b.N), "read-CPU-ms")
	b.ReportMetric(float64(planning.Milliseconds())/float64(b.N), "plan-CPU-ms")
	b.ReportMetric(float64(comparing.Milliseconds())/float64(b.N), "compare-CPU-ms")
}

// TestSame compares documents with themselves: they are equal, and take time by their size.
func TestSame(t *testing.T) {
	for _, path := range tree.Files(unpack(t, "corpus/documents.tar.xz")) {
		info, err := os.Stat(path)
		require.NoError(t, err)
		if !long() && info.Size() > 500_000 {
			continue
		}
		old, new := read(t, path), read(t, path)
		start := processTime(t)
		r := compare(old.API, new.API)
		took := processTime(t) - start
		assert.Empty(t, r.Changes, path)
		perMB := took.Seconds() / (float64(info.Size()) / 1e6)
		if long() {
			t.Logf("%s: %.1f MB, %s", info.Name(), float64(info.Size())/1e6, took)
			assert.LessOrEqual(t, took.Seconds(), 0.1+0.5*float64(info.Size())/1e6, "%s: %.2f s for a MB", info.Name(), perMB)
		}
	}
}
