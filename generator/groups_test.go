package generator

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/plan"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// calledIn plans a document with groups and returns what each operation is called behind a client, all its methods. No two are the same.
func calledIn(t *testing.T, tree *source.Document) map[string]string {
	t.Helper()
	var findings diag.List
	document := parse.Document(tree, parse.Options{Lenient: true}, &findings)
	require.NotNil(t, document)
	p := plan.Package(document, plan.Options{Package: "api", Reserved: reserved(t), Printing: plan.Printing{Uncommented: true}, Calls: plan.Calls{Group: true}}, &findings).Model
	require.Empty(t, gomodel.Verify(p))
	called, taken := map[string]string{}, map[string]bool{}
	add := func(at, name string) {
		assert.False(t, taken[name], "%s is there twice", name)
		taken[name] = true
		called[at] = name
	}
	fields := map[string]bool{}
	for _, f := range p.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *gomodel.Group:
				assert.False(t, fields[d.Field], "%s is there twice", d.Field)
				fields[d.Field] = true
			case *gomodel.Operation:
				add(fmt.Sprint(d.From.Path.Pointer(), " ", d.Accept), d.Called())
			case *gomodel.Pages:
				add(d.From.Path.Pointer()+" pages", d.Called())
				add(d.From.Path.Pointer()+" items", d.CalledAll())
			}
		}
	}
	for name := range taken {
		assert.False(t, fields[name], "%s is a method and a field", name)
	}
	return called
}

// outliveOperations removes operations of a document one at a time: no other one may be called otherwise, unless it takes the name that is
// free now (docs/adr/0005). Adding one is the way back. It returns how many were removed, and how many took such a name.
func outliveOperations(t *testing.T, tree *source.Document, most int) (removed, took int) {
	t.Helper()
	paths := tree.Root.Get("paths")
	if paths == nil || paths.Kind != source.Object {
		return 0, 0
	}
	type place struct{ path, member int }
	var places []place
	for i, path := range paths.Members {
		for k, m := range path.Value.Members {
			if slices.Contains([]string{"get", "put", "post", "delete", "patch", "head", "options", "trace"}, m.Name) {
				places = append(places, place{i, k})
			}
		}
	}
	random := rand.New(rand.NewPCG(uint64(len(places)), 5))
	random.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
	before := calledIn(t, tree)
	for _, at := range places[:min(most, len(places))] {
		item := paths.Members[at.path].Value
		all := item.Members
		item.Members = slices.Delete(slices.Clone(all), at.member, at.member+1)
		after := calledIn(t, tree)
		item.Members = all
		var free []string
		for key, name := range before {
			if after[key] == "" {
				field, _, _ := strings.Cut(name, ".") // of a group that may be gone too
				free = append(free, name, field)
			}
		}
		for key, name := range before { // a group that is there still, by its first method
			if field, _, ok := strings.Cut(name, "."); ok && strings.HasPrefix(after[key], field+".") {
				free = slices.DeleteFunc(free, func(other string) bool { return other == field })
			}
		}
		for key, name := range after {
			if name == before[key] {
				continue
			}
			took++
			// Of functions with one name in operationIds of a framework, each has the name to itself only without the others.
			alike := strings.HasPrefix(before[key], name) && slices.ContainsFunc(free, func(other string) bool { return strings.HasPrefix(other, name) })
			assert.True(t, takes(name, free) || alike, "%s is %s without %s", before[key], name, free)
		}
		removed++
	}
	return removed, took
}

// TestGroupsOutliveOperations removes each operation of each case.
func TestGroupsOutliveOperations(t *testing.T) {
	t.Parallel()
	removed := 0
	for _, g := range goldens(t) {
		if g.Unusable() || cannotChange(g.Name) {
			continue
		}
		name, _, _ := g.Spec()
		path := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(path, g.data, 0o600))
		tree, err := source.ReadFile(path, &diag.List{})
		require.NoError(t, err)
		n, _ := outliveOperations(t, tree, 12)
		removed += n
	}
	assert.Greater(t, removed, 200)
}

// TestGroupsOutliveAnyOperations does that with operations whose names are as near to each other as they can be.
func TestGroupsOutliveAnyOperations(t *testing.T) {
	verbs, nouns := []string{"list", "get", "create", "search"}, []string{"order", "orders", "orderItem", "stock", ""}
	forms := []string{"%[1]s%[2]s", "%[2]s%[1]s", "%[1]s_%[2]s", "%[2]s/%[1]s", "%[2]s_%[1]s_open"}
	took := 0
	for seed := range uint64(9) {
		random := rand.New(rand.NewPCG(seed, 6))
		pick := func(list []string) string { return list[random.IntN(len(list))] }
		var b strings.Builder
		b.WriteString("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n")
		seen := map[string]bool{}
		for i := range 12 {
			form, noun := pick(forms), pick(nouns)
			if form == forms[0] && noun != "" {
				noun = strings.ToUpper(noun[:1]) + noun[1:]
			}
			id := fmt.Sprintf(form, pick(verbs), noun)
			if !seen[id] {
				fmt.Fprintf(&b, "  /p%d: {get: {operationId: %q, tags: [%q], responses: {\"204\": {description: ok}}}}\n", i, id, pick([]string{"order", "orders", "stock", "Order"}))
			}
			seen[id] = true
		}
		tree, err := source.ReadFile(document(t, b.String()), &diag.List{})
		require.NoError(t, err)
		_, n := outliveOperations(t, tree, 12)
		took += n
	}
	assert.Positive(t, took, "no two names have met")
}

// TestGroupsOfCorpus does that with a sample of the operations of real documents.
func TestGroupsOfCorpus(t *testing.T) {
	folder := os.Getenv(corpusFolder)
	if folder == "" {
		t.Skip(corpusFolder + " names no folder of documents")
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	removed, took := 0, 0
	for _, path := range paths {
		if info, err := os.Stat(path); err != nil || info.IsDir() || info.Size() > 1<<20 {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			tree, err := source.ReadFile(path, &diag.List{})
			require.NoError(t, err)
			n, m := outliveOperations(t, tree, 8)
			removed, took = removed+n, took+m
		})
	}
	t.Logf("%d operations removed, %d others took a name that was free", removed, took)
}
