package schemas

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
)

// unions compares anyOf and oneOf. Where each side has one, or one side is an alternative of the other, alternatives are matched;
// else the unions are compared as a whole.
func (c *comparison) unions() {
	old, new := c.unmatched(c.old.unions, c.new.unions), c.unmatched(c.new.unions, c.old.unions)
	switch {
	case len(old)+len(new) == 0:
	case len(old) == 1 && len(new) == 1:
		c.alternatives(old[0], new[0])
	case len(old) == 1 && len(new) == 0 && c.becameOne(old[0], c.n.new):
		c.alternatives(old[0], union{old[0].keyword, nil, []*api.Schema{c.n.new}})
	case len(new) == 1 && len(old) == 0 && c.becameOne(new[0], c.n.old):
		c.alternatives(union{new[0].keyword, nil, []*api.Schema{c.n.old}}, new[0])
	default:
		c.whole(old, new)
	}
}

// split reports whether one side is a union and nothing else, and the other one of its alternatives: then only unions are compared.
func (c *comparison) split() bool {
	sides := [2]*shape{c.old, c.new}
	others := [2]*api.Schema{c.n.new, c.n.old}
	for i, sh := range sides {
		if len(sh.unions) != 1 || len(sides[1-i].unions) > 0 {
			continue
		}
		plain := !slices.ContainsFunc(sh.parts, func(p *api.Schema) bool {
			return p != sh.unions[0].in && !lists.IsWrapper(p) || p.Types != nil || p.Number != nil || p.String != nil || p.Array != nil || p.Object != nil
		})
		return plain && c.becameOne(sh.unions[0], others[i])
	}
	return false
}

// becameOne reports whether a schema is, or was, one alternative of a union.
func (c *comparison) becameOne(u union, s *api.Schema) bool {
	matched, _, _ := c.match(u.list, []*api.Schema{s})
	return len(matched) > 0
}

// unmatched returns the unions that the other side does not have.
func (c *comparison) unmatched(list, others []union) (left []union) {
next:
	for _, u := range list {
		for _, o := range others {
			if c.sameUnion(u, o) {
				continue next
			}
		}
		left = append(left, u)
	}
	return left
}

func (c *comparison) sameUnion(a, b union) bool {
	if a.keyword != b.keyword || len(a.list) != len(b.list) {
		return false
	}
	_, gone, came := c.match(a.list, b.list)
	if len(gone)+len(came) > 0 || !c.allSame(a.list, b.list) {
		return false
	}
	return !a.hasDiscriminator() && !b.hasDiscriminator() || c.solver.Same(a.only(), b.only())
}

func (c *comparison) allSame(a, b []*api.Schema) bool {
	used := make([]bool, len(b))
next:
	for _, s := range a {
		for i, o := range b {
			if !used[i] && c.solver.Same(s, o) {
				used[i] = true
				continue next
			}
		}
		return false
	}
	return true
}

// only is a schema that says of values what the union says, and nothing else.
func (u union) only() *api.Schema {
	comp := &api.Composition{AnyOf: u.list}
	if u.keyword == api.KwOneOf {
		comp = &api.Composition{OneOf: u.list}
	}
	s := &api.Schema{Compose: comp}
	if u.in != nil && u.in.OpenAPI != nil {
		s.OpenAPI = u.in.OpenAPI
	}
	return s
}

// alternatives matches the alternatives of two unions and compares them.
func (c *comparison) alternatives(old, new union) {
	matched, gone, came := c.match(old.list, new.list)
	onlyOld, onlyNew := old.only(), new.only()
	explained := false
	for _, m := range matched {
		if m.old == c.n.old && m.new == c.n.new || c.solver.Same(m.old, m.new) {
			continue
		}
		explained = true
		c.n.edges = append(c.n.edges, edge{step{kind: toAlternative, old: m.old, new: m.new}, c.node(pair{old: m.old, new: m.new, text: c.n.text})})
	}
	for _, s := range gone {
		explained = true
		e := &edit{rule: "alternative-removed", sentence: alternativeWords(s) + " is no longer an alternative"}
		e.narrow, e.widen = c.claim(c.n.pair, c.n.old, onlyNew, s), c.claim(c.n.pair, c.n.new, onlyOld, s)
		e.old, e.new = c.unionSide(c.old, s), c.unionSide(c.new, nil)
		e.facts = change.Facts{Name: alternativeWords(s), Gone: []string{alternativeWords(s)}}
		c.add(e)
	}
	for _, s := range came {
		explained = true
		e := &edit{rule: "alternative-added", sentence: alternativeWords(s) + " is a new alternative"}
		e.narrow, e.widen = c.claim(c.n.pair, c.n.old, onlyNew, s), c.claim(c.n.pair, c.n.new, onlyOld, s)
		e.old, e.new = c.unionSide(c.old, nil), c.unionSide(c.new, s)
		e.facts = change.Facts{Name: alternativeWords(s), Came: []string{alternativeWords(s)}}
		c.add(e)
	}
	explained = c.tags(old, new, gone, came) || explained
	if !explained || old.keyword != new.keyword {
		c.whole([]union{old}, []union{new})
	}
}

// whole compares unions without looking at their alternatives.
func (c *comparison) whole(old, new []union) {
	e := &edit{rule: "alternatives-changed"}
	e.narrow, e.widen = c.claims(c.n.pair, onlyAll(old), onlyAll(new))
	e.facts = change.Facts{Old: unionWords(old), New: unionWords(new)}
	e.sentence = "alternatives: " + e.facts.Old + " → " + e.facts.New
	if len(old) == 1 && len(new) == 1 && c.allSame(old[0].list, new[0].list) {
		e.sentence = old[0].keyword.String() + " → " + new[0].keyword.String() + ", the same alternatives"
	}
	e.old, e.new = c.unionSide(c.old, nil), c.unionSide(c.new, nil)
	e.old.Value, e.new.Value = e.facts.Old, e.facts.New
	e.old.Present, e.new.Present = len(c.old.unions) > 0, len(c.new.unions) > 0
	c.add(e)
}

