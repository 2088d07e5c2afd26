package operations_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// read reads a document of one file.
func read(t *testing.T, text string) *api.Document {
	t.Helper()
	var findings diag.List
	loader := source.NewMemoryLoader(fstest.MapFS{"api.yaml": {Data: []byte(text)}}, "api.yaml")
	tree, err := loader.Document(&findings)
	require.NoError(t, err)
	d := parse.Document(tree, parse.Options{Loader: loader}, &findings)
	require.NotNil(t, d)
	require.Zero(t, findings.Count(diag.Error), "%v\n%s", findings.All(), text)
	return d
}

// sample makes values of simple schemas, such as those of these tests.
func sample(s *api.Schema, _ change.Direction) (string, bool) {
	v := value(s, 0)
	text, err := json.Marshal(v)
	return string(text), err == nil
}

func value(s *api.Schema, depth int) any {
	switch {
	case depth > 5:
		return nil
	case s.Ref != nil && s.Ref.Target != nil:
		return value(s.Ref.Target, depth+1)
	case len(s.Enum) > 0:
		return json.RawMessage(api.JSON(s.Enum[0].Value))
	case s.Const != nil:
		return json.RawMessage(api.JSON(s.Const.Value))
	case s.Compose != nil && len(s.Compose.AllOf) == 2 && s.Compose.AllOf[1].Array != nil:
		items := s.Compose.AllOf[0].Array.Items
		return []any{value(items, depth+1), value(items, depth+1)}
	case s.Compose != nil && len(s.Compose.AllOf) == 2 && s.Compose.AllOf[1].Object != nil:
		return map[string]any{"a": "1"}
	case s.Compose != nil && len(s.Compose.AllOf) > 0:
		return value(s.Compose.AllOf[0], depth+1)
	}
	if len(s.Types) == 0 {
		return "x"
	}
	switch s.Types[0] {
	case api.TypeInteger, api.TypeNumber:
		return 1
	case api.TypeBoolean:
		return true
	case api.TypeArray:
		return []any{value(s.Array.Items, depth+1)}
	case api.TypeObject:
		return object(s, depth)
	}
	return "x"
}

func object(s *api.Schema, depth int) map[string]any {
	members := map[string]any{}
	if s.Object == nil {
		return members
	}
	for _, r := range s.Object.Required {
		members[r.Name] = "x"
		if p, ok := api.Find(s.Object.Properties, r.Name); ok {
			members[r.Name] = value(p, depth+1)
		}
	}
	return members
}

// line is a change as tests have it: rule, direction and verdict for each direction, then subject and sentence.
func line(c edits.Change) string {
	parts := []string{c.Rule}
	for _, e := range c.Wire {
		parts = append(parts, string(e.Direction)+" "+string(e.Verdict))
	}
	if len(c.Wire) == 0 {
		parts = append(parts, string(c.Class))
	}
	return strings.Join(parts, ", ") + " | " + c.Subject + ": " + c.Sentence
}

func lines(changes []edits.Change) (list []string) {
	for _, c := range changes {
		list = append(list, line(c))
	}
	return list
}
