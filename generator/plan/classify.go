package plan

import (
	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// A class is what kind of Go a schema gets. Schemas that Go has no type for are anythings.
type class uint8

const (
	isAnything class = iota
	isScalar
	isEnum
	isList
	isDict
	isStruct
	isUnion
)

// classify looks at the keywords of s alone. s is no wrapper: see [planner.peel].
func (p *planner) classify(s *api.Schema) class {
	c := p.classifyTypes(s)
	if (c == isEnum || c == isUnion || c == isScalar && foreign(scalarKind(s))) && p.residue(s, c) != (keywordSet{}) {
		return isAnything // these have no place for a rule
	}
	return c
}

func (p *planner) classifyTypes(s *api.Schema) class {
	set := asserted(s)
	switch {
	case set.has(api.KwAllOf) && p.merged(s) != nil:
		return isStruct
	case s.Form != api.FormObject || set.has(api.KwRef) || set.has(api.KwDynamicRef) || set.has(api.KwAllOf):
		return isAnything
	case set.has(api.KwOneOf) || set.has(api.KwAnyOf):
		if p.choice(s) != nil {
			return isUnion
		}
		return isAnything
	case set.has(api.KwEnum):
		if _, ok := enumKind(s); ok {
			return isEnum
		}
		return isAnything
	}
	types := valueTypes(s)
	switch {
	case len(types) > 1:
		if p.typeChoice(s) != nil {
			return isUnion
		}
		return isAnything
	case len(types) == 0 && s.Types == nil:
		return withoutType(s, set)
	case len(types) == 0:
		return isAnything // null alone
	}
	return classOfType(s, types[0], set)
}

func classOfType(s *api.Schema, t api.Type, set keywordSet) class {
	switch t {
	case api.TypeArray:
		return isList
	case api.TypeObject:
		closed := set.has(api.KwAdditionalProperties) && s.Object.AdditionalProperties.Form == api.FormFalse
		if set.has(api.KwProperties) || closed && !set.has(api.KwPatternProperties) {
			return isStruct
		}
		return isDict
	}
	return isScalar
}

// withoutType guesses what a schema without type means by its keywords: a constant has its type, properties mean an object.
func withoutType(s *api.Schema, set keywordSet) class {
	if s.Const != nil {
		switch s.Const.Value.(type) {
		case api.String, api.Bool:
			return isScalar
		}
		return isAnything
	}
	if set.has(api.KwProperties) {
		return isStruct
	}
	return isAnything
}

// valueTypes returns the types of s without null. "number" swallows "integer".
func valueTypes(s *api.Schema) (types []api.Type) {
	hasNumber := false
	for _, t := range s.Types {
		hasNumber = hasNumber || t == api.TypeNumber
	}
	for _, t := range s.Types {
		if t != api.TypeNull && !(t == api.TypeInteger && hasNumber) {
			types = append(types, t)
		}
	}
	return types
}

// acceptsNull reports whether null is valid for a schema that is no wrapper.
func (p *planner) acceptsNull(s *api.Schema) bool {
	if s.Compose != nil && (s.Compose.OneOf != nil || s.Compose.AnyOf != nil) {
		c := p.choice(s)
		return c != nil && c.nullable
	}
	return allowsNull(s)
}

// allowsNull reports whether null is valid for a typed schema.
func allowsNull(s *api.Schema) bool {
	if s.Types == nil {
		return s.Const == nil && s.Enum != nil && enumHas(s, api.Null{})
	}
	if !s.Has(api.TypeNull) || s.Const != nil {
		return false
	}
	return s.Enum == nil || enumHas(s, api.Null{})
}

func enumHas(s *api.Schema, v api.Value) bool {
	for _, e := range s.Enum {
		if api.Equal(e.Value, v) {
			return true
		}
	}
	return false
}

// enumKind returns the kind of an enum whose values, null aside, are all strings or all numbers, as the type says.
func enumKind(s *api.Schema) (kind gomodel.ScalarKind, ok bool) {
	types := valueTypes(s)
	if len(types) > 1 || s.Const != nil {
		return "", false
	}
	for _, e := range s.Enum {
		var k gomodel.ScalarKind
		switch v := e.Value.(type) {
		case api.String:
			k = gomodel.String
		case api.Number:
			k = gomodel.Float64
			if _, fits := v.Int64(); fits && len(types) == 1 && types[0] == api.TypeInteger {
				k = integerKind(s)
			}
		case api.Null:
			continue
		default:
			return "", false
		}
		if kind != "" && k != kind || literalOf(e.Value, k) == nil {
			return "", false
		}
		kind = k
	}
	if kind == "" || len(types) == 1 && !kindFits(kind, types[0]) {
		return "", false
	}
	return kind, true
}

func kindFits(k gomodel.ScalarKind, t api.Type) bool {
	switch t {
	case api.TypeString:
		return k == gomodel.String
	case api.TypeInteger:
		return k == gomodel.Int32 || k == gomodel.Int64
	case api.TypeNumber:
		return k == gomodel.Float64
	}
	return false
}

func integerKind(s *api.Schema) gomodel.ScalarKind {
	if s.Format == "int32" {
		return gomodel.Int32
	}
	return gomodel.Int64
}

// scalarKind returns the kind of a schema that is a scalar.
func scalarKind(s *api.Schema) gomodel.ScalarKind {
	t := api.TypeString
	if types := valueTypes(s); len(types) == 1 {
		t = types[0]
	} else if _, isBool := s.Const.Value.(api.Bool); isBool {
		t = api.TypeBoolean
	}
	switch t {
	case api.TypeBoolean:
		return gomodel.Bool
	case api.TypeInteger:
		return integerKind(s)
	case api.TypeNumber:
		return gomodel.Float64
	}
	switch s.Format {
	case "date-time":
		return gomodel.Time
	case "date":
		return gomodel.Date
	case "uuid":
		return gomodel.UUID
	case "byte":
		return gomodel.Bytes
	}
	if s.Content != nil && s.Content.Encoding == "base64" {
		return gomodel.Bytes
	}
	return gomodel.String
}
