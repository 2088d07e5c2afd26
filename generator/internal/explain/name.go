package explain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// addName says where the name of a type comes from, and if it stepped aside, for what and how far.
func (e *Explainer) addName(part *Part, it any, s *api.Schema) {
	name := e.p.Names.Of(it)
	part.add("name", name+": "+e.origin(it, s))
	e.addLadder(part, name, e.p.Names.Wishes(it))
}

// origin says what a name was made of.
func (e *Explainer) origin(it any, s *api.Schema) string {
	switch it := it.(type) {
	case *operations.Form:
		return "the form of the operation " + e.p.Names.MethodOf(it.Op)
	case *shapes.Alias:
		return e.ofComponent(it.Component, s, e.p.Names.Wishes(it)[0])
	case *shapes.Type:
		switch from := it.Origin.(type) {
		case shapes.FromComponent:
			return e.ofComponent(from.Component, s, e.p.Names.Wishes(it)[0])
		case shapes.FromVariant:
			return "its parent " + e.p.Names.Type(from.Union) + ", then " + from.Word
		case shapes.FromPlace:
			switch at := from.At; {
			case at.Parent != nil:
				return "its parent " + e.p.Names.Type(at.Parent) + ", then " + at.Suffix
			case at.Of != nil:
				return at.Role + " of the operation " + e.p.Names.MethodOf(at.Of)
			}
		}
	}
	return "its place in the document"
}

// ofComponent says which component has given its name.
func (e *Explainer) ofComponent(c directions.Component, s *api.Schema, wish string) string {
	own, _ := s.Extension("x-go-name").(api.String)
	t := e.p.Shapes.TypeOf(s)
	switch {
	case t != nil && t.IsSent():
		return "the component " + c.Name + " in the form that is sent; the one that is received has the name"
	case own != "" && strings.HasPrefix(wish, string(own)):
		return "x-go-name of the component " + c.Name
	}
	return "the component " + c.Name
}

// addLadder says what happened if a claim did not get its first wish (docs/adr/0005).
func (e *Explainer) addLadder(part *Part, name string, wishes []string) {
	if name == wishes[0] {
		return
	}
	part.add("stepped aside", wishes[0]+" is taken by "+e.owner(wishes[0]))
	ladder := strings.Join(wishes, ", then ")
	rung := slices.Index(wishes, name)
	if rung < 0 {
		part.add("ladder", ladder+": all are taken, so the last one gets digits of a hash of the pointer")
		return
	}
	part.add("ladder", ladder+": the "+ordinal(rung+1)+" is free")
}

// owner says what has a name.
func (e *Explainer) owner(name string) string {
	if e.p.Names.IsReserved(name) {
		return "support code"
	}
	d := e.decls[name]
	if d == nil {
		return "something else"
	}
	if from := d.Common().From; from.Path != nil {
		return e.Key(from)
	}
	return d.Common().Name
}

// fieldName says where the name of a field comes from.
func fieldName(wished, name, wire string, own bool) string {
	switch {
	case name != wished:
		return "it stepped aside, because " + wished + " is taken in the struct"
	case own:
		return "x-go-name says so"
	}
	return "from " + strconv.Quote(wire)
}

// holders says which fields, parameters, bodies and responses have the type of a schema.
func (e *Explainer) holders(s *api.Schema) (rows []Row) {
	for t := range e.p.Shapes.All() {
		def, ok := t.Def.(*shapes.StructDef)
		if !ok {
			continue
		}
		for _, m := range def.Members {
			if m.Schema == s {
				rows = append(rows, Row{"field", e.fieldText(t, m)})
			}
		}
		if def.Extra != nil && def.Extra.Schema == s && !shapes.IsAnything(*def.Extra) {
			rows = append(rows, Row{"field", e.p.Names.Type(t) + "." + e.p.Names.Extra(t) + ", the members without a field of their own"})
		}
	}
	for _, o := range e.p.Operations.List {
		for _, h := range e.uses(o) {
			if h.schema == s {
				rows = append(rows, Row{h.label, h.text + h.where})
			}
		}
	}
	for _, h := range e.p.Operations.Webhooks {
		if h.HasUse && h.Use.Schema == s {
			rows = append(rows, Row{"body", "of " + h.What + ", see " + e.p.Names.Of(h)})
		}
		for _, x := range h.Headers.List {
			if x.Schema == s {
				rows = append(rows, Row{"header", e.p.Names.Headers(&h.Headers) + "." + e.p.Names.Of(x) + ", see " + e.p.Names.Of(h)})
			}
		}
	}
	return rows
}

func (e *Explainer) fieldText(t *shapes.Type, m *shapes.Member) string {
	if t.Tags[m.Wire] {
		return "none in " + e.p.Names.Type(t) + ": it is always the same there"
	}
	text := e.p.Names.Type(t) + "." + e.p.Names.Field(m) + e.fieldType(t, e.p.Names.Field(m))
	if m.Required {
		text += ", required"
	}
	if m.Loose {
		text += ", and what does not fit is kept as an extra member"
	}
	own, _ := m.Schema.Extension("x-go-name").(api.String)
	return text + "; its name: " + fieldName(e.p.Names.Wishes(m)[0], e.p.Names.Field(m), m.Wire, string(own) == e.p.Names.Field(m) && own != "")
}

// fieldType is the type of a field as it is declared, behind a space.
func (e *Explainer) fieldType(t *shapes.Type, name string) string {
	if f := e.field(t, name); f != nil {
		return " " + e.source(f.FieldType(e.p.Names.Path()))
	}
	return ""
}

// field returns a field of the declaration of a type.
func (e *Explainer) field(t *shapes.Type, name string) *gomodel.Field {
	var list []*gomodel.Field
	switch d := e.decls[e.p.Names.Type(t)].(type) {
	case *gomodel.Struct:
		list = gomodel.Fields(d.Members)
	case *gomodel.Tuple:
		list = d.Items
	}
	for _, f := range list {
		if f.Name == name {
			return f
		}
	}
	return nil
}
