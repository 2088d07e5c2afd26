package schemas

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
)

// A limit is one constraint of a shape that is said by a number, a text or a flag: what it is, for comparison and for people, and
// a schema that says this and nothing else.
type limit struct {
	text    string // "" if there is none
	only    *api.Schema
	part    *api.Schema // that says it
	keyword api.Keyword
	number  *api.Number // where limits have an order
}

// A limitKind is a kind of constraint, with the ids of its rules and its name in sentences.
type limitKind struct {
	name           string
	stricter, less string // rules
	lower          bool   // more is stricter
	read           func(*shape) limit
}

// limitKinds are in the order of reports.
var limitKinds = []limitKind{
	{"minimum", "minimum-raised", "minimum-lowered", true, func(sh *shape) limit { return bound(sh, 1) }},
	{"maximum", "maximum-lowered", "maximum-raised", false, func(sh *shape) limit { return bound(sh, -1) }},
	{"multipleOf", "multiple-of-changed", "multiple-of-changed", true, multiples},
	{"minLength", "min-length-raised", "min-length-lowered", true, size(api.KwMinLength)},
	{"maxLength", "max-length-lowered", "max-length-raised", false, size(api.KwMaxLength)},
	{"pattern", "pattern-changed", "pattern-changed", true, patterns},
	{"format", "format-changed", "format-changed", true, formats},
	{"minItems", "min-items-raised", "min-items-lowered", true, size(api.KwMinItems)},
	{"maxItems", "max-items-lowered", "max-items-raised", false, size(api.KwMaxItems)},
	{"uniqueItems", "unique-items-added", "unique-items-removed", true, unique},
	{"minProperties", "min-properties-raised", "min-properties-lowered", true, size(api.KwMinProperties)},
	{"maxProperties", "max-properties-lowered", "max-properties-raised", false, size(api.KwMaxProperties)},
}

// rule returns the id of the rule for a change from one limit to another.
func (k limitKind) rule(from, to limit) string {
	tightened := from.text == ""
	if from.number != nil && to.number != nil {
		tightened = (to.number.Cmp(*from.number) > 0) == k.lower
		if to.number.Cmp(*from.number) == 0 { // an exclusive bound is the stricter one
			tightened = strings.HasPrefix(to.text, "above") || strings.HasPrefix(to.text, "below")
		}
	} else if to.text != "" && from.text != "" {
		tightened = true
	}
	if tightened {
		return k.stricter
	}
	return k.less
}

// bound is the stricter one of minimum and exclusiveMinimum of all parts, or of the maxima.
func bound(sh *shape, sign int) limit {
	var l limit
	var exclusive bool
	for _, p := range sh.parts {
		r := p.Number
		if r == nil {
			continue
		}
		inclusive, excl, kw, kwExcl := r.Minimum, r.ExclusiveMinimum, api.KwMinimum, api.KwExclusiveMinimum
		if sign < 0 {
			inclusive, excl, kw, kwExcl = r.Maximum, r.ExclusiveMaximum, api.KwMaximum, api.KwExclusiveMaximum
		}
		n, isExclusive := analysis.Stricter(inclusive, excl, sign)
		if n == nil {
			continue
		}
		if l.number != nil {
			if c := n.Cmp(*l.number) * sign; c < 0 || c == 0 && (exclusive || !isExclusive) {
				continue
			}
		}
		if l.number, exclusive, l.part, l.keyword = n, isExclusive, p, kw; isExclusive && p.Written(kwExcl) != nil {
			l.keyword = kwExcl
		}
	}
	if l.number == nil {
		return l
	}
	l.text = l.number.String()
	r := &api.NumberRules{}
	switch {
	case sign > 0 && exclusive:
		l.text, r.ExclusiveMinimum = "above "+l.text, l.number
	case sign > 0:
		r.Minimum = l.number
	case exclusive:
		l.text, r.ExclusiveMaximum = "below "+l.text, l.number
	default:
		r.Maximum = l.number
	}
	l.only = &api.Schema{Number: r}
	return l
}

// size is the strictest of a number that limits a length or a count.
func size(k api.Keyword) func(*shape) limit {
	lower := k == api.KwMinLength || k == api.KwMinItems || k == api.KwMinProperties
	return func(sh *shape) limit {
		l := limit{keyword: k}
		for _, p := range sh.parts {
			n := sizeOf(p, k)
			if n != nil && (l.number == nil || (n.Cmp(*l.number) > 0) == lower) {
				l.number, l.part = n, p
			}
		}
		if l.number == nil || lower && l.number.Sign() == 0 {
			return limit{keyword: k}
		}
		l.text, l.only = l.number.String(), lists.Sized(k, l.number)
		return l
	}
}

func sizeOf(s *api.Schema, k api.Keyword) *api.Number {
	switch {
	case k == api.KwMinLength && s.String != nil:
		return s.String.MinLength
	case k == api.KwMaxLength && s.String != nil:
		return s.String.MaxLength
	case k == api.KwMinItems && s.Array != nil:
		return s.Array.MinItems
	case k == api.KwMaxItems && s.Array != nil:
		return s.Array.MaxItems
	case k == api.KwMinProperties && s.Object != nil:
		return s.Object.MinProperties
	case k == api.KwMaxProperties && s.Object != nil:
		return s.Object.MaxProperties
	}
	return nil
}

func multiples(sh *shape) limit {
	return each(sh, api.KwMultipleOf, func(p *api.Schema) (string, *api.Schema) {
		if p.Number == nil || p.Number.MultipleOf == nil {
			return "", nil
		}
		return p.Number.MultipleOf.String(), &api.Schema{Number: &api.NumberRules{MultipleOf: p.Number.MultipleOf}}
	})
}

func patterns(sh *shape) limit {
	return each(sh, api.KwPattern, func(p *api.Schema) (string, *api.Schema) {
		if p.String == nil || p.String.Pattern == nil {
			return "", nil
		}
		return *p.String.Pattern, &api.Schema{String: &api.StringRules{Pattern: p.String.Pattern}}
	})
}

func formats(sh *shape) limit {
	return each(sh, api.KwFormat, func(p *api.Schema) (string, *api.Schema) {
		if p.Format == "" {
			return "", nil
		}
		return p.Format, &api.Schema{Format: p.Format}
	})
}

func unique(sh *shape) limit {
	return each(sh, api.KwUniqueItems, func(p *api.Schema) (string, *api.Schema) {
		if p.Array == nil || !p.Array.UniqueItems {
			return "", nil
		}
		return "true", &api.Schema{Array: &api.ArrayRules{UniqueItems: true}}
	})
}

// each joins a constraint of all parts.
func each(sh *shape, k api.Keyword, read func(*api.Schema) (string, *api.Schema)) limit {
	l := limit{keyword: k}
	var texts []string
	var list []*api.Schema
	for _, p := range sh.parts {
		if text, only := read(p); only != nil && !slices.Contains(texts, text) {
			texts, list, l.part = append(texts, text), append(list, only), p
		}
	}
	if list == nil {
		return l
	}
	l.text, l.only = strings.Join(texts, " and "), lists.Join(list)
	return l
}
