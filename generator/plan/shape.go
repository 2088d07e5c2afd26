package plan

import (
	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
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
}

// A typ is a Go type to declare.
type typ struct {
	schema  *api.Schema
	want    wish
	name    string
	def     definition
	defined bool
	inline  []*typ // types that stand inside and are declared behind it
	tags    map[string]bool
	// residue are the keywords that the type does not show; rule is the constant of their rule, "" for none.
	residue keywordSet
	rule    string
	// constants are the names of the values of an enum, by their index.
	constants map[int]string
	// variantOf is the first union that this scalar type is a variant of.
	variantOf *typ
}

// A definition is the kind of a declared type: [*structDef], [enumDef], [scalarDef], [listDef], [dictDef], [*unionDef] or
// [anythingDef].
type definition interface{ isDefinition() }

type (
	structDef struct {
		members   []*member
		closed    bool
		extra     *use // of members without field; nil: ignored
		extraName string
		other     bool   // values that are no objects are allowed too
		otherName string // of the field for them
		newFunc   string // the function with defaults, "" for none
	}
	enumDef     struct{ kind gomodel.ScalarKind }
	scalarDef   struct{ kind gomodel.ScalarKind }
	listDef     struct{ elem use }
	dictDef     struct{ elem use }
	anythingDef struct{}
	unionDef    struct {
		keyword                      api.Keyword
		variants                     []*variant
		tag                          string // the member that tells, "" for unions by kind
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
	pos      diag.Pos
	pointing bool // a required struct that contains itself
}

// A variant is a member of a union.
type variant struct {
	typ  *typ
	kind gomodel.JSONKind // of a union by kind; KindNumber stands for integers too
	tag  string           // of a union by tag
	pos  diag.Pos
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
