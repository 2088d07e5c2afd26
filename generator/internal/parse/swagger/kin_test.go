package swagger

import (
	"encoding/json"
	"strconv"
	"testing"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi2conv"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/source"
)

// plain returns a tree as encoding/json reads it; numbers lose what kin-openapi loses. References get the names of OpenAPI 3.
func plain(n *source.Node) any {
	switch n.Kind {
	case source.Object:
		m := map[string]any{}
		for _, member := range n.Members {
			m[member.Name] = plain(member.Value)
		}
		return m
	case source.Array:
		list := make([]any, len(n.Items))
		for i, item := range n.Items {
			list[i] = plain(item)
		}
		return list
	case source.Number:
		f, _ := strconv.ParseFloat(n.Text, 64) // beyond float64: infinite on both sides
		return f
	case source.Bool:
		return n.Text == "true"
	case source.String:
		return n.Text
	}
	return nil
}

// at follows the keys of objects.
func at(t *testing.T, v any, keys ...string) any {
	t.Helper()
	for _, key := range keys {
		m, ok := v.(map[string]any)
		require.True(t, ok, "%q of %v", key, v)
		v = m[key]
	}
	return v
}

// without removes members at any depth: those that kin-openapi makes up.
func without(v any, names ...string) any {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range names {
			delete(v, name)
		}
		for _, x := range v {
			without(x, names...)
		}
	case []any:
		for _, x := range v {
			without(x, names...)
		}
	}
	return v
}

// TestRewritingLikeKin compares with the converter of kin-openapi where that is right. It is not for lists with the default format,
// "csv", which it writes as OpenAPI 3 does by default; for encodings of forms, extensions of scopes and schemes of operations, which it
// drops; for "allowEmptyValue", which it moves into the schema.
func TestRewritingLikeKin(t *testing.T) {
	written, now := rewritten(t, harbour(t))
	data, err := json.Marshal(plain(written.Node))
	require.NoError(t, err)
	var old openapi2.T
	require.NoError(t, json.Unmarshal(data, &old))
	converted, err := openapi2conv.ToV3(&old)
	require.NoError(t, err)
	data, err = json.Marshal(converted)
	require.NoError(t, err)
	var kin any
	require.NoError(t, json.Unmarshal(data, &kin))
	without(kin, "x-originalParamName", "x-formData-name", "x-note")
	ours := without(renamed(plain(now.Node)), "x-note")

	for _, keys := range [][]string{
		{"info"}, {"tags"}, {"externalDocs"}, {"security"}, {"components", "securitySchemes"}, {"components", "responses"}, {"components", "parameters"},
		{"components", "requestBodies", "shipBody"}, {"components", "schemas", "Ship"}, {"components", "schemas", "Kind"},
		{"components", "schemas", "Paper"}, {"components", "schemas", "Insurance"}, {"components", "schemas", "Booking"}, {"components", "schemas", "Problem"},
		{"paths", "/ships", "get", "responses"}, {"paths", "/ships", "get", "tags"}, {"paths", "/ships", "post", "requestBody"},
		{"paths", "/ships", "post", "responses"}, {"paths", "/ships", "post", "security"}, {"paths", "/ships/{id}"}, {"paths", "/notices", "post", "requestBody"},
		{"paths", "/notices", "post", "responses"}, {"paths", "/ships/{id}/pictures", "get"}, {"paths", "/berths/{name}/book", "post", "responses"},
		{"paths", "/berths/{name}/book", "post", "requestBody", "content", "application/x-www-form-urlencoded", "schema"},
	} {
		want, got := at(t, kin, keys...), at(t, ours, keys...)
		require.NotNil(t, want, keys)
		assert.Equal(t, tidy(want), tidy(got), keys)
	}
	servers := at(t, kin, "servers").([]any)
	for i, server := range at(t, ours, "servers").([]any) {
		assert.Equal(t, at(t, servers[i], "url"), at(t, server, "url"))
	}
}

// tidy removes what has no meaning: empty lists of parameters, servers of operations.
func tidy(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if list, ok := v["parameters"].([]any); ok && len(list) == 0 {
			delete(v, "parameters")
		}
		delete(v, "servers")
		for _, x := range v {
			tidy(x)
		}
	case []any:
		for _, x := range v {
			tidy(x)
		}
	}
	return v
}

// renamed gives references the sections of OpenAPI 3; here they keep their texts.
func renamed(v any) any {
	sections := map[string]string{"#/definitions/": "#/components/schemas/", "#/responses/": "#/components/responses/",
		"#/parameters/limit": "#/components/parameters/limit", "#/parameters/shipBody": "#/components/requestBodies/shipBody"}
	switch v := v.(type) {
	case map[string]any:
		if ref, ok := v["$ref"].(string); ok {
			for was, is := range sections {
				if len(ref) >= len(was) && ref[:len(was)] == was {
					v["$ref"] = is + ref[len(was):]
				}
			}
		}
		for _, x := range v {
			renamed(x)
		}
	case []any:
		for _, x := range v {
			renamed(x)
		}
	}
	return v
}
