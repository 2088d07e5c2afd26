package decided

import (
	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Table is what a discriminator decides, for whoever compares two of them.
type Table struct {
	Property string
	Cases    []Case
	Default  *api.Schema // nil if there is none
	IsBase   bool        // of a base with heirs, not of a union
}

// A Case is a tag and what it leads to; nil: it is not allowed.
type Case struct {
	Tag    api.Value
	Schema *api.Schema
}

// Union returns what the discriminator beside alternatives decides, nil if there is none.
func (r *Reader) Union(s *api.Schema) *Table {
	if r == nil || r.heirs == nil || s == nil {
		return nil
	}
	return tableOf(decide.OfUnion(Schema{s}))
}

// Base returns what decides where a schema is the type of a value, if it is a base with heirs, or another name for one.
func (r *Reader) Base(s *api.Schema) *Table {
	if r == nil || r.heirs == nil {
		return nil
	}
	for range 100 { // a circle of names ends here
		if table := r.heirs.OfBase(Schema{s}); table != nil {
			return tableOf(table)
		}
		switch {
		case s.Ref != nil && s.Ref.Target != nil && !s.Ref.Dynamic:
			s = s.Ref.Target
		case Schema{s}.IsOtherName():
			s = s.Compose.AllOf[0]
		default:
			return nil
		}
	}
	return nil
}

func tableOf(from *decide.Table) *Table {
	if from == nil {
		return nil
	}
	t := &Table{Property: from.Property, IsBase: from.IsBase}
	for _, c := range from.Cases {
		for _, tag := range c.Tags {
			one := Case{Tag: value(tag)}
			if c.Schema != nil {
				one.Schema = c.Schema.(Schema).Model
			}
			t.Cases = append(t.Cases, one)
		}
	}
	if from.Default != nil {
		t.Default = from.Default.(Schema).Model
	}
	return t
}

// Schemas returns what tags lead to, each once.
func (t *Table) Schemas() (list []*api.Schema) {
	if t == nil {
		return nil
	}
	seen := map[*api.Schema]bool{}
	for _, c := range t.Cases {
		if c.Schema != nil && !seen[c.Schema] {
			seen[c.Schema] = true
			list = append(list, c.Schema)
		}
	}
	return list
}

// Tags returns the tags that lead to a schema.
func (t *Table) Tags(s *api.Schema) (tags []api.Value) {
	for _, c := range t.Cases {
		if c.Schema == s {
			tags = append(tags, c.Tag)
		}
	}
	return tags
}

// Tagged is a schema of the objects with one of some tags.
func (t *Table) Tagged(tags []api.Value) *api.Schema {
	d := decide.Decision{When: decide.Tagged}
	for _, tag := range tags {
		d.Tags = append(d.Tags, plain(tag))
	}
	return about(d, t.Property)
}

// NameOf returns the component that a schema is or refers to, "" if it stands in place.
func NameOf(s *api.Schema) string {
	for range 100 {
		if name := (Schema{s}).Name(); name != "" || s.Ref == nil || s.Ref.Target == nil {
			return name
		}
		s = s.Ref.Target
	}
	return ""
}
