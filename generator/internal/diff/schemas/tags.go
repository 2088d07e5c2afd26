package schemas

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/decided"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
)

// tags compares the discriminators of two unions: which member tells, which tag leads where, and what any other one does. Alternatives
// that came or went are told as such. It reports whether it told anything.
func (c *comparison) tags(old, new union, gone, came []*api.Schema) bool {
	if old.in == nil || new.in == nil {
		return false // one side is an alternative of the other
	}
	from, to := c.settings.Decided.Union(old.in), c.settings.Decided.Union(new.in)
	return c.tables(from, to, old.only(), new.only(), gone, came)
}

func (c *comparison) tables(from, to *decided.Table, onlyOld, onlyNew *api.Schema, gone, came []*api.Schema) bool {
	switch {
	case from == nil && to == nil:
		return false
	case from == nil || to == nil || from.Property != to.Property:
		return c.tagEdit("discriminator "+from.Words()+" → "+to.Words(), from.Words(), to.Words(), onlyOld, onlyNew, nil)
	}
	told := false
	moved, words := from.Moved(to, targetWords, func(was, is *api.Schema) bool {
		return is == nil && slices.Contains(gone, was) || was == nil && slices.Contains(came, is)
	})
	if len(moved) > 0 {
		sentence := "discriminator " + to.Property + ": " + lists.Enumerate(words)
		told = c.tagEdit(sentence, from.Property, to.Property, onlyOld, onlyNew, to.Tagged(moved))
	}
	if was, is := from.DefaultWords(targetWords), to.DefaultWords(targetWords); was != is {
		sentence := "discriminator " + to.Property + ": any other is " + was + " → " + is
		told = c.tagEdit(sentence, from.Property, to.Property, onlyOld, onlyNew, from.Others(to)) || told
	}
	return told
}

// tagEdit adds an edit about a discriminator, if it is of consequence. also says of which values.
func (c *comparison) tagEdit(sentence, was, is string, onlyOld, onlyNew, also *api.Schema) bool {
	e := &edit{rule: "discriminator-changed", sentence: sentence}
	e.narrow, e.widen = c.claim(c.n.pair, c.n.old, onlyNew, also), c.claim(c.n.pair, c.n.new, onlyOld, also)
	if e.quiet() {
		return false // what is told of annotations says it
	}
	e.old, e.new = c.sides(api.KwDiscriminator, was, is)
	e.facts = change.Facts{Name: is, Old: was, New: is}
	c.add(e)
	return true
}

func targetWords(s *api.Schema) string {
	if s == nil {
		return "none"
	}
	if name := decided.NameOf(s); name != "" {
		return name
	}
	return alternativeWords(s)
}

// heirs compares those of a base that is the type of a value.
func (c *comparison) heirs() {
	from, to := c.settings.Decided.Base(c.n.old), c.settings.Decided.Base(c.n.new)
	if from == nil && to == nil {
		return
	}
	old, new := from.ByName(), to.ByName()
	var gone, came []*api.Schema
	for _, s := range from.Schemas() {
		other := new[decided.NameOf(s)]
		if other == nil {
			gone = append(gone, s)
			c.heir("alternative-removed", s, from, false)
		} else if !c.solver.Same(s, other) {
			c.n.edges = append(c.n.edges, edge{step{kind: toAlternative, old: s, new: other}, c.node(pair{old: s, new: other, text: c.n.text})})
		}
	}
	for _, s := range to.Schemas() {
		if old[decided.NameOf(s)] == nil {
			came = append(came, s)
			c.heir("alternative-added", s, to, true)
		}
	}
	if from != nil && to != nil {
		c.tables(from, to, c.n.old, c.n.new, gone, came)
	}
}

// heir adds an edit about an heir that came or went.
func (c *comparison) heir(rule string, s *api.Schema, in *decided.Table, isNew bool) {
	name, base, tagged := decided.NameOf(s), decided.NameOf(c.n.new), in.Tagged(in.Tags(s))
	e := &edit{rule: rule, sentence: name + " is no longer an heir", facts: change.Facts{Name: name, Base: base, Gone: []string{name}}}
	e.old, e.new = c.sides(api.KwDiscriminator, name, "")
	if isNew {
		e.sentence, e.facts = name+" is a new heir", change.Facts{Name: name, Base: base, Came: []string{name}}
		e.old, e.new = c.sides(api.KwDiscriminator, "", name)
	}
	e.narrow, e.widen = c.claim(c.n.pair, c.n.old, c.n.new, tagged), c.claim(c.n.pair, c.n.new, c.n.old, tagged)
	c.add(e)
}

// hasDiscriminator reports whether tags decide between the alternatives of a union.
func (u union) hasDiscriminator() bool {
	return u.in != nil && u.in.OpenAPI != nil && u.in.OpenAPI.Discriminator != nil && strings.TrimSpace(u.in.OpenAPI.Discriminator.PropertyName) != ""
}
