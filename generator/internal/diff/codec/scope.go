package codec

import (
	"github.com/oas2go/oas2go/generator/gomodel"
)

// A Package is a package of gomodel by the names that it declares.
type Package struct {
	path       string
	decl       map[string]gomodel.Decl
	operations map[string]*gomodel.Operation
	enums      map[string][]gomodel.EnumValue // by the list of their values
	rules      *rules
}

// New returns a package to ask about.
func New(p *gomodel.Package) *Package {
	c := &Package{path: p.Path, decl: map[string]gomodel.Decl{}}
	c.operations, c.enums = map[string]*gomodel.Operation{}, map[string][]gomodel.EnumValue{}
	for _, f := range p.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *gomodel.Operation:
				c.operations[d.Name] = d
				continue
			case *gomodel.Enum:
				c.enums[d.Var] = d.Values
			case *gomodel.Constants:
				c.enums[d.Name] = d.Values
			case *gomodel.Rules:
				c.rules = &rules{table: d}
			}
			for _, name := range gomodel.Names(d) {
				if c.decl[name] == nil {
					c.decl[name] = d
				}
			}
		}
	}
	if c.rules != nil {
		c.rules.patterns = c.pattern
	}
	return c
}

// pattern returns the expression of a variable.
func (c *Package) pattern(name string) string {
	if p, ok := c.decl[name].(*gomodel.Pattern); ok {
		return p.Source
	}
	return ""
}

// isRaw reports whether a value is held as its JSON text.
func (c *Package) isRaw(codec gomodel.Codec) bool {
	if o, ok := codec.(gomodel.ObjectCodec); ok {
		_, raw := c.decl[o.Type.Name].(*gomodel.RawType)
		return raw && o.Type.Path == c.path
	}
	return codec == gomodel.RawCodec{}
}
