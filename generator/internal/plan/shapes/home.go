package shapes

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// bringHome names the types of a schema after its own place, where a reference from elsewhere has reached them first: otherwise a
// new reference could rename what it leads to.
func (p *Planner) bringHome(s *api.Schema, u Use, at Place) {
	if at.borrowed {
		return
	}
	switch shape := u.Shape.(type) {
	case List:
		p.bringHome(s, shape.Elem, at.below("Item"))
	case Map:
		p.bringHome(s, shape.Elem, at.below("Value"))
	case Named:
		t := shape.Type
		from, _ := t.Origin.(FromPlace)
		if !from.At.borrowed || t.Schema != s && !isInside(t.Schema, s) || !isHome(s, at) {
			return
		}
		t.Origin = FromPlace{at}
		if at.Parent != nil {
			p.roots = slices.DeleteFunc(p.roots, func(r Root) bool { return r.Type == t })
			p.attach(t, at)
		}
	}
}

// isHome reports whether a schema stands where at says, not in a part that a type there has the members of.
func isHome(s *api.Schema, at Place) bool {
	if at.Parent == nil {
		return at.Owner != ""
	}
	return isInside(s, at.Parent.Schema)
}

// isInside reports whether a schema stands below another one in the document.
func isInside(s, outer *api.Schema) bool {
	return strings.HasPrefix(s.Pos.Path.Pointer(), outer.Pos.Path.Pointer()+"/")
}
