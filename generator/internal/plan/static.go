package plan

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// static returns the keywords of s that a Go type of a class shows: decode reads them, or a check on the value tests them.
func (p *planner) static(s *api.Schema, c class) keywordSet {
	set := setOf(api.KwType)
	switch c {
	case isScalar:
		p.staticScalar(s, p.scalarKind(s), &set)
		set.add(api.KwFormat)
	case isEnum:
		kind, _ := p.enumKind(s)
		p.staticScalar(s, kind, &set) // a value that these forbid gets no constant
		set.add(api.KwEnum, api.KwFormat)
		if s.Enum == nil {
			set.add(api.KwAnyOf, api.KwOneOf)
		}
		set = set.minus(setOf(api.KwMultipleOf)) // which values it forbids is left to the rule
	case isList:
		set.add(api.KwMinItems, api.KwMaxItems)
		if s.Array != nil && s.Array.PrefixItems == nil {
			set.add(api.KwItems)
			if p.comparable(s.Array.Items) {
				set.add(api.KwUniqueItems)
			}
		}
	case isTuple:
		staticTuple(s.Array, &set)
	case isDict:
		set.add(api.KwMinProperties, api.KwMaxProperties, api.KwRequired)
		if s.Object == nil || s.Object.PatternProperties == nil {
			set.add(api.KwAdditionalProperties)
		}
	case isStruct:
		p.staticStruct(s, &set)
	case isUnion:
		p.staticUnion(s, &set)
	}
	return set
}

func (p *planner) staticStruct(s *api.Schema, set *keywordSet) {
	if p.merged(s) != nil {
		*set = mergeable
		return
	}
	set.add(api.KwProperties)
	if s.Object == nil {
		return
	}
	if p.requiresFields(s) {
		set.add(api.KwRequired)
	}
	if p.staticMembers(s) {
		set.add(api.KwAdditionalProperties)
	}
}

// staticMembers reports whether the properties of s are all members that a struct has a field for.
func (p *planner) staticMembers(s *api.Schema) bool {
	return (s.Object == nil || s.Object.PatternProperties == nil) && len(p.foreign(s)) == 0
}

// requiresFields reports whether each name that s requires has a field that shows it: a loose one may be absent and its member
// there all the same.
func (p *planner) requiresFields(s *api.Schema) bool {
	own := propertyNames(s)
	for _, r := range s.Object.Required {
		if own[r.Name] {
			continue
		}
		if seen := p.view(s).byName[r.Name]; seen == nil && !keepsNames(s.Object) || seen != nil && !seen.certain {
			return false
		}
	}
	return true
}

// keepsNames reports whether a required name without property can have a field of any type.
func keepsNames(o *api.ObjectRules) bool {
	return o.AdditionalProperties == nil && o.PatternProperties == nil
}

// foreign returns the members of a struct that only other schemas describe, which s applies to the same value.
func (p *planner) foreign(s *api.Schema) (list []*sight) {
	own := propertyNames(s)
	for _, m := range p.view(s).sights {
		if !own[m.property.Name] {
			list = append(list, m)
		}
	}
	return list
}

// propertyNames returns the names of the properties of s itself. An object may have thousands, so nobody searches the list for each.
func propertyNames(s *api.Schema) map[string]bool {
	if s.Object == nil {
		return nil
	}
	names := make(map[string]bool, len(s.Object.Properties))
	for _, property := range s.Object.Properties {
		names[property.Name] = true
	}
	return names
}

// staticUnion: each leaf has the keywords of its type. Where the leaves are not provably disjoint, nothing is static.
func (p *planner) staticUnion(s *api.Schema, set *keywordSet) {
	if p.choice(s).ruled {
		*set = keywordSet{}
		return
	}
	set.add(api.KwOneOf, api.KwAnyOf)
	if p.choice(s).keyword == api.KwType {
		for _, t := range valueTypes(s) {
			list := forType(t)
			set.add(list.list()...)
		}
		set.add(api.KwFormat)
	}
}

// staticScalar adds the keywords that checks on a scalar look at. They see strings and numbers as Go has them, so a length of a
// UUID or a pattern of a date is none.
func (p *planner) staticScalar(s *api.Schema, kind gomodel.ScalarKind, set *keywordSet) {
	switch kind {
	case gomodel.String:
		set.add(api.KwMinLength, api.KwMaxLength, api.KwConst)
		if s.String != nil && s.String.Pattern != nil {
			p.planPattern(s) // one without translation is reported there; no rule could say it either
			set.add(api.KwPattern)
		}
	case gomodel.Bool:
		set.add(api.KwConst, api.KwEnum)
	case gomodel.Int32, gomodel.Int64:
		set.add(api.KwMultipleOf, api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum)
		if s.Const != nil && literalOf(s.Const.Value, kind) != nil {
			set.add(api.KwConst)
		}
	case gomodel.Float64:
		set.add(api.KwMultipleOf, api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum)
	}
}

// comparable reports whether the items of a list are built-in scalars that == compares as JSON does.
func (p *planner) comparable(items *api.Schema) bool {
	if items == nil {
		return false
	}
	core, orNull := p.peel(items)
	if orNull || p.isDeclared(core) || p.classify(core) != isScalar || p.acceptsNull(core) || p.residue(core, isScalar) != (keywordSet{}) {
		return false
	}
	switch p.scalarKind(core) {
	case gomodel.String, gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Float64:
		return true
	}
	return false
}

// isDeclared reports whether a schema has a type because it is a component, or what a component stands for.
func (p *planner) isDeclared(core *api.Schema) bool {
	if p.declared == nil {
		p.declared = map[*api.Schema]bool{}
		for _, c := range p.directions.components {
			p.declared[p.core(c.schema)] = true
		}
	}
	return p.declared[core]
}

// residue returns the keywords of s that a Go type of a class does not show: those of its rule.
func (p *planner) residue(s *api.Schema, c class) keywordSet {
	if c == isAnything {
		return keywordSet{}
	}
	set := asserted(s).minus(p.static(s, c))
	idle := p.idle(s)
	return set.minus(idle)
}

// idle returns the keywords that no value of s can break, because they are for values of another type.
func (p *planner) idle(s *api.Schema) (set keywordSet) {
	kinds := p.kinds(s)
	for t, kind := range map[api.Type]kindSet{
		api.TypeString: kindString, api.TypeNumber: kindNumber, api.TypeArray: kindArray, api.TypeObject: kindObject,
	} {
		if kinds&kind == 0 {
			list := forType(t)
			set.add(list.list()...)
		}
	}
	if kinds&p.formatKinds(s) == 0 {
		set.add(api.KwFormat)
	}
	return set
}
