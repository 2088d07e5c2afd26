package plan

import (
	"math"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// findChecks decides which types have something to check, so that types without call nothing. It starts with none and goes on
// until nothing changes, which is right for recursive types too.
func (p *planner) findChecks() {
	p.bits = map[*typ]bool{}
	for changed := true; changed; {
		changed = false
		for t := range p.all() {
			if !p.bits[t] && p.checksInside(t) {
				p.bits[t], changed = true, true
			}
		}
	}
}

func (p *planner) checksInside(t *typ) bool {
	if p.table.Of(t).Name != "" {
		return true
	}
	switch def := t.def.(type) {
	case enumDef:
		return len(p.enumChecks(t, def)) > 0
	case *unionDef:
		return true
	case scalarDef:
		return len(p.scalarRules(t.schema, def.kind, nil)) > 0
	case listDef:
		return itemsCheck(t.schema) != nil || p.checksUnique(t.schema) || p.useChecks(def.elem)
	case dictDef:
		return len(p.mapChecks(t.schema)) > 0 || p.useChecks(def.elem)
	case *structDef:
		for _, m := range def.members {
			if !t.tags[m.wire] && (mustBePresent(m) || p.useChecks(m.use)) {
				return true
			}
		}
		return def.extra != nil && p.useChecks(*def.extra)
	}
	return false
}

func isAnythingShape(u use) bool {
	_, ok := u.shape.(anything)
	return ok
}

// useChecks reports whether a value at a place has something to check.
func (p *planner) useChecks(u use) bool {
	if u.judged {
		return false
	}
	switch s := u.shape.(type) {
	case scalar:
		return len(p.scalarRules(u.schema, s.kind, nil)) > 0
	case list:
		return itemsCheck(u.schema) != nil || p.checksUnique(u.schema) || p.useChecks(s.elem)
	case dict:
		return len(p.mapChecks(u.schema)) > 0 || p.useChecks(s.elem)
	case named:
		return p.bits[s.typ]
	case anything:
		return p.judged(u.schema)
	}
	return false
}

// checks returns the checks of a value at a place; owner names its patterns.
func (u unit) checks(v use, owner string) (checks []gomodel.Check) {
	if !u.useChecks(v) {
		return nil
	}
	switch s := v.shape.(type) {
	case scalar:
		return u.scalarChecks(v.schema, s.kind, owner)
	case list:
		return u.appendEach(u.sizeChecks(v.schema), s.elem, owner+"Item")
	case dict:
		return u.appendEach(u.mapChecks(v.schema), s.elem, owner+"Value")
	case named:
		return u.namedChecks(s.typ)
	case anything:
		if name := u.table.Raw(v.schema); name != "" {
			return []gomodel.Check{gomodel.ByRule{Rule: name}}
		}
	}
	return nil
}

func (u unit) appendEach(checks []gomodel.Check, elem use, owner string) []gomodel.Check {
	if inner := u.checks(elem, owner); inner != nil {
		checks = append(checks, gomodel.Each{Checks: inner})
	}
	return checks
}

// namedChecks: scalars are checked in place, which costs no interface; the others by their own method.
func (u unit) namedChecks(t *typ) []gomodel.Check {
	if u.table.Of(t).Name != "" && !t.isRuledUnion() {
		return []gomodel.Check{gomodel.Inside{}}
	}
	switch def := t.def.(type) {
	case enumDef:
		return u.enumChecks(t, def)
	case scalarDef:
		return u.scalarChecks(t.schema, def.kind, u.named.Type(t))
	case *unionDef:
		return []gomodel.Check{gomodel.InsideUnion{Type: u.named.Own(u.named.Type(t))}}
	}
	return []gomodel.Check{gomodel.Inside{}}
}

func (p *planner) enumChecks(t *typ, def enumDef) (checks []gomodel.Check) {
	if !def.open {
		checks = append(checks, gomodel.InEnum{Var: p.valuesName(t)})
	}
	return append(checks, p.formatChecks(t.schema, def.kind)...)
}

func (p *planner) valuesName(t *typ) string { return "values" + p.named.Type(t) }

// scalarChecks returns the checks of a scalar. owner names the variable of its pattern.
func (u unit) scalarChecks(s *api.Schema, kind gomodel.ScalarKind, owner string) []gomodel.Check {
	return u.scalarRules(s, kind, func(x *pattern) string { return u.patternName(x, owner) })
}

// scalarRules is scalarChecks with another way to name patterns; nil: they need no names, because nobody prints the checks.
func (p *planner) scalarRules(s *api.Schema, kind gomodel.ScalarKind, name func(*pattern) string) (checks []gomodel.Check) {
	if s == nil {
		return nil
	}
	switch kind {
	case gomodel.String:
		if c := lengthCheck(s.String); c != nil {
			checks = append(checks, c)
		}
		if pattern := p.patternOf(s); pattern != nil {
			match := gomodel.Match{}
			if name != nil {
				match.Var = name(pattern)
			}
			checks = append(checks, match)
		}
	case gomodel.Int32, gomodel.Int64:
		if c := intRange(s.Number); c != nil {
			checks = append(checks, c)
		}
	case gomodel.Float64:
		if c := floatRange(s.Number); c != nil {
			checks = append(checks, c)
		}
	}
	checks = append(checks, p.formatChecks(s, kind)...)
	if n := s.Number; n != nil && n.MultipleOf != nil && kind != gomodel.String && kind != gomodel.Bool {
		checks = append(checks, gomodel.MultipleOf{Of: n.MultipleOf.String()})
	}
	if kind == gomodel.Bool && s.Const == nil && len(p.enumValues(s)) == 1 {
		checks = append(checks, gomodel.Equals{Value: literalOf(s.Enum[p.enumValues(s)[0]].Value, kind)})
	}
	if set := p.static(s, isScalar); s.Const != nil && set.has(api.KwConst) {
		if value := literalOf(s.Const.Value, kind); value != nil {
			checks = append(checks, gomodel.Equals{Value: value})
		}
	}
	return checks
}

func lengthCheck(r *api.StringRules) gomodel.Check {
	if r == nil || r.MinLength == nil && r.MaxLength == nil {
		return nil
	}
	c := gomodel.Length{Min: size(r.MinLength, 0), Max: size(r.MaxLength, -1)}
	if c == (gomodel.Length{Max: -1}) {
		return nil
	}
	return c
}

// size returns a length as int. One beyond any Go value is as good as none for a maximum, and unreachable for a minimum.
func size(n *api.Number, absent int) int {
	if n == nil {
		return absent
	}
	if i, ok := n.Int64(); ok && i <= math.MaxInt32 {
		return int(i)
	}
	if absent < 0 {
		return -1
	}
	return math.MaxInt32
}

// checksUnique reports whether a check, and no rule, sees to uniqueItems.
func (p *planner) checksUnique(s *api.Schema) bool {
	if s == nil || s.Array == nil || !s.Array.UniqueItems {
		return false
	}
	set := p.static(s, isList)
	return set.has(api.KwUniqueItems)
}

// sizeChecks returns the checks of a list as a whole: how many elements, and whether they differ.
func (p *planner) sizeChecks(s *api.Schema) (checks []gomodel.Check) {
	if c := itemsCheck(s); c != nil {
		checks = append(checks, c)
	}
	if p.checksUnique(s) {
		checks = append(checks, gomodel.Unique{})
	}
	return checks
}

func itemsCheck(s *api.Schema) gomodel.Check {
	if s == nil || s.Array == nil || s.Array.MinItems == nil && s.Array.MaxItems == nil {
		return nil
	}
	return gomodel.Items{Min: size(s.Array.MinItems, 0), Max: size(s.Array.MaxItems, -1)}
}

// mapChecks returns the checks of a map as a whole: how many members, and which.
func (p *planner) mapChecks(s *api.Schema) (checks []gomodel.Check) {
	if s == nil || s.Object == nil {
		return nil
	}
	if o := s.Object; o.MinProperties != nil || o.MaxProperties != nil {
		checks = append(checks, gomodel.Properties{Min: size(o.MinProperties, 0), Max: size(o.MaxProperties, -1)})
	}
	if set := p.static(s, isDict); len(s.Object.Required) > 0 && set.has(api.KwRequired) {
		names := make([]string, len(s.Object.Required))
		for i, r := range s.Object.Required {
			names[i] = r.Name
		}
		checks = append(checks, gomodel.Requires{Names: names})
	}
	return checks
}

// intRange rounds all bounds inwards to inclusive integers.
func intRange(r *api.NumberRules) gomodel.Check {
	if r == nil {
		return nil
	}
	none := gomodel.IntRange{Min: math.MaxInt64, Max: math.MinInt64} // a bound that no int64 satisfies
	c := gomodel.IntRange{Min: math.MinInt64, Max: math.MaxInt64}
	if n, exclusive := stricter(r.Minimum, r.ExclusiveMinimum, 1); n != nil {
		least, possible := ceiling(*n, exclusive)
		if !possible {
			return none
		}
		c.Min = least
	}
	if n, exclusive := stricter(r.Maximum, r.ExclusiveMaximum, -1); n != nil {
		greatest, possible := floor(*n, exclusive)
		if !possible {
			return none
		}
		c.Max = greatest
	}
	if c.Min == math.MinInt64 && c.Max == math.MaxInt64 {
		return nil
	}
	return c
}
