package plan

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
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
	isTuple
	isUnion
)

// classify looks at the keywords of s and of the schemas that it applies to the same value. s is no wrapper: see [planner.peel].
func (p *planner) classify(s *api.Schema) class {
	if c, known := p.classes[s]; known {
		return c
	}
	p.classes[s] = isAnything // for a circle
	c := p.classifyTypes(s)
	if c == isEnum && p.residue(s, c) != (keywordSet{}) {
		c = isScalar // an enum has no place for a rule
	}
	p.classes[s] = c
	return c
}

func (p *planner) classifyTypes(s *api.Schema) class {
	set := asserted(s)
	switch {
	case s.Form != api.FormObject || set.has(api.KwDynamicRef) || p.kinds(s)&^kindNull == 0: // null at most
		return isAnything
	case p.merged(s) != nil:
		return isStruct
	case p.enumeration(s) != nil:
		if _, ok := p.enumKind(s); ok {
			return isEnum
		}
	case p.choice(s) != nil:
		return isUnion
	}
	switch {
	case set.minus(composing) != set:
		return p.classOfKinds(s)
	case set.has(api.KwEnum):
		if p.kinds(s)&^kindNull == kindBoolean && s.Const == nil {
			return isScalar
		}
		return isAnything
	case s.Types == nil && s.Const == nil:
		return p.classOfKinds(s)
	}
	types := valueTypes(s)
	switch {
	case len(types) == 1:
		return classOfType(s, types[0], set)
	case len(types) == 0 && s.Types == nil:
		return withoutType(s)
	}
	return isAnything // null alone, or types that no Go type joins
}

// composing are the keywords by which other schemas apply to the same value and shape its type.
var composing = setOf(api.KwRef, api.KwAllOf, api.KwAnyOf, api.KwOneOf)

// classOfKinds is the class of a schema whose type only its parts tell.
func (p *planner) classOfKinds(s *api.Schema) class {
	kinds := p.kinds(s) &^ kindNull
	hasMembers := kinds&kindObject != 0 && len(p.view(s).sights) > 0
	switch {
	case hasMembers && (kinds == kindObject || kinds|kindNull == anyKind):
		return isStruct
	case kinds == kindObject:
		return isDict
	case kinds == kindArray:
		return isList
	case builtinKind(kinds) != "" && !isNumeric(s.Const): // which may be beyond all Go types
		return isScalar
	}
	return isAnything
}

func isNumeric(l *api.Literal) bool {
	if l == nil {
		return false
	}
	_, number := l.Value.(api.Number)
	return number
}

func classOfType(s *api.Schema, t api.Type, set keywordSet) class {
	switch t {
	case api.TypeArray:
		if isTupleArray(s.Array) {
			return isTuple
		}
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

// withoutType is the class of a constant without type: that of its value.
func withoutType(s *api.Schema) class {
	switch s.Const.Value.(type) {
	case api.String, api.Bool:
		return isScalar
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

// acceptsNull reports whether null is valid for a schema, and Go has no other place for it.
func (p *planner) acceptsNull(s *api.Schema) bool {
	c := p.classify(s)
	return c != isAnything && p.takesNull(s) && !(c == isStruct && p.hasOther(s))
}

// hasOther reports whether the values of a struct may be no objects.
func (p *planner) hasOther(s *api.Schema) bool { return p.kinds(s)&^kindNull != kindObject }

// enumKind returns the kind of an enum whose values, null aside, are all strings or all numbers, as the type says.
func (p *planner) enumKind(s *api.Schema) (kind gomodel.ScalarKind, ok bool) {
	types := valueTypes(s)
	if len(types) > 1 || s.Const != nil {
		return "", false
	}
	isInteger := p.kinds(s)&^kindNull == kindInteger && (len(types) == 0 || types[0] == api.TypeInteger)
	for _, e := range p.entries(s) {
		var k gomodel.ScalarKind
		switch v := e.Value.(type) {
		case api.String:
			k = gomodel.String
		case api.Number:
			if _, fits := v.Int64(); fits && isInteger {
				k = integerKind(s)
			} else if k = gomodel.Float64; !heldByFloat(v) {
				return "", false
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

// heldByFloat reports whether a float64 is written as the same number.
func heldByFloat(n api.Number) bool {
	f, err := strconv.ParseFloat(n.String(), 64)
	return err == nil && roundedFloat(f).Cmp(n) == 0
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
func (p *planner) scalarKind(s *api.Schema) gomodel.ScalarKind {
	kind := builtinKind(p.kinds(s) &^ kindNull)
	if types := valueTypes(s); kind == gomodel.Int64 && len(types) == 1 && types[0] == api.TypeNumber {
		return gomodel.Float64 // a part or a constant allows whole numbers only, as 1e300 is
	}
	switch kind {
	case gomodel.Int64:
		return integerKind(s)
	case gomodel.Bool, gomodel.Float64:
		return kind
	}
	if kind := formatKind(s); kind != "" && asserted(s).minus(besideFormat) == (keywordSet{}) {
		return kind
	}
	return gomodel.String
}

// besideFormat are the keywords that a type of another package leaves room for: nothing is left to a check or a rule.
var besideFormat = func() keywordSet {
	set := setOf(api.KwType, api.KwFormat)
	for _, t := range []api.Type{api.TypeNumber, api.TypeArray, api.TypeObject} {
		list := forType(t)
		set.add(list.list()...)
	}
	return set
}()

// formatKind returns the Go type for a format of strings, "" for none.
func formatKind(s *api.Schema) gomodel.ScalarKind {
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
