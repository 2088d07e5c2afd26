package values

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// variant returns a value as that of the variant that it belongs to: the one that the discriminator names, else the first that can
// hold it.
func (p *Values) variant(t *shapes.Type, def *shapes.UnionDef, v api.Value) (value Value, why string) {
	if named := p.named(def, v); named != nil {
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

// named returns the variant that the tag of a value leads to, nil for none.
func (p *Values) named(def *shapes.UnionDef, v api.Value) *shapes.Type {
	object, ok := v.(api.Object)
	if !ok || def.Plan.Tags == nil {
		return nil
	}
	given, ok := object.Get(def.Plan.Tags.Property)
	for _, c := range def.Plan.Tags.Cases {
		if !ok || !api.Equal(c.Value, given) {
			continue
		}
		for i, l := range def.Plan.Leaves {
			if l.Schema == c.Target {
				return def.Variants[i].Type
			}
		}
	}
	return nil
}
