package explain

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
)

// isCheck reports whether a keyword that a type of a class shows is tested by Validate and not by the type itself.
func (e *Explainer) isCheck(s *api.Schema, c classes.Class, k api.Keyword) bool {
	switch k {
	case api.KwFormat:
		return (c == classes.Scalar || c == classes.Enum) && len(e.p.Declarations.FormatChecks(s, e.scalarKind(s, c))) > 0
	case api.KwType, api.KwRef, api.KwAllOf, api.KwAnyOf, api.KwOneOf, api.KwProperties, api.KwItems, api.KwPrefixItems, api.KwAdditionalProperties:
		return false
	case api.KwRequired:
		return c == classes.Map
	}
	return c == classes.Scalar || c == classes.Enum || c == classes.List || c == classes.Map
}

// static says how a type of a class shows a keyword.
func (e *Explainer) static(s *api.Schema, c classes.Class, k api.Keyword) string {
	switch {
	case k == api.KwFormat && c == classes.Scalar && !e.isCheck(s, c, k):
		return "by the type " + e.source(declarations.ScalarType(e.scalarKind(s, c)))
	case k == api.KwEnum && c == classes.Enum && e.p.Analysis.Enumeration(s).Open:
		return "by the type: the values are constants, others are allowed too"
	case k == api.KwEnum && c == classes.Enum:
		return "by a check in " + e.checkedIn(s) + ": the value is one of the constants"
	case c == classes.Enum && e.isCheck(s, c, k):
		return "by the type: values that it forbids have no constant"
	case e.isCheck(s, c, k) && e.asksNothing(s, c, k):
		return "by the type: every value of it satisfies this"
	case e.isCheck(s, c, k):
		return "by a check in " + e.checkedIn(s)
	}
	return "by the type: " + staticWords(s, c, k)
}

// checkedIn returns what checks a value: Validate, or the function that reads the header.
func (e *Explainer) checkedIn(s *api.Schema) string {
	var sets []*operations.HeaderSet
	for _, o := range e.p.Operations.List {
		sets = append(sets, &o.Headers)
	}
	for _, h := range e.p.Operations.Webhooks {
		sets = append(sets, &h.Headers)
	}
	for _, set := range sets {
		for _, x := range set.List {
			if x.Schema == s {
				return e.p.Names.Parse(set)
			}
		}
	}
	return "Validate"
}

func (e *Explainer) scalarKind(s *api.Schema, c classes.Class) gomodel.ScalarKind {
	if c == classes.Enum {
		kind, _ := e.p.Classes.EnumKind(s)
		return kind
	}
	return e.p.Classes.ScalarKind(s)
}

// asksNothing reports whether a bound excludes no Go value: minLength 0, the ends of int64.
func (e *Explainer) asksNothing(s *api.Schema, c classes.Class, k api.Keyword) bool {
	switch k {
	case api.KwMinLength, api.KwMaxLength:
		return declarations.LengthCheck(s.String) == nil
	case api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum:
		kind := e.scalarKind(s, c)
		return kind.IsInteger() && len(declarations.BoundChecks(s.Number, kind)) == 0
	case api.KwMinItems:
		return analysis.Size(s.Array.MinItems, 0) == 0
	case api.KwMinProperties:
		return analysis.Size(s.Object.MinProperties, 0) == 0
	}
	return false
}

// staticWords says how reading refuses what a keyword forbids.
func staticWords(s *api.Schema, c classes.Class, k api.Keyword) string {
	switch k {
	case api.KwRequired:
		return "reading is an error without these members"
	case api.KwProperties:
		return "each property is a field"
	case api.KwItems, api.KwPrefixItems:
		if c == classes.Tuple {
			return "each position is a field, those behind them are in Rest"
		}
		return "that of the elements"
	case api.KwAdditionalProperties:
		switch {
		case c == classes.Map:
			return "that of the values"
		case s.Object.AdditionalProperties.Form == api.FormFalse:
			return "reading another member is an error"
		}
		return "other members are in Extra"
	case api.KwOneOf, api.KwAnyOf:
		return "its variants"
	case api.KwAllOf, api.KwRef:
		return "it has the fields of all parts"
	case api.KwMinItems, api.KwMaxItems:
		return "there is a field for each position"
	}
	if c == classes.Union && k != api.KwType {
		return "the variants of this JSON type have it"
	}
	var names []string
	for _, t := range s.Types {
		names = append(names, t.String())
	}
	return "reading anything but " + strings.Join(names, " or ") + " is an error"
}
