package directions

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Direction is the way that a value travels. What is readOnly is only received, what is writeOnly only sent (OAS 3.0, Schema
// Object; Validation 9.4).
type Direction uint8

// The directions.
const (
	Neither Direction = iota // no operation has the schema
	Received
	Sent
)

// A Component is a schema with a name in the document.
type Component struct {
	Name     string
	Schema   *api.Schema
	Sent     bool // it is what is sent, beside another one for what is received
	External bool // it is in another file
}

// Directions rewrites the schemas that have members of one direction only: each gets a form for each direction in which it is
// used. Schemas without such members are shared.
type Directions struct {
	doc        *api.Document
	Schemas    []*api.Schema                  // by ID: those of the document, then their forms
	Components []Component                    // those of the document, then those of other files
	Local      int                            // how many are those of the document
	used       map[*api.Schema][3]bool        // by direction
	loses      map[*api.Schema][3]bool        // whether anything in it is lost on a direction
	forms      map[*api.Schema][3]*api.Schema // what was rewritten, by direction
	origin     map[*api.Schema]*api.Schema    // of a rewritten schema
	ways       map[*api.Schema]Direction      // of a rewritten schema
	twins      map[*api.Schema]*api.Schema    // what is sent, by what is received, and the other way round
	roots      []rootUse
	findings   *diag.List
}

// Plan decides which components there are, and what form of a schema each direction has. prune leaves out the components that
// no operation leads to.
func Plan(doc *api.Document, prune bool, findings *diag.List) *Directions {
	d := &Directions{
		doc: doc, Schemas: slices.Clone(doc.Schemas), findings: findings, used: make(map[*api.Schema][3]bool, len(doc.Schemas)), loses: map[*api.Schema][3]bool{}, forms: map[*api.Schema][3]*api.Schema{},
		origin: map[*api.Schema]*api.Schema{}, ways: map[*api.Schema]Direction{}, twins: map[*api.Schema]*api.Schema{},
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
		d.addForms(Component{Name: c.Name, Schema: c.Value})
	}
	d.Local = len(d.Components)
	for _, c := range externals(doc) {
		if !prune || d.used[c.Schema] != ([3]bool{}) {
			d.addForms(c)
		}
	}
	for _, u := range d.roots {
		d.Form(u.schema, u.way)
	}
	return d
}

// useAsTarget gives a component that is nothing but a reference to another file the uses of what is there, which gets its name.
func (d *Directions) useAsTarget(s *api.Schema) {
	target := s
	for range d.doc.Schemas { // a circle of references ends here
		if target == nil || analysis.Asserted(target) != analysis.KeywordsOf(api.KwRef) {
			break
		}
		target = target.Ref.Target
	}
	if target != nil && target != s && target.Pos.Elsewhere() {
		d.used[s] = d.used[target]
	}
}

// addForms adds a component in each of its forms.
func (d *Directions) addForms(c Component) {
	s := c.Schema
	used := d.used[s]
	c.Schema = d.Form(s, d.main(s))
	d.Components = append(d.Components, c)
	if used[Received] && used[Sent] && d.Form(s, Sent) != d.Form(s, Received) {
		c.Schema, c.Sent = d.Form(s, Sent), true
		d.Components = append(d.Components, c)
		d.twins[d.Form(s, Sent)], d.twins[d.Form(s, Received)] = d.Form(s, Received), d.Form(s, Sent)
	}
}

// A rootUse is the schema of a body or a parameter.
type rootUse struct {
	schema *api.Schema
	way    Direction
}

// main is the direction of the form that has the name of a component.
func (d *Directions) main(s *api.Schema) Direction {
	switch used := d.used[s]; {
	case used[Received]:
		return Received
	case used[Sent]:
		return Sent
	}
	return Neither
}

// findUses notes in which directions the operations use each schema.
func (d *Directions) findUses() {
	seen := map[*api.PathItem]bool{}
	for _, entry := range d.doc.Paths {
		d.useItem(entry.Value.Value, Sent, seen)
	}
	for _, hook := range d.doc.Webhooks {
		d.useItem(hook.Value.Value, Received, seen)
	}
}

// useItem notes the schemas of a path. A request travels the given way: the API sends that of a webhook or a callback.
func (d *Directions) useItem(item *api.PathItem, way Direction, seen map[*api.PathItem]bool) {
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
		if way == Sent {
			d.useResponses(op)
		}
		for _, c := range op.Callbacks {
			if c.Value.Value != nil {
				for _, e := range c.Value.Value.Expressions {
					d.useItem(e.Value.Value, Received, seen)
				}
			}
		}
	}
}

func (d *Directions) useResponses(op *api.Operation) {
	for _, r := range op.Responses {
		if r.Use.Value == nil {
			continue
		}
		d.useContent(r.Use.Value.Content, Received)
		for _, h := range r.Use.Value.Headers {
			if h.Value.Value != nil {
				d.useRoot(h.Value.Value.Schema, Received)
				d.useContent(h.Value.Value.Content, Received)
			}
		}
	}
}

// useRoot notes the schema of a body or a parameter.
func (d *Directions) useRoot(s *api.Schema, way Direction) {
	if s != nil {
		d.roots = append(d.roots, rootUse{s, way})
		d.use(s, way)
	}
}

func (d *Directions) useParameters(list []api.Use[api.Parameter], way Direction) {
	for _, u := range list {
		if u.Value != nil {
			d.useRoot(u.Value.Schema, way)
			d.useContent(u.Value.Content, way)
		}
	}
}

func (d *Directions) useContent(content []api.Named[api.Use[api.MediaType]], way Direction) {
	for _, m := range content {
		if m.Value.Value != nil {
			d.useRoot(m.Value.Value.Schema, way)
			d.useRoot(m.Value.Value.ItemSchema, way)
		}
	}
}

// use notes a use of s and of all that it leads to.
func (d *Directions) use(s *api.Schema, way Direction) {
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
		for _, ref := range []*api.Ref{s.Ref, analysis.DynamicRef(s)} {
			if ref != nil && ref.Target != nil && !yield(ref.Target) {
				return
			}
		}
	}
}

// useHeirs adds the components that extend one with a discriminator by allOf: they stand where their base does, though nothing refers
// to them.
func (d *Directions) useHeirs() {
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
							d.use(c.Value, Direction(way))
							grown = true
						}
					}
				}
			}
		}
	}
}

// OriginOf returns what a form was made of, nil for other schemas.
func (d *Directions) OriginOf(s *api.Schema) *api.Schema { return d.origin[s] }

// WayOf returns the direction of a form, neither for other schemas.
func (d *Directions) WayOf(s *api.Schema) Direction { return d.ways[s] }

// Twin returns the form of a component for the other direction, nil for none.
func (d *Directions) Twin(s *api.Schema) *api.Schema { return d.twins[s] }

// IsUsed reports whether operations use a schema in a direction.
func (d *Directions) IsUsed(s *api.Schema, way Direction) bool { return d.used[s][way] }

// Rewritten returns the forms that were made of a schema, by direction.
func (d *Directions) Rewritten(s *api.Schema) [3]*api.Schema { return d.forms[s] }
