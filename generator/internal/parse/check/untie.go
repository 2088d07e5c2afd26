package check

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// untie reads a base that lists its heirs, each of which extends the base, as its author means it: Pet has oneOf [Cat, Dog] and Cat has
// allOf [Pet, ...]. By the letter such a schema applies itself to the same value without end (Core 9.4.1). The heirs get the base
// without its list.
func (c *checker) untie() {
	for _, s := range slices.Clone(c.Document.Schemas) {
		if k := s.Compose; k == nil || k.OneOf == nil && k.AnyOf == nil {
			continue
		}
		heirs := slices.Concat(s.Compose.OneOf, s.Compose.AnyOf)
		var refs []*api.Ref
		all := true
		for _, heir := range heirs {
			ref := extends(heir, s)
			all = all && ref != nil
			if ref != nil {
				refs = append(refs, ref)
			}
		}
		if refs != nil {
			c.untieFrom(s, refs, all)
		}
	}
}

// extends returns the reference by which the target of a variant extends a base, nil if it does not.
func extends(variant, base *api.Schema) *api.Ref {
	if variant.Ref == nil || variant.Ref.Target == nil || variant.Ref.Target.Compose == nil {
		return nil
	}
	for _, part := range variant.Ref.Target.Compose.AllOf {
		if part.Ref != nil && part.Ref.Target == base {
			return part.Ref
		}
	}
	return nil
}

// untieFrom moves what a base says by itself into a schema of its own, to which the references of its heirs lead then. If every heir
// says it, the base needs it no more.
func (c *checker) untieFrom(base *api.Schema, refs []*api.Ref, implied bool) {
	pos := base.Pos
	pos.Path = pos.Path.Child("itself")
	own := c.Document.NewSchema(pos)
	own.Synth = true
	own.Types, own.Format, own.Enum, own.Const, own.Number, own.String, own.Array, own.Object, own.Content =
		base.Types, base.Format, base.Enum, base.Const, base.Number, base.String, base.Array, base.Object, base.Content
	base.Types, base.Format, base.Enum, base.Const, base.Number, base.String, base.Array, base.Object, base.Content = nil, "", nil, nil, nil, nil, nil, nil, nil
	k := base.Compose
	rest := api.Composition{AllOf: k.AllOf, Not: k.Not, If: k.If, Then: k.Then, Else: k.Else}
	own.Compose = &rest
	if rest.AllOf == nil && rest.Not == nil && rest.If == nil && rest.Then == nil && rest.Else == nil {
		own.Compose = nil
	}
	base.Compose = &api.Composition{OneOf: k.OneOf, AnyOf: k.AnyOf}
	if implied {
		x := &c.Document.External
		x.Schemas = append(x.Schemas, api.Named[*api.Schema]{Name: own.Pos.Address(), Pos: own.Pos, Value: own})
	} else {
		base.Compose.AllOf = []*api.Schema{own}
		if base.Written(api.KwAllOf) == nil {
			base.Marks = append(base.Marks, api.Mark{Keyword: api.KwAllOf, Line: base.Pos.Line, Column: base.Pos.Column})
		}
	}
	for i := range base.Marks {
		switch m := &base.Marks[i]; m.Keyword {
		case api.KwAllOf, api.KwOneOf, api.KwAnyOf, api.KwDiscriminator, api.KwTitle, api.KwDescription, api.KwDefault, api.KwExample, api.KwExamples, api.KwDeprecated, api.KwReadOnly,
			api.KwWriteOnly, api.KwXML, api.KwExternalDocs, api.KwRef, api.KwDefs, api.KwAnchor, api.KwID, api.KwComment, api.KwUnknown:
		default:
			if m.Fate == api.Kept {
				m.Fate = api.Rewritten
			}
		}
	}
	for _, ref := range refs {
		ref.Target = own
	}
	f := c.Warn(refs[0].Pos, diag.RuleRef, "the reference %q leads in a circle: it is read as if %s were not there", refs[0].Text, listOf(base))
	f.Related = []diag.Related{{Pos: base.Pos, Message: "the circle begins here"}}
	f.Loses = true
}

// listOf names the keyword with the heirs.
func listOf(s *api.Schema) string {
	if s.Compose.OneOf != nil {
		return "\"oneOf\""
	}
	return "\"anyOf\""
}
