package plan

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// bringHome names the types of a schema after its own place, where a reference from elsewhere has reached them first: otherwise a
// new reference could rename what it leads to.
func (p *planner) bringHome(s *api.Schema, u use, at place) {
	if at.borrowed {
		return
	}
	switch shape := u.shape.(type) {
	case list:
		p.bringHome(s, shape.elem, at.below("Item"))
	case dict:
		p.bringHome(s, shape.elem, at.below("Value"))
	case named:
		t := shape.typ
		from, _ := t.origin.(fromPlace)
		if !from.at.borrowed || t.schema != s && !isInside(t.schema, s) || !isHome(s, at) {
			return
		}
		t.origin = fromPlace{at}
		if at.parent != nil {
			p.roots = slices.DeleteFunc(p.roots, func(r root) bool { return r.typ == t })
			p.attach(t, at)
		}
	}
}

// isHome reports whether a schema stands where at says, not in a part that a type there has the members of.
func isHome(s *api.Schema, at place) bool {
	if at.parent == nil {
		return at.owner != ""
	}
	return isInside(s, at.parent.schema)
}

// isInside reports whether a schema stands below another one in the document.
func isInside(s, outer *api.Schema) bool {
	return strings.HasPrefix(s.Pos.Path.Pointer(), outer.Pos.Path.Pointer()+"/")
}
