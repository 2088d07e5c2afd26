package verify

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/golden/documents"
)

// TestTextAndModelAgree: what is read from the text of a document is what parse made of it, for each schema of the golden cases.
func TestTextAndModelAgree(t *testing.T) {
	list, err := documents.Cases("../../../../golden/cases", t.TempDir())
	require.NoError(t, err)
	compared := 0
	for _, c := range list {
		if c.Name == "bases-that-list-their-heirs" { // parse takes circles apart
			continue
		}
		loader := source.NewLoader(c.Path)
		var findings diag.List
		d, err := loader.Document(&findings)
		require.NoError(t, err)
		doc := parse.Document(d, parse.Options{Loader: loader, Lenient: true}, &findings)
		loader.Close()
		if doc == nil {
			continue
		}
		l := newLibrary(doc, Options{Lenient: true})
		for _, s := range doc.Schemas {
			if !l.hasSource(s) {
				continue
			}
			text, found, err := l.fromSource(s, decide.Value)
			require.NoError(t, err)
			if !found {
				continue
			}
			w := modelReader{library: l}
			assert.Equal(t, alike(w.schema(s, decide.Value, true)), alike(text), "%s", s.Pos)
			compared++
		}
	}
	assert.Greater(t, compared, 2000)
}

// alike gives what means the same one form: a lone type is a list, what says nothing is not there.
func alike(v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = alike(v[i])
		}
	case object:
		for keyword, value := range v {
			v[keyword] = alike(value)
			members, isObject := value.(object)
			isFlag := keyword == "readOnly" || keyword == "writeOnly" || keyword == "uniqueItems"
			if keyword == "properties" && isObject && len(members) == 0 || isFlag && value == false {
				delete(v, keyword)
			}
		}
		if name, ok := v["type"].(string); ok {
			v["type"] = []any{name}
		}
		return v
	case fmt.Stringer:
		return v.String()
	}
	return v
}
