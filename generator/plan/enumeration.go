package plan

import "github.com/oas2go/oas2go/generator/api"

// An enumeration is the values of an enum type.
type enumeration struct {
	entries []api.Literal
	open    bool // other values are allowed too
	parts   []*api.Schema
}

// enumeration returns the values of an enum, or of an anyOf of enums of strings; any other string beside them makes it open. It
// is nil for other schemas.
func (p *planner) enumeration(s *api.Schema) *enumeration {
	if s.Enum != nil {
		return &enumeration{entries: s.Enum}
	}
	if e, known := p.enumerations[s]; known {
		return e
	}
	e := p.anyOfEnums(s)
	p.enumerations[s] = e
	return e
}

// stringEnum are the keywords of a part of an anyOf of enums.
var stringEnum = setOf(api.KwType, api.KwEnum, api.KwConst)

func (p *planner) anyOfEnums(s *api.Schema) *enumeration {
	set := asserted(s).minus(setOf(api.KwType))
	if set != setOf(api.KwAnyOf) || p.kinds(s)&^kindNull != kindString {
		return nil
	}
	e := &enumeration{}
	for _, part := range s.Compose.AnyOf {
		core, _ := p.peel(part)
		if asserted(core).minus(stringEnum) != (keywordSet{}) || core.Enum != nil && core.Const != nil {
			return nil
		}
		e.parts = append(e.parts, part)
		switch {
		case core.Enum != nil:
			e.entries = append(e.entries, core.Enum...)
		case core.Const != nil:
			e.entries = append(e.entries, *core.Const)
		default:
			e.open = e.open || p.kinds(core)&kindString != 0
		}
	}
	if len(e.entries) == 0 {
		return nil
	}
	return e
}

// entries returns the values of an enumeration, none for other schemas.
func (p *planner) entries(s *api.Schema) []api.Literal {
	if e := p.enumeration(s); e != nil {
		return e.entries
	}
	return nil
}
