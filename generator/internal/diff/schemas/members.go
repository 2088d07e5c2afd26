package schemas

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
)

// A member is what a shape says about one name.
type member struct {
	declared bool
	required bool
	schema   *api.Schema // all that applies to it; nil: anything
	own      *api.Schema // what properties has for it
	pos      diag.Pos    // of the key in properties
	requires diag.Pos    // of its name in required
}

// members compares the members of objects, in the order of the new document; those that are gone come where they stood.
func (c *comparison) members() {
	from, to := c.old.names(), c.new.names()
	if len(from)+len(to) > 0 {
		oldAt, newAt := c.lookup(c.old, &c.room[0]), c.lookup(c.new, &c.room[1])
		for _, name := range lists.Merged(from, to) {
			c.member(name, oldAt(name), newAt(name))
		}
	}
	c.extras()
}

// names returns the names that properties and required have, each once.
func (sh *shape) names() []string {
	if sh.named == nil {
		sh.named = sh.findNames()
	}
	return slices.Clip(sh.named.Names)
}

func (sh *shape) findNames() *lists.Set {
	set := &lists.Set{}
	for _, p := range sh.parts {
		if p.Object != nil {
			set.Names = slices.Grow(set.Names, len(p.Object.Properties))
			for _, m := range p.Object.Properties {
				set.Add(m.Name)
			}
		}
	}
	for _, p := range sh.parts {
		if p.Object != nil {
			for _, r := range p.Object.Required {
				set.Add(r.Name)
			}
		}
	}
	return set
}

// A known is what the parts of a shape say about one name.
type known struct {
	member
	schemas []*api.Schema // that apply to the value
	in      *api.Schema   // the last part that declares it
}

// cleared returns n of room, with the lists that it has already.
func cleared(room *[]known, n int) []known {
	*room = slices.Grow((*room)[:0], n)[:n]
	for i := range *room {
		(*room)[i] = known{schemas: (*room)[i].schemas[:0]}
	}
	return *room
}

// lookup returns a function that says what a shape knows about a name, until room is used again.
func (c *comparison) lookup(sh *shape, room *[]known) func(string) member {
	names := sh.names()
	all := cleared(room, len(names))
	for _, p := range sh.parts {
		if p.Object == nil {
			continue
		}
		for _, m := range p.Object.Properties {
			at := &all[sh.named.Find(m.Name)]
			if !at.declared {
				at.declared, at.own, at.pos = true, m.Value, m.Pos
			}
			at.in, at.schemas = p, append(at.schemas, m.Value)
		}
		for _, r := range p.Object.Required {
			if at := &all[sh.named.Find(r.Name)]; !at.required {
				at.required, at.requires = true, r.Pos
			}
		}
		if len(p.Object.PatternProperties) == 0 && sh.rest(p) == nil {
			continue
		}
		for i, name := range names {
			at := &all[i]
			at.schemas = append(at.schemas, sh.undeclared(p, name, at.in == p)...)
		}
	}
	closed := undescribed(sh)
	return func(name string) member {
		var m *known
		if i := sh.named.Find(name); i >= 0 {
			m = &all[i]
		} else {
			m = &known{}
			for _, p := range sh.parts {
				if p.Object != nil {
					m.schemas = append(m.schemas, sh.undeclared(p, name, false)...)
				}
			}
		}
		if !m.declared {
			m.schemas = append(m.schemas, closed...)
		}
		m.schema = c.joined(m.schemas, sh)
		return m.member
	}
}

// undeclared returns what patternProperties and additionalProperties say about a name.
func (sh *shape) undeclared(part *api.Schema, name string, declared bool) (list []*api.Schema) {
	matched := declared
	for _, p := range part.Object.PatternProperties {
		if match := pattern.Matcher(p.Name); match != nil && match(name) {
			matched = true
			list = append(list, p.Value)
		}
	}
	if rest := sh.rest(part); !matched && rest != nil {
		list = append(list, rest)
	}
	return list
}

// undescribed returns what unevaluatedProperties says about names that no part describes, or what closes a hierarchy.
func undescribed(sh *shape) (list []*api.Schema) {
	if sh.closed != nil {
		list = append(list, sh.closed)
	}
	for _, p := range sh.parts {
		if p.Object != nil && p.Object.UnevaluatedProperties != nil {
			list = append(list, p.Object.UnevaluatedProperties)
		}
	}
	return list
}

