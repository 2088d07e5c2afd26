package classes

import (
	"slices"
	"strconv"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// An ID is a class.
type ID int32

// Classes are the classes of all schemas that were asked for, and of those below them.
type Classes struct {
	of       map[*api.Schema]ID
	bySign   map[string]ID // by what a schema says, with the classes below it
	byShape  map[string]ID // of schemas that contain themselves: by what is below them so many steps
	moving   map[ID]bool   // a $dynamicRef in it may lead elsewhere
	anchors  anchors
	anchored [][]*api.Schema // the schemas with a $dynamicAnchor, by document
	merged   []ID            // by class: one that has the same values, or itself
}

// anchors are where each $dynamicAnchor stands, by its name.
type anchors map[string]map[string]bool

// New returns no classes yet.
func New() *Classes {
	return &Classes{of: map[*api.Schema]ID{}, bySign: map[string]ID{}, byShape: map[string]ID{}, moving: map[ID]bool{}, anchors: anchors{}}
}

// Of returns the class of a schema.
func (c *Classes) Of(s *api.Schema) ID {
	if id, ok := c.of[s]; ok {
		return c.root(id)
	}
	w := walk{c: c}
	w.visit(s)
	return c.root(c.of[s])
}

func (c *Classes) root(id ID) ID {
	for c.merged[id] != id {
		id = c.merged[id]
	}
	return id
}

// Merge makes one class of two whose schemas were proved to have the same values.
func (c *Classes) Merge(a, b ID) {
	a, b = c.root(a), c.root(b)
	c.merged[max(a, b)] = min(a, b)
}

// Alike reports whether two schemas say the same, with schemas of the same classes below them, as far as classes were merged.
func (c *Classes) Alike(a, b *api.Schema) bool {
	if c.Of(a) == c.Of(b) {
		return true
	}
	x, y := sign{of: c.known}, sign{of: c.known}
	x.write(Look(a))
	y.write(Look(b))
	return string(x.text) == string(y.text)
}

// Moving reports whether schemas of a class depend on where they are entered from: a $dynamicRef in them has several targets.
func (c *Classes) Moving(id ID) bool { return c.moving[id] }

// AddAnchors notes the $dynamicAnchors of a document. References to anchors that nobody noted are taken to have several targets.
func (c *Classes) AddAnchors(schemas []*api.Schema) {
	found := anchors{}
	var anchored []*api.Schema
	for _, s := range schemas {
		if s.Core == nil || s.Core.DynamicAnchor == "" {
			continue
		}
		anchored = append(anchored, s)
		if found[s.Core.DynamicAnchor] == nil {
			found[s.Core.DynamicAnchor] = map[string]bool{}
		}
		found[s.Core.DynamicAnchor][s.Pos.Address()] = true
	}
	c.anchored = append(c.anchored, anchored)
	for name, places := range found {
		if len(places) > len(c.anchors[name]) { // the document with the most decides
			c.anchors[name] = places
		}
	}
}

// Same reports whether two schemas have one class. Where a $dynamicRef may lead elsewhere, it leads to the same only if the documents have
// the same anchors.
func (c *Classes) Same(a, b *api.Schema) bool {
	return a == b || c.Of(a) == c.Of(b) && (!c.Moving(c.Of(a)) || c.anchorsAgree())
}

// anchorsAgree reports whether all documents have the same schemas behind the same anchors.
func (c *Classes) anchorsAgree() bool {
	var first []string
	for i, schemas := range c.anchored {
		texts := make([]string, len(schemas))
		for k, s := range schemas {
			texts[k] = s.Core.DynamicAnchor + " " + strconv.Itoa(int(c.Of(s)))
		}
		slices.Sort(texts)
		if i > 0 && !slices.Equal(first, texts) {
			return false
		}
		first = texts
	}
	return len(c.anchored) > 0
}

// Moves reports whether a reference depends on where its schema is entered from.
func (c *Classes) Moves(r *api.Ref) bool {
	if r == nil || !r.Dynamic || r.Target == nil || r.Target.Core == nil || r.Target.Core.DynamicAnchor == "" {
		return false // it leads to its lexical target (Core 8.2.3.2)
	}
	return len(c.anchors[r.Target.Core.DynamicAnchor]) != 1
}

func (c *Classes) add() ID {
	id := ID(len(c.merged))
	c.merged = append(c.merged, id)
	return id
}

// Look returns the schema that s is nothing but another name for, else s.
func Look(s *api.Schema) *api.Schema {
	for range 100 { // a circle of names ends here
		next := alias(s)
		if next == nil {
			return s
		}
		s = next
	}
	return s
}

// alias returns the one schema that s refers to or is made of, nil if it says more or less.
func alias(s *api.Schema) *api.Schema {
	if s.Form != api.FormObject || s.Types != nil || s.Format != "" || s.Enum != nil || s.Const != nil || s.Number != nil || s.String != nil ||
		s.Array != nil || s.Object != nil || s.Core != nil && s.Core.DynamicRef != nil {
		return nil
	}
	if s.Ref != nil {
		if s.Compose != nil || s.Ref.Dynamic {
			return nil
		}
		return s.Ref.Target
	}
	k := s.Compose
	if k == nil || k.Not != nil || k.If != nil || len(k.AllOf)+len(k.AnyOf)+len(k.OneOf) != 1 {
		return nil
	}
	for _, list := range [][]*api.Schema{k.AllOf, k.AnyOf, k.OneOf} {
		if len(list) == 1 {
			return list[0]
		}
	}
	return nil
}
