package values

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A Value is a value of the document in Go: [Null], [Nil], [Literal], [Constant], [VariantValue], [List], [Map], [Struct] or [Defaults].
type Value interface{ isGoValue() }

type (
	// Null is null in a Nullable.
	Null struct{}
	// Nil is null where nil says it.
	Nil struct{}
	// Literal is a value that Go can write down.
	Literal struct{ Literal gomodel.Literal }
	// Constant is a constant of an enum.
	Constant struct {
		Enum  *shapes.Type
		Index int // of the value
	}
	// VariantValue is a value of a union: that of a variant.
	VariantValue struct {
		Variant *shapes.Type
		Value   Value
	}
	// List is a list.
	List struct {
		Elem  shapes.Use
		Items []Value
	}
	// Map is a map.
	Map struct {
		Elem    shapes.Use
		Entries []Entry
	}
	// Struct is a struct, or a tuple.
	Struct struct {
		Type   *shapes.Type
		Fields []Field
		Extra  Value           // of the members without field: a Map; of the items behind the fields of a tuple: a List; nil for none
		Other  gomodel.Literal // a value that is no object, nil for none
	}
	// Defaults is what New<Type> gives.
	Defaults struct{ Type *shapes.Type }
)

// An Entry is a value of a map and its name.
type Entry struct {
	Name  string
	Value Value
}

// A Field is the value of a member.
type Field struct {
	Member *shapes.Member
	Value  Value
}

func (Null) isGoValue()         {}
func (Nil) isGoValue()          {}
func (Literal) isGoValue()      {}
func (Constant) isGoValue()     {}
func (VariantValue) isGoValue() {}
func (List) isGoValue()         {}
func (Map) isGoValue()          {}
func (Struct) isGoValue()       {}
func (Defaults) isGoValue()     {}

// HasDefaults reports whether a struct gets a function that fills in defaults: its own, and those of structs that are always there. What is
// only received gets none, unless an extension asks for it.
func (p *Values) HasDefaults(t *shapes.Type) bool {
	if has, ok := p.hasDefaults[t]; ok {
		return has
	}
	def, has := t.Def.(*shapes.StructDef)
	has = has && !def.Tuple && p.anyFilled(t, def)
	p.hasDefaults[t] = has
	return has
}

func (p *Values) anyFilled(t *shapes.Type, def *shapes.StructDef) bool {
	for _, m := range def.Members {
		if f := p.Filled(t, m); f.Value != nil && f.Value != (Nil{}) {
			return true
		}
	}
	return false
}

// A Filling is what New<Type> puts into a member.
type Filling struct {
	From  *api.Literal // the default, nil for none
	Value Value        // nil: nothing
	Why   string       // why a default has no value in Go
}

// Filled returns what New<Type> puts into a member of t. A tag has no field.
func (p *Values) Filled(t *shapes.Type, m *shapes.Member) (f Filling) {
	if t.Tags[m.Wire] {
		return f
	}
	if f.From = p.initial(t, m); f.From != nil {
		f.Value, f.Why = p.ofMember(m, f.From.Value)
		return f
	}
	n, ok := m.Use.Shape.(shapes.Named)
	if ok && !p.received(t.Schema) && m.Required && !m.Use.Nullable && !m.Pointing && p.HasDefaults(n.Type) {
		f.Value = Defaults{n.Type}
	}
	return f
}

// InPlace returns what New<Op>Params puts into a parameter or a body. Null, which has no text, is as good as nothing.
func (p *Values) InPlace(s *api.Schema, u shapes.Use, required bool) (f Filling) {
	if s == nil {
		return f
	}
	if f.From = p.analysis.DefaultOf(s); f.From != nil {
		if _, null := f.From.Value.(api.Null); !null {
			f.Value, f.Why = p.OfUse(u, f.From.Value)
		}
		return f
	}
	if n, ok := u.Shape.(shapes.Named); ok && required && !u.Nullable && p.HasDefaults(n.Type) {
		f.Value = Defaults{n.Type}
	}
	return f
}

// initial returns what the document has for a member: the default, or the documented value of x-go-new for members that must be
// there and so have no default.
func (p *Values) initial(t *shapes.Type, m *shapes.Member) *api.Literal {
	if v := m.Schema.Extension("x-go-new"); v != nil {
		return &api.Literal{Pos: m.Schema.Pos, Value: v}
	}
	if p.received(t.Schema) {
		return nil
	}
	return p.analysis.DefaultOf(m.Schema)
}

// ofMember returns a value for a member, or why Go code does not have it.
func (p *Values) ofMember(m *shapes.Member, v api.Value) (value Value, why string) {
	if _, null := v.(api.Null); null && m.Use.Nullable && !m.Required && !shapes.IsAnything(m.Use) {
		return Null{}, ""
	}
	return p.OfUse(m.Use, v)
}
