package declarations

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// findChecks decides which types have something to check, so that types without call nothing. It starts with none and goes on
// until nothing changes, which is right for recursive types too.
func (b *Builder) findChecks() {
	b.checked = map[*shapes.Type]bool{}
	for changed := true; changed; {
		changed = false
		for t := range b.Shapes.All() {
			if !b.checked[t] && b.checksInside(t) {
				b.checked[t], changed = true, true
			}
		}
	}
}

func (b *Builder) checksInside(t *shapes.Type) bool {
	if b.Rules.Of(t).Name != "" || checksByMethod(t) {
		return true
	}
	switch def := t.Def.(type) {
	case shapes.EnumDef:
		return len(b.enumChecks(t, def)) > 0
	case *shapes.UnionDef:
		return true
	case shapes.ScalarDef:
		return len(b.allScalarChecks(t.Schema, def.Kind, nil)) > 0
	case shapes.ListDef:
		return ItemsCheck(t.Schema) != nil || b.checksUnique(t.Schema) || b.HasChecks(def.Elem)
	case shapes.MapDef:
		return len(b.mapChecks(t.Schema)) > 0 || b.HasChecks(def.Elem)
	case *shapes.StructDef:
		for _, m := range def.Members {
			if !t.Tags[m.Wire] && (mustBePresent(m) || b.mustBeGiven(t, m) || b.HasChecks(m.Use)) {
				return true
			}
		}
		return def.Extra != nil && b.HasChecks(*def.Extra)
	}
	return false
}

// HasChecks reports whether a value at a place has something to check.
func (b *Builder) HasChecks(u shapes.Use) bool {
	if u.Judged {
		return false
	}
	switch s := u.Shape.(type) {
	case shapes.Scalar:
		return len(b.allScalarChecks(u.Schema, s.Kind, nil)) > 0
	case shapes.List:
		return ItemsCheck(u.Schema) != nil || b.checksUnique(u.Schema) || b.HasChecks(s.Elem)
	case shapes.Map:
		return len(b.mapChecks(u.Schema)) > 0 || b.HasChecks(s.Elem)
	case shapes.Named:
		return b.checked[s.Type]
	case shapes.Anything:
		return b.Analysis.Judged(u.Schema)
	}
	return false
}

// Checks returns the checks of a value at a place; owner names its patterns.
func (u Unit) Checks(v shapes.Use, owner string) (checks []gomodel.Check) {
	if !u.HasChecks(v) {
		return nil
	}
	switch s := v.Shape.(type) {
	case shapes.Scalar:
		return u.scalarChecks(v.Schema, s.Kind, owner)
	case shapes.List:
		return u.appendEach(u.sizeChecks(v.Schema), s.Elem, owner+"Item")
	case shapes.Map:
		return u.appendEach(u.mapChecks(v.Schema), s.Elem, owner+"Value")
	case shapes.Named:
		return u.namedChecks(s.Type)
	case shapes.Anything:
		if name := u.Rules.Raw(v.Schema); name != "" {
			return []gomodel.Check{gomodel.ByRule{Rule: name}}
		}
	}
	return nil
}

func (u Unit) appendEach(checks []gomodel.Check, elem shapes.Use, owner string) []gomodel.Check {
	if inner := u.Checks(elem, owner); inner != nil {
		checks = append(checks, gomodel.Each{Checks: inner})
	}
	return checks
}

// namedChecks: scalars are checked in place, which costs no interface; the others by their own method.
func (u Unit) namedChecks(t *shapes.Type) []gomodel.Check {
	if u.Rules.Of(t).Name != "" && !t.IsRuledUnion() {
		return []gomodel.Check{gomodel.Inside{}}
	}
	switch def := t.Def.(type) {
	case shapes.EnumDef:
		return u.enumChecks(t, def)
	case shapes.ScalarDef:
		return u.scalarChecks(t.Schema, def.Kind, u.Names.Type(t))
	case *shapes.UnionDef:
		return []gomodel.Check{gomodel.InsideUnion{Type: u.Names.Own(u.Names.Type(t))}}
	}
	return []gomodel.Check{gomodel.Inside{}}
}

func (b *Builder) enumChecks(t *shapes.Type, def shapes.EnumDef) (checks []gomodel.Check) {
	if !def.Open {
		checks = append(checks, gomodel.InEnum{Var: valuesName(b, t)})
	}
	return append(checks, b.FormatChecks(t.Schema, def.Kind)...)
}

