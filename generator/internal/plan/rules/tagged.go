package rules

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
)

// tagged adds the table of a discriminator, from which reading goes too. The alternatives are judged as without one only where the tag
// does not tell.
func (c *compiler) tagged(tags *analysis.TagTable) {
	k := gomodel.RuleTag{Wire: tags.Property, Open: tags.Open}
	for _, t := range tags.Cases {
		k.Cases = append(k.Cases, gomodel.RuleTagCase{Value: classes.TagLiteral(t.Value), Rule: c.target(t.Target)})
	}
	for _, v := range tags.Refused {
		k.Cases = append(k.Cases, gomodel.RuleTagCase{Value: classes.TagLiteral(v), Rule: gomodel.Rule{gomodel.RuleNever{}}})
	}
	for _, v := range tags.Shared {
		k.Shared = append(k.Shared, classes.TagLiteral(v))
	}
	if tags.Default != nil {
		k.Default = c.target(tags.Default)
	}
	if objects := c.p.analysis.Kinds(c.s)&^analysis.KindNull == analysis.KindObject; !tags.Decides() || !objects {
		k.Else = c.alternatives()
	} else {
		types := gomodel.RuleTypes{Names: []string{"object"}}
		if c.p.analysis.TakesNull(c.s) {
			types.Names = append(types.Names, "null")
		}
		c.add(types)
	}
	c.add(k)
}

// target returns the rule of an alternative that a tag leads to.
func (c *compiler) target(s *api.Schema) gomodel.Rule {
	name := c.named(s, c.in, c.owner(s))
	c.targets[name] = s
	return gomodel.Rule{gomodel.RuleRef{Name: name}}
}

// told returns the rule by which a reader knows an object of a union inside that has a discriminator: its tag leads there, or tells nothing.
func (r *ruler) told(l *analysis.Leaf) string {
	key := toldKey{l.Schema, l.Told}
	if name := r.tolds[key]; name != "" {
		return name
	}
	whole := r.wholeRule(l.Schema)
	own, never := gomodel.Rule{gomodel.RuleRef{Name: whole}}, gomodel.Rule{gomodel.RuleNever{}}
	t := l.Told
	k := gomodel.RuleTag{Wire: t.Property, Open: t.Open}
	for _, c := range t.Cases {
		switch {
		case r.leadsTo(c.Target, l.Schema):
			k.Cases = append(k.Cases, gomodel.RuleTagCase{Value: classes.TagLiteral(c.Value), Rule: own})
		case t.Open || t.Default != nil && r.leadsTo(t.Default, l.Schema):
			k.Cases = append(k.Cases, gomodel.RuleTagCase{Value: classes.TagLiteral(c.Value), Rule: never})
		}
	}
	for _, v := range t.Shared {
		k.Shared = append(k.Shared, classes.TagLiteral(v))
	}
	if !t.Decides() {
		k.Else = own
	}
	if t.Default != nil {
		if k.Default = never; r.leadsTo(t.Default, l.Schema) {
			k.Default = own
		}
		for _, v := range t.Refused {
			k.Cases = append(k.Cases, gomodel.RuleTagCase{Value: classes.TagLiteral(v), Rule: never})
		}
	}
	name := r.private(whole+"Told", r.p.shapes.Pointer(l.Schema)+" told")
	r.tolds[key] = name
	return r.entry(name, l.Schema, func() gomodel.Rule { return gomodel.Rule{gomodel.RuleTypes{Names: []string{"object"}}, k} })
}

// leadsTo reports whether a tag that leads to a target may mean an object: the target is it, or a union that has it.
func (r *ruler) leadsTo(target, object *api.Schema) bool {
	if target == object {
		return true
	}
	inner := r.p.analysis.Choice(target)
	return inner != nil && slices.ContainsFunc(inner.Leaves, func(l *analysis.Leaf) bool { return l.Schema == object })
}
