package check

import (
	"cmp"
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
)

// checkCalls reports the operations that nobody can call, because no value is valid where one must be sent.
func (c *checker) checkCalls() {
	x := impossible{hints: c.Reporter, known: map[*api.Schema]diag.Pos{}}
	for _, path := range c.Document.Paths {
		item := path.Value.Value
		if item == nil {
			continue
		}
		for _, op := range item.Operations {
			for _, u := range slices.Concat(item.Parameters, op.Parameters) {
				if v := u.Value; v != nil && (v.Required || v.In == api.InPath) {
					c.reportCall(path.Name, op, u.Pos, x.because(v.Schema), "parameter "+v.Name)
				}
				if v := u.Value; v != nil && v.In == api.InPath && v.Schema != nil && x.because(v.Schema).Line == 0 && unwritten(v.Schema, 0) {
					c.contradicts(u.Pos, v.Schema.Pos, "%s cannot be called: a path can hold no value of its parameter %s, "+
						"because styles write nothing for null, and for a list or an object of nothing else", callName(path.Name, op), v.Name)
				}
			}
			if u := op.RequestBody; u != nil && u.Value != nil && u.Value.Required {
				c.reportCall(path.Name, op, u.Pos, x.ofAll(u.Value.Content), "body")
			}
		}
	}
}

func (c *checker) reportCall(path string, op *api.Operation, pos, because diag.Pos, what string) {
	if because.Line > 0 {
		c.contradicts(pos, because, "%s cannot be called: no value of its %s is valid", callName(path, op), what)
	}
}

func callName(path string, op *api.Operation) string {
	return cmp.Or(op.OperationID, op.Method+" "+path)
}

// An impossible search finds schemas that no value satisfies. It is sound, not complete.
type impossible struct {
	hints *report.Reporter
	known map[*api.Schema]diag.Pos // why; the zero Pos: some value may be valid
}

// ofAll returns why no body can be sent, whatever its media type.
func (x *impossible) ofAll(content []api.Named[api.Use[api.MediaType]]) (because diag.Pos) {
	for _, m := range content {
		if m.Value.Value == nil {
			return diag.Pos{}
		}
		if because = x.because(m.Value.Value.Schema); because.Line == 0 {
			return because
		}
	}
	return because
}

// because returns the keyword for which no value satisfies s.
func (x *impossible) because(s *api.Schema) diag.Pos {
	if s == nil {
		return diag.Pos{}
	}
	if pos, known := x.known[s]; known {
		return pos
	}
	x.known[s] = diag.Pos{} // for a circle
	pos := x.find(s)
	x.known[s] = pos
	return pos
}

func (x *impossible) find(s *api.Schema) diag.Pos {
	parts := conjuncts(nil, s)
	left := typesOf(parts)
	if left == 0 {
		return partsPos(s)
	}
	var because diag.Pos
	for _, part := range parts {
		if pos := x.choices(s, part); pos.Line > 0 {
			return pos
		}
		for t := api.TypeNull; t <= api.TypeInteger; t++ {
			if pos := x.ofType(part, t); pos.Line > 0 && left&(1<<t) != 0 {
				left, because = left&^(1<<t), pos
			}
		}
	}
	if left == 1<<api.TypeObject {
		return forbidden(parts)
	}
	if left != 0 {
		return diag.Pos{}
	}
	return because
}

// forbidden returns the member that one part requires and another one forbids. A hierarchy with a discriminator is meant otherwise.
func forbidden(parts []*api.Schema) diag.Pos {
	if slices.ContainsFunc(parts, func(s *api.Schema) bool { return s.OpenAPI != nil && s.OpenAPI.Discriminator != nil }) {
		return diag.Pos{}
	}
	for _, closed := range parts {
		if o := closed.Object; o != nil && isFalse(o.AdditionalProperties) && len(o.PatternProperties) == 0 {
			if r, found := requiredOutside(parts, o); found {
				return r.Pos
			}
		}
	}
	return diag.Pos{}
}

