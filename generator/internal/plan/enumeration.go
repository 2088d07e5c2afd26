package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// An enumeration is the values of an enum type.
type enumeration struct {
	entries []api.Literal
	from    []*api.Schema // the parts that say what the entries are; nil: none
	open    bool          // other values are allowed too
	parts   []*api.Schema
}

// enumeration returns the values of an enum, of an anyOf of enums or constants, or of a oneOf of different ones. Any other string
// beside them makes it open. It is nil for other schemas.
func (p *planner) enumeration(s *api.Schema) *enumeration {
	if s.Enum != nil {
		return &enumeration{entries: s.Enum}
	}
	if e, known := p.memo.enumerations[s]; known {
		return e
	}
	e := p.partEnums(s)
	p.memo.enumerations[s] = e
	return e
}

// enumLike are the keywords of a part of an enumeration.
var enumLike = setOf(api.KwType, api.KwEnum, api.KwConst)

func (p *planner) partEnums(s *api.Schema) *enumeration {
	set := asserted(s).minus(setOf(api.KwType))
	kinds := p.kinds(s) &^ kindNull
	if !p.mayGather() || set != setOf(api.KwAnyOf) && set != setOf(api.KwOneOf) || kinds != kindString && kinds != kindInteger {
		return nil
	}
	e := &enumeration{}
	for _, part := range slices.Concat(s.Compose.AnyOf, s.Compose.OneOf) {
		core, _ := p.peel(part)
		if asserted(core).minus(enumLike) != (keywordSet{}) || core.Enum != nil && core.Const != nil {
			return nil
		}
		e.parts = append(e.parts, part)
		switch {
		case core.Enum != nil:
			e.add(nil, core.Enum...)
		case core.Const != nil:
			e.add(part, *core.Const)
		default:
			e.open = e.open || p.kinds(core)&kinds != 0
		}
	}
	if len(e.entries) == 0 || e.open && kinds != kindString || set == setOf(api.KwOneOf) && (e.open || e.repeats()) || !p.gather(s, len(e.entries)) {
		return nil
	}
	return e
}

// add adds values. part describes them, nil if it says nothing of each.
func (e *enumeration) add(part *api.Schema, entries ...api.Literal) {
	for range entries {
		e.from = append(e.from, part)
	}
	e.entries = append(e.entries, entries...)
}

// repeats reports whether a value is there twice, which a oneOf refuses.
func (e *enumeration) repeats() bool {
	seen := map[string]bool{}
	for _, entry := range e.entries {
		text := api.Canonical(entry.Value)
		if seen[text] {
			return true
		}
		seen[text] = true
	}
	return false
}

// entries returns the values of an enumeration, none for other schemas.
func (p *planner) entries(s *api.Schema) []api.Literal {
	if e := p.enumeration(s); e != nil {
		return e.entries
	}
	return nil
}
