package schemas

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
)

// A condition is a constraint that only schemas say: not, if, contains and their like.
type condition struct {
	rule    string
	keyword api.Keyword
	only    *api.Schema // says this and nothing else
	parts   []conditionPart
}

// A conditionPart is a keyword that is part of a condition.
type conditionPart struct {
	keyword api.Keyword
	schema  *api.Schema
	number  *api.Number
}

func ifParts(c *api.Composition) []conditionPart {
	return []conditionPart{{keyword: api.KwIf, schema: c.If}, {keyword: api.KwThen, schema: c.Then}, {keyword: api.KwElse, schema: c.Else}}
}

func containsParts(a *api.ArrayRules) []conditionPart {
	return []conditionPart{{keyword: api.KwContains, schema: a.Contains},
		{keyword: api.KwMinContains, number: a.MinContains}, {keyword: api.KwMaxContains, number: a.MaxContains}}
}

// conditions returns those of all parts.
func conditions(sh *shape) (list []condition) {
	add := func(rule string, k api.Keyword, only *api.Schema, parts ...conditionPart) {
		list = append(list, condition{rule, k, only, parts})
	}
	for _, p := range sh.parts {
		if comp := p.Compose; comp != nil && comp.Not != nil {
			add("not-changed", api.KwNot, &api.Schema{Compose: &api.Composition{Not: comp.Not}})
		}
		if comp := p.Compose; comp != nil && comp.If != nil && (comp.Then != nil || comp.Else != nil) {
			add("condition-changed", api.KwIf, &api.Schema{Compose: &api.Composition{If: comp.If, Then: comp.Then, Else: comp.Else}}, ifParts(comp)...)
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
				}}, containsParts(a)...)
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
		if len(old)+len(new) == 0 {
			continue
		}
		e := &edit{rule: cond.rule}
		e.narrow, e.widen = c.claims(c.n.pair, onlyThese(old), onlyThese(new))
		k, sentence := cond.keyword, ""
		if len(old) == 1 && len(new) == 1 {
			k, sentence = c.changedPart(old[0], new[0])
		}
		e.old, e.new = c.sides(k, "", "")
		words := map[bool]string{false: "none", true: k.String()}
		e.old.Value, e.new.Value = words[e.old.Present], words[e.new.Present]
		e.facts = change.Facts{Name: k.String(), Old: e.old.Value, New: e.new.Value}
		if e.sentence = sentence; sentence == "" {
			from, to := said(old, k), said(new, k)
			e.sentence = k.String() + happened(from, to, e)
		}
		c.add(e)
	}
}

// changedPart returns the keyword of a condition that is another one, and a sentence about it if it is a number.
func (c *comparison) changedPart(old, new condition) (k api.Keyword, sentence string) {
	for i, from := range old.parts {
		if i == len(new.parts) {
			break
		}
		switch to := new.parts[i]; {
		case (from.schema == nil) != (to.schema == nil), from.schema != nil && !c.solver.Same(from.schema, to.schema):
			return from.keyword, ""
		case lists.Numeral(from.number) != lists.Numeral(to.number):
			return from.keyword, from.keyword.String() + " " + lists.Numeral(from.number) + " → " + lists.Numeral(to.number)
		}
	}
	return new.keyword, ""
}

// said is what the one condition of a side says, "" for several and for what takes many words.
func said(list []condition, k api.Keyword) string {
	if len(list) != 1 {
		return ""
	}
	return list[0].said(k)
}

// happened says what became of a keyword; with what both sides say, if that is short and differs.
func happened(from, to string, e *edit) string {
	switch {
	case !e.old.Present:
		return " is new" + behind(to)
	case !e.new.Present:
		return " is gone" + behind(from)
	case from == "" || to == "" || from == to:
		return " says something else"
	}
	e.old.Value, e.new.Value = from, to // tells it apart from another change of the keyword
	return ": " + from + " → " + to
}

func behind(text string) string {
	if text == "" {
		return ""
	}
	return ": " + text
}

// leftOf returns the conditions of a rule that the other side does not have.
func (c *comparison) leftOf(rule string, list, others []condition) (left []condition) {
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
		left = append(left, cond)
	}
	return left
}

func onlyThese(list []condition) *api.Schema {
	var all []*api.Schema
	for _, cond := range list {
		all = append(all, cond.only)
	}
	if all == nil {
		return nil
	}
	return lists.Join(all)
}

// Summary says in a few words what values a schema allows: integer, 1 to 300, optional.
func Summary(s *api.Schema, required bool) string {
	sh := shapeOf(s)
	list, listed := sh.values()
	words := []string{lists.TypeNames(typesOf(sh), false)}
	switch {
	case listed:
		words = []string{"one of " + lists.Enumerate(strings.Split(lists.ValueWords(list, true), ", "))}
	case s.Ref != nil && lists.ReferenceName(s) != "":
		words = []string{lists.ReferenceName(s)}
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
	if text := lists.LengthWords(size(api.KwMinLength)(sh).text, size(api.KwMaxLength)(sh).text); text != "" && !listed {
		words = append(words, text)
	}
	if p := patterns(sh); p.text != "" && !listed {
		words = append(words, "like "+p.text)
	}
	if f := formats(sh); f.text != "" && low.text == "" && high.text == "" {
		words = append(words, f.text)
	}
	if !required {
		words = append(words, "optional")
	}
	return strings.Join(words, ", ")
}
