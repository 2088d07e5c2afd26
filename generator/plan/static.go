package plan

import (
	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// static returns the keywords of s that a Go type of a class shows: decode reads them, or a check on the value tests them.
func (p *planner) static(s *api.Schema, c class) keywordSet {
	set := setOf(api.KwType)
	switch c {
	case isScalar:
		p.staticScalar(s, scalarKind(s), &set)
	case isEnum:
		kind, _ := enumKind(s)
		p.staticScalar(s, kind, &set) // a value that these forbid gets no constant
		set.add(api.KwEnum)
		set = set.minus(setOf(api.KwMultipleOf)) // which values it forbids is left to the rule
	case isList:
		set.add(api.KwMinItems, api.KwMaxItems)
		if s.Array != nil && s.Array.PrefixItems == nil {
			set.add(api.KwItems)
			if p.comparable(s.Array.Items) {
				set.add(api.KwUniqueItems)
			}
		}
	case isDict:
		set.add(api.KwMinProperties, api.KwMaxProperties)
		if s.Object == nil || s.Object.PatternProperties == nil {
			set.add(api.KwAdditionalProperties)
		}
	case isStruct:
		set.add(api.KwProperties)
		if p.merged(s) != nil {
			set.add(api.KwAllOf, api.KwRequired)
			break
		}
		if len(loneRequired(s)) == 0 {
			set.add(api.KwRequired)
		}
		if s.Object.PatternProperties == nil {
			set.add(api.KwAdditionalProperties)
		}
	case isUnion:
		set.add(api.KwOneOf, api.KwAnyOf, api.KwDiscriminator)
		for _, t := range valueTypes(s) { // a type list: each variant has the keywords of its type
			list := forType(t)
			set.add(list.list()...)
		}
	}
	return set
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
		set.add(api.KwConst)
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
	if orNull || p.types[core] != nil || p.classify(core) != isScalar || p.acceptsNull(core) || p.residue(core, isScalar) != (keywordSet{}) {
		return false
	}
	switch scalarKind(core) {
	case gomodel.String, gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Float64:
		return true
	}
	return false
}

// notForRules are keywords that no rule has: formats are Go types or a finding, the others say where a property may be.
var notForRules = setOf(api.KwFormat, api.KwReadOnly, api.KwWriteOnly, api.KwDiscriminator)

// residue returns the keywords of s that a Go type of a class does not show: those of its rule.
func (p *planner) residue(s *api.Schema, c class) keywordSet {
	if c == isAnything {
		return keywordSet{}
	}
	set := asserted(s).minus(p.static(s, c)).minus(notForRules)
	if c == isUnion {
		return set
	}
	types := valueTypes(s)
	if len(types) == 0 && c == isStruct {
		return set // its field Other may be of any type
	}
	if len(types) == 0 {
		types = typesOf(c)
	}
	for _, t := range []api.Type{api.TypeString, api.TypeNumber, api.TypeArray, api.TypeObject} {
		if !hasType(types, t) {
			set = set.minus(forType(t)) // no value can break them
		}
	}
	return set
}

// typesOf returns what a class without type keyword means; see [withoutType].
func typesOf(c class) []api.Type {
	switch c {
	case isDict:
		return []api.Type{api.TypeObject}
	case isList:
		return []api.Type{api.TypeArray}
	}
	return []api.Type{api.TypeString}
}

func hasType(types []api.Type, t api.Type) bool {
	for _, have := range types {
		if have == t || have == api.TypeInteger && t == api.TypeNumber {
			return true
		}
	}
	return false
}
