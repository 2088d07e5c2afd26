package generator

import (
	"bytes"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/plan"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/golden/documents"
)

// stranger is a component that no case has.
const stranger = "UnrelatedStranger"

// TestNamesAreStable reorders the component schemas of each case, and adds one: nothing else may change its name or its type.
func TestNamesAreStable(t *testing.T) {
	t.Parallel()
	for _, g := range goldens(t) {
		if g.Unusable() || cannotChange(g.Name) {
			continue
		}
		t.Run(g.Name, func(t *testing.T) {
			data := g.data
			before := g.surface(t, data)
			random := rand.New(rand.NewPCG(1, 2))
			for range 3 {
				shuffled := changeSchemas(t, data, func(list [][2]*yaml.Node) [][2]*yaml.Node {
					random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
					return list
				})
				assert.Equal(t, before, g.surface(t, shuffled), "the order of the components changes the surface")
			}
			more := g.surface(t, changeSchemas(t, data, func(list [][2]*yaml.Node) [][2]*yaml.Node {
				return append(list, [2]*yaml.Node{{Kind: yaml.ScalarNode, Value: stranger}, node(t, "{type: object, properties: {color: {type: string, enum: [red]}}}")})
			}))
			if member(member(node(t, string(data)), "components"), "schemas") != nil {
				assert.NotEqual(t, before, more, "the new component is missing")
			}
			assert.Equal(t, before, slices.DeleteFunc(more, func(line string) bool { return strings.Contains(line, stranger) }), "a new component changes the surface")
		})
	}
}

// cannotChange reports whether the components of a case cannot be moved as text.
func cannotChange(name string) bool {
	switch name {
	case "files-for-uris", // needs its configuration, which says where the files are
		"parts-that-cannot-be-read", // has an anchor that must stand before its aliases
		"yaml-of-version-1-2":       // is YAML that the library of this test cannot read
		return true
	}
	return false
}

// TestFilesMakeNoDifference moves the component schemas of each case into another file and leaves references to them: all names and
// types stay the same.
func TestFilesMakeNoDifference(t *testing.T) {
	t.Parallel()
	for _, g := range goldens(t) {
		data := g.data
		if g.Unusable() || cannotChange(g.Name) || member(member(node(t, string(data)), "components"), "schemas") == nil {
			continue
		}
		switch g.Name {
		case "files-recursive", "references": // they look into a component, or from a component into a path
			continue
		case "stepping-aside", "names-that-collide": // the hash of a name counts the file
			continue
		}
		t.Run(g.Name, func(t *testing.T) {
			before := g.surface(t, data)
			g.Archive.Files = append(g.Archive.Files, txtar.File{Name: "moved.yaml", Data: data})
			assert.Equal(t, before, g.surface(t, changeSchemas(t, data, func(list [][2]*yaml.Node) [][2]*yaml.Node {
				for i, pair := range list {
					pointer := strings.NewReplacer("~", "~0", "/", "~1").Replace(pair[0].Value)
					list[i][1] = node(t, "{$ref: 'moved.yaml#/components/schemas/"+strings.ReplaceAll(url.PathEscape(pointer), "'", "''")+"'}")
				}
				return list
			})))
		})
	}
}

// A golden is a case of ../golden with its document.
type golden struct {
	*documents.Case
	data []byte
}

func goldens(t *testing.T) (list []golden) {
	t.Helper()
	cases, err := documents.ReadCases("../golden/cases")
	require.NoError(t, err)
	for _, c := range cases {
		_, data, err := c.Spec()
		require.NoError(t, err)
		list = append(list, golden{c, data})
	}
	return list
}

// surface plans the document as the generator does and returns its exported surface, sorted. The models in between must keep their
// promises.
func (g golden) surface(t *testing.T, spec []byte) []string {
	t.Helper()
	d, err := g.Unpack(t.TempDir())
	require.NoError(t, err)
	path := filepath.Join(filepath.Dir(d.Path), "spec.yaml") // also if the case has JSON: this is YAML
	require.NoError(t, os.WriteFile(path, spec, 0o600))
	var findings diag.List
	loader := source.NewLoader(path)
	defer loader.Close()
	tree, err := loader.Document(&findings)
	require.NoError(t, err)
	document := parse.Document(tree, parse.Options{Loader: loader}, &findings)
	require.Zero(t, findings.Count(diag.Error), "%v", findings.All())
	p := plan.Package(document, plan.Options{Package: g.Package, Reserved: reserved(t)}, &findings).Model
	assert.Empty(t, gomodel.Verify(p))
	lines := gomodel.Surface(p)
	slices.Sort(lines)
	return lines
}

// changeSchemas returns a document with other component schemas. One without any is returned as it is.
func changeSchemas(t *testing.T, spec []byte, change func([][2]*yaml.Node) [][2]*yaml.Node) []byte {
	t.Helper()
	root := node(t, string(spec))
	schemas := member(member(root, "components"), "schemas")
	if schemas == nil {
		return spec
	}
	var pairs [][2]*yaml.Node
	for pair := range slices.Chunk(schemas.Content, 2) {
		pairs = append(pairs, [2]*yaml.Node{pair[0], pair[1]})
	}
	schemas.Content = nil
	for _, pair := range change(pairs) {
		schemas.Content = append(schemas.Content, pair[0], pair[1])
	}
	var b bytes.Buffer
	require.NoError(t, yaml.NewEncoder(&b).Encode(root))
	return b.Bytes()
}

func node(t *testing.T, text string) *yaml.Node {
	t.Helper()
	var document yaml.Node
	require.NoError(t, yaml.Unmarshal([]byte(text), &document))
	return document.Content[0]
}

// member returns the value of a key of a mapping, nil if there is none.
func member(mapping *yaml.Node, key string) *yaml.Node {
	if mapping == nil {
		return nil
	}
	for pair := range slices.Chunk(mapping.Content, 2) {
		if pair[0].Value == key {
			return pair[1]
		}
	}
	return nil
}
