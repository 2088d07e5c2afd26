package check

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// tagExtension is how documents of Azure say which value of the discriminator of its base leads to a schema.
const tagExtension = "x-ms-discriminator-value"

// mapHeirs adds the values that heirs name by an extension to the mapping of their base, where everybody looks for them.
func (c *checker) mapHeirs() {
	type tag struct {
		of    *api.Discriminator
		value api.String
	}
	heirs := map[tag]*api.Schema{}
	for _, s := range c.Document.Schemas {
		value, ok := s.Extension(tagExtension).(api.String)
		if !ok || s.Compose == nil {
			continue
		}
		d := discriminatorAbove(s, map[*api.Schema]bool{})
		if d == nil {
			continue
		}
		if first := heirs[tag{d, value}]; first != nil {
			f := c.Warn(s.Pos, diag.RuleDiscriminator, "another schema has %s %q too, and the tag leads to that one", tagExtension, value)
			f.Related = []diag.Related{{Pos: first.Pos, Message: "the other one"}}
			continue
		}
		heirs[tag{d, value}] = s
		if !slices.ContainsFunc(d.Mapping, func(e api.MapEntry) bool { return e.Value == string(value) }) {
			d.Mapping = append(d.Mapping, api.MapEntry{Pos: s.Pos, Value: string(value), Target: s})
		}
	}
}

// discriminatorAbove returns that of the nearest base that s extends by allOf.
func discriminatorAbove(s *api.Schema, seen map[*api.Schema]bool) *api.Discriminator {
	if seen[s] || s.Compose == nil {
		return nil
	}
	seen[s] = true
	for _, part := range s.Compose.AllOf {
		base := part
		for part.Ref != nil && !part.Ref.Dynamic && part.Ref.Target != nil && !seen[part] {
			seen[part] = true
			part = part.Ref.Target
			base = part
		}
		if isBase(base) {
			return base.OpenAPI.Discriminator
		}
		if d := discriminatorAbove(base, seen); d != nil {
			return d
		}
	}
	return nil
}