// joined returns one schema for all that applies to a value, the same one for the same list.
func (w *walker) joined(list []*api.Schema, sh *shape) *api.Schema {
	if len(list) == 0 {
		return w.unsaid(sh.core().Pos)
	}
	if len(list) == 1 {
		return list[0]
	}
	first := list[0]
next:
	for _, made := range w.joins[first] {
		if len(made.Compose.AllOf) == len(list) {
			for i, s := range made.Compose.AllOf {
				if s != list[i] {
					continue next
				}
			}
			return made
		}
	}
	made := &api.Schema{Pos: first.Pos, Compose: &api.Composition{AllOf: slices.Clone(list)}}
	w.joins[first] = append(w.joins[first], made)
	return made
}

func (c *comparison) member(name string, from, to member) {
	switch {
	case from.declared && to.declared:
		c.lead(c.n, step{kind: toMember, name: name}, from.schema, to.schema)
		c.required(name, from, to)
	case to.declared:
		c.memberAdded(name, from, to)
		if from.required && !to.required {
			c.required(name, from, to)
		}
	case from.declared:
		c.memberRemoved(name, from, to)
		if to.required && !from.required {
			c.required(name, from, to)
		}
	default:
		c.lead(c.n, step{kind: toMember, name: name}, from.schema, to.schema)
		c.required(name, from, to)
	}
}

// required compares whether a member that both sides know must be there.
func (c *comparison) required(name string, from, to member) {
	if from.required == to.required {
		return
	}
	e := &edit{rule: "member-required", subject: name, sentence: "optional → required"}
	if from.required {
		e.rule, e.sentence = "member-optional", "required → optional"
		if d := defaultOf(to.own); d != nil {
			e.sentence += ", default " + api.JSON(d.Value)
			e.facts.Sample = api.JSON(d.Value)
		}
	}
	e.narrow, e.widen = c.claims(c.n.pair, lists.WithMember(name, from.required), lists.WithMember(name, to.required))
	e.old, e.new = c.requiredSide(c.old, from), c.requiredSide(c.new, to)
	e.facts.Name, e.facts.Old, e.facts.New = name, e.old.Value, e.new.Value
	c.add(e)
}

// requiredSide is the required keyword, or the key of the member where there is none.
func (c *comparison) requiredSide(sh *shape, m member) change.Side {
	s := change.Side{Value: "optional", Present: m.declared || m.required, Pos: m.pos}
	if m.required {
		s.Value = "required"
	}
	for _, p := range sh.parts {
		if p.Written(api.KwRequired) != nil {
			s.Pos, s.Present = p.At(api.KwRequired), true
			break
		}
	}
	if s.Pos.File == nil {
		s.Pos = sh.core().Pos
	}
	return s
}

func defaultOf(s *api.Schema) *api.Literal {
	if s == nil {
		return nil
	}
	for _, p := range shapeOf(s).parts {
		if p.Meta != nil && p.Meta.Default != nil {
			return p.Meta.Default
		}
	}
	return nil
}

// memberAdded is a member that only the new document declares. Where the old object was open, what anybody sent there before is
// the only thing that can break: that is compatible by a rule.
func (c *comparison) memberAdded(name string, from, to member) {
	e := &edit{rule: "member-added", subject: name, member: to.own, narrow: nothing(), widen: nothing(), sentence: "added, " + optionalWord(to.required)}
	e.facts = change.Facts{Name: name, New: Summary(to.own, to.required), Type: Summary(to.own, true)}
	must := lists.WithMember(name, to.required && !from.required)
	if must != nil {
		e.rule = "required-member-added"
	}
	switch {
	case must != nil:
		e.narrow = c.claim(c.n.pair, c.n.old, must, nil)
		e.widen = c.claim(c.n.pair, c.n.new, lists.OnlyMember(name, from.schema), nil)
	case c.isAnything(from.schema):
		e.open = true
		e.narrow = c.openClaim(c.n.old, c.old, name, to.schema)
		c.loosen(c.n.new, name)
	default:
		e.widen = c.claim(c.n.pair, c.n.new, lists.OnlyMember(name, from.schema), nil)
		e.narrow = c.claim(c.n.pair, c.n.old, lists.OnlyMember(name, to.schema), nil)
	}
	if must != nil && c.isAnything(from.schema) {
		c.loosen(c.n.new, name)
	}
	e.old = change.Side{Pos: holder(c.old)}
	e.new = change.Side{Value: e.facts.New, Present: true, Pos: to.pos}
	if m := c.hidden(c.old, name); m != nil {
		c.directed(e, m, &e.old, "is no longer ")
	}
	c.add(e)
}

