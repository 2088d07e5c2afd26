package decided

import (
	"slices"

	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Reader makes schemas in which the decisions of discriminators are constraints. It is not for use by several goroutines.
type Reader struct {
	heirs *decide.Heirs // nil: no document has a discriminator, and each schema is what it was
	made  map[form]*api.Schema
	known bool // bases take known tags only
}

// A form is a schema in a position.
type form struct {
	schema *api.Schema
	at     decide.Position
}

// New returns a reader for the schemas of some documents.
func New(documents ...[]*api.Schema) *Reader {
	all := slices.Concat(documents...)
	if !HasAny(all) {
		return &Reader{}
	}
	return &Reader{heirs: decide.NewHeirs(SchemasOf(all)), made: map[form]*api.Schema{}}
}

// KnownTags lets bases take only objects whose tag leads somewhere, or is their own: nobody makes up what only a newer document knows. It is
// called before all else.
func (r *Reader) KnownTags() *Reader {
	r.known = true
	return r
}

// Of returns a schema of the same meaning without discriminators, where it is the type of a value.
func (r *Reader) Of(s *api.Schema) *api.Schema {
	if r.heirs == nil {
		return s
	}
	return r.form(s, decide.Value)
}

// In reports whether a schema is a base or an heir, whose parts describe one object together, and whether additionalProperties: false
// of one of them closes the whole. A base where it is the type of a value is never closed.
func (r *Reader) In(s *api.Schema) (hierarchy, closed bool) {
	if r == nil || r.heirs == nil || !r.heirs.Has(Schema{s}) {
		return false, false
	}
	return true, r.heirs.OfBase(Schema{s}) == nil && r.closes(s)
}

func (r *Reader) closes(s *api.Schema) bool {
	return r.heirs.Closes(Schema{s}, func(part decide.Schema) bool { return isClosed(part.(Schema).Model) })
}

func (r *Reader) form(s *api.Schema, at decide.Position) *api.Schema {
	in := Schema{s}
	at = r.heirs.At(in, at)
	key := form{s, at}
	if made, known := r.made[key]; known {
		return made
	}
	if s.Form != api.FormObject {
		r.made[key] = s
		return s
	}
	c := &api.Schema{}
	r.made[key] = c
	switch table := r.heirs.OfBase(in); {
	case at == decide.Value && table != nil:
		*c = api.Schema{Pos: s.Pos, Synth: true, Meta: s.Meta}
		c.Compose = &api.Composition{AllOf: r.conditions(table, r.form(s, decide.Open), decide.Alone)}
	case at != decide.Open && r.heirs.Has(in):
		*c = r.alone(s)
	default:
		*c = r.rewritten(s, at)
	}
	return c
}

// alone closes an heir of which a part forbids other members.
func (r *Reader) alone(s *api.Schema) api.Schema {
	if !r.closes(s) {
		return r.rewritten(s, decide.Open)
	}
	return api.Schema{
		Pos: s.Pos, Synth: true, Meta: s.Meta, Compose: &api.Composition{AllOf: []*api.Schema{r.form(s, decide.Open)}},
		Object: &api.ObjectRules{UnevaluatedProperties: never()},
	}
}

func isClosed(s *api.Schema) bool {
	return s.Object != nil && s.Object.AdditionalProperties != nil && s.Object.AdditionalProperties.Form == api.FormFalse
}

// rewritten gives the schemas in a schema the forms of their positions.
func (r *Reader) rewritten(s *api.Schema, at decide.Position) api.Schema {
	own := *s
	var parts []*api.Schema
	var table *decide.Table
	if s.Compose != nil {
		k := *s.Compose
		parts, k.AllOf = k.AllOf, nil
		if table = decide.OfUnion(Schema{s}); table != nil {
			if len(k.OneOf) > 0 {
				k.OneOf = nil
			} else {
				k.AnyOf = nil
			}
		}
		own.Compose = &k
	}
	if at == decide.Open && isClosed(s) {
		o := *s.Object
		o.AdditionalProperties = nil
		own.Object = &o
	}
	own.OpenAPI = nil
	made := own.Rewrite(func(child *api.Schema) *api.Schema { return r.form(child, decide.Value) },
		func(to *api.Schema) *api.Schema { return r.form(to, decide.Behind(at)) })
	for _, part := range parts {
		made.Compose.AllOf = append(made.Compose.AllOf, r.form(part, decide.Below(at, Schema{s}.IsOtherName())))
	}
	if table != nil {
		made.Compose.AllOf = append(made.Compose.AllOf, r.conditions(table, r.written(s), decide.Value)...)
	}
	return *made
}

// written is a schema that has only the alternatives of a union.
func (r *Reader) written(s *api.Schema) *api.Schema {
	k := &api.Composition{}
	if len(s.Compose.OneOf) > 0 {
		k.OneOf = r.all(s.Compose.OneOf)
	} else {
		k.AnyOf = r.all(s.Compose.AnyOf)
	}
	return &api.Schema{Pos: s.Pos, Synth: true, Compose: k}
}

func (r *Reader) all(schemas []*api.Schema) (list []*api.Schema) {
	for _, s := range schemas {
		list = append(list, r.form(s, decide.Value))
	}
	return list
}

// conditions are schemas that must all hold.
func (r *Reader) conditions(table *decide.Table, written *api.Schema, at decide.Position) (all []*api.Schema) {
	for _, d := range table.Decisions() {
		judge := never()
		switch {
		case d.When == decide.OtherTag && table.IsBase && r.known && d.Written:
		case d.Written:
			judge = written
		case d.Judge != nil:
			judge = r.form(d.Judge.(Schema).Model, at)
		}
		all = append(all, &api.Schema{Pos: written.Pos, Synth: true, Compose: &api.Composition{If: guard(d, table.Property), Then: judge}})
	}
	return all
}
