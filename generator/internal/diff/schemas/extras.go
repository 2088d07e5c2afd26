package schemas

import (
	"maps"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// extras compares what objects say about names that nobody declares.
func (c *comparison) extras() {
	c.patternMembers()
	from, to := c.extra(c.old), c.extra(c.new)
	if c.solver.Same(from, to) {
		return
	}
	never := func(s *api.Schema) bool { return c.solver.Find(lit(s)).Status == sets.Empty }
	if never(from) && never(to) {
		return
	}
	if !c.isAnything(from) && !c.isAnything(to) && !never(from) && !never(to) {
		c.n.edges = append(c.n.edges, edge{step{kind: toMember, name: c.freshName()}, c.node(pair{old: from, new: to, text: c.n.text})})
		return
	}
	e := &edit{rule: "extra-members-changed"}
	old, new := c.extraWords(from, never(from)), c.extraWords(to, never(to))
	switch {
	case never(to):
		e.rule = "object-closed"
	case never(from):
		e.rule = "object-opened"
	}
	e.sentence = "other members: " + old + " → " + new
	e.facts = change.Facts{Old: old, New: new}
	e.narrow, e.widen = c.claims(c.n.pair, c.onlyExtras(c.old), c.onlyExtras(c.new))
	e.old, e.new = side(c.old, extraKeyword(c.old), old), side(c.new, extraKeyword(c.new), new)
	c.add(e)
}

func (c *comparison) extraWords(s *api.Schema, never bool) string {
	switch {
	case never:
		return "none"
	case c.isAnything(s):
		return "any"
	}
	return Summary(s, true)
}

func extraKeyword(sh *shape) api.Keyword {
	if sh.has(api.KwUnevaluatedProperties) {
		return api.KwUnevaluatedProperties
	}
	return api.KwAdditionalProperties
}

func (c *comparison) extra(sh *shape) *api.Schema {
	var list []*api.Schema
	for _, p := range sh.parts {
		if p.Object != nil && sh.rest(p) != nil {
			list = append(list, sh.rest(p))
		}
	}
	return c.joined(append(list, undescribed(sh)...), sh)
}

// onlyExtras says of each part what it says about other members, and nothing about its own.
func (c *comparison) onlyExtras(sh *shape) *api.Schema {
	var list []*api.Schema
	free := func(named []api.Named[*api.Schema]) (out []api.Named[*api.Schema]) {
		for _, m := range named {
			out = append(out, api.Named[*api.Schema]{Name: m.Name, Value: c.anything})
		}
		return out
	}
	whole := &api.ObjectRules{AdditionalProperties: sh.closed}
	for _, p := range sh.parts {
		o := p.Object
		if o == nil {
			continue
		}
		whole.Properties = append(whole.Properties, free(o.Properties)...)
		whole.PatternProperties = append(whole.PatternProperties, free(o.PatternProperties)...)
		switch rest := sh.rest(p); {
		case o.UnevaluatedProperties != nil:
			list = append(list, p)
		case rest != nil:
			list = append(list, &api.Schema{Object: &api.ObjectRules{
				Properties: free(o.Properties), PatternProperties: free(o.PatternProperties), AdditionalProperties: rest,
			}})
		}
	}
	if sh.closed != nil {
		list = append(list, &api.Schema{Object: whole})
	}
	if list == nil {
		return nil
	}
	return lists.Join(list)
}

// freshName is a name that neither side declares.
func (c *comparison) freshName() string {
	name := "a"
	taken := map[string]bool{}
	for _, n := range append(c.old.names(), c.new.names()...) {
		taken[n] = true
	}
	for taken[name] {
		name += "a"
	}
	return name
}

// patternMembers compares patternProperties by the text of the pattern.
func (c *comparison) patternMembers() {
	read := func(sh *shape) map[string][]*api.Schema {
		byText := map[string][]*api.Schema{}
		for _, p := range sh.parts {
			if p.Object != nil {
				for _, m := range p.Object.PatternProperties {
					byText[m.Name] = append(byText[m.Name], m.Value)
				}
			}
		}
		return byText
	}
	from, to := read(c.old), read(c.new)
	only := func(byText map[string][]*api.Schema, text string) *api.Schema {
		if byText[text] == nil {
			return nil
		}
		return &api.Schema{Object: &api.ObjectRules{PatternProperties: []api.Named[*api.Schema]{{Name: text, Value: c.joined(byText[text], c.new)}}}}
	}
	for _, text := range lists.Merged(slices.Sorted(maps.Keys(from)), slices.Sorted(maps.Keys(to))) {
		old, new := only(from, text), only(to, text)
		if old != nil && new != nil && c.patternMember(text, c.joined(from[text], c.old), c.joined(to[text], c.new)) {
			continue
		}
		e := &edit{rule: "pattern-members-changed", sentence: "members whose names match " + text + ": " + c.patternWords(from, text) + " → " + c.patternWords(to, text)}
		e.narrow, e.widen = c.claims(c.n.pair, old, new)
		e.old, e.new = c.sides(api.KwPatternProperties, c.patternWords(from, text), c.patternWords(to, text))
		e.facts = change.Facts{Name: text, Old: e.old.Value, New: e.new.Value}
		c.add(e)
	}
}

// patternMember compares what both sides say about members with such names, at one name that nobody declares. It reports whether it
// could.
func (c *comparison) patternMember(text string, old, new *api.Schema) bool {
	if c.solver.Same(old, new) {
		return true
	}
	taken := &api.Schema{Compose: &api.Composition{Not: lists.OnlyNames(append(c.old.names(), c.new.names()...))}}
	answer := c.solver.Find(lit(lists.TextLike(text)), lit(taken))
	name, ok := answer.Value.(api.String)
	if answer.Status != sets.Inhabited || !ok {
		return false
	}
	c.lead(c.n, step{kind: toMember, name: string(name)}, old, new)
	return true
}

func (c *comparison) patternWords(byText map[string][]*api.Schema, text string) string {
	if byText[text] == nil {
		return "no constraint"
	}
	return Summary(c.joined(byText[text], c.new), true)
}
