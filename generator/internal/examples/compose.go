package examples

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/decided"
)

// maxDepth ends what contains itself.
const maxDepth = 12

// A composer puts a value together from what the document says of the parts of a schema.
type composer struct {
	way  change.Direction
	tags *decided.Reader             // what discriminators decide
	fill func(*api.Schema) api.Value // makes a value of a part that has no example; nil: it is left out
	left int                         // parts that may still be filled
	open []*api.Schema               // that stand around, if parts are filled
}

// fillDepth is how deep parts without examples are filled.
const fillDepth = 5

// compose returns the example of a schema, or one made of those of its members; ok is false if a part that is required has none. What the
// schema allows is not asked: the whole is judged.
func (c *composer) compose(s *api.Schema, depth int) (v api.Value, ok bool) {
	if c.fill == nil {
		return c.given(s, depth)
	}
	if !c.enter(s, depth) {
		return nil, false
	}
	defer c.leave()
	if v, ok := c.given(s, depth); ok {
		return v, true
	}
	v = c.fill(s)
	return v, v != nil
}

// enter notes a schema around what follows; false if it is there, or enough is filled.
func (c *composer) enter(s *api.Schema, depth int) bool {
	if slices.Contains(c.open, s) || c.left <= 0 || depth > fillDepth {
		return false
	}
	c.open, c.left = append(c.open, s), c.left-1
	return true
}

func (c *composer) leave() { c.open = c.open[:len(c.open)-1] }

func (c *composer) given(s *api.Schema, depth int) (v api.Value, ok bool) {
	if depth > maxDepth || s.Form == api.FormFalse {
		return nil, false
	}
	if v := own(s); v != nil {
		return v, true
	}
	if table := c.table(s); table != nil {
		if v, ok := c.tagged(s, table, depth); ok || c.fill != nil {
			return v, ok // a tag that is made up leads nowhere
		}
	}
	return c.written(s, depth)
}

// written is given without what a discriminator decides.
func (c *composer) written(s *api.Schema, depth int) (v api.Value, ok bool) {
	if s.Ref != nil && s.Ref.Target != nil {
		if v, ok := c.compose(s.Ref.Target, depth+1); ok {
			return v, true
		}
	}
	var object api.Object
	isObject := false
	for _, part := range c.parts(s, 0) {
		if part.Object == nil {
			continue
		}
		isObject = true
		if object, ok = c.members(object, part, depth); !ok {
			return nil, false
		}
	}
	switch {
	case isObject:
		return object, true
	case s.Array != nil && s.Array.Items != nil:
		item, ok := c.compose(s.Array.Items, depth+1)
		return api.Array{item}, ok
	case s.Compose != nil:
		return c.alternative(s.Compose, depth)
	}
	return nil, false
}

// own returns the value that a schema itself names: an example, the constant, the default, or the first value of an enum.
func own(s *api.Schema) api.Value {
	switch {
	case s.Meta != nil && len(s.Meta.Examples) > 0:
		return s.Meta.Examples[0].Value
	case s.Const != nil:
		return s.Const.Value
	case s.Meta != nil && s.Meta.Default != nil:
		return s.Meta.Default.Value
	case len(s.Enum) > 0:
		return s.Enum[0].Value
	}
	return nil
}

// parts returns a schema and those that it is made of by allOf.
func (c *composer) parts(s *api.Schema, depth int) (list []*api.Schema) {
	if depth > maxDepth {
		return nil
	}
	if s.Ref != nil && s.Ref.Target != nil {
		list = c.parts(s.Ref.Target, depth+1)
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			list = append(list, c.parts(part, depth+1)...)
		}
	}
	return append(list, s)
}

// members adds the members of an object that have examples. One that is required and has none fails the whole, unless another part has it.
func (c *composer) members(object api.Object, s *api.Schema, depth int) (with api.Object, ok bool) {
	for _, p := range s.Object.Properties {
		if _, there := object.Get(p.Name); there || c.hidden(p.Value) {
			continue
		}
		if v, ok := c.compose(p.Value, depth+1); ok {
			object = append(object, api.Member{Name: p.Name, Value: v})
		}
	}
	if object == nil {
		object = api.Object{}
	}
	return object, !slices.ContainsFunc(s.Object.Required, func(r api.Required) bool {
		_, there := object.Get(r.Name)
		return !there && !c.hidden(property(s, r.Name))
	})
}

func property(s *api.Schema, name string) *api.Schema {
	for _, p := range s.Object.Properties {
		if p.Name == name {
			return p.Value
		}
	}
	return nil
}

// hidden reports whether messages of the direction do not have a member.
func (c *composer) hidden(s *api.Schema) bool {
	for range maxDepth {
		if s == nil {
			return false
		}
		if m := s.Meta; m != nil && (m.ReadOnly && c.way == change.Request || m.WriteOnly && c.way == change.Response) {
			return true
		}
		if s.Ref == nil {
			return false
		}
		s = s.Ref.Target
	}
	return false
}

// alternative returns the example of the first alternative that has one.
func (c *composer) alternative(x *api.Composition, depth int) (v api.Value, ok bool) {
	for _, s := range slices.Concat(x.OneOf, x.AnyOf) {
		if v, ok := c.compose(s, depth+1); ok {
			return v, true
		}
	}
	return nil, false
}
