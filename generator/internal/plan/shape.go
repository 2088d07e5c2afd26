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
	origin  origin
	def     definition
	defined bool
	inline  []*typ // types that stand inside and are declared behind it
	tags    map[string]bool
	residue keywordSet // what the type does not show
	// variantOf is the first union that this type is a variant of. An inline scalar, list or map is one by value.
	variantOf *typ
	byValue   bool
}

// An origin is where a type comes from, and what it is named after: [fromComponent], [fromPlace] or [fromVariant].
type origin interface{ isOrigin() }

type (
	fromComponent struct{ component component }
	fromPlace     struct{ at place }
	// fromVariant is a type that exists only as a variant of a union.
	fromVariant struct {
		union *typ
		word  string
		part  *api.Schema
	}
)

func (fromComponent) isOrigin() {}
func (fromPlace) isOrigin()     {}
func (fromVariant) isOrigin()   {}

// A definition is the kind of a declared type: [*structDef], [enumDef], [scalarDef], [listDef], [dictDef], [*unionDef] or
// [anythingDef].
type definition interface{ isDefinition() }

type (
	structDef struct {
		members []*member
		tuple   bool // it is an array: the members are its first items, extra is the type of those behind them
		closed  bool
		extra   *use // of members without field; nil: ignored
		other   bool // values that are no objects are allowed too
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
		plan     *choicePlan
		variants []*variant // of the leaves of plan
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
	wire     string // the name in JSON
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

// A catalog has the schemas that get types by their names: components, and schemas of other files.
type catalog struct {
	list    []component                 // those of the document, then those of other files
	local   int                         // how many are those of the document
	others  []component                 // of other files, without a type of their own
	outside map[string]*typ             // the types of those of other files, by their place
	namedBy map[*api.Schema]*api.Schema // what gives its name to one of another file
}

// A root is a type that no other type owns, or an alias.
type root struct {
	typ   *typ
	alias *alias
}

// An alias is a component that is another name of a type.
type alias struct {
	component component
	target    use
	schema    *api.Schema
}

// all yields every type that will be declared: each root, then what is inside it.
func (p *planner) all() func(yield func(*typ) bool) {
	return func(yield func(*typ) bool) {
		for _, r := range p.roots {
			if r.typ != nil && !below(r.typ, yield) {
				return
			}
		}
	}
}

func below(t *typ, yield func(*typ) bool) bool {
	if !yield(t) {
		return false
	}
	for _, inner := range t.inline {
		if !below(inner, yield) {
			return false
		}
	}
	return true
}

// said returns the name that the document has for t, "" for an inline type.
func (t *typ) said() string {
	if from, ok := t.origin.(fromComponent); ok {
		return from.component.name
	}
	return ""
}

// isSent reports whether t is the type of a component for what is sent, beside one for what is received.
func (t *typ) isSent() bool {
	from, ok := t.origin.(fromComponent)
	return ok && from.component.sent
}

// keep makes a struct hold the members that it has no field for.
func (d *structDef) keep() {
	if !d.closed && d.extra == nil && !d.tuple {
		d.extra = &use{shape: anything{}}
	}
}

func (d *structDef) member(wire string) *member {
	for _, m := range d.members {
		if m.wire == wire {
			return m
		}
	}
	return nil
}

// typeOf returns the type that is declared for a schema, nil for none.
func (p *planner) typeOf(s *api.Schema) *typ { return p.types[s] }

// leafOf returns the type that exists only because a schema is a variant of a union, nil for none.
func (p *planner) leafOf(s *api.Schema) *typ { return p.leafTypes[s] }

// used returns what a schema became; ok is false if nothing was made of it.
func (p *planner) used(s *api.Schema) (u use, ok bool) {
	u, ok = p.uses[s]
	return u, ok
}

// enforcedOf returns the keywords of a schema that became types, checks or comments.
func (p *planner) enforcedOf(s *api.Schema) keywordSet { return p.enforced[s.ID] }

// rootTypes returns the types that no other type owns: components, then the types of operations.
func (p *planner) rootTypes() []root { return p.roots }
