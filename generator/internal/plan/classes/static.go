package classes

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// Static returns the keywords of s that a Go type of a class shows: decode reads them, or a check on the value tests them.
func (p *Classes) Static(s *api.Schema, c Class) analysis.Keywords {
	set := analysis.KeywordsOf(api.KwType)
	switch c {
	case Scalar:
		p.staticScalar(s, p.ScalarKind(s), &set)
		set.Add(api.KwFormat)
		if p.analysis.Repeats(s) {
			set.Add(api.KwAllOf)
		}
	case Enum:
		kind, _ := p.EnumKind(s)
		p.staticScalar(s, kind, &set) // a value that these forbid gets no constant
		set.Add(api.KwEnum, api.KwFormat)
		if s.Enum == nil {
			set.Add(api.KwAnyOf, api.KwOneOf)
		}
		set = set.Minus(analysis.KeywordsOf(api.KwMultipleOf)) // which values it forbids is left to the rule
	case List:
		set.Add(api.KwMinItems, api.KwMaxItems)
		if s.Array != nil && s.Array.PrefixItems == nil {
			set.Add(api.KwItems)
			if p.comparable(s.Array.Items) {
				set.Add(api.KwUniqueItems)
			}
		}
	case Tuple:
		staticTuple(s.Array, &set)
	case Map:
		set.Add(api.KwMinProperties, api.KwMaxProperties, api.KwRequired)
		if s.Object == nil || s.Object.PatternProperties == nil {
			set.Add(api.KwAdditionalProperties)
		}
	case Struct:
		p.staticStruct(s, &set)
	case Union:
		p.staticUnion(s, &set)
	}
	return set
}

func (p *Classes) staticStruct(s *api.Schema, set *analysis.Keywords) {
	if p.analysis.Merged(s) != nil {
		switch *set = analysis.Mergeable; {
		case !ClosesWhole(s):
		case describesRequired(p.analysis.ObjectOf(s)):
			set.Add(api.KwUnevaluatedProperties)
		default: // no value is valid
			*set = analysis.Keywords{}
		}
		return
	}
	set.Add(api.KwProperties)
	if s.Object == nil {
		return
	}
	if p.requiresFields(s) {
		set.Add(api.KwRequired)
	}
	if p.StaticMembers(s) {
		set.Add(api.KwAdditionalProperties)
	}
}

// ClosesWhole reports whether a merged object is an heir that has no members but those of its parts. Where other keywords could describe
// some for certain values, a rule says which.
func ClosesWhole(s *api.Schema) bool {
	o, c := s.Object, s.Compose
	return o != nil && o.UnevaluatedProperties != nil && o.UnevaluatedProperties.Form == api.FormFalse && o.UnevaluatedProperties.Synth &&
		o.DependentSchemas == nil && (c == nil || c.If == nil)
}

// describesRequired reports whether each member that an object requires is one that it describes.
func describesRequired(o *api.ObjectRules) bool {
	described := map[string]bool{}
	for _, n := range o.Properties {
		described[n.Name] = true
	}
	return !slices.ContainsFunc(o.Required, func(r api.Required) bool { return !described[r.Name] })
}

// StaticMembers reports whether the properties of s are all members that a struct has a field for.
func (p *Classes) StaticMembers(s *api.Schema) bool {
	return (s.Object == nil || s.Object.PatternProperties == nil) && len(p.analysis.Foreign(s)) == 0
}

// requiresFields reports whether each name that s requires has a field that shows it: a loose one may be absent and its member
// there all the same.
func (p *Classes) requiresFields(s *api.Schema) bool {
	if len(s.Object.Required) == 0 {
		return true
	}
	own := analysis.PropertyNames(s)
	for _, r := range s.Object.Required {
		if own[r.Name] {
			continue
		}
		if seen := p.analysis.View(s).ByName[r.Name]; seen == nil && !KeepsNames(s, s.Object) || seen != nil && !seen.Certain {
			return false
		}
	}
	return true
}

