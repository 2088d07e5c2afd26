package rewrite

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// oldKeywords are those of the dialect of OpenAPI 3.0. Others mean nothing there.
func oldKeywords() []string {
	return strings.Fields(`title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems
		uniqueItems maxProperties minProperties required enum type allOf oneOf anyOf not items properties additionalProperties description
		format default nullable discriminator readOnly writeOnly xml externalDocs example deprecated $ref`)
}

// upgrade writes a document of OpenAPI 3.0 as one of 3.1.
func upgrade(d *tree.Document, _ *rand.Rand) (n int) {
	if d.IsSwagger() || !d.Old() {
		return 0
	}
	for _, p := range d.Schemas() {
		upgradeSchema(p.Node)
		n++
	}
	d.Root.Set("openapi", tree.String("3.1.0"))
	return n + 1
}

func upgradeSchema(n *tree.Node) {
	known := oldKeywords()
	n.Members = slices.DeleteFunc(n.Members, func(m tree.Member) bool {
		return !slices.Contains(known, m.Name) && !strings.HasPrefix(m.Name, "x-") || n.Has("$ref") && m.Name != "$ref"
	})
	nullable := n.Get("nullable")
	n.Delete("nullable")
	if nullable.Is(source.Bool) && nullable.Text == "true" {
		allowNull(n)
	}
	for _, b := range [][2]string{{"minimum", "exclusiveMinimum"}, {"maximum", "exclusiveMaximum"}} {
		exclusive := n.Get(b[1])
		n.Delete(b[1])
		if exclusive.Is(source.Number) {
			n.Set(b[1], exclusive) // meant as in 3.1
		}
		if exclusive.Is(source.Bool) && exclusive.Text == "true" && n.Has(b[0]) {
			n.Set(b[1], n.Get(b[0]))
			n.Delete(b[0])
		}
	}
	if e := n.Get("example"); e != nil {
		n.Delete("example")
		n.Set("examples", tree.Array(e))
	}
}

// allowNull is what nullable means to people, also where the standard gives it no meaning.
func allowNull(n *tree.Node) {
	null := tree.Object(tree.Member{Name: "type", Value: tree.String("null")})
	if list := n.Get("enum"); list.Is(source.Array) && !slices.ContainsFunc(list.Items, func(v *tree.Node) bool { return v.Kind == source.Null }) {
		list.Items = append(list.Items, &tree.Node{Kind: source.Null})
	}
	switch t := n.Get("type"); {
	case t.Is(source.String) && !n.Has("allOf", "oneOf", "anyOf"):
		n.Set("type", tree.Array(t, tree.String("null")))
	case t == nil && n.Has("anyOf") && !n.Has("allOf", "oneOf"):
		n.Get("anyOf").Items = append(n.Get("anyOf").Items, null)
	case n.Has("allOf", "oneOf", "anyOf"):
		inner := take(n)
		n.Set("anyOf", tree.Array(inner, null))
	}
}
