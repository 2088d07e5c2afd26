package parse

import "github.com/oas2go/oas2go/generator/internal/api"

// verify returns which promises of parse a document breaks, one text each. Tests call it on every document; in a run without
// --lenient it finds nothing.
func verify(d *api.Document) []string {
	v := verifier{d: d, seen: make([]bool, len(d.Schemas))}
	for root := range d.Roots() {
		for s := range root.All() {
			v.own(s)
		}
	}
	for i, s := range d.Schemas {
		if !v.seen[i] {
			v.fail(s, "is in Schemas but nothing owns it")
		}
		v.schema(s)
	}
	return v.problems
}

type verifier struct {
	d        *api.Document
	seen     []bool
	problems []string
}

func (v *verifier) fail(s *api.Schema, text string) {
	v.problems = append(v.problems, s.Pos.Address()+" "+text)
}

func (v *verifier) own(s *api.Schema) {
	switch {
	case int(s.ID) >= len(v.d.Schemas) || v.d.Schemas[s.ID] != s:
		v.fail(s, "is not at its ID")
	case v.seen[s.ID]:
		v.fail(s, "has two owners")
	default:
		v.seen[s.ID] = true
	}
}

func (v *verifier) schema(s *api.Schema) {
	if s.Pos.File == nil || s.Pos.Line == 0 {
		v.fail(s, "has no position")
	}
	v.ref(s, s.Ref)
	if s.Core != nil {
		v.ref(s, s.Core.DynamicRef)
	}
	if d := s.OpenAPI; d != nil && d.Discriminator != nil {
		for _, m := range d.Discriminator.Mapping {
			if m.Target == nil {
				v.fail(s, "has a mapping without target")
			}
		}
		if m := d.Discriminator.DefaultMapping; m != nil && m.Target == nil {
			v.fail(s, "has a default mapping without target")
		}
	}
	if s.Form != api.FormObject && (len(s.Marks) > 0 || s.Types != nil || s.Object != nil) {
		v.fail(s, "is a boolean with keywords")
	}
	if o := s.Object; o != nil && (twice(o.Properties) || twice(o.PatternProperties)) {
		v.fail(s, "has a property twice")
	}
	v.marks(s)
}

func (v *verifier) ref(s *api.Schema, r *api.Ref) {
	if r != nil && (r.Target == nil || int(r.Target.ID) >= len(v.d.Schemas) || v.d.Schemas[r.Target.ID] != r.Target) {
		v.fail(s, "has a reference that leads out of Schemas")
	}
}

func twice(list []api.Named[*api.Schema]) bool {
	seen := make(map[string]bool, len(list))
	for _, n := range list {
		if seen[n.Name] {
			return true
		}
		seen[n.Name] = true
	}
	return false
}

// marks: what is in a field was written or rewritten; no keyword of 3.0 is kept; no keyword stands twice.
func (v *verifier) marks(s *api.Schema) {
	if s.Synth || s.Form != api.FormObject {
		return
	}
	seen := map[api.Keyword]bool{}
	for _, m := range s.Marks {
		if m.Keyword != api.KwUnknown && seen[m.Keyword] {
			v.fail(s, "has the keyword "+m.Keyword.String()+" twice")
		}
		seen[m.Keyword] = true
		if m.Fate == api.Kept && (m.Keyword == api.KwNullable || m.Keyword == api.KwExample) {
			v.fail(s, "keeps "+m.Keyword.String())
		} else if m.Fate == api.Kept && !isSet(s, m.Keyword) {
			v.fail(s, "lost "+m.Keyword.String())
		}
	}
	for child := range s.Children() {
		if !seen[child.Keyword] && !seen[api.KwNullable] {
			v.fail(s, "has "+child.Keyword.String()+" without a mark")
		}
	}
	if s.Ref != nil && !seen[api.KwRef] && !seen[api.KwDynamicRef] {
		v.fail(s, "has a reference without a mark")
	}
}

// isSet reports whether the field of a keyword holds something. A boolean that is false and a text that is empty look like an
// absent one, so for those it is enough that their group is there.
func isSet(s *api.Schema, k api.Keyword) bool {
	switch k {
	case api.KwUnknown:
		return s.Extensions != nil
	case api.KwRef:
		return s.Ref != nil && !s.Ref.Dynamic
	case api.KwDynamicRef:
		return s.Ref != nil && s.Ref.Dynamic || s.Core != nil && s.Core.DynamicRef != nil
	case api.KwType:
		return s.Types != nil
	case api.KwEnum:
		return s.Enum != nil
	case api.KwConst:
		return s.Const != nil
	case api.KwFormat:
		return s.Format != ""
	case api.KwContentEncoding, api.KwContentMediaType:
		return s.Content != nil
	case api.KwID, api.KwSchema, api.KwAnchor, api.KwDynamicAnchor, api.KwComment, api.KwVocabulary:
		return s.Core != nil
	case api.KwUniqueItems:
		return s.Array != nil
	case api.KwTitle, api.KwDescription, api.KwDeprecated, api.KwReadOnly, api.KwWriteOnly:
		return s.Meta != nil
	case api.KwDefault:
		return s.Meta != nil && s.Meta.Default != nil
	case api.KwExamples:
		return s.Meta != nil && s.Meta.Examples != nil
	case api.KwDiscriminator:
		return s.OpenAPI != nil && s.OpenAPI.Discriminator != nil
	case api.KwXML:
		return s.OpenAPI != nil && s.OpenAPI.XML != nil
	case api.KwExternalDocs:
		return s.OpenAPI != nil && s.OpenAPI.ExternalDocs != nil
	}
	return setLimit(s, k) || setList(s, k) || setChild(s, k)
}

func setLimit(s *api.Schema, k api.Keyword) bool {
	var n api.NumberRules
	var t api.StringRules
	var a api.ArrayRules
	var o api.ObjectRules
	if s.Number != nil {
		n = *s.Number
	}
	if s.String != nil {
		t = *s.String
	}
	if s.Array != nil {
		a = *s.Array
	}
	if s.Object != nil {
		o = *s.Object
	}
	limits := map[api.Keyword]*api.Number{
		api.KwMultipleOf: n.MultipleOf, api.KwMinimum: n.Minimum, api.KwMaximum: n.Maximum, api.KwExclusiveMinimum: n.ExclusiveMinimum,
		api.KwExclusiveMaximum: n.ExclusiveMaximum, api.KwMinLength: t.MinLength, api.KwMaxLength: t.MaxLength, api.KwMinItems: a.MinItems,
		api.KwMaxItems: a.MaxItems, api.KwMinContains: a.MinContains, api.KwMaxContains: a.MaxContains, api.KwMinProperties: o.MinProperties,
		api.KwMaxProperties: o.MaxProperties,
	}
	return limits[k] != nil || k == api.KwPattern && t.Pattern != nil
}

// setList is for keywords whose value may be empty, so that there are no children.
func setList(s *api.Schema, k api.Keyword) bool {
	if k == api.KwDefs {
		return s.Core != nil && s.Core.Defs != nil
	}
	o := s.Object
	if o == nil {
		return false
	}
	switch k {
	case api.KwProperties:
		return o.Properties != nil
	case api.KwPatternProperties:
		return o.PatternProperties != nil
	case api.KwDependentSchemas:
		return o.DependentSchemas != nil
	case api.KwRequired:
		return o.Required != nil
	case api.KwDependentRequired:
		return o.DependentRequired != nil
	}
	return false
}

func setChild(s *api.Schema, k api.Keyword) bool {
	for child := range s.Children() {
		if child.Keyword == k {
			return true
		}
	}
	return false
}
