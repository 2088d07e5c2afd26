package sets

import (
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
	"maps"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// maxVisited bounds the schemas that are walked for one value.
const maxVisited = 1000

// An evaluation is unevaluatedProperties or unevaluatedItems, with what is known of the parts that the schemas for the same value have
// evaluated (Core 11). Schemas that may hold or not are a choice.
type evaluation struct {
	kind     kind
	not      bool
	schema   *api.Schema   // what the other parts are
	pending  []*api.Schema // that hold, and are not walked yet
	open     []split
	all      bool // all parts are evaluated
	names    map[string]bool
	patterns []string
	prefix   int           // so many items are
	contains []*api.Schema // items in one of them are
}

// unevaluated returns the demand of the keyword of a schema; what else the schema says is known to hold.
func (s *Solver) unevaluated(schema *api.Schema, k kind, not bool) evaluation {
	e := evaluation{kind: k, not: not, pending: []*api.Schema{s.judge.BareOf(schema)}, names: map[string]bool{}}
	if k == objects {
		e.schema = schema.Object.UnevaluatedProperties
	} else {
		e.schema = schema.Array.UnevaluatedItems
	}
	return e
}

// apply walks the schemas that hold, then decides of the others one by one whether they hold.
func (e evaluation) apply(b *branch) bool {
	if b.kind != e.kind {
		return true
	}
	e.names = maps.Clone(e.names)
	for visited := 0; len(e.pending) > 0 && !e.all; visited++ {
		if visited > maxVisited {
			return unsure{"unevaluated parts: schemas are nested too deep"}.apply(b)
		}
		at := len(e.pending) - 1
		schema := e.pending[at]
		e.pending = e.pending[:at:at]
		if schema.Form != api.FormObject {
			continue
		}
		e.own(schema)
		for _, ref := range judge.Refs(schema) {
			if ref.Target != nil {
				b.noteDynamic(ref)
				e.pending = append(e.pending, ref.Target)
			}
		}
		e.open = append(e.open[:len(e.open):len(e.open)], e.splits(b.r.s, schema)...)
	}
	if len(e.open) == 0 || e.all {
		return e.conclude(b)
	}
	next := e.open[0]
	e.open = e.open[1:]
	c := make(clause, len(next))
	for i, w := range next {
		rest := e
		for _, schema := range w.holds {
			if schema != nil {
				rest.pending = append(rest.pending[:len(rest.pending):len(rest.pending)], schema)
			}
		}
		c[i] = append(w.known[:len(w.known):len(w.known)], rest)
	}
	return b.addClause(c)
}

// own notes what the keywords of a schema evaluate.
func (e *evaluation) own(schema *api.Schema) {
	if o := schema.Object; o != nil && e.kind == objects {
		e.all = e.all || o.AdditionalProperties != nil || o.UnevaluatedProperties != nil
		for _, p := range o.Properties {
			e.names[p.Name] = true
		}
		for _, p := range o.PatternProperties {
			e.patterns = append(e.patterns[:len(e.patterns):len(e.patterns)], p.Name)
		}
	}
	if a := schema.Array; a != nil && e.kind == arrays {
		e.all = e.all || a.Items != nil || a.UnevaluatedItems != nil
		e.prefix = max(e.prefix, len(a.PrefixItems))
		if a.Contains != nil {
			e.contains = append(e.contains[:len(e.contains):len(e.contains)], a.Contains)
		}
	}
}

// A split is the ways in which a schema for the same value holds or does not.
type split []way

// A way is what makes it so, and the schemas that hold then.
type way struct {
	known alternative
	holds []*api.Schema
}

// splits returns what is not known of the schemas that a schema applies to the same value. What holds for sure is walked.
func (e *evaluation) splits(s *Solver, schema *api.Schema) (list []split) {
	if o := schema.Object; o != nil && e.kind == objects {
		for _, d := range o.DependentSchemas {
			if s.evaluates(d.Value, e.kind) {
				list = append(list, split{{known: alternative{lacks{d.Name}}}, {alternative{has{d.Name}}, []*api.Schema{d.Value}}})
			}
		}
	}
	k := schema.Compose
	if k == nil {
		return list
	}
	e.pending = append(e.pending, k.AllOf...)
	for _, part := range slices.Concat(k.AnyOf, k.OneOf) {
		if s.evaluates(part, e.kind) {
			list = append(list, split{{known: alternative{s.lit(part, true)}}, {alternative{s.lit(part, false)}, []*api.Schema{part}}})
		}
	}
	if k.If != nil && (s.evaluates(k.If, e.kind) || s.evaluates(k.Then, e.kind) || s.evaluates(k.Else, e.kind)) {
		list = append(list, split{
			{alternative{s.lit(k.If, false)}, []*api.Schema{k.If, k.Then}},
			{alternative{s.lit(k.If, true)}, []*api.Schema{k.Else}},
		})
	}
	return list
}

// evaluates reports whether a schema, or one that it applies to the same value, evaluates parts of values of a kind.
func (s *Solver) evaluates(schema *api.Schema, k kind) bool {
	return s.evaluatesOn(schema, k, map[*api.Schema]bool{})
}

func (s *Solver) evaluatesOn(schema *api.Schema, k kind, seen map[*api.Schema]bool) bool {
	if schema == nil || schema.Form != api.FormObject || seen[schema] {
		return false
	}
	seen[schema] = true
	if o := schema.Object; k == objects && o != nil {
		if o.Properties != nil || o.PatternProperties != nil || o.AdditionalProperties != nil || o.UnevaluatedProperties != nil {
			return true
		}
		for _, d := range o.DependentSchemas {
			if s.evaluatesOn(d.Value, k, seen) {
				return true
			}
		}
	}
	if a := schema.Array; k == arrays && a != nil {
		if a.PrefixItems != nil || a.Items != nil || a.Contains != nil || a.UnevaluatedItems != nil {
			return true
		}
	}
	for _, ref := range judge.Refs(schema) {
		if s.evaluatesOn(ref.Target, k, seen) {
			return true
		}
	}
	c := schema.Compose
	if c == nil {
		return false
	}
	for _, list := range [][]*api.Schema{c.AllOf, c.AnyOf, c.OneOf, {c.If, c.Then, c.Else}} {
		for _, part := range list {
			if s.evaluatesOn(part, k, seen) {
				return true
			}
		}
	}
	return false
}

// conclude demands of the parts that nothing evaluates what the keyword says.
func (e evaluation) conclude(b *branch) bool {
	s := b.r.s
	switch {
	case e.all:
		return !e.not
	case e.kind == objects:
		x := judge.Scope{Rest: &judge.Rest{Names: e.names, Patterns: e.patterns}}
		if e.not {
			return some{scope: x, value: []term{s.lit(e.schema, true)}}.apply(b)
		}
		return member{x, s.lit(e.schema, false)}.apply(b)
	}
	item := e.schema
	if len(e.contains) > 0 {
		item = &api.Schema{Compose: &api.Composition{AnyOf: append(e.contains[:len(e.contains):len(e.contains)], e.schema)}}
	}
	if e.not {
		return count{from: e.prefix, item: s.lit(item, true), min: 1, max: -1}.apply(b)
	}
	return each{e.prefix, -1, s.lit(item, false)}.apply(b)
}
