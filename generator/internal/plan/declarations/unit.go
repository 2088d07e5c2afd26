package declarations

import (
	"fmt"

	"github.com/oas2go/oas2go/generator/internal/ident"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A Unit builds a declaration. Helpers that it is the first to need, readers of lists and maps and patterns, are declared behind it.
type Unit struct {
	*Builder
	Behind   *[]gomodel.Decl
	received bool // its values are read and never written
}

// NewUnit returns a unit without helpers.
func (b *Builder) NewUnit() Unit { return Unit{Builder: b, Behind: &[]gomodel.Decl{}} }

// Reading is u for values that are never written.
func (u Unit) Reading() Unit {
	u.received = true
	return u
}

// reader returns the name of the function that reads lists or maps of an element type, and declares it where it is first needed.
// Elements that may be null can have the same Go type as others, so the codec is part of what it is known by.
func (u Unit) reader(family string, elem shapes.Use, codec gomodel.Codec, owner string) string {
	typ := u.elemType(elem)
	key := fmt.Sprintf("%s %s %v", family, gomodel.TypeString(typ), codec)
	if r := u.readers[key]; r != nil {
		if m, ok := r.(*gomodel.MapReader); ok && !u.received {
			m.Writes = true
		}
		return r.Common().Name
	}
	if n, ok := elem.Shape.(shapes.Named); ok {
		owner = u.Names.Type(n.Type)
		if elem.Nullable {
			owner += "OrNull"
		}
	}
	name := u.private(family+owner, key)
	var r gomodel.Decl = &gomodel.ListReader{Head: gomodel.Head{Name: name}, Elem: codec, Type: typ}
	if family == "map" {
		r = &gomodel.MapReader{Head: gomodel.Head{Name: name}, Writes: !u.received, Elem: codec, Type: typ}
	}
	u.readers[key] = r
	*u.Behind = append(*u.Behind, r)
	return name
}

// patternName names the variable of a pattern when it is first used, after the type and the field, and declares it.
func (u Unit) patternName(x *classes.Pattern, owner string) string {
	if name := u.patternNames[x]; name != "" {
		return name
	}
	decl := x.Decl
	decl.Name = u.private("pattern"+owner, decl.From.Key())
	u.patternNames[x] = decl.Name
	*u.Behind = append(*u.Behind, &decl)
	return decl.Name
}

// private names a helper that nobody outside of the package sees.
func (b *Builder) private(name, key string) string {
	return b.scope.Assign([]ident.Claim{{Ladder: []string{ident.Within(name), name}, Key: key}})[0]
}
