//go:build unix

package proof_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// sample returns a JSON value that may well be one of a schema: it goes by type and members, by numbers near to those of the schema,
// and leaves the rest to luck. Members that the schema does not describe have a name that no schema has.
func sample(r *rand.Rand, schema *tree.Node, depth int) string {
	if schema == nil || depth == 0 || r.IntN(12) == 0 {
		return anyValue(r)
	}
	for _, name := range []string{"anyOf", "oneOf", "allOf"} {
		if list := schema.Get(name); list != nil && len(list.Items) > 0 && !schema.Has("properties") {
			return sample(r, list.Items[r.IntN(len(list.Items))], depth)
		}
	}
	if list := schema.Get("enum"); list != nil && r.IntN(5) > 0 {
		return strings.TrimSpace(string(list.Items[r.IntN(len(list.Items))].JSON()))
	}
	if v := schema.Get("const"); v != nil && r.IntN(5) > 0 {
		return strings.TrimSpace(string(v.JSON()))
	}
	kinds := []string{"string", "integer", "number", "boolean", "object", "array", "null"}
	if t := schema.Get("type"); t.Is(source.String) {
		kinds = []string{t.Text}
	} else if t.Is(source.Array) {
		kinds = nil
		for _, item := range t.Items {
			kinds = append(kinds, item.Text)
		}
	}
	switch kinds[r.IntN(len(kinds))] {
	case "string":
		return sampleString(r, schema)
	case "integer":
		return fmt.Sprint(near(r, schema))
	case "number":
		return fmt.Sprintf("%d%s", near(r, schema), []string{"", ".5"}[r.IntN(2)])
	case "boolean":
		return fmt.Sprint(r.IntN(2) == 0)
	case "object":
		return sampleObject(r, schema, depth)
	case "array":
		return sampleArray(r, schema, depth)
	}
	return "null"
}

func anyValue(r *rand.Rand) string {
	return []string{"null", "true", "0", "1", "12", "-1", "2.5", `""`, `"a"`, `"zz"`, "[]", "[1]", "{}", `{"zz": 1}`}[r.IntN(14)]
}

// near returns a number near to one of the schema.
func near(r *rand.Rand, schema *tree.Node) int {
	numbers := []int{0, 6, 30}
	schema.Walk(func(n *tree.Node) {
		var number int
		if _, err := fmt.Sscan(n.Text, &number); err == nil && n.Kind == source.Number {
			numbers = append(numbers, number)
		}
	})
	return numbers[r.IntN(len(numbers))] + r.IntN(5) - 2
}

func sampleString(r *rand.Rand, schema *tree.Node) string {
	if schema.Has("minLength", "maxLength") {
		return fmt.Sprintf("%q", strings.Repeat("a", max(0, near(r, schema))))
	}
	return fmt.Sprintf("%q", []string{"", "a", "b", "c", "f", "af", "v1", "v12", "zz"}[r.IntN(9)])
}

func sampleObject(r *rand.Rand, schema *tree.Node, depth int) string {
	properties := tree.Object()
	schema.Walk(func(n *tree.Node) {
		if p := n.Get("properties"); p.Is(source.Object) {
			for _, m := range p.Members {
				properties.Set(m.Name, m.Value)
			}
		}
	})
	var members []string
	var names []string
	add := func(name string, value *tree.Node) {
		if !slices.Contains(names, name) {
			names = append(names, name)
			members = append(members, fmt.Sprintf("%q: %s", name, sample(r, value, depth-1)))
		}
	}
	for _, m := range properties.Members {
		if r.IntN(3) > 0 {
			add(m.Name, m.Value)
		}
	}
	if list := schema.Get("required"); list.Is(source.Array) {
		for _, name := range list.Items {
			add(name.Text, properties.Get(name.Text))
		}
	}
	if p := schema.Get("patternProperties"); p != nil && r.IntN(2) == 0 {
		add(strings.TrimPrefix(p.Members[0].Name, "^")+"1", p.Members[0].Value)
	}
	if r.IntN(3) == 0 {
		add([]string{"zz", "zzzzzz"}[r.IntN(2)], schema.Get("additionalProperties"))
	}
	return "{" + strings.Join(members, ", ") + "}"
}

func sampleArray(r *rand.Rand, schema *tree.Node, depth int) string {
	var items []string
	prefix := schema.Get("prefixItems")
	for i := range r.IntN(5) {
		item := schema.Get("items")
		if prefix.Is(source.Array) && i < len(prefix.Items) {
			item = prefix.Items[i]
		}
		items = append(items, sample(r, item, depth-1))
	}
	return "[" + strings.Join(items, ", ") + "]"
}
