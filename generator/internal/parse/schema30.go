package parse

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// in30 reports whether OpenAPI 3.0 has a keyword. OAS 3.0.4: Schema Object.
func in30(k api.Keyword) bool {
	switch k {
	case api.KwRef, api.KwType, api.KwEnum, api.KwFormat, api.KwMultipleOf, api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum,
		api.KwExclusiveMaximum, api.KwMinLength, api.KwMaxLength, api.KwPattern, api.KwItems, api.KwMinItems, api.KwMaxItems,
		api.KwUniqueItems, api.KwProperties, api.KwAdditionalProperties, api.KwRequired, api.KwMinProperties, api.KwMaxProperties,
		api.KwAllOf, api.KwAnyOf, api.KwOneOf, api.KwNot, api.KwTitle, api.KwDescription, api.KwDefault, api.KwDeprecated,
		api.KwReadOnly, api.KwWriteOnly, api.KwDiscriminator, api.KwXML, api.KwExternalDocs, api.KwExample, api.KwNullable:
		return true
	}
	return false
}

// onlyRef30 reads a reference of 3.0: everything beside it is ignored. OAS 3.0.4: Reference Object.
func (r *schemaReader) onlyRef30() {
	var names []string
	var first *source.Member
	for i := range r.Node.Members {
		m := &r.Node.Members[i]
		mark := api.Mark{Keyword: api.KeywordOf(m.Name), Fate: api.Hidden, Line: m.Line, Column: m.Column}
		switch {
		case mark.Keyword == api.KwRef:
			mark.Fate = r.ref(api.KwRef, r.Child(m.Name, m.Value))
		case !in30(mark.Keyword):
			mark.Keyword = api.KwUnknown
		}
		r.s.Marks = append(r.s.Marks, mark)
		if mark.Fate == api.Hidden && !tree.IsExtension(m.Name) {
			if names = append(names, m.Name); first == nil {
				first = m
			}
		}
	}
	r.p.hiddenSiblings(r.Place, first, names)
}

// exclusiveKind reports whether an exclusive limit is a boolean of 3.0, and reports a limit that has the form of the other
// version.
func (r *schemaReader) exclusiveKind(k api.Keyword, at tree.Place) bool {
	limit := "minimum"
	if k == api.KwExclusiveMaximum {
		limit = "maximum"
	}
	switch isBool := at.Node.Kind == source.Bool; {
	case r.p.Before(1) && at.Node.Kind == source.Number:
		r.p.Warn(at.Pos(), diag.RuleValue, "%q is a boolean in OpenAPI 3.0, a number since 3.1", k).Hint =
			"write \"" + limit + ": " + at.Node.Text + "\" and \"" + k.String() + ": true\""
		return false
	case isBool && !r.p.Before(1):
		r.p.Warn(at.Pos(), diag.RuleType, "%s must be a number, not a boolean; it is read as in OpenAPI 3.0", tree.Label(at.Path)).Hint =
			"since OpenAPI 3.1, \"" + k.String() + "\" is the limit itself and replaces \"" + limit + "\""
		return true
	default:
		return isBool
	}
}

// unknown30 reports keywords that 3.0 does not have.
func (r *schemaReader) unknown30(m *source.Member, pos diag.Pos) {
	if k := api.KeywordOf(m.Name); k != api.KwUnknown {
		r.p.Later(pos, m.Name, 1)
		return
	}
	r.p.Warn(pos, diag.RuleUnknownKey, "unknown key %q in the Schema Object", m.Name).Hint = report.DidYouMean(m.Name, keywordNames(true))
}

// nullable notes only whether its value is right; finish30 sees it together with its neighbours.
func (r *schemaReader) nullable(at tree.Place) api.Fate {
	_, ok := r.p.Flag(at)
	if !ok {
		return api.Invalid
	}
	return api.Rewritten
}

// finish30 rewrites the keywords of 3.0 that depend on others.
func (r *schemaReader) finish30() {
	r.finishExclusive()
	if m := r.s.Written(api.KwNullable); m != nil && m.Fate == api.Rewritten && r.Node.Get("nullable").Text == "true" {
		r.addNull(m)
	}
}

