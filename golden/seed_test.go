package golden_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// TestMockChoosesLikeFakes: the mock and the example service of a document give the same example for the same seed. A request needs nothing
// here, so that the mock takes it. Bases with heirs are left out: the generator fills them less deep.
func TestMockChoosesLikeFakes(t *testing.T) {
	compared, several := 0, 0
	for _, g := range goldens(t) {
		if !slices.Contains([]string{"fakes", "service", "responses-of-all-kinds", "features-of-operations", "requests-and-responses"}, g.Name) {
			continue
		}
		d := g.write(t)
		config := generator.Config{Spec: d.Path, Package: d.Package, File: d.Config, Parts: []generator.Part{generator.PartFakes}}
		result, err := generator.Generate(t.Context(), config)
		require.NoError(t, err, g.Name)
		for seed := range uint64(4) {
			mock, err := generator.Mock(t.Context(), generator.MockConfig{Reading: config, Seed: seed})
			require.NoError(t, err, g.Name)
			for _, set := range exampleSets(result.Package) {
				call := set.Calls[0]
				list := slices.DeleteFunc(slices.Clone(set.Success), func(e gomodel.SetExample) bool {
					return e.Call != call || e.Status != set.Success[0].Status || e.Text || e.Body == ""
				})
				value, isValue := call.Result.(gomodel.ValueResult)
				if len(list) == 0 || !isValue || value.Form == gomodel.FormText || value.Form == gomodel.FormXML {
					continue
				}
				w := httptest.NewRecorder()
				mock.Handler.ServeHTTP(w, httptest.NewRequest(call.Method, strings.TrimSuffix(mock.BasePath, "/")+pathOf(call), http.NoBody))
				if w.Code != http.StatusOK || set.Success[0].Status != "200" {
					continue // it needs parameters, or a credential
				}
				compared++
				if len(list) > 1 {
					several++
				}
				assert.JSONEq(t, list[seed%uint64(len(list))].Body, w.Body.String(), "%s: %s, seed %d", g.Name, call.Name, seed)
			}
		}
	}
	assert.Greater(t, compared, 20)
	assert.Greater(t, several, 10)
}

func exampleSets(model *gomodel.Package) (list []*gomodel.ExampleSet) {
	for _, f := range model.Files {
		for _, d := range f.Decls {
			if set, ok := d.(*gomodel.ExampleSet); ok && len(set.Success) > 0 {
				list = append(list, set)
			}
		}
	}
	return list
}

// pathOf is the path of a call. Its parameters are the number 1.
func pathOf(call *gomodel.Operation) string {
	var b strings.Builder
	for _, part := range call.Path {
		if part.Text == "" {
			b.WriteString("1")
		}
		b.WriteString(part.Text)
	}
	return b.String()
}
