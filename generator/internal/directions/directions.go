package directions

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/hierarchy"
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
	Sent     bool        // it is what is sent, beside another one for what is received
	External bool        // it is in another file
	Union    *api.Schema // it is a base itself, beside this union of its heirs; nil for others
}

// Directions rewrites the schemas that have members of one direction only: each gets a form for each direction in which it is
// used. Schemas without such members are shared.
type Directions struct {
	doc        *api.Document
	bases      *hierarchy.Hierarchy
	Schemas    []*api.Schema                  // by ID: those of the document, then their forms
	Components []Component                    // those of the document, then those of other files
	Local      int                            // how many are those of the document
	used       api.Table[[3]bool]             // by direction
	loses      map[*api.Schema][3]bool        // whether anything in it is lost on a direction
	forms      map[*api.Schema][3]*api.Schema // what was rewritten, by direction
	made       map[*api.Schema]madeOf         // what a rewritten schema was made of
	twins      map[*api.Schema]*api.Schema    // what is sent, by what is received, and the other way round
	roots      []rootUse
	findings   *diag.List
}

// A madeOf is what was rewritten, and for which direction.
type madeOf struct {
	schema *api.Schema
	way    Direction
}

// Options are what nobody reads from a document.
type Options struct {
	Prune bool // leave out the components that no operation leads to
	Bases hierarchy.Mode
	// Senders: the API sends webhooks and callbacks with code of the package, which reads the responses.
	Senders bool
}

// Plan decides which components there are, and what form of a schema each direction has.
func Plan(doc *api.Document, o Options, findings *diag.List) *Directions {
	d := &Directions{
		doc: doc, findings: findings, loses: map[*api.Schema][3]bool{}, forms: map[*api.Schema][3]*api.Schema{},
		made: map[*api.Schema]madeOf{}, twins: map[*api.Schema]*api.Schema{},
	}
	prune := o.Prune && len(doc.Paths)+len(doc.Webhooks) > 0 // a document of schemas alone is about them
	others := externals(doc)
	d.findRoots(o.Senders)
	d.findBases(others, hierarchy.Input{Pruned: prune, Mode: o.Bases})
	for _, u := range d.roots {
		d.use(u.schema, u.way)
	}
	d.findLosses()
	if prune {
		d.useHeirs()
	}
	for _, c := range doc.Components.Schemas {
		d.addComponent(Component{Name: c.Name, Schema: c.Value}, prune)
	}
	d.Local = len(d.Components)
	for _, c := range others {
		d.addComponent(c, prune)
	}
	for _, u := range d.roots {
		d.form(u.schema, u.way)
	}
	return d
}

// findBases finds the hierarchies of the document. From here on schemas are forms as values or as parts.
func (d *Directions) findBases(others []Component, in hierarchy.Input) {
	in.Schemas, in.Named = d.doc.Schemas, slices.Clone(d.doc.Components.Schemas)
	for _, c := range others {
		in.Named = append(in.Named, api.Named[*api.Schema]{Name: c.Name, Value: c.Schema})
	}
	for _, u := range d.roots {
		in.Roots = append(in.Roots, u.schema)
	}
	d.bases = hierarchy.Plan(in, d.findings)
	for i, u := range d.roots {
		d.roots[i].schema = d.bases.Value(u.schema)
	}
	d.Schemas = d.bases.Schemas
	d.used = api.NewTable[[3]bool](d.Schemas)
}

// addComponent adds a component, unless no operation leads to it and it is to be left out: what it is as a value and, where that is a
// union of its heirs, itself.
func (d *Directions) addComponent(c Component, prune bool) {
	var self *api.Schema
	c.Schema, self = d.bases.Named(c.Schema)
	if prune && d.used.Get(c.Schema) == ([3]bool{}) {
		return
	}
	if !c.External {
		d.useAsTarget(c.Schema)
	}
	d.addForms(c)
	if self != nil {
		c.Schema, c.Union = self, c.Schema
		d.addForms(c)
	}
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
		*d.used.At(s) = d.used.Get(target)
	}
}

// addForms adds a component in each of its forms.
func (d *Directions) addForms(c Component) {
	s, union := c.Schema, c.Union
	used := d.used.Get(s)
	c.Schema = d.form(s, d.main(s))
	if union != nil {
		c.Union = d.form(union, d.main(union))
	}
	d.Components = append(d.Components, c)
	if used[Received] && used[Sent] && d.form(s, Sent) != d.form(s, Received) {
		c.Schema, c.Sent = d.form(s, Sent), true
		if union != nil {
			c.Union = d.form(union, Sent)
		}
		d.Components = append(d.Components, c)
		d.twins[d.form(s, Sent)], d.twins[d.form(s, Received)] = d.form(s, Received), d.form(s, Sent)
	}
}

// A rootUse is the schema of a body or a parameter.
type rootUse struct {
	schema *api.Schema
	way    Direction
}

// main is the direction of the form that has the name of a component.
func (d *Directions) main(s *api.Schema) Direction {
	switch used := d.used.Get(s); {
	case used[Received]:
		return Received
	case used[Sent]:
		return Sent
	}
	return Neither
}

// findRoots finds the schemas of bodies, parameters and headers, and in which directions the operations use them.
func (d *Directions) findRoots(senders bool) {
	w := walk{seen: map[*api.PathItem]bool{}, senders: senders}
	for _, entry := range d.doc.Paths {
		d.useItem(entry.Value.Value, Sent, w)
	}
	for _, webhook := range d.doc.Webhooks {
		d.useItem(webhook.Value.Value, Received, w)
	}
}

