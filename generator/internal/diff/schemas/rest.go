package schemas

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A condition is a constraint that only schemas say: not, if, contains and their like.
type condition struct {
	rule    string
	keyword api.Keyword
	only    *api.Schema // says this and nothing else
}

// conditions returns those of all parts.
func conditions(sh *shape) (list []condition) {
	add := func(rule string, k api.Keyword, only *api.Schema) { list = append(list, condition{rule, k, only}) }
	for _, p := range sh.parts {
		if comp := p.Compose; comp != nil && comp.Not != nil {
			add("not-changed", api.KwNot, &api.Schema{Compose: &api.Composition{Not: comp.Not}})
		}
		if comp := p.Compose; comp != nil && comp.If != nil && (comp.Then != nil || comp.Else != nil) {
			add("condition-changed", api.KwIf, &api.Schema{Compose: &api.Composition{If: comp.If, Then: comp.Then, Else: comp.Else}})
		}
		if o := p.Object; o != nil {
			if o.PropertyNames != nil {
				add("member-names-changed", api.KwPropertyNames, &api.Schema{Object: &api.ObjectRules{PropertyNames: o.PropertyNames}})
			}
			if o.DependentRequired != nil {
				add("dependency-changed", api.KwDependentRequired, &api.Schema{Object: &api.ObjectRules{DependentRequired: o.DependentRequired}})
			}
			if o.DependentSchemas != nil {
				add("dependency-changed", api.KwDependentSchemas, &api.Schema{Object: &api.ObjectRules{DependentSchemas: o.DependentSchemas}})
			}
		}
		if a := p.Array; a != nil {
			if a.Contains != nil {
				add("contains-changed", api.KwContains, &api.Schema{Array: &api.ArrayRules{
					Contains: a.Contains, MinContains: a.MinContains, MaxContains: a.MaxContains,
				}})
			}
			if a.UnevaluatedItems != nil {
				add("other-items-changed", api.KwUnevaluatedItems, p)
			}
		}
		if p.Core != nil && p.Core.DynamicRef != nil || p.Ref != nil && p.Ref.Dynamic {
			add("reference-changed", api.KwDynamicRef, p)
		}
	}
	return list
}

// rest compares the conditions of each kind, all of a kind together.
func (c *comparison) rest() {
	from, to := conditions(c.old), conditions(c.new)
	seen := map[string]bool{}
	for _, cond := range append(append([]condition{}, to...), from...) {
		if seen[cond.rule] {
			continue
		}
		seen[cond.rule] = true
		old, new := c.leftOf(cond.rule, from, to), c.leftOf(cond.rule, to, from)
		if old == nil && new == nil {
			continue
		}
		e := &edit{rule: cond.rule}
		e.narrow, e.widen = c.claims(c.n.pair, joinOrNil(old), joinOrNil(new))
		e.old, e.new = c.sides(cond.keyword, "", "")
		e.old.Present, e.new.Present = c.old.has(cond.keyword), c.new.has(cond.keyword)
		words := map[bool]string{false: "none", true: cond.keyword.String()}
		e.old.Value, e.new.Value = words[e.old.Present], words[e.new.Present]
		e.facts = change.Facts{Name: cond.keyword.String(), Old: e.old.Value, New: e.new.Value}
		e.sentence = cond.keyword.String() + happened(e.old.Present, e.new.Present)
		c.add(e)
	}
}

func happened(before, after bool) string {
	switch {
	case !before:
		return " is new"
	case !after:
		return " is gone"
	}
	return " says something else"
}

// leftOf returns the conditions of a rule that the other side does not have.
func (c *comparison) leftOf(rule string, list, others []condition) (left []*api.Schema) {
next:
	for _, cond := range list {
		if cond.rule != rule {
			continue
		}
		for _, o := range others {
			if o.rule == rule && c.solver.Same(cond.only, o.only) {
				continue next
			}
		}
		left = append(left, cond.only)
	}
	return left
}

func joinOrNil(list []*api.Schema) *api.Schema {
	if list == nil {
		return nil
	}
	return join(list)
}

// Summary says in a few words what values a schema allows: integer, 1 to 300, optional.
func Summary(s *api.Schema, required bool) string {
	sh := shapeOf(s)
	list, listed := sh.values()
	words := []string{typeNames(typesOf(sh), false)}
	switch {
	case listed:
		words = []string{"one of " + enumerate(strings.Split(valueWords(list, true), ", "))}
	case s.Ref != nil && alternativeName(s) != "":
		words = []string{alternativeName(s)}
	}
	low, high := bound(sh, 1), bound(sh, -1)
	switch {
	case low.text != "" && high.text != "":
		words = append(words, low.text+" to "+high.text)
	case low.text != "":
		words = append(words, "from "+low.text)
	case high.text != "":
		words = append(words, "up to "+high.text)
	}
	if f := formats(sh); f.text != "" {
		words = append(words, f.text)
	}
	if !required {
		words = append(words, "optional")
	}
	return strings.Join(words, ", ")
}