func valuesName(b *Builder, t *shapes.Type) string { return "values" + b.Names.Type(t) }

// scalarChecks returns the checks of a scalar. owner names the variable of its pattern.
func (u Unit) scalarChecks(s *api.Schema, kind gomodel.ScalarKind, owner string) []gomodel.Check {
	return u.allScalarChecks(s, kind, func(x *classes.Pattern) string { return u.patternName(x, owner) })
}

// allScalarChecks is scalarChecks with another way to name patterns; nil: they need no names, because nobody prints the checks.
func (b *Builder) allScalarChecks(s *api.Schema, kind gomodel.ScalarKind, name func(*classes.Pattern) string) (checks []gomodel.Check) {
	if s == nil {
		return nil
	}
	switch kind {
	case gomodel.String:
		if c := LengthCheck(s.String); c != nil {
			checks = append(checks, c)
		}
		if pattern := b.Classes.PatternOf(s); pattern != nil {
			match := gomodel.Match{}
			if name != nil {
				match.Var = name(pattern)
			}
			checks = append(checks, match)
		}
	default:
		checks = append(checks, BoundChecks(s.Number, kind)...)
	}
	checks = append(checks, b.FormatChecks(s, kind)...)
	if n := s.Number; n != nil && n.MultipleOf != nil && kind != gomodel.String && kind != gomodel.Bool {
		checks = append(checks, gomodel.MultipleOf{Of: n.MultipleOf.String()})
	}
	if kind == gomodel.Bool && s.Const == nil && len(b.Analysis.EnumValues(s)) == 1 {
		checks = append(checks, gomodel.Equals{Value: classes.LiteralOf(s.Enum[b.Analysis.EnumValues(s)[0]].Value, kind)})
	}
	if set := b.Classes.Static(s, classes.Scalar); s.Const != nil && set.Has(api.KwConst) {
		if value := classes.LiteralOf(s.Const.Value, kind); value != nil {
			checks = append(checks, gomodel.Equals{Value: value})
		}
	}
	return checks
}

// LengthCheck returns the check of the length of a string, nil for none.
func LengthCheck(r *api.StringRules) gomodel.Check {
	if r == nil || r.MinLength == nil && r.MaxLength == nil {
		return nil
	}
	c := gomodel.Length{Min: analysis.Size(r.MinLength, 0), Max: analysis.Size(r.MaxLength, -1)}
	if c == (gomodel.Length{Max: -1}) {
		return nil
	}
	return c
}

// checksUnique reports whether a check, and no rule, sees to uniqueItems.
func (b *Builder) checksUnique(s *api.Schema) bool {
	if s == nil || s.Array == nil || !s.Array.UniqueItems {
		return false
	}
	set := b.Classes.Static(s, classes.List)
	return set.Has(api.KwUniqueItems)
}

// sizeChecks returns the checks of a list as a whole: how many elements, and whether they differ.
func (b *Builder) sizeChecks(s *api.Schema) (checks []gomodel.Check) {
	if c := ItemsCheck(s); c != nil {
		checks = append(checks, c)
	}
	if b.checksUnique(s) {
		checks = append(checks, gomodel.Unique{})
	}
	return checks
}

// ItemsCheck returns the check of the number of items, nil for none.
func ItemsCheck(s *api.Schema) gomodel.Check {
	if s == nil || s.Array == nil || s.Array.MinItems == nil && s.Array.MaxItems == nil {
		return nil
	}
	return gomodel.Items{Min: analysis.Size(s.Array.MinItems, 0), Max: analysis.Size(s.Array.MaxItems, -1)}
}

// mapChecks returns the checks of a map as a whole: how many members, and which.
func (b *Builder) mapChecks(s *api.Schema) (checks []gomodel.Check) {
	if s == nil || s.Object == nil {
		return nil
	}
	if o := s.Object; o.MinProperties != nil || o.MaxProperties != nil {
		checks = append(checks, gomodel.Properties{Min: analysis.Size(o.MinProperties, 0), Max: analysis.Size(o.MaxProperties, -1)})
	}
	if set := b.Classes.Static(s, classes.Map); len(s.Object.Required) > 0 && set.Has(api.KwRequired) {
		names := make([]string, len(s.Object.Required))
		for i, r := range s.Object.Required {
			names[i] = r.Name
		}
		checks = append(checks, gomodel.Requires{Names: names})
	}
	return checks
}
