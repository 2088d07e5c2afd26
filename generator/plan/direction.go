package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
)

// A direction is the way that a value travels. What is readOnly is only received, what is writeOnly only sent (OAS 3.0, Schema
// Object; Validation 9.4).
type direction uint8

const (
	neither direction = iota // no operation has the schema
	received
	sent
)

// A component is a schema with a name in the document.
type component struct {
	name     string
	schema   *api.Schema
	sent     bool // it is what is sent, beside another one for what is received
	external bool // it is in another file
}

// directions rewrites the schemas that have members of one direction only: each gets a form for each direction in which it is
// used. Schemas without such members are shared.
type directions struct {
	p      *planner
	used   map[*api.Schema][3]bool        // by direction
	loses  map[*api.Schema][3]bool        // whether anything in it is lost on a direction
	forms  map[*api.Schema][3]*api.Schema // what was rewritten, by direction
	origin map[*api.Schema]*api.Schema    // of a rewritten schema
	ways   map[*api.Schema]direction      // of a rewritten schema
	twins  map[*api.Schema]*api.Schema    // what is sent, by what is received, and the other way round
	roots  []rootUse
}

// planDirections decides which components there are, and what form of a schema each direction has.
func (p *planner) planDirections() {
	d := &directions{
		p: p, used: map[*api.Schema][3]bool{}, loses: map[*api.Schema][3]bool{}, forms: map[*api.Schema][3]*api.Schema{},
		origin: map[*api.Schema]*api.Schema{}, ways: map[*api.Schema]direction{}, twins: map[*api.Schema]*api.Schema{},
	}
	p.directions = d
	p.schemas = slices.Clone(p.doc.Schemas)
	d.findUses()
	d.findLosses()
	for _, c := range p.doc.Components.Schemas {
		d.useAsTarget(c.Value)
		d.addForms(component{name: c.Name, schema: c.Value})
	}
	p.local = len(p.components)
	for _, c := range p.externals() {
		d.addForms(c)
	}
	for _, u := range d.roots {
		d.form(u.schema, u.way)
	}
}

// useAsTarget gives a component that is nothing but a reference to another file the uses of what is there, which gets its name.
func (d *directions) useAsTarget(s *api.Schema) {
	target := s
	for range d.p.doc.Schemas { // a circle of references ends here
		if target == nil || asserted(target) != setOf(api.KwRef) {
			break
		}
		target = target.Ref.Target
	}
	if target != nil && target != s && target.Pos.Elsewhere() {
		d.used[s] = d.used[target]
	}
}

// addForms adds a component in each of its forms.
func (d *directions) addForms(c component) {
	p, s := d.p, c.schema
	used := d.used[s]
	c.schema = d.form(s, d.main(s))
	p.components = append(p.components, c)
	if used[received] && used[sent] && d.form(s, sent) != d.form(s, received) {
		c.schema, c.sent = d.form(s, sent), true
		p.components = append(p.components, c)
		d.twins[d.form(s, sent)], d.twins[d.form(s, received)] = d.form(s, received), d.form(s, sent)
	}
}

// A rootUse is the schema of a body or a parameter.
type rootUse struct {
	schema *api.Schema
	way    direction
}

// main is the direction of the form that has the name of a component.
func (d *directions) main(s *api.Schema) direction {
	switch used := d.used[s]; {
	case used[received]:
		return received
	case used[sent]:
		return sent
	}
	return neither
}

// findUses notes in which directions the operations use each schema.
func (d *directions) findUses() {
	for _, entry := range d.p.doc.Paths {
		item := entry.Value.Value
		if item == nil {
			continue
		}
		d.useParameters(item.Parameters)
		for _, op := range item.Operations {
			d.useParameters(op.Parameters)
			if op.RequestBody != nil && op.RequestBody.Value != nil {
				d.useContent(op.RequestBody.Value.Content, sent)
			}
			for _, r := range op.Responses {
				if r.Use.Value != nil {
					d.useContent(r.Use.Value.Content, received)
					for _, h := range r.Use.Value.Headers {
						if h.Value.Value != nil {
							d.useRoot(h.Value.Value.Schema, received)
							d.useContent(h.Value.Value.Content, received)
						}
					}
				}
			}
		}
	}
}

