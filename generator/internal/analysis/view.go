package analysis

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A View is what a schema, with all schemas that it applies to the same value (allOf, anyOf, oneOf, $ref), says about the members
// of an object. It makes one struct of what no static type shows exactly: the fields are what a value may have, a rule says which
// values are right.
type View struct {
	Sights   []*Sight // in the order of the document
	ByName   map[string]*Sight
	Required map[string]bool // in all valid objects
	closed   bool            // no valid object has other members
}

// Sources returns the schemas that s applies to the same value.
func Sources(s *api.Schema) (list []*api.Schema) {
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

// A Sight is a member as a view has it.
type Sight struct {
	Property api.Named[*api.Schema] // the first description of it
	Certain  bool                   // each valid object that has the member satisfies the description, or one that is as good
	Kinds    KindSet                // of several descriptions, which have no more in common; 0 for one description
}

// View returns the view of s. It is not to be changed.
func (a *Analysis) View(s *api.Schema) *View {
	if v, known := a.memo.views[s]; known {
		return v
	}
	a.memo.views[s] = &View{} // for a circle
	v := a.wholeView(s)
	a.memo.views[s] = v
	return v
}

func (a *Analysis) wholeView(s *api.Schema) *View {
	own := &api.ObjectRules{}
	if s.Form == api.FormObject && s.Object != nil {
		own = s.Object
	}
	if !a.mayGather() {
		return ownView(own)
	}
	v := &View{ByName: map[string]*Sight{}, Required: map[string]bool{}}
	a.lookAt(v, s)
	if !a.gather(s, len(v.Sights)-len(own.Properties)) {
		return ownView(own)
	}
	return v
}

func (a *Analysis) lookAt(v *View, s *api.Schema) {
	if s.Form != api.FormObject {
		return
	}
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		v.both(a.View(s.Ref.Target))
	}
	c := s.Compose
	if c == nil {
		c = &api.Composition{}
	}
	for _, part := range c.AllOf {
		v.both(a.View(part))
	}
	if s.Object != nil {
		v.both(ownView(s.Object))
	}
	for _, list := range [][]*api.Schema{c.AnyOf, c.OneOf} {
		var some []*View
		for _, part := range list {
			if a.Kinds(part)&KindObject != 0 {
				some = append(some, a.View(part))
			}
		}
		if len(some) > 0 {
			v.both(a.oneOfViews(some))
		}
	}
}

// ownView is what properties, required and additionalProperties say.
func ownView(o *api.ObjectRules) *View {
	v := &View{ByName: map[string]*Sight{}, Required: map[string]bool{}}
	for _, property := range o.Properties {
		v.add(&Sight{Property: property, Certain: true})
	}
	for _, r := range o.Required {
		v.Required[r.Name] = true
	}
	v.closed = o.AdditionalProperties != nil && o.AdditionalProperties.Form == api.FormFalse && o.PatternProperties == nil
	return v
}

func (v *View) add(m *Sight) {
	v.Sights = append(v.Sights, m)
	v.ByName[m.Property.Name] = m
}

// both adds what w says of the same value. Of two certain descriptions the first gives the type: it holds what satisfies both.
func (v *View) both(w *View) {
	for _, m := range w.Sights {
		have := v.ByName[m.Property.Name]
		switch {
		case have == nil:
			added := *m
			v.add(&added)
		case m.Certain && !have.Certain:
			*have = *m
		}
	}
	for name := range w.Required {
		v.Required[name] = true
	}
	v.closed = v.closed || w.closed
}

// oneOfViews is what is common to objects of which at least one is meant.
func (a *Analysis) oneOfViews(some []*View) *View {
	v := &View{ByName: map[string]*Sight{}, Required: map[string]bool{}, closed: true}
	for _, w := range some {
		v.closed = v.closed && w.closed
		for _, m := range w.Sights {
			if v.ByName[m.Property.Name] == nil {
				v.add(a.join(m.Property.Name, some))
			}
		}
		for name := range w.Required {
			v.Required[name] = true
		}
	}
	for _, w := range some {
		for name := range v.Required {
			if !w.Required[name] {
				delete(v.Required, name)
			}
		}
	}
	return v
}

// join gives a member the type that all descriptions share. It is certain if no view leaves the member undescribed and possible.
func (a *Analysis) join(name string, some []*View) *Sight {
	var joined *Sight
	certain := true
	for _, w := range some {
		m := w.ByName[name]
		switch {
		case m == nil:
			certain = certain && w.closed
			continue
		case joined == nil:
			first := *m
			joined = &first
		default:
			a.joinTypes(joined, m)
		}
		certain = certain && m.Certain
	}
	joined.Certain = certain
	return joined
}

// joinTypes makes m the description of what m or other describe.
func (a *Analysis) joinTypes(m, other *Sight) {
	same := m.Kinds == 0 && other.Kinds == 0 && a.Equal(m.Property.Value, other.Property.Value)
	if !same {
		m.Kinds = a.sightKinds(m) | a.sightKinds(other)
	}
}

func (a *Analysis) sightKinds(m *Sight) KindSet {
	if m.Kinds != 0 {
		return m.Kinds
	}
	return a.Kinds(m.Property.Value)
}

// Foreign returns the members of a struct that only other schemas describe, which s applies to the same value.
func (a *Analysis) Foreign(s *api.Schema) (list []*Sight) {
	own := PropertyNames(s)
	for _, m := range a.View(s).Sights {
		if !own[m.Property.Name] {
			list = append(list, m)
		}
	}
	return list
}

// PropertyNames returns the names of the properties of s itself. An object may have thousands, so nobody searches the list for each.
func PropertyNames(s *api.Schema) map[string]bool {
	if s.Object == nil {
		return nil
	}
	names := make(map[string]bool, len(s.Object.Properties))
	for _, property := range s.Object.Properties {
		names[property.Name] = true
	}
	return names
}

// Idle returns the keywords that no value of s can break, because they are for values of another type.
func (a *Analysis) Idle(s *api.Schema) (set Keywords) {
	kinds := a.Kinds(s)
	for _, f := range forKinds {
		if kinds&f.kinds == 0 {
			set = set.With(f.keywords)
		}
	}
	if kinds&a.formatKinds(s) == 0 {
		set.Add(api.KwFormat)
	}
	return set
}
