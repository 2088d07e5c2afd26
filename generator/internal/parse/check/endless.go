package check

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
)

// An endless looks for schemas whose values must hold a value of the same schema, which must hold one again.
type endless struct {
	*checker
	state []uint8 // by ID: 0 new, 1 on the way, 2 done
	into  []member
}

// A member is the last step down into a value: a required one, or the elements of an array that may not be empty.
type member struct {
	name string
	pos  diag.Pos
}

// visit follows what each value of s must hold. checkCircles has cut the ways that never go down.
func (e *endless) visit(s *api.Schema) {
	switch {
	case s == nil || e.state[s.ID] == 2:
		return
	case e.state[s.ID] == 1:
		e.report(s)
		return
	}
	e.state[s.ID] = 1
	if s.Ref != nil && !s.Ref.Dynamic {
		e.visit(s.Ref.Target)
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			e.visit(part)
		}
	}
	if o := s.Object; o != nil && isOnly(s, api.TypeObject) {
		e.members(o)
	}
	if a := s.Array; a != nil && isOnly(s, api.TypeArray) && a.PrefixItems == nil && a.MinItems != nil && a.MinItems.Sign() > 0 {
		e.step(a.Items, member{"an element", s.At(api.KwItems)})
	}
	e.state[s.ID] = 2
}

func (e *endless) members(o *api.ObjectRules) {
	required := make(map[string]diag.Pos, len(o.Required))
	for _, r := range o.Required {
		required[r.Name] = r.Pos
	}
	for _, property := range o.Properties {
		if pos, ok := required[property.Name]; ok {
			e.step(property.Value, member{report.Show(api.String(property.Name)), pos})
		}
	}
}

func (e *endless) step(s *api.Schema, into member) {
	e.into = append(e.into, into)
	e.visit(s)
	e.into = e.into[:len(e.into)-1]
}

func (e *endless) report(s *api.Schema) {
	if len(e.into) == 0 {
		return // an error of --lenient
	}
	last := e.into[len(e.into)-1]
	e.contradicts(last.pos, s.Pos, "%s is required and must hold what holds it, and so on without end, so no value is valid", last.name)
}

func isOnly(s *api.Schema, t api.Type) bool { return len(s.Types) == 1 && s.Types[0] == t }
