package shapes

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
)

// A Shape is what a schema becomes in Go at one place: [Scalar], [List], [Map], [Anything] or [Named].
type Shape interface{ isShape() }

type (
	// Scalar is a built-in type, or one of another package.
	Scalar struct {
		Kind  gomodel.ScalarKind
		Sized bool // as in [gomodel.Scalar]
	}
	// List is a slice.
	List struct{ Elem Use }
	// Map is a map with names as keys.
	Map struct{ Elem Use }
	// Anything is json.RawMessage.
	Anything struct{}
	// Named is a declared type.
	Named struct{ Type *Type }
)

func (Scalar) isShape()   {}
func (List) isShape()     {}
func (Map) isShape()      {}
func (Anything) isShape() {}
func (Named) isShape()    {}

// A Use is a schema at one place: its shape, and whether null is allowed there.
type Use struct {
	Shape    Shape
	Nullable bool
	Schema   *api.Schema // that has the checks of a shape without type of its own
	Judged   bool        // a rule around it says what is valid; it is not checked again
}

// A Type is a Go type to declare.
type Type struct {
	Schema  *api.Schema
	Origin  Origin
	Def     Definition
	defined bool
	Inline  []*Type // types that stand inside and are declared behind it
	Tags    map[string]bool
	Residue analysis.Keywords // what the type does not show
	// VariantOf is the first union that this type is a variant of. An inline scalar, list or map is one by value.
	VariantOf *Type
	ByValue   bool
}

// An Origin is where a type comes from, and what it is named after: [FromComponent], [FromPlace] or [FromVariant].
type Origin interface{ isOrigin() }

type (
	// FromComponent is the type of a component.
	FromComponent struct{ Component directions.Component }
	// FromPlace is a type that stands inside another, or inside an operation.
	FromPlace struct{ At Place }
	// FromVariant is a type that exists only as a variant of a union.
	FromVariant struct {
		Union *Type
		Word  string
		Part  *api.Schema
	}
)

func (FromComponent) isOrigin() {}
func (FromPlace) isOrigin()     {}
func (FromVariant) isOrigin()   {}

// A Definition is the kind of a declared type: [*StructDef], [EnumDef], [ScalarDef], [ListDef], [MapDef], [*UnionDef] or
// [AnythingDef].
type Definition interface{ isDefinition() }

type (
	// StructDef is a struct: an object, or an array of fixed positions.
	StructDef struct {
		Members []*Member
		Tuple   bool // it is an array: the members are its first items, Extra is the type of those behind them
		Closed  bool
		Extra   *Use // of members without field; nil: ignored
		Other   bool // values that are no objects are allowed too
	}
	// EnumDef is a scalar with constants.
	EnumDef struct {
		Kind  gomodel.ScalarKind
		Open  bool // other values are allowed too
		Plain bool // it has constants and no type
	}
	// ScalarDef is a scalar with a name.
	ScalarDef struct{ Kind gomodel.ScalarKind }
	// ListDef is a slice with a name.
	ListDef struct{ Elem Use }
	// MapDef is a map with a name.
	MapDef struct{ Elem Use }
	// AnythingDef is a json.RawMessage with a name.
	AnythingDef struct{}
	// UnionDef is a sealed interface.
	UnionDef struct {
		Plan     *analysis.ChoicePlan
		Variants []*Variant // of the leaves of plan
		Base     *Type      // the variant that all other values are, of a union of heirs; nil: none
		ruled    bool       // a rule judges some variant
	}
)

func (*StructDef) isDefinition()  {}
func (EnumDef) isDefinition()     {}
func (ScalarDef) isDefinition()   {}
func (ListDef) isDefinition()     {}
func (MapDef) isDefinition()      {}
func (*UnionDef) isDefinition()   {}
func (AnythingDef) isDefinition() {}

// A Member is a property of a struct.
type Member struct {
	Wire     string // the name in JSON
	Schema   *api.Schema
	Use      Use
	Required bool
	Loose    bool // a value that does not fit the field is kept as an extra member
	Pos      diag.Pos
	Pointing bool      // a required struct that contains itself
	Tag      bool      // it tells which variant of a union the struct is
	Leads    bool      // some value of the tag leads to the struct
	Fill     api.Value // a tag that is written where the field is empty; nil: none
}

// A Variant is a member of a union.
type Variant struct {
	Type  *Type
	Pos   diag.Pos
	Tag   *TagField // nil: it has no field that tells which it is
	Ruled bool      // the rule of the union judges it
}

// A catalog has the schemas that get types by their names: components, and schemas of other files.
type catalog struct {
	list    []directions.Component      // those of the document, then those of other files
	local   int                         // how many are those of the document
	others  []directions.Component      // of other files, without a type of their own
	outside map[string]*Type            // the types of those of other files, by their place
	namedBy map[*api.Schema]*api.Schema // what gives its name to one of another file
	told    map[string]diag.Pos         // unions of which the findings about tags are there, and where
}

// A Root is a type that no other type owns, or an alias.
type Root struct {
	Type  *Type
	Alias *Alias
}

// An Alias is a component that is another name of a type.
type Alias struct {
	Component directions.Component
	Target    Use
	Schema    *api.Schema
}

// All yields every type that will be declared: each root, then what is inside it.
func (p *Planner) All() func(yield func(*Type) bool) {
	return func(yield func(*Type) bool) {
		for _, r := range p.roots {
			if r.Type != nil && !below(r.Type, yield) {
				return
			}
		}
	}
}

func below(t *Type, yield func(*Type) bool) bool {
	if !yield(t) {
		return false
	}
	for _, inner := range t.Inline {
		if !below(inner, yield) {
			return false
		}
	}
	return true
}

// Said returns the name that the document has for t, "" for an inline type.
func (t *Type) Said() string {
	if from, ok := t.Origin.(FromComponent); ok {
		return from.Component.Name
	}
	return ""
}

// IsSent reports whether t is the type of a component for what is sent, beside one for what is received.
func (t *Type) IsSent() bool {
	from, ok := t.Origin.(FromComponent)
	return ok && from.Component.Sent
}

// keep makes a struct hold the members that it has no field for.
func (d *StructDef) keep() {
	if !d.Closed && d.Extra == nil && !d.Tuple {
		d.Extra = &Use{Shape: Anything{}}
	}
}

// Member returns the member with a name in JSON, nil for none.
func (d *StructDef) Member(wire string) *Member {
	for _, m := range d.Members {
		if m.Wire == wire {
			return m
		}
	}
	return nil
}

// TypeOf returns the type that is declared for a schema, nil for none.
func (p *Planner) TypeOf(s *api.Schema) *Type { return p.types[s] }

// LeafOf returns the type that exists only because a schema is a variant of a union, nil for none.
func (p *Planner) LeafOf(s *api.Schema) *Type { return p.leafTypes[s] }

// Used returns what a schema became; ok is false if nothing was made of it.
func (p *Planner) Used(s *api.Schema) (u Use, ok bool) {
	u, ok = p.uses[s]
	return u, ok
}

// Enforced returns the keywords of a schema that became types, checks or comments.
func (p *Planner) Enforced(s *api.Schema) analysis.Keywords { return p.enforced[s.ID] }

// Roots returns the types that no other type owns: components, then the types of operations.
func (p *Planner) Roots() []Root { return p.roots }
