package parse

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// nullable notes only whether its value is right; finishNullable sees it together with its neighbours.
func (r *schemaReader) nullable(at tree.Place) api.Fate {
	_, ok := r.p.Flag(at)
	if !ok {
		return api.Invalid
	}
	return api.Rewritten
}

func isTrue(n *source.Node) bool { return n != nil && n.Kind == source.Bool && n.Text == "true" }

// nullableMember returns what says that null is allowed, nil if nothing does. Tools write x-nullable, whatever the version, and
// nullable since OpenAPI 3.1 too.
func (r *schemaReader) nullableMember() *source.Member {
	for _, name := range [...]string{"nullable", "x-nullable"} {
		if m := r.Node.Member(name); m != nil && isTrue(m.Value) {
			return m
		}
	}
	return nil
}

// finishNullable adds null to what a schema allows. OAS 3.0.4 gives nullable a meaning only beside type, and there other keywords
// may still forbid null; people mean that null is valid, so it is.
func (r *schemaReader) finishNullable() {
	m := r.nullableMember()
	if m == nil || slices.Contains(r.s.Types, api.TypeNull) && r.s.Compose == nil && r.s.Ref == nil && r.s.Enum == nil {
		return
	}
	pos := r.KeyPos(m)
	switch {
	case m.Name != "nullable":
		r.p.Info(pos, diag.RuleUnknownKey, "%q is read as \"nullable\"", m.Name).Hint = nullHint(r.p.Before(1))
	case !r.p.Before(1):
		r.p.Warn(pos, diag.RuleUnknownKey, "\"nullable\" does not exist since OpenAPI 3.1; it is read as in 3.0").Hint = nullHint(false)
	}
	r.addNull(pos)
}

// nullHint tells how a document says that null is valid.
func nullHint(is30 bool) string {
	if is30 {
		return "write \"nullable: true\""
	}
	return "add \"null\" to the list of \"type\""
}

func (r *schemaReader) addNull(pos diag.Pos) {
	s := r.s
	c := s.Compose
	composed := c != nil && (c.AllOf != nil || c.OneOf != nil || c.AnyOf != nil)
	switch {
	case composed && s.Types == nil && s.Enum == nil && s.Ref == nil && c.AllOf == nil && c.OneOf == nil:
		c.AnyOf = append(c.AnyOf, r.nullSchema(pos))
		return
	case composed || s.Ref != nil:
		if s.Types != nil || s.Ref != nil {
			r.p.Info(pos, diag.RuleValue, "null is valid here, though a keyword beside it may forbid null")
		}
		r.alternative(pos)
		return
	case s.Types != nil && !slices.Contains(s.Types, api.TypeNull):
		s.Types = append(s.Types, api.TypeNull)
	case s.Types == nil && s.Enum == nil:
		if m := s.Written(api.KwNullable); m != nil {
			m.Fate = api.NoEffect
		}
		r.p.Info(pos, diag.RuleNoEffect, "\"nullable\" has no effect without \"type\": null is allowed anyway")
	}
	if s.Enum != nil && !hasNull(s.Enum) {
		s.Enum = append(s.Enum, api.Literal{Pos: pos, Value: api.Null{}})
		r.p.Warn(pos, diag.RuleEnum, "the enum is read as if it had null").Hint = "add null to the enum"
	}
}

func hasNull(list []api.Literal) bool {
	for _, l := range list {
		if l.Value == api.Value(api.Null{}) {
			return true
		}
	}
	return false
}

// alternative moves all that s says of its values into the first of two alternatives; the other one is null. What describes the
// schema stays.
func (r *schemaReader) alternative(pos diag.Pos) {
	s := r.s
	inner := r.p.doc.NewSchema(s.Pos)
	inner.Synth = true
	inner.Types, inner.Format, inner.Ref, inner.Enum, inner.Const = s.Types, s.Format, s.Ref, s.Enum, s.Const
	inner.Number, inner.String, inner.Array, inner.Object, inner.Compose, inner.Content = s.Number, s.String, s.Array, s.Object, s.Compose, s.Content
	s.Types, s.Format, s.Ref, s.Enum, s.Const = nil, "", nil, nil, nil
	s.Number, s.String, s.Array, s.Object, s.Content = nil, nil, nil, nil, nil
	if s.OpenAPI != nil && s.OpenAPI.Discriminator != nil {
		inner.OpenAPI = &api.OpenAPIRules{Discriminator: s.OpenAPI.Discriminator}
		s.OpenAPI.Discriminator = nil
	}
	for i := range s.Marks {
		if m := &s.Marks[i]; m.Fate == api.Kept && asserts(m.Keyword) {
			inner.Marks = append(inner.Marks, *m)
			m.Fate = api.Rewritten
		}
	}
	s.Compose = &api.Composition{AnyOf: []*api.Schema{inner, r.nullSchema(pos)}}
}

// asserts reports whether a keyword says something of values, and is no annotation of the schema.
func asserts(k api.Keyword) bool {
	switch k {
	case api.KwTitle, api.KwDescription, api.KwDefault, api.KwExample, api.KwExamples, api.KwDeprecated, api.KwReadOnly, api.KwWriteOnly,
		api.KwXML, api.KwExternalDocs, api.KwID, api.KwSchema, api.KwAnchor, api.KwDynamicAnchor, api.KwVocabulary, api.KwComment,
		api.KwDefs, api.KwNullable, api.KwUnknown:
		return false
	}
	return true
}

// nullSchema makes the schema that allows null only.
func (r *schemaReader) nullSchema(pos diag.Pos) *api.Schema {
	null := r.p.doc.NewSchema(pos)
	null.Synth = true
	null.Types = []api.Type{api.TypeNull}
	return null
}
