package api

import "github.com/oas2go/oas2go/generator/diag"

// A Mark is a keyword of a schema as the document has it: where it stands and what became of it. Marks are the only trace of
// the dialect of the document: findings point at them ("exclusiveMinimum: true has no effect without minimum"), and tell
// "example" from "examples".
type Mark struct {
	Keyword      Keyword
	Fate         Fate
	Line, Column uint32 // of the key
}

// A Fate is what parse did with a keyword.
type Fate uint8

// The fates of keywords.
const (
	Kept      Fate = iota // it is in the field of its name
	Rewritten             // its meaning is in other fields: nullable, boolean exclusiveMinimum, example
	Hidden                // the dialect ignores it beside $ref (3.0); its value is only in the source tree
	NoEffect              // it means nothing here: nullable without type, then without if, exclusiveMinimum: true alone
	Invalid               // its value is not allowed; reported, then left out
)

// At returns the position of a keyword, that of the schema if the keyword is absent.
func (s *Schema) At(k Keyword) diag.Pos {
	p := s.Pos
	for i := range s.Marks {
		if m := &s.Marks[i]; m.Keyword == k {
			return diag.Pos{File: p.File, Path: p.Path.Child(k.String()), Line: m.Line, Column: m.Column}
		}
	}
	return p
}

// Written returns the mark of a keyword, nil if the document does not have it here.
func (s *Schema) Written(k Keyword) *Mark {
	for i := range s.Marks {
		if s.Marks[i].Keyword == k {
			return &s.Marks[i]
		}
	}
	return nil
}

// A Keyword is a known keyword of any supported dialect.
type Keyword uint8

// The keywords. The order is free; nothing is stored across runs.
const (
	KwUnknown Keyword = iota // in Schema.Extensions, at the same rank among the unknown ones
	KwRef
	KwDynamicRef
	KwID
	KwSchema
	KwAnchor
	KwDynamicAnchor
	KwVocabulary
	KwComment
	KwDefs
	KwType
	KwEnum
	KwConst
	KwFormat
	KwMultipleOf
	KwMinimum
	KwMaximum
	KwExclusiveMinimum
	KwExclusiveMaximum
	KwMinLength
	KwMaxLength
	KwPattern
	KwPrefixItems
	KwItems
	KwContains
	KwMinContains
	KwMaxContains
	KwMinItems
	KwMaxItems
	KwUniqueItems
	KwUnevaluatedItems
	KwProperties
	KwPatternProperties
	KwAdditionalProperties
	KwPropertyNames
	KwUnevaluatedProperties
	KwRequired
	KwDependentRequired
	KwDependentSchemas
	KwMinProperties
	KwMaxProperties
	KwAllOf
	KwAnyOf
	KwOneOf
	KwNot
	KwIf
	KwThen
	KwElse
	KwContentEncoding
	KwContentMediaType
	KwContentSchema
	KwTitle
	KwDescription
	KwDefault
	KwExamples
	KwDeprecated
	KwReadOnly
	KwWriteOnly
	KwDiscriminator
	KwXML
	KwExternalDocs
	KwExample  // OAS, deprecated
	KwNullable // OAS 3.0
	keywordCount
)

var keywordNames = [keywordCount]string{
	"", "$ref", "$dynamicRef", "$id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary", "$comment", "$defs", "type", "enum", "const",
	"format", "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern",
	"prefixItems", "items", "contains", "minContains", "maxContains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems",
	"properties", "patternProperties", "additionalProperties", "propertyNames", "unevaluatedProperties", "required",
	"dependentRequired", "dependentSchemas", "minProperties", "maxProperties", "allOf", "anyOf", "oneOf", "not", "if", "then", "else",
	"contentEncoding", "contentMediaType", "contentSchema", "title", "description", "default", "examples", "deprecated", "readOnly",
	"writeOnly", "discriminator", "xml", "externalDocs", "example", "nullable",
}

// String returns the keyword in the document.
func (k Keyword) String() string { return keywordNames[k] }

// KeywordOf returns the keyword of a name, KwUnknown if there is none.
func KeywordOf(name string) Keyword {
	for k, n := range keywordNames {
		if k > 0 && n == name {
			return Keyword(k)
		}
	}
	return KwUnknown
}
