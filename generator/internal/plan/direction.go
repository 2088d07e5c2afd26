package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
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
	doc        *api.Document
	schemas    []*api.Schema                  // by ID: those of the document, then their forms
	components []component                    // those of the document, then those of other files
	local      int                            // how many are those of the document
	used       map[*api.Schema][3]bool        // by direction
	loses      map[*api.Schema][3]bool        // whether anything in it is lost on a direction
	forms      map[*api.Schema][3]*api.Schema // what was rewritten, by direction
	origin     map[*api.Schema]*api.Schema    // of a rewritten schema
	ways       map[*api.Schema]direction      // of a rewritten schema
	twins      map[*api.Schema]*api.Schema    // what is sent, by what is received, and the other way round
	roots      []rootUse
	findings   *diag.List
}

// planDirections decides which components there are, and what form of a schema each direction has. prune leaves out the components that
// no operation leads to.
func planDirections(doc *api.Document, prune bool, findings *diag.List) *directions {
	d := &directions{
		doc: doc, schemas: slices.Clone(doc.Schemas), findings: findings, used: map[*api.Schema][3]bool{}, loses: map[*api.Schema][3]bool{}, forms: map[*api.Schema][3]*api.Schema{},
		origin: map[*api.Schema]*api.Schema{}, ways: map[*api.Schema]direction{}, twins: map[*api.Schema]*api.Schema{},
	}
	d.findUses()
	d.findLosses()
	prune = prune && len(doc.Paths)+len(doc.Webhooks) > 0 // a document of schemas alone is about them
	if prune {
		d.useHeirs()
	}
	for _, c := range doc.Components.Schemas {
		if prune && d.used[c.Value] == ([3]bool{}) {
			continue
		}
		d.useAsTarget(c.Value)
		d.addForms(component{name: c.Name, schema: c.Value})
	}
	d.local = len(d.components)
	for _, c := range externals(doc) {
		if !prune || d.used[c.schema] != ([3]bool{}) {
			d.addForms(c)
		}
	}
	for _, u := range d.roots {
		d.form(u.schema, u.way)
	}
	return d
}

// useAsTarget gives a component that is nothing but a reference to another file the uses of what is there, which gets its name.
func (d *directions) useAsTarget(s *api.Schema) {
	target := s
	for range d.doc.Schemas { // a circle of references ends here
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
	s := c.schema
	used := d.used[s]
	c.schema = d.form(s, d.main(s))
	d.components = append(d.components, c)
	if used[received] && used[sent] && d.form(s, sent) != d.form(s, received) {
		c.schema, c.sent = d.form(s, sent), true
		d.components = append(d.components, c)
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
	seen := map[*api.PathItem]bool{}
	for _, entry := range d.doc.Paths {
		d.useItem(entry.Value.Value, sent, seen)
	}
	for _, hook := range d.doc.Webhooks {
		d.useItem(hook.Value.Value, received, seen)
	}
}

// useItem notes the schemas of a path. A request travels the given way: the API sends that of a webhook or a callback.
func (d *directions) useItem(item *api.PathItem, way direction, seen map[*api.PathItem]bool) {
	if item == nil || seen[item] {
		return
	}
	seen[item] = true
	d.useParameters(item.Parameters, way)
	for _, op := range item.Operations {
		if op.RequestBody != nil && op.RequestBody.Value != nil {
			d.useContent(op.RequestBody.Value.Content, way)
		}
		d.useParameters(op.Parameters, way)
		if way == sent {
			d.useResponses(op)
		}
		for _, c := range op.Callbacks {
			if c.Value.Value != nil {
				for _, e := range c.Value.Value.Expressions {
					d.useItem(e.Value.Value, received, seen)
				}
			}
		}
	}
}

func (d *directions) useResponses(op *api.Operation) {
	for _, r := range op.Responses {
		if r.Use.Value == nil {
			continue
		}
		d.useContent(r.Use.Value.Content, received)
		for _, h := range r.Use.Value.Headers {
			if h.Value.Value != nil {
				d.useRoot(h.Value.Value.Schema, received)
				d.useContent(h.Value.Value.Content, received)
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

func (d *directions) useParameters(list []api.Use[api.Parameter], way direction) {
	for _, u := range list {
		if u.Value != nil {
			d.useRoot(u.Value.Schema, way)
			d.useContent(u.Value.Content, way)
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

// useHeirs adds the components that extend one with a discriminator by allOf: they stand where their base does, though nothing refers
// to them.
func (d *directions) useHeirs() {
	for grown := true; grown; {
		grown = false
		for _, c := range d.doc.Components.Schemas {
			if d.used[c.Value] != ([3]bool{}) || c.Value.Compose == nil {
				continue
			}
			for _, part := range c.Value.Compose.AllOf {
				if base := part.Ref; base != nil && base.Target != nil && base.Target.OpenAPI != nil && base.Target.OpenAPI.Discriminator != nil {
					for way, used := range d.used[base.Target] {
						if used {
							d.use(c.Value, direction(way))
							grown = true
						}
					}
				}
			}
		}
	}
}

// originOf returns what a form was made of, nil for other schemas.
func (d *directions) originOf(s *api.Schema) *api.Schema { return d.origin[s] }

// wayOf returns the direction of a form, neither for other schemas.
func (d *directions) wayOf(s *api.Schema) direction { return d.ways[s] }

// twin returns the form of a component for the other direction, nil for none.
func (d *directions) twin(s *api.Schema) *api.Schema { return d.twins[s] }

// isUsed reports whether operations use a schema in a direction.
func (d *directions) isUsed(s *api.Schema, way direction) bool { return d.used[s][way] }

// rewritten returns the forms that were made of a schema, by direction.
func (d *directions) rewritten(s *api.Schema) [3]*api.Schema { return d.forms[s] }
