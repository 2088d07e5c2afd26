package diff

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

// advise writes what people should know and do about a change.
func (c *comparison) advise(x *change.Change) {
	context := rules.Context{Required: c.demanded(x), Incoming: func(name string) bool { return c.operationOf(name).Incoming }}
	if c.new.Package != nil {
		context.Package = c.new.Package.Name
		g := c.goPlaces()
		for _, side := range []change.Side{x.Place(), x.Old} {
			for _, address := range placesOf(x.Rule, x.Facts.Name, side) {
				if f, ok := g.fields[address]; ok && context.Field == "" {
					context.Field, context.Type = f.words()
				}
			}
		}
		if context.Field == "" {
			context.Field, context.Type = g.field(x.Place().Pos)
		}
		context.Value = g.values[context.Type]
	}
	rules.Advise(x, context)
}

// demanded reports whether every message of the old document has a value at the place of a change.
func (c *comparison) demanded(x *change.Change) bool {
	if x.Witness == nil || x.Witness.Direction != change.Request || x.Witness.At == "" {
		return false
	}
	at := strings.LastIndexByte(x.Witness.At, '/')
	name := x.Witness.At[at+1:]
	for _, p := range c.operations.Places {
		if p.Operation != x.Witness.Operation || p.Direction != change.Request || at != 0 || p.Old == nil {
			continue
		}
		for _, part := range partsOf(p.Old) {
			if part.Object == nil {
				continue
			}
			for _, r := range part.Object.Required {
				if r.Name == name {
					return true
				}
			}
		}
	}
	return false
}

// partsOf returns the schemas that apply to the same value by $ref and allOf.
func partsOf(s *api.Schema) []*api.Schema {
	list := []*api.Schema{s}
	for i := 0; i < len(list) && i < 100; i++ {
		if list[i].Ref != nil && list[i].Ref.Target != nil {
			list = append(list, list[i].Ref.Target)
		}
		if list[i].Compose != nil {
			list = append(list, list[i].Compose.AllOf...)
		}
	}
	return list
}

// goPlaces are the fields and types of Go code by the places that they come from.
type goPlaces struct {
	fields map[string]goField // by address
	types  map[string]string  // by address
	values map[string]string  // a constant of each enumeration
}

// A goField is a field of a type of a package.
type goField struct {
	*gomodel.Field
	in *gomodel.Package
}

// words returns the name and the type as Go code has them.
func (f goField) words() (name, typ string) { return f.Name, gomodel.SourceString(f.Type, f.in.Path) }

func (c *comparison) goPlaces() *goPlaces {
	if c.places != nil {
		return c.places
	}
	g := &goPlaces{fields: map[string]goField{}, types: map[string]string{}, values: map[string]string{}}
	for _, p := range []*gomodel.Package{c.old.Package, c.new.Package} {
		for _, f := range p.Files {
			for _, d := range f.Decls {
				g.declare(p, d)
			}
		}
	}
	c.places = g
	return g
}

func (g *goPlaces) declare(p *gomodel.Package, d gomodel.Decl) {
	for _, f := range gomodel.DeclFields(d) {
		if f.From.File != nil {
			g.fields[f.From.Address()] = goField{f, p}
		}
	}
	if d, ok := d.(*gomodel.Enum); ok {
		g.types[d.From.Address()] = d.Name
		if len(d.Values) > 0 {
			g.values[d.Name] = d.Values[0].Name
		}
	}
}

// field returns the name and the type of the field that a place is about, "" if there is none.
func (g *goPlaces) field(pos diag.Pos) (name, typ string) {
	for at := pos; at.Path != nil; at.Path = at.Path.Parent {
		if f, ok := g.fields[at.Address()]; ok {
			return f.words()
		}
		if t, ok := g.types[at.Address()]; ok {
			return "", t
		}
		if at.Path.Parent != nil && at.Path.Parent.Token == "properties" {
			return "", ""
		}
	}
	return "", ""
}
