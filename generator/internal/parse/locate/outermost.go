package locate

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// Outermost returns the place of the outermost schema around a place of another file that the place belongs to: reading that one
// first makes the result the same, whichever of the two a reference leads to first.
func (fs *Files) Outermost(at tree.Place) tree.Place {
	var tokens []string
	for path := at.Path; path != nil; path = path.Parent {
		tokens = append(tokens, path.Token)
	}
	chain := []tree.Place{at.Resource.File.Root.Root}
	for i := len(tokens) - 1; i >= 0; i-- {
		last := chain[len(chain)-1]
		next := fs.Step(last.Node, tokens[i])
		if next == nil {
			return at
		}
		chain = append(chain, fs.enter(last.Child(tokens[i], next)))
	}
	i := len(chain) - 1
	for n := schemaAround(chain[:i+1]); n > 0; n = schemaAround(chain[:i+1]) {
		i -= n
	}
	return chain[i]
}

// schemaAround returns how many steps above the last place the schema is that it is a part of, 0 if there is none.
func schemaAround(chain []tree.Place) int {
	last := len(chain) - 1
	if last < 1 {
		return 0
	}
	steps := 1
	if last > 1 {
		container := chain[last-1]
		switch k := api.KeywordOf(container.Path.Token); k {
		case api.KwProperties, api.KwPatternProperties, api.KwDependentSchemas:
			steps = 2
		case api.KwDefs:
			if last > 2 { // those of a file are what it is there for
				steps = 2
			}
		case api.KwAllOf, api.KwAnyOf, api.KwOneOf, api.KwPrefixItems:
			if container.Node.Kind == source.Array {
				steps = 2
			}
		}
	}
	if steps == 1 && !holdsSchema(api.KeywordOf(chain[last].Path.Token)) || !looksLikeSchema(chain[last-steps].Node) {
		return 0
	}
	return steps
}

func holdsSchema(k api.Keyword) bool {
	switch k {
	case api.KwItems, api.KwAdditionalProperties, api.KwNot, api.KwIf, api.KwThen, api.KwElse, api.KwContains, api.KwPropertyNames,
		api.KwUnevaluatedItems, api.KwUnevaluatedProperties, api.KwContentSchema:
		return true
	}
	return false
}

// looksLikeSchema tells a schema from a map whose entries have the names of keywords.
func looksLikeSchema(n *source.Node) bool {
	if n.Kind != source.Object {
		return false
	}
	if t := n.Get("type"); t != nil && (t.Kind == source.String || t.Kind == source.Array) {
		return true
	}
	for i := range n.Members {
		if name := n.Members[i].Name; api.KeywordOf(name) == api.KwUnknown && !tree.IsExtension(name) {
			return false
		}
	}
	return true
}