// A walk goes through the operations of a document.
type walk struct {
	seen    map[*api.PathItem]bool
	senders bool // the package reads responses to webhooks and callbacks
}

// useItem notes the schemas of a path. A request travels the given way: the API sends that of a webhook or a callback.
func (d *Directions) useItem(item *api.PathItem, way Direction, w walk) {
	if item == nil || w.seen[item] {
		return
	}
	w.seen[item] = true
	d.useParameters(item.Parameters, way)
	for _, op := range item.Operations {
		if op.RequestBody != nil && op.RequestBody.Value != nil {
			d.useContent(op.RequestBody.Value.Content, way)
		}
		d.useParameters(op.Parameters, way)
		if way == Sent {
			d.useResponses(op, Received)
		} else if w.senders {
			d.useResponses(op, Sent)
		}
		for _, c := range op.Callbacks {
			if c.Value.Value != nil {
				for _, e := range c.Value.Value.Expressions {
					d.useItem(e.Value.Value, Received, w)
				}
			}
		}
	}
}

// useResponses notes the schemas of responses, which travel the given way.
func (d *Directions) useResponses(op *api.Operation, way Direction) {
	for _, r := range op.Responses {
		if r.Use.Value == nil {
			continue
		}
		d.useContent(r.Use.Value.Content, way)
		for _, h := range r.Use.Value.Headers {
			if h.Value.Value != nil {
				d.useRoot(h.Value.Value.Schema, way)
				d.useContent(h.Value.Value.Content, way)
			}
		}
	}
}

// useRoot notes the schema of a body or a parameter.
func (d *Directions) useRoot(s *api.Schema, way Direction) {
	if s != nil {
		d.roots = append(d.roots, rootUse{s, way})
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
	if s == nil {
		return
	}
	used := d.used.At(s)
	if used[way] {
		return
	}
	used[way] = true
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
			heir := d.bases.Value(c.Value)
			if d.used.Get(heir) != ([3]bool{}) || c.Value.Compose == nil {
				continue
			}
			for _, part := range c.Value.Compose.AllOf {
				if base := part.Ref; base != nil && base.Target != nil && base.Target.OpenAPI != nil && base.Target.OpenAPI.Discriminator != nil {
					for way, used := range d.used.Get(d.bases.Part(base.Target)) {
						if used {
							d.use(heir, Direction(way))
							grown = true
						}
					}
				}
			}
		}
	}
}

// OriginOf returns what a form was made of in the document, nil for other schemas.
func (d *Directions) OriginOf(s *api.Schema) *api.Schema {
	from := d.made[s].schema
	if from == nil {
		return d.bases.OriginOf(s)
	}
	if origin := d.bases.OriginOf(from); origin != nil {
		return origin
	}
	return from
}

// Home returns what the component of which a part was made is as the type of a value, nil for a part that is a component itself, or no
// part of one.
func (d *Directions) Home(part *api.Schema) *api.Schema {
	origin := part
	if from := d.OriginOf(part); from != nil {
		origin = from
	}
	if origin.OpenOf != nil {
		origin = origin.OpenOf
	}
	home := d.bases.Value(origin)
	if form := d.forms[home][d.WayOf(part)]; form != nil {
		home = form
	}
	if home == part {
		return nil
	}
	return home
}

// WayOf returns the direction of a form, neither for other schemas.
func (d *Directions) WayOf(s *api.Schema) Direction { return d.made[s].way }

// OnlyReceived reports whether operations use a schema, and no one sends it.
func (d *Directions) OnlyReceived(s *api.Schema) bool {
	if from := d.made[s]; from.schema != nil && from.way != Neither {
		return from.way == Received
	}
	used := d.used.Get(d.undirected(s))
	return used[Received] && !used[Sent]
}

// Twin returns the form of a component for the other direction, nil for none.
func (d *Directions) Twin(s *api.Schema) *api.Schema { return d.twins[s] }

// IsUsed reports whether operations use a schema of the document in a direction.
func (d *Directions) IsUsed(s *api.Schema, way Direction) bool {
	return d.used.Get(d.bases.Value(s))[way]
}

// Rewritten returns the forms that were made of a schema of the document for a direction.
func (d *Directions) Rewritten(s *api.Schema) [3]*api.Schema { return d.forms[d.bases.Value(s)] }

// Plain returns what a schema of the document is as the type of a value, whatever the direction.
func (d *Directions) Plain(s *api.Schema) *api.Schema { return d.bases.Value(s) }

// Itself returns the forms of a base without its heirs, nil for a schema that is not a union of heirs.
func (d *Directions) Itself(s *api.Schema) (list []*api.Schema) {
	_, self := d.bases.Named(s)
	if self == nil {
		return nil
	}
	for _, f := range d.forms[self] {
		if f != nil {
			list = append(list, f)
		}
	}
	return append(list, self)
}

// undirected returns what a form for a direction was made of, other schemas as they are.
func (d *Directions) undirected(s *api.Schema) *api.Schema {
	if from := d.made[s].schema; from != nil {
		return from
	}
	return s
}

// BaseOf returns the base that is the last variant of a union of heirs, nil for other schemas.
func (d *Directions) BaseOf(union *api.Schema) *api.Schema {
	self := d.bases.SelfOf(d.undirected(union))
	if self == nil || d.made[union].schema == nil {
		return self
	}
	return d.form(self, d.WayOf(union))
}

// IsBase reports whether a schema is a base as a struct, which keeps the members of heirs.
func (d *Directions) IsBase(s *api.Schema) bool { return d.bases.KeepsMembers(d.undirected(s)) }