// KeepsNames reports whether a required name without property can have a field of any type.
func KeepsNames(s *api.Schema, o *api.ObjectRules) bool {
	return !ClosesWhole(s) && o.AdditionalProperties == nil && o.PatternProperties == nil &&
		(o.UnevaluatedProperties == nil || o.UnevaluatedProperties.Form != api.FormFalse)
}

// staticUnion: each leaf has the keywords of its type. Where the leaves are not provably disjoint, nothing is static.
func (p *Classes) staticUnion(s *api.Schema, set *analysis.Keywords) {
	if p.analysis.Choice(s).Ruled {
		*set = analysis.Keywords{}
		return
	}
	set.Add(api.KwOneOf, api.KwAnyOf)
	if p.analysis.Choice(s).Keyword == api.KwType {
		for _, t := range analysis.ValueTypes(s) {
			*set = set.With(analysis.ForType(t))
		}
		set.Add(api.KwFormat)
	}
}

// staticScalar adds the keywords that checks on a scalar look at. They see strings and numbers as Go has them, so a length of a
// UUID or a pattern of a date is none.
func (p *Classes) staticScalar(s *api.Schema, kind gomodel.ScalarKind, set *analysis.Keywords) {
	switch kind {
	case gomodel.String:
		set.Add(api.KwMinLength, api.KwMaxLength, api.KwConst)
		if s.String != nil && s.String.Pattern != nil {
			p.planPattern(s) // one without translation is reported there; no rule could say it either
			set.Add(api.KwPattern)
		}
	case gomodel.Bool:
		set.Add(api.KwConst, api.KwEnum)
	case gomodel.Int32, gomodel.Int64, gomodel.Uint64:
		set.Add(api.KwMultipleOf, api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum)
		if s.Const != nil && LiteralOf(s.Const.Value, kind) != nil {
			set.Add(api.KwConst)
		}
	case gomodel.Float64, gomodel.Decimal:
		set.Add(api.KwMultipleOf, api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum)
	}
}

// comparable reports whether the items of a list are built-in scalars that == compares as JSON does.
func (p *Classes) comparable(items *api.Schema) bool {
	if items == nil {
		return false
	}
	core, orNull := p.analysis.Peel(items)
	if orNull || p.isDeclared(core) || p.Classify(core) != Scalar || p.AcceptsNull(core) || p.Residue(core, Scalar) != (analysis.Keywords{}) {
		return false
	}
	switch p.ScalarKind(core) {
	case gomodel.String, gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Uint64, gomodel.Float64:
		return true
	}
	return false
}

// isDeclared reports whether a schema has a type because it is a component, or what a component stands for.
func (p *Classes) isDeclared(core *api.Schema) bool {
	if p.declared == nil {
		p.declared = map[*api.Schema]bool{}
		for _, c := range p.directions.Components {
			p.declared[p.analysis.Core(c.Schema)] = true
		}
	}
	return p.declared[core]
}

// Residue returns the keywords of s that a Go type of a class does not show: those of its rule.
func (p *Classes) Residue(s *api.Schema, c Class) analysis.Keywords {
	if c == Anything {
		return analysis.Keywords{}
	}
	set := analysis.Asserted(s).Minus(p.Static(s, c))
	idle := p.analysis.Idle(s)
	return set.Minus(idle)
}

// staticTuple adds what the fields of a tuple show. A length that cuts fields off, or counts what comes behind them, does not.
func staticTuple(a *api.ArrayRules, set *analysis.Keywords) {
	set.Add(api.KwPrefixItems, api.KwItems)
	if a.MinItems != nil && analysis.Size(a.MinItems, 0) <= len(a.PrefixItems) {
		set.Add(api.KwMinItems)
	}
	if _, closed := analysis.ClosedTuple(a); closed && analysis.Size(a.MaxItems, -1) == len(a.PrefixItems) {
		set.Add(api.KwMaxItems)
	}
}
