package gomodel

import (
	"path"
	"strings"
)

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
func TypeString(t TypeExpr) string { return typeString(t, "") }

// SourceString returns the type as Go code of the package local has it: map[string]*Pet, time.Time.
func SourceString(t TypeExpr, local string) string {
	text := typeString(t, local)
	Idents(t, func(id Ident) {
		if id.Path != "" && id.Path != local {
			text = strings.ReplaceAll(text, id.Path+".", path.Base(id.Path)+".")
		}
	})
	return text
}

// typeString leaves out the path of the package local.
func typeString(t TypeExpr, local string) string {
	switch t := t.(type) {
	case Named:
		s := t.Ident.Name
		if t.Ident.Path != "" && t.Ident.Path != local {
			s = t.Ident.Path + "." + s
		}
		if t.Args != nil {
			s += "[" + typeList(t.Args, local) + "]"
		}
		return s
	case Pointer:
		return "*" + typeString(t.Elem, local)
	case Slice:
		return "[]" + typeString(t.Elem, local)
	case Map:
		return "map[string]" + typeString(t.Elem, local)
	}
	return ""
}

func typeList(list []TypeExpr, local string) string {
	parts := make([]string, len(list))
	for i, t := range list {
		parts[i] = typeString(t, local)
	}
	return strings.Join(parts, ", ")
}
