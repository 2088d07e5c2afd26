package judge

import (
	"math/big"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// maxNesting bounds schemas that apply each other to the same value, and values in values.
const maxNesting = 1000

// Check says whether a value is in a schema.
func (s *Judge) Check(schema *api.Schema, v api.Value) Status { return s.check(schema, v, 0) }

func (s *Judge) check(schema *api.Schema, v api.Value, depth int) Status {
	if schema.Form != api.FormObject {
		return Truth(schema.Form == api.FormTrue)
	}
	if depth > maxNesting {
		return Unknown
	}
	status := Truth(typeHolds(schema.Types, v) && valueHolds(schema, v))
	if status == No {
		return No
	}
	switch v := v.(type) {
	case api.Number:
		status = Both(status, s.checkNumber(schema, v))
	case api.String:
		status = Both(status, s.checkText(schema, string(v)))
	case api.Array:
		status = Both(status, s.checkArray(schema, v, depth))
	case api.Object:
		status = Both(status, s.checkObject(schema, v, depth))
	}
	for _, ref := range Refs(schema) {
		switch {
		case status == No:
			return No
		case ref.Target == nil, ref.Dynamic && s.classes.Moves(ref):
			status = Unknown
		default:
			status = Both(status, s.check(ref.Target, v, depth+1))
		}
	}
	if status != No && schema.Compose != nil {
		status = Both(status, s.checkComposition(schema.Compose, v, depth))
	}
	if status != No {
		status = Both(status, s.checkUnevaluated(schema, v, depth))
	}
	return status
}

func typeHolds(types []api.Type, v api.Value) bool {
	for _, t := range types {
		if KindOf(v).Takes(t) {
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

func (s *Judge) checkNumber(schema *api.Schema, v api.Number) Status {
	status := Yes
	if schema.Format != "" && s.Asserts(schema.Format, true) {
		status = numberFormatHolds(schema.Format, v)
	}
	n := schema.Number
	if n == nil {
		return status
	}
	fits := (n.Minimum == nil || v.Cmp(*n.Minimum) >= 0) && (n.ExclusiveMinimum == nil || v.Cmp(*n.ExclusiveMinimum) > 0) &&
		(n.Maximum == nil || v.Cmp(*n.Maximum) <= 0) && (n.ExclusiveMaximum == nil || v.Cmp(*n.ExclusiveMaximum) < 0)
	status = Both(status, Truth(fits))
	if n.MultipleOf != nil && n.MultipleOf.Sign() > 0 {
		x, ok := Rat(v)
		y, fine := Rat(*n.MultipleOf)
		if !ok || !fine {
			return Both(status, Unknown)
		}
		status = Both(status, Truth(new(big.Rat).Quo(x, y).IsInt()))
	}
	return status
}

func (s *Judge) checkText(schema *api.Schema, v string) Status {
	status := Yes
	if schema.Format != "" && s.Asserts(schema.Format, false) {
		status = s.formatHolds(schema.Format, v)
	}
	t := schema.String
	if t == nil {
		return status
	}
	n := api.Int(int64(utf8.RuneCountInString(v)))
	status = Both(status, Truth((t.MinLength == nil || n.Cmp(*t.MinLength) >= 0) && (t.MaxLength == nil || n.Cmp(*t.MaxLength) <= 0)))
	if t.Pattern != nil {
		status = Both(status, s.matches(*t.Pattern, v))
	}
	return status
}

func (s *Judge) checkArray(schema *api.Schema, v api.Array, depth int) Status {
	a := schema.Array
	if a == nil {
		return Yes
	}
	n := api.Int(int64(len(v)))
	fitting := (a.MinItems == nil || n.Cmp(*a.MinItems) >= 0) && (a.MaxItems == nil || n.Cmp(*a.MaxItems) <= 0)
	status := Truth(fitting && (!a.UniqueItems || unique(v)))
	found, open := 0, 0
	for i, item := range v {
		if status == No {
			return No
		}
		if i < len(a.PrefixItems) {
			status = Both(status, s.check(a.PrefixItems[i], item, depth+1))
		} else if a.Items != nil {
			status = Both(status, s.check(a.Items, item, depth+1))
		}
		if a.Contains != nil {
			switch s.check(a.Contains, item, depth+1) {
			case Yes:
				found++
			case Unknown:
				open++
			}
		}
	}
	if a.Contains == nil {
		return status
	}
	least, most := Contained(a)
	fits := func(n int) bool { return n >= least && (most < 0 || n <= most) }
	if fits(found) && fits(found+open) {
		return status
	}
	if open > 0 && found+open >= least && (most < 0 || found <= most) {
		return Both(status, Unknown)
	}
	return No
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

func (s *Judge) checkObject(schema *api.Schema, v api.Object, depth int) Status {
	o := schema.Object
	if o == nil {
		return Yes
	}
	n := api.Int(int64(len(v)))
	if o.MinProperties != nil && n.Cmp(*o.MinProperties) < 0 || o.MaxProperties != nil && n.Cmp(*o.MaxProperties) > 0 {
		return No
	}
	for _, r := range o.Required {
		if _, ok := v.Get(r.Name); !ok {
			return No
		}
	}
	status := Yes
	for _, d := range o.DependentRequired {
		if _, ok := v.Get(d.Name); ok {
			for _, name := range d.Value {
				if _, ok := v.Get(name); !ok {
					return No
				}
			}
		}
	}
	for _, d := range o.DependentSchemas {
		if _, ok := v.Get(d.Name); ok {
			status = Both(status, s.check(d.Value, v, depth+1))
		}
	}
	for _, m := range v {
		if status == No {
			return No
		}
		status = Both(status, s.checkMember(schema, m, depth))
	}
	return status
}

func (s *Judge) checkMember(schema *api.Schema, m api.Member, depth int) Status {
	status := Yes
	if names := schema.Object.PropertyNames; names != nil {
		status = s.check(names, api.String(m.Name), depth+1)
	}
	for _, d := range s.Parts(schema) {
		is := d.Scope.Has(s, m.Name)
		if is == No || status == No {
			continue
		}
		value := s.check(d.Schema, m.Value, depth+1)
		if is == Unknown && value != Yes {
			value = Unknown
		}
		status = Both(status, value)
	}
	return status
}

func (s *Judge) checkComposition(k *api.Composition, v api.Value, depth int) Status {
	status := Yes
	for _, part := range k.AllOf {
		if status = Both(status, s.check(part, v, depth+1)); status == No {
			return No
		}
	}
	if k.AnyOf != nil {
		yes, open := s.count(k.AnyOf, v, depth)
		if yes+open == 0 {
			return No
		}
		if yes == 0 {
			status = Both(status, Unknown)
		}
	}
	if k.OneOf != nil {
		yes, open := s.count(k.OneOf, v, depth)
		switch {
		case yes > 1, yes+open == 0:
			return No
		case open > 0:
			status = Both(status, Unknown)
		}
	}
	if k.Not != nil {
		status = Both(status, Negate(s.check(k.Not, v, depth+1)))
	}
	if k.If == nil || k.Then == nil && k.Else == nil || status == No {
		return status
	}
	return Both(status, s.checkCondition(k, v, depth))
}

func (s *Judge) checkCondition(k *api.Composition, v api.Value, depth int) Status {
	part := func(schema *api.Schema) Status {
		if schema == nil {
			return Yes
		}
		return s.check(schema, v, depth+1)
	}
	switch s.check(k.If, v, depth+1) {
	case Yes:
		return part(k.Then)
	case No:
		return part(k.Else)
	}
	if a, b := part(k.Then), part(k.Else); a == b {
		return a
	}
	return Unknown
}

// count counts the schemas that have a value, and those of which nobody can say.
func (s *Judge) count(parts []*api.Schema, v api.Value, depth int) (yes, open int) {
	for _, part := range parts {
		switch s.check(part, v, depth+1) {
		case Yes:
			yes++
		case Unknown:
			open++
		}
	}
	return yes, open
}

// Refs returns the references of a schema.
func Refs(s *api.Schema) (list []*api.Ref) {
	if s.Ref != nil {
		list = append(list, s.Ref)
	}
	if s.Core != nil && s.Core.DynamicRef != nil {
		list = append(list, s.Core.DynamicRef)
	}
	return list
}
