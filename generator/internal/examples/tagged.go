package examples

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/decided"
)

// table returns what a discriminator decides about a base with heirs or about alternatives, nil if there is none, or for a reference.
func (c *composer) table(s *api.Schema) *decided.Table {
	if s.Ref != nil {
		return nil
	}
	if table := c.tags.Union(s); table != nil {
		return table
	}
	return c.tags.Base(s)
}

// tagged returns an object with a tag, of what the tag leads to: the first for which there is one. The tag that the document gives as the
// example of the member comes before others.
func (c *composer) tagged(s *api.Schema, table *decided.Table, depth int) (v api.Value, ok bool) {
	tag := c.exampleOfTag(s, table.Property)
	isFirst := func(x decided.Case) bool { return tag != nil && api.Equal(x.Tag, tag) }
	cases := table.Cases
	if i := slices.IndexFunc(cases, isFirst); i > 0 {
		cases = slices.Concat(cases[i:], cases[:i])
	}
	if tag != nil && !slices.ContainsFunc(cases, isFirst) {
		return c.written(s, depth) // it is that of the base itself
	}
	for _, x := range cases {
		if x.Schema == nil {
			continue
		}
		v, ok := c.heir(x.Schema, depth+1)
		if object, isObject := v.(api.Object); ok && isObject {
			return withMember(object, table.Property, x.Tag), true
		}
	}
	return nil, false
}

// exampleOfTag returns the value that the document gives for the member with the tag, nil for none.
func (c *composer) exampleOfTag(s *api.Schema, name string) api.Value {
	for _, part := range c.parts(s, 0) {
		if part.Object == nil {
			continue
		}
		if member := property(part, name); member != nil {
			return own(member)
		}
	}
	return nil
}

// heir returns the example of a schema that a tag leads to, itself and none of its heirs.
func (c *composer) heir(s *api.Schema, depth int) (v api.Value, ok bool) {
	if c.fill != nil {
		if !c.enter(s, depth) {
			return nil, false
		}
		defer c.leave()
	}
	if depth > maxDepth {
		return nil, false
	}
	if v := own(s); v != nil {
		return v, true
	}
	return c.written(s, depth)
}

// withMember returns an object in which a member has a value.
func withMember(o api.Object, name string, v api.Value) api.Object {
	o = slices.Clone(o)
	for i := range o {
		if o[i].Name == name {
			o[i].Value = v
			return o
		}
	}
	return append(o, api.Member{Name: name, Value: v})
}