func onlyAll(list []union) *api.Schema {
	var all []*api.Schema
	for _, u := range list {
		all = append(all, u.only())
	}
	if all == nil {
		return nil
	}
	return lists.Join(all)
}

func unionWords(list []union) string {
	var words []string
	for _, u := range list {
		var names []string
		for i, s := range u.list {
			if i == lists.Most {
				names = append(names, strconv.Itoa(len(u.list)-i)+" more")
				break
			}
			names = append(names, alternativeWords(s))
		}
		words = append(words, u.keyword.String()+" ("+strings.Join(names, "; ")+")")
	}
	if words == nil {
		return "none"
	}
	return strings.Join(words, " and ")
}

// unionSide is the alternative, or the keyword that would hold it.
func (c *comparison) unionSide(sh *shape, s *api.Schema) change.Side {
	if s != nil {
		return change.Side{Value: alternativeWords(s), Present: true, Pos: s.Pos}
	}
	for _, k := range []api.Keyword{api.KwOneOf, api.KwAnyOf} {
		if sh.has(k) {
			out := side(sh, k, "")
			out.Present = false
			return out
		}
	}
	return change.Side{Pos: sh.core().Pos}
}

// match pairs alternatives: of the same meaning, of the same name, with the same tag, of the same type with most members alike.
func (c *comparison) match(old, new []*api.Schema) (matched []pair, gone, came []*api.Schema) {
	usedOld, usedNew := make([]bool, len(old)), make([]bool, len(new))
	try := func(fits func(a, b *api.Schema) bool) {
		for i, a := range old {
			for j, b := range new {
				if !usedOld[i] && !usedNew[j] && fits(a, b) {
					usedOld[i], usedNew[j] = true, true
					matched = append(matched, pair{old: a, new: b})
				}
			}
		}
	}
	try(func(a, b *api.Schema) bool { // several may allow the same values
		return lists.ReferenceName(a) != "" && lists.ReferenceName(a) == lists.ReferenceName(b) && c.solver.Same(a, b)
	})
	try(c.solver.Same)
	try(func(a, b *api.Schema) bool {
		return lists.ReferenceName(a) != "" && lists.ReferenceName(a) == lists.ReferenceName(b)
	})
	try(sameTags)
	try(c.akin)
	for i, s := range old {
		if !usedOld[i] {
			gone = append(gone, s)
		}
	}
	for j, s := range new {
		if !usedNew[j] {
			came = append(came, s)
		}
	}
	return matched, gone, came
}

// tagsIn returns the constants of an object by the names of their members.
func tagsIn(s *api.Schema) map[string]string {
	tags := map[string]string{}
	for _, p := range shapeOf(s).parts {
		if p.Object == nil {
			continue
		}
		for _, m := range p.Object.Properties {
			if list, ok := shapeOf(m.Value).values(); ok && len(list) == 1 {
				tags[m.Name] = api.Canonical(list[0])
			}
		}
	}
	return tags
}

// sameTags reports whether two objects have the same constants, and some.
func sameTags(a, b *api.Schema) bool {
	from := tagsIn(a)
	return len(from) > 0 && maps.Equal(from, tagsIn(b))
}

// otherTags reports whether constants tell two objects apart, and none says that they are one.
func otherTags(a, b *api.Schema) bool {
	same, other := 0, 0
	to := tagsIn(b)
	for name, value := range tagsIn(a) {
		switch v, ok := to[name]; {
		case ok && v == value:
			same++
		case ok:
			other++
		}
	}
	return other > 0 && same == 0
}

// akin reports whether two alternatives look like one that was edited: the same type and at least half of the members.
func (c *comparison) akin(a, b *api.Schema) bool {
	x, y := shapeOf(a), shapeOf(b)
	from, to := typesOf(x), typesOf(y)
	if from == nil || to == nil || !slices.Equal(from, to) || otherTags(a, b) {
		return false
	}
	left, right := x.names(), y.names()
	return 2*lists.Shared(left, right) >= max(len(left), len(right))
}

// alternativeWords says in a few words which alternative a schema is: its name, its tag, what it needs, or what it takes.
func alternativeWords(s *api.Schema) string {
	if name := lists.ReferenceName(s); name != "" {
		return name
	}
	if name, value, ok := oneTag(s); ok {
		return "object with " + name + " " + value
	}
	if sh := shapeOf(s); kindsOf(sh) == nil {
		var needs []string
		for _, p := range sh.parts {
			if p.Object != nil {
				for _, r := range p.Object.Required {
					needs = append(needs, r.Name)
				}
			}
		}
		if needs != nil {
			return "with " + strings.Join(needs, " and ")
		}
	}
	return Summary(s, true)
}

// oneTag returns the member whose constant tells an object from others, if there is one alone.
func oneTag(s *api.Schema) (name, value string, ok bool) {
	for _, p := range shapeOf(s).parts {
		if p.Object == nil {
			continue
		}
		for _, m := range p.Object.Properties {
			if list, listed := shapeOf(m.Value).values(); listed && len(list) == 1 {
				if ok {
					return "", "", false
				}
				name, value, ok = m.Name, lists.ValueWords(list, true), true
			}
		}
	}
	return name, value, ok
}
