package values

import (
	"fmt"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// A Scope is the package in which values are printed: what it declares, to look up what a codec or a check names.
type Scope struct {
	Path     string // of the package
	Calls    bool   // it has methods that send requests
	declared map[string]gomodel.Decl
	secrets  map[string]bool // types whose JSON may hold a secret
}

// NewScope returns the scope of p.
func NewScope(p *gomodel.Package) Scope {
	s := Scope{Path: p.Path, declared: map[string]gomodel.Decl{}}
	for _, f := range p.Files {
		for _, d := range f.Decls {
			switch d.(type) {
			case *gomodel.Operation, *gomodel.Send:
				s.Calls = true
			}
			for _, name := range gomodel.Names(d) {
				s.declared[name] = d
			}
		}
	}
	s.secrets = secretTypes(s.declared)
	return s
}

// Find returns the declaration of a name, which must be of type D.
func Find[D gomodel.Decl](s Scope, name string) D {
	d, ok := s.declared[name].(D)
	if !ok {
		panic(golang.Unprintable(fmt.Sprintf("%s is no declared %T", name, d)))
	}
	return d
}

// Declared returns the declaration of a type of this package, nil for types of others: time.Time is no component named Time.
func (s Scope) Declared(id gomodel.Ident) gomodel.Decl {
	if id.Path != s.Path {
		return nil
	}
	return s.declared[id.Name]
}

// Secret reports whether the JSON of a type may hold a secret.
func (s Scope) Secret(typ string) bool { return s.secrets[typ] }

// IsRaw reports whether a value is held as its JSON text.
func (s Scope) IsRaw(c gomodel.Codec) bool {
	if o, ok := c.(gomodel.ObjectCodec); ok {
		_, raw := s.Declared(o.Type).(*gomodel.RawType)
		return raw
	}
	return c == gomodel.RawCodec{}
}
