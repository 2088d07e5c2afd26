package check

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// checkParts reports a schema whose parts, by allOf or a reference, have no type in common, or of which one forbids what another one
// requires. What is wrong within one part is reported there.
func (c *checker) checkParts(s *api.Schema) {
	parts := [][]*api.Schema{{s}}
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		parts = append(parts, conjuncts(nil, s.Ref.Target))
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			parts = append(parts, conjuncts(nil, part))
		}
	}
	if len(parts) < 2 {
		return
	}
	c.checkPartTypes(s, parts)
	c.checkPartMembers(s, parts)
}

// maxParts is far beyond what documents have; more parts are not looked at.
const maxParts = 100

// conjuncts adds s and all schemas that apply with it to the same value.
func conjuncts(list []*api.Schema, s *api.Schema) []*api.Schema {
	if len(list) > maxParts || slices.Contains(list, s) {
		return list
	}
	list = append(list, s)
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		list = conjuncts(list, s.Ref.Target)
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			list = conjuncts(list, part)
		}
	}
	return list
}

// A typeSet has a bit for each type; an integer is a number too.
type typeSet uint16

const anyType typeSet = 1<<(api.TypeInteger+1) - 1

func typesOf(parts []*api.Schema) typeSet {
	set := anyType
	for _, s := range parts {
		var own typeSet
		for t := api.TypeNull; t <= api.TypeInteger; t++ {
			if s.Has(t) {
				own |= 1 << t
			}
		}
		set &= own
	}
	return set
}

func (c *checker) checkPartTypes(s *api.Schema, parts [][]*api.Schema) {
	common := anyType
	for _, part := range parts {
		types := typesOf(part)
		if types == 0 {
			return
		}
		if common&types == 0 {
			c.contradicts(partsPos(s), typePos(part), "the parts of this schema have no type in common, so no value is valid")
			return
		}
		common &= types
	}
}

func partsPos(s *api.Schema) diag.Pos {
	if s.Compose != nil && s.Compose.AllOf != nil {
		return s.At(api.KwAllOf)
	}
	return s.At(api.KwRef)
}

// typePos returns where a part says its type.
func typePos(part []*api.Schema) diag.Pos {
	for _, s := range part {
		if s.Types != nil {
			return s.At(api.KwType)
		}
	}
	return diag.Pos{}
}

// checkPartMembers leaves out what s forbids itself, which plan reports with the types that come of it, and the parts of a
// hierarchy, which close each heir as a whole.
func (c *checker) checkPartMembers(s *api.Schema, parts [][]*api.Schema) {
	if slices.ContainsFunc(slices.Concat(parts...), isBase) {
		return
	}
	for i, part := range parts[1:] {
		for _, closed := range part {
			o := closed.Object
			if o == nil || !isFalse(o.AdditionalProperties) || len(o.PatternProperties) > 0 {
				continue
			}
			for j, other := range parts {
				if i+1 == j {
					continue
				}
				if r, found := requiredOutside(other, o); found {
					f := c.contradicts(partsPos(s), closed.At(api.KwAdditionalProperties), "one part requires %q and another one forbids it, so no object is valid", r.Name)
					f.Related = append(f.Related, diag.Related{Pos: r.Pos, Message: "required here"})
					f.Related[0].Message = "forbidden here"
					f.Hint = "leave out additionalProperties: false, or use unevaluatedProperties: false beside the parts (OpenAPI 3.1)"
					return
				}
			}
		}
	}
}

// isBase reports whether a schema has a discriminator for those that extend it.
func isBase(s *api.Schema) bool {
	return s.OpenAPI != nil && s.OpenAPI.Discriminator != nil && (s.Compose == nil || s.Compose.OneOf == nil && s.Compose.AnyOf == nil)
}

// requiredOutside returns a member that a part requires and o has not.
func requiredOutside(part []*api.Schema, o *api.ObjectRules) (api.Required, bool) {
	for _, s := range part {
		if s.Object != nil {
			if list := missing(s.Object.Required, o); len(list) > 0 {
				return list[0], true
			}
		}
	}
	return api.Required{}, false
}
