package api

// set reports whether the field of a keyword holds something. A boolean that is false and a text that is empty look like an
// absent one, so for those it is enough that their group is there.
func (s *Schema) set(k Keyword) bool {
	switch k {
	case KwUnknown:
		return s.Extensions != nil
	case KwRef:
		return s.Ref != nil && !s.Ref.Dynamic
	case KwDynamicRef:
		return s.Ref != nil && s.Ref.Dynamic || s.Core != nil && s.Core.DynamicRef != nil
	case KwType:
		return s.Types != nil
	case KwEnum:
		return s.Enum != nil
	case KwConst:
		return s.Const != nil
	case KwFormat:
		return s.Format != ""
	case KwContentEncoding, KwContentMediaType:
		return s.Content != nil
	case KwID, KwSchema, KwAnchor, KwDynamicAnchor, KwComment, KwVocabulary:
		return s.Core != nil
	case KwUniqueItems:
		return s.Array != nil
	case KwTitle, KwDescription, KwDeprecated, KwReadOnly, KwWriteOnly:
		return s.Meta != nil
	case KwDefault:
		return s.Meta != nil && s.Meta.Default != nil
	case KwExamples:
		return s.Meta != nil && s.Meta.Examples != nil
	case KwDiscriminator:
		return s.OpenAPI != nil && s.OpenAPI.Discriminator != nil
	case KwXML:
		return s.OpenAPI != nil && s.OpenAPI.XML != nil
	case KwExternalDocs:
		return s.OpenAPI != nil && s.OpenAPI.ExternalDocs != nil
	}
	return s.setLimit(k) || s.setList(k) || s.setChild(k)
}

func (s *Schema) setLimit(k Keyword) bool {
	var n NumberRules
	var t StringRules
	var a ArrayRules
	var o ObjectRules
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
	limits := map[Keyword]*Number{
		KwMultipleOf: n.MultipleOf, KwMinimum: n.Minimum, KwMaximum: n.Maximum, KwExclusiveMinimum: n.ExclusiveMinimum,
		KwExclusiveMaximum: n.ExclusiveMaximum, KwMinLength: t.MinLength, KwMaxLength: t.MaxLength, KwMinItems: a.MinItems,
		KwMaxItems: a.MaxItems, KwMinContains: a.MinContains, KwMaxContains: a.MaxContains, KwMinProperties: o.MinProperties,
		KwMaxProperties: o.MaxProperties,
	}
	return limits[k] != nil || k == KwPattern && t.Pattern != nil
}

// setList is for keywords whose value may be empty, so that there are no children.
func (s *Schema) setList(k Keyword) bool {
	if k == KwDefs {
		return s.Core != nil && s.Core.Defs != nil
	}
	o := s.Object
	if o == nil {
		return false
	}
	switch k {
	case KwProperties:
		return o.Properties != nil
	case KwPatternProperties:
		return o.PatternProperties != nil
	case KwDependentSchemas:
		return o.DependentSchemas != nil
	case KwRequired:
		return o.Required != nil
	case KwDependentRequired:
		return o.DependentRequired != nil
	}
	return false
}

func (s *Schema) setChild(k Keyword) bool {
	for child := range s.Children() {
		if child.Keyword == k {
			return true
		}
	}
	return false
}
