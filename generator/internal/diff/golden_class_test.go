package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/diff"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A wrapping puts the schemas of a pair at another place of a message. What the edit does must be the same there.
type wrapping struct {
	name   string
	schema string // around HERE
}

// wrappings are places one to three levels below a body. None of them takes away or adds a value to the place.
func wrappings() []wrapping {
	return []wrapping{
		{"member", "{type: object, properties: {m: HERE}}"},
		{"required member", "{type: object, required: [m], properties: {m: HERE}}"},
		{"items", "{type: array, items: HERE}"},
		{"other members", "{type: object, properties: {k: {type: string}}, additionalProperties: HERE}"},
		{"part", "{allOf: [{type: object, properties: {k: {type: string}}}, {properties: {m: HERE}}]}"},
		{"alternative", "{oneOf: [{type: object, required: [k], properties: {k: {const: 1}, m: HERE}}, {type: integer}]}"},
		{"position", "{type: array, prefixItems: [{type: integer}, HERE]}"},
		{"three levels", "{type: object, properties: {l: {type: array, items: {allOf: [{type: object, properties: {m: HERE}}]}}}}"},
		{"map of lists", "{type: object, additionalProperties: {type: array, items: HERE}}"},
		{"recursion", "{type: object, properties: {m: HERE, next: {$ref: '#/components/schemas/Thing'}}}"},
	}
}

// TestGoldenNested compares the schemas of all pairs below members, items, parts, alternatives: what is right at the top is right there.
func TestGoldenNested(t *testing.T) {
	for _, f := range schemaFiles(t) {
		for _, p := range f.pairs {
			plain := kinds(p.compareDocuments(t, f.frame, diff.Options{}))
			for _, w := range wrappings() {
				if p.new == "false\n" && strings.Contains(w.schema, "additionalProperties: HERE") {
					continue // that closes the object, which has a rule of its own
				}
				t.Run(p.name+"/"+w.name, func(t *testing.T) {
					nested := *p
					nested.old, nested.new = nest(w.schema, p.old), nest(w.schema, p.new)
					r := nested.compareDocuments(t, f.frame, diff.Options{})
					assert.Equal(t, p.verdicts(t), worst(r), "%s\n%s", p.right, printed(r))
					assert.Equal(t, plain, kinds(r), printed(r))
				})
			}
		}
	}
}

// schemaFiles are the files whose pairs are schemas in a frame.
func schemaFiles(t *testing.T) (list []*goldenFile) {
	t.Helper()
	for _, f := range goldenFiles(t) {
		if strings.Contains(f.frame, "Thing: "+hole) {
			list = append(list, f)
		}
	}
	return list
}

// nest puts a schema into another, as JSON in one line would be.
func nest(outer, schema string) string {
	if strings.Count(schema, "\n") > 1 {
		schema = flow(schema)
	}
	return strings.Replace(outer, hole, strings.TrimSpace(schema), 1) + "\n"
}

// flow writes a list of alternatives in one line: oneOf and the items below it.
func flow(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	var items []string
	for _, line := range lines[1:] {
		items = append(items, strings.TrimPrefix(strings.TrimSpace(line), "- "))
	}
	return "{" + lines[0] + " [" + strings.Join(items, ", ") + "]}"
}

// kinds are the rules and sentences of changes that messages feel, in any order.
func kinds(r *diff.Result) (list []string) {
	for _, c := range r.Changes {
		verdicts := ""
		for _, e := range c.Wire {
			verdicts += fmt.Sprintf(" %s %s", e.Direction, e.Verdict)
		}
		list = append(list, c.Rule+": "+c.Sentence+verdicts)
	}
	slices.Sort(list)
	return list
}

// TestGoldenBack compares all pairs backwards: a request that breaks is a response that breaks on the way back, and the other way round.
func TestGoldenBack(t *testing.T) {
	for _, f := range schemaFiles(t) {
		for _, p := range f.pairs {
			t.Run(p.name, func(t *testing.T) {
				there := p.verdicts(t)
				back := worst(p.reversed().compareDocuments(t, f.frame, diff.Options{}))
				want := map[change.Direction]change.Verdict{change.Request: there[change.Response], change.Response: there[change.Request]}
				assert.Equal(t, want, back, p.right)
			})
		}
	}
}

// TestGoldenStrict compares pairs that are compatible by the rule for open objects alone: if all objects are closed, they break.
func TestGoldenStrict(t *testing.T) {
	byRule, compared := "Compatible by the rule for open objects", 0
	for _, f := range schemaFiles(t) {
		for _, p := range f.pairs {
			r := p.compareDocuments(t, f.frame, diff.Options{})
			if len(r.Changes) != 1 || !strings.HasPrefix(r.Changes[0].Advice.Why, byRule) {
				continue
			}
			compared++
			strict := p.compareDocuments(t, f.frame, diff.Options{Strict: true})
			assert.True(t, slices.ContainsFunc(strict.Changes, change.Change.Breaks), "%s\n%s", p.name, printed(strict))
		}
	}
	assert.Greater(t, compared, 3)
}
