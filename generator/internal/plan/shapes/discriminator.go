package shapes

import (
	"slices"

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
		reportMapping(p, d, c)
		p.reportMeaning(s, d, c)
	}
}

func reportNoEffect(p *Planner, d *api.Discriminator, at diag.Pos) {
	f := p.findings.Warn(at, diag.RuleNoEffect, "the discriminator does not tell the variants apart: what is valid is said by their other keywords alone")
	f.Hint = "require " + d.PropertyName + " in each variant, with a constant of its own (const, or an enum of one value)"
}

// ReportRuledTags is reportTags for a schema that is no union of its own in Go, but stands in another type or in a rule.
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

// reportMapping reports values that lead to nothing: what the mapping names is no alternative, or has other constants.
func reportMapping(p *Planner, d *api.Discriminator, c *analysis.ChoicePlan) {
	for _, entry := range d.Mapping {
		if entry.Target == nil {
			continue // parse has reported it
		}
		target, _ := p.analysis.Peel(entry.Target)
		facts := p.analysis.TagFacts(target, d.PropertyName)
		leads := slices.ContainsFunc(c.Tags.Values(target), func(v api.Value) bool { return plainText(v) == entry.Value })
		switch known := slices.ContainsFunc(c.Leaves, func(l *analysis.Leaf) bool { return l.Schema == target }); {
		case leads:
		case !known:
			if !c.Tags.Base && p.analysis.Choice(target) == nil { // relatives of a base, and alternatives of a union inside, are no mistake
				p.findings.Warn(entry.Pos, diag.RuleNoEffect, "the mapping says %q, but what it leads to is no alternative", entry.Value)
			}
		case len(facts.Constants) == 1:
			p.findings.Warn(entry.Pos, diag.RuleNoEffect, "the mapping says %q, but the constant of that variant is %s", entry.Value, words.Brief(facts.Constants[0]))
		case len(facts.Constants) > 1:
			p.findings.Warn(entry.Pos, diag.RuleNoEffect, "the mapping says %q, which is no value of %q in that variant", entry.Value, d.PropertyName)
		}
	}
}

func plainText(v api.Value) string {
	if text, ok := v.(api.String); ok {
		return string(text)
	}
	return api.Canonical(v)
}

// reportMeaning says where a tag decides more than the letter of OpenAPI does: once for each union.
func (p *Planner) reportMeaning(s *api.Schema, d *api.Discriminator, c *analysis.ChoicePlan) {
	if !decidesMore(p, c) {
		return
	}
	if c.Tags.Base {
		f := p.findings.Info(s.At(api.KwDiscriminator), diag.RuleDiscriminator, "the value of %q decides which heir judges; to the letter of OpenAPI, the base alone does", d.PropertyName)
		f.Hint = "inheritance: struct in the configuration keeps to the base, with the members of heirs in Extra"
		return
	}
	f := p.findings.Info(s.At(api.KwDiscriminator), diag.RuleDiscriminator, "the value of %q decides which alternative judges; to the letter of OpenAPI, a discriminator changes nothing about what is valid", d.PropertyName)
	f.Hint = "discriminators: annotate in the configuration keeps to the letter"
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