// finishExclusive gives exclusive limits of 3.0 their meaning. Documents of later versions have them too.
func (r *schemaReader) finishExclusive() {
	if n := r.s.Number; n != nil || r.s.Written(api.KwExclusiveMinimum) != nil || r.s.Written(api.KwExclusiveMaximum) != nil {
		n = group(&r.s.Number)
		r.exclusive(api.KwMinimum, api.KwExclusiveMinimum, &n.Minimum, &n.ExclusiveMinimum)
		r.exclusive(api.KwMaximum, api.KwExclusiveMaximum, &n.Maximum, &n.ExclusiveMaximum)
		if *n == (api.NumberRules{}) {
			r.s.Number = nil
		}
	}
}

// exclusive rewrites minimum: 5, exclusiveMinimum: true to exclusiveMinimum: 5.
func (r *schemaReader) exclusive(k, exclusiveK api.Keyword, limit, exclusive **api.Number) {
	m := r.s.Written(exclusiveK)
	if m == nil || m.Fate != api.NoEffect {
		return
	}
	if r.Node.Get(exclusiveK.String()).Text != "true" {
		m.Fate = api.Rewritten
		return
	}
	if *limit == nil {
		r.p.Warn(r.s.At(exclusiveK), diag.RuleNoEffect, "%q has no effect without %q", exclusiveK, k)
		return
	}
	m.Fate = api.Rewritten
	r.s.Written(k).Fate = api.Rewritten
	*exclusive, *limit = *limit, nil
}

// addNull is the meaning of nullable: true. OAS 3.0.4 gives it one only beside type; beside allOf, anyOf or oneOf alone people
// mean the same, so it is read as an alternative.
func (r *schemaReader) addNull(m *api.Mark) {
	s := r.s
	c := s.Compose
	switch {
	case s.Types != nil:
		s.Types = append(s.Types, api.TypeNull)
	case c != nil && c.AllOf == nil && c.OneOf == nil && c.AnyOf != nil:
		c.AnyOf = append(c.AnyOf, r.nullSchema())
	case c != nil && (c.AllOf != nil || c.OneOf != nil):
		r.alternative()
	case s.Enum == nil:
		m.Fate = api.NoEffect
		r.p.Info(r.nullablePos(), diag.RuleNoEffect, "\"nullable\" has no effect without \"type\": null is allowed anyway")
	}
	if s.Enum != nil && !hasNull(s.Enum) {
		r.enumWithoutNull()
	}
}

// nullablePos is where the document says that null is allowed.
func (r *schemaReader) nullablePos() diag.Pos { return r.KeyPos(r.Node.Member("nullable")) }

// enumWithoutNull: OAS 3.0.4 forbids null if the enum does not have it. People who write nullable mean otherwise.
func (r *schemaReader) enumWithoutNull() {
	pos := r.nullablePos()
	if r.p.Lenient {
		r.s.Enum = append(r.s.Enum, api.Literal{Pos: pos, Value: api.Null{}})
		r.p.Warn(pos, diag.RuleEnum, "the enum is read as if it had null").Hint = "add null to the enum"
		return
	}
	r.p.Warn(pos, diag.RuleEnum, "null is still forbidden, because the enum does not have it").Hint = "add null to the enum"
}

func hasNull(list []api.Literal) bool {
	for _, l := range list {
		if l.Value == api.Value(api.Null{}) {
			return true
		}
	}
	return false
}

// alternative moves the composition, with the discriminator that belongs to it, into the first of two alternatives; the other
// one is null.
func (r *schemaReader) alternative() {
	s := r.s
	inner := r.p.doc.NewSchema(s.Pos)
	inner.Synth = true
	inner.Compose = s.Compose
	for i := range s.Marks {
		switch m := &s.Marks[i]; m.Keyword {
		case api.KwAllOf, api.KwOneOf, api.KwAnyOf, api.KwNot:
			if m.Fate == api.Kept {
				m.Fate = api.Rewritten
			}
			if m.Keyword != api.KwNot {
				inner.Pos = s.At(m.Keyword)
			}
		case api.KwDiscriminator:
			if m.Fate == api.Kept {
				m.Fate = api.Rewritten
			}
		}
	}
	if s.OpenAPI != nil && s.OpenAPI.Discriminator != nil {
		inner.OpenAPI = &api.OpenAPIRules{Discriminator: s.OpenAPI.Discriminator}
		s.OpenAPI.Discriminator = nil
	}
	s.Compose = &api.Composition{AnyOf: []*api.Schema{inner, r.nullSchema()}}
}

// nullSchema makes the schema that allows null only.
func (r *schemaReader) nullSchema() *api.Schema {
	null := r.p.doc.NewSchema(r.s.At(api.KwNullable))
	null.Synth = true
	null.Types = []api.Type{api.TypeNull}
	return null
}
