package classes_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/classes"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// schemas reads components, given as lines of YAML.
func schemas(t testing.TB, lines ...string) map[string]*api.Schema {
	t.Helper()
	text := "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    " + strings.Join(lines, "\n    ") + "\n"
	var findings diag.List
	loader := source.NewMemoryLoader(fstest.MapFS{"api.yaml": {Data: []byte(text)}}, "api.yaml")
	tree, err := loader.Document(&findings)
	require.NoError(t, err)
	d := parse.Document(tree, parse.Options{Loader: loader}, &findings)
	require.Zero(t, findings.Count(diag.Error), "%v", findings.All())
	found := map[string]*api.Schema{}
	for _, n := range d.Components.Schemas {
		found[n.Name] = n.Value
	}
	return found
}

func TestSame(t *testing.T) {
	const ref = "#/components/schemas/"
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"{type: string, description: x}", "{description: y, type: [string]}", true},
		{"{type: [integer, number]}", "{type: number}", true},
		{"{type: object, required: [a, b], properties: {a: {}, b: {type: string}}}", "{properties: {b: {type: string}, a: {}}, required: [b, a], type: object}", true},
		{"{enum: [1, b]}", "{enum: [b, 1.0]}", true},
		{"{const: 1}", "{enum: [1e0]}", true},
		{"{minLength: 0, maxLength: 2.0}", "{maxLength: 2}", true},
		{"{allOf: [{minimum: 1}, {maximum: 2}]}", "{allOf: [{maximum: 2}, {minimum: 1}, {minimum: 1}]}", true},
		{"{oneOf: [{minimum: 1}, {maximum: 2}]}", "{oneOf: [{maximum: 2}, {minimum: 1}, {minimum: 1}]}", false},
		{"{oneOf: [{type: string}]}", "{type: string}", true},
		{"{$ref: '" + ref + "Text'}", "{type: string}", true},
		{"{$ref: '" + ref + "Text', maxLength: 3}", "{type: string, maxLength: 3}", false}, // the same values, but in other words
		{"{type: string}", "{type: integer}", false},
		{"{items: {type: string}}", "{prefixItems: [{type: string}]}", false},
		{"{prefixItems: [{type: string}, {type: integer}]}", "{prefixItems: [{type: integer}, {type: string}]}", false},
		{"{minimum: 1}", "{exclusiveMinimum: 1}", false},
		{"{required: [a]}", "{properties: {a: true}}", false},
		{"{anyOf: [{type: string}, {type: integer}]}", "{oneOf: [{type: string}, {type: integer}]}", false},
		{"{properties: {a: {type: string}}}", "{properties: {b: {type: string}}}", false},
	} {
		found := schemas(t, "A: "+c.a, "B: "+c.b, "Text: {type: string}")
		k := classes.New()
		assert.Equal(t, c.same, k.Of(found["A"]) == k.Of(found["B"]), "%s and %s", c.a, c.b)
	}
}

// TestCircles: schemas that contain themselves are the same if they look the same from everywhere, in whichever order they are met.
func TestCircles(t *testing.T) {
	node := func(name, next, more string) string {
		return fmt.Sprintf("%s: {type: object, properties: {next: {$ref: '#/components/schemas/%s'}%s}}", name, next, more)
	}
	lines := []string{
		node("List", "List", ""), node("Other", "Other", ""), node("Even", "Odd", ""), node("Odd", "Even", ""), node("Start", "List", ""),
		node("Numbered", "Numbered", ", n: {type: integer}"), node("Mixed", "Numbered", ""), node("X", "Y", ""), node("Y", "X", ", n: {type: integer}"),
	}
	for turn := range lines {
		found := schemas(t, lines...)
		k := classes.New()
		for i := range lines { // the order of questions does not matter
			name, _, _ := strings.Cut(lines[(i+turn)%len(lines)], ":")
			k.Of(found[name])
		}
		for _, name := range []string{"Other", "Even", "Odd", "Start"} {
			assert.Equal(t, k.Of(found["List"]), k.Of(found[name]), name)
		}
		different := map[classes.ID]string{}
		for _, name := range []string{"List", "Numbered", "Mixed", "X", "Y"} {
			assert.Empty(t, different[k.Of(found[name])], name)
			different[k.Of(found[name])] = name
		}
	}
}

func TestMerge(t *testing.T) {
	found := schemas(t, "A: {type: array, items: {type: string, minLength: 1}}", "B: {type: array, items: {type: string, pattern: '[^]'}}")
	k := classes.New()
	a, b := found["A"], found["B"]
	assert.False(t, k.Alike(a, b))
	k.Merge(k.Of(a.Array.Items), k.Of(b.Array.Items))
	assert.True(t, k.Alike(a, b))
	assert.NotEqual(t, k.Of(a), k.Of(b), "nobody merged them")
}

// TestSpeed: two documents of 30,000 schemas, of which many contain each other, take a moment.
func TestSpeed(t *testing.T) {
	var lines []string
	const n = 6000
	for i := range n {
		lines = append(lines, fmt.Sprintf("S%d: {type: object, properties: {a: {type: string, maxLength: %d}, b: {type: array, items: {$ref: '#/components/schemas/S%d'}}}}", i, i%97, (i*7+1)%n))
	}
	old, revision := schemas(t, lines...), schemas(t, lines...)
	k := classes.New()
	start := time.Now()
	for name := range old {
		require.Equal(t, k.Of(old[name]), k.Of(revision[name]), name)
	}
	took := time.Since(start)
	assert.Less(t, took, 10*time.Second, "it takes a fraction of a second on a quiet machine")
	t.Logf("%v", took)
}

func TestDynamic(t *testing.T) {
	found := schemas(t,
		"One: {$defs: {a: {$dynamicAnchor: here, type: string}}, items: {$dynamicRef: '#here'}}",
		"Two: {type: integer}")
	k := classes.New()
	assert.True(t, k.Moving(k.Of(found["One"])), "nobody said which anchors there are")
	again := schemas(t, "One: {$defs: {a: {$dynamicAnchor: here, type: string}}, items: {$dynamicRef: '#here'}}")
	assert.False(t, k.Same(found["One"], again["One"]), "nobody said which anchors there are")
	k.AddAnchors([]*api.Schema{found["One"].Core.Defs[0].Value, found["Two"]})
	k.AddAnchors([]*api.Schema{again["One"].Core.Defs[0].Value})
	assert.True(t, k.Same(found["One"], again["One"]))
	k = classes.New()
	other := &api.Schema{Core: &api.CoreRules{DynamicAnchor: "here"}}
	k.AddAnchors([]*api.Schema{found["One"].Core.Defs[0].Value, other})
	k.AddAnchors([]*api.Schema{again["One"].Core.Defs[0].Value})
	assert.False(t, k.Same(found["One"], again["One"]), "one document has an anchor more")
	k = classes.New()
	k.AddAnchors([]*api.Schema{found["One"].Core.Defs[0].Value})
	assert.False(t, k.Moving(k.Of(found["One"])), "there is only one")
	assert.False(t, k.Moving(k.Of(found["Two"])))
}
