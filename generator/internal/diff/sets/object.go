package sets

import (
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
	"maps"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// objectFacts are the demands on an object.
type objectFacts struct {
	min, max int // max < 0: none, except before the first demand
	bounded  bool
	required []string              // in the order in which they were met
	is       layer[string, bool]   // whether a name must be there or must not
	named    layer[string, []term] // what the member of a name is, if it is there
	wide     []member              // the same for other scopes
	some     []some                // members that must be there, of any name in a scope
	names    []term                // what all names are
	order    []*api.Schema         // schemas whose properties tell the order
	touched  []string              // required names of which something new is said
}

func (f *objectFacts) fork(from *objectFacts) {
	f.is, f.named, f.touched = from.is.on(), from.named.on(), nil
}

// statusOf says whether a name is known to be there, or not to be there.
func (f *objectFacts) statusOf(name string, there bool) Status {
	is, ok := f.is.get(name)
	if !ok {
		return Unknown
	}
	return judge.Truth(is == there)
}

// A width is minProperties and maxProperties; max < 0 is none.
type width struct{ min, max int }

func (d width) apply(b *branch) bool {
	f := &b.object
	if !f.bounded {
		f.bounded, f.max = true, -1
	}
	f.min = max(f.min, d.min)
	if d.max >= 0 && d.max < judge.Endless-1 && (f.max < 0 || d.max < f.max) {
		f.max = d.max
	}
	return f.max < 0 || f.min <= f.max && len(f.required) <= f.max
}

// A has is a name that must be there.
type has struct{ name string }

func (d has) apply(b *branch) bool {
	f := &b.object
	if is, ok := f.is.get(d.name); ok {
		return is
	}
	f.is.set(d.name, true)
	f.required = append(f.required[:len(f.required):len(f.required)], d.name)
	f.touched = append(f.touched, d.name)
	return !f.bounded || f.max < 0 || len(f.required) <= f.max
}

// A lacks is a name that must not be there.
type lacks struct{ name string }

func (d lacks) apply(b *branch) bool {
	f := &b.object
	if is, ok := f.is.get(d.name); ok {
		return !is
	}
	f.is.set(d.name, false)
	return true
}

// A member is what all members are whose names are in a scope.
type member struct {
	scope judge.Scope
	value term
}

func (d member) apply(b *branch) bool {
	f := &b.object
	if d.scope.Pattern != nil || d.scope.Rest != nil {
		f.wide = append(f.wide[:len(f.wide):len(f.wide)], d)
		f.touched = f.required[:len(f.required):len(f.required)]
		return true
	}
	name := d.scope.One
	have, _ := f.named.get(name)
	f.named.set(name, append(have[:len(have):len(have)], d.value))
	if is, ok := f.is.get(name); ok && is {
		f.touched = append(f.touched, name)
	}
	return true
}

// A some is a member that must be there, whose name is in a scope.
type some struct {
	scope judge.Scope
	value []term
	name  []term
}

func (d some) apply(b *branch) bool {
	b.object.some = append(b.object.some[:len(b.object.some):len(b.object.some)], d)
	return true
}

// A naming is what all names are.
type naming struct{ name term }

func (d naming) apply(b *branch) bool {
	f := &b.object
	f.names = append(f.names[:len(f.names):len(f.names)], d.name)
	f.touched = f.required[:len(f.required):len(f.required)]
	return true
}

// A choice is a demand that has alternatives.
type choice struct{ clause }

func (d choice) apply(b *branch) bool { return b.addClause(d.clause) }

func (b *branch) objectKeywords(s *api.Schema) (list []demand) {
	o := s.Object
	if o == nil {
		return nil
	}
	if o.MinProperties != nil {
		list = append(list, width{judge.Least(*o.MinProperties), -1})
	}
	if o.MaxProperties != nil {
		if judge.Most(*o.MaxProperties) < 0 {
			return []demand{never{}}
		}
		list = append(list, width{0, judge.Most(*o.MaxProperties)})
	}
	for _, r := range o.Required {
		list = append(list, has{r.Name})
	}
	for _, p := range b.r.s.judge.Parts(s) {
		if p.Schema.Form != api.FormTrue {
			list = append(list, member{p.Scope, b.r.s.lit(p.Schema, false)})
		}
	}
	if o.PropertyNames != nil {
		list = append(list, naming{b.r.s.lit(o.PropertyNames, false)})
	}
	for _, d := range o.DependentRequired {
		there := alternative{}
		for _, name := range d.Value {
			there = append(there, has{name})
		}
		if len(there) > 0 {
			list = append(list, choice{clause{{lacks{d.Name}}, there}})
		}
	}
	for _, d := range o.DependentSchemas {
		list = append(list, choice{clause{{lacks{d.Name}}, {b.r.s.lit(d.Value, false)}}})
	}
	if o.UnevaluatedProperties != nil {
		list = append(list, b.r.s.unevaluated(s, objects, false))
	}
	if len(o.Properties) > 0 {
		b.object.order = append(b.object.order[:len(b.object.order):len(b.object.order)], s)
	}
	return list
}

// theMember is the alternative that there is a member with a name, outside of a schema.
func theMember(name string, value term) alternative {
	return alternative{has{name}, member{judge.Scope{One: name}, value}}
}

func (b *branch) brokenObject(s *api.Schema) (c clause) {
	o := s.Object
	if o == nil {
		return nil
	}
	for _, r := range o.Required {
		c = append(c, alternative{lacks{r.Name}})
	}
	if o.MinProperties != nil && judge.Least(*o.MinProperties) > 0 {
		c = append(c, alternative{width{0, judge.Least(*o.MinProperties) - 1}})
	}
	if o.MaxProperties != nil {
		c = append(c, alternative{width{judge.Most(*o.MaxProperties) + 1, -1}})
	}
	for _, p := range b.r.s.judge.Parts(s) {
		value := b.r.s.lit(p.Schema, true)
		switch {
		case p.Schema.Form == api.FormTrue:
		case p.Scope.Pattern == nil && p.Scope.Rest == nil:
			c = append(c, theMember(p.Scope.One, value))
		default:
			c = append(c, alternative{some{scope: p.Scope, value: []term{value}}})
		}
	}
	if o.PropertyNames != nil {
		c = append(c, alternative{some{scope: judge.Scope{Rest: &judge.Rest{}}, name: []term{b.r.s.lit(o.PropertyNames, true)}}})
	}
	for _, d := range o.DependentRequired {
		for _, name := range d.Value {
			c = append(c, alternative{has{d.Name}, lacks{name}})
		}
	}
	for _, d := range o.DependentSchemas {
		c = append(c, alternative{has{d.Name}, b.r.s.lit(d.Value, true)})
	}
	if o.UnevaluatedProperties != nil {
		c = append(c, alternative{b.r.s.lit(b.r.s.judge.BareOf(s), false), b.r.s.unevaluated(s, objects, true)})
	}
	return c
}

// unlikeObject are the ways in which an object is not another one.
func unlikeObject(v api.Object) (c clause) {
	others := &judge.Rest{Names: map[string]bool{}}
	for _, m := range v {
		others.Names[m.Name] = true
		c = append(c, alternative{lacks{m.Name}}, theMember(m.Name, unlike{m.Value}))
	}
	return append(c, alternative{some{scope: judge.Scope{Rest: others}}})
}

// memberTerms returns what the member of a name is, if it is there.
func (b *branch) memberTerms(name string) []term {
	list, _ := b.object.named.get(name)
	list = list[:len(list):len(list)]
	for _, d := range b.object.wide {
		switch d.scope.Has(b.r.s.judge, name) {
		case Inhabited:
			list = append(list, d.value)
		case Unknown:
			b.unsure = "whether a pattern matches " + name
		}
	}
	return list
}

// nameFits says whether a name is what all names are.
func (b *branch) nameFits(name string, terms []term) Status {
	status := Inhabited
	for _, t := range terms {
		status = judge.Both(status, t.holds(b.r.s, api.String(name)))
	}
	return status
}

// promising reports whether the required members of which something new was said can be. Of other kinds nothing is known.
func (b *branch) promising() bool {
	if b.kind != objects {
		return true
	}
	touched := b.object.touched
	b.object.touched = nil
	for i, name := range touched {
		if slices.Contains(touched[:i], name) {
			continue
		}
		if b.nameFits(name, b.object.names) == Empty || b.r.find(b.memberTerms(name)).Status == Empty {
			return false
		}
	}
	return true
}

// lookInto drops alternatives about members that cannot be, and choices that the members make anyway; false if a choice has none left.
func (b *branch) lookInto() (changed, ok bool) {
	var open []clause
	for _, c := range b.clauses {
		left, made := c[:0:0], false
		for _, alt := range c {
			switch b.glimpse(alt) {
			case Inhabited:
				made = true
			case Unknown:
				left = append(left, alt)
			}
			if made {
				break
			}
		}
		changed = changed || made || len(left) < len(c)
		if len(left) == 0 && !made {
			return true, false
		}
		if !made {
			open = append(open, left)
		}
	}
	b.clauses = open
	return changed, true
}

// glimpse says whether an alternative about one member holds anyway (Inhabited) or cannot be (Empty).
func (b *branch) glimpse(alt alternative) Status {
	if len(alt) != 2 {
		return Unknown
	}
	there, ok := alt[0].(has)
	m, is := alt[1].(member)
	if !ok || !is {
		return Unknown
	}
	terms := b.memberTerms(there.name)
	terms = terms[:len(terms):len(terms)]
	if b.r.find(append(terms, m.value)).Status == Empty {
		return Empty
	}
	l, is := m.value.(lit)
	if is && b.object.statusOf(there.name, true) == Inhabited && b.r.find(append(terms, l.negated())).Status == Empty {
		return Inhabited
	}
	return Unknown
}

// mentioned returns the names that anything is said about, in the order of the document, then those that are only told from others.
func (b *branch) mentioned() (list []string, known map[string]bool) {
	known = map[string]bool{}
	add := func(name string) {
		if !known[name] {
			known[name] = true
			list = append(list, name)
		}
	}
	for _, s := range b.object.order {
		for _, p := range s.Object.Properties {
			add(p.Name)
		}
	}
	for _, name := range b.object.required {
		add(name)
	}
	others := map[string]bool{}
	named := map[string][]term{}
	b.object.named.flatten(named)
	for name := range named {
		others[name] = true
	}
	is := map[string]bool{}
	b.object.is.flatten(is)
	for name := range is {
		others[name] = true
	}
	for _, x := range b.scopes() {
		if x.Rest != nil {
			maps.Copy(others, x.Rest.Names)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(others)) {
		add(name)
	}
	return list, known
}

// scopes returns the scopes of more than one name.
func (b *branch) scopes() (list []judge.Scope) {
	for _, m := range b.object.wide {
		list = append(list, m.scope)
	}
	for _, d := range b.object.some {
		list = append(list, d.scope)
	}
	return list
}
