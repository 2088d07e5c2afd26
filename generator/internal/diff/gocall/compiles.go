package gocall

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// Missing returns the needs that a package does not meet.
func (s *Package) Missing(list []Need) (missing []Need) {
	for _, n := range list {
		if !s.meets(n) {
			missing = append(missing, n)
		}
	}
	return missing
}

func (s *Package) meets(n Need) bool {
	owner, member, part := strings.Cut(n.Name, ".")
	switch {
	case n.Variant != "":
		return s.isVariant(n.Name, n.Variant)
	case owner == "Client" && part:
		o, ok := s.decl[n.Name].(*gomodel.Operation)
		return ok && results(o) == n.Type
	case part:
		return s.meetsField(s.structNamed(owner), member, n)
	case n.Type == "":
		return s.usesNullable()
	}
	return s.typ(n.Name) == n.Type
}

// structNamed returns the declaration of a name, behind aliases.
func (s *Package) structNamed(name string) gomodel.Decl {
	for range len(s.decl) {
		a, ok := s.decl[name].(*gomodel.Alias)
		if !ok {
			break
		}
		t, ok := a.Target.(gomodel.Named)
		if !ok || t.Ident.Path != s.path {
			break
		}
		name = t.Ident.Name
	}
	return s.decl[name]
}

// meetsField reports whether a field takes what it is set to.
func (s *Package) meetsField(d gomodel.Decl, name string, n Need) bool {
	for _, f := range gomodel.DeclFields(d) {
		if f.Name == name {
			t := f.FieldType(s.path)
			return s.spell(t) == n.Type || n.Literal != "" && s.takesLiteral(t, n.Literal)
		}
	}
	x, rest := others(d)
	switch {
	case x != nil && x.Name == name:
		return s.spell(gomodel.Map{Elem: x.Type}) == n.Type
	case rest != nil && rest.Name == name:
		return s.spell(gomodel.Slice{Elem: rest.Type}) == n.Type
	}
	if d, ok := d.(*gomodel.Struct); ok && d.Other == name {
		return n.Type == "json.RawMessage"
	}
	return false
}

func others(d gomodel.Decl) (*gomodel.Extra, *gomodel.Rest) {
	switch d := d.(type) {
	case *gomodel.Struct:
		return d.Extra, nil
	case *gomodel.Tuple:
		return nil, d.Rest
	}
	return nil, nil
}

const decimalType = "json.Number"

// takesLiteral reports whether an untyped constant can be assigned to a type.
func (s *Package) takesLiteral(t gomodel.TypeExpr, literal string) bool {
	named, ok := t.(gomodel.Named)
	if !ok {
		return false
	}
	under := s.spell(t)
	if named.Ident.Path == s.path {
		under = s.typ(named.Ident.Name)
	} else if named.Ident.Path != "" && under != decimalType {
		return false
	}
	n, number := api.ParseNumber(literal)
	switch under {
	case "string":
		return strings.HasPrefix(literal, `"`) || strings.HasPrefix(literal, "`")
	case "bool":
		return literal == "true" || literal == "false"
	case "float64":
		return number
	case "uint64":
		_, fits := n.Uint64()
		return number && fits
	case decimalType:
		return strings.HasPrefix(literal, `"`)
	case "int64":
		_, fits := n.Int64()
		return number && fits
	case "int32":
		i, fits := n.Int64()
		return number && fits && int64(int32(i)) == i
	}
	return false
}

func (s *Package) isVariant(name, union string) bool {
	u, ok := s.decl[union].(*gomodel.Union)
	if !ok {
		return false
	}
	for _, v := range u.Variants {
		if s.spell(v.Type) == name {
			return true
		}
	}
	return false
}

// usesNullable reports whether the package has Nullable and its constructors.
func (s *Package) usesNullable() bool {
	for _, d := range s.decl {
		for _, f := range gomodel.DeclFields(d) {
			if f.Hold.Box == gomodel.Boxed || f.Hold.Box == gomodel.BoxedPointer {
				return true
			}
		}
	}
	return false
}
