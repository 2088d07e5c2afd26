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

// needsItems30 reports a list that does not say what it has: OAS 3.0, Schema Object, items.
func (r *schemaReader) needsItems30() {
	t := r.Node.Get("type")
	if r.p.Before(1) && t != nil && t.Text == "array" && r.Node.Member("items") == nil {
		r.p.Warn(r.s.At(api.KwType), diag.RuleMissing, "\"type: array\" needs \"items\" in OpenAPI 3.0; they may be anything")
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
