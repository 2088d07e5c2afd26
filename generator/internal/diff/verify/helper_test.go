package verify_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// readFile reads a document with the files that it refers to, as far as it can be used.
func readFile(t *testing.T, path string) *api.Document {
	t.Helper()
	loader := source.NewLoader(path)
	defer loader.Close()
	var findings diag.List
	d, err := loader.Document(&findings)
	require.NoError(t, err)
	doc := parse.Document(d, parse.Options{Loader: loader, Lenient: true}, &findings)
	require.NotNil(t, doc, path)
	return doc
}

// read reads a document from its text.
func read(t *testing.T, text string) *api.Document {
	t.Helper()
	path := filepath.Join(t.TempDir(), "api.yaml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return readFile(t, path)
}

// component returns a schema of the document.
func component(t *testing.T, doc *api.Document, name string) *api.Schema {
	t.Helper()
	s, ok := api.Find(doc.Components.Schemas, name)
	require.True(t, ok, name)
	return s
}

// An exchange is an operation with its place in the document.
type exchange struct {
	item    *api.PathItem
	op      *api.Operation
	webhook bool // of a webhook or a callback
}

// exchanges returns all operations of a document.
func exchanges(doc *api.Document) (list []exchange) {
	var add func(item *api.PathItem, webhook bool)
	add = func(item *api.PathItem, webhook bool) {
		for _, op := range item.Operations {
			list = append(list, exchange{item, op, webhook})
			for _, callback := range op.Callbacks {
				for _, entry := range callback.Value.Value.Expressions {
					add(entry.Value.Value, true)
				}
			}
		}
	}
	for _, entry := range doc.Paths {
		add(entry.Value.Value, false)
	}
	for _, entry := range doc.Webhooks {
		add(entry.Value.Value, true)
	}
	return list
}

// bodies returns the schemas of bodies that travel in a direction.
func bodies(doc *api.Document, way change.Direction) (list []*api.Schema) {
	add := func(content []api.Named[api.Use[api.MediaType]]) {
		for _, entry := range content {
			list = append(list, entry.Value.Value.Schema)
		}
	}
	for _, x := range exchanges(doc) {
		if sent := way == change.Request; sent != x.webhook && x.op.RequestBody != nil {
			add(x.op.RequestBody.Value.Content)
		}
		for _, entry := range x.op.Responses {
			if received := way == change.Response; received != x.webhook {
				add(entry.Use.Value.Content)
			}
		}
	}
	return list
}

// A pair is two versions of a document with a known verdict.
type truth struct {
	ID, Category, Truth, Side, Why, Note string
	Base, Revision                       string
	Witness                              json.RawMessage
	HTTP                                 *struct {
		Request  string
		Response int
		Headers  map[string]string
		Body     json.RawMessage
	}
}

const truthFolder = "../../../../../shared/specdiff/truth"

// truths returns all pairs.
func truths(t *testing.T) (list []truth) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(truthFolder, "truth.json"))
	if os.IsNotExist(err) {
		t.Skip("the pairs with known verdicts are not beside the checkout: ../shared/specdiff")
	}
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &list))
	return list
}

func judgeOf(t *testing.T, file string) (*api.Document, *verify.Judge) {
	t.Helper()
	doc := readFile(t, filepath.Join(truthFolder, file))
	return doc, verify.New(doc, verify.Options{})
}