// choices returns the list of which no entry can be meant: the values of an enum, or alternatives.
func (x *impossible) choices(s, part *api.Schema) diag.Pos {
	if part.Form == api.FormFalse {
		return part.Pos
	}
	values := part.Enum
	if part.Const != nil {
		values = append(slices.Clip(values), *part.Const)
	}
	fits := func(l api.Literal) bool {
		j := judge{hints: x.hints}
		return j.misfit(s, l.Value, 0) == nil
	}
	if (part.Enum != nil || part.Const != nil) && !slices.ContainsFunc(values, fits) {
		return part.At(firstOf(part, api.KwEnum, api.KwConst))
	}
	if part.Compose == nil {
		return diag.Pos{}
	}
	possible := func(alternative *api.Schema) bool { return x.because(alternative).Line == 0 }
	switch c := part.Compose; {
	case c.AnyOf != nil && !slices.ContainsFunc(c.AnyOf, possible):
		return part.At(api.KwAnyOf)
	case c.OneOf != nil && !slices.ContainsFunc(c.OneOf, possible):
		return part.At(api.KwOneOf)
	}
	return diag.Pos{}
}

// ofType returns the keyword of one part for which no value of a type is valid.
func (x *impossible) ofType(s *api.Schema, t api.Type) diag.Pos {
	above := func(low, high *api.Number, tooHigh int) bool {
		return low != nil && high != nil && low.Cmp(*high) >= tooHigh
	}
	switch n, l := s.Number, s.String; {
	case n != nil && (t == api.TypeNumber || t == api.TypeInteger):
		if above(n.Minimum, n.Maximum, 1) || above(n.Minimum, n.ExclusiveMaximum, 0) ||
			above(n.ExclusiveMinimum, n.Maximum, 0) || above(n.ExclusiveMinimum, n.ExclusiveMaximum, 0) {
			return s.At(firstOf(s, api.KwMinimum, api.KwExclusiveMinimum))
		}
	case l != nil && t == api.TypeString && above(l.MinLength, l.MaxLength, 1):
		return s.At(api.KwMinLength)
	case s.Array != nil && t == api.TypeArray:
		return x.ofArray(s)
	case s.Object != nil && t == api.TypeObject:
		return x.ofObject(s)
	}
	return diag.Pos{}
}

func (x *impossible) ofArray(s *api.Schema) diag.Pos {
	a := s.Array
	if a.MinItems == nil || a.MinItems.Sign() == 0 {
		return diag.Pos{}
	}
	if a.MaxItems != nil && a.MinItems.Cmp(*a.MaxItems) > 0 {
		return s.At(api.KwMinItems)
	}
	if len(a.PrefixItems) > 0 {
		return x.because(a.PrefixItems[0])
	}
	return x.because(a.Items)
}

// ofObject looks at the members that must be there. One that is readOnly need not be sent.
func (x *impossible) ofObject(s *api.Schema) diag.Pos {
	o := s.Object
	if o.MinProperties != nil && o.MaxProperties != nil && o.MinProperties.Cmp(*o.MaxProperties) > 0 {
		return s.At(api.KwMinProperties)
	}
	if list := missing(o.Required, o); len(list) > 0 && isFalse(o.AdditionalProperties) && o.PatternProperties == nil {
		return list[0].Pos
	}
	for _, r := range o.Required {
		property, ok := api.Find(o.Properties, r.Name)
		if !ok || slices.ContainsFunc(conjuncts(nil, property), func(s *api.Schema) bool { return s.Meta != nil && s.Meta.ReadOnly }) {
			continue
		}
		if pos := x.because(property); pos.Line > 0 {
			return pos
		}
	}
	return diag.Pos{}
}

// firstOf returns the first of two keywords that a schema has.
func firstOf(s *api.Schema, k, other api.Keyword) api.Keyword {
	if s.Written(k) != nil {
		return k
	}
	return other
}
