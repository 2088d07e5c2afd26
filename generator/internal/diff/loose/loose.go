// Package loose copies schemas with some members that may be anything.
package loose

import "github.com/oas2go/oas2go/generator/internal/api"

// Members are the names of loose members, by the schema that declares them.
type Members map[*api.Schema]map[string]bool

// Add adds a member of a schema.
func (m Members) Add(s *api.Schema, name string) {
	if m[s] == nil {
		m[s] = map[string]bool{}
	}
	m[s][name] = true
}

// In returns a schema that is like s but for loose members, s itself if it leads to none.
func (m Members) In(s, anything *api.Schema) *api.Schema {
	if len(m) == 0 {
		return s
	}
	l := &loosening{loose: m, anything: anything, made: map[*api.Schema]*api.Schema{}}
	l.findLeads(s)
	return l.copy(s)
}

// A loosening is a copy of schemas in which loose members may be anything.
type loosening struct {
	loose    Members
	anything *api.Schema
	leads    map[*api.Schema]bool // to a loose member
	made     map[*api.Schema]*api.Schema
}

// findLeads finds the schemas below s that lead to a loose member.
func (l *loosening) findLeads(s *api.Schema) {
	l.leads = map[*api.Schema]bool{}
	into := map[*api.Schema][]*api.Schema{} // who leads to a schema
	seen := map[*api.Schema]bool{s: true}
	queue := []*api.Schema{s}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		visit := func(next *api.Schema) {
			if next == nil {
				return
			}
			into[next] = append(into[next], at)
			if !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
		for c := range at.Children() {
			visit(c.Schema)
		}
		if at.Ref != nil {
			visit(at.Ref.Target)
		}
	}
	for p := range l.loose {
		if seen[p] {
			queue = append(queue, p)
		}
	}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if !l.leads[at] {
			l.leads[at] = true
			queue = append(queue, into[at]...)
		}
	}
}

// copy returns s, or a copy of it if it leads to a loose member.
func (l *loosening) copy(s *api.Schema) *api.Schema {
	if !l.leads[s] {
		return s
	}
	if made, ok := l.made[s]; ok {
		return made
	}
	place := &api.Schema{} // for schemas that lead to themselves
	l.made[s] = place
	made := s.Rewrite(l.copy, l.copy)
	*place = *made
	if names := l.loose[s]; names != nil {
		o := *place.Object
		o.Properties = append([]api.Named[*api.Schema]{}, o.Properties...)
		for i := range o.Properties {
			if names[o.Properties[i].Name] {
				o.Properties[i].Value = l.anything
			}
		}
		place.Object = &o
	}
	return place
}
