package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A view is what a schema, with all schemas that it applies to the same value (allOf, anyOf, oneOf, $ref), says about the members
// of an object. It makes one struct of what no static type shows exactly: the fields are what a value may have, a rule says which
// values are right.
type view struct {
	sights   []*sight // in the order of the document
	byName   map[string]*sight
	required map[string]bool // in all valid objects
	closed   bool            // no valid object has other members
}

// sources returns the schemas that s applies to the same value.
func sources(s *api.Schema) (list []*api.Schema) {
	seen := map[*api.Schema]bool{s: true}
	var visit func(s *api.Schema)
	add := func(inner *api.Schema) {
		if inner != nil && !seen[inner] {
			seen[inner] = true
			list = append(list, inner)
			visit(inner)
		}
	}
	visit = func(s *api.Schema) {
		if s.Ref != nil && !s.Ref.Dynamic {
			add(s.Ref.Target)
		}
		if c := s.Compose; c != nil {
			for _, part := range slices.Concat(c.AllOf, c.AnyOf, c.OneOf) {
				add(part)
			}
		}
	}
	visit(s)
	return list
}

// A sight is a member as a view has it.
type sight struct {
	property api.Named[*api.Schema] // the first description of it
	certain  bool                   // each valid object that has the member satisfies the description, or one that is as good
	kinds    kindSet                // of several descriptions, which have no more in common; 0 for one description
}

// view returns the view of s. It is not to be changed.
func (p *planner) view(s *api.Schema) *view {
	if v, known := p.memo.views[s]; known {
		return v
	}
	p.memo.views[s] = &view{} // for a circle
	v := p.wholeView(s)
	p.memo.views[s] = v
	return v
}

func (p *planner) wholeView(s *api.Schema) *view {
	own := &api.ObjectRules{}
	if s.Form == api.FormObject && s.Object != nil {
		own = s.Object
	}
	if !p.mayGather() {
		return ownView(own)
	}
	v := &view{byName: map[string]*sight{}, required: map[string]bool{}}
	p.lookAt(v, s)
	if !p.gather(s, len(v.sights)-len(own.Properties)) {
		return ownView(own)
	}
	return v
}

func (p *planner) lookAt(v *view, s *api.Schema) {
	if s.Form != api.FormObject {
		return
	}
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		v.both(p.view(s.Ref.Target))
	}
	c := s.Compose
	if c == nil {
		c = &api.Composition{}
	}
	for _, part := range c.AllOf {
		v.both(p.view(part))
	}
	if s.Object != nil {
		v.both(ownView(s.Object))
	}
	for _, list := range [][]*api.Schema{c.AnyOf, c.OneOf} {
		var some []*view
		for _, part := range list {
			if p.kinds(part)&kindObject != 0 {
				some = append(some, p.view(part))
			}
		}
		if len(some) > 0 {
			v.both(p.oneOfViews(some))
		}
	}
}

// ownView is what properties, required and additionalProperties say.
func ownView(o *api.ObjectRules) *view {
	v := &view{byName: map[string]*sight{}, required: map[string]bool{}}
	for _, property := range o.Properties {
		v.add(&sight{property: property, certain: true})
	}
	for _, r := range o.Required {
		v.required[r.Name] = true
	}
	v.closed = o.AdditionalProperties != nil && o.AdditionalProperties.Form == api.FormFalse && o.PatternProperties == nil
	return v
}

func (v *view) add(m *sight) {
	v.sights = append(v.sights, m)
	v.byName[m.property.Name] = m
}

// both adds what w says of the same value. Of two certain descriptions the first gives the type: it holds what satisfies both.
func (v *view) both(w *view) {
	for _, m := range w.sights {
		have := v.byName[m.property.Name]
		switch {
		case have == nil:
			added := *m
			v.add(&added)
		case m.certain && !have.certain:
			*have = *m
		}
	}
	for name := range w.required {
		v.required[name] = true
	}
	v.closed = v.closed || w.closed
}

// oneOfViews is what is common to objects of which at least one is meant.
func (p *planner) oneOfViews(some []*view) *view {
	v := &view{byName: map[string]*sight{}, required: map[string]bool{}, closed: true}
	for _, w := range some {
		v.closed = v.closed && w.closed
		for _, m := range w.sights {
			if v.byName[m.property.Name] == nil {
				v.add(p.join(m.property.Name, some))
			}
		}
		for name := range w.required {
			v.required[name] = true
		}
	}
	for _, w := range some {
		for name := range v.required {
			if !w.required[name] {
				delete(v.required, name)
			}
		}
	}
	return v
}

// join gives a member the type that all descriptions share. It is certain if no view leaves the member undescribed and possible.
func (p *planner) join(name string, some []*view) *sight {
	var joined *sight
	certain := true
	for _, w := range some {
		m := w.byName[name]
		switch {
		case m == nil:
			certain = certain && w.closed
			continue
		case joined == nil:
			first := *m
			joined = &first
		default:
			p.joinTypes(joined, m)
		}
		certain = certain && m.certain
	}
	joined.certain = certain
	return joined
}

// joinTypes makes m the description of what m or other describe.
func (p *planner) joinTypes(m, other *sight) {
	same := m.kinds == 0 && other.kinds == 0 && p.equal(m.property.Value, other.property.Value)
	if !same {
		m.kinds = p.sightKinds(m) | p.sightKinds(other)
	}
}

func (p *planner) sightKinds(m *sight) kindSet {
	if m.kinds != 0 {
		return m.kinds
	}
	return p.kinds(m.property.Value)
}

// builtinKind returns the built-in Go type for values of these kinds, "" if there is none.
func builtinKind(k kindSet) gomodel.ScalarKind {
	switch k {
	case kindString:
		return gomodel.String
	case kindBoolean:
		return gomodel.Bool
	case kindInteger:
		return gomodel.Int64
	case kindNumber, kindFraction:
		return gomodel.Float64
	}
	return ""
}
