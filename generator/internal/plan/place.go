package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A place is where an inline schema stands: a type there is named after its parent and the suffix.
type place struct {
	parent *typ
	// owner stands in for the parent outside of components: the name of an operation or of a response, which is known before any
	// type is named.
	owner  string
	suffix string
	depth  int // of lists and maps around it that have no type of their own
	// of and role say what a type outside of components is for: "the body" of an operation.
	of   *api.Operation
	role string
	// borrowed: a reference leads here, from somewhere else. The name holds until the schema is met at its own place.
	borrowed bool
}

// below returns the place of an element or a value.
func (at place) below(word string) place {
	at.suffix += word
	at.depth++
	return at
}

// pointer identifies a schema: the same in every folder, so that names do not hang on where the document is.
func (p *planner) pointer(s *api.Schema) string {
	return s.Pos.Key() + p.way(s)
}

// way tells the forms of a schema apart.
func (p *planner) way(s *api.Schema) string {
	switch p.directions.wayOf(s) {
	case received:
		return " received"
	case sent:
		return " sent"
	}
	return ""
}

// pointerPlace names a schema that a reference reaches first, from its address: .../A/properties/b is below A.
func (p *planner) pointerPlace(s *api.Schema) place {
	tokens := strings.Split(s.Pos.Path.Pointer(), "/")[1:]
	var words []string
	if s.Pos.Elsewhere() && (len(tokens) == 0 || tokens[0] != "$defs" && api.KeywordOf(tokens[0]) != api.KwUnknown) {
		words = append(words, p.style.Suffix(s.Pos.File.Stem())) // the file is one schema
	}
	for _, token := range tokens {
		token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
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
	return place{owner: p.style.Exported(name), borrowed: true}
}
