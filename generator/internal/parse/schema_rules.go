package parse

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// numberRule: Validation 6.2.
func (r *schemaReader) numberRule(k api.Keyword, at tree.Place) api.Fate {
	if (k == api.KwExclusiveMinimum || k == api.KwExclusiveMaximum) && r.exclusiveKind(k, at) {
		return api.NoEffect // finishExclusive decides
	}
	v, ok := r.p.Number(at)
	if ok && k == api.KwMultipleOf && v.Sign() <= 0 {
		r.p.Fail(at.Pos(), diag.RuleValue, "\"multipleOf\" must be greater than 0, not %s", v)
		ok = false
	}
	if !ok {
		return api.Invalid
	}
	n := group(&r.s.Number)
	switch k {
	case api.KwMultipleOf:
		n.MultipleOf = v
	case api.KwMinimum:
		n.Minimum = v
	case api.KwMaximum:
		n.Maximum = v
	case api.KwExclusiveMinimum:
		n.ExclusiveMinimum = v
	case api.KwExclusiveMaximum:
		n.ExclusiveMaximum = v
	}
	return api.Kept
}

// stringRule: Validation 6.3.
func (r *schemaReader) stringRule(k api.Keyword, at tree.Place) api.Fate {
	switch k {
	case api.KwMinLength:
		return r.count(at, &group(&r.s.String).MinLength)
	case api.KwMaxLength:
		return r.count(at, &group(&r.s.String).MaxLength)
	}
	if at.Node.Kind != source.String {
		if !r.p.IsNull(at, "a string") {
			r.p.WrongType(at, "a string")
		}
		return api.Invalid
	}
	group(&r.s.String).Pattern = &at.Node.Text
	return api.Kept
}

// arrayRule: Core 10.3.1 and 11.2, Validation 6.4.
func (r *schemaReader) arrayRule(k api.Keyword, at tree.Place) api.Fate {
	a := group(&r.s.Array)
	switch k {
	case api.KwPrefixItems:
		return r.list(at, &a.PrefixItems)
	case api.KwItems:
		return r.one(at, &a.Items)
	case api.KwContains:
		return r.one(at, &a.Contains)
	case api.KwUnevaluatedItems:
		return r.one(at, &a.UnevaluatedItems)
	case api.KwMinContains:
		return r.count(at, &a.MinContains)
	case api.KwMaxContains:
		return r.count(at, &a.MaxContains)
	case api.KwMinItems:
		return r.count(at, &a.MinItems)
	case api.KwMaxItems:
		return r.count(at, &a.MaxItems)
	}
	return r.flag(at, &a.UniqueItems)
}

// members reads the keywords of objects that hold schemas: Core 10.3.2, 10.2.2.4 and 11.3.
func (r *schemaReader) members(k api.Keyword, at tree.Place) api.Fate {
	o := group(&r.s.Object)
	switch k {
	case api.KwProperties:
		f := r.byName(at, &o.Properties)
		if f == api.Kept && len(o.Properties) == 0 {
			o.Properties = nil // {} names no member, as if it were absent
			return api.NoEffect
		}
		return f
	case api.KwPatternProperties:
		return r.byName(at, &o.PatternProperties)
	case api.KwAdditionalProperties:
		return r.one(at, &o.AdditionalProperties)
	case api.KwPropertyNames:
		return r.one(at, &o.PropertyNames)
	case api.KwDependentSchemas:
		return r.byName(at, &o.DependentSchemas)
	}
	return r.one(at, &o.UnevaluatedProperties)
}

// objectRule: Validation 6.5.
func (r *schemaReader) objectRule(k api.Keyword, at tree.Place) api.Fate {
	o := group(&r.s.Object)
	switch k {
	case api.KwMinProperties:
		return r.count(at, &o.MinProperties)
	case api.KwMaxProperties:
		return r.count(at, &o.MaxProperties)
	case api.KwRequired:
		return r.required(at, o)
	}
	if at.Node.Kind != source.Object {
		r.p.WrongType(at, "an object")
		return api.Invalid
	}
	entries := r.p.Entries(at)
	o.DependentRequired = make([]api.Named[[]string], len(entries))
	for i, e := range entries {
		o.DependentRequired[i] = api.Named[[]string]{Name: e.Name, Pos: e.Key}
		for _, name := range r.names(e.Place) {
			o.DependentRequired[i].Value = append(o.DependentRequired[i].Value, name.Name)
		}
	}
	return api.Kept
}

func (r *schemaReader) required(at tree.Place, o *api.ObjectRules) api.Fate {
	if at.Node.Kind != source.Array {
		if !r.p.IsNull(at, "an array of property names") {
			f := r.p.WrongType(at, "an array of property names")
			if at.Node.Kind == source.Bool {
				f.Hint = "name the property in \"required\" of the schema of the object"
			}
		}
		return api.Invalid
	}
	o.Required = r.names(at)
	return api.Kept
}

// names reads a list of distinct property names.
func (r *schemaReader) names(at tree.Place) []api.Required {
	list := []api.Required{}
	seen := map[string]bool{}
	for _, item := range r.p.Elements(at) {
		name, ok := r.p.Text(item)
		if !ok {
			continue
		}
		if seen[name] {
			r.p.Warn(item.Pos(), diag.RuleValue, "%q is given twice", name)
			continue
		}
		seen[name] = true
		list = append(list, api.Required{Name: name, Pos: item.Pos()})
	}
	return list
}

// compose: Core 10.2.1 and 10.2.2.
func (r *schemaReader) compose(k api.Keyword, at tree.Place) api.Fate {
	c := group(&r.s.Compose)
	switch k {
	case api.KwAllOf:
		return r.list(at, &c.AllOf)
	case api.KwAnyOf:
		return r.list(at, &c.AnyOf)
	case api.KwOneOf:
		return r.list(at, &c.OneOf)
	case api.KwNot:
		return r.one(at, &c.Not)
	case api.KwIf:
		return r.one(at, &c.If)
	case api.KwThen:
		return r.one(at, &c.Then)
	}
	return r.one(at, &c.Else)
}

// content: Validation 8.
func (r *schemaReader) content(k api.Keyword, at tree.Place) api.Fate {
	c := group(&r.s.Content)
	switch k {
	case api.KwContentEncoding:
		return r.text(at, &c.Encoding)
	case api.KwContentMediaType:
		return r.text(at, &c.MediaType)
	}
	return r.one(at, &c.Schema)
}

// checkTogether marks keywords that mean nothing without another one.
func (r *schemaReader) checkTogether() {
	for i := range r.s.Marks {
		m := &r.s.Marks[i]
		var partner api.Keyword
		switch m.Keyword {
		case api.KwThen, api.KwElse:
			partner = api.KwIf
		case api.KwMinContains, api.KwMaxContains:
			partner = api.KwContains
		case api.KwContentSchema:
			partner = api.KwContentMediaType
		default:
			continue
		}
		if m.Fate == api.Kept && r.s.Written(partner) == nil {
			m.Fate = api.NoEffect
			r.p.Warn(r.s.At(m.Keyword), diag.RuleNoEffect, "%q has no effect without %q", m.Keyword, partner)
		}
	}
}
