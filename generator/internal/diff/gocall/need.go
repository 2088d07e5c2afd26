package gocall

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// A Need is a name of the package that code uses, and how.
type Need struct {
	Name string // Order, Order.Status, Client.GetOrder, NewNull
	Type string // of a field; what a type is made of; the results of a method
	// Literal is a constant that a field is set to without its type, "" for none: a text, a number. It fits more types than its own.
	Literal string
	// Variant is the union that a type is used as, "" for none.
	Variant string
}

// needs collects needs, each once.
type needs []Need

func (n *needs) add(need Need) {
	if !slices.Contains(*n, need) {
		*n = append(*n, need)
	}
}

// typ says what a type is made of, as far as code that builds a value depends on it.
func (s *Package) typ(name string) string {
	switch d := s.decl[name].(type) {
	case *gomodel.Struct, *gomodel.Tuple, *gomodel.Params, *gomodel.Form:
		return "struct"
	case *gomodel.MapType:
		return s.spell(gomodel.Map{Elem: d.Elem})
	case *gomodel.ListType:
		return s.spell(gomodel.Slice{Elem: d.Elem})
	case *gomodel.RawType:
		return "json.RawMessage"
	case *gomodel.NamedType:
		return s.spell(d.Under)
	case *gomodel.Enum:
		return s.spell(d.Under)
	case *gomodel.Union:
		return "interface"
	case *gomodel.Alias:
		if t, ok := d.Target.(gomodel.Named); ok && t.Ident.Path == s.path {
			return s.typ(t.Ident.Name)
		}
		return s.spell(d.Target)
	}
	return ""
}

// spell returns a type as the package itself has it.
func (s *Package) spell(t gomodel.TypeExpr) string { return gomodel.SourceString(t, s.path) }

// results tells apart how the results of a method are taken.
func results(o *gomodel.Operation) string {
	switch o.Result.(type) {
	case gomodel.NoResult:
		return "error"
	case gomodel.SequenceResult:
		return "sequence"
	}
	return "value and error"
}
