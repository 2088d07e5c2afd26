package classes

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Class is what kind of Go a schema gets. Schemas that Go has no type for are anythings.
type Class uint8

// The classes.
const (
	Anything Class = iota
	Scalar
	Enum
	List
	Map
	Struct
	Tuple
	Union
)

// Classify looks at the keywords of s and of the schemas that it applies to the same value. s is no wrapper: see [analysis.Analysis.Peel].
func (p *Classes) Classify(s *api.Schema) Class {
	if c, known := p.classes[s]; known {
		return c
	}
	p.classes[s] = Anything // for a circle
	c := p.classifyTypes(s)
	if c == Enum && p.Residue(s, c) != (analysis.Keywords{}) {
		c = Scalar // an enum has no place for a rule
	}
	p.classes[s] = c
	return c
}

func (p *Classes) classifyTypes(s *api.Schema) Class {
	set := analysis.Asserted(s)
	switch {
	case s.Form != api.FormObject || set.Has(api.KwDynamicRef) || p.analysis.Kinds(s)&^analysis.KindNull == 0: // null at most
		return Anything
	case p.analysis.Merged(s) != nil:
		return Struct
	case p.analysis.Enumeration(s) != nil:
		if _, ok := p.EnumKind(s); ok {
			return Enum
		}
	case p.analysis.Choice(s) != nil:
		return Union
	}
	switch {
	case set.Minus(composing) != set:
		return p.classOfKinds(s)
	case set.Has(api.KwEnum):
		if p.analysis.Kinds(s)&^analysis.KindNull == analysis.KindBoolean && s.Const == nil {
			return Scalar
		}
		return Anything
	case s.Types == nil && s.Const == nil:
		return p.classOfKinds(s)
	}
	types := analysis.ValueTypes(s)
	switch {
	case len(types) == 1:
		return classOfType(s, types[0], set)
	case len(types) == 0 && s.Types == nil:
		return withoutType(s)
	}
	return Anything // null alone, or types that no Go type joins
}

// composing are the keywords by which other schemas apply to the same value and shape its type.
var composing = analysis.KeywordsOf(api.KwRef, api.KwAllOf, api.KwAnyOf, api.KwOneOf)

// classOfKinds is the class of a schema whose type only its parts tell.
func (p *Classes) classOfKinds(s *api.Schema) Class {
	kinds := p.analysis.Kinds(s) &^ analysis.KindNull
	hasMembers := kinds&analysis.KindObject != 0 && len(p.analysis.View(s).Sights) > 0
	switch {
	case hasMembers && (kinds == analysis.KindObject || kinds|analysis.KindNull == analysis.AnyKind):
		return Struct
	case kinds == analysis.KindObject:
		return Map
	case kinds == analysis.KindArray:
		return List
	case BuiltinKind(kinds) != "" && !isNumeric(s.Const): // which may be beyond all Go types
		return Scalar
	}
	return Anything
}

func isNumeric(l *api.Literal) bool {
	if l == nil {
		return false
	}
	_, number := l.Value.(api.Number)
	return number
}

func classOfType(s *api.Schema, t api.Type, set analysis.Keywords) Class {
	switch t {
	case api.TypeArray:
		if analysis.IsTupleArray(s.Array) {
			return Tuple
		}
		return List
	case api.TypeObject:
		closed := set.Has(api.KwAdditionalProperties) && s.Object.AdditionalProperties.Form == api.FormFalse
		if set.Has(api.KwProperties) || closed && !set.Has(api.KwPatternProperties) {
			return Struct
		}
		return Map
	}
	return Scalar
}

// withoutType is the class of a constant without type: that of its value.
func withoutType(s *api.Schema) Class {
	switch v := s.Const.Value.(type) {
	case api.String, api.Bool:
		return Scalar
	case api.Number:
		if isHeld(v) {
			return Scalar
		}
	}
	return Anything
}

// isHeld reports whether a Go type of numbers holds a constant as it is.
func isHeld(n api.Number) bool {
	if !n.IsInteger() {
		return heldByFloat(n)
	}
	_, signed := n.Int64()
	_, unsigned := n.Uint64()
	return signed || unsigned
}

