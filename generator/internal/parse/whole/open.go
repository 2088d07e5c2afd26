package whole

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A closer makes parts that forbid no members.
type closer struct {
	doc    *api.Document
	shared map[*api.Schema]bool        // a reference leads there
	opened map[*api.Schema]*api.Schema // what a schema is as a part of a whole
}

// open returns what a schema is as a part of a whole: one made of it with the same members, that says nothing of others. It is the schema
// itself if that is so already.
func (c *closer) open(s *api.Schema) *api.Schema {
	if known := c.opened[s]; known != nil {
		return known
	}
	if !slices.ContainsFunc(conjuncts(nil, s), func(part *api.Schema) bool { return isClosed(part) || allowsAny(part) }) {
		c.opened[s] = s
		return s
	}
	made := *s
	made.Synth, made.OpenOf = true, s
	c.opened[s] = &made // for recursion
	made.Marks = slices.Clone(s.Marks)
	if isClosed(s) || allowsAny(s) {
		rules := *s.Object
		rules.AdditionalProperties = nil
		made.Object = &rules
		for i := range made.Marks {
			if m := &made.Marks[i]; m.Keyword == api.KwAdditionalProperties {
				m.Fate = api.Rewritten
			}
		}
	}
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		ref := *s.Ref
		ref.Target = c.target(s.Ref.Target)
		made.Ref = &ref
	}
	if s.Compose != nil {
		rules := *s.Compose
		rules.AllOf = nil
		for _, part := range s.Compose.AllOf {
			rules.AllOf = append(rules.AllOf, c.open(part))
		}
		made.Compose = &rules
	}
	return &made
}

// target opens what a reference leads to, as a schema of its own in the document.
func (c *closer) target(s *api.Schema) *api.Schema {
	made := c.open(s)
	c.keep(made)
	return made
}

// keep adds what was made to the schemas of the document.
func (c *closer) keep(s *api.Schema) {
	if int(s.ID) < len(c.doc.Schemas) && c.doc.Schemas[s.ID] == s {
		return
	}
	s.ID = api.SchemaID(len(c.doc.Schemas))
	c.doc.Schemas = append(c.doc.Schemas, s)
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			c.keep(part)
		}
	}
}

// settle makes a whole, or a part that stands inside of one, what it is when opened. A part to which a reference leads stays as it is
// there.
func (c *closer) settle(s *api.Schema) {
	made := c.opened[s]
	if made == s {
		return
	}
	var parts []*api.Schema
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			if c.shared[part] {
				part = c.target(part)
			} else {
				c.settle(part)
			}
			parts = append(parts, part)
		}
	}
	s.Marks, s.Object, s.Ref = made.Marks, made.Object, made.Ref
	if s.Compose != nil {
		rules := *made.Compose
		rules.AllOf = parts
		s.Compose = &rules
	}
}

// closeWhole makes a schema refuse members that none of its parts describes.
func (c *closer) closeWhole(s *api.Schema) {
	rules := api.ObjectRules{}
	if s.Object != nil {
		rules = *s.Object
	}
	if rules.UnevaluatedProperties != nil {
		return
	}
	rules.UnevaluatedProperties = c.doc.NewSchema(s.Pos)
	rules.UnevaluatedProperties.Form, rules.UnevaluatedProperties.Synth = api.FormFalse, true
	s.Object = &rules
}
