package sets_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// rebased is a schema whose references to itself lead to the component S.
func rebased(v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = rebased(v[i])
		}
	case map[string]any:
		for k, e := range v {
			if k == "enum" || k == "const" {
				continue
			}
			if ref, ok := e.(string); ok && (k == "$ref" || k == "$dynamicRef") && (ref == "#" || strings.HasPrefix(ref, "#/")) {
				e = "#/components/schemas/S" + ref[1:]
			}
			v[k] = rebased(e)
		}
	}
	return v
}

// suite unpacks the public suite of JSON Schema.
func suite(t *testing.T) string {
	t.Helper()
	packed := sharedFile(t, "jsonschema/suite.tar.xz")
	dir := t.TempDir()
	if err := exec.Command("tar", "-xJf", packed, "-C", dir).Run(); err != nil {
		t.Skipf("tar: %v", err)
	}
	return filepath.Join(dir, "tests", "draft2020-12")
}

// TestSuite asks for each value of the suite whether it is in the schema and whether it is outside, by the search and by the check.
func TestSuite(t *testing.T) {
	dir := suite(t)
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	require.NoError(t, err)
	more, err := filepath.Glob(filepath.Join(dir, "optional", "*.json"))
	require.NoError(t, err)
	formats, err := filepath.Glob(filepath.Join(dir, "optional", "format", "*.json"))
	require.NoError(t, err)
	counts := map[string]int{}
	for _, file := range append(append(files, more...), formats...) {
		switch filepath.Base(file) {
		case "vocabulary.json", "format-assertion.json", "dependencies-compatibility.json": // other dialects
			continue
		}
		asserts := asserted
		if !strings.Contains(file, "/optional/format/") {
			asserts = nil
		}
		judgeFile(t, file, asserts, counts)
	}
	t.Logf("%v", counts)
	assert.Greater(t, counts["right"], 1200)
}

func judgeFile(t *testing.T, file string, asserts func(string, bool) bool, counts map[string]int) {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var groups []struct {
		Description string
		Schema      json.RawMessage
		Tests       []struct {
			Description string
			Data        json.RawMessage
			Valid       bool
		}
	}
	require.NoError(t, json.Unmarshal(data, &groups))
	for _, g := range groups {
		var schema any
		decoder := json.NewDecoder(strings.NewReader(string(g.Schema)))
		decoder.UseNumber()
		require.NoError(t, decoder.Decode(&schema))
		if o, ok := schema.(map[string]any); !ok || o["$id"] == nil {
			schema = rebased(schema)
		}
		schemas := map[string]any{"S": schema}
		for i, c := range g.Tests {
			schemas["V"+string(rune('A'+i))] = map[string]any{"const": c.Data}
		}
		text, err := json.Marshal(map[string]any{"openapi": "3.1.0", "info": map[string]any{"title": "t", "version": "1"}, "paths": map[string]any{},
			"components": map[string]any{"schemas": schemas}})
		require.NoError(t, err)
		d, ok := read(t, string(text))
		if !ok {
			counts["unread"] += len(g.Tests)
			continue
		}
		s, _ := api.Find(d.Components.Schemas, "S")
		for i, c := range g.Tests {
			v, _ := api.Find(d.Components.Schemas, "V"+string(rune('A'+i)))
			name := filepath.Base(file) + ": " + g.Description + ": " + c.Description
			judge(t, asserts, d, [2]*api.Schema{s, v}, c.Valid, name, counts)
		}
	}
}

// pinned says of a value in other words what a const says, so that the search has to take the schemas apart.
func pinned(v api.Value) *api.Schema {
	switch v := v.(type) {
	case api.Array:
		s := &api.Schema{Types: []api.Type{api.TypeArray}, Array: &api.ArrayRules{}}
		n := api.Int(int64(len(v)))
		s.Array.MinItems, s.Array.MaxItems = &n, &n
		for _, e := range v {
			s.Array.PrefixItems = append(s.Array.PrefixItems, pinned(e))
		}
		return s
	case api.Object:
		s := &api.Schema{Types: []api.Type{api.TypeObject}, Object: &api.ObjectRules{AdditionalProperties: &api.Schema{Form: api.FormFalse}}}
		for _, m := range v {
			s.Object.Properties = append(s.Object.Properties, api.Named[*api.Schema]{Name: m.Name, Value: pinned(m.Value)})
			s.Object.Required = append(s.Object.Required, api.Required{Name: m.Name})
		}
		return s
	case api.Number:
		return &api.Schema{Types: []api.Type{api.TypeNumber}, Number: &api.NumberRules{Minimum: &v, Maximum: &v}}
	case api.String:
		other := &api.Schema{Types: []api.Type{api.TypeString}, Compose: &api.Composition{Not: &api.Schema{Const: &api.Literal{Value: v}}}}
		return &api.Schema{Types: []api.Type{api.TypeString}, Compose: &api.Composition{Not: other}}
	}
	return &api.Schema{Const: &api.Literal{Value: v}}
}

func judge(t *testing.T, asserts func(string, bool) bool, d *api.Document, both [2]*api.Schema, valid bool, name string, counts map[string]int) {
	solver, s, v := sets.New(asserts, d.Schemas), both[0], both[1]
	if is, known := solver.Has(s, v.Const.Value); known {
		assert.Equal(t, valid, is, "check of %s", name)
	} else {
		counts["unchecked"]++
	}
	for _, pin := range []*api.Schema{v, pinned(v.Const.Value)} {
		inside := solver.Find(sets.Lit{Schema: s}, sets.Lit{Schema: pin})
		outside := solver.Find(sets.Lit{Schema: s, Not: true}, sets.Lit{Schema: pin})
		want := map[bool]sets.Status{true: sets.Inhabited, false: sets.Empty}
		for _, a := range []struct {
			got  sets.Answer
			want sets.Status
			what string
		}{{inside, want[valid], "inside"}, {outside, want[!valid], "outside"}} {
			if a.got.Status == sets.Unknown {
				counts["unknown"]++
				if asserts == nil {
					t.Logf("%s %s: %s", a.what, name, a.got.Why)
				}
				continue
			}
			counts["right"]++
			assert.Equal(t, a.want, a.got.Status, "%s %s: %s", a.what, name, answer(a.got))
		}
	}
}
