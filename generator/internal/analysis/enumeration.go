package analysis

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// An Enumeration is the values of an enum.
type Enumeration struct {
	Entries []api.Literal
	From    []*api.Schema // the parts that say what the entries are; nil: none
	Open    bool          // other values are allowed too
	Parts   []*api.Schema
}

// Enumeration returns the values of an enum, of an anyOf of enums or constants, or of a oneOf of different ones. Any other string
// beside them makes it open, as x-extensible-enum does. It is nil for other schemas.
func (a *Analysis) Enumeration(s *api.Schema) *Enumeration {
	if s.Enum != nil {
		return &Enumeration{Entries: s.Enum}
	}
	f := a.memo.answers.At(s)
	if !f.known.enumeration {
		e := a.partEnums(s)
		f.enumeration, f.known.enumeration = e, true
	}
	return f.enumeration
}

// EnumLike are the keywords of a part of an enumeration.
var EnumLike = KeywordsOf(api.KwType, api.KwEnum, api.KwConst)

func (a *Analysis) partEnums(s *api.Schema) *Enumeration {
	set := Asserted(s).Minus(KeywordsOf(api.KwType))
	kinds := a.Kinds(s) &^ KindNull
	if e := extensible(s); e != nil && kinds == KindString && a.gather(s, len(e.Entries)) {
		return e
	}
	if !mayGather(a) || set != KeywordsOf(api.KwAnyOf) && set != KeywordsOf(api.KwOneOf) || kinds != KindString && kinds != KindInteger {
		return nil
	}
	e := &Enumeration{}
	for _, part := range slices.Concat(s.Compose.AnyOf, s.Compose.OneOf) {
		core, _ := a.Peel(part)
		if Asserted(core).Minus(EnumLike) != (Keywords{}) || core.Enum != nil && core.Const != nil {
			return nil
		}
		e.Parts = append(e.Parts, part)
		switch {
		case core.Enum != nil:
			e.add(nil, core.Enum...)
		case core.Const != nil:
			e.add(part, *core.Const)
		default:
			e.Open = e.Open || a.Kinds(core)&kinds != 0
		}
	}
	if len(e.Entries) == 0 || e.Open && kinds != KindString || set == KeywordsOf(api.KwOneOf) && (e.Open || e.repeats()) || !a.gather(s, len(e.Entries)) {
		return nil
	}
	return e
}

// add adds values. part describes them, nil if it says nothing of each.
func (e *Enumeration) add(part *api.Schema, entries ...api.Literal) {
	for range entries {
		e.From = append(e.From, part)
	}
	e.Entries = append(e.Entries, entries...)
}

// repeats reports whether a value is there twice, which a oneOf refuses.
func (e *Enumeration) repeats() bool {
	seen := map[string]bool{}
	for _, entry := range e.Entries {
		text := api.Canonical(entry.Value)
		if seen[text] {
			return true
		}
		seen[text] = true
	}
	return false
}

// Entries returns the values of an enumeration, none for other schemas.
func (a *Analysis) Entries(s *api.Schema) []api.Literal {
	if e := a.Enumeration(s); e != nil {
		return e.Entries
	}
	return nil
}
