package sets

import (
	"math/big"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Has reports whether a value is in a schema; known is false where nobody can say, such as for a format that is not known exactly.
func (s *Solver) Has(schema *api.Schema, v api.Value) (is, known bool) {
	status := s.check(schema, v, 0)
	return status == Inhabited, status != Unknown
}

// maxNesting bounds schemas that apply each other to the same value, and values in values.
const maxNesting = 1000

// check judges a value: Inhabited if it is in the schema, Empty if it is not.
func (s *Solver) check(schema *api.Schema, v api.Value, depth int) Status {
	if schema.Form != api.FormObject {
		return truth(schema.Form == api.FormTrue)
	}
	if depth > maxNesting {
		return Unknown
	}
	status := truth(typeHolds(schema.Types, v) && valueHolds(schema, v))
	if status == Empty {
		return Empty
	}
	switch v := v.(type) {
	case api.Number:
		status = both(status, s.checkNumber(schema, v))
	case api.String:
		status = both(status, s.checkText(schema, string(v)))
	case api.Array:
		status = both(status, s.checkArray(schema, v, depth))
	case api.Object:
		status = both(status, s.checkObject(schema, v, depth))
	}
	for _, ref := range refs(schema) {
		switch {
		case status == Empty:
			return Empty
		case ref.Target == nil, ref.Dynamic && s.classes.Moves(ref):
			status = Unknown
		default:
			status = both(status, s.check(ref.Target, v, depth+1))
		}
	}
	if status != Empty && schema.Compose != nil {
		status = both(status, s.checkComposition(schema.Compose, v, depth))
	}
	if status != Empty {
		status = both(status, s.checkUnevaluated(schema, v, depth))
	}
	return status
}

func typeHolds(types []api.Type, v api.Value) bool {
	for _, t := range types {
		if kindOf(v).takes(t) {
			if n, ok := v.(api.Number); !ok || t != api.TypeInteger || n.IsInteger() {
				return true
			}
		}
	}
	return types == nil
}

func valueHolds(schema *api.Schema, v api.Value) bool {
	if schema.Const != nil && !api.Equal(schema.Const.Value, v) {
		return false
	}
	for _, e := range schema.Enum {
		if api.Equal(e.Value, v) {
			return true
		}
	}
	return schema.Enum == nil
}

func (s *Solver) checkNumber(schema *api.Schema, v api.Number) Status {
	status := Inhabited
	if schema.Format != "" && s.asserts(schema.Format, true) {
		status = numberFormatHolds(schema.Format, v)
	}
	n := schema.Number
	if n == nil {
		return status
	}
	fits := (n.Minimum == nil || v.Cmp(*n.Minimum) >= 0) && (n.ExclusiveMinimum == nil || v.Cmp(*n.ExclusiveMinimum) > 0) &&
		(n.Maximum == nil || v.Cmp(*n.Maximum) <= 0) && (n.ExclusiveMaximum == nil || v.Cmp(*n.ExclusiveMaximum) < 0)
	status = both(status, truth(fits))
	if n.MultipleOf != nil && n.MultipleOf.Sign() > 0 {
		x, ok := ratOf(v)
		y, fine := ratOf(*n.MultipleOf)
		if !ok || !fine {
			return both(status, Unknown)
		}
		status = both(status, truth(new(big.Rat).Quo(x, y).IsInt()))
	}
	return status
}

func (s *Solver) checkText(schema *api.Schema, v string) Status {
	status := Inhabited
	if schema.Format != "" && s.asserts(schema.Format, false) {
		status = s.formatHolds(schema.Format, v)
	}
	t := schema.String
	if t == nil {
		return status
	}
	n := api.Int(int64(utf8.RuneCountInString(v)))
	status = both(status, truth((t.MinLength == nil || n.Cmp(*t.MinLength) >= 0) && (t.MaxLength == nil || n.Cmp(*t.MaxLength) <= 0)))
	if t.Pattern != nil {
		status = both(status, matches{pattern: *t.Pattern}.holds(s, api.String(v)))
	}
	return status
}

func (s *Solver) checkArray(schema *api.Schema, v api.Array, depth int) Status {
	a := schema.Array
	if a == nil {
		return Inhabited
	}
	n := api.Int(int64(len(v)))
	status := truth((a.MinItems == nil || n.Cmp(*a.MinItems) >= 0) && (a.MaxItems == nil || n.Cmp(*a.MaxItems) <= 0) && (!a.UniqueItems || unique(v)))
	found, open := 0, 0
	for i, item := range v {
		if status == Empty {
			return Empty
		}
		if i < len(a.PrefixItems) {
			status = both(status, s.check(a.PrefixItems[i], item, depth+1))
		} else if a.Items != nil {
			status = both(status, s.check(a.Items, item, depth+1))
		}
		if a.Contains != nil {
			switch s.check(a.Contains, item, depth+1) {
			case Inhabited:
				found++
			case Unknown:
				open++
			}
		}
	}
	if a.Contains == nil {
		return status
	}
	least, most := contained(a)
	fits := func(n int) bool { return n >= least && (most < 0 || n <= most) }
	if fits(found) && fits(found+open) {
		return status
	}
	if open > 0 && found+open >= least && (most < 0 || found <= most) {
		return both(status, Unknown)
	}
	return Empty
}

// contained returns how many items contains asks for; most < 0 is no limit.
func contained(a *api.ArrayRules) (fewest, greatest int) {
	fewest, greatest = 1, -1
	if a.MinContains != nil {
		fewest = least(*a.MinContains)
	}
	if a.MaxContains != nil {
		greatest = most(*a.MaxContains)
	}
	return fewest, greatest
}

func unique(v api.Array) bool {
	seen := map[string]bool{}
	for _, item := range v {
		text := api.Canonical(item)
		if seen[text] {
			return false
		}
		seen[text] = true
	}
	return true
}

func (s *Solver) checkObject(schema *api.Schema, v api.Object, depth int) Status {
	o := schema.Object
	if o == nil {
		return Inhabited
	}
	n := api.Int(int64(len(v)))
	if o.MinProperties != nil && n.Cmp(*o.MinProperties) < 0 || o.MaxProperties != nil && n.Cmp(*o.MaxProperties) > 0 {
		return Empty
	}
	for _, r := range o.Required {
		if _, ok := v.Get(r.Name); !ok {
			return Empty
		}
	}
	status := Inhabited
	for _, d := range o.DependentRequired {
		if _, ok := v.Get(d.Name); ok {
			for _, name := range d.Value {
				if _, ok := v.Get(name); !ok {
					return Empty
				}
			}
		}
	}
	for _, d := range o.DependentSchemas {
		if _, ok := v.Get(d.Name); ok {
			status = both(status, s.check(d.Value, v, depth+1))
		}
	}
	for _, m := range v {
		if status == Empty {
			return Empty
		}
		status = both(status, s.checkMember(schema, m, depth))
	}
	return status
}

func (s *Solver) checkMember(schema *api.Schema, m api.Member, depth int) Status {
	status := Inhabited
	if names := schema.Object.PropertyNames; names != nil {
		status = s.check(names, api.String(m.Name), depth+1)
	}
	for _, d := range s.parts(schema) {
		is := d.scope.has(s, m.Name)
		if is == Empty || status == Empty {
			continue
		}
		value := s.check(d.schema, m.Value, depth+1)
		if is == Unknown && value != Inhabited {
			value = Unknown
		}
		status = both(status, value)
	}
	return status
}

func (s *Solver) checkComposition(k *api.Composition, v api.Value, depth int) Status {
	status := Inhabited
	for _, part := range k.AllOf {
		if status = both(status, s.check(part, v, depth+1)); status == Empty {
			return Empty
		}
	}
	if k.AnyOf != nil {
		yes, open := s.count(k.AnyOf, v, depth)
		if yes+open == 0 {
			return Empty
		}
		if yes == 0 {
			status = both(status, Unknown)
		}
	}
	if k.OneOf != nil {
		yes, open := s.count(k.OneOf, v, depth)
		switch {
		case yes > 1, yes+open == 0:
			return Empty
		case open > 0:
			status = both(status, Unknown)
		}
	}
	if k.Not != nil {
		status = both(status, negate(s.check(k.Not, v, depth+1)))
	}
	if k.If == nil || k.Then == nil && k.Else == nil || status == Empty {
		return status
	}
	return both(status, s.checkCondition(k, v, depth))
}

func (s *Solver) checkCondition(k *api.Composition, v api.Value, depth int) Status {
	part := func(schema *api.Schema) Status {
		if schema == nil {
			return Inhabited
		}
		return s.check(schema, v, depth+1)
	}
	switch s.check(k.If, v, depth+1) {
	case Inhabited:
		return part(k.Then)
	case Empty:
		return part(k.Else)
	}
	if a, b := part(k.Then), part(k.Else); a == b {
		return a
	}
	return Unknown
}

// count counts the schemas that have a value, and those of which nobody can say.
func (s *Solver) count(parts []*api.Schema, v api.Value, depth int) (yes, open int) {
	for _, part := range parts {
		switch s.check(part, v, depth+1) {
		case Inhabited:
			yes++
		case Unknown:
			open++
		}
	}
	return yes, open
}
