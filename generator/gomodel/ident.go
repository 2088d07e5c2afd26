package gomodel

import "strings"

// An Ident is a Go identifier: the import path of its package and its name. The path is "" for predeclared names and the path
// of the package itself for its own, so it is what jen.Qual takes.
type Ident struct{ Path, Name string }

// A TypeExpr is a Go type: [Named], [Pointer], [Slice] or [Map].
type TypeExpr interface{ isType() }

type (
	// Named is a declared or predeclared type, with type arguments if it is generic.
	Named struct {
		Ident Ident
		Args  []TypeExpr
	}
	// Pointer is *Elem.
	Pointer struct{ Elem TypeExpr }
	// Slice is []Elem.
	Slice struct{ Elem TypeExpr }
	// Map is map[string]Elem.
	Map struct{ Elem TypeExpr }
)

func (Named) isType()   {}
func (Pointer) isType() {}
func (Slice) isType()   {}
func (Map) isType()     {}

// Builtin returns a predeclared type.
func Builtin(name string) Named { return Named{Ident: Ident{Name: name}} }

// TypeString returns the type with full import paths, one text for one type: map[string]*example.com/api.Pet.
func TypeString(t TypeExpr) string {
	switch t := t.(type) {
	case Named:
		s := t.Ident.Name
		if t.Ident.Path != "" {
			s = t.Ident.Path + "." + s
		}
		if t.Args != nil {
			s += "[" + typeList(t.Args) + "]"
		}
		return s
	case Pointer:
		return "*" + TypeString(t.Elem)
	case Slice:
		return "[]" + TypeString(t.Elem)
	case Map:
		return "map[string]" + TypeString(t.Elem)
	}
	return ""
}

func typeList(list []TypeExpr) string {
	parts := make([]string, len(list))
	for i, t := range list {
		parts[i] = TypeString(t)
	}
	return strings.Join(parts, ", ")
}
