package plan

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A shape is what a schema becomes in Go at one place: [scalar], [list], [dict], [anything] or [named].
type shape interface{ isShape() }

type (
	scalar   struct{ kind gomodel.ScalarKind }
	list     struct{ elem use }
	dict     struct{ elem use }
	anything struct{} // json.RawMessage
	named    struct{ typ *typ }
)

func (scalar) isShape()   {}
func (list) isShape()     {}
func (dict) isShape()     {}
func (anything) isShape() {}
func (named) isShape()    {}

// A use is a schema at one place: its shape, and whether null is allowed there.
type use struct {
	shape    shape
	nullable bool
	schema   *api.Schema // that has the checks of a shape without type of its own
	judged   bool        // a rule around it says what is valid; it is not checked again
}

// A typ is a Go type to declare.
type typ struct {
	schema  *api.Schema
	want    wish
	name    string
	def     definition
	defined bool
	// borrowed: it is named for a reference that led to it.
	borrowed bool
	inline   []*typ // types that stand inside and are declared behind it
	tags     map[string]bool
	// residue are the keywords that the type does not show; rule is the constant of their rule, "" for none.
	residue keywordSet
	rule    string
	whole   bool // the rule is that of the whole schema: nothing else is checked
	// constants are the names of the values of an enum, by their index.
	constants map[int]string
	// variantOf is the first union that this type is a variant of. An inline scalar, list or map is one by value.
	variantOf *typ
	byValue   bool
}

// A definition is the kind of a declared type: [*structDef], [enumDef], [scalarDef], [listDef], [dictDef], [*unionDef] or
// [anythingDef].
type definition interface{ isDefinition() }

type (
	structDef struct {
		members   []*member
		tuple     bool // it is an array: the members are its first items, extra is the type of those behind them
		closed    bool
		extra     *use // of members without field; nil: ignored
		extraName string
		other     bool   // values that are no objects are allowed too
		otherName string // of the field for them
		newFunc   string // the function with defaults, "" for none
	}
	enumDef struct {
		kind gomodel.ScalarKind
		open bool // other values are allowed too
	}
	scalarDef   struct{ kind gomodel.ScalarKind }
	listDef     struct{ elem use }
	dictDef     struct{ elem use }
	anythingDef struct{}
	unionDef    struct {
		plan                         *choicePlan
		variants                     []*variant // of the leaves of plan
		unknown, unmarshal, validate string
	}
)

func (*structDef) isDefinition()  {}
func (enumDef) isDefinition()     {}
func (scalarDef) isDefinition()   {}
func (listDef) isDefinition()     {}
func (dictDef) isDefinition()     {}
func (*unionDef) isDefinition()   {}
func (anythingDef) isDefinition() {}

// A member is a property of a struct.
type member struct {
	wire     string
	name     string // of the field
	schema   *api.Schema
	use      use
	required bool
	loose    bool // a value that does not fit the field is kept as an extra member
	pos      diag.Pos
	pointing bool // a required struct that contains itself
}

// A variant is a member of a union.
type variant struct {
	typ *typ
	pos diag.Pos
}

// A root is a type that no other type owns, or an alias.
type root struct {
	typ   *typ
	alias *alias
}

// An alias is a component that is another name of a type.
type alias struct {
	want   wish
	name   string
	target use
	schema *api.Schema
}
