package values

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// variant returns a value as that of the variant that it belongs to: the one that the discriminator names, else the first that can
// hold it.
func (p *Values) variant(t *shapes.Type, def *shapes.UnionDef, v api.Value) (value Value, why string) {
	if named := p.named(t.Schema, def, v); named != nil {
		value, why := p.OfType(named, v)
		if value == nil {
			return nil, why
		}
		return VariantValue{named, value}, ""
	}
	for _, x := range def.Variants {
		if value, _ := p.OfType(x.Type, v); value != nil {
			return VariantValue{x.Type, value}, ""
		}
	}
	return nil, "no variant can hold it"
}

// named returns the variant that the discriminator of a union names for a value, by its mapping or by the name of a component. It
// returns nil for none.
func (p *Values) named(s *api.Schema, def *shapes.UnionDef, v api.Value) *shapes.Type {
	object, ok := v.(api.Object)
	if !ok || s.OpenAPI == nil || s.OpenAPI.Discriminator == nil {
		return nil
	}
	given, _ := object.Get(s.OpenAPI.Discriminator.PropertyName)
	tag, ok := given.(api.String)
	if !ok {
		return nil
	}
	for _, entry := range s.OpenAPI.Discriminator.Mapping {
		for _, x := range def.Variants {
			if entry.Value == string(tag) && entry.Target != nil && p.analysis.Core(entry.Target) == x.Type.Schema {
				return x.Type
			}
		}
	}
	for _, x := range def.Variants {
		if x.Type.Said() == string(tag) {
			return x.Type
		}
	}
	return nil
}
