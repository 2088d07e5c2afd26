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
	name   string
	schema *api.Schema
	sent   bool // it is what is sent, beside another one for what is received
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
		used := d.used[c.Value]
		main := d.main(c.Value)
		p.components = append(p.components, component{name: c.Name, schema: d.form(c.Value, main)})
		if used[received] && used[sent] && d.form(c.Value, sent) != d.form(c.Value, received) {
			p.components = append(p.components, component{name: c.Name, schema: d.form(c.Value, sent), sent: true})
			d.twins[d.form(c.Value, sent)], d.twins[d.form(c.Value, received)] = d.form(c.Value, received), d.form(c.Value, sent)
		}
	}
	for _, u := range d.roots {
		d.form(u.schema, u.way)
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

// form returns what s is in a direction. Where no operation uses a schema, it leads to the forms that have the names.
func (d *directions) form(s *api.Schema, way direction) *api.Schema {
	return d.formWithout(s, way, nil)
}

// formWithout also drops what is required of names that a schema around s, for the same value, has lost.
func (d *directions) formWithout(s *api.Schema, way direction, lost []string) *api.Schema {
	if known := d.forms[s][way]; known != nil {
		return known
	}
	if !d.changes(s, way) && !requiresAny(s, lost) {
		return s
	}
	c := new(api.Schema)
	d.setForm(s, way, c) // for recursion
	own := append(slices.Clone(lost), d.lostNames(s, way, map[*api.Schema]bool{})...)
	inPlace := map[*api.Schema]bool{}
	if k := s.Compose; k != nil {
		for _, part := range slices.Concat(k.AllOf, k.AnyOf, k.OneOf, []*api.Schema{k.If, k.Then, k.Else}) {
			inPlace[part] = true
		}
	}
	*c = *s.Rewrite(func(inner *api.Schema) *api.Schema {
		if inPlace[inner] {
			return d.formWithout(inner, way, own)
		}
		return d.form(inner, way)
	}, func(target *api.Schema) *api.Schema {
		if way == neither {
			return d.form(target, d.main(target))
		}
		return d.form(target, way)
	})
	if c.Object != nil {
		c.Object.Properties = slices.DeleteFunc(c.Object.Properties, func(n api.Named[*api.Schema]) bool {
			original, _ := api.Find(s.Object.Properties, n.Name)
			return d.isDropped(original, way)
		})
		c.Object.Required = slices.DeleteFunc(slices.Clone(c.Object.Required), func(r api.Required) bool { return slices.Contains(own, r.Name) })
	}
	c.ID = api.SchemaID(len(d.p.schemas))
	d.p.schemas = append(d.p.schemas, c)
	d.origin[c], d.ways[c] = s, way
	return c
}

func (d *directions) setForm(s *api.Schema, way direction, c *api.Schema) {
	forms := d.forms[s]
	forms[way] = c
	d.forms[s] = forms
}

// changes reports whether a schema has another form in a direction. Where no operation uses it, it has one if it leads to a
// component that has.
func (d *directions) changes(s *api.Schema, way direction) bool {
	if way != neither {
		return d.loses[s][way]
	}
	return d.loses[s][received] || d.loses[s][sent]
}

// lostNames returns the names of members that s, and what it applies to the same value, loses.
func (d *directions) lostNames(s *api.Schema, way direction, seen map[*api.Schema]bool) (names []string) {
	if seen[s] || !d.loses[s][way] {
		return nil
	}
	seen[s] = true
	if s.Object != nil {
		for _, property := range s.Object.Properties {
			if d.isDropped(property.Value, way) {
				names = append(names, property.Name)
			}
		}
	}
	if s.Ref != nil && s.Ref.Target != nil {
		names = append(names, d.lostNames(s.Ref.Target, way, seen)...)
	}
	if s.Compose != nil {
		for _, part := range slices.Concat(s.Compose.AllOf, s.Compose.AnyOf, s.Compose.OneOf) {
			names = append(names, d.lostNames(part, way, seen)...)
		}
	}
	return names
}

func requiresAny(s *api.Schema, names []string) bool {
	if s.Object == nil {
		return false
	}
	return slices.ContainsFunc(s.Object.Required, func(r api.Required) bool { return slices.Contains(names, r.Name) })
}
