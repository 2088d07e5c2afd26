package generator

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// FuzzMutated generates code from the golden documents, and from those of the folder OAS2GO_CORPUS if it is set, after parts of them
// were removed, repeated, renamed, exchanged or replaced by hostile values. No input may be a defect of ours.
func FuzzMutated(f *testing.F) {
	var trees []*yaml.Node
	for _, text := range append(goldenSpecs(f), corpusDocuments(f)...) {
		var n yaml.Node
		if yaml.Unmarshal([]byte(text), &n) == nil && len(n.Content) == 1 {
			trees = append(trees, &n)
		}
	}
	require.NotEmpty(f, trees)
	for seed := range uint64(60) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		m := mutator{rand.New(rand.NewPCG(seed, 2)), trees}
		text := m.document(t)
		for _, lenient := range []bool{false, true} {
			_, err := Generate(t.Context(), Config{Spec: document(t, text), Package: "mutated", Lenient: lenient})
			if defect, ok := errors.AsType[*InternalError](err); ok {
				details, _ := os.ReadFile(defect.Saved)
				_ = os.Remove(defect.Saved)
				t.Fatalf("%v\n%s\n%s", defect, details[:min(len(details), 4000)], text[:min(len(text), 20000)])
			}
		}
	})
}

// corpusDocuments returns the smaller documents of the folder OAS2GO_CORPUS.
func corpusDocuments(f *testing.F) (texts []string) {
	folder := os.Getenv("OAS2GO_CORPUS")
	if folder == "" {
		return nil
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	require.NoError(f, err)
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(f, err)
		if len(data) < 300<<10 {
			texts = append(texts, string(data))
		}
	}
	require.NotEmpty(f, texts)
	return texts
}

// A mutator changes documents at random.
type mutator struct {
	*rand.Rand
	trees []*yaml.Node
}

// document returns a changed document.
func (m *mutator) document(t *testing.T) string {
	t.Helper()
	root := clone(m.trees[m.IntN(len(m.trees))], 0)
	for range 1 + m.IntN(12) {
		m.mutate(m.pick(root, 2))
	}
	text, err := yaml.Marshal(root)
	if err != nil {
		t.Skip("the tree is no YAML any more")
	}
	return string(text)
}

// pick walks from n to a node inside it, at least depth levels down where there are as many.
func (m *mutator) pick(n *yaml.Node, depth int) *yaml.Node {
	for len(n.Content) > 0 && (depth > 0 || m.IntN(5) > 0) {
		n = n.Content[m.IntN(len(n.Content))]
		depth--
	}
	return n
}

// mutate changes a node in one way.
func (m *mutator) mutate(n *yaml.Node) {
	size := len(n.Content)
	pair := 1
	if n.Kind == yaml.MappingNode {
		pair = 2
	}
	switch at := 0; {
	case size >= pair && m.IntN(2) == 0:
		at = m.IntN(size/pair) * pair
		switch m.IntN(4) {
		case 0: // gone
			n.Content = append(n.Content[:at:at], n.Content[at+pair:]...)
		case 1: // another key, often one of another object
			n.Content[at] = m.scalar()
		case 2: // the value of something else
			n.Content[at+pair-1] = clone(m.pick(m.trees[m.IntN(len(m.trees))], 3), 0)
		case 3: // a member more
			n.Content = append(n.Content, clone(m.pick(n, 1), 0), clone(m.pick(m.trees[m.IntN(len(m.trees))], 3), 0))
			if pair == 1 {
				n.Content = n.Content[:len(n.Content)-1]
			}
		}
	default:
		*n = *m.scalar()
	}
}

// scalar returns a value that is often wrong where it stands.
func (m *mutator) scalar() *yaml.Node {
	values := []string{"", "null", "true", "-1", "0", "1e400", "99999999999999999999", "0.1", "*/", "\"`\"", "\"\\n//go:generate x\"", "\"\u2028\"", "{}", "[]", "string", "object",
		"array", "integer", "type", "items", "properties", "allOf", "oneOf", "anyOf", "$ref", "'#/components/schemas/A'", "'#'", "'#/paths/~1a/get'", "format", "enum", "const",
		"default", "required", "discriminator", "parameters", "in", "name", "schema", "content", "application/json", "multipart/form-data", "text/event-stream", "'*/*'", "pattern",
		"'^(a+)+$'", "'[a-'", "additionalProperties", "prefixItems", "not", "if", "then", "readOnly", "nullable", "x-go-name", "x-go-type", "'1'", "default: 1", "'200'", "query", "cookie"}
	var n yaml.Node
	if yaml.Unmarshal([]byte(values[m.IntN(len(values))]), &n) != nil || len(n.Content) == 0 {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}
	}
	return n.Content[0]
}

// clone copies a tree, without what is very deep. Aliases become what they stand for.
func clone(n *yaml.Node, depth int) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	c := *n
	c.Anchor, c.Alias, c.Content = "", nil, nil
	if depth < 200 {
		for _, inner := range n.Content {
			c.Content = append(c.Content, clone(inner, depth+1))
		}
	}
	return &c
}
