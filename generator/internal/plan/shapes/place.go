package shapes

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
)

// A Place is where an inline schema stands: a type there is named after its parent and the suffix.
type Place struct {
	Parent *Type
	// Owner stands in for the parent outside of components: the name of an operation or of a response, which is known before any
	// type is named.
	Owner  string
	Suffix string
	Others []string // stand in for the suffix if that name is taken
	depth  int      // of lists and maps around it that have no type of their own
	// Of and Role say what a type outside of components is for: "the body" of an operation.
	Of   *api.Operation
	Role string
	// borrowed: a reference leads here, from somewhere else. The name holds until the schema is met at its own place.
	borrowed bool
}

// below returns the place of an element or a value.
func (at Place) below(word string) Place {
	at.Suffix += word
	at.depth++
	return at
}

// Pointer identifies a schema: the same in every folder, so that names do not hang on where the document is.
func (p *Planner) Pointer(s *api.Schema) string {
	return s.Pos.Key() + p.way(s)
}

// way tells the forms of a schema apart.
func (p *Planner) way(s *api.Schema) string {
	switch p.directions.WayOf(s) {
	case directions.Received:
		return " received"
	case directions.Sent:
		return " sent"
	}
	return ""
}

// PointerPlace names a schema that a reference reaches first, from its address: .../A/properties/b is below A.
func (p *Planner) PointerPlace(s *api.Schema) Place {
	tokens := strings.Split(s.Pos.Path.Pointer(), "/")[1:]
	var words []string
	if s.Pos.Elsewhere() && (len(tokens) == 0 || tokens[0] != "$defs" && api.KeywordOf(tokens[0]) != api.KwUnknown) {
		words = append(words, p.style.Suffix(s.Pos.File.Stem())) // the file is one schema
	}
	for _, token := range tokens {
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
		switch token {
		case "components", "schemas", "properties", "items", "paths", "content", "schema":
			continue
		case "$defs", "definitions":
			if s.Pos.Elsewhere() {
				continue
			}
		}
		words = append(words, p.style.Suffix(token))
	}
	for len(words) > 3 { // the end tells the most
		words = words[1:]
	}
	name := strings.Join(words, "")
	return Place{Owner: p.style.Exported(name), borrowed: true}
}
