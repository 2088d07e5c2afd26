package parse

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// read reads a document and returns it with the findings as text.
func read(t testing.TB, text string, options Options) (*api.Document, *diag.List) {
	t.Helper()
	return readFiles(t, map[string]string{"openapi.yaml": text}, options)
}

// readFiles is read for a document of several files, of which openapi.yaml is the entry.
func readFiles(t testing.TB, files map[string]string, options Options) (*api.Document, *diag.List) {
	t.Helper()
	disk := fstest.MapFS{}
	for name, text := range files {
		disk["api/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	var findings diag.List
	options.Loader = source.NewMemoryLoader(disk, "api/openapi.yaml")
	tree, err := options.Loader.Document(&findings)
	require.NoError(t, err)
	tree.File.Name = "openapi.yaml"
	return Document(tree, options, &findings), &findings
}

// oneFile reads the tree of a document that no loader has.
func oneFile(t testing.TB, text string) (*source.Document, *diag.List) {
	t.Helper()
	var findings diag.List
	return source.Read("openapi.yaml", []byte(text), &findings), &findings
}

// sound reads a document that must have no finding beyond information and must keep every promise.
func sound(t testing.TB, text string) *api.Document {
	t.Helper()
	d, findings := read(t, text, Options{})
	require.Zero(t, findings.Count(diag.Error)+findings.Count(diag.Warning), listed(findings))
	require.NotNil(t, d)
	require.Empty(t, verify(d))
	return d
}

func listed(findings *diag.List) string {
	var b strings.Builder
	_ = diag.WriteText(&b, findings.All()) // a Builder never fails
	return b.String()
}

// component returns a schema of the components.
func component(t testing.TB, d *api.Document, name string) *api.Schema {
	t.Helper()
	s, ok := api.Find(d.Components.Schemas, name)
	require.True(t, ok, name)
	return s
}

// schemas wraps components in a document without paths.
func schemas(version, text string) string {
	return "openapi: " + version + "\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" + text
}

// TestDocuments reads every document of a folder and demands what holds for all documents.
func TestDocuments(t *testing.T) {
	folder := os.Getenv("OAS2GO_DOCUMENTS")
	if folder == "" {
		t.Skip("OAS2GO_DOCUMENTS is not set")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			var findings diag.List
			loader := source.NewLoader(file)
			defer loader.Close()
			tree, err := loader.Document(&findings)
			require.NoError(t, err)
			d := Document(tree, Options{Loader: loader}, &findings)
			if findings.Count(diag.Error) > 0 {
				t.Log(listed(&findings))
				return
			}
			require.NotNil(t, d)
			assert.Empty(t, verify(d))
			again := Document(tree, Options{Loader: loader}, new(diag.List))
			assert.Equal(t, len(d.Schemas), len(again.Schemas))
		})
	}
}

func FuzzDocument(f *testing.F) {
	f.Add(kitchenSink)
	f.Add(schemas("3.0.3", "    A: {nullable: true, allOf: [{$ref: '#/components/schemas/B'}], exclusiveMinimum: true}\n    B: {$ref: '#/components/schemas/A'}\n"))
	f.Add("openapi: 3.1.0\ninfo: []\npaths: {/a: {get: 1}}\n")
	f.Add("swagger: '2.0'\n")
	cases, err := os.ReadFile("swagger/testdata/swagger.txt")
	require.NoError(f, err)
	for _, c := range strings.Split("\n"+string(cases), "\n=== ")[1:] {
		_, rest, _ := strings.Cut(c, "\n")
		document, _, _ := strings.Cut(rest, "\n---\n")
		f.Add(expand(document))
	}
	f.Add(expand("2.0 root\nparameters: {a: {$ref: '#/parameters/b'}, b: {$ref: '#/parameters/a'}}\nresponses: {r: {$ref: '#/responses/r'}}\n" +
		"paths: {/a: {parameters: [{$ref: '#/parameters/a'}], get: {produces: [a/b], responses: {200: {$ref: '#/responses/r'}}}}}\nhost: 1\n"))
	f.Fuzz(func(t *testing.T, text string) {
		for _, lenient := range []bool{false, true} {
			d, findings := read(t, text, Options{Lenient: lenient})
			if d == nil {
				continue
			}
			problems := verify(d)
			if !lenient && findings.Count(diag.Error) == 0 {
				assert.Empty(t, problems)
			}
		}
	})
}