// AcceptsNull reports whether null is valid for a schema, and Go has no other place for it.
func (p *Classes) AcceptsNull(s *api.Schema) bool {
	c := p.Classify(s)
	return c != Anything && p.analysis.TakesNull(s) && !(c == Struct && p.HasOther(s))
}

// HasOther reports whether the values of a struct may be no objects.
func (p *Classes) HasOther(s *api.Schema) bool {
	return p.analysis.Kinds(s)&^analysis.KindNull != analysis.KindObject
}

// EnumKind returns the kind of an enum whose values, null aside, are all strings or all numbers, as the type says.
func (p *Classes) EnumKind(s *api.Schema) (kind gomodel.ScalarKind, ok bool) {
	types := analysis.ValueTypes(s)
	if len(types) > 1 || s.Const != nil {
		return "", false
	}
	isInteger := p.analysis.Kinds(s)&^analysis.KindNull == analysis.KindInteger && (len(types) == 0 || types[0] == api.TypeInteger)
	whole := p.wholeKind(s)
	for _, e := range p.analysis.Entries(s) {
		var k gomodel.ScalarKind
		switch v := e.Value.(type) {
		case api.String:
			k = gomodel.String
		case api.Number:
			if isInteger && LiteralOf(v, whole) != nil {
				k = whole
			} else if k = gomodel.Float64; !heldByFloat(v) {
				return "", false
			}
		case api.Null:
			continue
		default:
			return "", false
		}
		if kind != "" && k != kind || LiteralOf(e.Value, k) == nil {
			return "", false
		}
		kind = k
	}
	if kind == "" || len(types) == 1 && !kindFits(kind, types[0]) {
		return "", false
	}
	return kind, true
}

// heldByFloat reports whether a float64 is written as the same number.
func heldByFloat(n api.Number) bool {
	f, err := strconv.ParseFloat(n.String(), 64)
	return err == nil && analysis.RoundedFloat(f).Cmp(n) == 0
}

func kindFits(k gomodel.ScalarKind, t api.Type) bool {
	switch t {
	case api.TypeString:
		return k == gomodel.String
	case api.TypeInteger:
		return k.IsInteger()
	case api.TypeNumber:
		return k == gomodel.Float64
	}
	return false
}

// ScalarKind returns the kind of a schema that is a scalar.
func (p *Classes) ScalarKind(s *api.Schema) gomodel.ScalarKind {
	kind := BuiltinKind(p.analysis.Kinds(s) &^ analysis.KindNull)
	if types := analysis.ValueTypes(s); kind == gomodel.Int64 && len(types) == 1 && types[0] == api.TypeNumber {
		return gomodel.Float64 // a part or a constant allows whole numbers only, as 1e300 is
	}
	switch kind {
	case gomodel.Int64:
		return p.wholeKind(s)
	case gomodel.Float64:
		if isDecimal(s) {
			return gomodel.Decimal
		}
		return kind
	case gomodel.Bool:
		return kind
	}
	if kind := FormatKind(s); kind != "" && p.isFormatAlone(s) {
		return kind
	}
	return gomodel.String
}

// isFormatAlone reports whether nothing but the format says which strings are valid.
func (p *Classes) isFormatAlone(s *api.Schema) bool {
	others := analysis.Asserted(s).Minus(besideFormat)
	return others == analysis.Keywords{} || others == analysis.KeywordsOf(api.KwAllOf) && p.analysis.Repeats(s)
}

// besideFormat are the keywords that a type of another package leaves room for: nothing is left to a check or a rule.
var besideFormat = func() analysis.Keywords {
	set := analysis.KeywordsOf(api.KwType, api.KwFormat)
	for _, t := range []api.Type{api.TypeNumber, api.TypeArray, api.TypeObject} {
		set = set.With(analysis.ForType(t))
	}
	return set
}()

// FormatKind returns the Go type for a format of strings, "" for none.
func FormatKind(s *api.Schema) gomodel.ScalarKind {
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
	return ""
}
