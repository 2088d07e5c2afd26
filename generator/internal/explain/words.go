package explain

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// whyRule says why a keyword needs a rule.
func whyRule(k api.Keyword) string {
	switch k {
	case api.KwNot:
		return "no Go type is everything but something"
	case api.KwIf, api.KwThen, api.KwElse:
		return "no Go type depends on a condition"
	case api.KwAllOf, api.KwRef:
		return "what the parts say together, fields do not show"
	case api.KwAnyOf, api.KwOneOf:
		return "one value can fit several alternatives, so no type tells them apart"
	case api.KwDynamicRef:
		return "where it leads depends on the way to it"
	case api.KwEnum, api.KwConst:
		return "no Go constant can be such a value"
	case api.KwPatternProperties, api.KwPropertyNames:
		return "it looks at the names of members"
	case api.KwUnevaluatedItems, api.KwUnevaluatedProperties:
		return "it looks at what the other keywords leave"
	case api.KwAdditionalProperties:
		return "it sees only the properties beside it, the struct has more"
	case api.KwRequired:
		return "some of the names have no field that must be there"
	case api.KwDependentRequired, api.KwDependentSchemas:
		return "no field depends on another"
	case api.KwMinProperties, api.KwMaxProperties:
		return "a struct does not count its members"
	case api.KwContains, api.KwMinContains, api.KwMaxContains:
		return "a list says the same of each element"
	case api.KwUniqueItems:
		return "such elements are not compared by =="
	case api.KwMinItems, api.KwMaxItems, api.KwItems:
		return "it says more than the fields for the positions"
	}
	return "the type does not show it"
}

// annotation says what a keyword does that no value can break.
func (e *Explainer) annotation(s *api.Schema, k api.Keyword, name string) string {
	switch k {
	case api.KwTitle, api.KwDescription, api.KwDeprecated:
		return "a comment only"
	case api.KwDefault:
		return e.defaultNote(s)
	case api.KwReadOnly, api.KwWriteOnly:
		return e.directionNote(s, k)
	case api.KwNullable:
		if s.Has(api.TypeNull) && s.Types != nil {
			return "by the type: null is allowed"
		}
	case api.KwAdditionalProperties:
		if m := s.Written(k); m != nil && m.Fate == api.Rewritten {
			return "read as meant: it closes the whole that this is a part of"
		}
	case api.KwDiscriminator:
		return e.discriminatorNote(s)
	case api.KwXML:
		if len(e.p.Operations.XML) > 0 {
			return "no constraint: names in bodies of XML"
		}
		return "not in the code: no body is XML"
	case api.KwContentEncoding:
		if e.p.Classes.Classify(s) == classes.Scalar && classes.Foreign(e.p.Classes.ScalarKind(s)) {
			return "by the type []byte"
		}
		return "not in the code: an annotation"
	case api.KwID, api.KwSchema, api.KwAnchor, api.KwDynamicAnchor, api.KwDefs, api.KwVocabulary:
		return "no constraint: it names or holds schemas for references"
	case api.KwContentMediaType, api.KwContentSchema, api.KwExample, api.KwExamples, api.KwExternalDocs, api.KwComment:
		return "not in the code: an annotation"
	case api.KwUnknown:
		return extensionNote(name)
	}
	return "no effect: it asks for nothing here"
}

func extensionNote(name string) string {
	switch name {
	case "x-go-name", "x-enum-varnames", "x-enumNames", "x-ms-enum", "x-go-initialisms":
		return "names in Go"
	case "x-enum-descriptions":
		return "comments of the constants"
	case "x-extensible-enum":
		return "constants for the values that are known"
	case "x-go-tags", "x-oapi-codegen-extra-tags":
		return "struct tags of the field"
	case "x-go-check":
		return "Validate calls the method Check"
	case "x-go-new":
		return "what New functions fill in"
	}
	return "not in the code: oas2go does not know it"
}

// defaultNote says which functions fill a default in.
func (e *Explainer) defaultNote(s *api.Schema) string {
	for t := range e.p.Shapes.All() {
		def, ok := t.Def.(*shapes.StructDef)
		if !ok || e.p.Names.New(t) == "" {
			continue
		}
		for _, m := range def.Members {
			if f := e.p.Values.Filled(t, m); m.Schema == s && f.From != nil && f.Value != nil {
				return "a comment, and " + e.p.Names.New(t) + " fills it in; it is never sent or read in silence"
			}
		}
	}
	return "a comment only: it is never sent or read in silence"
}

func (e *Explainer) directionNote(s *api.Schema, k api.Keyword) string {
	switch readOnly, writeOnly := e.p.Directions.Only(s); {
	case readOnly && writeOnly:
		return e.finding(s, k, "no effect")
	case k == api.KwReadOnly && readOnly:
		return "by the types: only what is received has the field"
	case k == api.KwWriteOnly && writeOnly:
		return "by the types: only what is sent has the field"
	}
	return "no effect: it asks for nothing here"
}

func (e *Explainer) discriminatorNote(s *api.Schema) string {
	for _, f := range e.findings {
		if e.Key(f.Pos) == e.Key(s.At(api.KwDiscriminator)) {
			if f.Rule == diag.RuleDiscriminator {
				return f.Message
			}
			return "no effect: " + f.Message + " [" + string(f.Rule) + "]"
		}
		for _, r := range f.Related { // the same union elsewhere
			if f.Rule == diag.RuleDiscriminator && e.Key(r.Pos) == e.Key(s.At(api.KwDiscriminator)) {
				return f.Message
			}
		}
	}
	return "no constraint: constants in the variants say the same"
}
