package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// isCheck reports whether a keyword that a type of a class shows is tested by Validate and not by the type itself.
func (e *Explainer) isCheck(s *api.Schema, c class, k api.Keyword) bool {
	switch k {
	case api.KwFormat:
		return (c == isScalar || c == isEnum) && len(e.p.formatChecks(s, e.scalarKind(s, c))) > 0
	case api.KwType, api.KwRef, api.KwAllOf, api.KwAnyOf, api.KwOneOf, api.KwProperties, api.KwItems, api.KwPrefixItems, api.KwAdditionalProperties:
		return false
	case api.KwRequired:
		return c == isDict
	}
	return c == isScalar || c == isEnum || c == isList || c == isDict
}

// static says how a type of a class shows a keyword.
func (e *Explainer) static(s *api.Schema, c class, k api.Keyword) string {
	switch {
	case k == api.KwFormat && c == isScalar && !e.isCheck(s, c, k):
		return "by the type " + e.source(scalarType(e.scalarKind(s, c)))
	case k == api.KwEnum && c == isEnum && e.p.enumeration(s).open:
		return "by the type: the values are constants, others are allowed too"
	case k == api.KwEnum && c == isEnum:
		return "by a check in " + e.checkedIn(s) + ": the value is one of the constants"
	case c == isEnum && e.isCheck(s, c, k):
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
	var sets []*headerSet
	for _, o := range e.p.operations.list {
		sets = append(sets, &o.headers)
	}
	for _, h := range e.p.operations.hooks {
		sets = append(sets, &h.headers)
	}
	for _, set := range sets {
		for _, x := range set.list {
			if x.schema == s {
				return e.p.named.Parse(set)
			}
		}
	}
	return "Validate"
}

func (e *Explainer) scalarKind(s *api.Schema, c class) gomodel.ScalarKind {
	if c == isEnum {
		kind, _ := e.p.enumKind(s)
		return kind
	}
	return e.p.scalarKind(s)
}

// asksNothing reports whether a bound excludes no Go value: minLength 0, the ends of int64.
func (e *Explainer) asksNothing(s *api.Schema, c class, k api.Keyword) bool {
	switch k {
	case api.KwMinLength, api.KwMaxLength:
		return lengthCheck(s.String) == nil
	case api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum:
		kind := e.scalarKind(s, c)
		return (kind == gomodel.Int32 || kind == gomodel.Int64) && intRange(s.Number) == nil
	case api.KwMinItems:
		return size(s.Array.MinItems, 0) == 0
	case api.KwMinProperties:
		return size(s.Object.MinProperties, 0) == 0
	}
	return false
}

// staticWords says how reading refuses what a keyword forbids.
func staticWords(s *api.Schema, c class, k api.Keyword) string {
	switch k {
	case api.KwRequired:
		return "reading is an error without these members"
	case api.KwProperties:
		return "each property is a field"
	case api.KwItems, api.KwPrefixItems:
		if c == isTuple {
			return "each position is a field, those behind them are in Rest"
		}
		return "that of the elements"
	case api.KwAdditionalProperties:
		switch {
		case c == isDict:
			return "that of the values"
		case s.Object.AdditionalProperties.Form == api.FormFalse:
			return "reading another member is an error"
		case s.Object.AdditionalProperties.Form == api.FormTrue:
			return "other members are allowed"
		}
		return "other members are in Extra"
	case api.KwOneOf, api.KwAnyOf:
		return "its variants"
	case api.KwAllOf, api.KwRef:
		return "it has the fields of all parts"
	case api.KwMinItems, api.KwMaxItems:
		return "there is a field for each position"
	}
	if c == isUnion && k != api.KwType {
		return "the variants of this JSON type have it"
	}
	var names []string
	for _, t := range s.Types {
		names = append(names, t.String())
	}
	return "reading anything but " + strings.Join(names, " or ") + " is an error"
}