// useRoot notes the schema of a body or a parameter.
func (d *directions) useRoot(s *api.Schema, way direction) {
	if s != nil {
		d.roots = append(d.roots, rootUse{s, way})
		d.use(s, way)
	}
}

func (d *directions) useParameters(list []api.Use[api.Parameter]) {
	for _, u := range list {
		if u.Value != nil {
			d.useRoot(u.Value.Schema, sent)
			d.useContent(u.Value.Content, sent)
		}
	}
}

func (d *directions) useContent(content []api.Named[api.Use[api.MediaType]], way direction) {
	for _, m := range content {
		if m.Value.Value != nil {
			d.useRoot(m.Value.Value.Schema, way)
			d.useRoot(m.Value.Value.ItemSchema, way)
		}
	}
}

// use notes a use of s and of all that it leads to.
func (d *directions) use(s *api.Schema, way direction) {
	if s == nil || d.used[s][way] {
		return
	}
	used := d.used[s]
	used[way] = true
	d.used[s] = used
	for next := range leadsTo(s) {
		d.use(next, way)
	}
}

// leadsTo yields the subschemas of s and the targets of its references.
func leadsTo(s *api.Schema) func(yield func(*api.Schema) bool) {
	return func(yield func(*api.Schema) bool) {
		for c := range s.Children() {
			if !yield(c.Schema) {
				return
			}
		}
		for _, ref := range []*api.Ref{s.Ref, dynamicRef(s)} {
			if ref != nil && ref.Target != nil && !yield(ref.Target) {
				return
			}
		}
	}
}

// findLosses notes which schemas lose a member in a direction, themselves or in what they lead to.
func (d *directions) findLosses() {
	comesFrom := map[*api.Schema][]*api.Schema{}
	for _, s := range d.p.doc.Schemas {
		for next := range leadsTo(s) {
			comesFrom[next] = append(comesFrom[next], s)
		}
	}
	for _, s := range d.p.doc.Schemas {
		if s.Object == nil {
			continue
		}
		for _, property := range s.Object.Properties {
			d.reportBoth(property.Value)
			for _, way := range []direction{received, sent} {
				if d.isDropped(property.Value, way) {
					d.lose(s, way, comesFrom)
				}
			}
		}
	}
}

func (d *directions) lose(s *api.Schema, way direction, comesFrom map[*api.Schema][]*api.Schema) {
	if d.loses[s][way] {
		return
	}
	loses := d.loses[s]
	loses[way] = true
	d.loses[s] = loses
	for _, from := range comesFrom[s] {
		d.lose(from, way, comesFrom)
	}
}

// isDropped reports whether a property is not there in a direction. The keyword may stand beside a reference or behind it.
func (d *directions) isDropped(s *api.Schema, way direction) bool {
	readOnly, writeOnly := d.only(s)
	return readOnly != writeOnly && (way == sent && readOnly || way == received && writeOnly)
}

func (d *directions) only(s *api.Schema) (readOnly, writeOnly bool) {
	for range len(d.p.doc.Schemas) {
		if s.Meta != nil {
			readOnly, writeOnly = readOnly || s.Meta.ReadOnly, writeOnly || s.Meta.WriteOnly
		}
		switch {
		case s.Ref != nil && s.Ref.Target != nil:
			s = s.Ref.Target
		case s.Compose != nil && len(s.Compose.AllOf) == 1:
			s = s.Compose.AllOf[0]
		default:
			return readOnly, writeOnly
		}
	}
	return readOnly, writeOnly
}

// reportBoth reports a property that is neither received nor sent, which is taken for both.
func (d *directions) reportBoth(s *api.Schema) {
	if s.Meta != nil && s.Meta.ReadOnly && s.Meta.WriteOnly {
		d.p.findings.Warn(s.At(api.KwWriteOnly), diag.RuleNoEffect, "the property is readOnly and writeOnly at once; it is taken for neither")
	}
}
