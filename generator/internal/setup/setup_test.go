package setup

import (
	"fmt"
	"go/token"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

func valid(name string) bool { return token.IsIdentifier(name) && name != "string" }

// TestNames: the name of an API is what its path says about it and about no other.
func TestNames(t *testing.T) {
	for documents, want := range map[string]string{
		"openapi.yaml|Swagger Petstore - OpenAPI 3.0":     "petstore",
		"openapi.yaml|The Customer Relationship Platform": "thecustomer",
		"openapi.yaml|": "openapi",
		"api.yaml|3D":   "api",
		"specs/orders-api.yaml|x, specs/users.v2.yaml|x": "orders users",
		"orders/openapi.yaml|x, users/openapi.yaml|x":    "orders users",
		"specs/orders.v1.yaml|x, specs/orders.v2.yaml|x": "orders x",
		"specs/orders.v1.yaml|, specs/orders.v2.yaml|":   "orders ordersv2",
		"v1/openapi.yaml|, v2/openapi.yaml|":             "v1 v2",
		"string.yaml|Words":                              "words",
		"größe.yaml|":                                    "api",
		"a/b.yaml|x, c/b.yaml|x":                         "b c",
		"Shop_Front.JSON|x":                              "shopfront",
	} {
		n := namer{valid: valid, taken: map[string]bool{}}
		var got []string
		for _, d := range strings.Split(documents, ", ") {
			path, title, _ := strings.Cut(d, "|")
			got = append(got, n.name(Document{path, title}))
		}
		assert.Equal(t, want, strings.Join(got, " "), documents)
	}
}

// TestWrite: what is written is YAML that says the same, whatever the texts are.
func TestWrite(t *testing.T) {
	template := []byte("# first\n# apis:\n#   a:\n#     out: b\n\n# last\n")
	assert.Equal(t, string(template), string(Write(template, nil)))
	for _, text := range []string{"a/b.yaml", "true", "on", "a: b", `a"b\`, "# a", "ä ö", "-", "12", "\x01\u2028", "*a", "a\nb", "~"} {
		written := Write(template, []API{{Name: "n", Document: text, Out: text, Package: text, Settings: []Setting{{"include", object([]Setting{{"tags", quoteAll([]string{text, text})}})}}}})
		var got map[string]map[string]map[string]any
		require.NoError(t, yaml.Unmarshal(written, &got), "%s", written)
		want := map[string]any{"document": text, "out": text, "package": text, "include": map[string]any{"tags": []any{text, text}}}
		assert.Equal(t, want, got["apis"]["n"])
	}
	unusable := []API{{Name: "n", Document: "d", Out: "o", Unusable: true, Comments: []string{"no"}}}
	assert.Equal(t, "# first\n# apis:\n  # no\n  # n:\n  #   document: d\n  #   out: o\n\n# last\n", string(Write(template, unusable)))
}

// TestRules: each rule of each generator says something, and a part that it names exists.
func TestRules(t *testing.T) {
	for _, k := range kinds() {
		for key, r := range k.rules {
			assert.NotEmpty(t, r.said, key)
			if strings.Contains(r.said, "generate: ") && r.apply != nil {
				var x translation
				assert.True(t, r.apply(&x, &source.Node{}))
				assert.NotEmpty(t, generate(append(x.parts, "models")) != "" || slices.Contains(x.parts, "client"), key)
			}
		}
	}
	assert.Equal(t, "", generate([]string{"client", "models"}))
	assert.Equal(t, "[models]", generate([]string{"models"}))
	assert.Equal(t, "[models, server]", generate([]string{"server"}))
	assert.Equal(t, "[server, tests]", generate([]string{"tests", "server", "client"}))
}

func read(t *testing.T, text string) *source.Document {
	t.Helper()
	var findings diag.List
	d := source.Read("x.yaml", []byte(text), &findings)
	require.Empty(t, findings.All())
	return d
}

// TestTranslate: what is not in the scripts of the command.
func TestTranslate(t *testing.T) {
	for text, want := range map[string]string{
		"{package: p, generate: [types, chi-server, skip-prune], include-operation-ids: [a], output: b/c.go}": "oapi-codegen [models server] [{operations [a]}] []",
		"{package: p, generate: {models: true}}":                                                             "oapi-codegen [models] [] []",
		"{package: p, generate: {client: true}, output-options: {skip-prune: true, exclude-tags: []}}":       "oapi-codegen [client] [] []",
		"{package: p, generate: {client: true}}":                                                             "oapi-codegen [client] [] [{prune true}]",
		"{generator: {features: {disable_all: true, enable: [paths/client]}}}":                               "ogen [none client] [] []",
		"{generator: {filters: {path_regex: '^/v1(/|$)'}, initialisms: [SKU]}, parser: {infer_types: true}}": "ogen [client server] [] [{initialisms [SKU]}]",
		"{generator: {features: {disable: [paths/client, webhooks/server, what]}}}":                          "ogen [server] [] []",
	} {
		d := read(t, text)
		k := kindOf("x.yaml", d.Root)
		require.NotNil(t, k, text)
		x := k.translate(d)
		got := strings.TrimSpace(strings.Join([]string{k.name, sprint(x.parts), sprint(x.include), sprint(x.settings)}, " "))
		assert.Equal(t, want, strings.ReplaceAll(got, "no client ", ""), text)
		for _, n := range x.notes {
			assert.NotEmpty(t, n.Text)
			assert.NotZero(t, n.Pos.Line)
		}
	}
	for _, text := range []string{"{openapi: 3.1.0}", "{package: p}", "{package: {a: b}, generate: [x]}", "{generator: x, other: y}", "{parser: {}}"} {
		assert.Nil(t, kindOf("x.yaml", read(t, text).Root), text)
	}
	assert.NotNil(t, kindOf(".ogen.yml", read(t, "{parser: {allow_remote: true}}").Root))
}

func sprint[T any](list []T) string {
	if len(list) == 0 {
		return "[]"
	}
	return fmt.Sprint(list)
}

// TestDirectives: lines for go generate that run generators, with all forms of flags.
func TestDirectives(t *testing.T) {
	code := `package p
//go:generate go tool oapi-codegen -config=a.yaml --package x -o gen/x.go ../spec.yaml
//go:generate go run github.com/ogen-go/ogen/cmd/ogen@v1.2.3 -clean --target "../out" -package=y spec.json
//go:generate oapi-codegen https://example.com/x.yaml
//go:generate stringer -type T
`
	assert.Equal(t, []directive{
		{tool: "oapi-codegen", dir: "a/b", config: "a/b/a.yaml", document: "a/spec.yaml", pkg: "x", out: "a/b/gen"},
		{tool: "ogen", dir: "a/b", document: "a/b/spec.json", pkg: "y", out: "a/out"},
		{tool: "oapi-codegen", dir: "a/b"},
	}, directivesOf("a/b/c.go", []byte(code)))
}

// TestCopies: of a document in two forms one is kept.
func TestCopies(t *testing.T) {
	r := &Repository{folders: map[string]bool{}, configs: map[string]*kind{}}
	files := fstest.MapFS{}
	for _, name := range []string{"a.json", "a.yaml", "b.json", "c/a.json", "d.yml"} {
		files[name] = &fstest.MapFile{Data: []byte(`{"openapi": "3.1.0"}`)}
	}
	files["no.json"] = &fstest.MapFile{Data: []byte(`{"a": {"openapi": "3.1.0"}}`)}
	files["broken.yaml"] = &fstest.MapFile{Data: []byte("openapi: 3.1.0\n\t- [")}
	for name := range files {
		data, err := files.ReadFile(name)
		require.NoError(t, err)
		r.dataFile(name, data)
	}
	var got []string
	for _, d := range withoutCopies(r.Documents) {
		got = append(got, d.Path)
	}
	assert.Equal(t, []string{"a.yaml", "b.json", "c/a.json", "d.yml"}, got)
}
