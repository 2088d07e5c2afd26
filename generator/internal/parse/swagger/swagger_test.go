package swagger

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/locate"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

var update = flag.Bool("update", false, "rewrite the trees in testdata")

const rewritesFile = "testdata/swagger.txt"

// A rewriteCase is a document of Swagger 2.0 and the members of the tree that it is rewritten to.
type rewriteCase struct{ name, document, want string }

func rewriteCases(t testing.TB) (list []rewriteCase) {
	t.Helper()
	data, err := os.ReadFile(rewritesFile)
	require.NoError(t, err)
	for _, c := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		name, rest, _ := strings.Cut(c, "\n")
		document, want, _ := strings.Cut(rest, "\n---\n")
		list = append(list, rewriteCase{name, document, want})
	}
	return list
}

// TestRewriting reads testdata/swagger.txt, which has the form of findings.txt: the rewritten tree stands after "---".
func TestRewriting(t *testing.T) {
	var all strings.Builder
	for _, c := range rewriteCases(t) {
		t.Run(c.name, func(t *testing.T) {
			_, root := rewritten(t, expand(c.document))
			var got strings.Builder
			for _, m := range root.Node.Members {
				if m.Name != "openapi" && m.Name != "info" {
					show20(&got, m.Name, m.Value, 2)
				}
			}
			fmt.Fprintf(&all, "=== %s\n%s\n---\n%s\n", c.name, strings.TrimRight(c.document, "\n"), got.String())
			if !*update {
				require.Equal(t, strings.TrimSpace(c.want), strings.TrimSpace(got.String()))
			}
		})
	}
	if *update {
		require.NoError(t, os.WriteFile(rewritesFile, []byte(all.String()), 0o644))
	}
}

// rewritten returns the root of a document as it was written and as it is now.
func rewritten(t testing.TB, text string) (written, now tree.Place) {
	t.Helper()
	var findings diag.List
	d := source.Read("openapi.yaml", []byte(text), &findings)
	require.NotNil(t, d.Root)
	version, ok := ReadVersion(d, &findings)
	require.True(t, ok)
	r := tree.NewReader(&report.Reporter{List: &findings}, version)
	files := locate.New(d, nil, r)
	w := New(r, files)
	w.Rewrite(files.Entry.Root, nil)
	return w.files[files.Entry.Root].written, files.Entry.Root.Root
}

// expand puts the usual head before the members of the root or the paths of a document.
func expand(document string) string {
	head, body, _ := strings.Cut(document, "\n")
	start := "swagger: '2.0'\ninfo: {title: t, version: '1'}\n"
	switch head {
	case "2.0 paths":
		return start + "paths:\n  " + strings.ReplaceAll(body, "\n", "\n  ")
	case "2.0 root":
		return start + body
	}
	return document
}

// show20 writes objects of the first levels line by line.
func show20(b *strings.Builder, name string, n *source.Node, levels int) {
	if n.Kind != source.Object || levels == 0 || len(n.Members) == 0 {
		fmt.Fprintf(b, "%s: %s\n", name, asJSON(n))
		return
	}
	for _, m := range n.Members {
		show20(b, name+" "+m.Name, m.Value, levels-1)
	}
}

func asJSON(n *source.Node) string {
	var parts []string
	switch n.Kind {
	case source.Object:
		for _, m := range n.Members {
			parts = append(parts, m.Name+": "+asJSON(m.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case source.Array:
		for _, item := range n.Items {
			parts = append(parts, asJSON(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case source.Null:
		return "null"
	case source.String:
		text, _ := json.Marshal(n.Text) // a string never fails
		return string(text)
	}
	return n.Text
}

// harbour is the document of a golden case.
func harbour(t testing.TB) string {
	t.Helper()
	archive, err := txtar.ParseFile("../../../../golden/cases/swagger-2.txtar")
	require.NoError(t, err)
	return string(archive.Files[slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "spec.yaml" })].Data)
}

// visit calls f for a place and all below it.
func visit(at tree.Place, f func(tree.Place)) {
	f(at)
	for _, m := range at.Node.Members {
		visit(at.Child(m.Name, m.Value), f)
	}
	for i, item := range at.Node.Items {
		visit(at.Child(strconv.Itoa(i), item), f)
	}
}

// What is carried over knows where the file has it: line, column and pointer.
func TestRewrittenPlacesKnowTheFile(t *testing.T) {
	type spot struct {
		line, column uint32
		text         string
		kind         source.Kind
	}
	documents := []string{harbour(t)}
	for _, c := range rewriteCases(t) {
		documents = append(documents, expand(c.document))
	}
	for _, text := range documents {
		written, now := rewritten(t, text)
		pointers := map[spot][]string{} // several for what YAML aliases repeat
		visit(written, func(at tree.Place) {
			if n := at.Node; n.Kind != source.Object && n.Kind != source.Array {
				s := spot{n.Line, n.Column, n.Text, n.Kind}
				pointers[s] = append(pointers[s], at.Path.Pointer())
			}
		})
		carried := 0
		visit(now, func(at tree.Place) {
			n := at.Node
			require.NotZero(t, n.Line, at.Path.Pointer())
			names := map[string]bool{}
			for _, m := range n.Members {
				require.False(t, names[m.Name], "%s has %q twice", at.Path.Pointer(), m.Name)
				require.NotZero(t, m.Line)
				names[m.Name] = true
			}
			if pointer, ok := pointers[spot{n.Line, n.Column, n.Text, n.Kind}]; ok && n.Kind != source.Object && n.Kind != source.Array {
				carried++
				assert.Contains(t, pointer, at.Path.Original().Pointer(), "now %s", at.Path.Pointer())
			}
		})
		assert.NotZero(t, carried)
	}
}
