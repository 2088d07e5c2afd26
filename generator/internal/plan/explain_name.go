package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// addName says where the name of a type comes from, and if it stepped aside, for what and how far.
func (e *Explainer) addName(part *Part, it any, s *api.Schema) {
	name := e.p.named.Of(it)
	part.add("name", name+": "+e.origin(it, s))
	e.addLadder(part, name, e.p.named.Wishes(it))
}

// origin says what a name was made of.
func (e *Explainer) origin(it any, s *api.Schema) string {
	switch it := it.(type) {
	case *form:
		return "the form of the operation " + e.p.named.MethodOf(it.op)
	case *alias:
		return e.ofComponent(it.component, s, e.p.named.Wishes(it)[0])
	case *typ:
		switch from := it.origin.(type) {
		case fromComponent:
			return e.ofComponent(from.component, s, e.p.named.Wishes(it)[0])
		case fromVariant:
			return "its parent " + e.p.named.Type(from.union) + ", then " + from.word
		case fromPlace:
			switch at := from.at; {
			case at.parent != nil:
				return "its parent " + e.p.named.Type(at.parent) + ", then " + at.suffix
			case at.of != nil:
				return at.role + " of the operation " + e.p.named.MethodOf(at.of)
			}
		}
	}
	return "its place in the document"
}

// ofComponent says which component has given its name.
func (e *Explainer) ofComponent(c component, s *api.Schema, wish string) string {
	own, _ := s.Extension("x-go-name").(api.String)
	t := e.p.typeOf(s)
	switch {
	case t != nil && t.isSent():
		return "the component " + c.name + " in the form that is sent; the one that is received has the name"
	case own != "" && strings.HasPrefix(wish, string(own)):
		return "x-go-name of the component " + c.name
	}
	return "the component " + c.name
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
	if e.p.named.IsReserved(name) {
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
func (e *Explainer) fieldName(wished, name, wire string, own bool) string {
	switch {
	case name != wished:
		return "it stepped aside, because " + wished + " is taken in the struct"
	case own:
		return "x-go-name says so"
	}
	return "from " + strconv.Quote(wire)
}

// holders says which fields, parameters, bodies and answers have the type of a schema.
func (e *Explainer) holders(s *api.Schema) (rows []Row) {
	for t := range e.p.all() {
		def, ok := t.def.(*structDef)
		if !ok {
			continue
		}
		for _, m := range def.members {
			if m.schema == s {
				rows = append(rows, Row{"field", e.fieldText(t, m)})
			}
		}
		if def.extra != nil && def.extra.schema == s && !isAnythingShape(*def.extra) {
			rows = append(rows, Row{"field", e.p.named.Type(t) + "." + e.p.named.Extra(t) + ", the members without a field of their own"})
		}
	}
	for _, o := range e.p.operations.list {
		for _, h := range e.uses(o) {
			if h.schema == s {
				rows = append(rows, Row{h.label, h.text + h.where})
			}
		}
	}
	for _, h := range e.p.operations.hooks {
		if h.hasUse && h.use.schema == s {
			rows = append(rows, Row{"body", "of " + h.what + ", see " + e.p.named.Of(h)})
		}
		for _, x := range h.headers.list {
			if x.schema == s {
				rows = append(rows, Row{"header", e.p.named.Headers(&h.headers) + "." + e.p.named.Of(x) + ", see " + e.p.named.Of(h)})
			}
		}
	}
	return rows
}

func (e *Explainer) fieldText(t *typ, m *member) string {
	if t.tags[m.wire] {
		return "none in " + e.p.named.Type(t) + ": it is always the same there"
	}
	text := e.p.named.Type(t) + "." + e.p.named.Field(m) + e.fieldType(t, e.p.named.Field(m))
	if m.required {
		text += ", required"
	}
	if m.loose {
		text += ", and what does not fit is kept as an extra member"
	}
	own, _ := m.schema.Extension("x-go-name").(api.String)
	return text + "; its name: " + e.fieldName(e.p.named.Wishes(m)[0], e.p.named.Field(m), m.wire, string(own) == e.p.named.Field(m) && own != "")
}

// fieldType is the type of a field as it is declared, behind a space.
func (e *Explainer) fieldType(t *typ, name string) string {
	if f := e.field(t, name); f != nil {
		return " " + e.source(f.FieldType(e.p.named.Path()))
	}
	return ""
}

// field returns a field of the declaration of a type.
func (e *Explainer) field(t *typ, name string) *gomodel.Field {
	var list []*gomodel.Field
	switch d := e.decls[e.p.named.Type(t)].(type) {
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
