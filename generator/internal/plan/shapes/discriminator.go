package shapes

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// reportTags reports what of a discriminator has no effect, and where it says more than the alternatives do.
func (p *Planner) reportTags(s *api.Schema, c *analysis.ChoicePlan) {
	if s.OpenAPI == nil || s.OpenAPI.Discriminator == nil {
		return
	}
	d := s.OpenAPI.Discriminator
	at := s.At(api.KwDiscriminator)
	switch {
	case c.ByRule:
		reportNoEffect(p, d, at)
	case c.Tags == nil || d.PropertyName != c.Tags.Property:
		how := "by their JSON types"
		switch {
		case c.Tags != nil:
			how = "by the constants of " + c.Tags.Property
		case c.ByKey:
			how = "by a member that only one of them has"
		}
		p.findings.Warn(at, diag.RuleNoEffect, "the discriminator names the property %q, but the variants are told apart %s", d.PropertyName, how)
	default:
		p.reportUnion(d, c, at)
	}
}

// reportUnion tells what is to be told of a union once, wherever it stands.
func (p *Planner) reportUnion(d *api.Discriminator, c *analysis.ChoicePlan, at diag.Pos) {
	key := keyOf(d, c)
	first, told := p.catalog.told[key]
	if !told {
		p.catalog.told[key], first = at, at
		reportMapping(p, d, c)
	}
	f := p.reportMeaning(d, c, first)
	if f == nil || at == first || slices.ContainsFunc(f.Related, func(r diag.Related) bool { return r.Pos == at }) {
		return
	}
	f.Related = append(f.Related, diag.Related{Pos: at, Message: "here too"})
}

// keyOf is the same for unions with the same alternatives and the same tags.
func keyOf(d *api.Discriminator, c *analysis.ChoicePlan) string {
	key := []string{d.PropertyName}
	for _, entry := range d.Mapping {
		if entry.Target != nil {
			key = append(key, strconv.Quote(entry.Value), entry.Target.Pos.Key())
		}
	}
	for _, l := range c.Leaves {
		key = append(key, l.Schema.Pos.Key())
	}
	return strings.Join(key, " ")
}

func reportNoEffect(p *Planner, d *api.Discriminator, at diag.Pos) {
	f := p.findings.Warn(at, diag.RuleNoEffect, "the discriminator does not tell the variants apart: what is valid is said by their other keywords alone")
	f.Hint = "require " + d.PropertyName + " in each variant, with a constant of its own (const, or an enum of one value)"
}

// ReportRuledTags is reportTags for a schema that is not a union of its own in Go, but stands in another type or in a rule.
func (p *Planner) ReportRuledTags(s *api.Schema) {
	if s.OpenAPI == nil || s.OpenAPI.Discriminator == nil || s.Compose == nil || len(s.Compose.OneOf)+len(s.Compose.AnyOf) == 0 {
		return
	}
	if t := p.types[s]; t != nil {
		if _, told := t.Def.(*UnionDef); told {
			return
		}
	}
	if c := p.analysis.Choice(s); c != nil {
		p.reportTags(s, c)
	} else if p.analysis.Tags(s) == nil && !p.analysis.Annotates() {
		reportNoEffect(p, s.OpenAPI.Discriminator, s.At(api.KwDiscriminator))
	}
}

// reportMapping reports values that lead to nothing: what the mapping names is no alternative, or has other constants. Values with the same
// cause are one finding.
func reportMapping(p *Planner, d *api.Discriminator, c *analysis.ChoicePlan) {
	said := misfits{findings: p.findings, by: map[string]*misfit{}}
	leading := map[*api.Schema]map[string]bool{}
	for _, tag := range c.Tags.Cases {
		if leading[tag.Target] == nil {
			leading[tag.Target] = map[string]bool{}
		}
		leading[tag.Target][plainText(tag.Value)] = true
	}
	for _, entry := range d.Mapping {
		if entry.Target == nil {
			continue // parse has reported it
		}
		target, _ := p.analysis.Peel(entry.Target)
		facts := p.analysis.TagFacts(target, d.PropertyName)
		leads := leading[target][entry.Value]
		switch known := slices.ContainsFunc(c.Leaves, func(l *analysis.Leaf) bool { return l.Schema == target }); {
		case leads:
		case !known:
			if !c.Tags.Base && p.analysis.Choice(target) == nil { // relatives of a base, and alternatives of a union inside, are no mistake
				said.add(entry, "but what it leads to is no alternative", "but what they lead to is no alternative")
			}
		case len(facts.Constants) == 1:
			because := "but the constant of that variant is " + words.Brief(facts.Constants[0])
			said.add(entry, because, because)
		case len(facts.Constants) > 1:
			said.add(entry, "which is no value of "+strconv.Quote(d.PropertyName)+" in that variant",
				"which are no values of "+strconv.Quote(d.PropertyName)+" in their variants")
		}
	}
	said.report()
}

// misfits are the values of a mapping that lead to nothing, by their cause.
type misfits struct {
	findings *diag.List
	by       map[string]*misfit
	order    []*misfit
}

type misfit struct {
	entries   []api.MapEntry
	one, many string // why
}

func (m *misfits) add(entry api.MapEntry, one, many string) {
	if m.by[one] == nil {
		m.by[one] = &misfit{one: one, many: many}
		m.order = append(m.order, m.by[one])
	}
	m.by[one].entries = append(m.by[one].entries, entry)
}

func (m *misfits) report() {
	for _, x := range m.order {
		because := x.one
		var values []string
		var related []diag.Related
		for i, entry := range x.entries {
			values = append(values, strconv.Quote(entry.Value))
			if i > 0 {
				because = x.many
				related = append(related, diag.Related{Pos: entry.Pos, Message: "and here"})
			}
		}
		f := m.findings.Warn(x.entries[0].Pos, diag.RuleNoEffect, "the mapping says %s, %s", strings.Join(values, ", "), because)
		f.Related = related
	}
}

func plainText(v api.Value) string {
	if text, ok := v.(api.String); ok {
		return string(text)
	}
	return api.Canonical(v)
}

// reportMeaning says where a tag decides more than the letter of OpenAPI does.
func (p *Planner) reportMeaning(d *api.Discriminator, c *analysis.ChoicePlan, at diag.Pos) *diag.Finding {
	if !decidesMore(p, c) {
		return nil
	}
	if c.Tags.Base {
		f := p.findings.Info(at, diag.RuleDiscriminator, "the value of %q decides which heir judges; to the letter of OpenAPI, the base alone does", d.PropertyName)
		f.Hint = "inheritance: struct in the configuration keeps to the base, with the members of heirs in Extra"
		return f
	}
	f := p.findings.Info(at, diag.RuleDiscriminator, "the value of %q decides which alternative judges; to the letter of OpenAPI, a discriminator changes nothing about what is valid", d.PropertyName)
	f.Hint = "discriminators: annotate in the configuration keeps to the letter"
	return f
}

// decidesMore reports whether the alternatives do not say themselves which tag they have.
func decidesMore(p *Planner, c *analysis.ChoicePlan) bool {
	for _, l := range c.Leaves {
		if l.Kind != analysis.KindObject {
			continue
		}
		facts := p.analysis.TagFacts(l.Schema, c.Tags.Property)
		values := c.Tags.Values(l.Schema)
		if facts.Constants == nil || !facts.Required || len(facts.Constants) != len(values) || facts.Kinds&analysis.KindNull != 0 {
			return true
		}
	}
	return false
}
