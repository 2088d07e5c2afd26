package generator

import (
	"fmt"
	"go/token"
	"hash/fnv"
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

// corpusFolder is the environment variable with a folder of real documents, which are not part of this repository.
const corpusFolder = "OAS2GO_CORPUS"

// TestNamesOutliveComponents removes each component of each case: what does not refer to it keeps its names, and those of its fields
// and constants.
func TestNamesOutliveComponents(t *testing.T) {
	t.Parallel()
	removed := 0
	for _, g := range goldens(t) {
		if g.Unusable() {
			continue
		}
		name, _, _ := g.Spec()
		path := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(path, g.data, 0o600))
		t.Run(g.Name, func(t *testing.T) { removed += outlive(t, path, 1000) })
	}
	assert.Greater(t, removed, 300)
}

// TestNamesOutliveComponentsOfCorpus does that with a sample of the components of real documents.
func TestNamesOutliveComponentsOfCorpus(t *testing.T) {
	folder := os.Getenv(corpusFolder)
	if folder == "" {
		t.Skip(corpusFolder + " names no folder of documents")
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && !info.IsDir() && info.Size() < 1<<20 {
			t.Run(filepath.Base(path), func(t *testing.T) { outlive(t, path, 40) })
		}
	}
}

// outlive removes components of a document one at a time, a sample of them if there are more than most.
func outlive(t *testing.T, path string, most int) (removed int) {
	tree, err := source.ReadFile(path, &diag.List{})
	require.NoError(t, err)
	holder := schemasOf(tree)
	if holder == nil || holder.Value.Kind != source.Object {
		return 0
	}
	before := declarationsOf(t, tree)
	refs := referencesOf(tree, holder)
	order := make([]int, len(holder.Value.Members))
	for i := range order {
		order[i] = i
	}
	seed := fnv.New64a()
	seed.Write([]byte(filepath.Base(path)))
	rand.New(rand.NewPCG(seed.Sum64(), 1)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	all := holder.Value.Members
	for _, i := range order[:min(most, len(order))] {
		holder.Value.Members = slices.Delete(slices.Clone(all), i, i+1)
		after := declarationsOf(t, tree)
		holder.Value.Members = all
		refs.compare(t, all[i].Name, before, after)
		removed++
	}
	return removed
}

// schemasOf returns the member of a document that holds its component schemas, nil for none.
func schemasOf(tree *source.Document) *source.Member {
	if m := tree.Root.Member("definitions"); m != nil {
		return m
	}
	return tree.Root.Get("components").Member("schemas")
}

// A declaration is what one declaration makes visible.
type declaration struct {
	names  []string          // all but those of fields
	fields map[string]string // by what they are in JSON
	at     string            // what of the document it is made of
}

// declarationsOf plans a document as lenient runs do. Declarations are known by what they are made of: never by their names.
func declarationsOf(t *testing.T, tree *source.Document) map[string]declaration {
	t.Helper()
	var findings diag.List
	document := parse.Document(tree, parse.Options{Lenient: true}, &findings)
	require.NotNil(t, document)
	p := plan.Package(document, plan.Options{Package: "api", Reserved: reserved(t)}, &findings).Model
	require.Empty(t, gomodel.Verify(p))
	list := map[string]declaration{}
	for _, f := range p.Files {
		for _, d := range f.Decls {
			head := d.Common()
			if head.From.Path == nil || head.Name != "" && strings.ToLower(head.Name[:1]) == head.Name[:1] {
				continue // a helper that nobody sees
			}
			at := head.From.Path.Original().Pointer()
			key := fmt.Sprintf("%T %s", d, at)
			for n := 2; list[key].names != nil; n++ { // the form for the other direction, another method
				key = fmt.Sprintf("%T %s %d", d, at, n)
			}
			fields := map[string]string{}
			for _, line := range gomodel.Surface(&gomodel.Package{Path: p.Path, Files: []gomodel.File{{Decls: []gomodel.Decl{d}}}}) {
				if words := strings.Fields(line); words[0] == "field" {
					_, wire, _ := strings.Cut(line, " json:")
					fields[wire] = words[1]
				}
			}
			list[key] = declaration{append(gomodel.Names(d), head.Name), fields, at}
		}
	}
	return list
}

// references are the components that the components and the paths of a document refer to.
type references struct {
	prefix string // of the pointers of components
	of     map[string]map[string]bool
}

// owner returns what a pointer belongs to: a component, or a path.
func (r *references) owner(pointer string) string {
	n := 3
	if strings.HasPrefix(pointer, "/components/") {
		n = 4
	}
	tokens := strings.SplitN(pointer, "/", n+1)
	return strings.Join(tokens[:min(n, len(tokens))], "/")
}

func referencesOf(tree *source.Document, holder *source.Member) *references {
	r := &references{prefix: "/components/schemas/", of: map[string]map[string]bool{}}
	if holder.Name == "definitions" {
		r.prefix = "/definitions/"
	}
	escape := strings.NewReplacer("~", "~0", "/", "~1")
	var walk func(n *source.Node, pointer string)
	walk = func(n *source.Node, pointer string) {
		for _, m := range n.Members {
			walk(m.Value, pointer+"/"+escape.Replace(m.Name))
		}
		for i, item := range n.Items {
			walk(item, fmt.Sprint(pointer, "/", i))
		}
		if n.Kind != source.String {
			return
		}
		owner := r.owner(pointer)
		if r.of[owner] == nil {
			r.of[owner] = map[string]bool{}
		}
		if _, fragment, ok := strings.Cut(n.Text, "#"); ok {
			if tokens, ok := source.ParseFragment(fragment); ok {
				r.of[owner][r.owner("/"+strings.Join(tokens, "/"))] = true
			}
		}
		if len(n.Text) < 200 {
			r.of[owner][r.prefix+n.Text] = true // a discriminator may say just the name
		}
	}
	walk(tree.Root, "")
	return r
}

// leads reports whether something refers to a component, directly or through others.
func (r *references) leads(from, to string, seen map[string]bool) bool {
	if r.of[from][to] {
		return true
	}
	if seen[from] {
		return false
	}
	seen[from] = true
	for next := range r.of[from] {
		if r.leads(next, to, seen) {
			return true
		}
	}
	return false
}

// joined reports whether a component refers to one and leads to the other: members of the same name of its alternatives get one type.
func (r *references) joined(one, other string) bool {
	for from, to := range r.of {
		if to[one] && r.leads(from, other, map[string]bool{}) {
			return true
		}
	}
	return false
}

// compare looks at what is left when a component is removed. What stepped aside for it may take the name that is free now
// (docs/adr/0005).
func (r *references) compare(t *testing.T, name string, before, after map[string]declaration) {
	removed := r.prefix + name
	var free []string
	for key, d := range before {
		if _, stays := after[key]; !stays || r.owner(d.at) == removed {
			free = append(free, d.names...)
		}
	}
	for key, old := range before {
		owner := r.owner(old.at)
		now, stays := after[key]
		switch {
		case owner == removed || r.of[owner][removed]:
		case !stays:
			made := r.leads(removed, owner, map[string]bool{}) // for what is removed: a form to send it, a type for a part
			assert.True(t, made || r.leads(owner, removed, map[string]bool{}) || r.joined(owner, removed), "without %s, %s is gone", name, key)
		default:
			for i, name := range now.names {
				if i < len(old.names) && name != old.names[i] && token.IsExported(name) && !takes(name, free) {
					assert.Fail(t, "another name", "without %s, %s is %s, not %s: %s", removed, old.names[i], name, old.names[i], key)
				}
			}
			for wire, field := range old.fields {
				other := now.fields[wire]
				_, one, _ := strings.Cut(field, ".")
				_, two, _ := strings.Cut(other, ".")
				assert.True(t, other == "" || wire == "" || one == two, "without %s, %s is %s: %s", removed, field, other, key)
			}
		}
	}
}

// takes reports whether a name is one that is free now, or that of something inside what has such a name.
func takes(name string, free []string) bool {
	return slices.ContainsFunc(free, func(taken string) bool { return taken != "" && strings.HasPrefix(name, taken) })
}