// memberRemoved is the mirror of memberAdded.
func (c *comparison) memberRemoved(name string, from, to member) {
	e := &edit{rule: "member-removed", subject: name, member: from.own, narrow: nothing(), widen: nothing(), sentence: "removed"}
	e.facts = change.Facts{Name: name, Old: Summary(from.own, from.required), Type: Summary(from.own, true)}
	must := lists.WithMember(name, from.required && !to.required)
	switch {
	case must != nil:
		e.widen = c.claim(c.n.pair, c.n.new, must, nil)
		e.narrow = c.claim(c.n.pair, c.n.old, lists.OnlyMember(name, to.schema), nil)
	case c.isAnything(to.schema):
		e.open = true
		e.widen = c.openClaim(c.n.new, c.new, name, from.schema)
	default:
		e.narrow = c.claim(c.n.pair, c.n.old, lists.OnlyMember(name, to.schema), nil)
		e.widen = c.claim(c.n.pair, c.n.new, lists.OnlyMember(name, from.schema), nil)
	}
	if c.isAnything(to.schema) {
		c.loosen(c.n.old, name)
	}
	e.old = change.Side{Value: e.facts.Old, Present: true, Pos: from.pos}
	e.new = change.Side{Pos: holder(c.new)}
	if m := c.hidden(c.new, name); m != nil {
		c.directed(e, m, &e.new, "is now ")
	}
	c.add(e)
}

// openClaim asks for an object with another value of a member than its schema allows: a plain one rather than null, with the members in
// the order of the document.
func (c *comparison) openClaim(s *api.Schema, sh *shape, name string, member *api.Schema) claim {
	odd := &api.Schema{Types: []api.Type{api.TypeNull, api.TypeBoolean}}
	orNull := &api.Schema{Compose: &api.Composition{AnyOf: []*api.Schema{member, odd}}}
	found := c.claim(c.n.pair, s, lists.OnlyMember(name, orNull), nil)
	if !found.is() {
		found = c.claim(c.n.pair, s, lists.OnlyMember(name, member), nil)
	}
	if o, ok := found.answer.Value.(api.Object); ok {
		order := lists.Merged(c.old.names(), c.new.names())
		o = slices.Clone(o)
		slices.SortStableFunc(o, func(a, b api.Member) int { return slices.Index(order, a.Name) - slices.Index(order, b.Name) })
		found.answer.Value = o
	}
	return found
}

func (w *walker) isAnything(s *api.Schema) bool {
	return s == w.anything || w.solver.Same(s, w.anything)
}

// holder is where a member would stand.
func holder(sh *shape) diag.Pos {
	if p := sh.at(api.KwProperties); p.Written(api.KwProperties) != nil {
		return p.At(api.KwProperties)
	}
	return sh.core().Pos
}

func optionalWord(required bool) string {
	if required {
		return "required"
	}
	return "optional"
}

// hidden returns a member that a schema declares but that its form for this direction has not, nil for none.
func (w *walker) hidden(sh *shape, name string) *api.Named[*api.Schema] {
	for _, p := range sh.parts {
		if w.settings.Origin == nil {
			return nil
		}
		origin := w.settings.Origin(p)
		if origin == nil || origin.Object == nil {
			continue
		}
		for i, m := range origin.Object.Properties {
			if m.Name == name {
				return &origin.Object.Properties[i]
			}
		}
	}
	return nil
}

// directed is for a member that comes or goes in one direction only, because it is readOnly or writeOnly on one side.
func (w *walker) directed(e *edit, m *api.Named[*api.Schema], at *change.Side, verb string) {
	e.rule, e.sentence = "member-read-only", verb+"readOnly"
	for _, p := range shapeOf(m.Value).parts {
		if p.Meta != nil && p.Meta.WriteOnly {
			e.rule, e.sentence = "member-write-only", verb+"writeOnly"
		}
	}
	*at = change.Side{Value: e.sentence, Present: true, Pos: m.Pos}
}
