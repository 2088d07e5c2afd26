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
	Kinds    KindSet                // of several descriptions, of which one holds; 0 for one description
	Any      []*api.Schema          // those descriptions
}

// View returns the view of s. It is not to be changed.
func (a *Analysis) View(s *api.Schema) *View {
	f := a.memo.answers.At(s)
	if f.view == nil {
		f.view = &View{} // for a circle
		f.view = a.wholeView(s)
	}
	return f.view
}

func (a *Analysis) wholeView(s *api.Schema) *View {
	own := &api.ObjectRules{}
	if s.Form == api.FormObject && s.Object != nil {
		own = s.Object
	}
	if s.Ref == nil && s.Compose == nil || !mayGather(a) {
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
		both(a, v, a.View(s.Ref.Target))
	}
	c := s.Compose
	if c == nil {
		c = &api.Composition{}
	}
	for _, part := range c.AllOf {
		both(a, v, a.View(part))
	}
	if s.Object != nil {
		both(a, v, ownView(s.Object))
	}
	for _, list := range [][]*api.Schema{c.AnyOf, c.OneOf} {
		var some []*View
		for _, part := range list {
			if a.Kinds(part)&KindObject != 0 {
				some = append(some, a.View(part))
			}
		}
		if len(some) > 0 {
			both(a, v, sights{a}.oneOf(some))
		}
	}
}

// ownView is what properties, required and additionalProperties say.
func ownView(o *api.ObjectRules) *View {
	v := &View{ByName: make(map[string]*Sight, len(o.Properties)), Required: make(map[string]bool, len(o.Required))}
	all := make([]Sight, len(o.Properties))
	for i, property := range o.Properties {
		all[i] = Sight{Property: property, Certain: true}
		v.add(&all[i])
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

// both adds what w says of the same value. Of two certain descriptions the narrower one gives the type, else the first: it holds what
// satisfies both.
func both(a *Analysis, v, w *View) {
	for _, m := range w.Sights {
		have := v.ByName[m.Property.Name]
		switch {
		case have == nil:
			added := *m
			v.add(&added)
		case m.Certain && (!have.Certain || sights{a}.tighterThan(m, have)):
			*have = *m
		}
	}
	for name := range w.Required {
		v.Required[name] = true
	}
	v.closed = v.closed || w.closed
}

// sights compare and join what parts say of one member.
type sights struct{ *Analysis }

func (a sights) tighterThan(m, other *Sight) bool {
	if m.Kinds == 0 && other.Kinds == 0 {
		return m.Property.Value != other.Property.Value && a.tighter(m.Property.Value, other.Property.Value)
	}
	kinds, others := a.kinds(m), a.kinds(other)
	return kinds&^others == 0 && (kinds != others || m.Kinds == 0)
}

// oneOf is what is common to objects of which at least one is meant.
func (a sights) oneOf(some []*View) *View {
	v := &View{ByName: map[string]*Sight{}, Required: map[string]bool{}, closed: true}
	open, described := 0, map[string]int{} // views that are not closed, and how many of them describe a member
	requiring := map[string]int{}
	for _, w := range some {
		if !w.closed {
			open++
		}
		for _, m := range w.Sights {
			a.join(v, m)
			if !w.closed {
				described[m.Property.Name]++
			}
		}
		for name := range w.Required {
			requiring[name]++
		}
	}
	v.closed = open == 0
	for _, m := range v.Sights {
		m.Certain = m.Certain && described[m.Property.Name] == open
	}
	for name, n := range requiring {
		if n == len(some) {
			v.Required[name] = true
		}
	}
	return v
}

// join gives a member the type that all descriptions share. It is certain as far as they are: a view that leaves the member undescribed and
// possible is not among them.
func (a sights) join(v *View, m *Sight) {
	joined := v.ByName[m.Property.Name]
	if joined == nil {
		first := *m
		v.add(&first)
		return
	}
	a.joinTypes(joined, m)
	joined.Certain = joined.Certain && m.Certain
}

// joinTypes makes m the description of what m or other describe.
func (a sights) joinTypes(m, other *Sight) {
	if m.Kinds == 0 && other.Kinds == 0 && a.Equal(m.Property.Value, other.Property.Value) {
		return
	}
	m.Kinds = a.kinds(m) | a.kinds(other)
	m.Any = slices.Clone(m.descriptions())
	for _, s := range other.descriptions() {
		if !slices.ContainsFunc(m.Any, func(have *api.Schema) bool { return a.Equal(have, s) }) {
			m.Any = append(m.Any, s)
		}
	}
}

func (m *Sight) descriptions() []*api.Schema {
	if m.Any == nil {
		return []*api.Schema{m.Property.Value}
	}
	return m.Any
}

// Joined returns a schema for a member of several descriptions: any of them. Lists of different items are one list of any of them.
func (a *Analysis) Joined(m *Sight) *api.Schema { return a.anyOf(m.Any, m.Kinds) }

func (a *Analysis) anyOf(list []*api.Schema, kinds KindSet) *api.Schema {
	joined := &api.Schema{Pos: list[0].Pos, ID: list[0].ID, Synth: true, Compose: &api.Composition{AnyOf: list}}
	if items := a.itemsOfAll(list); kinds == KindArray && items != nil {
		joined.Compose, joined.Types, joined.Array = nil, []api.Type{api.TypeArray}, &api.ArrayRules{Items: items[0]}
		if len(items) > 1 {
			joined.Array.Items = a.anyOf(items, AnyKind)
		}
	}
	if text := a.Description(list[0]); !slices.ContainsFunc(list, func(s *api.Schema) bool { return a.Description(s) != text }) {
		joined.Meta = &api.Annotations{Description: text}
	}
	a.memo.joined[joined] = true
	return joined
}

// itemsOfAll returns what the items of all lists are, each once; nil if one does not say it.
func (a *Analysis) itemsOfAll(lists []*api.Schema) (items []*api.Schema) {
	for _, s := range lists {
		one, _ := a.ItemsOf(a.Core(s))
		if one == nil {
			return nil
		}
		if !slices.ContainsFunc(items, func(have *api.Schema) bool { return a.Equal(have, one) }) {
			items = append(items, one)
		}
	}
	return items
}

func (a sights) kinds(m *Sight) KindSet {
	if m.Kinds != 0 {
		return m.Kinds
	}
	return a.Kinds(m.Property.Value)
}

// Narrowed returns the member as a schema that s applies describes it, if that is narrower than the property of s itself; else nil.
func (a *Analysis) Narrowed(s *api.Schema, property api.Named[*api.Schema]) *Sight {
	if a.Merged(s) != nil {
		return nil // the property is the narrowest
	}
	seen := a.View(s).ByName[property.Name]
	if seen == nil || !seen.Certain || seen.Kinds != 0 || seen.Property.Value == property.Value ||
		a.Narrower(property.Value, seen.Property.Value) || !a.Narrower(seen.Property.Value, property.Value) {
		return nil
	}
	return seen
}

// Foreign returns the members of a struct that only other schemas describe, which s applies to the same value.
func (a *Analysis) Foreign(s *api.Schema) (list []*Sight) {
	if s.Ref == nil && s.Compose == nil {
		return nil
	}
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
