// Package subjects names places of a document as people do: Order.status for a member of a component, listOrders, query limit for the
// schema of a parameter. It takes a document and the names of the places where operations use schemas, and returns names of positions.
package subjects

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Namer names the places of one document.
type Namer struct {
	roots map[string]root      // by the address of a schema that no schema owns
	users map[string][]*usePos // by the address of a component: the schemas that are references to it
}

type root struct {
	subject   string
	component bool
}

// usePos is a reference to a component.
type usePos struct{ pos diag.Pos }

// New returns a namer. places are the schemas that operations own, with the names of the places.
func New(doc *api.Document, places map[*api.Schema]string) *Namer {
	n := &Namer{roots: map[string]root{}, users: map[string][]*usePos{}}
	for s, subject := range places {
		n.roots[s.Pos.Address()] = root{subject: subject}
	}
	for _, c := range doc.Components.Schemas {
		n.roots[c.Value.Pos.Address()] = root{c.Name, true}
	}
	for _, c := range doc.External.Schemas {
		if _, known := n.roots[c.Value.Pos.Address()]; !known {
			n.roots[c.Value.Pos.Address()] = root{externalName(c.Value.Pos), true}
		}
	}
	for _, s := range doc.Schemas {
		if s.Ref != nil && s.Ref.Target != nil {
			to := s.Ref.Target.Pos.Address()
			n.users[to] = append(n.users[to], &usePos{s.Pos})
		}
	}
	return n
}

// externalName is the last word of a pointer, or the file of a schema that is a file of its own.
func externalName(pos diag.Pos) string {
	if pos.Path != nil {
		return pos.Path.Token
	}
	return pos.File.Stem()
}

// Component names a position, and the component that it is in; "" for none.
func (n *Namer) Component(pos diag.Pos) (subject, component string) { return n.component(pos, 0) }

// Own names a position by its own component, even where only one place uses it: words stand at the component.
func (n *Namer) Own(pos diag.Pos) string {
	subject, _ := n.component(pos, maxUses)
	return subject
}

// maxUses is how far a place is looked for that alone uses a component.
const maxUses = 8

func (n *Namer) component(pos diag.Pos, depth int) (subject, component string) {
	var steps []string
	for at := pos; ; at.Path = at.Path.Parent {
		if r, ok := n.roots[at.Address()]; ok {
			return n.named(at, r, steps, depth)
		}
		if at.Path == nil {
			return pos.Path.Pointer(), ""
		}
		steps = append([]string{at.Path.Token}, steps...)
	}
}

// named joins the name of a root with the way to a place below it.
func (n *Namer) named(at diag.Pos, r root, steps []string, depth int) (subject, component string) {
	way := way(steps)
	if r.component && way == "" && depth < maxUses {
		if users := n.users[at.Address()]; len(users) == 1 && isMember(users[0].pos) {
			subject, _ := n.component(users[0].pos, depth+1)
			return subject, r.subject
		}
	}
	switch {
	case !r.component && way != "":
		return r.subject + " " + strings.TrimPrefix(way, "."), ""
	case r.component:
		component = r.subject
	}
	return r.subject + way, component
}

// isMember reports whether a schema is the value of a member of a schema, or of its items.
func isMember(pos diag.Pos) bool {
	for p := pos.Path; p != nil && p.Parent != nil; p = p.Parent {
		if p.Parent.Token == "properties" {
			return true
		}
		switch p.Token {
		case "items", "additionalProperties", "allOf", "oneOf", "anyOf":
			continue
		}
		if _, err := strconv.Atoi(p.Token); err != nil {
			return false
		}
	}
	return false
}

// way writes the steps below a schema: .member, [] for items, .* for other members. Keywords at its end say nothing about a place.
func way(steps []string) string {
	text := ""
	for i := 0; i < len(steps); i++ {
		next := i+1 < len(steps)
		switch steps[i] {
		case "properties":
			if i++; i < len(steps) {
				text += "." + steps[i]
			}
		case "patternProperties":
			if i++; i < len(steps) {
				text += ".(" + steps[i] + ")"
			}
		case "prefixItems":
			if i++; i < len(steps) {
				text += "[" + steps[i] + "]"
			}
		case "items":
			text += "[]"
		case "additionalProperties", "unevaluatedProperties":
			if next {
				text += ".*"
			}
		case "allOf", "anyOf", "oneOf":
			i++ // an alternative or a part is no place of its own
		}
	}
	return text
}
