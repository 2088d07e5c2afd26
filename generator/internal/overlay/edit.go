package overlay

import (
	"slices"
	"strconv"

	"github.com/theory/jsonpath/spec"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A stand is where in the tree the editor stands.
type stand struct {
	path  *diag.Path
	depth int // levels above
	way   int // bytes of the names above
}

func (s stand) child(token string) stand {
	return stand{s.path.Child(token), s.depth + 1, s.way + len(token)}
}

// A change makes a new value out of one that an action selects.
type change func(n *source.Node, at stand) *source.Node

// rewrite returns n with the selected values below it changed, or without them if there is no change to make. It is nil if n itself goes.
func (e *editor) rewrite(n *source.Node, s *selection, at stand, change change) *source.Node {
	if s.here && change == nil {
		if e.may(n) {
			e.places = append(e.places, at.path)
			return nil
		}
		return n
	}
	if s.below != nil && n.Kind == source.Object {
		members := make([]source.Member, 0, len(n.Members))
		for _, m := range n.Members {
			if next := s.below[m.Name]; next != nil {
				m.Value = e.rewrite(m.Value, next, at.child(m.Name), change)
			}
			if m.Value != nil {
				members = append(members, m)
			}
		}
		n = n.With(members)
	}
	if s.below != nil && n.Kind == source.Array {
		items := make([]*source.Node, 0, len(n.Items))
		for i, item := range n.Items {
			token := strconv.Itoa(i)
			if next := s.below[token]; next != nil {
				item = e.rewrite(item, next, at.child(token), change)
			}
			if item != nil {
				items = append(items, item)
			}
		}
		n = n.WithItems(items)
	}
	if s.here && !e.stopped && e.may(n) {
		e.places = append(e.places, at.path)
		return change(n, at)
	}
	return n
}

// may reports whether the action may change a value: objects and arrays alone in version 1.0.
func (e *editor) may(n *source.Node) bool {
	if n.Kind >= source.Array || e.action.primitives {
		return true
	}
	f := e.findings.Error(e.action.targetPos, diag.RuleOverlay, "the target selects a value that is neither an object nor an array, which version 1.0 of the Overlay Specification does not allow")
	f.Hint = "write overlay: 1.1.0"
	return false
}

// merged returns the change that merges a value into those that are selected. Overlay Specification 1.1.0 section 4.4.3.2.
func (e *editor) merged(from *source.Node) change {
	return func(n *source.Node, at stand) *source.Node {
		switch {
		case n.Kind == source.Array && from.Kind != source.Array:
			return e.concat(n, []*source.Node{from}, at)
		case n.Kind == source.Object && from.Kind != source.Object, n.Kind < source.Array && from.Kind >= source.Array:
			pos := e.action.Pos
			pos.Line, pos.Column = from.Line, from.Column
			if e.action.copied != nil {
				pos = e.action.copyPos
			}
			f := e.findings.Error(pos, diag.RuleOverlay, "the action gives %s to what is %s", kind(from), kind(n))
			f.Related = []diag.Related{{Pos: e.document.Pos(n, at.path), Message: "the target selects this"}}
			return n
		}
		return e.merge(n, from, at)
	}
}

func kind(n *source.Node) string {
	switch n.Kind {
	case source.Null:
		return "null"
	case source.Array, source.Object:
		return "an " + n.Kind.String()
	}
	return "a " + n.Kind.String()
}

// merge returns n with what from has: properties of objects are merged one by one, arrays are concatenated, all else is replaced.
func (e *editor) merge(n, from *source.Node, at stand) *source.Node {
	switch {
	case n.Kind == source.Array && from.Kind == source.Array:
		return e.concat(n, from.Items, at)
	case n.Kind != source.Object || from.Kind != source.Object:
		return e.clone(from, at)
	}
	members, index := slices.Clone(n.Members), map[string]int{}
	for i := range members {
		index[members[i].Name] = i
	}
	for _, m := range from.Members {
		inner := at.child(m.Name)
		i, known := index[m.Name]
		switch {
		case !known:
			members = append(members, source.Member{Name: m.Name, Line: e.line(m.Line), Column: m.Column, Value: e.clone(m.Value, inner)})
		case members[i].Value.Kind == m.Value.Kind && m.Value.Kind >= source.Array:
			members[i].Value = e.merge(members[i].Value, m.Value, inner)
		default:
			members[i] = source.Member{Name: m.Name, Line: e.line(m.Line), Column: m.Column, Value: e.clone(m.Value, inner)}
		}
	}
	return n.With(members)
}

func (e *editor) concat(n *source.Node, more []*source.Node, at stand) *source.Node {
	items := slices.Clone(n.Items)
	for _, item := range more {
		items = append(items, e.clone(item, at.child(strconv.Itoa(len(items)))))
	}
	return n.WithItems(items)
}

// line returns the line of something that comes from the overlay. What is copied comes from the document, which knows its lines.
func (e *editor) line(line uint32) uint32 {
	if e.action.copied != nil {
		return line
	}
	return line + e.shift
}

// clone returns a copy of a value for its place in the tree. When the tree would be too large, a finding says so and nothing more is added.
func (e *editor) clone(n *source.Node, at stand) *source.Node {
	if e.stopped || !e.fits(at) {
		return &source.Node{Kind: source.Null, Line: e.line(n.Line), Column: n.Column}
	}
	out := &source.Node{Kind: n.Kind, Text: n.Text, Line: e.line(n.Line), Column: n.Column}
	switch n.Kind {
	case source.Object:
		members := make([]source.Member, len(n.Members))
		for i, m := range n.Members {
			members[i] = source.Member{Name: m.Name, Line: e.line(m.Line), Column: m.Column, Value: e.clone(m.Value, at.child(m.Name))}
		}
		return out.With(members)
	case source.Array:
		items := make([]*source.Node, len(n.Items))
		for i, item := range n.Items {
			items[i] = e.clone(item, at.child(strconv.Itoa(i)))
		}
		return out.WithItems(items)
	}
	return out
}

// fits takes room for a value at a place.
func (e *editor) fits(at stand) bool {
	problem := ""
	switch {
	case at.depth >= source.MaxDepth:
		problem = "objects and arrays are nested more than " + strconv.Itoa(source.MaxDepth) + " levels deep"
	case at.way > source.MaxWay:
		problem = "the names from the top of the document to a value have more than " + strconv.Itoa(source.MaxWay) + " bytes"
	case !e.room.Take(1):
		problem = "the document has too many values"
	default:
		return true
	}
	e.stopped = true
	e.findings.Error(e.action.Pos, diag.RuleTooLarge, "with this action %s", problem).Hint = source.Larger(e.room.Times)
	return false
}

// child returns the member or the element that a token names.
func child(n *source.Node, token string) *source.Node {
	if n.Kind != source.Array {
		return n.Get(token)
	}
	i, err := strconv.Atoi(token)
	if err != nil || i >= len(n.Items) {
		return nil
	}
	return n.Items[i]
}

// nameOf returns the name that a segment of a query selects, if it is one name.
func nameOf(s *spec.Segment) (string, bool) {
	if list := s.Selectors(); len(list) == 1 && !s.IsDescendant() {
		name, ok := list[0].(spec.Name)
		return string(name), ok
	}
	return "", false
}
