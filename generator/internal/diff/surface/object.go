package surface

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// An object is an exported name at the top of a package, or a method of Client.
type object struct {
	name    string
	kind    kind
	decl    gomodel.Decl
	from    diag.Pos
	with    string // the name of the object that it goes with, "" for none: the type of a constant, the union of its functions
	typ     spelling
	value   string // of a constant, as Go code has it
	members []*member
	methods []method
	fits    []variant // what a union takes
}

// A kind is what an object is for the compiler.
type kind uint8

const (
	structKind kind = iota
	interfaceKind
	definedKind // any other defined type; typ is what it is of
	aliasKind
	constKind
	funcKind
	methodKind // of Client
)

// isType reports whether the object is a type.
func (o *object) isType() bool { return o.kind <= aliasKind }

// A member is a field of a struct.
type member struct {
	name string
	key  string // what is the same in both documents: its name in JSON, or where a parameter stands and what it is called there
	typ  spelling
	from diag.Pos
	in   gomodel.TypeExpr // as declared, for what can be compared
}

// A method is an exported method of a type.
type method struct {
	name    string
	pointer bool
}

// A variant is a type that implements a union.
type variant struct {
	typ  spelling
	name string // of the type
	from diag.Pos
}

// A face is all that users of a package can name, in the order of declaration.
type face struct {
	speller
	list   []*object
	byName map[string]*object // a method by Client.Name
}

func (f *face) add(o *object) *object {
	f.list = append(f.list, o)
	f.byName[o.key()] = o
	return o
}

// key is the name by which reports show an object, and no other object has.
func (o *object) key() string {
	if o.kind == methodKind {
		return "Client." + o.name
	}
	return o.name
}

// member returns the field with a name, nil if there is none.
func (o *object) member(name string) *member {
	for _, m := range o.members {
		if m.name == name {
			return m
		}
	}
	return nil
}

// memberByKey returns the field for what the document calls key, nil if there is none.
func (o *object) memberByKey(key string) *member {
	for _, m := range o.members {
		if m.key == key {
			return m
		}
	}
	return nil
}

// behind returns the type of the package that an alias stands for, nil if o is no such alias.
func (f *face) behind(o *object) *object {
	if o.kind != aliasKind || len(o.typ) != 1 {
		return nil
	}
	return f.byName[o.typ[0].local]
}
