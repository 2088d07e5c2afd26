package parse

import (
	"net/url"
	"strconv"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// scan notes the $id and $anchor of schemas in another file before anything else of it is read: a reference may lead to one of them
// first. inMap says that the members have free names.
func (p *parser) scan(at place, inMap bool) {
	for i, item := range at.node.Items {
		p.scan(at.child(strconv.Itoa(i), item), false)
	}
	if at.node.Kind != source.Object || p.scanned[at.node] { // YAML aliases can put one node at a million places
		return
	}
	p.scanned[at.node] = true
	if !inMap {
		at = p.identified(at)
		for _, name := range []string{"$anchor", "$dynamicAnchor"} {
			p.noteAnchor(at, at.node.Get(name))
		}
	}
	for i := range at.node.Members {
		m := &at.node.Members[i]
		if inMap || !isLiteral(m.Name) {
			p.scan(at.child(m.Name, m.Value), !inMap && hasFreeNames(m.Name))
		}
	}
}

func (p *parser) noteAnchor(at place, name *source.Node) {
	if name == nil || name.Kind != source.String || !isAnchor(name.Text) {
		return
	}
	if _, twice := at.resource.anchors[name.Text]; !twice {
		at.resource.anchors[name.Text] = at
	}
}

// identified returns the place of a schema as the root of a resource of its own, if it has an $id. Core 8.2.1.
func (p *parser) identified(at place) place {
	if known := p.embedded[at.node]; known != nil {
		at.resource = known
		return at
	}
	id := at.node.Get("$id")
	if id == nil || id.Kind != source.String || id.Text == "" {
		return at
	}
	uri, err := url.Parse(id.Text)
	if err != nil || uri.Fragment != "" {
		return at
	}
	if base := at.resource.uri; base != nil {
		uri = base.ResolveReference(uri)
	}
	at.resource = &resource{uri: uri, file: at.resource.file, anchors: map[string]place{}}
	at.resource.root = at
	p.embedded[at.node] = at.resource
	p.know(uri, at.resource)
	return at
}

// isLiteral reports whether a member holds a value of the API, which may look like a schema and is none.
func isLiteral(name string) bool {
	switch name {
	case "enum", "const", "default", "example", "examples", "value", "dataValue":
		return true
	}
	return isExtension(name)
}

// hasFreeNames reports whether the members of a member have names that the author has chosen.
func hasFreeNames(name string) bool {
	switch name {
	case "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas", "responses", "parameters",
		"requestBodies", "headers", "callbacks", "pathItems", "mediaTypes", "content", "encoding", "paths", "webhooks":
		return true
	}
	return false
}

// outermost returns the place of the outermost schema around a place of another file that the place belongs to: reading that one
// first makes the result the same, whichever of the two a reference leads to first.
func (p *parser) outermost(at place) place {
	var tokens []string
	for path := at.path; path != nil; path = path.Parent {
		tokens = append(tokens, path.Token)
	}
	chain := []place{at.resource.file.root.root}
	for i := len(tokens) - 1; i >= 0; i-- {
		last := chain[len(chain)-1]
		next := p.step(last.node, tokens[i])
		if next == nil {
			return at
		}
		chain = append(chain, p.enter(last.child(tokens[i], next)))
	}
	i := len(chain) - 1
	for n := schemaAround(chain[:i+1]); n > 0; n = schemaAround(chain[:i+1]) {
		i -= n
	}
	return chain[i]
}

// schemaAround returns how many steps above the last place the schema is that it is a part of, 0 if there is none.
func schemaAround(chain []place) int {
	last := len(chain) - 1
	if last < 1 {
		return 0
	}
	steps := 1
	if last > 1 {
		container := chain[last-1]
		switch k := api.KeywordOf(container.path.Token); k {
		case api.KwProperties, api.KwPatternProperties, api.KwDependentSchemas:
			steps = 2
		case api.KwDefs:
			if last > 2 { // those of a file are what it is there for
				steps = 2
			}
		case api.KwAllOf, api.KwAnyOf, api.KwOneOf, api.KwPrefixItems:
			if container.node.Kind == source.Array {
				steps = 2
			}
		}
	}
	if steps == 1 && !holdsSchema(api.KeywordOf(chain[last].path.Token)) || !looksLikeSchema(chain[last-steps].node) {
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
		if name := n.Members[i].Name; api.KeywordOf(name) == api.KwUnknown && !isExtension(name) {
			return false
		}
	}
	return true
}
