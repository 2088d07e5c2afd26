package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// addName says where the name of a type comes from, and if it stepped aside, for what and how far.
func (e *Explainer) addName(part *Part, w wish, name string, s *api.Schema) {
	part.add("name", name+": "+e.origin(w, s))
	e.addLadder(part, name, w.claim())
}

// origin says what a name was made of.
func (e *Explainer) origin(w wish, s *api.Schema) string {
	own, _ := s.Extension("x-go-name").(api.String)
	switch {
	case w.said != "" && e.p.isSent[e.p.types[s]]:
		return "the component " + w.said + " in the form that is sent; the one that is received has the name"
	case w.said != "" && own != "" && strings.HasPrefix(w.ladder[0], string(own)):
		return "x-go-name of the component " + w.said
	case w.said != "":
		return "the component " + w.said
	case w.parent != nil:
		return "its parent " + w.parent.name + ", then " + w.ladder[0]
	case w.of != nil:
		return w.role + " of the operation " + w.of.name
	}
	return "its place in the document"
}

// addLadder says what happened if a claim did not get its first wish (docs/adr/0005).
func (e *Explainer) addLadder(part *Part, name string, c ident.Claim) {
	if name == c.Ladder[0] {
		return
	}
	part.add("stepped aside", c.Ladder[0]+" is taken by "+e.owner(c.Ladder[0]))
	ladder := strings.Join(c.Ladder, ", then ")
	rung := slices.Index(c.Ladder, name)
	if rung < 0 {
		part.add("ladder", ladder+": all are taken, so the last one gets digits of a hash of the pointer")
		return
	}
	part.add("ladder", ladder+": the "+ordinal(rung+1)+" is free")
}

// owner says what has a name.
func (e *Explainer) owner(name string) string {
	if slices.Contains(e.p.options.Reserved, name) {
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
func (e *Explainer) fieldName(c ident.Claim, name, wire string, own bool) string {
	switch {
	case name != c.Ladder[0]:
		return "it stepped aside, because " + c.Ladder[0] + " is taken in the struct"
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
				rows = append(rows, Row{"field", e.fieldText(t, def, m)})
			}
		}
		if def.extra != nil && def.extra.schema == s && def.extraName != "" && !isAnythingShape(*def.extra) {
			rows = append(rows, Row{"field", t.name + "." + def.extraName + ", the members without a field of their own"})
		}
	}
	for _, o := range e.p.operations {
		for _, h := range e.uses(o) {
			if h.schema == s {
				rows = append(rows, Row{h.label, h.text + h.where})
			}
		}
	}
	for _, h := range e.p.hooks {
		if h.hasUse && h.use.schema == s {
			rows = append(rows, Row{"body", "of " + h.what + ", see " + h.goName})
		}
		for _, x := range h.headers.list {
			if x.schema == s {
				rows = append(rows, Row{"header", h.headers.name + "." + x.name + ", see " + h.goName})
			}
		}
	}
	return rows
}

func (e *Explainer) fieldText(t *typ, def *structDef, m *member) string {
	if t.tags[m.wire] {
		return "none in " + t.name + ": it is always the same there"
	}
	claim := e.p.fieldClaim(m)
	if def.tuple {
		claim = e.p.itemClaim(m)
	}
	text := t.name + "." + m.name + e.fieldType(t, m.name)
	if m.required {
		text += ", required"
	}
	if m.loose {
		text += ", and what does not fit is kept as an extra member"
	}
	own, _ := m.schema.Extension("x-go-name").(api.String)
	return text + "; its name: " + e.fieldName(claim, m.name, m.wire, string(own) == m.name && own != "")
}

// fieldType is the type of a field as it is declared, behind a space.
func (e *Explainer) fieldType(t *typ, name string) string {
	if f := e.field(t, name); f != nil {
		return " " + e.source(f.FieldType(e.p.path))
	}
	return ""
}

// field returns a field of the declaration of a type.
func (e *Explainer) field(t *typ, name string) *gomodel.Field {
	var list []*gomodel.Field
	switch d := e.decls[t.name].(type) {
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
